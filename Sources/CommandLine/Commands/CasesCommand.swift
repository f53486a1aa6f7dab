internal import ArgumentParser
import Briefings
import CaseFile
internal import Documents
internal import Faces
import Notation
import Questions

/// `entente cases`
struct CasesCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "cases",
    abstract: "List the published cases that come with the program.",
    usage: "entente cases [<words> ...] [<options>]",
    discussion: """
      Wherever a command takes a case, it takes one of these by its name, too; a file of that name comes first. \
      The catalog is where ENTENTE_CATALOG says, else what was installed with the program.

      Examples:
        entente cases
        entente cases elmira
        entente cases missile 1984
        entente solve elmira-graph

      Exit codes: 0 listed, 2 there is no catalog, or no such case in it, 64 wrong usage.
      """)

  @ArgumentParser.Argument(
    help: ArgumentHelp("List only cases with these words in name, title or source.", valueName: "words"))
  var words: [String] = []

  @Flag(help: "Print JSON.")
  var json = false

  var answerForm: AnswerForm { json ? .json : .table }

  /// Of a folder with more cases than so many, a few are listed where nothing was looked for.
  private static let (shown, few) = (8, 3)

  func answer(in environment: Environment) throws(Failure) -> Response {
    guard let catalog = Catalog(in: environment.catalog) else {
      throw Self.nothing("there is no catalog of cases here", hint: "set ENTENTE_CATALOG to its folder")
    }
    let entries = catalog.paths.compactMap { Entry($0, in: catalog, environment) }
    let found = entries.filter { entry in words.allSatisfy { entry.holds($0) } }
    if found.isEmpty {
      throw Self.nothing(
        "no case of the catalog has the words \(words.map { "'\($0)'" }.joined(separator: ", "))",
        hint: "'entente cases' lists all")
    }
    if json { return Response(output: Self.json(found).text(pretty: true) + "\n") }
    let style = Style(color: environment.usesColor, width: environment.width)
    return Response(output: lines(found, style, isCut: environment.outputIsTerminal))
  }

  private static func nothing(_ message: String, hint: String) -> Failure {
    .wrong(SyntaxError(Diagnostic(.noCases, message, at: .none, hint: hint)))
  }

  /// A line for each case; on a terminal none is longer than the screen is wide.
  private func lines(_ entries: [Entry], _ style: Style, isCut: Bool) -> String {
    let longest = entries.map(\.name.displayWidth).max() ?? 0
    var lines = [
      style.text(
        entries.count == 1 ? "1 case of the catalog" : "\(entries.count) cases of the catalog", .decisive)
    ]
    func add(_ name: String, _ words: String) {
      let start = "  " + name.padded(to: longest) + "  "
      let room = max(style.width - start.displayWidth, 20)
      lines.append(start + (isCut && words.count > room ? words.prefix(room - 1) + "…" : words))
    }
    var folders: [String] = []
    for entry in entries where !folders.contains(entry.folder) { folders.append(entry.folder) }
    for folder in folders {
      let members = entries.filter { $0.folder == folder }
      let isLong = words.isEmpty && members.count > Self.shown
      for entry in members.prefix(isLong ? Self.few : members.count) {
        add(entry.name, "\(entry.title) (\(entry.size); \(entry.source))".printable)
      }
      if isLong { add("…", "\(members.count - Self.few) more: entente cases \(folder)") }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func json(_ entries: [Entry]) -> JSONValue {
    let cases = entries.map { entry -> JSONValue in
      [
        "name": .string(entry.name), "path": .string(entry.path), "title": .string(entry.title),
        "size": .string(entry.size), "source": .string(entry.source),
      ]
    }
    return ["format": "entente.cases", "version": 1, "cases": .array(cases)]
  }
}

/// A case of the catalog in a line.
private struct Entry {
  let path: String
  let name: String
  /// The part of its full name before the last.
  let folder: String
  let title: String
  let size: String
  let source: String

  /// Nil where the case cannot be read.
  init?(_ path: String, in catalog: Catalog, _ environment: Environment) {
    let reach = Reach(naming: [path])
    guard let input = try? CaseInput.read(path, within: reach, in: environment) else { return nil }
    let document = input.document
    self.path = path
    name = catalog.shortName(of: path)
    folder = RelativePath.folder(of: catalog.name(of: path))
    title = document.title ?? name
    let options = document.actors.reduce(0) { $0 + $1.options.count } + document.joint.count
    size =
      Self.count(document.actors.count, "actor") + ", "
      + (document.states.isEmpty ? Self.count(options, "option") : Self.count(document.states.count, "state"))
    source = document.sources.first.map(Self.words) ?? ""
  }

  private static func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  /// Who wrote it and when, as one cites it: `Fraser and Hipel 1984`.
  private static func words(_ source: SourceText) -> String {
    let year = source.date.map { String($0.prefix(4)) }
    let names = (source.author ?? "").split(separator: ",").flatMap { $0.split(separator: " and ") }
    let surnames = names.compactMap { $0.split(separator: " ").last.map(String.init) }
    let who =
      switch surnames.count {
      case 0: source.title
      case 1...2: surnames.joined(separator: " and ")
      default: surnames[0] + " and others"
      }
    return [who, year].compactMap { $0 }.joined(separator: " ")
  }

  /// Whether the word stands in it, in any case.
  func holds(_ word: String) -> Bool {
    let word = word.lowercased()
    return [catalogued, title, source].contains { $0.lowercased().contains(word) }
  }

  private var catalogued: String { folder + "/" + name }
}

internal import ArgumentParser
import CaseFile
import Interchange
import Notation
import Questions

/// `entente new`
struct NewCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Write a small case with comments, to start from.",
    usage: "entente new <file> [<options>]",
    discussion: """
      The new case is complete: it can be checked and solved as it is. With --actors it is about these; \
      with --from and a text, each paragraph of the text stands in it as a remark, its sentences with place and \
      fingerprint, ready to be made a wish, a rule or an event. With --from and another program's file, or a case, \
      it is what that says, in the language of case files.

      Examples:
        entente new first.yaml
        entente new port.yaml --actors "Dockers,Shippers,The city"
        entente new port.yaml --actors Dockers,Shippers --from memo.txt
        entente new river.yaml --from river.gmcr
        entente new -                       # print it

      Exit codes: 0 written, 2 the file exists already or cannot be written, 64 wrong usage.
      """)

  @Argument(
    help: ArgumentHelp("The file to write, or - for standard output.", valueName: "file"),
    completion: .file(extensions: ["yaml"]))
  var path: String

  @Option(
    help: ArgumentHelp("The names of those who take part, with commas between.", valueName: "names"))
  var actors: String?

  @Option(
    help: ArgumentHelp("Start from this text, .gmcr file or case.", valueName: "file"),
    completion: .file())
  var from: String?

  @Flag(help: "Replace the file if there is one.")
  var force = false

  @OptionGroup var reach: ReachArguments

  func validate() throws {
    if path.lowercased().hasSuffix(".gmcr") {
      throw ValidationError("A new case is a .yaml file; 'entente convert' writes .gmcr files.")
    }
    if actors != nil, names.isEmpty { throw ValidationError("--actors names nobody.") }
    if Set(names).count < names.count { throw ValidationError("--actors names somebody twice.") }
    if actors != nil, let from, Self.isCase(from) {
      throw ValidationError("--actors goes with a text; '\(from)' says itself who takes part.")
    }
  }

  /// Those who take part.
  private var names: [String] {
    (actors ?? "").split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
  }

  /// Whether the file is a case, here or in another program.
  private static func isCase(_ path: String) -> Bool {
    path == "-" || CaseFiles.endings.contains { path.lowercased().hasSuffix("." + $0) }
  }

  /// A case that cites the text.
  private func draft(of source: String, in environment: Environment) throws(Failure) -> String {
    environment.used.note(source, as: .source)
    let text: String
    do { text = try TextInput.text(of: source, in: environment) } catch { throw .wrong(error) }
    let folder = path == "-" ? "" : RelativePath.folder(of: path)
    var draft = DraftCase(actors: names.isEmpty ? ["First side", "Second side"] : names)
    draft.source = DraftCase.Source(
      file: RelativePath.relative(source, to: folder), index: SourceIndex(text: text))
    return draft.text
  }

  func answer(in environment: Environment) throws(Failure) -> Response {
    let text: String
    if let from, !Self.isCase(from) {
      text = try draft(of: from, in: environment)
    } else if let from {
      let reach = reach.reach(naming: [from])
      do { text = try CaseInput.read(from, within: reach, in: environment).document.printed() } catch {
        throw .wrong(error)
      }
    } else {
      text = actors == nil ? StarterCase.text : DraftCase(actors: names).text
    }
    if path == "-" { return Response(output: text) }
    let destination = Response.Destination(path: path, replaces: force)
    try environment.requireWritable(destination)
    let name = path.printable
    return Response(
      output: text, closing: "Wrote \(name). Next: entente check \(name), then entente solve \(name).\n",
      destination: destination)
  }
}

extension Substring {
  /// The text without blanks around it.
  fileprivate var trimmed: String {
    var text = drop { $0.isWhitespace }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

import CaseFile
import Notation

/// The case that `entente new` writes about given actors, and perhaps from a text.
struct DraftCase {
  /// A text that the case is to cite.
  struct Source {
    /// Its file, as seen from the case.
    var file: String
    /// Its places.
    var index: SourceIndex
  }

  /// The names of those who take part; not empty.
  var actors: [String]
  var source: Source?

  /// The case file.
  var text: String {
    var lines = [
      "# yaml-language-server: $schema=entente.schema.json",
      "# (An editor completes and checks with that: entente schema > entente.schema.json)",
      "# Try:  entente check FILE    entente solve FILE    entente explain FILE", "entente: 1",
      "title: \(Self.quoted(actors.count == 1 ? actors[0] : Self.list))", "",
    ]
    if let source {
      lines += [
        "sources:", "  \(sourceID):", "    title: \(Self.quoted(Self.name(of: source.file)))",
        "    file: \(Self.quoted(source.file))", "",
      ]
    }
    lines += [
      "# What each can do, and what each wants, most important first. Change all of it.", "actors:",
    ]
    for index in actors.indices { lines += actor(index) }
    lines += ["", "# What is taken now; everything else is not.", "status_quo: []"]
    lines += remarks
    return lines.joined(separator: "\n") + "\n"
  }

  private static let list = "Who does what, and what can last?"
  private let sourceID = "memo"

  private func actor(_ index: Int) -> [String] {
    let others = actors.indices.filter { $0 != index }
    // One wish each, so that the case says something from the start.
    var wishes = others.map { "not \(ids[$0]).act" }
    wishes.append("act")
    return [
      "  \(ids[index]):", "    name: \(Self.quoted(actors[index]))", "    options:",
      "      act: \(Self.quoted("What \(actors[index]) could do"))", "    prefers:",
    ] + wishes.map { "      - \($0)" }
  }

  /// A stub for each paragraph, with its sentences and what each is cited by, as remarks.
  private var remarks: [String] {
    guard let source else { return [] }
    var lines = [
      "",
      "# What the text says, with a stub for each paragraph. Of what tells a wish, make a line under",
      "# 'prefers' of whose wish it is, and cite the sentence by its place and mark; other sentences may",
      "# be rules or events. A wish, for example:",
      "#  - {that: not \(ids[0]).act, because: \(sourceID) 1.1}",
    ]
    for entry in source.index.entries {
      let cited = "\(entry.place) #\(entry.fingerprint)"
      if entry.place.sentence == 1 { lines.append("#  - {that: ..., because: \"\(sourceID) \(cited)\"}") }
      lines.append("#      \(cited)  \(Self.excerpt(entry.text))")
    }
    return lines
  }

  private static func excerpt(_ text: String) -> String {
    let text = text.printable
    return text.count > 90 ? text.prefix(89) + "…" : text
  }

  // MARK: Names

  /// The ids of the actors: their names in letters that an id may have, else numbers.
  private var ids: [String] {
    var ids: [String] = []
    for (index, name) in actors.enumerated() {
      let id = Self.id(of: name)
      let isFree = id.map { !ids.contains($0) && $0 != sourceID && Self.isID($0) } ?? false
      ids.append(isFree ? id! : "actor\(index + 1)")
    }
    return ids
  }

  private static func id(of name: String) -> String? {
    var id = ""
    for scalar in name.lowercased().unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": id.unicodeScalars.append(scalar)
      case " ", "-", "_": if !id.isEmpty, id.last != "_" { id += "_" }
      // A name in other letters would be mangled.
      case _ where scalar.properties.isAlphabetic: return nil
      default: continue
      }
    }
    while id.last == "_" { id.removeLast() }
    return id.isEmpty ? nil : String(id.prefix(40))
  }

  /// Whether a case may call something so.
  private static func isID(_ id: String) -> Bool {
    (try? CaseDocument(parsing: "entente: 1\nactors: {\(id): {options: {act: A}, prefers: [\(id).act]}}\n"))
      != nil
  }

  private static func name(of file: String) -> String {
    let last = file.split(separator: "/").last ?? Substring(file)
    return String(last[..<(last.lastIndex(of: ".") ?? last.endIndex)])
  }

  /// The text as a value of YAML, in quotation marks where it needs them.
  private static func quoted(_ text: String) -> String { YAMLText.scalar(text) }
}

import CaseFile
import Foundation
import Notation
import Testing

/// What was published at some day holds today: case files are read and mean the same, and JSON documents
/// have every key that they had, with the same value. See Tests/Published/README.md.
@Suite("What was published") struct PublishedTests {
  static let folder = TestFolders.package.appending(path: "Tests/Published")
  static let cases = folder.appending(path: "cases")

  /// The documents of a day, with what wrote them.
  static let commands: [(name: String, arguments: [String])] = {
    let text = (try? String(contentsOf: folder.appending(path: "commands.txt"), encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { return nil }
      return (String(parts[0]), parts[1].split(separator: " ").map(String.init))
    }
  }()

  static let days: [String] = {
    let all = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (all ?? []).filter { $0.first?.isNumber == true }.sorted()
  }()

  /// What the program answers today, with paths as whoever is in the folder of the cases writes them.
  static func answer(_ arguments: [String]) -> String {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: cases.path)) ?? []
    let line = arguments.map { files.contains($0) ? cases.path + "/" + $0 : $0 }
    return Recorder.run(line).output.replacing(cases.path + "/", with: "")
      .replacing(/"seconds": [0-9.e+-]+/, with: "\"seconds\": 0")
  }

  @Test("every document has what it had", arguments: commands.map(\.name))
  func documents(name: String) throws {
    let arguments = try #require(Self.commands.first { $0.name == name }).arguments
    let now = Self.answer(arguments)
    let found = try Self.node(now)
    var compared = 0
    for day in Self.days {
      let file = Self.folder.appending(path: "\(day)/\(name).json")
      guard let old = try? String(contentsOf: file, encoding: .utf8) else { continue }
      #expect(Self.losses(of: try Self.node(old), in: found, "$") == [], "\(day)/\(name)")
      compared += 1
    }
    if compared == 0, ProcessInfo.processInfo.environment["ENTENTE_PUBLISH"] == "1" {
      try publish(now, as: name)
      compared = 1
    }
    #expect(compared > 0, "\(name) is in no folder: ENTENTE_PUBLISH=1 adds it")
  }

  /// Adds a document, to the folder of today. One that is there stays as it is.
  private func publish(_ text: String, as name: String) throws {
    let day = Date().formatted(.iso8601.year().month().day())
    let folder = Self.folder.appending(path: day)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: folder.appending(path: "\(name).json"), options: .withoutOverwriting)
  }

  @Test("a document has every format that there is")
  func formats() throws {
    let page = try String(
      contentsOf: TestFolders.package.appending(path: "Documentation/JSON.md"), encoding: .utf8)
    var texts = ""
    for day in Self.days {
      let folder = Self.folder.appending(path: day)
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
        texts += try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      }
    }
    let formats = page.matches(of: #/\| \[`(entente\.\w+)`\]/#).map { String($0.1) }
    #expect(formats.count > 15)
    // A request is taken, not given.
    for format in formats where format != "entente.request" {
      #expect(texts.contains("\"format\": \"\(format)\""), "\(format)")
    }
    #expect(Self.days.count >= 1)
  }

  @Test("what is printed of a case that was published is that case")
  func cases() throws {
    var read = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.cases.path).sorted()
    where name.hasSuffix(".yaml") && name != "broken.yaml" {
      let path = Self.cases.appending(path: name).path
      let written = try String(contentsOfFile: path, encoding: .utf8)
      if written.contains("\nextends:") || written.hasPrefix("extends:") { continue }
      let document = try CaseDocument(parsing: written)
      _ = try Case(document)
      let again = try CaseDocument(parsing: document.printed())
      #expect(again.printed() == document.printed(), "\(name)")
      read += 1
    }
    #expect(read > 8)
  }

  @Test("a key that is lost, another kind or another value is seen")
  func losses() throws {
    let old = try Self.node("{\"a\": 1, \"b\": [{\"c\": null}], \"d\": \"x\"}")
    func losses(_ text: String) throws -> Int { Self.losses(of: old, in: try Self.node(text), "$").count }
    #expect(try losses("{\"new\": 2, \"d\": \"x\", \"b\": [{\"c\": null, \"e\": 1}], \"a\": 1}") == 0)
    #expect(try losses("{\"b\": [{\"c\": null}], \"d\": \"x\"}") == 1)
    #expect(try losses("{\"a\": \"1\", \"b\": [{\"c\": null}], \"d\": \"x\"}") == 1)
    #expect(try losses("{\"a\": 1, \"b\": [], \"d\": \"y\"}") == 2)
    #expect(try losses("{\"a\": 1, \"b\": [{}], \"d\": \"x\"}") == 1)
  }

  private static func node(_ text: String) throws -> JSONNode {
    try JSONReader.read(Array(text.utf8), file: "document").root
  }

  /// Keys whose text is a sentence, which may be reworded.
  private static let worded: Set = ["message", "hint", "found", "yes", "no", "remarks"]

  /// What an old document has and a new one has not, or otherwise.
  private static func losses(of old: JSONNode, in new: JSONNode, _ path: String) -> [String] {
    if case .object(let members) = old.content, members.contains(where: { isWords($0) }) {
      return shape(of: old, path).subtracting(shape(of: new, path)).sorted().map { "\($0) is lost" }
    }
    switch (old.content, new.content) {
    case (.object(let before), .object(let now)):
      return before.flatMap { member -> [String] in
        guard let found = now.first(where: { $0.key == member.key }) else {
          return ["\(path).\(member.key) is lost"]
        }
        if worded.contains(member.key), member.value.kindName == found.value.kindName { return [] }
        return losses(of: member.value, in: found.value, "\(path).\(member.key)")
      }
    case (.list(let before), .list(let now)):
      if before.count != now.count { return ["\(path) has \(now.count) elements, not \(before.count)"] }
      return zip(before, now).enumerated().flatMap { losses(of: $1.0, in: $1.1, "\(path)[\($0)]") }
    case (.null, .null): return []
    case (.text(let before), .text(let now)) where before == now: return []
    case (.number(let before), .number(let now)) where before == now: return []
    case (.boolean(let before), .boolean(let now)) where before == now: return []
    default: return ["\(path) is another"]
    }
  }

  /// Whether it says that the document is words for people, of which only the form is a promise.
  private static func isWords(_ member: JSONNode.Member) -> Bool {
    guard member.key == "format", case .text("entente.document") = member.value.content else { return false }
    return true
  }

  /// Every key with the kind of its value, wherever in a list it stands.
  private static func shape(of node: JSONNode, _ path: String) -> Set<String> {
    switch node.content {
    case .object(let members):
      return members.reduce(into: ["\(path): \(node.kindName)"]) {
        $0.formUnion(shape(of: $1.value, "\(path).\($1.key)"))
      }
    case .list(let elements):
      return elements.reduce(into: ["\(path): \(node.kindName)"]) {
        $0.formUnion(shape(of: $1, "\(path)[]"))
      }
    default: return ["\(path): \(node.kindName)"]
    }
  }
}

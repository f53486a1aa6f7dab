import CaseFile
import CommandLine
import Disk
import Foundation
import Notation
import Questions
import Briefings
import Synchronization
import TestSupport
import Testing

@testable import Door

@Suite("The door") struct DoorTests {
  static let text = """
    entente: 1
    actors:
      a: {options: {x: X}, prefers: [x]}
      b: {options: {y: Y}, prefers: [not a.x]}
    status_quo: []
    """

  private func ask(_ members: String) -> Door.Reply {
    let text = JSONValue.string(Self.text).text(pretty: false)
    let request = "{\"cases\": [{\"path\": \"a.yaml\", \"text\": \(text)}], \(members)}"
    let reply = Door.answer(Array(request.utf8))
    // What is answered is a request by the schema, too.
    if ![.wrong, .usage].contains(reply.status) {
      #expect((try? RequestSchemaTests.faults(request)) == [], "\(members)")
    }
    return reply
  }

  @Test("answers in every form of a question") func forms() {
    #expect(ask("\"question\": \"solve\"").text.contains("\"format\": \"entente.solution\""))
    #expect(ask("\"question\": \"solve\", \"as\": \"table\"").text.contains("The status quo"))
    #expect(ask("\"question\": \"solve\", \"as\": \"csv\"").text.hasPrefix("number,code,pattern,a.x,b.y"))
    #expect(ask("\"question\": \"solve\", \"as\": \"jsonl\"").text.split(separator: "\n").count == 2)
    #expect(ask("\"question\": \"paths\", \"as\": \"dot\"").text.hasPrefix("digraph"))
    #expect(ask("\"question\": \"solve\", \"as\": \"text\"").text.contains("The status quo"))
  }

  @Test("sets a document as a page, with a picture and the notes, or hands it out") func pages() {
    let page = ask("\"question\": \"paths\", \"as\": \"html\"").text
    #expect(page.hasPrefix("<!DOCTYPE html>"))
    #expect(
      page.contains("<svg") && page.contains("The shortest ways from") && page.contains("What this rests on"))
    // The words of the picture stand in the text already.
    #expect(!ask("\"question\": \"paths\", \"as\": \"table\"").text.contains("The shortest ways from"))
    let document = ask("\"question\": \"paths\", \"as\": \"document\"").text
    #expect(
      document.contains("\"format\": \"entente.document\"") && document.contains("\"illustration\": true"))
    // A further question is asked about the case under the path that it has in the request.
    #expect(
      ask("\"question\": \"grid\", \"as\": \"html\"").text.contains("<code>entente solve a.yaml</code>"))
  }

  @Test("takes arguments as texts, numbers, true and lists") func arguments() {
    let members = """
      "question": "solve", "arguments": {"concepts": "nash,seq", "all-states": true, "limit": 3}, "as": "csv"
      """
    let rows = ask(members).text.split(separator: "\r\n")
    #expect(rows.count == 4 && rows[0].hasSuffix(",nash,seq"))
    let reading = ask("\"question\": \"observe\", \"arguments\": {\"vary\": [\"a\"]}")
    #expect(reading.status == .wrong && reading.text.contains("'a' has no profiles to vary"))
  }

  @Test(
    "says what is wrong, and where",
    arguments: [
      ("\"question\": \"slove\"", Door.Status.wrong, "did you mean 'solve'?"),
      ("\"questoin\": \"solve\"", .wrong, "a request has no key 'questoin'"),
      ("\"question\": 3", .wrong, "a text is due here, and this is a number"),
      ("\"question\": \"solve\", \"version\": 2", .wrong, "the version is 1"),
      (
        "\"question\": \"solve\", \"as\": \"dot\"", .wrong,
        "the value 'dot' is invalid for 'as'. Please provide one of 'table', 'markdown'"
      ),
      ("\"question\": \"solve\", \"given\": {\"z\": true}", .wrong, "no event is called 'z'"),
      ("\"question\": \"solve\", \"arguments\": {\"limit\": 0}", .usage, "'limit' must be at least 1"),
      ("\"question\": \"solve\", \"arguments\": {\"lim\": 1}", .usage, "has no parameter 'lim'"),
      ("\"question\": \"solve\", \"limits\": {\"states\": 2}", .undetermined, "\"kind\": \"states\""),
      ("\"question\": \"paths\", \"limits\": {\"states\": 2}", .undetermined, "\"complete\": false"),
    ])
  func faults(_ members: String, _ status: Door.Status, _ message: String) {
    let reply = ask(members)
    #expect(reply.status == status && reply.text.contains(message), "\(reply)")
  }

  @Test(
    "wrong requests are refused as a whole",
    arguments: [
      "", "{", "[]", "{}", "\u{FF}", "{\"question\": \"solve\", \"cases\": [{\"path\": \"b.yaml\"}]}",
    ])
  func broken(_ request: String) {
    let reply = Door.answer(Array(request.utf8))
    #expect(reply.status == .wrong && reply.text.contains("entente.error"))
  }

  /// Questions that take no long on any case of the catalogue, with the arguments asked for.
  static let asked: [(word: String, arguments: [String])] = [
    ("solve", []), ("explain", []), ("paths", ["--limit", "5"]), ("coalitions", []), ("words", []),
    ("show", []), ("hypergame", []), ("doubts", ["--samples", "100"]), ("grid", []),
    ("require", ["--size", "0"]), ("sensitivity", ["--size", "1"]), ("compare", []), ("observe", []),
    ("check", []), ("merge", []), ("brief", []),
  ]

  /// The forms of each question's answers.
  static let forms: [(word: String, forms: [AnswerForm])] = {
    struct Collector: BriefingVisitor {
      var found: [(word: String, forms: [AnswerForm])] = []
      mutating func visit<Told: Briefing>(_ briefing: Told.Type) {
        found.append((Told.Asked.table.word, Told.forms))
      }
    }
    var collector = Collector()
    AllBriefings.visit(&collector)
    return collector.found
  }()

  @Test("every question is asked somewhere in this test") func all() {
    #expect(Set(Self.forms.map(\.word)) == Set(Self.asked.map(\.word)))
  }

  @Test("says the same as the program in every form, byte for byte", arguments: asked.map(\.word))
  func agreement(_ word: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let arguments = Self.asked.first { $0.word == word }!.arguments
    let forms = try #require(Self.forms.first { $0.word == word }).forms
    #expect(forms.count >= 5)
    for name in [
      "elmira/elmira-options.yaml", "elmira/elmira-graph.yaml", "bismarck-sea-1943/bismarck-sea-1943.yaml",
    ] {
      let path = root.appending(path: "Catalog/\(name)").path
      let paths = ["compare", "observe", "merge"].contains(word) ? [path, path] : [path]
      var members: [JSONValue.Member] = []
      for index in stride(from: 0, to: arguments.count, by: 2) {
        members.append(.init(String(arguments[index].dropFirst(2)), .string(arguments[index + 1])))
      }
      for form in forms {
        let line: [String] = [word] + paths + arguments
        let (printed, status) = Self.print(line + ["--format", form.rawValue, "--quiet"])
        let request: JSONValue = [
          "question": .string(word), "cases": JSONValue(paths), "arguments": .object(members),
          "as": .string(form.rawValue),
        ]
        #expect(try RequestSchemaTests.faults(request.text(pretty: false)) == [])
        let reply = Door.answer(
          Array(request.text(pretty: false).utf8), files: .disk, work: Work(seconds: { 0 }))
        #expect(reply.text == printed, "\(word) \(name) \(form)")
        #expect(reply.status.rawValue == status && !reply.text.isEmpty)
      }
    }
  }

  /// What the program prints on standard output, with a clock that stands still.
  private static func print(_ arguments: [String]) -> (text: String, status: Int) {
    let printed = Mutex("")
    let environment = Environment(
      print: { text in
        printed.withLock { $0 += text }
        return .yes
      }, complain: { _ in })
    let status = Program.run(arguments, in: environment)
    return (printed.withLock { $0 }, Int(status.rawValue))
  }
}

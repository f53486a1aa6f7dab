import Entente
import Foundation
import Testing

/// What was published stays: case files and JSON documents of version 0.1, kept in `Kept`.
///
/// A case file of then reads as it did. A document of now has every key that one of then had, with a
/// value of the same kind, and the same number or truth value; keys may be added, sentences reworded.
/// What is kept is never recorded anew; `ENTENTE_RECORD=1` writes what is not there yet.
@Suite("Kept") struct KeptTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Kept")

  static let questions: [(word: String, arguments: KeyValuePairs<String, String>)] = [
    ("solve", ["with": "stability,preferences,moves,fate,findings,cautions"]),
    ("explain", ["state": "status-quo", "actor": "up", "concept": "seq"]), ("paths", ["to": "deal"]),
    ("coalitions", [:]), ("sensitivity", ["claim": "deal lasts under seq"]), ("require", ["outcome": "deal"]),
    ("grid", [:]), ("doubts", [:]), ("words", [:]), ("observe", [:]), ("compare", [:]), ("hypergame", [:]),
    ("show", [:]), ("check", ["certificates": ""]), ("merge", [:]),
  ]

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  private static func document(_ name: String) throws -> CaseDocument {
    try CaseDocument(parsing: text(name), file: name)
  }

  private static func subject(of word: String) throws -> Subject {
    let isAboutSeveral = ["observe", "compare", "merge", "check"].contains(word)
    return Subject(
      try (isAboutSeveral ? ["dam.yaml", "other.yaml"] : ["dam.yaml"]).map {
        Subject.Written(name: $0, document: try document($0))
      })
  }

  /// Records where nothing is kept yet, else compares.
  private func hold(_ name: String, _ now: String) throws {
    let path = Self.folder.appending(path: name)
    if ProcessInfo.processInfo.environment["ENTENTE_RECORD"] == "1",
      !FileManager.default.fileExists(atPath: path.path)
    {
      try now.write(to: path, atomically: true, encoding: .utf8)
    }
    let lost = try Self.lost(JSONValue(parsing: Self.text(name)), JSONValue(parsing: now), at: name)
    #expect(lost.isEmpty, "\(lost.joined(separator: "\n"))")
  }

  @Test(arguments: questions) func anAnswerHasWhatItHad(
    word: String, arguments: KeyValuePairs<String, String>
  ) throws {
    let answer = try Self.subject(of: word).ask(word, arguments)
    try hold("\(word).json", answer.text(as: .json))
  }

  @Test func everyQuestionThatWasThereIsKept() {
    #expect(Set(Self.questions.map { $0.word }).isSubset(of: QuestionTable.all.map { $0.word }))
  }

  @Test func otherDocumentsHaveWhatTheyHad() throws {
    let answer = try Self.subject(of: "solve").ask("solve")
    try hold("document.json", answer.text(as: .document))
    let merged = try Self.document("dam.yaml").merged(with: Self.document("other.yaml"))
    #expect(merged.isDisputed)
    try hold("merge.json", merged.data.text(pretty: true))
    let refused = Door.answer(Array(#"{"question": "slove", "cases": ["dam.yaml"]}"#.utf8))
    #expect(refused.status == .wrong)
    try hold("error.json", refused.text)
  }

  @Test func aRequestOfThenIsAnswered() throws {
    let files = FileSource { name in
      (try? Self.text(name)).map { .success(Array($0.utf8)) } ?? .failure(.init("there is no such file"))
    }
    let reply = Door.answer(Array(try Self.text("request.json").utf8), files: files)
    #expect(reply.status == .done)
    #expect(try JSONValue(parsing: reply.text)["format"] == "entente.solution")
  }

  @Test(arguments: ["dam.yaml", "other.yaml"]) func aCaseFileReadsAsItDid(name: String) throws {
    let document = try Self.document(name)
    #expect(document.doubts.isEmpty)
    let again = try CaseDocument(parsing: document.printed(), file: name)
    #expect(again == document)
    #expect(try Case(again).conflict == Case(document).conflict)
  }

  @Test func whatIsLostIsFound() {
    let kept: JSONValue = ["a": 1, "b": ["c": [["d": "x"] as JSONValue] as JSONValue] as JSONValue]
    let now: JSONValue = ["a": 2, "b": ["c": [["e": "x"] as JSONValue] as JSONValue] as JSONValue]
    #expect(Self.lost(kept, kept, at: "").isEmpty)
    #expect(Self.lost(kept, now, at: "").count == 2)
    #expect(Self.lost("x", 1, at: "").count == 1)
  }

  /// What the value of now lacks of the one kept, each with its place.
  private static func lost(_ kept: JSONValue, _ now: JSONValue, at place: String) -> [String] {
    switch (kept, now) {
    case (.null, _): return []
    case (.object(let members), .object):
      return members.flatMap { member in
        let place = "\(place).\(member.key)"
        return now[member.key].map { lost(member.value, $0, at: place) } ?? ["\(place) is missing"]
      }
    case (.array(let before), .array(let after)):
      return zip(before, after).enumerated().flatMap { lost($1.0, $1.1, at: "\(place)[\($0)]") }
    case (.string, .string): return []
    case (_, _) where kept == now: return []
    default: return ["\(place) was \(kept.text(pretty: false)) and is \(now.text(pretty: false))"]
    }
  }
}

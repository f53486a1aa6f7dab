import Entente
import Foundation
import TestSupport
import Testing

/// What was published stays: a request of some day is answered as it was then. See Tests/Published/README.md.
@Suite("Published requests") struct PublishedRequestTests {
  static let names: [String] = {
    let all = try? FileManager.default.contentsOfDirectory(atPath: Published.requests.path)
    return (all ?? []).filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }()

  private static let files = FileSource { name in
    guard let data = try? Data(contentsOf: Published.cases.appending(path: name)) else {
      return .failure(.init("there is no such file"))
    }
    return .success(Array(data))
  }

  private static func request(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Published.requests.appending(path: "\(name).json")))
  }

  @Test(arguments: names) func anAnswerHasWhatItHad(name: String) throws {
    let reply = Door.answer(try Self.request(name), files: Self.files)
    #expect(try Published.losses(of: name, in: reply.text) == [], "\(name)")
  }

  @Test func everyQuestionIsThere() throws {
    let words = try Self.names.compactMap { name -> String? in
      let request = try JSONValue(parsing: String(decoding: Self.request(name), as: UTF8.self))
      return request["question"]?.string
    }
    for table in QuestionTable.all { #expect(words.contains(table.word), "\(table.word)") }
  }

  @Test func aMergeIsTheOneThatARequestAsksFor() throws {
    func document(_ name: String) throws -> CaseDocument {
      try CaseDocument(
        parsing: String(contentsOf: Published.cases.appending(path: name), encoding: .utf8), file: name)
    }
    let merged = try document("dam.yaml").merged(with: try document("other.yaml"))
    #expect(merged.isDisputed)
    let reply = Door.answer(try Self.request("dam-merge"), files: Self.files)
    #expect(try JSONValue(parsing: reply.text) == merged.data)
  }

  @Test func whatIsLostIsFound() throws {
    let old = #"{"a": 1, "b": [{"c": null}], "d": "x", "line": null}"#
    func losses(_ text: String) throws -> Int { try Published.losses(ofText: old, in: text).count }
    #expect(try losses(#"{"new": 2, "d": "x", "b": [{"c": null, "e": 1}], "a": 1, "line": 7}"#) == 0)
    #expect(try losses(#"{"b": [{"c": null}], "d": "x"}"#) == 2)
    #expect(try losses(#"{"a": "1", "b": [{"c": null}], "d": "x", "line": null}"#) == 1)
    #expect(try losses(#"{"a": 1, "b": [], "d": "y", "line": null}"#) == 2)
    #expect(try losses(#"{"a": 1, "b": [{}], "d": "x", "line": null}"#) == 1)
  }
}

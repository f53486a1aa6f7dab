import Foundation
import Notation
import Testing

@testable import Door

/// `show` with a condition and with a limit: what is shown, and that the rest is not forgotten.
@Suite("Chosen states") struct ShownStatesTests {
  private func show(_ what: String?, _ arguments: [String: JSONValue], as form: String = "json") throws
    -> [String: Any]
  {
    var all = arguments
    if let what { all["what"] = .string(what) }
    let request: JSONValue = [
      "question": "show", "as": .string(form),
      "cases": [["path": "a.yaml", "text": .string(NamesAsInputTests.Called().yaml)]],
      "arguments": .object(all.sorted { $0.key < $1.key }.map { .init($0.key, $0.value) }),
    ]
    let reply = Door.answer(Array(request.text(pretty: false).utf8))
    #expect(reply.status == .done, "\(reply.text)")
    let object = try JSONSerialization.jsonObject(with: Data(reply.text.utf8))
    return try #require(object as? [String: Any])
  }

  private func numbers(_ document: [String: Any]) -> [Int] {
    (document["states"] as? [[String: Any]] ?? []).compactMap { $0["number"] as? Int }
  }

  @Test("are those where the condition holds")
  func condition() throws {
    let all = try show("states", [:])
    #expect(numbers(all).count == 6)
    #expect(all["complete"] as? Bool == true)
    #expect(all["leftOut"] == nil && all["where"] == nil)
    let some = try show(nil, ["where": "\"Flee\" or \"Deny everything\""])
    #expect(some["where"] as? String == "\"Flee\" or \"Deny everything\"")
    #expect(some["complete"] as? Bool == true)
    let patterns = (some["states"] as? [[String: Any]] ?? []).compactMap { $0["pattern"] as? String }
    #expect(patterns.count == 4 && patterns.allSatisfy { $0.dropFirst().contains("Y") })
    let moves = try show("moves", ["where": "row.flee"])
    for (_, own) in try #require(moves["moves"] as? [String: [String: Any]]) {
      #expect(
        Set(own.keys).isSubset(of: Set(numbers(try show("states", ["where": "row.flee"])).map { "\($0)" })))
    }
    let places = try show("preferences", ["where": "row.flee"])
    for (_, tiers) in try #require(places["preferences"] as? [String: [[Int]]]) {
      #expect(tiers.joined().sorted() == numbers(try show("states", ["where": "row.flee"])))
      #expect(tiers.allSatisfy { !$0.isEmpty })
    }
  }

  @Test("a part of them does not pass for all")
  func part() throws {
    for what in ["states", "moves"] {
      let part = try show(what, ["limit": 2])
      #expect(part["complete"] as? Bool == false)
      #expect(part["leftOut"] as? Int == 4)
      #expect(part["limit"] == nil)
    }
    let whole = try show("states", ["limit": 6])
    #expect(whole["complete"] as? Bool == true && whole["leftOut"] == nil)
    // Preferences are always listed whole in JSON.
    let preferences = try show("preferences", ["limit": 1])
    #expect(preferences["complete"] as? Bool == true)
  }
}

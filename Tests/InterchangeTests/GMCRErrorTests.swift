import CaseFile
import EffectiveCounts
import Interchange
import Notation
import TestSupport
import Testing

@Suite("What is wrong with a .gmcr file, and where")
struct GMCRErrorTests {
  /// A file of one option and one actor, with parts replaced.
  static func file(
    options: String = "[{\"name\": \"A\", \"permittedDirection\": \"both\"}]",
    actors: String = "[{\"name\": \"N\", \"options\": [0], \"preferences\": []}]",
    infeasibles: String = "[]", more: String = "\"useManualPreferenceRanking\": false"
  ) -> String {
    "{\"options\": \(options),\n\"decisionMakers\": \(actors),\n\"infeasibles\": \(infeasibles),\n\(more)}"
  }

  static func actor(_ more: String) -> String {
    "[{\"name\": \"N\", \"options\": [0], \(more)}]"
  }

  static let byHand = "\"useManualPreferenceRanking\": true"

  @Test(
    "each mistake has its code and place",
    arguments: [
      ("[]", ["wrong-shape@1:1"]),
      ("{}", ["missing-key@1:1", "missing-key@1:1", "missing-key@1:1", "missing-key@1:1"]),
      (file(options: "{}"), ["wrong-shape@1:13"]),
      (file(options: "[1]"), ["wrong-shape@1:14"]),
      (file(options: "[{\"name\": 1}]"), ["missing-key@1:14", "wrong-shape@1:23"]),
      (
        file(options: "[{\"name\": \"A\", \"permittedDirection\": null}]"), ["wrong-shape@1:50"]
      ),
      (file(options: "[{\"name\": \"A\", \"permittedDirection\": \"up\"}]"), ["wrong-value@1:50"]),
      (file(actors: "null"), ["wrong-shape@2:19"]),
      (file(actors: "[]"), ["no-actors@2:19"]),
      (file(actors: "[{\"name\": \"N\"}]"), ["missing-key@2:20", "missing-key@2:20"]),
      (
        file(actors: "[{\"name\": \"N\", \"options\": [0, 1, -1, \"0\", 0.5], \"preferences\": []}]"),
        ["unknown-index@2:49", "unknown-index@2:52", "wrong-shape@2:56", "wrong-value@2:61"]
      ),
      (file(actors: actor("\"preferences\": {}")), ["wrong-shape@2:65"]),
      (
        file(actors: actor("\"preferences\": [1, [0], [[0]], [[0, \"y\"]], [[0, 1]], [[1, \"Y\"]]]")),
        [
          "wrong-shape@2:66", "wrong-shape@2:70", "wrong-shape@2:75", "wrong-value@2:86", "wrong-shape@2:98",
          "unknown-index@2:105",
        ]
      ),
      (
        file(actors: actor("\"preferences\": [{}, {\"compound\": false, \"members\": [[[0, \"Y\"]], 1]}]")),
        ["missing-key@2:66", "missing-key@2:66", "wrong-value@2:83", "wrong-shape@2:114"]
      ),
      (file(actors: actor("\"preferences\": [], \"misperceptions\": [0]")), ["wrong-shape@2:88"]),
      (file(infeasibles: "0"), ["wrong-shape@3:16"]),
      (file(infeasibles: "[[[0, \"N\", 1]]]"), ["wrong-shape@3:18"]),
      (file(more: "\"useManualPreferenceRanking\": 0"), ["wrong-shape@4:31"]),
      (file(more: byHand), ["missing-key@2:20"]),
      (
        file(actors: actor("\"preferences\": [], \"preferenceRanking\": 1"), more: byHand),
        ["wrong-shape@2:90"]
      ),
      (
        file(
          actors: actor("\"preferences\": [], \"preferenceRanking\": [[1, []], [], \"2\"]"), more: byHand),
        ["wrong-shape@2:95", "wrong-value@2:100", "wrong-shape@2:104"]
      ),
      (
        file(actors: actor("\"preferences\": [], \"preferenceRanking\": [1]"), more: byHand),
        ["ranking-misses-state@2:90"]
      ),
      (
        file(actors: actor("\"preferences\": [], \"preferenceRanking\": [1, [2, 1], 3, 0]"), more: byHand),
        ["ranking-repeats-state@2:98", "unknown-state@2:102", "unknown-state@2:105"]
      ),
      (
        file(
          actors: actor("\"preferences\": [], \"preferenceRanking\": [1]"), infeasibles: "[[]]", more: byHand),
        ["no-feasible-state@3:16"]
      ),
      (
        file(more: "\"useManualPreferenceRanking\": false, \"coalitions\": [1, \"x\"]"),
        ["unknown-index@4:53", "wrong-shape@4:56"]
      ),
      (
        file(more: "\"useManualPreferenceRanking\": false, \"coalitions\": [0, [0]]"),
        ["not-a-partition@4:57"]
      ),
      (file(more: "\"useManualPreferenceRanking\": false, \"coalitions\": []"), ["not-a-partition@4:52"]),
      (
        file(more: "\"useManualPreferenceRanking\": false, \"useManualPreferenceVectors\": false"),
        ["conflicting-keys@4:68"]
      ),
      (
        file(actors: "[{\"name\": \"N\", \"options\": [], \"preferences\": []}]"), ["unowned-option@1:14"]
      ),
      (
        file(
          actors: "[{\"name\": \"N\", \"options\": [0, 0], \"preferences\": []},"
            + " {\"name\": \"M\", \"options\": [0], \"preferences\": []}]"),
        ["doubly-owned-option@2:49", "doubly-owned-option@2:99"]
      ),
      (
        file(actors: "[{\"name\": \"N\", \"options\": [], \"preferences\": []}]", infeasibles: "0"),
        ["unowned-option@1:14", "wrong-shape@3:16"]
      ),
      (file(infeasibles: "[[[0, \"Y\"]]], \"infeasibles\": []"), ["duplicate-key@3:30"]),
      (
        file(actors: actor("\"preferences\": [[[0, \"Y\"]]], \"preferenceRanking\": [1, 2]"), more: byHand),
        ["not-applied@2:65"]
      ),
      (
        file(
          actors: "[{\"name\": \"N\", \"options\": [0], \"preferences\": []},"
            + " {\"name\": \"M\", \"options\": [], \"preferences\": []}]",
          more: "\"useManualPreferenceRanking\": false, \"coalitions\": [[0, 1]]"), ["not-applied@4:52"]
      ),
    ] as [(String, [String])])
  func mistakes(text: String, expected: [String]) {
    let found = problems(text)
    #expect(
      found.map { "\($0.code.rawValue)@\($0.place.line):\($0.place.column)" } == expected,
      "\(found.map(\.message))\n\(text)")
  }

  @Test("a state holds 62 options")
  func tooMany() {
    func text(_ count: Int) -> String {
      let option = "{\"name\": \"A\", \"permittedDirection\": \"both\"}"
      let indices = (0..<count).map { String($0) }.joined(separator: ",")
      return Self.file(
        options: "[" + Array(repeating: option, count: count).joined(separator: ",") + "]",
        actors: "[{\"name\": \"N\", \"options\": [\(indices)], \"preferences\": []}]")
    }
    #expect(problems(text(62)).isEmpty)
    #expect(problems(text(63)).map(\.code) == [.tooManyOptions])
  }

  @Test("the full text of a problem: place, path, line, caret, hint")
  func rendered() {
    let text = """
      {"options": [{"name": "Dam", "permittedDirection": "both"}, {"name": "Rain", "permittedDirection": "both"}],
       "decisionMakers": [{"name": "Town", "options": [0], "preferences": [[[0, "yes"]]]}],
       "infeasibles": {},
       "useManualPreferenceRanking": "no"}
      """
    #expect(
      SyntaxError(problems(text)).rendered() == """
        test.gmcr:1:61: error: no decision maker controls option 1 ('Rain') [unowned-option]
          1 | {"options": [{"name": "Dam", "permittedDirection": "both"}, {"name": "Rain", \
        "permittedDirection": "both"}],
            |                                                             \
        ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          help: it never changes and yet doubles the states; list 1 under some decision maker's "options", or \
        take it out (in a case file such a fact is an event)
        test.gmcr:2:75: error: "Y" or "N" is due here, not 'yes', at $.decisionMakers[0].preferences[0][0][1] \
        [wrong-value]
          2 |  "decisionMakers": [{"name": "Town", "options": [0], "preferences": [[[0, "yes"]]]}],
            |                                                                           ^~~~~
        test.gmcr:3:17: error: a list of simple conditions is due here, not an object, at $.infeasibles [wrong-shape]
          3 |  "infeasibles": {},
            |                 ^~
        test.gmcr:4:32: error: true or false is due here, not a text, at $.useManualPreferenceRanking [wrong-shape]
          4 |  "useManualPreferenceRanking": "no"}
            |                                ^~~~
        """)
    let twice = Self.file(actors: "[{\"name\": \"N\", \"options\": [0, 0], \"preferences\": []}]")
    #expect(
      SyntaxError(problems(twice)).rendered() == """
        test.gmcr:2:49: error: option 0 ('A') is listed twice for decision maker 0 [doubly-owned-option]
          2 | "decisionMakers": [{"name": "N", "options": [0, 0], "preferences": []}],
            |                                                 ^
        test.gmcr:2:46: note: the first one
          2 | "decisionMakers": [{"name": "N", "options": [0, 0], "preferences": []}],
            |                                              ^
        """)
    #expect(
      SyntaxError(problems("{\"options\": [")).rendered() == """
        test.gmcr:1:14: error: the text ends where a value is due [json-syntax]
          1 | {"options": [
            |              ^
        test.gmcr:1:13: note: it is still open from here
          1 | {"options": [
            |             ^
        """)
  }

  @Test(
    "truncated and altered files give a diagnostic or a case, never a trap", .effective(26),
    arguments: TestScale.seeds(30))
  func mutations(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let original = Array(WaterConflict.text.utf8)
    var (caseCount, faultCount) = (0, 0)
    let pieces = [
      "[", "]", "{", "}", "\"", ",", "1", "-1", "2e9", "null", "true", "\"Y\"", "0", "\\u", "\u{E9}",
    ]
    for round in 0..<40 {
      var bytes = original
      if round % 4 == 0 { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let at = Int.random(in: 0...bytes.count, using: &random)
        let end = min(bytes.count, at + Int.random(in: 0...4, using: &random))
        bytes.replaceSubrange(at..<end, with: Array(pieces.randomElement(using: &random)!.utf8))
      }
      do {
        let file = try GMCRFile.read(bytes: bytes, file: "m.gmcr")
        guard let value = try? Case(file.document) else { continue }
        caseCount += 1
        #expect(throws: Never.self) { try GMCRFile.write(value, coalitions: file.coalitions) }
      } catch {
        faultCount += 1
        #expect(!error.diagnostics.isEmpty)
        for diagnostic in error.diagnostics {
          #expect(
            diagnostic.place.isKnown && diagnostic.severity == .error || diagnostic.severity == .warning)
        }
      }
    }
    effective(when: caseCount > 1 && faultCount > 10)
  }

  @Test("every place of a truncated file is told")
  func truncations() {
    let bytes = Array(WaterConflict.text.utf8)
    for length in stride(from: 0, to: bytes.count - 1, by: 3) {
      #expect(throws: SyntaxError.self) { try GMCRFile.read(bytes: Array(bytes[..<length]), file: "t.gmcr") }
    }
  }

  @Test("fifty thousand mistakes are told shortly")
  func manyMistakes() {
    let pattern = "[" + Array(repeating: "0", count: 50_000).joined(separator: ",") + "]"
    let found = problems(Self.file(infeasibles: pattern))
    #expect(found.count == 1_000)
    #expect(found.last?.hint == "and 49000 more problems, not listed")
  }
}

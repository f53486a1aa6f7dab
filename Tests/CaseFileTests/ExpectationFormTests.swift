import CaseFile
import Notation
import Testing

@Suite("Forms of expectations")
struct ExpectationFormTests {
  static let head = """
    entente: 1
    events: {war: {holds: no}}
    actors:
      a: {options: {x: X}, prefers: [x], profiles: {bold: {prefers: [not x]}}}
      b: {options: {y: Y}, prefers: [y]}
    outcomes: {peace: not a.x}

    """

  /// What is wrong with an expectation: the codes and messages.
  func found(_ line: String, statusQuo: Bool = true) -> [String] {
    problems(Self.head + (statusQuo ? "status_quo: []\n" : "") + "expect:\n  - " + line + "\n")
      .map { "\($0.code.rawValue): \($0.message)" }
  }

  @Test(
    "every form is read, printed and read again",
    arguments: [
      "{count: {nash: 2, seq: 3}}", "{actor: a, count: {nash: 2}}", "{profile: {a: bold}, nash: [1]}",
      "{doubts: always, nash: [1]}", "{doubts: sometimes, some: nash, satisfies: a.x}",
      "{coalition: any, nash: [1]}", "{coalition: [a, b], count: {seq: 1}}",
      "{coalition: [a, b], from: 1, jump: 4, under: nash}", "{hypergame: yes, nash: [1]}",
      "{hypergame: a, status_quo: [nash]}", "{require: peace, actor: a, count: {nash: 1}}",
      "{require: 3, actor: a, count: {nash: 1}}", "{reach: peace, steps: 3, by: improvements}",
      "{reach: YN, from: NN}", "{reach: code:3}", "{out_of_reach: 3, from: 1}",
    ])
  func roundTrip(line: String) throws {
    let document = try CaseDocument(parsing: Self.head + "status_quo: []\nexpect:\n  - " + line)
    _ = try Case(document)
    #expect(!document.expectations.isEmpty)
    #expect(try CaseDocument(parsing: document.printed()) == document)
  }

  @Test(
    "what makes no sense is refused",
    arguments: [
      ("{steps: 3, nash: [1]}", "conflicting-keys: 'steps' says nothing of a list of states"),
      ("{doubts: always, feasible: 4}", "conflicting-keys: 'doubts' says nothing of 'feasible'"),
      ("{actor: a, reach: 2}", "conflicting-keys: 'actor' says nothing of 'reach' or 'out_of_reach'"),
      (
        "{doubts: always, hypergame: yes, nash: [1]}",
        "conflicting-keys: 'doubts' and 'hypergame' exclude each other"
      ),
      ("{actor: a, doubts: always, nash: [1]}", "conflicting-keys: 'actor' and 'doubts' exclude each other"),
      ("{doubts: never, nash: [1]}", "wrong-value: 'doubts' is one of always, sometimes, not 'never'"),
      ("{coalition: [a], nash: [1]}", "wrong-value: a coalition has two actors or more"),
      ("{coalition: a, nash: [1]}", "wrong-shape: a coalition is a list of actors, not the text 'a'"),
      ("{coalition: [a, z], nash: [1]}", "unknown-name: no actor is called 'z'"),
      ("{coalition: [a, a], nash: [1]}", "duplicate-name: 'a' is named twice"),
      ("{coalition: any, sim: [1]}", "wrong-value: 'sim' has no version for coalitions"),
      (
        "{coalition: any, from: 1, jump: 2}",
        "wrong-shape: a coalition is a list of actors, not the text 'any'"
      ),
      ("{from: 1, jump: 2}", "missing-key: a jump says which 'coalition' goes 'from' where"),
      ("{hypergame: z, nash: [1]}", "unknown-name: no actor is called 'z'"),
      ("{profile: {a: timid}, nash: [1]}", "unknown-name: no profile of 'a' is called 'timid'"),
      ("{profile: {b: bold}, nash: [1]}", "unknown-name: no profile of 'b' is called 'bold'"),
      ("{profile: {z: bold}, nash: [1]}", "unknown-name: no actor is called 'z'"),
      ("{require: 1, count: {nash: 1}}", "missing-key: 'require' says whose rankings are counted"),
      ("{require: 1, actor: a, nash: [1]}", "conflicting-keys: 'require' says nothing of a list of states"),
      ("{require: nothing, actor: a, count: {nash: 1}}", "unknown-name: nothing is called 'nothing'"),
      ("{count: {}}", "missing-key: 'count' says how many for which concept"),
      ("{count: {nash: many}}", "wrong-value: the count for 'nash' is a whole number, not 'many'"),
      ("{count: {nsah: 1}}", "unknown-key: a count has no key 'nsah'"),
      ("{count: 3}", "wrong-shape: a count is a mapping, not the text '3'"),
      ("{out_of_reach: 2, steps: 3}", "conflicting-keys: what is out of reach takes no number of steps"),
      ("{reach: 2, by: leaps}", "wrong-value: 'by' is one of moves, improvements, not 'leaps'"),
      ("{reach: a.z}", "unknown-name: nothing is called 'a.z'"),
      ("{satisfies: a.x}", "missing-key: 'satisfies' needs 'every', 'some' or 'no'"),
      ("{actor: a}", "missing-key: an expectation about an actor lists its stable states"),
      ("{because: nothing}", "missing-key: an expectation says what is expected"),
    ])
  func refused(line: String, problem: String) {
    #expect(found(line) == [problem])
  }

  @Test("where moves start has to be said when there is no status quo")
  func noStatusQuo() {
    #expect(
      found("{reach: 2}", statusQuo: false) == [
        "missing-key: the case gives no status quo to start from; say where with 'from'"
      ])
    #expect(found("{reach: 2, from: 1}", statusQuo: false) == [])
  }
}

import CaseFile
import Notation
import Testing

@Suite("What is wrong with a case, and where")
struct SyntaxTests {
  /// A case around one actor's block and further top-level text.
  static func text(_ actor: String, _ more: String = "") -> String {
    "entente: 1\nactors:\n  a:\n    \(actor)\n  b: {options: {y: Y, z: Z}, prefers: [y]}\n\(more)"
  }

  @Test(
    "each mistake has its code and place",
    arguments: [
      (text("options: {x: X}\n    prefers: [x]\n    wants: [x]"), ["unknown-key@6:5"]),
      (text("options: {x: X}"), ["missing-preference@3:3"]),
      (text("prefers: [y]\n    weights: {y: 1}"), ["two-preferences@5:5"]),
      (text("prefers: y"), ["wrong-shape@4:14"]),
      (
        text("options: {9x: X, if: If, 'a b': C}\n    prefers: []"),
        ["bad-identifier@4:15", "reserved-name@4:22", "bad-identifier@4:30"]
      ),
      (text("prefers: [q, b.q, c.y]"), ["unknown-name@4:15", "unknown-name@4:18", "unknown-name@4:23"]),
      (text("prefers: [a]"), ["wrong-kind@4:15"]),
      (text("options: {x: {moves: sideways}}\n    prefers: [x]"), ["wrong-value@4:26"]),
      (text("options: {x: {levels: {l: L}}}\n    prefers: indifferent"), ["wrong-value@4:19"]),
      (
        text("options: {c: {levels: {l: L, m: M}}}\n    prefers: [c, c >= k, y >= l]"),
        ["bare-level@5:15", "unknown-level@5:18", "wrong-kind@5:26"]
      ),
      (text("prefers: [y]", "events: {w: {holds: perhaps}}"), ["wrong-value@6:21"]),
      (text("prefers: [y]", "rules: [{never: y, always: z}]"), ["conflicting-keys@6:20"]),
      (text("prefers: [y]", "rules: [{because: nothing}]"), ["missing-key@6:9"]),
      (text("prefers: [y]", "rules: [{take: y}]"), ["missing-key@6:16"]),
      (text("prefers: [y]", "rules: [y, not y]"), ["no-feasible-state@6:9"]),
      (text("ranking: [1, 2]", "rules: [y, not y]"), ["no-feasible-state@6:9"]),
      (text("prefers: [y]", "status_quo: [y]\nrules: [not y]"), ["infeasible-status-quo@6:1"]),
      (text("prefers: [y]", "status_quo: y"), ["ambiguous-status-quo@6:1"]),
      (text("prefers: [y]", "status_quo: y and not y"), ["infeasible-status-quo@6:1"]),
      (text("prefers: [y]", "status_quo: [not y]"), ["wrong-kind@6:18"]),
      (text("prefers: [y]", "define: {t: u, u: v, v: t}"), ["definition-cycle@6:10"]),
      (text("prefers: [y]", "define: {b: y}"), ["duplicate-name@6:10"]),
      (text("prefers: [y]", "joint: {y: {by: [a, b]}}"), ["duplicate-name@5:17"]),
      (text("prefers: [y]", "joint: {j: {by: [a, c, a]}}"), ["unknown-name@6:21", "duplicate-name@6:24"]),
      (text("prefers: [y]", "states: {s1: S}"), ["wrong-form@5:17"]),
      (text("moves: {s1: [s2]}\n    prefers: [y]"), ["wrong-form@4:13"]),
      (text("prefers: [{that: y, because: {source: memo}}]"), ["unknown-source@4:43"]),
      (
        text("prefers: [{that: y, because: {at: x, basis: sure, fingerprint: 12}}]"),
        ["wrong-value@4:39", "wrong-value@4:49", "wrong-value@4:68"]
      ),
      (text("prefers: [y]", "as_of: 2023-13"), ["wrong-value@6:8"]),
      (
        text(
          "prefers: [y]", "expect: [{nash: [1], given: {war: yes}}, {every: nash}, {}, {actor: c, nash: [1]}]"
        ), ["unknown-name@6:30", "missing-key@6:43", "missing-key@6:57", "unknown-name@6:69"]
      ),
      (
        text("prefers: [y]", "expect: [{nash: [1], given: {war: yes}}, {actor: c, nash: [1]}]"),
        ["unknown-name@6:30", "unknown-name@6:50"]
      ),
      (text("weights: {b.y: 1.1234567, b.z: 1, z: 2}"), ["wrong-value@4:20", "duplicate-name@4:39"]),
      (text("weights: {b.z: 1, z: 2}"), ["duplicate-name@4:23"]),
      ("entente: 2\nactors: {a: {prefers: indifferent}}", ["unknown-version@1:10"]),
      ("actors: {a: {prefers: indifferent}}", ["missing-key@1:1"]),
      ("entente: 1", ["missing-key@1:1"]),
      ("entente: 1\nactors: {}", ["no-actors@2:1"]),
      ("- entente", ["wrong-shape@1:1"]),
      (
        "entente: 1\nactors: {a: {options: {x: X}, prefers: [x]}, b: {options: {x: X}, prefers: [x]}}\nrules: [x]",
        ["ambiguous-name@3:9"]
      ),
    ] as [(String, [String])])
  func mistakes(text: String, expected: [String]) {
    #expect(places(text) == expected, "\(problems(text).map(\.message))\n\(text)")
  }

  @Test("all problems come at once, in the order of the text")
  func allAtOnce() {
    let text = """
      entente: 1
      titel: A
      actors:
        a:
          options: {x: X}
          prefers: [w, not (x, x]
      rules: [v]
      """
    #expect(Set(places(text)).isSuperset(of: ["unknown-key@2:1"]))
    let unresolved = text.replacing("titel", with: "title").replacing("not (x, x", with: "x")
    #expect(places(unresolved) == ["unknown-name@6:15", "unknown-name@7:9"])
  }

  @Test("keys, duplicates and names that are wrong come together")
  func together() {
    let text = "entente: 1\ntitle: x\ntitle: y\nfoo: 1\nactors:\n  a: {options: {x: X}, prefers: [zz]}\n"
    #expect(places(text) == ["duplicate-key@3:1", "unknown-key@4:1", "unknown-name@6:34"])
  }

  @Test("a name near another is suggested")
  func suggestions() {
    let text = Self.text("options: {withdraw: W}\n    prefers: [withdrew]")
    #expect(problems(text).first?.hint == "did you mean 'withdraw'?")
  }

  @Test("sixty-two options fit, sixty-three do not")
  func tooMany() {
    func text(_ count: Int) -> String {
      let options = (0..<count).map { "o\($0): O" }.joined(separator: ", ")
      return "entente: 1\nactors:\n  a: {options: {\(options)}, prefers: [o0]}\n"
    }
    #expect(places(text(62)) == [])
    #expect(places(text(63)) == ["too-many-options@3:3"])
  }

  @Test("rules that contradict each other are named, no more than needed")
  func contradiction() throws {
    let text = Self.text(
      "prefers: [y]",
      "rules:\n  - y or z\n  - y implies z\n  - not (y and z) or b.y\n  - {never: z}\n  - b.y unless b.z\n")
    let problem = try #require(problems(text).first)
    #expect(problem.code == .noFeasibleState)
    #expect([problem.place.line] + problem.notes.map(\.place.line) == [7, 8, 10])
  }
}

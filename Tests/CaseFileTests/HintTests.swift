import CaseFile
import ConflictModel
import Notation
import Testing

@Suite("Hints say the form that works")
struct HintTests {
  static let forms: [(condition: String, hint: String)] = [
    ("x if and only if y", "write 'x iff y'"),
    ("x and y if and only if not z", "write 'x and y iff not z'"),
    ("not (x if and only if (y or z)) or x", "write 'x iff (y or z)'"),
    ("x if and only b.w", "write 'x iff b.w'"),
    ("x or (y if and only not z)", "write 'y iff not z'"),
    ("both x and y", "write 'x and y'"),
    ("not both x and y", "write 'not (x and y)'"),
    ("x or both y and not z", "write 'x or (y and not z)'"),
    ("either x or y", "write 'x or y', or 'exactly 1 of (x, y)' if not both"),
    (
      "either x and y or z",
      "write 'x and y or z', or 'exactly 1 of ((x and y), z)' if not both"
    ),
    ("neither x nor y", "write 'not (x or y)'"),
    ("neither x nor y nor z", "write 'not (x or y or z)'"),
    ("x if neither y nor z", "write 'x if not (y or z)'"),
    ("neither x or b.w", "write 'not (x or b.w)'"),
    ("neither x nor y or z", "write 'not (x or y or z)'"),
    ("neither x and y", "write 'not (x or y)'"),
    ("neither x", "write 'not x'"),
    ("neither (x and y) or z if b.w", "write 'not ((x and y) or z) if b.w'"),
    ("either x or y if z", "write 'x or y if z', or 'exactly 1 of (x, y) if z' if not both"),
    ("x or both y and z if b.w", "write 'x or (y and z) if b.w'"),
    ("two of (x, y, z)", "write 'exactly 2 of (x, y, z)', or 'at least 2 of (…)'"),
    ("one of (x, y or z)", "write 'exactly 1 of (x, y or z)', or 'at least 1 of (…)'"),
    ("all of (x, y, z)", "write 'x and y and z'"),
    ("none of (x, y)", "write 'not (x or y)'"),
    ("any of (x, y and z)", "write 'x or (y and z)'"),
    ("some of (x, y)", "write 'x or y'"),
    ("at least two of (x, y, z)", "write 'at least 2 of (x, y, z)'"),
    ("2 of (x, y, z)", "write 'at least 2 of (x, y, z)'"),
    ("prefer x to y", "write 'x' on a line of its own above 'y', or 'x and not y'"),
    ("prefers x and y over z", "write 'x and y' on a line of its own above 'z', or '(x and y) and not z'"),
    ("x is better than y", "write 'x' on a line of its own above 'y', or 'x and not y'"),
    ("x better than b.w", "write 'x' on a line of its own above 'b.w', or 'x and not b.w'"),
    ("x is much worse than y", "write 'y' on a line of its own above 'x', or 'y and not x'"),
    (
      "x and z are preferred to y", "write 'x and z' on a line of its own above 'y', or '(x and z) and not y'"
    ),
    ("x only if war = trure", "write 'war'"),
    ("war = fals", "write 'not war'"),
    ("war >= high", "it holds or does not: write 'war' or 'not war'"),
    ("prefer x", "write 'x'; that it is wished for goes without saying"),
    ("x rather than y", "write 'x' on a line of its own above 'y', or 'x and not y'"),
    ("x instead of y", "write 'x' on a line of its own above 'y', or 'x and not y'"),
    ("x > y", "write 'x' on a line of its own above 'y', or 'x and not y'"),
    ("x < y", "write 'y' on a line of its own above 'x', or 'y and not x'"),
    ("(x or y) > z", "write 'x or y' on a line of its own above 'z', or '(x or y) and not z'"),
    ("x > b.w", "write 'x' on a line of its own above 'b.w', or 'x and not b.w'"),
    ("x = y", "write 'x iff y'"),
    ("x != y", "write 'not (x iff y)'"),
    ("x = yes", "write 'x'"),
    ("x = no", "write 'not x'"),
    ("war = yes", "write 'war'"),
    ("war = no or x", "write 'not war'"),
    ("war = true", "write 'war'"),
    ("war = false", "write 'not war'"),
    ("war != yes", "write 'not war'"),
    ("b.w = no", "write 'not b.w'"),
    ("if x then y", "write 'y if x', or 'x implies y'"),
    ("x xor y", "write 'exactly 1 of (x, y)'"),
    ("x but not y", "write 'x and not y'"),
    ("x when y", "write 'x if y'"),
  ]

  static func text(_ condition: String) -> String {
    """
    entente: 1
    events: {war: {holds: no}}
    actors:
      a: {options: {x: X, y: Y, z: Z}, prefers: ["\(condition)"]}
      b: {options: {w: W}, prefers: indifferent}
    """
  }

  @Test("with the user's own words in it", arguments: forms)
  func hints(condition: String, hint: String) {
    let found = problems(Self.text(condition))
    #expect(
      found.count == 1 && found.first?.hint == hint, "\(found.map { "\($0.message): \($0.hint ?? "")" })")
  }

  @Test("and what it says to write is read", arguments: forms)
  func works(condition: String, hint: String) {
    for piece in hint.split(separator: "'", omittingEmptySubsequences: false).enumerated()
    where piece.offset % 2 == 1 && !piece.element.contains("…") {
      #expect(problems(Self.text(String(piece.element))) == [], "\(piece.element)")
    }
  }

  @Test(
    "what is nobody's is no actor's option",
    arguments: [
      ("a.o", "'o' is an outcome and no actor's option: write 'o'"),
      ("b.o", "'o' is an outcome and no actor's option: write 'o'"),
      ("nobody.o", "'o' is an outcome and no actor's option: write 'o'"),
      ("outcomes.o", "'o' is an outcome and no actor's option: write 'o'"),
      ("a.t", "'t' is a term and no actor's option: write 't'"),
      ("b.war", "'war' is an event and no actor's option: write 'war'"),
      // Where the bare name is an option, it would not be the outcome.
      ("a.w", "did you mean 'a.x'?"),
      ("a.b", "did you mean 'a.x'?"),
    ])
  func shared(name: String, hint: String) {
    let text = """
      entente: 1
      events: {war: {holds: no}}
      define: {t: a.x and b.w}
      outcomes: {o: a.x and not b.w}
      actors:
        a: {options: {x: X}, prefers: [\(name)]}
        b: {options: {w: W}, prefers: [not a.x]}
      rules: ["not (\(name) and war)"]
      """
    let found = problems(text)
    #expect(found.map(\.code) == [.unknownName, .unknownName])
    #expect(found.allSatisfy { $0.hint == hint }, "\(found.map { $0.hint ?? "" })")
    if hint.hasSuffix("write '\(name.split(separator: ".")[1])'") {
      #expect(problems(text.replacing(name, with: name.split(separator: ".")[1])) == [])
    }
  }

  @Test("so it is in a list of what is taken, where it would not work alone")
  func sharedInStatusQuo() {
    let text = """
      entente: 1
      outcomes: {o: a.x}
      actors: {a: {options: {x: X}, prefers: [x]}}
      status_quo: [a.o]
      """
    #expect(problems(text).map(\.message) == ["'o' is an outcome, and not something taken"])
  }

  @Test("and a state of a listed case is no option of its mover")
  func sharedState() {
    let graph = """
      entente: 1
      states: {s1: One, s2: Two}
      actors: {a: {moves: {s1: [s2]}, ranking: [s2, s1]}}
      outcomes: {o: a.s2}
      """
    #expect(problems(graph).map(\.hint) == ["'s2' is a state and no actor's option: write 's2'"])
  }

  @Test(
    "a status quo says what stands for no option, and what to write",
    arguments: [
      (
        "[o]", "'o' is an outcome, and not something taken",
        "without brackets, 'status_quo: o' is a condition"
      ),
      ("[t]", "'t' is a term, and not something taken", "without brackets, 'status_quo: t' is a condition"),
      ("[x, war]", "'war' is an event, and not something taken", "now 'holds: yes'; --given war=yes"),
      ("2", "a status quo is not given by the number of a state", "list what is taken"),
      ("YN", "a status quo is not given as a pattern such as 'YN'", "list what is taken: [a.x]"),
      ("NN", "a status quo is not given as a pattern such as 'NN'", "list what is taken: []"),
      ("YNY", "a status quo is not given as a pattern such as 'YNY'", "list what is taken, as in"),
    ])
  func statusQuo(value: String, message: String, hint: String) {
    let text = """
      entente: 1
      events: {war: {holds: yes}}
      define: {t: x and y}
      outcomes: {o: x and not y}
      actors: {a: {options: {x: X, y: Y}, prefers: [x if war]}}
      status_quo: \(value)
      """
    let found = problems(text)
    #expect(found.map(\.message) == [message])
    #expect(found.first?.hint?.contains(hint) == true, "\(found.first?.hint ?? "")")
    #expect(problems(text.replacing("status_quo: \(value)", with: "status_quo: o")) == [])
  }

  @Test("an option called as a pattern is an option")
  func patternLike() throws {
    let text =
      "entente: 1\nactors: {a: {options: {YN: X, NY: Y}, prefers: [YN]}}\nstatus_quo: YN and not NY\n"
    #expect(problems(text) == [])
    #expect(problems(text.replacing("YN and not NY", with: "YN")).map(\.code) == [.ambiguousStatusQuo])
  }

  @Test("a status quo with one thing taken needs no list", arguments: ["{taken: s2}", "{taken: [s2]}", "s2"])
  func oneTaken(value: String) throws {
    let graph = """
      entente: 1
      states: {s1: One, s2: Two}
      actors: {a: {moves: {s1: [s2]}, ranking: [s2, s1]}}
      status_quo: \(value)
      """
    #expect(try makeCase(graph).statusQuo?.state.code == 1)
    let options = "entente: 1\nactors: {a: {options: {s2: X, s1: Y}, prefers: [s2]}}\nstatus_quo: \(value)\n"
    if value != "s2" { #expect(try makeCase(options).statusQuo?.state.code == 1) }
  }

  @Test("a rule says 'always' where a preference says 'that'", arguments: ["that", "when", "condition"])
  func ruleKey(key: String) {
    let found = problems("entente: 1\nactors: {a: {options: {x: X}, prefers: [x]}}\nrules: [{\(key): a.x}]\n")
    #expect(found.first { $0.code == .unknownKey }?.hint == "write 'always'")
  }

  @Test("no word of everyday English is reserved")
  func notReserved() {
    let words = [
      "both", "either", "neither", "nor", "two", "one", "all", "none", "any", "some", "prefer", "prefers",
      "rather", "than", "over", "to", "yes", "no", "then", "instead", "xor",
    ]
    let options = words.map { "\($0): X" }.joined(separator: ", ")
    let text = """
      entente: 1
      actors:
        a: {options: {\(options)}, prefers: ["both and either or neither", "not (prefer and to) if two"]}
      """
    #expect(problems(text).map(\.message) == [])
  }
}

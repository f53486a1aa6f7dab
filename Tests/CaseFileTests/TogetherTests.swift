import CaseFile
import Notation
import Testing

@Suite("Names and syntax are complained of together")
struct TogetherTests {
  func found(_ text: String) -> [String] {
    problems(text).map { "\($0.code.rawValue)@\($0.place.line)" }
  }

  @Test("a condition that cannot be read hides no unknown name")
  func together() {
    let text = """
      entente: 1
      actors:
        a:
          options: {x: X, y: Y}
          prefers: [x and, nothing, y > ]
        b: {options: {w: W}, prefers: [v, not z], profiles: {p: {prefers: [w or]}}}
      define:
        broken: x or or y
        fine: broken and also
        good: not broken and missing
      outcomes: {o: unclear and, p: good or broken}
      status_quo: [a.x and]
      expect: [{status_quo: [nash]}, {profile: {b: p}, nash: [1]}, {no: nash, satisfies: lost}]
      """
    #expect(
      found(text) == [
        "condition-syntax@5", "unknown-name@5", "condition-syntax@5", "unknown-name@6", "unknown-name@6",
        "condition-syntax@6", "condition-syntax@8", "unknown-name@9", "unknown-name@10",
        "condition-syntax@11", "condition-syntax@12", "unknown-name@13",
      ])
  }

  @Test("a part that may have held the name keeps its users from blame")
  func hidden() {
    #expect(
      found(
        "entente: 1\nactors:\n  a: {options: [x], prefers: [x]}\n  b: {prefers: [y and]}"
      ) == ["wrong-shape@3", "condition-syntax@4"])
    #expect(
      found("entente: 1\nevnts: {war: {holds: no}}\nactors:\n  a: {options: {x: X}, prefers: [x if war]}")
        == ["unknown-key@2"])
    #expect(
      found("entente: 1\nactors:\n  a: {options: {if: X, y: Y}, prefers: [y, z]}")
        == ["reserved-name@3", "unknown-name@3"])
  }

  @Test("an ambiguous name shows every place where it was given")
  func places() {
    let text = """
      entente: 1
      actors:
        a: {options: {deal: Deal}, prefers: [deal]}
        b: {options: {w: W}, prefers: [deal]}
      outcomes:
        deal: a.deal and b.w
      """
    let found = problems(text)
    #expect(found.map(\.message) == ["'deal' could be the outcome 'deal' or a.deal"])
    #expect(found.first?.notes.map(\.place.line) == [6, 3])
    #expect(
      found.first?.hint
        == "write 'a.deal' for the option; to mean the other, give it an id that no option has")
  }

  @Test(
    "keys that people write are answered with those that are read",
    arguments: [
      ("a: {options: {x: X}, prefer: [x]}", "write 'prefers'"),
      ("a: {options: {x: X}, wants: [x]}", "write 'prefers'"),
      ("a: {options: {x: X}, prefers: [{prefer: x}]}", "write 'that'"),
      ("a: {actions: {x: X}, prefers: [x]}", "write 'options'"),
    ])
  func actorKeys(line: String, hint: String) {
    let found = problems("entente: 1\nactors:\n  \(line)")
    #expect(found.contains { $0.hint == hint }, "\(found.map { $0.hint ?? $0.message })")
  }

  @Test(
    "and so are counts among the rules",
    arguments: [
      ("one of: [x, y]", "write 'exactly one of: [x, y]'"),
      ("either: [x, y]", "write 'at least one of: [x, y]'"),
      ("all of: [x, y]", "write 'always: [x, y]'"), ("none of: [x, y]", "write 'never: [x, y]'"),
      ("two of: [x, y, z]", "write it as a condition: 'exactly 2 of (x, y, z)'"),
      ("at most 2 of: [x, y, z]", "write it as a condition: 'at most 2 of (x, y, z)'"),
    ])
  func ruleKeys(line: String, hint: String) {
    let found = problems(
      "entente: 1\nactors:\n  a: {options: {x: X, y: Y, z: Z}, prefers: [x]}\nrules:\n  - \(line)")
    #expect(found.contains { $0.hint == hint }, "\(found.map { $0.hint ?? $0.message })")
  }

  @Test("words may hold whatever happens")
  func declares() throws {
    let text = "entente: 1\nactors:\n  a: {options: {x: X}, prefers: [x], declares: [{then: x}]}"
    let document = try document(text)
    #expect(document.actors[0].declares[0].words == "x, whatever happens")
    #expect(!document.printed().contains("if:"))
    #expect(try CaseDocument(parsing: document.printed()) == document)
  }

  @Test("an unknown outcome is answered with those that there are")
  func outcomes() {
    let found = problems(
      """
      entente: 1
      actors: {a: {options: {x: X}, prefers: [x]}}
      outcomes: {peace: not x, war: x}
      expect: [{require: zzzzzz, actor: a, count: {nash: 1}}]
      """)
    #expect(found.map(\.hint) == ["the outcomes are peace, war"])
  }
}

import CaseFile
import Testing

@Suite("Warnings")
struct WarningTests {
  func warnings(_ text: String) throws -> [String] {
    try makeCase(text).warnings().map { "\($0.code.rawValue)@\($0.place.line)" }
  }

  @Test("statements that are constant in all feasible states, whatever the events")
  func constant() throws {
    let text = """
      entente: 1
      events: {war: {holds: no}}
      actors:
        a:
          options: {x: X, y: Y}
          prefers:
            - x or y
            - x and y
            - x or not x
            - war
            - x if war
      rules: [{exactly one of: [a.x, a.y]}]
      """
    #expect(try warnings(text) == ["constant-statement@7", "constant-statement@8", "constant-statement@9"])
  }

  @Test("terms and events that nothing uses")
  func unused() throws {
    let text = """
      entente: 1
      events: {war: {holds: no}, peace: {holds: yes}}
      actors: {a: {options: {x: X}, prefers: [used]}}
      define:
        used: a.x or peace
        idle: a.x
      """
    #expect(try warnings(text) == ["unused-name@2", "unused-name@6"])
  }

  @Test(
    "rules across actors that forbid undoing",
    arguments: [
      ("a.x implies b.y", true), ("never: a.x and b.y", false), ("{take: a.x, needs: b.y}", false),
      ("{exactly one of: [a.x, b.y]}", true), ("{exactly one of: [a.x, a.z]}", false),
      ("a.x implies a.z", false), ("{at least one of: [a.x, b.y, a.z]}", true),
    ])
  func locking(rule: String, locks: Bool) throws {
    let text = """
      entente: 1
      actors:
        a: {options: {x: X, z: Z}, prefers: [x, z]}
        b: {options: {y: Y}, prefers: [y]}
      rules:
        - \(rule)
      """
    let locking = try warnings(text).filter { $0.hasPrefix("locking") }
    #expect(locking == (locks ? ["locking-rule@6"] : []))
  }

  @Test(
    "options that wishes leave out",
    arguments: [
      ("{x: X}", "[x]", "[y]", "", ["untouched-option", "untouched-option"]),
      ("{x: X}", "[x]", "[y, x]", "", ["untouched-option"]),
      ("{x: X}", "[x, y]", "[not x, y]", "", []),
      ("{x: X}", "[y]", "[not x, y]", "", ["unwished-option"]),
      ("{x: {because: seen in May}}", "[y]", "[y]", "", []),
      ("{x: {because: seen in May}}", "[x, y]", "indifferent", "", []),
      ("{x: X}", "[x, y]", "[y]", "rules: [never: a.x and b.y]", []),
      ("{x: X}", "[x, y]", "[y]", "rules: [{take: a.x, needs: b.y}]", []),
      ("{x: X}", "[x, y]", "[y]", "outcomes: {o: a.x}", ["untouched-option"]),
      ("{l: {levels: {p: P, q: Q}}}", "[l >= q, y]", "[y]", "", ["untouched-option"]),
      ("{l: {levels: {p: P, q: Q}}}", "[y]", "[l = p, y]", "", ["unwished-option"]),
    ])
  func wishless(options: String, own: String, other: String, more: String, codes: [String]) throws {
    let text = """
      entente: 1
      actors:
        a: {options: \(options), prefers: \(own)}
        b: {options: {y: Y}, prefers: \(other)}
      \(more)
      """
    #expect(try makeCase(text).warnings().map(\.code.rawValue) == codes)
  }

  @Test("a ranking touches every option, and so may a profile")
  func wishlessNot() throws {
    let ranked = """
      entente: 1
      actors:
        a: {options: {x: X}, ranking: [1, 2, 3, 4]}
        b: {options: {y: Y}, prefers: [y]}
      """
    #expect(try makeCase(ranked).warnings().map(\.message) == ["nobody else's wishes touch 'a.x'"])
    let profiled = """
      entente: 1
      actors:
        a: {options: {x: X}, prefers: [x, y]}
        b: {options: {y: Y}, prefers: [y], profiles: {wary: {prefers: [not a.x]}}}
      """
    #expect(try makeCase(profiled).warnings() == [])
  }

  @Test("a `because` says that an unused name is meant")
  func unusedMeant() throws {
    let text = """
      entente: 1
      events: {war: {holds: no, because: to be asked about later}}
      actors: {a: {options: {x: X}, prefers: [x]}}
      define: {idle: {when: a.x, because: for overlays}}
      """
    #expect(try makeCase(text).warnings() == [])
  }
}

import CaseFile
import Notation
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

  @Test("a `because` on a rule says that it may lock")
  func lockingMeant() throws {
    let text = """
      entente: 1
      actors: {a: {options: {x: X}, prefers: [x, y]}, b: {options: {y: Y}, prefers: [y]}}
      rules: [{always: a.x implies b.y, because: the treaty says so}]
      """
    #expect(try makeCase(text).warnings() == [])
  }

  @Test("several options of one actor are told together, in the plural")
  func plural() throws {
    let text = """
      entente: 1
      actors:
        a: {options: {x: X, w: W}, prefers: [y]}
        b: {options: {y: Y}, prefers: [not y]}
      """
    let warnings = try makeCase(text).warnings()
    #expect(warnings.map(\.code) == [.untouchedOption, .unwishedOption])
    #expect(warnings.map { $0.hint ?? "" }.allSatisfy { $0.contains("they") && $0.contains("each") })
    #expect(warnings[1].hint?.contains("end its wishes with 'not x', 'not w'") == true)
    let one = try makeCase(text.replacing(", w: W", with: "")).warnings()
    #expect(one.map { $0.hint ?? "" }.allSatisfy { $0.contains(" it ") && !$0.contains("each") })
  }

  @Test("an option of an overlay is doubted where the overlay has it")
  func overlays() throws {
    let base = """
      entente: 1
      actors:
        a: {options: {x: X}, prefers: [y]}
        b: {options: {y: Y}, prefers: [y]}
      """
    let overlay = "entente: 1\nextends: base.yaml\nactors: {a: {options: {w: W}}}\n"
    let warnings = try makeCase(overlay, files: ["base.yaml": base]).warnings()
    #expect(
      Set(warnings.map { "\($0.code.rawValue) \($0.place.file)" }) == [
        "untouched-option base.yaml", "untouched-option case.yaml", "unwished-option base.yaml",
        "unwished-option case.yaml",
      ])
    #expect(warnings.filter { $0.place.file == "case.yaml" }.allSatisfy { $0.message.contains("'a.w'") })
  }

  @Test(
    "a profile that changes nothing",
    arguments: [
      ("{prefers: {replace: {}}}", true), ("{prefers: [x, not y]}", true),
      ("{prefers: {drop: [s]}}", false), ("{prefers: [not y, x]}", false),
      ("{prefers: [x, not y], because: for later}", false),
    ])
  func idleProfile(profile: String, isIdle: Bool) throws {
    let text = """
      entente: 1
      actors: {a: {options: {x: X, y: Y}, prefers: [x, not y], profiles: {p: \(profile)}}}
      """.replacing(
        "prefers: [x, not y], profiles",
        with: profile.contains("drop")
          ? "prefers: [{id: s, that: x}, not y], profiles" : "prefers: [x, not y], profiles")
    #expect(try makeCase(text).warnings().map(\.code) == (isIdle ? [.idleProfile] : []))
  }
}

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
    #expect(try warnings(text) == (locks ? ["locking-rule@6"] : []))
  }
}

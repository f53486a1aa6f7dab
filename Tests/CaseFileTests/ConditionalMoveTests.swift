import CaseFile
import ConflictModel
import Notation
import Testing

@Suite("Moves that hang on events")
struct ConditionalMoveTests {
  static func text(_ condition: String) -> String {
    """
    entente: 1
    events: {trial: {holds: no}, press: {holds: yes}}
    states: {s1: One, s2: Two, s3: Three}
    define: {watched: trial and press}
    outcomes: {settled: s3}
    actors:
      a:
        moves: {s1: [s3, {to: s2, if: \(condition)}]}
        prefers: [s2, s1]
      b: {moves: {s2: [{to: s1, if: press, because: said in court}]}, prefers: [s1]}
    """
  }

  func targets(_ condition: String, _ given: [String: Bool] = [:]) throws -> [Int] {
    let found = try makeCase(Self.text(condition), given: given)
    return found.conflict.moves(of: 0, from: State(0)).map { Int($0.code) + 1 }
  }

  @Test("are there where the condition holds, and only there")
  func values() throws {
    #expect(try targets("trial") == [3])
    #expect(try targets("trial", ["trial": true]) == [2, 3])
    #expect(try targets("not trial") == [2, 3])
    #expect(try targets("watched") == [3])
    #expect(try targets("watched", ["trial": true]) == [2, 3])
    #expect(try targets("watched", ["trial": true, "press": false]) == [3])
    #expect(try targets("'exactly 1 of (trial, press)'") == [2, 3])
    #expect(try targets("trial iff press") == [3])
    #expect(try targets("true") == [2, 3])
  }

  @Test("are printed and read again, and counted as judgements")
  func roundTrip() throws {
    let document = try document(Self.text("trial or press"))
    #expect(document.printed().contains("if: trial or press"))
    #expect(try CaseDocument(parsing: document.printed()) == document)
    let judgements = try Case(document).judgements.filter { $0.kind == .move }
    #expect(judgements.map(\.text) == ["s1 to s2 if trial or press", "s2 to s1 if press"])
  }

  @Test("an overlay replaces them state by state")
  func overlay() throws {
    let overlay = "extends: base.yaml\nentente: 1\nactors: {a: {moves: {s1: [{to: s2, if: press}]}}}"
    let found = try makeCase(overlay, files: ["base.yaml": Self.text("trial")])
    #expect(found.conflict.moves(of: 0, from: State(0)) == [State(1)])
    #expect(try Case(found.document, given: ["press": false]).conflict.moves(of: 0, from: State(0)) == [])
  }

  @Test("an event that only a move hangs on is used")
  func warnings() throws {
    #expect(try makeCase(Self.text("trial")).warnings().map(\.message) == ["nothing uses the term 'watched'"])
  }

  @Test(
    "a condition about states is refused",
    arguments: [
      ("s1", "'s1' is about states"), ("settled", "'settled' is about states"),
      ("trial and not s2", "'s2' is about states"),
    ])
  func states(condition: String, message: String) {
    let found = problems(Self.text(condition))
    #expect(found.map(\.code) == [.wrongKind])
    #expect(found.first?.message.hasSuffix(message) == true)
  }

  @Test("unknown names in a condition are found")
  func unknown() {
    #expect(problems(Self.text("trail")).map(\.code) == [.unknownName])
    #expect(problems(Self.text("trial and")).map(\.code) == [.conditionSyntax])
  }
}

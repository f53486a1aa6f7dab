import CaseFile
import Stability
import Testing

@testable import Questions

/// The judgements behind an answer are those on which it depends.
@Suite struct LedgerTests {
  static let listed = """
    entente: 1
    events: {idle: {holds: no}, told: {holds: no}, war: {holds: no}}
    states: {s1: One, s2: Two}
    actors:
      a: {moves: {s1: [{to: s2, if: WAR}]}, ranking: [s2, s1]}
      b: {moves: {s2: [s1]}, ranking: [s1, s2]}
    define: {hot: war}
    status_quo: s1
    outcomes: {end: s2 and not told}
    """

  static let options = """
    entente: 1
    events: {idle: {holds: no}, told: {holds: no}, war: {holds: no}}
    actors:
      a: {options: {x: X}, prefers: [x if WAR]}
      b: {options: {y: Y}, prefers: [not a.x]}
    define: {hot: war}
    status_quo: []
    outcomes: {end: a.x and not told}
    """

  @Test(
    "an event counts where a move or a wish depends on it", arguments: [listed, options], ["war", "hot"])
  func events(text: String, use: String) throws {
    let subject = try Case(CaseDocument(parsing: text.replacing("WAR", with: use)))
    let told = Ledger(SolvedCase(subject, subject.conflict.solve())).entries.filter {
      $0.judgement.kind == .event
    }.map(\.judgement.text)
    #expect(told == ["war: no"])
  }
}

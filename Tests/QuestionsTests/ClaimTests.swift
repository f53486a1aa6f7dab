import CaseFile
import ConflictModel
import Notation
import Stability
import TestSupport
import Testing

@testable import Questions

@Suite("Claims") struct ClaimTests {
  static func dilemma() throws -> (Case, Solution) {
    let subject = try Case(CaseDocument(parsing: CaseTexts.dilemma, file: "dilemma.yaml"))
    return (subject, subject.conflict.solve())
  }

  @Test(
    "a claim is what it says",
    arguments: [
      ("status-quo lasts", true), ("status-quo lasts under nash", false), ("state 4 lasts under nash", true),
      ("NN lasts under seq", true), ("code:3 lasts under nash", true), ("silence lasts", true),
      ("betrayal lasts under gmr", false), ("silence is an equilibrium under nash", false),
      ("every equilibrium satisfies row.confess iff column.confess", true),
      ("no nash equilibrium satisfies silence", true),
      ("every seq satisfies row.confess iff column.confess", true),
      ("every nash satisfies silence", false), ("some seq satisfies silence", true),
      ("no seq satisfies betrayal", true), ("no nash satisfies row.confess and column.confess", false),
    ])
  func holds(text: String, expected: Bool) throws {
    let (subject, solution) = try Self.dilemma()
    let claim = try subject.claim(parsing: text, among: solution.states)
    #expect(claim.holds(in: solution) == expected)
  }

  @Test(
    "what is no claim is refused, with the way to write one",
    arguments: [
      "", "lasts", "silence", "silence lasts under", "silence lasts under nahs", "every seq",
      "every seq satisfies",
      "state lasts", "silense lasts", "9 lasts", "some equilibria satisfy silence",
      "every seq satisfies row.confes",
    ])
  func refused(text: String) throws {
    let (subject, solution) = try Self.dilemma()
    let error = #expect(throws: SyntaxError.self) { try subject.claim(parsing: text, among: solution.states) }
    #expect(error?.diagnostics.first?.hint?.isEmpty == false)
  }
}

import CaseFile
import Door
import Questions
import Stability
import Testing

@testable import Briefings

/// What is said of the judgements behind an answer.
@Suite struct LedgerWordsTests {
  @Test("where everything lasts, nothing is said not to")
  func noWishes() throws {
    let subject = try Case(
      CaseDocument(parsing: "entente: 1\nactors: {a: {options: {x: X}, prefers: indifferent}}"))
    let text = SolveReport(case: subject, solution: subject.conflict.solve()).text()
    #expect(text.contains("No judgement: what lasts here lasts whatever anybody wants."))
    #expect(!text.contains("no state lasts"))
  }
}

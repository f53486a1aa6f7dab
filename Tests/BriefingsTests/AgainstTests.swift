import Questions
import CaseFile
import Door
import ConflictModel
import Faces
import Foundation
import Briefings
import Stability
import Testing

@Suite("Evidence against a judgement")
struct AgainstTests {
  static let text = """
    entente: 1
    sources: {memo: {title: A memo}, report: {title: A report}}
    actors:
      row:
        options: {confess: Confess}
        prefers:
          - that: confess
            because: {source: memo, basis: inferred}
          - that: not column.confess
            because: [{source: memo, at: 1.1, basis: said}, {source: report, at: 5.1, against: yes}]
      column:
        options: {confess: Confess}
        prefers:
          - {that: row.confess, because: {source: memo, basis: said}}
          - {that: confess, because: {note: no, against: yes}}
    status_quo: [row.confess, column.confess]
    """

  func subject() throws -> Case { try Case(CaseDocument(parsing: Self.text)) }

  @Test("is read, printed and kept")
  func roundTrip() throws {
    let document = try CaseDocument(parsing: Self.text)
    #expect(document.printed().contains("against: yes"))
    #expect(try CaseDocument(parsing: document.printed()) == document)
    let judgements = try subject().judgements.filter(\.isDisputed)
    #expect(judgements.map(\.text) == ["not column.confess", "confess"])
    // What speaks against a judgement is no basis of it.
    #expect(judgements.map(\.basis) == [.said, nil])
  }

  @Test("comes first in what the answer assumes, and is said beside it")
  func ledger() throws {
    let subject = try subject()
    let report = SolveReport(case: subject, solution: subject.conflict.solve())
    let text = report.text(Style(width: 200))
    let start = try #require(text.range(of: "What this answer assumes"))
    let ledger = String(text[start.lowerBound...])
    let disputed = try #require(ledger.range(of: "against it: “no”"))
    let inferred = try #require(ledger.range(of: "statement 1: “confess”"))
    #expect(disputed.lowerBound < inferred.lowerBound)
    #expect(ledger.contains("or spoken against by evidence, as the first "))
  }

  @Test("comes first in what a claim turns on")
  func sensitivity() throws {
    let subject = try subject()
    let claim = try subject.claim(
      parsing: "status-quo lasts", concept: .nash, among: subject.conflict.feasibleStates().states)
    let report = SensitivityReport(
      case: subject, answer: subject.sensitivity(of: claim, upTo: 1), states: nil)
    let text =
      report
      .text(Style(width: 200))
    let first = try #require(text.range(of: "Decided alone by what evidence speaks against"))
    let second = try #require(text.range(of: "Decided alone by what is inferred"))
    #expect(first.lowerBound < second.lowerBound)
  }
}

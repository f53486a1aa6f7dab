import Questions
import CaseFile
import Door
import ConflictModel
import Faces
import Foundation
@testable import Briefings
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
    #expect(ledger.contains("1 against which evidence speaks, too"), "\(ledger)")
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

/// How judgements are counted by what they rest on.
@Suite struct FootingTests {
  @Test(
    "a source without a basis, a basis without a source, and neither are three kinds",
    arguments: [
      ("memo 1.1", "1 with a source but no stated basis"), ("a note", "1 without a source"),
      ("{source: memo, basis: said}", ""), ("{source: memo, basis: reported}", ""),
      ("{source: memo, basis: inferred}", "1 inferred or assumed"),
      ("{basis: assumed}", "1 inferred or assumed"),
      ("{basis: said}", "1 without a source"),
      ("[{source: memo, basis: said}, {source: memo, against: yes}]", "1 against which evidence speaks, too"),
    ])
  func kinds(because: String, words: String) throws {
    let subject = try Case(
      CaseDocument(
        parsing: """
          entente: 1
          sources: {memo: {title: A memo}}
          actors: {a: {options: {x: X}, prefers: [{that: x, because: \(because)}]}}
          """))
    let wish = try #require(subject.judgements.first { $0.kind == .statement })
    #expect(Footing([wish]).words() == words)
    #expect(
      Footing([wish]).isFirm == words.isEmpty && Footing([wish]).isBare == (words == "1 without a source"))
    #expect(Footing([wish, wish]).words(withFirm: true).hasPrefix("2 "))
  }
}

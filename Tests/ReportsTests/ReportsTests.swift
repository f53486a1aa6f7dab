import CaseFile
import ConflictModel
import Foundation
import Reports
import Stability
import Testing

/// The example of the case language, with what its answers are known to be.
let suspectsText = """
  entente: 1
  title: Two suspects
  as_of: 2023-04-30
  summary: One paragraph.
  sources:
    memo: {title: A memo, author: A. Author, date: 2023-04-28, viewpoint: the prosecution, file: memo.txt}
  events:
    trial: {name: The case goes to trial, holds: no}
  actors:
    row:
      name: First suspect
      options:
        confess: Confess
        flee: {name: Flee, moves: take}
      prefers:
        - not column.confess
        - that: confess if column.confess
          because: {source: memo, at: 3.2, basis: reported, note: said so to his lawyer}
    column:
      options: {confess: Confess}
      prefers: [not row.confess, confess]
  rules:
    - never: row.confess and row.flee
    - row.flee implies not trial
  define:
    standoff: row.confess iff column.confess
  status_quo: [row.flee]
  outcomes:
    silence: {name: Both stay silent, when: not row.confess and not column.confess}
  expect:
    - {nash: [5, 6], because: {source: memo, at: 5.1}}
  """

func report(
  _ text: String, given: [String: Bool] = [:], _ options: SolveReport.Options = SolveReport.Options(),
  request: SolveRequest = SolveRequest()
) throws -> SolveReport {
  let subject = try Case(CaseDocument(parsing: text, file: "suspects.yaml"), given: given)
  return SolveReport(case: subject, solution: subject.conflict.solve(request), options: options)
}

@Suite("Scratch")
struct Scratch {
  @Test("print")
  func printed() throws {
    guard let path = ProcessInfo.processInfo.environment["SHOW"] else { return }
    let subject = try Case(CaseDocument(reading: path))
    let clock = ContinuousClock()
    var report: SolveReport?
    let time = clock.measure {
      report = SolveReport(case: subject, solution: subject.conflict.solve())
    }
    var text = ""
    let time2 = clock.measure { text = report!.text(Style(width: 100)) }
    if let state = ProcessInfo.processInfo.environment["STATE"] {
      let solution = report!.solution
      let position = Int(state)! - 1
      var certificates: [Certificate] = []
      for concept in solution.concepts {
        for actor in subject.conflict.actors.indices {
          certificates.append(solution.certificate(concept, actor: actor, position: position))
        }
      }
      let explain = ExplainReport(case: subject, solution: solution, certificates: certificates)
      print(explain.text(Style(width: 100)))
      print(explain.json().text(pretty: true).prefix(2000))
    } else if let what = ProcessInfo.processInfo.environment["WHAT"] {
      print(ShowReport(case: subject, solution: report!.solution, what: .init(rawValue: what)!).text(Style()))
    } else {
      print(text)
    }
    print(time, time2)
  }
}

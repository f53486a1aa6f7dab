internal import CaseFile
package import ConflictModel
package import Documents
package import Questions
internal import Stability

/// A briefing of two pages, for people and as the `entente.brief` document.
package struct BriefReport: Documented {
  /// What was found.
  package let answer: BriefQuestion.Answer

  /// What could last, as `solve` tells it.
  let solve: SolveReport
  /// What can be reached from the present, if that was looked into.
  let paths: PathsReport?
  /// On which judgements the claim rests, if that was looked into.
  let sensitivity: SensitivityReport?
  /// What actors could upset together, if that was looked into.
  let coalitions: CoalitionsReport?
  let names: Names
  /// What becomes of the present and each outcome as the case is.
  let now: Outlook
  let control: Control

  /// A briefing on what was found.
  package init(_ answer: BriefQuestion.Answer, _ work: Work) {
    self.answer = answer
    var options = SolveReport.Options()
    options.control = work.telling
    options.isOnPaper = true
    (options.seconds, options.memoryHeld) = (work.seconds(), work.heldBytes)
    solve = SolveReport(case: answer.subject, solution: answer.solution, options: options)
    paths = answer.paths.map { PathsReport($0) }
    sensitivity = answer.sensitivity.map {
      SensitivityReport(case: answer.subject, answer: $0, states: answer.solution.states)
    }
    coalitions = answer.coalitions.map { CoalitionsReport($0, work) }
    names = solve.names
    now = Outlook(answer.solution, of: answer.subject, under: answer.concept)
    control = work.telling
  }

  var subject: Case { answer.subject }
  var conflict: Conflict { solution.conflict }
  var solution: Solution { answer.solution }
  var concept: Concept { answer.concept }
  /// What lasts in the sense of the briefing.
  var lasting: Selection { solution.equilibria(concept) }
  package var limit: Limit? { answer.limit }
}

extension BriefReport: Briefing {
  package typealias Asked = BriefQuestion

  package static var paperForms: [AnswerForm] { [.docx, .pdf] }

  package func write(to reader: TextReader) -> Limit? { draft.write(to: reader) }

  /// What is known of the things that its phrases point to.
  package func notes(on references: [Reference]) -> [Note] { names.notes(on: references) }
}

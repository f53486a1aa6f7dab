package import Questions
internal import CaseFile
package import ConflictModel
internal import Stability

/// How it could get there from here: what sequences of moves or improvements
/// reach from a state, which equilibria are among it, and what is out of reach.
///
///     let answer = PathsQuestion.Answer(case: elmira, solution: elmira.conflict.solve(), from: [0])
///     print(PathsReport(answer).text())
package struct PathsReport: Documented {
  /// What was found.
  package let answer: PathsQuestion.Answer

  let names: Names
  /// When to stop telling of it.
  let control: Control

  typealias Section = PathsQuestion.Section

  /// A report on what was found.
  package init(_ answer: PathsQuestion.Answer, _ work: Work = Work()) {
    self.answer = answer
    control = work.telling
    let solution = answer.solution
    names = Names(answer.subject, states: solution.hasAllStates ? solution.states : nil)
  }

  var subject: Case { answer.subject }
  var solution: Solution { answer.solution }
  var options: PathsQuestion.Options { answer.options }
  var sections: [Section] { answer.sections }
  var startCount: Int { answer.startCount }
  package var limit: Limit? { answer.limit }

  var conflict: Conflict { solution.conflict }

  /// The equilibria under the concept, by position; nil when it was not decided.
  var equilibria: Selection? {
    solution.concepts.contains(options.concept) ? solution.equilibria(options.concept) : nil
  }

  func isEquilibrium(_ position: Int) -> Bool { equilibria?.contains(position) ?? false }

  func state(_ position: Int) -> State { solution.states[position] }

  /// The equilibria that a section reaches, nearest first, the start included.
  func reached(_ section: Section) -> [(position: Int, distance: Int)] {
    var found: [(position: Int, distance: Int)] = []
    for position in equilibria ?? solution.lasting.subtracting(solution.lasting) {
      if let distance = section.reach.distance(to: position) { found.append((position, distance)) }
    }
    return found.sorted { ($0.distance, $0.position) < ($1.distance, $1.position) }
  }

  /// The equilibria that it does not reach, rising.
  func missed(_ section: Section) -> [Int] {
    (equilibria.map { Array($0) } ?? []).filter { !section.reach.contains($0) }
  }

  /// The members of each outcome, by position.
  func members(of outcome: Case.Outcome) -> [Int] { Array(solution.states(where: outcome.condition)) }

  var stepWord: String { options.kind == .moves ? "moves" : "improvements" }
}

extension PathsReport: Briefing {
  package typealias Asked = PathsQuestion

  package static var furtherForms: [AnswerForm] { [.dot] }

  /// A graph of more states than can be listed.
  package func refusal(of form: AnswerForm) -> Failure? {
    if form != .dot || solution.isListed { return nil }
    return PathsQuestion.tooManyToDraw(solution.states.count, Self.diagramStates, subject)
  }

  package func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}

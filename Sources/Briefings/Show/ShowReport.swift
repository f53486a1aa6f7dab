package import CaseFile
internal import ConflictModel
package import Documents
import Notation
package import Questions
package import Stability

/// A case and its states, moves and preferences as tables.
///
///     let solution = suspects.conflict.solve(SolveRequest(concepts: []))
///     print(ShowReport(case: suspects, solution: solution, what: .preferences).text())
package struct ShowReport: Documented {
  /// What is shown.
  package typealias What = ShowQuestion.What

  /// The case.
  package let subject: Case
  /// Its feasible states, with as much as was worked out about them.
  package let solution: Solution
  /// What is shown.
  package let what: What
  /// The most states that are shown; nil for all in JSON, and for as many as a
  /// person would look through in text.
  package let limit: Int?

  /// The limit that was reached, if any.
  let reached: Limit?
  let names: Names

  /// A report on one side of a case. The solution may have been asked for no concept at all.
  ///
  /// - Parameters:
  ///   - subject: The case.
  ///   - solution: What was found out about it.
  ///   - what: What is shown.
  ///   - limit: The most states that are shown.
  ///   - memoryHeld: What figures of memory at a limit include, in bytes.
  package init(
    case subject: Case, solution: Solution, what: What, limit: Int? = nil, memoryHeld: UInt64 = 0
  ) {
    self.subject = subject
    self.solution = solution
    self.what = what
    self.limit = limit
    reached = solution.limit?.including(memoryHeld: memoryHeld)
    names = Names(subject, states: solution.hasAllStates ? solution.states : nil)
  }

  var conflict: Conflict { solution.conflict }

  /// What is known of the things that its phrases point to.
  @export(interface) package func notes(on references: [Reference]) -> [Note] { names.notes(on: references) }

  /// The tables for people.
  @export(interface) package func bareDocument() -> Document {
    var builder = DocumentBuilder()
    builder.title(names.title)
    builder.about(headed: heading)
    if what != .case, let reached { builder.paragraph("Not finished: \(reached.words). \(progress)") }
    switch what {
    case .states: addStates(to: &builder)
    case .moves: addMoves(to: &builder)
    case .preferences: addPreferences(to: &builder)
    case .case: addCase(to: &builder)
    }
    return builder.document
  }

  /// What of the case is shown.
  private var heading: Sentence {
    switch what {
    case .case: "What the case says"
    case .states: "The states"
    case .moves: "The moves"
    case .preferences: "What the actors like better"
    }
  }

  /// What there is to show although a limit was reached.
  private var progress: Sentence {
    if solution.hasAllStates {
      return "All \(Prose.count(solution.states.count, "feasible state")) were listed, and no more than that."
    }
    return solution.states.isEmpty
      ? "No state was listed." : "What follows is what was listed until then, without numbers."
  }

  /// The most states that text shows.
  var rowLimit: Int { limit ?? Self.usualRowLimit }

  /// The most states that text shows unless more are asked for.
  static let usualRowLimit = 5_000

  /// That states are left out, when some are; and how to see them, unless that was
  /// asked for.
  func addLeftOut(_ count: Int, to builder: inout DocumentBuilder) {
    if count <= 0 { return }
    let more = Sentence.parameter("limit", "a larger limit")
    let advice: Sentence = limit == nil ? "; \(more) shows more, \(Sentence.inJSON) lists all" : ""
    builder.remark("\(Prose.count(count, "further state")) left out\(advice).")
  }
}

extension ShowReport: Briefing {
  package typealias Asked = ShowQuestion

  @export(interface) package init(_ answer: ShowQuestion.Answer, _ work: Work) {
    self.init(
      case: answer.subject, solution: answer.solution, what: answer.what, limit: answer.count,
      memoryHeld: work.heldBytes)
  }
}

package import CaseFile
package import ConflictModel
package import Stability

/// What does a case say?
package struct ShowQuestion: Question {
  package static let table = QuestionTable(
    "show", format: "entente.show", abstract: "Show what a case says: its states, moves or preferences.",
    discussion: "Shows how the program understands a case, before any question about stability.",
    examples: [
      "show first.yaml", "show first.yaml states", "show first.yaml moves --given drought=yes",
      "show first.yaml preferences --json", "show first.yaml states --where \"upper.build or lower.sue\"",
    ],
    done: "shown", part: "what was found is printed", moment: "before the states were listed",
    parameters: [
      Parameter(
        "what", .choice(What.allCases.map { $0.rawValue }), standard: "case", isPositional: true,
        value: "what", "What to show."),
      Parameter(
        "where", .text, naming: .condition, value: "condition",
        "Show only states where this holds, of the states themselves unless moves or preferences are asked for."
      ),
      Parameter(
        "limit", .count(1...Parameter.unbounded), otherwise: "5000 in tables, all in JSON", value: "count",
        "Show at most this many states."),
    ], needsNoList: true)

  /// What is shown.
  package enum What: String, Sendable, Hashable, CaseIterable {
    /// Actors, options, rules and statements, each with its source.
    case `case`
    /// The feasible states.
    case states
    /// Who can go from where to where.
    case moves
    /// Each actor's states, the best first.
    case preferences
  }

  private let what: What
  private let count: Int?
  private let filter: String?

  package init(_ arguments: Arguments) throws(Failure) {
    // Whoever chooses among states and says no more means these.
    let isStates = arguments.isGiven("where") && !arguments.isGiven("what")
    what = isStates ? .states : What(rawValue: arguments.text("what") ?? "") ?? .case
    count = arguments.count("limit")
    filter = arguments.text("where")
    if filter != nil, what == .case {
      throw .usage("A condition chooses among states: ask for states, moves or preferences with it.")
    }
  }

  /// One side of a case.
  package struct Answer: Answering {
    /// The case.
    package var subject: Case
    /// Its feasible states, with as much as was worked out about them.
    package var solution: Solution
    /// What is shown.
    package var what: What
    /// The most states that are shown, if that was said.
    package var count: Int?
    /// Shows only states where the condition holds, in the words in which it was asked.
    package var filter: (words: String, condition: Condition)?
    package var limit: Limit?
  }

  package func answer(about subject: Subject, _ work: Work) throws(Failure) -> Answer {
    let subject = try subject.meaning(work)
    var condition: Condition?
    if let filter { condition = try subject.condition(filter, by: "where") }
    let solution = work.solve(subject.conflict, [], inSets: what == .case || what == .states)
    var answer = Answer(
      subject: subject, solution: solution, what: what, count: count, limit: work.limit(solution.limit))
    if let filter, let condition { answer.filter = (words: filter, condition: condition) }
    return answer
  }
}

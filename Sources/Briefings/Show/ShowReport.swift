package import CaseFile
package import ConflictModel
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

  /// What chooses the states that are shown, in the words in which it was asked.
  let filter: String?
  /// The states that are shown, but for the limit.
  let chosen: Selection
  /// The limit that was reached, if any.
  let reached: Limit?
  /// What long tables may take.
  let tables: TableAllowance
  let names: Names

  /// A report on one side of a case. The solution may have been asked for no concept at all.
  ///
  /// - Parameters:
  ///   - subject: The case.
  ///   - solution: What was found out about it.
  ///   - what: What is shown.
  ///   - limit: The most states that are shown.
  ///   - filter: Shows only states where the condition holds, in the words in which it was asked.
  ///   - memoryHeld: What figures of memory at a limit include, in bytes.
  ///   - tables: What long tables may take.
  package init(
    case subject: Case, solution: Solution, what: What, limit: Int? = nil,
    filter: (words: String, condition: Condition)? = nil, memoryHeld: UInt64 = 0,
    tables: TableAllowance = TableAllowance()
  ) {
    self.subject = subject
    self.solution = solution
    self.what = what
    self.limit = limit
    self.filter = filter?.words
    chosen = filter.map { solution.states(where: $0.condition) } ?? solution.allStates
    self.tables = tables
    reached = solution.limit?.including(memoryHeld: memoryHeld)
    names = Names(subject, states: solution.hasAllStates ? solution.states : nil)
  }

  var conflict: Conflict { solution.conflict }

  /// What is known of the things that its phrases point to.
  package func notes(on references: [Reference]) -> [Note] { names.notes(on: references) }

  /// The tables for people.
  package func bareDocument() -> Document { told(for: .table).document }

  /// The same for a form, as far as the limits let it, and the limit at which it ended.
  package func told(for form: AnswerForm) -> (document: Document, limit: Limit?) {
    let meter = TableMeter(tables, for: form, names)
    var body = DocumentBuilder()
    switch what {
    case .states:
      addOutcomeCounts(to: &body)
      if limit == nil, isListedAtOnce, !names.isGraph {
        addStates(coded: false, to: &body, meter)
        body.more("Codes and patterns") { addStates(coded: true, to: &$0, meter) }
      } else {
        list("The states, one by one", in: &body) { addStates(coded: true, to: &$0, meter) }
      }
    case .moves: list("The moves, state by state", in: &body) { addMoves(to: &$0, meter) }
    case .preferences:
      addLadder(to: &body)
      addLadderFigure(to: &body)
      list("The states by place", in: &body) { addPreferences(to: &$0, meter) }
    case .case:
      addActors(to: &body)
      body.more("The case in full") { addCase(to: &$0) }
    }
    var builder = DocumentBuilder()
    builder.title(names.title)
    builder.about(headed: heading)
    if what != .case, let limit = reached ?? meter.limit {
      builder.paragraph("Not finished: \(limit.words). \(reached == nil ? Self.cutShort : progress)")
    }
    builder.add(lead)
    if let filter {
      let count = "\(Prose.grouped(chosen.count)) of \(Prose.count(solution.states.count, "state"))"
      builder.paragraph(
        "\(names.capitalized(names.asked(filter))) holds in \(count), and the lists are about these.")
    }
    builder.pause()
    builder.add(body.blocks)
    return (builder.document, meter.limit)
  }

  /// Tells a list at once where it is short or was asked for by its length, else on request.
  private func list(
    _ title: Sentence, in builder: inout DocumentBuilder, _ add: (inout DocumentBuilder) -> Void
  ) {
    if isListedAtOnce {
      builder.pause()
      add(&builder)
    } else {
      builder.more(title, add)
    }
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

  /// What there is to show where a limit was reached in making it.
  private static let cutShort: Sentence = "Everything was worked out, and what follows is not all of it."

  /// The most states that text shows.
  var rowLimit: Int { limit ?? Self.usualRowLimit }

  /// The most states that text shows unless more are asked for.
  static let usualRowLimit = 5_000

  /// That states are left out, when some are; and how to see them, unless that was
  /// asked for.
  func addLeftOut(_ count: Int, to builder: inout DocumentBuilder) {
    if count <= 0 { return }
    let more = Sentence.parameter("limit", "a larger limit")
    let advice: Sentence =
      limit == nil ? "; \(more) shows more\(solution.isListed ? ", \(Sentence.inJSON) lists all" : "")" : ""
    let whole = Prose.grouped(chosen.count)
    builder.remark("\(Prose.count(count, "further state")) of \(whole) left out\(advice).")
  }
}

extension ShowReport: Briefing {
  package typealias Asked = ShowQuestion

  package init(_ answer: ShowQuestion.Answer, _ work: Work) {
    self.init(
      case: answer.subject, solution: answer.solution, what: answer.what, limit: answer.count,
      filter: answer.filter,
      memoryHeld: work.heldBytes, tables: TableAllowance(work))
  }
}

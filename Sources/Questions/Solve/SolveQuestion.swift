package import CaseFile
package import ConflictModel
package import Stability

/// What can last in a case, and who could upset the rest?
package struct SolveQuestion: Question {
  package static let table = QuestionTable(
    "solve", format: "entente.solution", abstract: "Find out what can last in a case.",
    discussion: """
      Prints what becomes of the status quo, what always, never or sometimes holds where nobody leaves, \
      the states themselves, and the judgements that all this rests on.
      """,
    examples: [
      "solve first.yaml", "solve first.yaml --given drought=yes --concepts nash,seq",
      "solve first.yaml --where \"upper.build or lower.sue\" --sort upper",
      "solve first.yaml --certify 1000", "solve first.yaml --json | jq .equilibria",
      "solve large.yaml --all-states --format csv > states.csv",
    ],
    done: "solved", refused: "a verdict is refused (--certify)", part: "what was found is printed",
    moment: "before the states were listed",
    parameters: [
      Parameter(
        "concepts", .concepts(of: Concept.allCases), standard: "all", value: "names",
        "Which solution concepts to decide: nash, gmr, smr, seq, sseq, sim or all."),
      Parameter("all-states", .flag, "List every feasible state, not only those where nobody leaves."),
      Parameter(
        "where", .text, naming: .condition, value: "condition", "Keep only the states where this holds."),
      Parameter(
        "sort", .text, naming: .actor, value: "actor", "List the states this actor likes best first."),
      Parameter(
        "limit", .count(1...Parameter.unbounded), value: "count",
        "List at most this many states, or combinations."),
      Parameter(
        "sample", .count(1...100_000), value: "count",
        "List this many states drawn at random, each as likely as the others.", excludes: ["limit"]),
      Parameter("seed", .number, standard: "1", value: "number", "What determines which are drawn."),
      Parameter(
        "project", .names, naming: .options, value: "options",
        "Count what lasts for each combination of these options; an actor stands for all of its own."),
      Parameter(
        "with", .choices(Section.allCases.map { $0.rawValue }), value: "parts",
        "Add to the JSON: \(Section.allCases.map { $0.rawValue }.joined(separator: ", "))."),
      Parameter(
        "engine", .choice(["auto"] + Engine.allCases.map { $0.rawValue }), standard: "auto", value: "engine",
        "How to decide stability: auto, reference, dense, sparse or symbolic.",
        more:
          "All give the same answers. 'reference' goes by the definitions, 'dense' over all combinations of options at once, 'sparse' over a list of the feasible states, 'symbolic' over sets of states that are never listed; 'auto' takes the one that suits the case."
      ),
      Parameter(
        "certify", .count(1...Parameter.unbounded), value: "count",
        "Verify this many verdicts, drawn at random, with the independent checker."),
    ], needsNoList: true)

  /// A part of the answer in JSON that is left out unless it is asked for.
  package enum Section: String, Sendable, Hashable, CaseIterable {
    /// Each actor's stable states under each concept.
    case stability
    /// Each actor's states in tiers, the best first.
    case preferences
    /// Each actor's moves.
    case moves
    /// What always holds, never holds and is free under each concept.
    case summary
    /// The judgements that decide the answer.
    case ledger
    /// What becomes of each state that the status quo may be, and why.
    case fate
    /// What follows from what lasts.
    case findings
    /// What a reader should keep in mind.
    case cautions
    /// What each threat and promise is worth.
    case declarations

    /// Whether it has an entry for each state.
    var isListed: Bool {
      switch self {
      case .stability, .preferences, .moves: true
      case .summary, .ledger, .fate, .findings, .cautions, .declarations: false
      }
    }
  }

  private let concepts: [Concept]
  /// Those asked for by their own names.
  private let named: [Concept]
  private let allStates: Bool
  private let filter: String?
  private let sorting: String?
  private let most: Int?
  private let drawn: Drawn?
  private let projecting: String?
  private let sections: Set<Section>
  private let engine: Engine?
  private let sampleSize: Int?

  package init(_ arguments: Arguments) throws(Failure) {
    concepts = try arguments.concepts("concepts")
    named = arguments.conceptsByName("concepts")
    allStates = arguments.isGiven("all-states")
    filter = arguments.text("where")
    sorting = arguments.text("sort")
    most = arguments.count("limit")
    drawn = arguments.count("sample").map { Drawn(size: $0, seed: arguments.number("seed") ?? 1) }
    projecting = arguments.text("project")
    var sections: Set<Section> = []
    for name in arguments.names("with") {
      if let section = Section(rawValue: name.lowercased()) { sections.insert(section) }
    }
    self.sections = sections
    engine = arguments.text("engine").flatMap { Engine(rawValue: $0) }
    sampleSize = arguments.count("certify")
  }

  /// States to draw at random.
  package struct Drawn: Sendable, Hashable {
    /// How many.
    package var size: Int
    /// What determines which.
    package var seed: UInt64
  }

  /// What can last in a case.
  package struct Answer: Answering {
    /// The case with what lasts in it: the fate of the status quo, findings, cautions and what
    /// declarations are worth are worked out from it when somebody goes through them.
    package let solved: SolvedCase
    /// The judgements that decide the answer, if they were asked for.
    package var ledger: Ledger?
    /// The concepts that were asked for by their own names.
    package var named: [Concept] = []
    /// Whether to list every feasible state, not only the equilibria.
    package var allStates = false
    /// Lists only states where the condition holds, in the words in which it was asked; counts
    /// are of all.
    package var filter: (words: String, condition: Condition)?
    /// Lists states in the order of this actor's preference, the best first.
    package var sortActor: Int?
    /// The most states that are listed.
    package var count: Int?
    /// States of a list to draw at random.
    package var drawn: Drawn?
    /// What lasts by what some options are, if that was asked for.
    package var projection: Projection?
    /// Parts of the answer in JSON to add.
    package var sections: Set<Section> = []
    /// The verdicts that were verified, if that was asked for.
    package var sample: CertificateSample?
    package var limit: Limit?

    /// The case.
    package var subject: Case { solved.subject }
    /// What lasts in it.
    package var solution: Solution { solved.solution }

    /// Whether the independent checker refused a verdict.
    package var isRefused: Bool { sample?.refused.isEmpty == false }
  }

  /// Of more states than could be held as a table so many are sorted.
  package static let mostSorted = 100_000

  /// Refuses what would go through more states than anybody could.
  private func requireFew(_ solved: SolvedCase, _ filter: Condition?, isSorted: Bool) throws(Failure) {
    let solution = solved.solution
    func refuse(_ what: String, _ count: Int, _ most: Int, _ remedy: String) -> Failure {
      .bound(
        Bound(kind: .listedStates, count: count, most: most, words: what, remedy: remedy),
        solved.subject.document)
    }
    for section in Section.allCases where sections.contains(section) && section.isListed {
      throw refuse(
        "'\(section.rawValue)' is told state by state, and there are \(solution.states.count) states",
        solution.states.count, Int(Work.simLimit),
        "leave it out of --with; 'entente explain' tells of single states")
    }
    if !isSorted { return }
    var chosen = allStates ? solution.allStates : solved.lasting
    if let filter { chosen = chosen.intersection(solution.states(where: filter)) }
    // Where nobody says how many, documents have no more, and whoever writes a longer list sees to it.
    let count = min(chosen.count, drawn?.size ?? .max, most ?? Self.mostSorted)
    if count > Self.mostSorted {
      throw refuse(
        "\(count) states are too many to be sorted", count, Self.mostSorted,
        "ask for fewer")
    }
  }

  /// A list of more states than anybody could read or any program hold.
  package static func tooLong(_ count: Int, _ most: Int, _ subject: Case) -> Failure {
    .bound(
      Bound(
        kind: .listedStates, count: count, most: most,
        words: "a list of \(count) states is longer than \(most) rows",
        remedy: "name fewer with --where, or so many with --limit or --sample; --json has the counts of all"),
      subject.document)
  }

  package func answer(about subject: Subject, _ work: Work) throws(Failure) -> Answer {
    let subject = try subject.meaning(work)
    var condition: Condition?
    if let filter { condition = try subject.condition(filter, by: "where") }
    var actor: Int?
    if let sorting { actor = try subject.actor(named: sorting, by: "sort") }
    var rows: [Row] = []
    if let projecting { rows = try subject.rows(listedIn: projecting, by: "project") }
    if named == [.sim] { _ = try subject.decidable(named, work) }
    let solution = work.solve(
      subject.conflict, concepts, by: engine, naming: named,
      inSets: !sections.contains { $0.isListed })
    if let section = Section.allCases.first(where: { sections.contains($0) && $0.isListed }),
      let limit = solution.limit,
      let failure = Failure.limit(limit, subject.document).unlistable(
        "what is told with '\(section.rawValue)'",
        remedy: "leave it out of --with; 'entente explain' tells of single states", subject.conflict, work)
    {
      throw failure
    }
    let solved = SolvedCase(subject, solution)
    if !solution.isListed { try requireFew(solved, condition, isSorted: actor != nil) }
    var answer = Answer(solved: solved, limit: work.limit(solution.limit))
    answer.allStates = allStates
    answer.named = named
    if let condition, let filter { answer.filter = (words: filter, condition: condition) }
    answer.sortActor = actor
    answer.count = most
    answer.drawn = drawn
    if !rows.isEmpty, solution.hasAllStates {
      answer.projection = try Projection(
        solved, onto: rows, where: condition, atMost: most, control: work.telling)
      if answer.projection == nil, answer.limit == nil {
        answer.limit = work.limit(work.telling.shouldStop())
      }
    }
    answer.sections = sections
    if sections.contains(.ledger), answer.solved.hasReasons {
      answer.ledger = Ledger(answer.solved, control: work.telling)
    }
    answer.sample = sampleSize.map { VerdictSample(solution: solution, control: work.control).judge($0) }
    return answer
  }
}

package import CaseFile
package import ConflictModel
internal import Notation
package import Stability

/// What can be reached from here, by which steps, and what cannot?
package struct PathsQuestion: Question {
  package static let table = QuestionTable(
    "paths", format: "entente.paths",
    abstract: "Find out what can be reached from here, by which steps, and what cannot.",
    discussion: """
      Follows legal sequences, in which nobody moves twice running, from the status quo or another state. \
      By improvements (the default) each step makes its own mover better off; by moves anybody does \
      anything it can. Prints the shortest way to each equilibrium, what is out of reach and why, and who \
      can arrive where by which step. With --to, all ways to one outcome or state.
      """,
    examples: [
      "paths first.yaml", "paths first.yaml --by moves --concept nash",
      "paths first.yaml --to deal --by moves --limit 5", "paths first.yaml --from 2 --json",
      "paths first.yaml --format dot | dot -Tsvg -o paths.svg",
    ],
    done: "found", part: "what was found is printed", moment: "before any way was followed",
    parameters: [
      Parameter(
        "from", .text, naming: .state, standard: "status-quo", value: "state",
        "Where to start: a number, a pattern such as YNN, code:5, status-quo, an outcome, its name in quotes, or a condition that fixes one state.",
        more:
          "A status quo that is not sure is followed from each state that it may be, and an outcome from each of its states that lasts."
      ),
      Parameter(
        "by", .choice(["improvements", "moves"]), standard: "improvements", value: "by",
        "What the sequences are made of."),
      Parameter(
        "to", .text, naming: .target, value: "target",
        "List the ways to an outcome, a state, or wherever a condition holds."),
      .concept("Whose equilibria to look for: nash, gmr, smr, seq, sseq or sim."),
      Parameter(
        "limit", .count(1...Parameter.unbounded), standard: "20", value: "count",
        "With --to, list at most this many ways."),
    ], needsNoList: true)

  private let start: String
  private let target: String?
  private var options = Options()

  package init(_ arguments: Arguments) throws(Failure) {
    start = arguments.text("from") ?? "status-quo"
    target = arguments.text("to")
    options.kind = arguments.text("by") == "moves" ? .moves : .improvements
    options.concept = try arguments.concept("concept")
    options.limit = arguments.count("limit") ?? options.limit
  }

  /// What is looked for.
  package struct Options: Sendable {
    /// What the sequences are made of.
    package var kind = StepKind.improvements
    /// The concept whose equilibria are looked for, when it was decided.
    package var concept = Concept.seq
    /// Where all ways should lead, in the words in which it was asked, with the
    /// condition that holds there.
    package var target: (words: String, condition: Condition)?
    /// How many ways there are to list.
    package var limit = 20
    /// Where states cannot be listed, after so many combinations of a few nodes it is no longer counted in how many
    /// steps the rest is reached: some seconds.
    package var countedSteps: UInt64 = 1 << 24

    /// The defaults: improvements, and the equilibria under `seq`.
    package init() {}
  }

  package func answer(about subject: Subject, _ work: Work) throws(Failure) -> Answer {
    let subject = try subject.meaning(work)
    try subject.require(options.concept)
    _ = try subject.decidable([options.concept], work)
    if start.lowercased() == "status-quo", subject.statusQuo == nil { try refuseMissing(subject, work) }
    let solution = work.solve(subject.conflict, [options.concept], naming: [options.concept], inSets: true)
    if let limit = work.limit(solution.limit) { throw .limit(limit, subject.document) }
    var options = options
    if let target {
      options.target = (
        words: QuotedText.inside(target) ?? target,
        condition: try subject.target(target, by: "to", among: solution.states)
      )
    }
    let origin = try origin(in: subject, solution)
    let starts =
      if let origin {
        origin.explained.map { $0.position }
      } else {
        try subject.starts(start, "from", among: solution.states)
      }
    var answer = Answer(
      case: subject, solution: solution, from: starts, of: origin, options: options, memory: work.freeBytes,
      control: work.control)
    answer.limit = work.limit(answer.limit)
    return answer
  }

  /// Refuses a start that there is not before anything is solved.
  private func refuseMissing(_ subject: Case, _ work: Work) throws(Failure) {
    let states = try subject.states(work)
    _ = try subject.starts(start, "from", among: states)
  }

  /// The states of the outcome in which it starts; nil where one state is meant, or the status quo.
  private func origin(in subject: Case, _ solution: Solution) throws(Failure) -> OutcomeMembers? {
    if start.lowercased() == "status-quo" { return nil }
    // What is the number or the code of a state is that, whatever an outcome is called.
    if (try? subject.state(named: start, among: solution.states)) != nil { return nil }
    let named: Int?
    do throws(SyntaxError) { named = try subject.outcome(named: start) } catch {
      throw .wrong(error, about: "from", start)
    }
    guard let named, solution.states(where: subject.outcomes[named].condition).count > 1 else { return nil }
    return OutcomeMembers(of: named, under: [options.concept], in: subject, solution)
  }

  /// A graph of more states than can be listed.
  package static func tooManyToDraw(_ count: Int, _ most: Int, _ subject: Case) -> Failure {
    .bound(
      Bound(
        kind: .listedStates, count: count, most: most,
        words: "there are \(count) states, and a graph of ways is drawn state by state",
        remedy: "The shortest ways are told without --format; 'entente draw steps' draws one of them."),
      subject.document)
  }

  /// What was found from one state.
  package struct Section: Sendable {
    /// What sequences reach.
    package var reach: Reach
    /// What keeps improvements, or moves, from the rest.
    package var obstacles: ObstacleSearch
    /// The ways to the target, if there is one.
    package var ways: Ways?
    /// The states of the target; none where there is no target.
    package var targets: Selection
  }

  /// What sequences reach from one or several states.
  package struct Answer: Answering {
    /// The case.
    package let subject: Case
    /// What lasts in it.
    package let solution: Solution
    /// What was looked for.
    package let options: Options
    /// What was found from each start; empty where there are more states than can be listed.
    package private(set) var sections: [Section] = []
    /// What was found from each start where there are.
    package private(set) var sets: [SetSection] = []
    /// The outcome in which it starts, where that has several states.
    package let origin: OutcomeMembers?
    /// How many starts were asked for; at most ``startLimit`` are followed.
    package let startCount: Int
    package internal(set) var limit: Limit?

    /// So many starts are followed.
    package static let startLimit = 64
    /// So many where there are more states than can be listed.
    package static let setStartLimit = 8

    /// Looks for paths from the states at the given positions.
    ///
    /// - Complexity: that of ``/Questions/Reach`` for each start, three times.
    package init(
      case subject: Case, solution: Solution, from starts: [Int], of origin: OutcomeMembers? = nil,
      options: Options = Options(), memory: UInt64 = 1 << 32, control: Control = Control()
    ) {
      self.origin = origin
      self.subject = subject
      self.solution = solution
      self.options = options
      startCount = starts.count
      if !solution.isListed {
        follow(Array(starts.prefix(Self.setStartLimit)), memory, control)
        return
      }
      let targets =
        options.target.map { solution.states(where: $0.condition) } ?? Selection(at: [], of: solution.states)
      for start in starts.prefix(Self.startLimit) where limit == nil {
        let moves = Reach(from: start, by: .moves, in: solution, control: control)
        let reach =
          options.kind == .moves
          ? moves : Reach(from: start, by: .improvements, in: solution, control: control)
        let obstacles = ObstacleSearch(from: start, in: solution, moves: moves, control: control)
        let ways = options.target.map { _ in
          reach.ways(to: Set(targets), atMost: options.limit, control: control)
        }
        sections.append(Section(reach: reach, obstacles: obstacles, ways: ways, targets: targets))
        limit = reach.limit ?? obstacles.limit ?? ways?.limit
      }
    }

    private mutating func follow(_ starts: [Int], _ memory: UInt64, _ control: Control) {
      do throws(StateGraph.Stopped) {
        var paths = try SetPaths(subject, solution, options, memory: memory, control: control)
        for start in starts where limit == nil {
          sets.append(paths.section(from: start))
          limit = sets.last?.limit
        }
      } catch { limit = error.limit }
    }
  }
}

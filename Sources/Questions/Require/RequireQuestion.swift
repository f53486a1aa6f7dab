package import CaseFile
package import ConflictModel
internal import Notation
internal import Stability

/// What would the actors have to want for something to last?
package struct RequireQuestion: Question {
  package static let table = QuestionTable(
    "require", format: "entente.requirements",
    abstract: "Say what the actors would have to want for something to last.",
    discussion: """
      The question of 'entente solve' turned round: which preferences make a state an equilibrium, or at \
      least one state of an outcome? Prints what each actor would have to want, what of it holds, and the \
      least change that would do. With --vary it also counts the rankings of one actor that would.
      """,
    examples: [
      "require first.yaml", "require first.yaml --state 2 --concept nash",
      "require first.yaml --outcome deal --concept gmr", "require first.yaml --vary upper --json",
    ],
    done: "done", part: "what was found is printed",
    moment: "before anything that is required was worked out",
    parameters: [
      Parameter(
        "state", .text, naming: .state, standard: "status-quo", value: "state",
        "The state that is to last: a number, a pattern such as YNN, code:5, status-quo, an outcome with one state, its name in quotes, or a condition that fixes one state.",
        excludes: ["outcome"]),
      Parameter(
        "outcome", .text, naming: .outcome, value: "outcome",
        "The outcome of which at least one state is to last: its id, or its name in quotes."),
      .concept(),
      Parameter(
        "vary", .text, naming: .actor, value: "actor",
        "Count the strict rankings of this actor that do, in a case of at most 9 states."),
      Parameter(
        "size", .count(0...3), standard: "2", value: "count",
        "Try sets of up to so many edits of preferences, 0 to 3."),
    ],
    // Of the catalogue, up to one edit takes 0.03 s at most, two and three 0.2 s; the rankings of nine
    // states, of which there are 362,880, grow with what they are held against.
    isLong: { ($0.count("size") ?? 0) > 1 || $0.isGiven("vary") })

  private let state: String
  private let outcome: String?
  private let concept: Concept
  private let varying: String?
  private let size: Int

  @export(interface) package init(_ arguments: Arguments) throws(Failure) {
    state = arguments.text("state") ?? "status-quo"
    outcome = arguments.text("outcome")
    concept = try arguments.concept("concept")
    varying = arguments.text("vary")
    size = arguments.count("size") ?? 2
  }

  /// What something takes to last in a case.
  package struct Answer: Answering {
    /// The case.
    package var subject: Case
    /// What was found.
    package var requirements: Requirements
    package var limit: Limit?
  }

  @export(interface) package func answer(about subject: Subject, _ work: Work) throws(Failure) -> Answer {
    let subject = try subject.meaning(work)
    try subject.require(concept)
    var actor: Int?
    if let varying { actor = try subject.actor(named: varying, by: "vary") }
    let states = try subject.listedStates(work)
    let target = try target(in: subject, states)
    if actor != nil, states.count > RankingCounts.stateLimit {
      let bound = Bound(
        kind: .rankedStates, count: states.count, most: RankingCounts.stateLimit,
        words:
          "rankings are counted for at most \(RankingCounts.stateLimit) states, and this case has \(states.count)",
        remedy: "leave out --vary; what is required is worked out for any number of states")
      throw .bound(bound, subject.document)
    }
    do {
      let found = try subject.requirements(
        for: target, under: concept, edits: size, varying: actor, limits: work.limits, control: work.control)
      return Answer(subject: subject, requirements: found, limit: work.limit(found.limit))
    } catch {
      throw .limit(work.limit(error.limit), subject.document)
    }
  }

  private func target(in subject: Case, _ states: FeasibleStates) throws(Failure) -> Requirements.Target {
    if let outcome { return .outcome(try self.outcome(outcome, in: subject, states)) }
    try subject.requireStatusQuo(for: state, by: "state", "say what is to last with --state or --outcome")
    do { return .state(try subject.state(named: state, among: states)) } catch {
      throw .wrong(error, about: "state", state)
    }
  }

  private func outcome(_ name: String, in subject: Case, _ states: FeasibleStates) throws(Failure) -> Int {
    let index = try subject.outcome(named: name, by: "outcome")
    let id = subject.outcomes[index].id
    let predicate = subject.conflict.predicate(subject.outcomes[index].condition)
    let count = states.count { predicate($0) }
    if count <= Requirements.candidateLimit { return index }
    let bound = Bound(
      kind: .outcomeStates, count: count, most: Requirements.candidateLimit,
      words:
        "the outcome '\(id)' has \(count) states, and at most \(Requirements.candidateLimit) are looked at",
      remedy: "name one of them with --state")
    throw .bound(bound, subject.document)
  }
}

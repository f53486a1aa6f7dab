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
        "Try sets of up to so many edits of preferences, 0 to 3.",
        more: "Where there are too many states to be listed it is 1 unless more is asked for."),
    ],
    needsNoList: true,
    // Of the catalogue, up to one edit takes 0.03 s at most, two and three 0.2 s; the rankings of nine
    // states, of which there are 362,880, grow with what they are held against.
    isLong: { ($0.count("size") ?? 0) > 1 || $0.isGiven("vary") })

  private let state: String
  private let outcome: String?
  private let concept: Concept
  private let varying: String?
  /// Nil where nothing was said of it.
  private let size: Int?

  package init(_ arguments: Arguments) throws(Failure) {
    state = arguments.text("state") ?? "status-quo"
    outcome = arguments.text("outcome")
    concept = try arguments.concept("concept")
    varying = arguments.text("vary")
    size = arguments.isGiven("size") ? arguments.count("size") : nil
  }

  /// What something takes to last in a case.
  package struct Answer: Answering {
    /// What was found.
    package enum Found: Sendable {
      case listed(Requirements)
      /// Where there are more states than can be listed.
      case sets(SetRequirements)
    }

    /// The case.
    package var subject: Case
    /// What was found.
    package var found: Found
    /// Where one of several states that the present may be is asked about: which of the others last.
    package var others: [(state: State, lasts: Bool)] = []
    package var limit: Limit?

    /// Of an outcome with more states than are looked at not all is told.
    package var isUndetermined: Bool {
      if case .listed(let requirements) = found, requirements.isCut { return true }
      return limit != nil
    }
  }

  package func answer(about subject: Subject, _ work: Work) throws(Failure) -> Answer {
    let subject = try subject.meaning(work)
    try subject.require(concept)
    var actor: Int?
    if let varying { actor = try subject.actor(named: varying, by: "vary") }
    let states = try subject.states(work)
    try subject.require(concept, over: states)
    let target = try target(in: subject, states)
    if actor != nil, states.count > RankingCounts.stateLimit {
      let bound = Bound(
        kind: .rankedStates, count: states.count, most: RankingCounts.stateLimit,
        words:
          "rankings are counted for at most \(RankingCounts.stateLimit) states, and this case has \(states.count)",
        remedy: "leave out --vary; what is required is worked out for any number of states")
      throw .bound(bound, subject.document)
    }
    do throws(StateGraph.Stopped) {
      if !states.isListed {
        let found = try SetRequirements(
          subject, for: target, under: concept, over: states, edits: size ?? 1, work)
        return Answer(subject: subject, found: .sets(found), limit: work.limit(found.limit))
      }
      let found = try subject.requirements(
        for: target, under: concept, edits: size ?? 2, varying: actor, limits: work.limits,
        control: work.control)
      var answer = Answer(subject: subject, found: .listed(found), limit: work.limit(found.limit))
      if case .state(let state) = target, found.limit == nil {
        answer.others = try subject.others(than: state, found, work)
      }
      return answer
    } catch {
      throw .limit(work.limit(error.limit), subject.document)
    }
  }

  private func target(in subject: Case, _ states: FeasibleStates) throws(Failure) -> Requirements.Target {
    if let outcome { return .outcome(try subject.outcome(named: outcome, by: "outcome")) }
    let some = subject.outcomes.first.map { ", such as --outcome \($0.id)" } ?? " with --state"
    try subject.requireStatusQuo(for: state, by: "state", "say what is to last\(some)")
    do throws(SyntaxError) { return .state(try subject.state(named: state, among: states)) } catch {
      guard let outcome = outcome(meant: state, in: subject, states) else {
        throw .wrong(error, about: "state", state)
      }
      let message = error.diagnostics.first?.message ?? "'\(state)' is no state"
      throw .argument(
        message, hint: "'--outcome \(outcome)' asks that at least one of them last", about: "state", state)
    }
  }

  /// The outcome that a text describes which is to name a state: by its own name, or by a condition
  /// that holds in the very same states; nil where it is none of several states.
  private func outcome(meant text: String, in subject: Case, _ states: FeasibleStates) -> String? {
    let named = try? subject.outcome(named: text)
    guard
      let condition = named.map({ subject.outcomes[$0].condition }) ?? (try? subject.condition(parsing: text))
    else { return nil }
    if !states.isListed { return outcome(meant: condition, in: subject) }
    let meant = subject.conflict.predicate(condition)
    if !states.contains(where: { meant($0) }) { return nil }
    return subject.outcomes.first { outcome in
      let belongs = subject.conflict.predicate(outcome.condition)
      return states.allSatisfy { meant($0) == belongs($0) }
    }?.id
  }

  /// The same of more states than can be gone through: where no state has one and not the other.
  private func outcome(meant condition: Condition, in subject: Case) -> String? {
    let one = EnumerationLimits(states: 1)
    func isEmpty(_ conditions: [Condition]) -> Bool {
      subject.conflict.feasibleStates(where: conditions, limits: one).states.isEmpty
    }
    if isEmpty([condition]) { return nil }
    return subject.outcomes.first { outcome in
      isEmpty([condition, .not(outcome.condition)]) && isEmpty([outcome.condition, .not(condition)])
    }?.id
  }
}

extension Case {
  /// What becomes of the other states that the present may be, if the state is one of them.
  fileprivate func others(
    than state: State, _ found: Requirements, _ work: Work
  ) throws(StateGraph.Stopped) -> [(state: State, lasts: Bool)] {
    guard let presents = statusQuo?.completions, presents.contains(state) else { return [] }
    let inquiry = found.graph.inquiry(under: found.orders, control: work.control)
    var others: [(state: State, lasts: Bool)] = []
    for other in presents where other != state {
      guard let position = found.graph.states.position(of: other) else { continue }
      others.append((other, try inquiry.isEquilibrium(found.concept, at: position)))
    }
    return others
  }
}

package import CaseFile
package import ConflictModel
internal import Stability

/// What it takes for a state, or at least one state of an outcome, to last, where there are more states than can be
/// listed: who would leave, and the fewest edits of preferences that make it last. All that each actor would have to
/// want is not told there, since that compares states with each other one by one.
package struct SetRequirements: Sendable {
  /// What is to last.
  package let target: Requirements.Target
  /// In which sense.
  package let concept: Concept
  /// The feasible states of the case, as a set.
  package let states: FeasibleStates
  /// How many of them are in question.
  package private(set) var count = 0
  /// Whether what is to last does so already.
  package private(set) var lasts = false
  /// The state that is told of: one that lasts, or of those nearest to the present one that the fewest leave; nil where
  /// none is in question.
  package private(set) var shown: State?
  /// Who leaves that state.
  package private(set) var leaving: [Leaving] = []
  /// Where one of several states that the present may be is asked about: which of the others last.
  package private(set) var others: [(state: State, lasts: Bool)] = []
  /// The fewest edits of preferences that make it last; nil when it does already, or the work ended before.
  package private(set) var edits: NearestEdits?
  /// Why the work ended early, or nil.
  package private(set) var limit: Limit?

  /// Somebody who leaves a state.
  package struct Leaving: Sendable, Hashable {
    /// The actor.
    package var actor: Int
    /// Where its plainest move leads that nobody spoils.
    package var target: State
  }

  /// What is to last, as a claim about a case.
  package func claim(in subject: Case) -> Claim { target.claim(in: subject, under: concept) }

  /// Of an outcome so many states are looked at, to tell of one that few leave.
  private static let mostCompared = 16
}

extension SetRequirements {
  /// What it takes in a case.
  ///
  /// - Parameters:
  ///   - subject: The case.
  ///   - target: What is to last.
  ///   - concept: In which sense; any but `sim`.
  ///   - states: The states of the case, as a set.
  ///   - size: The largest sets of edits that are tried, from 1 to 3; 0 for none.
  ///   - work: Memory and time.
  ///
  /// - Throws: The limit that was reached before anything could be said.
  init(
    _ subject: Case, for target: Requirements.Target, under concept: Concept, over states: FeasibleStates,
    edits size: Int, _ work: Work
  ) throws(StateGraph.Stopped) {
    (self.target, self.concept, self.states) = (target, concept, states)
    let solution = work.solve(subject.conflict, [], inSets: true, as: .untold)
    if let limit = solution.limit { throw StateGraph.Stopped(limit: limit) }
    let claim = target.claim(in: subject, under: concept)
    guard let condition = claim.someCondition else { return }
    let members = solution.states(where: condition)
    count = members.count
    if members.isEmpty { return }
    var inquiry = try SetInquiry.ready(
      subject.conflict, like: states, memory: work.freeBytes, control: work.control)
    let wishes = subject.conflict.actors.map { _ in 0 }
    let now = subject.statusQuo?.state ?? State(0)
    let near = members.positions(nearest: now, atMost: Self.mostCompared).map { states[$0] }
    shown = try inquiry.equilibrium(concept, where: condition, tryingFirst: near.first, under: wishes)
    lasts = shown != nil
    if case .state(let state) = target, let presents = subject.statusQuo?.completions,
      presents.contains(state)
    {
      for other in presents where other != state && inquiry.isFeasible(other) {
        others.append((other, try inquiry.isEquilibrium(concept, other, under: wishes)))
      }
    }
    if lasts { return }
    var fewest: [Int]?
    for state in near {
      var leaving: [Int] = []
      for actor in wishes.indices {
        if try !inquiry.isStable(concept, actor: actor, in: state, under: wishes) { leaving.append(actor) }
      }
      if leaving.count < fewest?.count ?? .max { (fewest, shown) = (leaving, state) }
    }
    do throws(StateGraph.Stopped) {
      try tellOfLeaving(fewest ?? [], solution, work.control)
      if size > 0 {
        edits = try NearestEdits(
          subject, claim, upTo: size, over: states, memory: work.freeBytes, control: work.control)
        limit = edits?.limit
      }
    } catch { limit = error.limit }
  }

  private mutating func tellOfLeaving(
    _ actors: [Int], _ solution: Solution, _ control: Control
  ) throws(StateGraph.Stopped) {
    guard let shown, let position = states.position(of: shown) else { return }
    for actor in actors {
      let certificate = try solution.certificate(
        concept, actor: actor, position: position, choosing: .plainest, control: control)
      guard case .unstable(let escape) = certificate.finding else { continue }
      leaving.append(Leaving(actor: actor, target: escape.improvement))
    }
  }
}

extension Requirements.Target {
  /// That it lasts, as a claim about a case.
  package func claim(in subject: Case, under concept: Concept) -> Claim {
    switch self {
    case .state(let state): Claim(.lasts(state), under: concept, words: "")
    case .outcome(let index): Claim(.some(subject.outcomes[index].condition), under: concept, words: "")
    }
  }
}

extension Claim {
  /// Where something is to last for the claim to be true; nil where that is not what is claimed.
  fileprivate var someCondition: Condition? {
    switch content {
    case .lasts(let state): .state(state)
    case .some(let condition): condition
    case .every, .no: nil
    }
  }
}

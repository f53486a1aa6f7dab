public import ConflictModel

/// What was found out about a conflict: which states are stable, for whom, and
/// in what sense.
///
///     let solution = duel.solve()
///     solution.equilibria(.nash)                          // positions in solution.states
///     solution.isStable(.seq, actor: 0, position: 3)
///     solution.certificate(.seq, actor: 0, position: 3)   // and why
///
/// States are given by *position* in ``states``, from 0. Asking about a concept
/// that is not in ``concepts``, or an actor or position that there is not, is a
/// programming error.
public struct Solution: Sendable {
  /// The conflict that was solved.
  public let conflict: Conflict
  /// The feasible states that were listed: all of them unless ``limit`` is set.
  public let states: FeasibleStates
  /// Why the work ended early, or nil when everything asked for is decided.
  public let limit: Limit?
  /// The concepts decided for every state and actor, in the order of `Concept.allCases`.
  public let concepts: [Concept]
  /// The concepts that were asked for and that the conflict's form does not define.
  public let notDefined: [Concept]
  /// The concepts that were asked for and that the work ended too early to decide.
  public let undetermined: [Concept]
  /// Whether ``states`` are all the feasible states, so that positions count.
  public let hasAllStates: Bool

  /// Nil when the work ended before there were any.
  let tables: Tables?
  /// For each of `concepts`, for each actor, where it is stable.
  private let stable: [[PositionSet]]
  /// For each of `concepts`, where all actors are.
  private let everywhereStable: [PositionSet]

  init(
    conflict: Conflict, states: FeasibleStates, limit: Limit?, notDefined: [Concept],
    defined: [Concept], hasAllStates: Bool = true, tables: Tables? = nil,
    verdicts: [(concept: Concept, stable: [PositionSet])] = []
  ) {
    self.conflict = conflict
    self.states = states
    self.limit = limit
    self.notDefined = notDefined
    self.hasAllStates = hasAllStates
    self.tables = tables
    undetermined = defined.filter { concept in !verdicts.contains { $0.concept == concept } }
    concepts = verdicts.map { $0.concept }
    stable = verdicts.map { $0.stable }
    everywhereStable = verdicts.map { verdict in
      var all = PositionSet(allOf: states.count)
      for positions in verdict.stable { all.formIntersection(positions) }
      return all
    }
  }

  private func index(of concept: Concept) -> Int {
    guard let index = concepts.firstIndex(of: concept) else {
      preconditionFailure("the concept was not decided")
    }
    return index
  }
}

extension Solution {
  /// Whether the actor is stable at `position` under the concept.
  public func isStable(_ concept: Concept, actor: Int, position: Int) -> Bool {
    stable[index(of: concept)][actor].contains(position)
  }

  /// The positions where the actor is stable under the concept, rising.
  ///
  /// - Complexity: O(number of states)
  public func stable(_ concept: Concept, actor: Int) -> [Int] {
    stable[index(of: concept)][actor].members
  }

  /// The positions where every actor is stable under the concept, rising.
  ///
  /// - Complexity: O(number of states)
  public func equilibria(_ concept: Concept) -> [Int] {
    everywhereStable[index(of: concept)].members
  }

  /// Whether every actor is stable at `position` under the concept.
  public func isEquilibrium(_ concept: Concept, position: Int) -> Bool {
    everywhereStable[index(of: concept)].contains(position)
  }
}

extension Solution {
  /// The positions in tiers that the actor likes equally, the best first; empty
  /// when the work ended before preferences were worked out.
  public func tiers(of actor: Int) -> [[Int]] {
    tables?.ranks[actor].tiers ?? []
  }

  /// The positions that one move of the actor leads to, rising; empty when the
  /// work ended before moves were worked out.
  public func moves(of actor: Int, from position: Int) -> [Int] {
    var list: [UInt32] = []
    tables?.moves[actor].appendTargets(of: position, to: &list)
    return list.map { Int($0) }
  }

  /// The positions that one improvement of the actor leads to, rising; empty
  /// when the work ended before moves were worked out.
  public func improvements(of actor: Int, from position: Int) -> [Int] {
    var list: [UInt32] = []
    tables?.appendImprovements(of: actor, from: position, to: &list)
    return list.map { Int($0) }
  }
}

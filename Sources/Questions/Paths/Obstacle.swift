package import ConflictModel
import Notation
package import Stability

/// Why none of a set of states can be reached.
///
/// Each is a fact about everything that legal sequences reach, and proves that
/// they do not reach the set.
package enum Obstacle: Sendable, Hashable {
  /// The set has no feasible state.
  case nothingThere
  /// In every state of the set the option is taken (or not), and in no state that
  /// moves reach.
  case option(Int, taken: Bool, Bar)
  /// No move of anybody leads into the set from outside it.
  case noMoveLeadsThere
  /// What moves reach, so many states, has none of the set, and no single option
  /// tells why.
  case outOfReach(reachedCount: Int)
  /// Moves reach it, in so many steps at least, but on every way some steps do
  /// not make their mover better off: at least as many as on this one, which is
  /// the plainest: of the ways with as few such steps a shortest, of these the one
  /// that changes least. It may be longer than a way that cares for no gains.
  case reluctance(steps: Int, LeastReluctance.Path)

  /// The same where it was too much to find out on which steps it hangs: moves lead there, in so many steps where
  /// these were counted.
  case losses(steps: Int?)

  /// Why an option cannot be changed.
  package enum Bar: Sendable, Hashable {
    /// Nobody controls it.
    case nobody
    /// It may only be changed the other way.
    case oneWay
    /// Taking it needs something that holds in none of the states reached; the
    /// requirement by index.
    case need(Int)
    /// Rules or bans on single moves keep its owner from changing it in every
    /// state reached.
    case neverOpen
  }
}

/// Finds out why states cannot be reached from a start.
package struct ObstacleSearch: Sendable {
  /// The conflict with its moves and preferences.
  package let solution: Solution
  /// What moves reach, with the fewest reluctant steps.
  package let reluctance: LeastReluctance
  /// What moves reach, with the fewest steps.
  package let moves: Reach

  /// The options that are taken in every state that moves reach, and in none.
  private let always: UInt64
  private let never: UInt64

  /// Prepares to answer for a start.
  ///
  /// - Complexity: that of ``Reach`` by moves, twice.
  package init(from start: Int, in solution: Solution, moves: Reach? = nil, control: Control = Control()) {
    self.solution = solution
    self.moves = moves ?? Reach(from: start, by: .moves, in: solution, control: control)
    reluctance = LeastReluctance(from: start, in: solution, control: control)
    var (always, never): (UInt64, UInt64) = (.max, .max)
    for position in reluctance.positions {
      always &= solution.states[position].code
      never &= ~solution.states[position].code
    }
    self.always = always
    self.never = never
  }

  /// Why the search ended early, so that nothing can be said; else nil.
  package var limit: Limit? { reluctance.limit ?? moves.limit }

  /// What keeps legal sequences of improvements, or of any moves, from the
  /// positions; nil when they reach one.
  package func obstacle(to positions: [Int], by kind: StepKind) -> Obstacle? {
    if positions.isEmpty { return .nothingThere }
    if let nearest = nearest(of: positions) {
      if kind == .moves || reluctance.reluctance(to: nearest) == 0 { return nil }
      let steps = positions.compactMap { moves.distance(to: $0) }.min() ?? 0
      return reluctance.path(to: nearest).map { .reluctance(steps: steps, $0) }
    }
    return solution.conflict.form == .options ? option(positions) : graph(positions)
  }

  /// The position to which the plainest sequence leads.
  private func nearest(of positions: [Int]) -> Int? {
    positions.filter(reluctance.contains).min(by: reluctance.isPlainer)
  }

  private func option(_ positions: [Int]) -> Obstacle {
    let conflict = solution.conflict
    var (taken, left): (UInt64, UInt64) = (.max, .max)
    for position in positions {
      taken &= solution.states[position].code
      left &= ~solution.states[position].code
    }
    let found = conflict.options.indices.compactMap {
      option -> (option: Int, taken: Bool, bar: Obstacle.Bar)? in
      let bit: UInt64 = 1 << UInt64(option)
      if taken & never & bit != 0 { return (option, true, bar(option, taken: true)) }
      if left & always & bit != 0 { return (option, false, bar(option, taken: false)) }
      return nil
    }
    // The plainest reason first.
    guard let first = found.min(by: { $0.bar.weight < $1.bar.weight }) else {
      return .outOfReach(reachedCount: reluctance.positionCount)
    }
    return .option(first.option, taken: first.taken, first.bar)
  }

  private func bar(_ option: Int, taken: Bool) -> Obstacle.Bar {
    let conflict = solution.conflict
    if !conflict.actors.indices.contains(conflict.options[option].actor) { return .nobody }
    if conflict.options[option].direction == (taken ? .drop : .take) { return .oneWay }
    if taken {
      for (index, requirement) in conflict.requirements.enumerated() where requirement.option == option {
        let needs = conflict.predicate(requirement.needs)
        if !reluctance.positions.contains(where: { needs(solution.states[$0]) }) { return .need(index) }
      }
    }
    return .neverOpen
  }

  private func graph(_ positions: [Int]) -> Obstacle {
    let targets = Set(positions)
    for position in solution.states.indices where !targets.contains(position) {
      for actor in solution.conflict.actors.indices
      where solution.moves(of: actor, from: position).contains(where: targets.contains) {
        return .outOfReach(reachedCount: reluctance.positionCount)
      }
    }
    return .noMoveLeadsThere
  }
}

extension Obstacle.Bar {
  /// The plainest reason is told: that of the least weight.
  var weight: Int {
    switch self {
    case .nobody: 0
    case .oneWay: 1
    case .need: 2
    case .neverOpen: 3
    }
  }
}

internal import CaseFile
package import ConflictModel
internal import Stability

/// Something that a reader should keep in mind before relying on an answer.
package enum Caution: Sendable, Hashable {
  /// So many states last under each of these concepts that being among them says little.
  case muchLasts([Share])
  /// Nobody can leave these states, whatever anybody wants; the first of them, by position.
  case deadEnds([Int])
  /// Nothing matters to these actors.
  case indifferent([Int])
  /// The case leaves open what these actors would want.
  case inDoubt([Int])
  /// It is not known which of several states the status quo is.
  case unsureStatusQuo

  /// How many states last under a concept.
  package struct Share: Sendable, Hashable {
    /// The concept.
    package var concept: Concept
    /// How many states last under it.
    package var count: Int
  }
}

extension SolvedCase {
  /// With fewer states than this, one state is more than the share of all states
  /// from which on much lasts.
  private static let leastStatesForShares = 20

  /// What a reader should keep in mind before relying on the answer.
  package var cautions: [Caution] {
    var found: [Caution] = []
    let total = solution.states.count
    // One state is no crowd, and of few states any two are a large share.
    let loose =
      total < Self.leastStatesForShares
      ? []
      : strongestFirst.map { Caution.Share(concept: $0, count: solution.equilibria($0).count) }
        .filter { $0.count > 1 && $0.count > total / 20 }
    if !loose.isEmpty { found.append(.muchLasts(loose)) }
    let stuck = deadEnds
    if !stuck.isEmpty { found.append(.deadEnds(stuck)) }
    let indifferent = conflict.actors.indices.filter { conflict.actors[$0].preference == .indifferent }
    if !indifferent.isEmpty { found.append(.indifferent(indifferent)) }
    let inDoubt = subject.actorsInDoubt
    if !inDoubt.isEmpty { found.append(.inDoubt(inDoubt)) }
    if statusQuos.count > 1 { found.append(.unsureStatusQuo) }
    return found
  }

  /// States that last for want of moves: nobody can leave them, whatever anybody wants.
  private var deadEnds: [Int] {
    guard hasReasons, solution.states.count > 1 else { return [] }
    if let stuck = solution.stuck { return Array(stuck.intersection(lasting).prefix(lookedLimit)) }
    return lasting.prefix(lookedLimit).filter { position in
      !conflict.actors.indices.contains { solution.canMove($0, from: position) }
    }
  }
}

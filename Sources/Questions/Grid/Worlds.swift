package import CaseFile
package import ConflictModel
package import Notation

/// What lasts in which world: a case solved for every combination of its events,
/// its actors' profiles and the completions of its status quo.
///
///     let worlds = try Worlds(document, varying: subject.dimensions)
///     worlds.findings(about: .outcome(0)).tree    // what decides whether it lasts
///
/// Worlds that differ only in the status quo share one conflict, which is solved
/// once: where a conflict stands has no effect on what is an equilibrium.
package struct Worlds: Sendable {
  /// The concept whose equilibria are meant.
  package let concept: Concept
  /// What varies.
  package let dimensions: [Dimension]
  /// The case as it is written, events and profiles that were given put in.
  package let subject: Case
  /// The states of the dimension that is the status quo, by its values.
  package let statusQuos: [State]
  /// Every combination of values, the last dimension fastest.
  package let worlds: [World]
  /// What was found out about each conflict solved.
  package let conflicts: [Found]
  /// Why worlds are left unsolved, or nil when none is.
  package let limit: Limit?

  /// Why there is no such world.
  package enum Impossibility: Sendable, Hashable {
    /// The case has no meaning with these values.
    case fault(Diagnostic?)
    /// The status quo cannot be so there.
    case statusQuo
  }

  /// One combination of values.
  package struct World: Sendable, Hashable {
    /// What became of it.
    package enum Status: Sendable, Hashable {
      /// Its conflict was solved: an index into ``Worlds/conflicts``.
      case solved(Int)
      /// There is no such world, and why.
      case impossible(Impossibility)
      /// The work ended before its turn came.
      case notReached
    }

    /// For each dimension the value, by index.
    package var values: [Int]
    /// What became of it.
    package var status: Status
    /// Where the conflict stands in it, or nil when that is not said.
    package var statusQuo: State?
    /// The actors who would leave the status quo, by index; empty where it lasts.
    package var leaving: [Int]
  }

  /// What was found out about one conflict.
  package struct Found: Sendable, Hashable {
    /// How many states are feasible.
    package var feasible: Int
    /// How many of them are equilibria.
    package var equilibria: Int
    /// How many of these belong to each outcome.
    package var outcomes: [Int]
    /// The options that every equilibrium takes, one bit each.
    package var always: UInt64
    /// The options that no equilibrium takes, one bit each.
    package var never: UInt64
    /// The equilibria, or nil when there are more than ``Worlds/listedStates``.
    package var lasting: [State]?
  }

  /// Up to so many equilibria of a conflict are kept one by one.
  package static let listedStates = 24
}

extension Worlds {
  /// What was found out about a world's conflict, if it was solved.
  package func found(_ world: World) -> Found? {
    if case .solved(let index) = world.status { conflicts[index] } else { nil }
  }

  /// How many worlds were solved.
  package var solvedCount: Int { worlds.reduce(0) { $0 + (found($1) == nil ? 0 : 1) } }

  /// How many worlds there cannot be.
  package var impossibleCount: Int {
    worlds.reduce(0) { count, world in
      if case .impossible = world.status { count + 1 } else { count }
    }
  }
}

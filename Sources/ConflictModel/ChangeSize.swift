/// How much a move changes: the smaller, the easier to say and to do.
///
/// Options count first: a level option that is moved counts once, however many
/// levels it goes through. Among changes of as many options the levels passed
/// count. In graph form, where states have no options, every move is one change.
///
///     let meter = ChangeMeter(duel)
///     meter.size(from: State(0b00), to: State(0b01)) < meter.size(from: State(0b00), to: State(0b11))
///
/// Where an actor could gain by several moves, people are told of the one that
/// changes least; of those that change as much, the one that the actor likes best,
/// and of these the one to the lowest code. See ``ChangeMeter/isPlainer(_:than:from:liked:)``,
/// which is the one place that decides it.
package struct ChangeSize: Hashable, Comparable, Sendable {
  /// How many options are changed.
  package var options: Int
  /// How many levels they pass through, in all; an option of yes or no has one.
  package var levels: Int

  /// A change of so many options by so many levels.
  package init(options: Int, levels: Int) {
    self.options = options
    self.levels = levels
  }

  /// No change.
  package static let none = ChangeSize(options: 0, levels: 0)

  /// Orders by options, then by levels.
  package static func < (left: ChangeSize, right: ChangeSize) -> Bool {
    (left.options, left.levels) < (right.options, right.levels)
  }

  /// The size of two changes made one after the other.
  package static func + (left: ChangeSize, right: ChangeSize) -> ChangeSize {
    ChangeSize(options: left.options + right.options, levels: left.levels + right.levels)
  }
}

/// Measures what moves of one conflict change.
package struct ChangeMeter: Sendable {
  /// Whether states are made of options.
  private let hasOptions: Bool
  /// The thresholds of each level option, as bits.
  private let levels: [UInt64]
  /// The options that are no thresholds.
  private let single: UInt64

  /// A meter for moves of the conflict.
  package init(_ conflict: Conflict) {
    hasOptions = conflict.form == .options
    levels = conflict.levelOptions.map { level in
      level.thresholds.reduce(0) { $0 | 1 << UInt64($1) }
    }
    single = ~levels.reduce(0) { $0 | $1 }
  }

  /// How much differs between two states.
  package func size(from old: State, to new: State) -> ChangeSize {
    let changed = old.code ^ new.code
    if changed == 0 { return .none }
    if !hasOptions { return ChangeSize(options: 1, levels: 1) }
    var options = (changed & single).nonzeroBitCount
    for level in levels where changed & level != 0 { options += 1 }
    return ChangeSize(options: options, levels: changed.nonzeroBitCount)
  }

  /// Whether going from a state to `left` is the plainer move beside going to `right`: it
  /// changes less, or as much and its mover likes the end better.
  ///
  /// - Parameter liked: How the mover likes the two ends, the higher the more. Several who
  ///   move together may like neither more.
  package func isPlainer<Liking: Comparable>(
    _ left: State, than right: State, from old: State, liked: (left: Liking, right: Liking)
  ) -> Bool {
    let (one, other) = (size(from: old, to: left), size(from: old, to: right))
    if one != other { return one < other }
    return liked.left == liked.right ? left < right : liked.left > liked.right
  }

  /// Whether going from a state to `left` changes less than going to `right`; of
  /// changes of one size, the one to the lower code counts as less. For moves of several actors,
  /// who have no common preference.
  package func isSmaller(_ left: State, than right: State, from old: State) -> Bool {
    isPlainer(left, than: right, from: old, liked: (0, 0))
  }
}

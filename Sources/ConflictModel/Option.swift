/// Something that one actor can do or leave undone: one bit of every state.
///
/// An option with several levels is held as one such bit for each threshold
/// above the lowest level; see ``LevelOption``.
public struct Option: Sendable, Equatable {
  /// The full name used in conditions, such as `seoul.direct` or, for a
  /// threshold, `seoul.controls>=l798`.
  public var id: String
  /// The name shown to people.
  public var name: String
  /// The actor who controls the option, by index. An option that nobody
  /// controls (-1) keeps whatever value a state gives it.
  public var actor: Int
  /// Which way the option can be changed.
  public var direction: Direction

  /// An option of the actor at index `actor`.
  public init(id: String, name: String? = nil, actor: Int, direction: Direction = .both) {
    self.id = id
    self.name = name ?? id
    self.actor = actor
    self.direction = direction
  }

  /// The owner of an option that no actor controls.
  public static let nobody = -1

  /// Which way an option can be changed.
  public enum Direction: String, Sendable, Hashable, CaseIterable {
    /// It can be taken and given up again.
    case both
    /// It can be taken and never undone.
    case take
    /// It can only be given up.
    case drop
  }
}

/// An option with one of several levels at a time, held as one bit for each
/// level above the lowest: bit *k* says that the level is at least *k + 1*.
///
/// Only the monotone patterns are feasible: a bit that is set has all the bits
/// below it set. The ``Conflict`` sees to that by itself.
public struct LevelOption: Sendable, Equatable {
  /// The full name, such as `seoul.controls`.
  public var id: String
  /// The name shown to people.
  public var name: String
  /// The actor who controls it, by index.
  public var actor: Int
  /// The levels' ids, lowest first; at least two.
  public var levels: [String]
  /// The names of the levels, in the same order.
  public var levelNames: [String]
  /// The option that stands for the lowest threshold; the others follow it.
  public var firstOption: Int

  /// A level option over the thresholds that start at option `firstOption`.
  public init(
    id: String, name: String, actor: Int, levels: [String], levelNames: [String], firstOption: Int
  ) {
    self.id = id
    self.name = name
    self.actor = actor
    self.levels = levels
    self.levelNames = levelNames
    self.firstOption = firstOption
  }

  /// The options that stand for the thresholds, lowest first.
  public var thresholds: Range<Int> {
    firstOption..<firstOption + levels.count - 1
  }

  /// The level in `state`: 0 for the lowest.
  public func level(in state: State) -> Int {
    var level = 0
    for option in thresholds where state.takes(option) { level += 1 }
    return level
  }
}

/// A restriction on the moves that take an option: the condition must hold in
/// the state that the move starts from.
public struct TakeRequirement: Sendable, Hashable {
  /// The option, by index.
  public var option: Int
  /// What must hold where the move starts.
  public var needs: Condition

  /// Taking `option` needs `needs`.
  public init(option: Int, needs: Condition) {
    self.option = option
    self.needs = needs
  }
}

/// A fact that no actor controls, with one value in the whole conflict.
public struct Event: Sendable, Equatable {
  /// The name used in conditions.
  public var id: String
  /// The name shown to people.
  public var name: String
  /// Whether the event holds.
  public var holds: Bool

  /// An event that holds or does not.
  public init(id: String, name: String? = nil, holds: Bool) {
    self.id = id
    self.name = name ?? id
    self.holds = holds
  }
}

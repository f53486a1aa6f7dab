/// A statement about states that is true or false in each of them.
///
/// Options, events and terms are given by their index in the ``Conflict`` that
/// the condition belongs to. A term stands for a condition that has a name; it
/// is looked up, never copied in, so forty terms that each use the one before
/// twice stay forty terms.
public indirect enum Condition: Sendable, Hashable {
  /// True everywhere or false everywhere.
  case constant(Bool)
  /// The option is taken.
  case taken(Int)
  /// The event holds.
  case event(Int)
  /// The named condition holds.
  case term(Int)
  /// True in this state alone.
  case state(State)
  /// The condition does not hold.
  case not(Condition)
  /// Every one of the conditions holds; true when there are none.
  case all([Condition])
  /// At least one of the conditions holds; false when there are none.
  case any([Condition])
  /// The second holds wherever the first does.
  case implies(Condition, Condition)
  /// Both hold, or neither.
  case iff(Condition, Condition)
  /// So many of the conditions hold.
  case count(Bound, Int, [Condition])

  /// How a number of conditions is bounded.
  public enum Bound: Sendable, Hashable {
    /// No fewer than the number.
    case atLeast
    /// No more than the number.
    case atMost
    /// The number itself.
    case exactly
  }
}

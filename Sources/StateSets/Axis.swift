/// One bit of the slots' numbers along which a pass goes, and in which direction.
///
/// A pass along a bit looks at pairs of slots that differ in that bit alone. A
/// slot *leads to* the other of its pair when it may change the bit; passes along
/// several bits then reach every slot that differs in them in allowed ways, in
/// any order and all at once.
public struct Axis: Sendable, Hashable {
  /// The bit, from 0.
  public var bit: Int
  /// Whether slots without the bit lead to those with it.
  public var rises: Bool
  /// Whether slots with the bit lead to those without it.
  public var falls: Bool

  /// A bit that may be set or cleared, unless one of them is excluded.
  public init(bit: Int, rises: Bool = true, falls: Bool = true) {
    self.bit = bit
    self.rises = rises
    self.falls = falls
  }
}

/// An axis along which some slots lead nowhere.
///
/// Passes along several axes still do what they should, in any order, where whether a
/// slot is open never depends on another axis of the same passes.
public struct GuardedAxis: Sendable {
  /// The bit and its directions.
  public var axis: Axis
  /// The slots that lead along it; all others keep what they have.
  public var open: StateSet

  /// An axis that the slots of `open` lead along.
  public init(_ axis: Axis, open: StateSet) {
    self.axis = axis
    self.open = open
  }
}

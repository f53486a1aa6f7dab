/// A partition of the slots into *fibres*: within one, any slot may lead to any
/// other; between two, none does.
public enum Fibres: Sendable {
  /// In a cube of 2ⁿ slots, slots that differ in the bits of `own` alone.
  case cube(own: UInt64)
  /// Lists of slots, one after the other in `members`; fibre *k* is
  /// `members[starts[k] ..< starts[k + 1]]`. Slots in no list lead nowhere.
  case lists(members: [UInt32], starts: [UInt32])
}

/// Which slots of a fibre a slot leads to: those of a higher *class*, or all.
public struct FibreOrder: Sendable {
  /// For each slot its *place*: `pattern * (classCount + 1) + class`. The class
  /// `classCount` marks a slot that leads nowhere and that nothing leads to.
  ///
  /// The pattern is a number of `patternBits` bits; a slot leads only to slots
  /// whose pattern has all bits of its own.
  public var places: RankArray
  /// How many classes there are.
  public var classCount: Int
  /// How many bits a pattern has.
  public var patternBits: Int
  /// Whether a slot leads to higher classes only, and not to all.
  public var mustRise: Bool

  /// An order with the given places.
  public init(places: RankArray, classCount: Int, patternBits: Int = 0, mustRise: Bool) {
    self.places = places
    self.classCount = classCount
    self.patternBits = patternBits
    self.mustRise = mustRise
  }

  /// How many places there are: what one fibre's table holds.
  public var placeCount: Int { (classCount + 1) << patternBits }
}

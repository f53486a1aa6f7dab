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
  /// The slots' patterns, one for each, where there are too many places for a number
  /// of 32 bits or for a table; `places` then holds the classes alone.
  public var patterns: [UInt64]?

  /// An order with the given places.
  public init(places: RankArray, classCount: Int, patternBits: Int = 0, mustRise: Bool) {
    self.places = places
    self.classCount = classCount
    self.patternBits = patternBits
    self.mustRise = mustRise
  }

  /// An order with the given classes, and a pattern for each slot.
  public init(classes: RankArray, classCount: Int, patterns: [UInt64], mustRise: Bool) {
    precondition(patterns.count == classes.count, "every slot has a pattern")
    self.init(places: classes, classCount: classCount, mustRise: mustRise)
    self.patterns = patterns
  }

  /// How many places there are: what one fibre's table holds. Nil when there are
  /// more than a table is made for.
  public static func placeCount(classCount: Int, patternBits: Int) -> Int? {
    guard patternBits <= mostPlaceBits else { return nil }
    let (count, isTooLarge) = (classCount + 1).multipliedReportingOverflow(by: 1 << patternBits)
    return isTooLarge || count > 1 << mostPlaceBits ? nil : count
  }

  /// A table has no more than two to this places.
  private static let mostPlaceBits = 26

  /// The most places that a table is made for.
  public static var mostPlaces: UInt64 { 1 << UInt64(mostPlaceBits) }

  /// How many places this order has.
  var placeCount: Int { (classCount + 1) << patternBits }
}

extension Fibres {
  /// How many fibres there are among so many slots.
  func count(slots: Int) -> Int {
    switch self {
    case .cube(let own): slots >> own.nonzeroBitCount
    case .lists(_, let starts): starts.count - 1
    }
  }

  /// The size of the largest one.
  func largest(slots: Int) -> Int {
    switch self {
    case .cube(let own): 1 << own.nonzeroBitCount
    case .lists(_, let starts): zip(starts, starts.dropFirst()).reduce(0) { max($0, Int($1.1 - $1.0)) }
    }
  }

  /// Lists the members of a fibre, rising.
  func list(_ fibre: Int, into members: inout [UInt32]) {
    members.removeAll(keepingCapacity: true)
    switch self {
    case .lists(let all, let starts):
      members += all[Int(starts[fibre])..<Int(starts[fibre + 1])]
    case .cube(let own):
      var (base, left, place): (UInt64, UInt64, UInt64) = (0, UInt64(fibre), 1)
      while left != 0 {
        if own & place == 0 {
          if left & 1 != 0 { base |= place }
          left >>= 1
        }
        place <<= 1
      }
      var choice: UInt64 = 0
      repeat {
        members.append(UInt32(base | choice))
        choice = ((choice | ~own) &+ 1) & own
      } while choice != 0
    }
  }
}

/// The sweep of one fibre after the other, by one thread: the least ranks are
/// gathered in a table by place.
struct FibreSweep<Rank: RankWord, Place: RankWord>: FibreKernel {
  private let order: FibreOrder
  private let places: UnsafeMutablePointer<Place>
  /// The size of the largest fibre.
  private let size: Int
  /// The greatest rank in lanes that are left alone, 0 in the others.
  private let untouched: Rank.Lanes
  private let table: Memory<Rank.Lanes>
  private let shouldStop: @Sendable () -> Bool
  /// Whether the work was stopped within a fibre, which is then half done.
  private let isStopped: UnsafeMutablePointer<Bool>

  /// - Parameters:
  ///   - size: The size of the largest fibre.
  ///   - shouldStop: Asked now and then in a large fibre.
  ///   - isStopped: Becomes true when the answer was yes.
  init(
    _ order: FibreOrder, _ untouched: Rank.Lanes, size: Int, shouldStop: @escaping @Sendable () -> Bool,
    isStopped: UnsafeMutablePointer<Bool>
  ) {
    self.order = order
    places = order.places.ranks(Place.self)
    self.size = size
    self.untouched = untouched
    self.shouldStop = shouldStop
    self.isStopped = isStopped
    table = Memory(unfilled: Self.prefersPairs(size, order) ? 0 : order.placeCount)
  }

  /// Whether comparing all pairs of a fibre takes less than settling a table.
  private static func prefersPairs(_ size: Int, _ order: FibreOrder) -> Bool {
    let (pairs, isMany) = size.multipliedReportingOverflow(by: size)
    return order.patterns != nil || (!isMany && order.placeCount * (order.patternBits + 2) > pairs)
  }

  @inline(__always)
  func run(
    _ cells: UnsafeMutablePointer<Rank.Lanes>, _ steps: UnsafePointer<Int>, _ base: Int,
    _ rows: UnsafePointer<Int>
  ) -> Rank.Lanes {
    run(cells, steps, base, rows, size)
  }

  /// The same for a fibre of `size` members, with offsets of any type.
  @inline(__always)
  func run<Offset: FixedWidthInteger>(
    _ cells: UnsafeMutablePointer<Rank.Lanes>, _ steps: UnsafePointer<Offset>, _ base: Int,
    _ rows: UnsafePointer<Offset>, _ size: Int
  ) -> Rank.Lanes {
    if Self.prefersPairs(size, order) { return pairs(cells, steps, base, rows, size) }
    let places = places + base
    let table = table.base
    table.update(repeating: Rank.nevers, count: order.placeCount)
    var index = 0
    while index < size {
      let place = Int(truncatingIfNeeded: places[Int(truncatingIfNeeded: rows[index])])
      table[place] = Rank.least(table[place], cells[Int(truncatingIfNeeded: steps[index])])
      index &+= 1
    }
    settle(table)
    var changes = Rank.zeros
    index = 0
    while index < size {
      let place = Int(truncatingIfNeeded: places[Int(truncatingIfNeeded: rows[index])])
      let cell = cells + Int(truncatingIfNeeded: steps[index])
      let before = cell.pointee
      let after = Rank.least(before, table[place])
      cell.pointee = after
      changes = Rank.either(changes, Rank.difference(before, after))
      index &+= 1
    }
    return changes
  }

  /// Turns "the least rank at this place" into "the least rank that a slot at this
  /// place gets to".
  @inline(__always)
  private func settle(_ table: UnsafeMutablePointer<Rank.Lanes>) {
    let (classes, row) = (order.classCount, order.classCount &+ 1)
    let never = Rank.nevers
    // What has more bits of the pattern can be got to from what has fewer.
    for bit in 0..<order.patternBits {
      for pattern in 0..<1 << order.patternBits where pattern & (1 << bit) == 0 {
        let (from, to) = (table + pattern * row, table + (pattern | 1 << bit) * row)
        for level in 0..<classes { from[level] = Rank.least(from[level], to[level]) }
      }
    }
    for pattern in 0..<1 << order.patternBits {
      let levels = table + pattern * row
      levels[classes] = never
      var best = never
      if !order.mustRise {
        for level in 0..<classes { best = Rank.least(best, levels[level]) }
      }
      // What the higher classes offer, or all; in lanes left alone nothing ever does.
      var level = classes &- 1
      while level >= 0 {
        let own = levels[level]
        levels[level] = Rank.either(best, untouched)
        best = Rank.least(best, own)
        level &-= 1
      }
    }
  }

  /// Some milliseconds' work.
  private static var pairsBetweenQuestions: Int { 1 << 20 }

  /// The same by looking at every pair of the fibre.
  private func pairs<Offset: FixedWidthInteger>(
    _ cells: UnsafeMutablePointer<Rank.Lanes>, _ steps: UnsafePointer<Offset>, _ base: Int,
    _ rows: UnsafePointer<Offset>, _ size: Int
  ) -> Rank.Lanes {
    let row = order.classCount + 1
    let levels = Memory<Int>(unfilled: size)
    let patterns = Memory<UInt64>(unfilled: size)
    for index in 0..<size {
      let slot = base + Int(truncatingIfNeeded: rows[index])
      let place = Int(truncatingIfNeeded: places[slot])
      levels.base[index] = place % row
      patterns.base[index] = order.patterns?[slot] ?? UInt64(place / row)
    }
    var changes = Rank.zeros
    var left = Self.pairsBetweenQuestions
    for index in 0..<size where levels.base[index] != order.classCount {
      left &-= size
      if left < 0 {
        left = Self.pairsBetweenQuestions
        if shouldStop() {
          isStopped.pointee = true
          return changes
        }
      }
      let cell = cells + Int(truncatingIfNeeded: steps[index])
      let (level, pattern) = (levels.base[index], patterns.base[index])
      let before = cell.pointee
      var after = before
      var other = 0
      while other < size {
        let isHigher = order.mustRise ? levels.base[other] > level : true
        if isHigher, levels.base[other] != order.classCount, pattern & ~patterns.base[other] == 0 {
          after = Rank.least(after, Rank.either(cells[Int(truncatingIfNeeded: steps[other])], untouched))
        }
        other &+= 1
      }
      cell.pointee = after
      changes = Rank.either(changes, Rank.difference(before, after))
    }
    return changes
  }
}

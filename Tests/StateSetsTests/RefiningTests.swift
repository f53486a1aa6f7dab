import EffectiveCounts
import StateSets
import TestSupport
import Testing

/// Ranks told apart further, and numbered anew in fibres, beside sorting.
@Suite struct RefiningTests {
  private static let widths: [(RankArray.Width, Int)] = [(.one, 256), (.two, 65_536), (.four, 200_000)]

  private static func list(_ array: RankArray) -> [UInt32] { (0..<array.count).map { array[$0] } }

  private static func some(of count: Int, _ random: inout SeededGenerator) -> StateSet {
    var set = StateSet(over: count)
    for slot in 0..<count where Int.random(in: 0..<4, using: &random) > 0 { set.insert(slot) }
    return set
  }

  private func expectRefined(
    _ count: Int, _ width: RankArray.Width, below bound: Int, bits: Int, _ random: inout SeededGenerator
  ) {
    let ranks = RankArray(unfilled: count, width: width)
    let digits = RankArray(unfilled: count, width: .one)
    for slot in 0..<count {
      ranks.set(slot, to: UInt32.random(in: 0..<UInt32(bound), using: &random))
      digits.set(slot, to: UInt32.random(in: 0..<1 << UInt32(bits), using: &random))
    }
    for set in [StateSet(allOf: count), Self.some(of: count, &random)] {
      let found = ranks.refined(by: bits == 0 ? nil : digits, bits: bits, rankCount: bound, among: set)
      guard let found else {
        Issue.record("nobody said stop")
        return
      }
      let keys = set.map { UInt64(ranks[$0]) << 8 | (bits == 0 ? 0 : UInt64(digits[$0])) }
      let rising = Set(keys).sorted()
      let place = Dictionary(uniqueKeysWithValues: rising.enumerated().map { ($1, UInt32($0)) })
      #expect(found.rankCount == rising.count)
      #expect(found.ranks.width == RankArray.Width(rankCount: rising.count))
      let isRight = set.map { found.ranks[$0] } == keys.map { place[$0]! }
      #expect(isRight, "\(width), \(bits) bits, \(count) slots")
    }
  }

  @Test("digits tell ranks apart, at every number of slots", arguments: 1...130)
  func refined(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    for (width, most) in Self.widths {
      let bits = Int.random(in: 0...8, using: &random)
      let few = Int.random(in: 1...9, using: &random)
      for bound in [few, min(most, 3_000)] { expectRefined(count, width, below: bound, bits: bits, &random) }
    }
  }

  @Test("more ranks than a table of numbers, than one byte and than two bytes hold")
  func many() {
    var random = SeededGenerator(seed: 1)
    for (width, most) in Self.widths {
      expectRefined(150_001, width, below: most, bits: 8, &random)
      expectRefined(70_003, width, below: most, bits: 0, &random)
    }
  }

  @Test("levels are how many of the fibre have less", .effective(40), arguments: TestScale.seeds(60))
  func levels(seed: UInt64) {
    var random = SeededGenerator(seed: 500 + seed)
    let bits = Int.random(in: 0...9, using: &random)
    let count = 1 << bits
    let own = UInt64.random(in: 0..<1 << UInt64(bits), using: &random)
    let (width, most) = Self.widths.randomElement(using: &random)!
    let ranks = RankArray(unfilled: count, width: width)
    let bound = [2, 9, most].randomElement(using: &random)!
    for slot in 0..<count { ranks.set(slot, to: UInt32.random(in: 0..<UInt32(bound), using: &random)) }
    let set = Bool.random(using: &random) ? StateSet(allOf: count) : Self.some(of: count, &random)
    var mostLevels = 0
    var members: [UInt32] = []
    var starts: [UInt32] = [0]
    for slots in Dictionary(grouping: 0..<count, by: { UInt64($0) & ~own }).values {
      members += slots.map { UInt32($0) }.shuffled(using: &random)
      starts.append(UInt32(members.count))
    }
    for fibres in [Fibres.cube(own: own), .lists(members: members, starts: starts)] {
      guard let (levels, levelCount) = ranks.levels(in: fibres, among: set) else {
        Issue.record("nobody said stop")
        return
      }
      mostLevels = max(mostLevels, levelCount)
      for slot in set {
        let fibre = set.filter { UInt64($0) & ~own == UInt64(slot) & ~own }
        let expected = fibre.count { ranks[$0] < ranks[slot] }
        #expect(Int(levels[slot]) == expected && expected < levelCount)
      }
    }
    effective(when: mostLevels > 1)
  }

  @Test(
    "patterns too wide for a table are compared pair by pair", .effective(25), arguments: TestScale.seeds(30))
  func patterns(seed: UInt64) {
    var random = SeededGenerator(seed: 900 + seed)
    let bits = Int.random(in: 1...7, using: &random)
    let count = 1 << bits
    let own = UInt64.random(in: 0..<1 << UInt64(bits), using: &random)
    let classCount = Int.random(in: 1...9, using: &random)
    let classes = RankArray(unfilled: count, width: .one)
    let places = RankArray(unfilled: count, width: .four)
    var patterns: [UInt64] = []
    for slot in 0..<count {
      let level = Int.random(in: 0...classCount, using: &random)
      let pattern = UInt64.random(in: 0..<8, using: &random)
      classes.set(slot, to: UInt32(level))
      places.set(slot, to: UInt32(Int(pattern) * (classCount + 1) + level))
      // The same bits, far apart.
      patterns.append(pattern & 1 | (pattern & 2) << 30 | (pattern & 4) << 60)
    }
    let mustRise = Bool.random(using: &random)
    let narrow = FibreOrder(places: places, classCount: classCount, patternBits: 3, mustRise: mustRise)
    let wide = FibreOrder(
      classes: classes, classCount: classCount, patterns: patterns, mustRise: mustRise)
    let source = RankArray(unfilled: count, width: .two)
    for slot in 0..<count { source.set(slot, to: UInt32.random(in: 0..<999, using: &random)) }
    let asked = [Bool](repeating: true, count: LaneArray.laneCount)
    let results = [narrow, wide].map { order -> [UInt32] in
      let lanes = LaneArray(unfilled: count, width: .two)
      let result = RankArray(unfilled: count, width: .two)
      let isDone =
        lanes.fill(from: [source]) && lanes.sweep(.cube(own: own), order, lanes: asked) != nil
        && lanes.read(lane: 0, into: result)
      return isDone ? Self.list(result) : []
    }
    #expect(results[0] == results[1] && results[0].count == count)
    effective(when: Set(results[0]).count > 1)
  }

  @Test("a table has a bounded number of places")
  func placeCounts() {
    #expect(FibreOrder.placeCount(classCount: 2, patternBits: 3) == 24)
    #expect(FibreOrder.placeCount(classCount: 16, patternBits: 20) == 17 << 20)
    #expect(FibreOrder.placeCount(classCount: 1 << 16, patternBits: 16) == nil)
    #expect(FibreOrder.placeCount(classCount: 1, patternBits: 62) == nil)
    #expect(FibreOrder.placeCount(classCount: 1 << 40, patternBits: 2) == nil)
  }

  @Test("work that is stopped says so")
  func stops() {
    let idle = Workers(shouldStop: { true }, forEach: Workers.alone.forEach)
    let array = RankArray(count: 64, width: .one, filledWith: 1)
    let all = StateSet(allOf: 64)
    #expect(array.refined(by: nil, bits: 0, rankCount: 2, among: all, idle) == nil)
    #expect(array.levels(in: .cube(own: 3), among: all, idle) == nil)
    // After the table is made, too.
    let asked = Questions()
    let late = Workers(shouldStop: { asked.next() > 1 }, forEach: Workers.alone.forEach)
    #expect(array.refined(by: nil, bits: 0, rankCount: 2, among: all, late) == nil)
  }

  private final class Questions: @unchecked Sendable {
    private var count = 0
    func next() -> Int {
      count += 1
      return count
    }
  }
}

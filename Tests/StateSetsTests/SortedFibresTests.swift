import EffectiveCounts
import TestSupport
import Testing

@testable import StateSets

/// Sweeps of fibres that were sorted beforehand.
@Suite struct SortedFibresTests {
  @Test(
    "sweeps of sorted fibres agree with a look at all pairs", .effective(15), arguments: TestScale.seeds(30))
  func sweeps(seed: UInt64) throws {
    var random = SeededGenerator(seed: 8_300 + seed)
    let bits = Int.random(in: 1...10, using: &random)
    let count = 1 << bits
    let own = UInt64.random(in: 0..<UInt64(count), using: &random)
    let context = UInt64.random(in: 0..<UInt64(count), using: &random) & ~own
    // The order, in the cube of the own and the context's bits.
    let fewCount = 1 << (own | context).nonzeroBitCount
    let rankCount = Int.random(in: 1...40, using: &random)
    let ranks = RankArrayTests.random(fewCount, .one, below: UInt32(rankCount), using: &random)
    var set = StateSet(allOf: fewCount)
    if seed % 3 != 0 {
      for slot in 0..<fewCount where Int.random(in: 0..<5, using: &random) == 0 { set.remove(slot) }
    }
    let sorted = try #require(SortedFibres(own: own, context: context, ranks: ranks, among: set))
    let (width, _) = RankArrayTests.widths.randomElement(using: &random)!
    let sources = (0..<6).map { _ in RankArrayTests.random(count, width, below: 200, using: &random) }
    let asked = (0..<LaneArray.laneCount).map { _ in Int.random(in: 0..<3, using: &random) > 0 }
    let lanes = LaneArray(unfilled: count, width: width)
    let isFilled = lanes.fill(from: sources)
    #expect(isFilled)
    let hasChanged = lanes.sweep(sorted, lanes: asked)
    #expect(lanes.sweep(sorted, lanes: asked) == false)
    let few = (0..<count).map { Int(UInt64($0).extracted(by: own | context)) }
    var differs = false
    for (lane, source) in sources.enumerated() {
      let result = RankArray(unfilled: count, width: width)
      let isRead = lanes.read(lane: lane, into: result)
      #expect(isRead)
      let expected = (0..<count).map { slot -> UInt32 in
        guard asked[lane], set.contains(few[slot]) else { return source[slot] }
        let better = (0..<count).filter {
          UInt64($0 ^ slot) & ~own == 0 && set.contains(few[$0]) && ranks[few[$0]] > ranks[few[slot]]
        }
        return better.map { source[$0] }.reduce(source[slot], min)
      }
      let isRight = RankArrayTests.list(result) == expected
      #expect(isRight, "lane \(lane)")
      differs = differs || expected != RankArrayTests.list(source)
    }
    #expect(hasChanged == differs)
    effective(when: differs)
  }

  @Test("work that is stopped says so")
  func stopped() {
    let idle = Workers(shouldStop: { true }, forEach: Workers.alone.forEach)
    let ranks = RankArray(count: 8, width: .one, filledWith: 0)
    #expect(SortedFibres(own: 0b011, context: 0b100, ranks: ranks, among: StateSet(allOf: 8), idle) == nil)
  }

  @Test("the bits in the places of a mask")
  func extracted() {
    #expect((0b1011_0110 as UInt64).extracted(by: 0b1110_0010) == 0b1011)
    #expect(UInt64.max.extracted(by: 0) == 0)
    #expect(UInt64.max.extracted(by: 1 << 63) == 1)
  }
}

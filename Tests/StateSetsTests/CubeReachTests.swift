import EffectiveCounts
import TestSupport
import Testing

@testable import StateSets

/// What one actor gets to by itself, tile by tile, beside a look at every pair of slots.
@Suite struct CubeReachTests {
  /// An actor with random axes that sees some slots, and everybody's ranks.
  private struct Setting {
    let bits: Int
    let axes: [Axis]
    /// Those of the axes that only some slots lead along.
    let guarded: [GuardedAxis]
    let own: Int
    let domain: StateSet
    let reach: CubeReach
    let width: RankArray.Width
    let ranks: RankArray

    var count: Int { 1 << bits }

    init(_ seed: UInt64, bits: ClosedRange<Int>, using random: inout SeededGenerator) {
      self.bits = Int.random(in: bits, using: &random)
      let count = 1 << self.bits
      axes = (0..<self.bits).filter { _ in Int.random(in: 0..<3, using: &random) == 0 }.map {
        let isOneWay = Int.random(in: 0..<4, using: &random) == 0
        let rises = !isOneWay || Bool.random(using: &random)
        return Axis(bit: $0, rises: rises, falls: !isOneWay || !rises)
      }
      own = axes.reduce(0) { $0 | 1 << $1.bit }
      var domain = StateSet(allOf: count)
      if seed % 2 == 1 {
        for slot in 0..<count where Int.random(in: 0..<4, using: &random) == 0 { domain.remove(slot) }
      }
      self.domain = domain
      guarded = seed % 3 == 0 ? Self.guarded(axes, among: count, seed) : []
      let bits = Set(guarded.map { $0.axis.bit })
      reach = CubeReach(axes: axes.filter { !bits.contains($0.bit) }, guarded: guarded, domain: domain)
      let limit: UInt32
      (width, limit) = RankArrayTests.widths.randomElement(using: &random)!
      ranks = RankArrayTests.random(
        count, width, below: Bool.random(using: &random) ? 6 : limit, using: &random)
    }

    /// Some of the axes, with slots that are open; which are, depends on no other axis.
    private static func guarded(_ axes: [Axis], among count: Int, _ seed: UInt64) -> [GuardedAxis] {
      var random = SeededGenerator(seed: 8_600 + seed)
      let own = axes.reduce(0) { $0 | 1 << $1.bit }
      return axes.filter { _ in Bool.random(using: &random) }.map { axis in
        var open = StateSet(over: count)
        let chosen = (0..<count).map { _ in Bool.random(using: &random) }
        for slot in 0..<count where chosen[slot & ~own | slot & 1 << axis.bit] { open.insert(slot) }
        return GuardedAxis(axis, open: open)
      }
    }

    /// Whether the actor gets from one slot to the other.
    func leads(_ slot: Int, _ other: Int) -> Bool {
      if slot == other { return true }
      let (taken, dropped) = (other & ~slot, slot & ~other)
      return (slot ^ other) & ~own == 0 && domain.contains(slot) && domain.contains(other)
        && axes.allSatisfy {
          (taken >> $0.bit & 1 == 0 || $0.rises) && (dropped >> $0.bit & 1 == 0 || $0.falls)
        }
        && guarded.allSatisfy { (slot ^ other) >> $0.axis.bit & 1 == 0 || $0.open.contains(slot) }
    }

    /// The slots that a slot leads to, itself among them.
    func led(_ slot: Int) -> [Int] {
      var (led, choice): ([Int], Int) = ([], 0)
      repeat {
        let other = slot & ~own | choice
        if leads(slot, other) { led.append(other) }
        choice = ((choice | ~own) &+ 1) & own
      } while choice != 0
      return led
    }
  }

  @Test(
    "the best that an actor gets to, and where it has none better", .effective(36),
    arguments: TestScale.seeds(40))
  func reach(seed: UInt64) throws {
    var random = SeededGenerator(seed: 8_400 + seed)
    let setting = Setting(seed, bits: 6...13, using: &random)
    let (ranks, slots) = (setting.ranks, 0..<setting.count)
    let best = RankArray(unfilled: setting.count, width: setting.width)
    #expect(setting.reach.greatest(of: ranks, into: best))
    let settled = try #require(setting.reach.settled(ranks, spoiled: .nothing))
    let other = RankArrayTests.random(setting.count, setting.width, below: 6, using: &random)
    let spoiled = try #require(setting.reach.settled(ranks, spoiled: .ranks(other)))
    var isRight = true
    for slot in slots {
      let led = setting.led(slot)
      let (found, hope) = (led.map { ranks[$0] }.max()!, led.map { min(ranks[$0], other[$0]) }.max()!)
      isRight = isRight && best[slot] == found && settled.contains(slot) == (found <= ranks[slot])
      isRight = isRight && spoiled.contains(slot) == (hope <= ranks[slot])
    }
    #expect(isRight)
    // The same without tiles.
    let spare = RankArray(unfilled: setting.count, width: setting.width)
    let passed = RankArray(unfilled: setting.count, width: setting.width)
    let free = setting.axes.filter { axis in !setting.guarded.contains { $0.axis == axis } }
    #expect(passed.copy(ranks) && passed.fill(outside: setting.domain, with: 0))
    #expect(passed.pass(.greatest, along: free))
    #expect(passed.pass(.greatest, along: setting.guarded, spare: spare))
    #expect(passed.copy(ranks, outside: setting.domain))
    #expect(passed.isEqual(to: best) == true)
    effective(when: settled != StateSet(allOf: setting.count) && spoiled != settled)
  }

  @Test("what is least among all that others do", .effective(20), arguments: TestScale.seeds(24))
  func elsewhere(seed: UInt64) throws {
    var random = SeededGenerator(seed: 8_500 + seed)
    let setting = Setting(seed, bits: 6...14, using: &random)
    let costs = RankArrayTests.random(setting.count, setting.width, below: 250, using: &random)
    var least = [UInt32](repeating: .max, count: setting.count)
    for slot in 0..<setting.count {
      least[slot & setting.own] = min(least[slot & setting.own], costs[slot])
    }
    let array = RankArray((0..<setting.count).map { least[$0 & setting.own] }, width: setting.width)
    let known = try #require(setting.reach.settled(setting.ranks, spoiled: .ranks(array)))
    let spoils = try #require(setting.reach.leastElsewhere(of: costs))
    let found = try #require(setting.reach.settled(setting.ranks, spoiled: spoils))
    #expect(found == known)
    effective(when: known != setting.reach.settled(setting.ranks, spoiled: .nothing))
  }

  @Test("a tile too large for one thread is gone through by all, and work that is stopped says so")
  func large() {
    let bits = 17
    let axes = (0..<bits).map { Axis(bit: $0) }
    let ranks = RankArray(count: 1 << bits, width: .two, filledWith: 3)
    ranks.set(77, to: 9)
    let reach = CubeReach(axes: axes, domain: StateSet(allOf: 1 << bits))
    #expect(reach.settled(ranks, spoiled: .nothing).map { Array($0) } == [77])
    let idle = Workers(shouldStop: { true }, forEach: Workers.alone.forEach)
    let small = CubeReach(axes: [Axis(bit: 0)], domain: StateSet(allOf: 1 << bits))
    for one in [reach, small] {
      #expect(one.settled(ranks, spoiled: .nothing, idle) == nil)
      #expect(!one.greatest(of: ranks, into: ranks, idle))
    }
    #expect(small.leastElsewhere(of: ranks, idle) == nil)
  }
}

import EffectiveCounts
import TestSupport
import Testing

@testable import StateSets

/// What makes many sweeps of one array fast changes no rank.
@Suite struct LaneArrayTests {
  /// Movers with random own bits and levels.
  private struct Mover {
    var own: UInt64
    var order: FibreOrder

    init(_ own: UInt64, slots count: Int, using random: inout SeededGenerator) {
      self.own = own
      let classCount = 6
      let places = RankArray(unfilled: count, width: .one)
      for slot in 0..<count {
        places.set(slot, to: UInt32.random(in: 0...UInt32(classCount), using: &random))
      }
      order = FibreOrder(places: places, classCount: classCount, mustRise: true)
    }
  }

  private func follow(
    _ movers: [Mover], _ lanes: LaneArray, passingOver: Bool
  ) -> (ranks: [[UInt32]], changes: [Bool?]) {
    var turns = [Int](repeating: 0, count: movers.count)
    var changes: [Bool?] = []
    for turn in 1...4 * movers.count {
      let place = (turn - 1) % movers.count
      let mover = movers[place]
      changes.append(
        lanes.sweep(
          .cube(own: mover.own), mover.order, lanes: (0..<8).map { $0 != place }, turn: turn,
          since: passingOver ? turns[place] : 0))
      turns[place] = turn
    }
    let ranks = (0..<8).map { lane in
      let result = RankArray(unfilled: lanes.count, width: .four)
      let isRead = lanes.read(lane: lane, into: result)
      #expect(isRead)
      return RankArrayTests.list(result)
    }
    return (ranks, changes)
  }

  @Test("what has not changed may be passed over", .effective(24), arguments: TestScale.seeds(24))
  func passedOver(seed: UInt64) {
    var random = SeededGenerator(seed: 7_100 + seed)
    let bits = Int.random(in: 6...12, using: &random)
    // Each bit belongs to somebody: side by side, or mixed so that blocks are shared.
    let isMixed = seed % 2 == 0
    var owns: [UInt64] = [0, 0, 0]
    for bit in 0..<bits {
      owns[isMixed ? Int.random(in: 0..<3, using: &random) : bit * 3 / bits] |= 1 << UInt64(bit)
    }
    let movers = owns.map { Mover($0, slots: 1 << bits, using: &random) }
    let sources = (0..<8).map { _ in RankArrayTests.random(1 << bits, .two, below: 900, using: &random) }
    let (all, some) = (
      LaneArray(unfilled: 1 << bits, width: .two), LaneArray(unfilled: 1 << bits, width: .two)
    )
    let areFilled = all.fill(from: sources) && some.fill(from: sources)
    #expect(areFilled)
    let (expected, found) = (
      follow(movers, all, passingOver: false), follow(movers, some, passingOver: true)
    )
    #expect(found.changes == expected.changes)
    effective(when: found.changes.prefix(movers.count).contains(true))
    let isRight = found.ranks == expected.ranks
    #expect(isRight)
  }

  @Test("ranks numbered in two bytes stand for what they were", arguments: [1, 700, 65_535])
  func narrowed(rankCount: Int) throws {
    var random = SeededGenerator(seed: 71)
    let count = 70_000
    // Every rank occurs, and none in some slots; greater ones are farther apart.
    let sources = (0..<3).map { lane in
      let array = RankArray(unfilled: count, width: .four)
      for slot in 0..<count {
        let rank = slot < rankCount ? slot : Int.random(in: 0..<rankCount, using: &random)
        array.set(slot, to: slot % 1_000 == 999 && lane == 1 ? .max : UInt32(min(rank + rank / 16, count)))
      }
      return array
    }
    let lanes = LaneArray(unfilled: count, width: .four)
    #expect(lanes.fill(from: sources))
    guard case .narrowed(let narrow, let meanings) = lanes.narrowed(lanes: 3) else {
      Issue.record("\(rankCount) ranks fit into two bytes")
      return
    }
    #expect(narrow.width == .two)
    #expect(meanings[0].count == Set(RankArrayTests.list(sources[0])).count)
    for (lane, source) in sources.enumerated() {
      #expect(meanings[lane] == meanings[lane].sorted())
      let result = RankArray(unfilled: count, width: .four)
      #expect(narrow.read(lane: lane, into: result, meaning: meanings[lane]))
      let isSame = RankArrayTests.list(result) == RankArrayTests.list(source)
      #expect(isSame)
      // What a narrower array cannot hold becomes its greatest.
      let bytes = RankArray(unfilled: count, width: .one)
      #expect(narrow.read(lane: lane, into: bytes, meaning: meanings[lane]))
      let isClamped = RankArrayTests.list(bytes) == RankArrayTests.list(source).map { min($0, 255) }
      #expect(isClamped)
    }
  }

  @Test("too many ranks stay as they are, and work that is stopped says so")
  func notNarrowed() {
    let count = 65_537
    let all = RankArray(unfilled: count, width: .four)
    for slot in 0..<count { all.set(slot, to: UInt32(slot)) }
    let lanes = LaneArray(unfilled: count, width: .four)
    #expect(lanes.fill(from: [all]))
    guard case .tooMany = lanes.narrowed(lanes: 1) else {
      Issue.record("65,537 ranks in two bytes")
      return
    }
    let idle = Workers(shouldStop: { true }, forEach: Workers.alone.forEach)
    guard case .stopped = lanes.narrowed(lanes: 1, idle) else {
      Issue.record("nobody asked whether to stop")
      return
    }
  }
}

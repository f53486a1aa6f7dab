import EffectiveCounts
import StateSets
import TestSupport
import Testing

/// Passes and sweeps beside loops over all pairs of slots.
@Suite struct RankArrayTests {
  static func random(
    _ count: Int, _ width: RankArray.Width, below bound: UInt32, using random: inout SeededGenerator
  ) -> RankArray {
    let array = RankArray(unfilled: count, width: width)
    for slot in 0..<count { array.set(slot, to: UInt32.random(in: 0..<bound, using: &random)) }
    return array
  }

  static func list(_ array: RankArray) -> [UInt32] { (0..<array.count).map { array[$0] } }

  static let widths: [(RankArray.Width, UInt32)] = [(.one, 256), (.two, 65_536), (.four, 1 << 31)]

  @Test("passes agree with a look at every slot reached", .effective(35), arguments: TestScale.seeds(40))
  func passes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var changes = false
    for (width, bound) in Self.widths {
      let bits = Int.random(in: 0...9, using: &random)
      let array = Self.random(1 << bits, width, below: bound, using: &random)
      let before = Self.list(array)
      let axes = Axis.random(bits: bits, using: &random)
      let isLeast = Bool.random(using: &random)
      let isDone = array.pass(isLeast ? .least : .greatest, along: axes)
      #expect(isDone)
      let expected = before.indices.map { slot in
        let ranks = reached(from: slot, along: axes).map { before[$0] }
        return isLeast ? ranks.min()! : ranks.max()!
      }
      #expect(Self.list(array) == expected)
      changes = changes || expected != before
    }
    effective(when: changes)
  }

  @Test(
    "high bits are gone along, one to three at a time",
    arguments: [[16], [15, 16], [15, 16, 17], [1, 15, 17]])
  func highBits(bits: [Int]) {
    var random = SeededGenerator(seed: 9)
    let array = Self.random(1 << 18, .one, below: 256, using: &random)
    let before = Self.list(array)
    let axes = bits.map { Axis(bit: $0, rises: $0 != 16) }
    let isDone = array.pass(.least, along: axes)
    #expect(isDone)
    for slot in stride(from: 0, to: 1 << 18, by: 97) {
      #expect(array[slot] == reached(from: slot, along: axes).map { before[$0] }.min())
    }
  }

  @Test("comparing, filling and copying", .effective(16), arguments: TestScale.seeds(20))
  func elementwise(seed: UInt64) {
    var random = SeededGenerator(seed: 2_000 + seed)
    var isMixed = true
    for (width, bound) in Self.widths {
      let count = Int.random(in: 1...300, using: &random)
      let one = Self.random(count, width, below: min(bound, 9), using: &random)
      let other = Self.random(count, width, below: min(bound, 9), using: &random)
      let (left, right) = (Self.list(one), Self.list(other))
      let atMost = one.slots(atMost: other)
      isMixed = isMixed && atMost.map { !$0.isEmpty && !$0.isFull } ?? false
      #expect(atMost.map { Array($0) } == left.indices.filter { left[$0] <= right[$0] })
      #expect(one.isEqual(to: other) == (left == right))
      var set = StateSet(over: count)
      for slot in 0..<count where Bool.random(using: &random) { set.insert(slot) }
      let copy = RankArray(unfilled: count, width: width)
      let isDone =
        copy.copy(one) && copy.isEqual(to: one) == true && copy.copy(other, outside: set)
        && copy.fill(outside: set, with: 3) && copy.keepLesser(than: other)
      #expect(isDone)
      #expect(Self.list(copy) == left.indices.map { min(set.contains($0) ? left[$0] : 3, right[$0]) })
    }
    effective(when: isMixed)
  }

  @Test(
    "sweeps agree with a look at all pairs of a fibre", .effective(40), arguments: TestScale.seeds(60))
  func sweeps(seed: UInt64) {
    var random = SeededGenerator(seed: 3_000 + seed)
    let bits = Int.random(in: 1...8, using: &random)
    let count = 1 << bits
    let own = UInt64.random(in: 0..<1 << UInt64(bits), using: &random)
    let (width, _) = Self.widths.randomElement(using: &random)!
    let classCount = Int.random(in: 1...40, using: &random)
    let patternBits = Int.random(in: 0...3, using: &random)
    let places = RankArray(unfilled: count, width: .two)
    var (levels, patterns) = ([Int](repeating: 0, count: count), [Int](repeating: 0, count: count))
    for slot in 0..<count {
      levels[slot] = Int.random(in: 0...classCount, using: &random)
      patterns[slot] = Int.random(in: 0..<1 << patternBits, using: &random)
      places.set(slot, to: UInt32(patterns[slot] * (classCount + 1) + levels[slot]))
    }
    let order = FibreOrder(
      places: places, classCount: classCount, patternBits: patternBits, mustRise: Bool.random(using: &random))
    let sources = (0..<5).map { _ in Self.random(count, width, below: 200, using: &random) }
    let asked = (0..<LaneArray.laneCount).map { _ in Int.random(in: 0..<3, using: &random) > 0 }
    // The same fibres as bits and as lists.
    let keys = Dictionary(grouping: 0..<count) { UInt64($0) & ~own }
    var (members, starts): ([UInt32], [UInt32]) = ([], [0])
    for key in keys.keys.sorted() {
      members += keys[key]!.map { UInt32($0) }
      starts.append(UInt32(members.count))
    }
    var sweepsChange = false
    for fibres in [Fibres.cube(own: own), .lists(members: members, starts: starts)] {
      let lanes = LaneArray(unfilled: count, width: width)
      let isFilled = lanes.fill(from: sources)
      #expect(isFilled)
      var changes = false
      // What two sweeps find, one does.
      for round in 0..<2 {
        let changed = lanes.sweep(fibres, order, lanes: asked)
        if round == 0 { changes = changed == true } else { #expect(changed == false) }
      }
      var hasChanged = false
      for (lane, source) in sources.enumerated() {
        let result = RankArray(unfilled: count, width: width)
        let isRead = lanes.read(lane: lane, into: result)
        #expect(isRead)
        let expected = (0..<count).map { slot -> UInt32 in
          guard asked[lane], levels[slot] < classCount else { return source[slot] }
          let led = keys[UInt64(slot) & ~own]!.filter {
            levels[$0] < classCount && patterns[slot] & ~patterns[$0] == 0
              && (!order.mustRise || levels[$0] > levels[slot])
          }
          return led.map { source[$0] }.reduce(source[slot], min)
        }
        let isRight = Self.list(result) == expected
        #expect(isRight, "lane \(lane)")
        hasChanged = hasChanged || expected != Self.list(source)
      }
      #expect(changes == hasChanged)
      sweepsChange = sweepsChange || changes
    }
    effective(when: sweepsChange)
  }

  @Test("work that is stopped says so")
  func stops() {
    let idle = Workers(shouldStop: { true }, forEach: Workers.alone.forEach)
    let array = RankArray(count: 64, width: .one, filledWith: 1)
    let isDone = array.pass(.least, along: [Axis(bit: 0)], idle)
    #expect(!isDone)
    #expect(array.slots(atMost: array, idle) == nil)
    #expect(array.isEqual(to: array, idle) == nil)
  }
}

import StateSets
import TestSupport
import Testing

/// Arrays and sets of every size from one slot on: nothing rests on a number of
/// slots that is a multiple of anything.
@Suite struct BoundsTests {
  private static let widths: [(RankArray.Width, UInt32)] = [(.one, 256), (.two, 65_536), (.four, 1 << 31)]

  private static func random(
    _ count: Int, _ width: RankArray.Width, below bound: UInt32, _ random: inout SeededGenerator
  ) -> RankArray {
    let array = RankArray(unfilled: count, width: width)
    for slot in 0..<count { array.set(slot, to: UInt32.random(in: 0..<bound, using: &random)) }
    return array
  }

  private static func list(_ array: RankArray) -> [UInt32] { (0..<array.count).map { array[$0] } }

  @Test("eight ranks at a time reach every slot and no other", arguments: 1...130)
  func eights(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    for (width, _) in Self.widths {
      let array = RankArray(count: count, width: width, filledWith: 200)
      var expected = [UInt32](repeating: 200, count: count)
      for group in 0..<(count + 63) / 64 * 8 where Bool.random(using: &random) {
        let ranks = UInt64.random(in: 0 ... .max, using: &random)
        let high = width == .one ? 0 : UInt64.random(in: 0 ... .max, using: &random)
        array.setEight(from: group * 8, to: ranks, high: high)
        for place in 0..<8 where group * 8 + place < count {
          let shift = UInt64(place * 8)
          expected[group * 8 + place] = UInt32((high >> shift & 0xFF) << 8 | ranks >> shift & 0xFF)
        }
      }
      #expect(Self.list(array) == expected, "\(width)")
    }
  }

  @Test("comparing, filling, copying and keeping the lesser", arguments: 1...130)
  func elementwise(count: Int) {
    var random = SeededGenerator(seed: 1_000 + UInt64(count))
    for (width, bound) in Self.widths {
      let one = Self.random(count, width, below: bound, &random)
      let other = Self.random(count, width, below: bound, &random)
      if count > 2 { other.set(count - 1, to: one[count - 1]) }
      let (left, right) = (Self.list(one), Self.list(other))
      #expect(one.slots(atMost: other).map { Array($0) } == left.indices.filter { left[$0] <= right[$0] })
      #expect(one.isEqual(to: other) == (left == right))
      var set = StateSet(over: count)
      for slot in 0..<count where Bool.random(using: &random) { set.insert(slot) }
      let copy = RankArray(unfilled: count, width: width)
      let isDone = copy.copy(one) && copy.copy(other, outside: set)
      #expect(isDone && Self.list(copy) == left.indices.map { set.contains($0) ? left[$0] : right[$0] })
      // The last slot alone tells arrays apart.
      let last = RankArray(unfilled: count, width: width)
      let isCopied = last.copy(one)
      #expect(isCopied && last.isEqual(to: one) == true)
      last.set(count - 1, to: one[count - 1] ^ 1)
      #expect(last.isEqual(to: one) == false)
      let isLess = last.keepLesser(than: other) && last.fill(outside: set, with: 3)
      let expected = left.indices.map { slot -> UInt32 in
        if !set.contains(slot) { return 3 }
        return min(slot == count - 1 ? left[slot] ^ 1 : left[slot], right[slot])
      }
      #expect(isLess && Self.list(last) == expected)
    }
  }

  @Test("lanes go in, through lists of fibres, and out", arguments: 1...130)
  func lanes(count: Int) {
    var random = SeededGenerator(seed: 2_000 + UInt64(count))
    for (width, bound) in Self.widths {
      let sources = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        Self.random(count, width, below: bound - 1, &random)
      }
      // Fibres of one to nine slots, some slots in none.
      let slots = (0..<count).filter { _ in Int.random(in: 0..<9, using: &random) > 0 }
      var (members, starts): ([UInt32], [UInt32]) = ([], [0])
      for slot in slots.shuffled(using: &random) {
        members.append(UInt32(slot))
        if Int.random(in: 0..<4, using: &random) == 0 { starts.append(UInt32(members.count)) }
      }
      if Int(starts.last!) < members.count { starts.append(UInt32(members.count)) }
      let places = RankArray(count: count, width: .one, filledWith: 0)
      let order = FibreOrder(places: places, classCount: 1, mustRise: false)
      let lanes = LaneArray(unfilled: count, width: width)
      let isFilled = lanes.fill(from: sources)
      let isSwept = lanes.sweep(
        .lists(members: members, starts: starts), order,
        lanes: [Bool](repeating: true, count: LaneArray.laneCount))
      #expect(isFilled && isSwept != nil)
      for (lane, source) in sources.enumerated() {
        var expected = Self.list(source)
        for fibre in starts.indices.dropLast() {
          let own = members[Int(starts[fibre])..<Int(starts[fibre + 1])].map { Int($0) }
          let least = own.map { source[$0] }.min() ?? 0
          for slot in own { expected[slot] = least }
        }
        let result = RankArray(unfilled: count, width: width)
        let isRead = lanes.read(lane: lane, into: result)
        #expect(isRead && Self.list(result) == expected, "\(width), lane \(lane)")
      }
    }
  }

  @Test("sets keep the bits past the last slot clear", arguments: 0...130)
  func tails(slotCount: Int) {
    let wordCount = (slotCount + 63) / 64
    let noise = [UInt64](repeating: .max, count: wordCount)
    for set in [StateSet(allOf: slotCount), StateSet(words: noise, over: slotCount)] {
      #expect(set.count == slotCount && set.isFull && Array(set) == Array(0..<slotCount))
      #expect(set.isEmpty == (slotCount == 0))
      var none = set
      none.subtract(set)
      #expect(none == StateSet(over: slotCount) && none.isEmpty)
    }
  }
}

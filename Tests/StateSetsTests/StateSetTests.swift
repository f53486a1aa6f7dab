import EffectiveCounts
import StateSets
import TestSupport
import Testing

/// Sets of slots beside `Set<Int>`.
@Suite struct StateSetTests {
  @Test("agrees with Set<Int>", .effective(51), arguments: TestScale.seeds(60))
  func matchesReference(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let slotCount = Int.random(in: 0...200, using: &random)
    func members() -> Set<Int> {
      Set((0..<slotCount).filter { _ in Bool.random(using: &random) })
    }
    let (one, other) = (members(), members())
    effective(when: !one.isSubset(of: other) && !other.isSubset(of: one))
    func set(_ members: Set<Int>) -> StateSet {
      var set = StateSet(over: slotCount)
      for slot in members {
        let isNew = set.insert(slot)
        let isOld = !set.insert(slot)
        #expect(isNew && isOld)
      }
      return set
    }
    func expect(_ set: StateSet, _ members: Set<Int>) {
      #expect(Array(set) == members.sorted())
      #expect(set.count == members.count && set.isEmpty == members.isEmpty)
      #expect(set.isFull == (members.count == slotCount))
      #expect((0..<slotCount).allSatisfy { set.contains($0) == members.contains($0) })
    }
    let (left, right) = (set(one), set(other))
    expect(left, one)
    var union = left
    union.formUnion(right)
    expect(union, one.union(other))
    var intersection = left
    intersection.formIntersection(right)
    expect(intersection, one.intersection(other))
    var difference = left
    difference.subtract(right)
    expect(difference, one.subtracting(other))
    for slot in other { intersection.remove(slot) }
    expect(intersection, [])
    expect(StateSet(allOf: slotCount), Set(0..<slotCount))
    #expect(StateSet(words: left.words.map { $0 | 0 }, over: slotCount) == left)
  }

  @Test("passes reach what single steps reach", .effective(38), arguments: TestScale.seeds(60))
  func spreads(seed: UInt64) {
    var random = SeededGenerator(seed: 1_000 + seed)
    let bits = Int.random(in: 0...9, using: &random)
    let axes = Axis.random(bits: bits, using: &random)
    var set = StateSet(over: 1 << bits)
    for slot in 0..<1 << bits where Int.random(in: 0..<8, using: &random) == 0 { set.insert(slot) }
    let leads = (0..<1 << bits).map { reached(from: $0, along: axes) }
    var any = set
    any.pass(.any, along: axes)
    #expect(Array(any) == (0..<1 << bits).filter { leads[$0].contains { set.contains($0) } })
    var all = set
    all.pass(.all, along: axes)
    #expect(Array(all) == (0..<1 << bits).filter { leads[$0].allSatisfy { set.contains($0) } })
    effective(when: any != set && all != set)
  }
}

extension Axis {
  /// Some of the bits, in any order, each with one direction or both.
  static func random(bits: Int, using random: inout SeededGenerator) -> [Axis] {
    (0..<bits).filter { _ in Int.random(in: 0..<3, using: &random) > 0 }.shuffled(using: &random).map {
      let kind = Int.random(in: 0..<5, using: &random)
      return Axis(bit: $0, rises: kind != 0, falls: kind != 1)
    }
  }
}

/// The slots that a slot leads to along the axes, itself among them, bit by bit.
func reached(from slot: Int, along axes: [Axis]) -> [Int] {
  var found = [slot]
  for axis in axes {
    let bit = 1 << axis.bit
    if slot & bit == 0 ? axis.rises : axis.falls { found += found.map { $0 ^ bit } }
  }
  return found
}

import EffectiveCounts
import TestSupport
import Testing

@testable import DecisionDiagrams

@Suite("A set apart from its table") struct FrozenDiagramTests {
  /// Some codes below 2 to the power of the count, as a set in an order drawn at random.
  private static func draw(
    _ codes: Set<UInt64>, _ count: Int, using random: inout SeededGenerator, further: Int = 0
  ) throws -> FrozenDiagram {
    // Variables that the set does not depend on lie between the others.
    var table = try DiagramTable(order: Array(0..<count + further).shuffled(using: &random))
    var set = Diagram.nothing
    for code in codes {
      let one = try table.cube((0..<count).map { ($0, code >> UInt64($0) & 1 != 0) })
      set = try table.union(set, one)
    }
    return table.frozen(set, over: count)!
  }

  @Test("has its members, numbered and in order", .effective(13), arguments: TestScale.seeds(40))
  func members(seed: UInt64) throws {
    var random = SeededGenerator(seed: 71_000 + seed)
    let count = Int(seed % 10)
    let all = 0..<(1 << UInt64(count)) as Range<UInt64>
    let share = Double.random(in: 0...1, using: &random)
    let codes = Set(all.filter { _ in Double.random(in: 0..<1, using: &random) < share })
    let set = try Self.draw(codes, count, using: &random, further: Int(seed % 3))
    let sorted = codes.sorted()
    #expect(set.count == codes.count && Array(set) == sorted && set.variableCount == count)
    #expect(sorted.indices.allSatisfy { set.code(at: $0) == sorted[$0] })
    let numbers = try #require(MemberNumbering(set))
    #expect(sorted.indices.allSatisfy { numbers.position(of: sorted[$0]) == $0 })
    for code in all {
      #expect(set.contains(code) == codes.contains(code))
      #expect(set.position(of: code) == sorted.count { $0 < code })
    }
    #expect(!set.contains(all.upperBound))
    let mask = UInt64.random(in: all, using: &random)
    let values = UInt64.random(in: all, using: &random) & mask
    #expect(set.count(fixing: mask, to: values) == codes.count { $0 & mask == values })
    #expect(FrozenDiagram(of: codes, variableCount: count) == set)
    let numbered = set.members(numbered: Array(0..<codes.count))
    #expect(Set(numbered) == codes && numbered.count == codes.count)
    #expect(Array(set.projected(onto: mask)) == Set(codes.map { $0 & mask }).sorted())
    effective(when: codes.count > 20 && codes.count < all.count)
  }

  @Test("has its nearest members first", .effective(20), arguments: TestScale.seeds(50))
  func nearest(seed: UInt64) throws {
    var random = SeededGenerator(seed: 73_000 + seed)
    let count = Int(seed % 10)
    let all = 0..<(1 << UInt64(count)) as Range<UInt64>
    let share = seed % 3 == 0 ? 0.02 : Double.random(in: 0...1, using: &random)
    let codes = Set(all.filter { _ in Double.random(in: 0..<1, using: &random) < share })
    let set = try Self.draw(codes, count, using: &random, further: Int(seed % 3))
    let from = UInt64.random(in: all, using: &random)
    let sorted = codes.sorted { (($0 ^ from).nonzeroBitCount, $0) < (($1 ^ from).nonzeroBitCount, $1) }
    #expect(set.members(nearest: from, atMost: codes.count + 1) == sorted)
    for most in [0, 1, 2, codes.count / 2] {
      let found = set.members(nearest: from, atMost: most)
      #expect(found.count == min(most, codes.count) && Set(found).isSubset(of: codes))
      #expect(Set(found).count == found.count)
      #expect(
        found.map { ($0 ^ from).nonzeroBitCount } == sorted.prefix(most).map { ($0 ^ from).nonzeroBitCount })
    }
    effective(when: codes.count > 2)
  }

  @Test("combines with others, whatever their orders", .effective(13), arguments: TestScale.seeds(30))
  func combining(seed: UInt64) throws {
    var random = SeededGenerator(seed: 72_000 + seed)
    let count = Int(seed % 8)
    let all = 0..<(1 << UInt64(count)) as Range<UInt64>
    let one = Set(all.filter { _ in Bool.random(using: &random) })
    let other = seed % 5 == 0 ? one : Set(all.filter { _ in Bool.random(using: &random) })
    let left = try Self.draw(one, count, using: &random)
    let right = try Self.draw(other, count, using: &random)
    #expect(Array(left.intersection(right)) == one.intersection(other).sorted())
    #expect(Array(left.union(right)) == one.union(other).sorted())
    #expect(Array(left.subtracting(right)) == one.subtracting(other).sorted())
    #expect((left == right) == (one == other))
    var table = try DiagramTable(order: Array(0..<count).shuffled(using: &random))
    let thawed = try table.thawed(left)
    let again = table.frozen(thawed, over: count)!
    #expect(again == left && Array(again) == one.sorted())
    effective(when: one.count > 3 && one != other)
  }

  // More members than an iterator looks up at a time, exactly as many, and one more.
  @Test("is gone through some members at a time", arguments: [0, 1, 15, 16, 17, 79, 80, 81, 336, 337, 2000])
  func pieces(size: Int) throws {
    var random = SeededGenerator(seed: UInt64(size))
    var codes: Set<UInt64> = []
    while codes.count < size { codes.insert(.random(in: 0..<1 << 40, using: &random)) }
    let set = try Self.draw(codes, 40, using: &random)
    #expect(Array(set) == codes.sorted())
    #expect(codes.prefix(20).allSatisfy { set.code(at: set.position(of: $0)) == $0 })
  }

  @Test("may be all or nothing, of no and of very many variables", arguments: [0, 1, 61, 62])
  func extremes(count: Int) throws {
    var table = try DiagramTable(variableCount: count)
    let all = table.frozen(.everything, over: count)!
    let none = table.frozen(.nothing, over: count)!
    let size: Int = 1 << count
    #expect(all.count == size && none.count == 0 && none.first { _ in true } == nil)
    #expect(Array(all.prefix(3)) == Array([0, 1, 2].prefix(min(3, size))))
    #expect(all.code(at: size - 1) == UInt64(size - 1) && all.position(of: UInt64(size - 1)) == size - 1)
    #expect(all.subtracting(all) == none && all.union(none) == all)
    if count > 0 {
      // Only the last: whatever is below it is gone over.
      let last = try table.cube((0..<count).map { ($0, true) })
      let set = table.frozen(last, over: count)!
      #expect(Array(set) == [UInt64(size - 1)] && set.position(of: UInt64(size - 1)) == 0)
      #expect(all.subtracting(set).count == size - 1)
      #expect(all.subtracting(set).code(at: size - 2) == UInt64(size - 2))
    }
  }
}

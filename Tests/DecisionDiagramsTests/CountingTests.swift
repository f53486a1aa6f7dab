import EffectiveCounts
import TestSupport
import Testing

@testable import DecisionDiagrams

@Suite("Members are counted, numbered and listed") struct CountingTests {
  @Test(
    "as truth tables list them, over any variables that are enough", .effective(20),
    arguments: TestScale.seeds(27))
  func members(seed: UInt64) throws {
    var random = SeededGenerator(seed: 61_000 + seed)
    let count = Int(seed % 9)
    var table = try DiagramTable(order: Array(0..<count).shuffled(using: &random))
    var pool = try DiagramTableTests.pool(&table, seed: 62_000 + seed)
    for _ in 0..<12 {
      let step = DiagramTableTests.Step.allCases.randomElement(using: &random)!
      pool.sets.append(try DiagramTableTests.take(step, &pool, &table))
    }
    for (diagram, truth) in pool.sets + [(Diagram.nothing, TruthTable(count) { _ in false })] {
      let support = Set(table.support(of: diagram))
      let variables = (0..<count).filter { support.contains($0) || Bool.random(using: &random) }
        .shuffled(using: &random)
      let expected = truth.codes(over: variables)
      #expect(try table.count(diagram, over: variables) == UInt128(expected.count))
      let numbering = try table.numbering(of: diagram, over: variables)
      let numbered = (0..<expected.count).map { table.member(UInt128($0), of: numbering) }
      #expect(numbered.sorted() == expected && Set(numbered).count == expected.count)
      let sample = table.sample(numbering, using: &random)
      #expect(sample.map { expected.contains($0) } ?? expected.isEmpty)
      var listed: [UInt128] = []
      let isWhole = try table.forEachMember(of: diagram, over: variables) {
        listed.append($0)
        return true
      }
      #expect(isWhole && listed == expected)
      effective(when: expected.count > 3 && variables.count > support.count)
      let most = expected.count / 2
      listed = []
      let isAll = try table.forEachMember(of: diagram, over: variables) {
        listed.append($0)
        return listed.count < most
      }
      #expect(expected.isEmpty ? isAll : !isAll && listed == Array(expected.prefix(max(most, 1))))
    }
  }

  @Test("in two words where one is too short", arguments: [0, 1, 2, 62, 63, 64, 65, 100, 126, 127])
  func wide(count: Int) throws {
    var table = try DiagramTable(variableCount: count)
    let variables = Array(0..<count)
    let all: UInt128 = 1 << UInt128(count)
    #expect(try table.count(.everything, over: variables) == all)
    #expect(try table.count(.nothing, over: variables) == 0)
    // All but the one where everything is zero.
    var some = Diagram.nothing
    for variable in variables { some = try table.union(some, table.variable(variable)) }
    #expect(try table.count(some, over: variables) == all - 1)
    #expect(try table.count(!some, over: variables) == 1)
    let numbering = try table.numbering(of: some, over: variables)
    if count > 0 {
      let codes = [0, all / 2, all - 2].map { table.member(min($0, all - 2), of: numbering) }
      #expect(codes.allSatisfy { $0 > 0 && $0 < all } && codes[2] == all - 1)
    }
  }

  @Test("each member is drawn as often as any other") func samples() throws {
    var table = try DiagramTable(order: [2, 0, 1])
    var random = SeededGenerator(seed: 7)
    let set = try table.union(table.variable(0), table.intersection(table.variable(1), table.variable(2)))
    let numbering = try table.numbering(of: set, over: [0, 1, 2])
    var counts: [UInt128: Int] = [:]
    for _ in 0..<5_000 { counts[table.sample(numbering, using: &random)!, default: 0] += 1 }
    #expect(counts.count == 5 && counts.values.allSatisfy { (850...1_150).contains($0) })
  }
}

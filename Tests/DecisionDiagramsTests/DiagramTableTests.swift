import EffectiveCounts
import TestSupport
import Testing

@testable import DecisionDiagrams

/// Every operation against truth tables, in random sequences of operations on what the earlier ones gave.
@Suite("Diagrams stand for the sets that truth tables list") struct DiagramTableTests {
  /// Sets as diagrams and as truth tables, side by side.
  struct Pool {
    var sets: [(diagram: Diagram, truth: TruthTable)]
    var random: SeededGenerator

    mutating func pick() -> (diagram: Diagram, truth: TruthTable) {
      let set = sets.randomElement(using: &random)!
      return Bool.random(using: &random) ? set : (!set.diagram, set.truth.complement)
    }

    mutating func variables(_ count: Int) -> [Int] {
      (0..<count).filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
    }
  }

  static func pool(_ table: inout DiagramTable, seed: UInt64) throws(DiagramHalt) -> Pool {
    let count = table.variableCount
    var sets = [(diagram: Diagram.everything, truth: TruthTable(count) { _ in true })]
    for variable in 0..<count {
      sets.append((try table.variable(variable), .variable(variable, of: count)))
    }
    var pool = Pool(sets: sets, random: SeededGenerator(seed: seed))
    // Some that are neither simple nor nearly everything or nothing: each a few cubes, one at odds with the last.
    for _ in 0..<(count < 3 ? 0 : 4) {
      var set = (diagram: Diagram.nothing, truth: TruthTable(count) { _ in false })
      for _ in 0..<6 {
        let cube = try take(.cube, &pool, &table)
        set = (
          try table.symmetricDifference(set.diagram, cube.diagram),
          set.truth.combined(with: cube.truth) { $0 != $1 }
        )
      }
      pool.sets.append(set)
    }
    return pool
  }

  enum Step: CaseIterable {
    case intersection, union, subtracting, symmetricDifference, choice, cube, exists, existsInBoth, fixing,
      replacing, applying, simplified, constrained
  }

  /// One operation on sets of the pool; what it gave, twice.
  static func take(
    _ step: Step, _ pool: inout Pool, _ table: inout DiagramTable
  ) throws(DiagramHalt) -> (diagram: Diagram, truth: TruthTable) {
    let count = table.variableCount
    let (first, second, third) = (pool.pick(), pool.pick(), pool.pick())
    let variables = pool.variables(count)
    let variable = count == 0 ? 0 : Int.random(in: 0..<count, using: &pool.random)
    let value = Bool.random(using: &pool.random)
    switch step {
    case .intersection:
      return (
        try table.intersection(first.diagram, second.diagram),
        first.truth.combined(with: second.truth) { $0 && $1 }
      )
    case .union:
      return (
        try table.union(first.diagram, second.diagram), first.truth.combined(with: second.truth) { $0 || $1 }
      )
    case .subtracting:
      return (
        try table.subtracting(first.diagram, second.diagram),
        first.truth.combined(with: second.truth) { $0 && !$1 }
      )
    case .symmetricDifference:
      return (
        try table.symmetricDifference(first.diagram, second.diagram),
        first.truth.combined(with: second.truth) { $0 != $1 }
      )
    case .choice:
      let then = first.truth.combined(with: second.truth) { $0 && $1 }
      let otherwise = first.truth.combined(with: third.truth) { !$0 && $1 }
      return (
        try table.choice(first.diagram, then: second.diagram, otherwise: third.diagram),
        then.combined(with: otherwise) { $0 || $1 }
      )
    case .cube:
      let values = variables.map { (variable: $0, value: Bool.random(using: &pool.random)) }
      return (
        try table.cube(values.shuffled(using: &pool.random)),
        TruthTable(count) { code in values.allSatisfy { (code >> $0.variable & 1 != 0) == $0.value } }
      )
    case .exists:
      return (try table.exists(table.all(variables), in: first.diagram), first.truth.exists(variables))
    case .existsInBoth:
      return (
        try table.exists(table.all(variables), inBoth: first.diagram, second.diagram),
        first.truth.combined(with: second.truth) { $0 && $1 }.exists(variables)
      )
    case .fixing:
      if count == 0 { return first }
      return (
        try table.fixing(variable, to: value, in: first.diagram), first.truth.fixing(variable, to: value)
      )
    case .replacing:
      if count == 0 { return first }
      return (
        try table.replacing(variable, by: second.diagram, in: first.diagram),
        first.truth.replacing([(variable, second.truth)])
      )
    case .applying:
      let others = variables.map { _ in pool.pick() }
      let substitution = try table.substitution(zip(variables, others).map { ($0, by: $1.diagram) })
      return (
        try table.applying(substitution, to: first.diagram),
        first.truth.replacing(zip(variables, others).map { ($0, by: $1.truth) })
      )
    case .simplified, .constrained:
      let result =
        step == .simplified
        ? try table.simplified(first.diagram, within: second.diagram)
        : try table.constrained(first.diagram, to: second.diagram)
      let truth = TruthTable(result, in: table)
      let isMet = truth.combined(with: first.truth) { $0 == $1 }.combined(with: second.truth) { $0 || !$1 }
      // Outside of what matters it may be anything.
      return isMet.members.allSatisfy { $0 } ? (result, truth) : (result, truth.complement)
    }
  }

  @Test("after any operations, in any order of the variables", .effective(20), arguments: TestScale.seeds(39))
  func operations(seed: UInt64) throws {
    var random = SeededGenerator(seed: 51_000 + seed)
    let count = Int(seed % 13)
    var table = try DiagramTable(order: Array(0..<count).shuffled(using: &random))
    var pool = try Self.pool(&table, seed: 52_000 + seed)
    var largest = 0
    for index in 0..<(count > 9 ? 10 : 40) {
      let step = Step.allCases.randomElement(using: &random)!
      let set = try Self.take(step, &pool, &table)
      #expect(TruthTable(set.diagram, in: table) == set.truth, "\(step) as operation \(index)")
      // One diagram for each set, and the other way round.
      let twin = pool.sets.first { $0.truth == set.truth }
      #expect(twin == nil || twin!.diagram == set.diagram)
      #expect(table.support(of: set.diagram) == (0..<count).filter(set.truth.dependsOn))
      largest = max(largest, table.nodeCount(of: [set.diagram]))
      pool.sets.append(set)
      if index % 7 == 3 {
        let kept = pool.sets.map { $0.diagram }
        if index % 14 == 3 {
          table.collect(keeping: kept)
        } else {
          try table.sift(keeping: kept, atMost: Int.random(in: 0...100, using: &random))
        }
        #expect(pool.sets.allSatisfy { TruthTable($0.diagram, in: table) == $0.truth })
        #expect(table.nodeCount >= table.nodeCount(of: kept))
      }
      #expect(table.fault == nil)
    }
    effective(when: largest > 10)
  }

  @Test("simplified sets have no variable of their own", .effective(5), arguments: TestScale.seeds(10))
  func simplified(seed: UInt64) throws {
    var random = SeededGenerator(seed: 53_000 + seed)
    var table = try DiagramTable(order: Array(0..<8).shuffled(using: &random))
    var pool = try Self.pool(&table, seed: 54_000 + seed)
    for _ in 0..<30 { pool.sets.append(try Self.take(.choice, &pool, &table)) }
    let (set, care) = (pool.pick(), pool.pick())
    let result = try table.simplified(set.diagram, within: care.diagram)
    effective(when: result != set.diagram && table.support(of: set.diagram).count > 3)
    #expect(Set(table.support(of: result)).isSubset(of: table.support(of: set.diagram)))
    #expect(try table.isSubset(table.intersection(result, care.diagram), of: set.diagram))
    #expect(try table.isSubset(table.intersection(set.diagram, care.diagram), of: result))
  }

  @Test("sifting finds the order that a comparison of two numbers needs") func sifting() throws {
    // Bit by bit side by side it takes three nodes a bit, one number after the other exponentially many.
    let bits = 8
    var table = try DiagramTable(variableCount: 2 * bits)
    var equal = Diagram.everything
    for bit in 0..<bits {
      let same = try !table.symmetricDifference(table.variable(bit), table.variable(bits + bit))
      equal = try table.intersection(equal, same)
    }
    let before = table.nodeCount(of: [equal])
    try table.sift(keeping: [equal], atMost: 10_000)
    #expect(table.fault == nil)
    #expect(before > 1 << bits && table.nodeCount(of: [equal]) == table.nodeCount)
    #expect(table.nodeCount <= 4 * bits)
    #expect(
      table.contains(0b1010_0101_1010_0101, in: equal) && !table.contains(0b1010_0101_1010_0111, in: equal))
  }
}

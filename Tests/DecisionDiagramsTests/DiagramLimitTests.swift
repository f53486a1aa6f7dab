import EffectiveCounts
import TestSupport
import Testing

@testable import DecisionDiagrams

@Suite("A table keeps its limits") struct DiagramLimitTests {
  /// The set where two numbers of so many bits are equal, one number above the other: exponentially many nodes.
  private static func equality(_ bits: Int, _ table: inout DiagramTable) throws(DiagramHalt) -> Diagram {
    var equal = Diagram.everything
    for bit in 0..<bits {
      let same = try !table.symmetricDifference(table.variable(bit), table.variable(bits + bit))
      equal = try table.intersection(equal, same)
    }
    return equal
  }

  @Test("of memory, and goes on afterwards with what is held", arguments: [1, 2, 4, 8, 16])
  func memory(times: Int) throws {
    let limit = DiagramTable.leastRoom * DiagramTable.bytesPerNode * times
    var table = try DiagramTable(variableCount: 32, memoryLimit: limit)
    let few = try Self.equality(4, &table)
    #expect(throws: DiagramHalt.memory) { try Self.equality(16, &table) }
    #expect(table.byteCount <= limit && table.fault == nil)
    table.collect(keeping: [few])
    #expect(table.nodeCount == table.nodeCount(of: [few]) && table.fault == nil)
    #expect(try Self.equality(4, &table) == few)
  }

  @Test("none that is smaller than the least table") func tooLittle() {
    #expect(throws: DiagramHalt.memory) {
      _ = try DiagramTable(variableCount: 3, memoryLimit: 1_000).nodeCount
    }
  }

  @Test("ends soon after it is asked to, wherever it is", .effective(6), arguments: 0..<12)
  func stopped(at question: Int) throws {
    var questions = 0
    var table = try DiagramTable(variableCount: 24) {
      questions += 1
      return questions > question
    }
    do {
      _ = try Self.equality(12, &table)
      effective(when: false)
    } catch {
      #expect(error == .stopped && questions == question + 1)
      #expect(table.stepCount == UInt64(DiagramTable.stepsBetweenQuestions * (question + 1)))
      #expect(table.fault == nil)
      effective(when: true)
    }
  }

  @Test("of sifting too, which leaves a table that is in order", .effective(6), arguments: 0..<10)
  func stoppedSifting(at question: Int) throws {
    var (questions, isAsked) = (0, false)
    var table = try DiagramTable(variableCount: 24) {
      if isAsked { questions += 1 }
      return questions > question
    }
    let equal = try Self.equality(12, &table)
    isAsked = true
    do {
      try table.sift(keeping: [equal], atMost: 1_000)
      effective(when: false)
    } catch {
      effective(when: true)
    }
    isAsked = false
    questions = 0
    table.collect(keeping: [equal])
    #expect(table.fault == nil && table.nodeCount == table.nodeCount(of: [equal]))
    #expect(try table.count(equal, over: Array(0..<24)) == 1 << 12)
  }
}

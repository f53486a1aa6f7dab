import DecisionDiagrams

/// The diagrams of this project.
final class OurDiagrams: DiagramLibrary {
  static let name = "ours"
  private var table: DiagramTable
  /// With so many nodes those are freed that nobody holds, as the symbolic engine does it.
  private var mostNodes = 1 << 18
  var everything: Diagram { .everything }
  var nothing: Diagram { .nothing }

  init(variableCount: Int) throws {
    table = try DiagramTable(variableCount: variableCount, memoryLimit: 4 << 30)
  }

  func variable(_ level: Int) throws -> Diagram { try table.variable(level) }
  func complement(_ set: Diagram) -> Diagram { !set }
  func intersection(_ first: Diagram, _ second: Diagram) throws -> Diagram {
    try table.intersection(first, second)
  }
  func union(_ first: Diagram, _ second: Diagram) throws -> Diagram { try table.union(first, second) }
  func difference(_ first: Diagram, _ second: Diagram) throws -> Diagram {
    try table.symmetricDifference(first, second)
  }
  func choice(_ condition: Diagram, _ then: Diagram, _ otherwise: Diagram) throws -> Diagram {
    try table.choice(condition, then: then, otherwise: otherwise)
  }
  func variables(_ levels: [Int]) throws -> Diagram { try table.all(levels) }
  func exists(_ variables: Diagram, _ set: Diagram) throws -> Diagram {
    try table.exists(variables, in: set)
  }
  func exists(_ variables: Diagram, inBoth first: Diagram, _ second: Diagram) throws -> Diagram {
    try table.exists(variables, inBoth: first, second)
  }
  func renaming(_ levels: [(from: Int, to: Int)]) throws -> DiagramTable.Substitution {
    var replacements: [(variable: Int, by: Diagram)] = []
    for (from, to) in levels { replacements.append((from, try table.variable(to))) }
    return try table.substitution(replacements)
  }
  func renamed(_ set: Diagram, _ renaming: DiagramTable.Substitution) throws -> Diagram {
    try table.applying(renaming, to: set)
  }
  func tidy(keeping held: [Diagram]) {
    if table.nodeCount < mostNodes { return }
    table.collect(keeping: held)
    mostNodes = max(1 << 18, 3 * table.nodeCount)
  }
  func isSame(_ first: Diagram, _ second: Diagram) -> Bool { first == second }
  func count(_ set: Diagram, over levels: [Int]) throws -> Double {
    Double(try table.count(set, over: levels))
  }
  func nodeCount(_ set: Diagram) -> Int { table.nodeCount(of: [set]) }
}

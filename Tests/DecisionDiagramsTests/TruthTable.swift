@testable import DecisionDiagrams

/// A set of assignments as a list of all of them: what diagrams are held against.
struct TruthTable: Equatable {
  let variableCount: Int
  var members: [Bool]

  init(_ variableCount: Int, _ isMember: (Int) -> Bool) {
    self.variableCount = variableCount
    members = (0..<1 << variableCount).map(isMember)
  }

  static func variable(_ variable: Int, of count: Int) -> TruthTable {
    TruthTable(count) { $0 >> variable & 1 != 0 }
  }

  /// What is in a diagram, assignment by assignment.
  init(_ diagram: Diagram, in table: borrowing DiagramTable) {
    var members: [Bool] = []
    for code in 0..<1 << table.variableCount { members.append(table.contains(UInt64(code), in: diagram)) }
    variableCount = table.variableCount
    self.members = members
  }

  func combined(with other: TruthTable, _ combine: (Bool, Bool) -> Bool) -> TruthTable {
    TruthTable(variableCount) { combine(members[$0], other.members[$0]) }
  }

  var complement: TruthTable { TruthTable(variableCount) { !members[$0] } }

  func fixing(_ variable: Int, to value: Bool) -> TruthTable {
    let bit = 1 << variable
    return TruthTable(variableCount) { members[value ? $0 | bit : $0 & ~bit] }
  }

  func exists(_ variables: [Int]) -> TruthTable {
    variables.reduce(self) { $0.fixing($1, to: false).combined(with: $0.fixing($1, to: true)) { $0 || $1 } }
  }

  /// With others in the place of variables, all at once.
  func replacing(_ replacements: [(variable: Int, by: TruthTable)]) -> TruthTable {
    TruthTable(variableCount) { code in
      var changed = code
      for (variable, other) in replacements {
        changed = other.members[code] ? changed | 1 << variable : changed & ~(1 << variable)
      }
      return members[changed]
    }
  }

  func dependsOn(_ variable: Int) -> Bool { fixing(variable, to: false) != fixing(variable, to: true) }

  /// The members as codes over some variables, which are all on which it depends.
  func codes(over variables: [Int]) -> [UInt128] {
    (0..<1 << variables.count).filter { code in
      var assignment = 0
      for (place, variable) in variables.enumerated() where code >> place & 1 != 0 {
        assignment |= 1 << variable
      }
      return members[assignment]
    }.map { UInt128($0) }
  }
}

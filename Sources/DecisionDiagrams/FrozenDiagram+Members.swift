// Sets of given members, and of what members have in common.
extension FrozenDiagram {
  /// The set of some codes.
  ///
  /// - Complexity: O(variables · codes)
  package init(of codes: some Sequence<UInt64>, variableCount: Int) {
    let sorted = codes.sorted()
    self = .made(order: (0..<variableCount).reversed()) { table throws(DiagramHalt) in
      try table.set(of: sorted[...], below: variableCount)
    }
  }

  /// The members at some places in an order of all that is the same in every run; not that of their codes.
  ///
  /// - Complexity: O(nodes + variables · places)
  package func members(numbered places: [Int]) -> [UInt64] {
    if nodes.count == 1 { return places.map { UInt64($0) } }
    do {
      var table = try DiagramTable(order: order, memoryLimit: .max)
      let numbering = try table.numbering(of: table.thawed(self), over: Array(0..<variableCount))
      return places.map { UInt64(truncatingIfNeeded: table.member(UInt128($0), of: numbering)) }
    } catch { preconditionFailure("nobody set a limit") }
  }

  /// The values that members have of the variables in a mask, as codes without any other.
  package func projected(onto mask: UInt64) -> FrozenDiagram {
    mapped { table, set throws(DiagramHalt) in
      let others = (0..<table.variableCount).filter { mask >> UInt64($0) & 1 == 0 }
      let values = try table.exists(table.all(others), in: set)
      return try table.intersection(values, table.cube(others.map { ($0, false) }))
    }
  }
}

extension DiagramTable {
  /// The set of some rising codes that agree in all bits from one on.
  fileprivate mutating func set(
    of codes: ArraySlice<UInt64>, below bit: Int
  ) throws(DiagramHalt) -> Diagram {
    if codes.isEmpty { return .nothing }
    if bit == 0 { return .everything }
    let top = UInt64(bit) - 1
    var (first, end) = (codes.startIndex, codes.endIndex)
    while first < end {
      let middle = (first + end) / 2
      if codes[middle] >> top & 1 == 0 { first = middle + 1 } else { end = middle }
    }
    let low = try set(of: codes[..<first], below: bit - 1)
    let high = try set(of: codes[first...], below: bit - 1)
    return try choice(variable(bit - 1), then: high, otherwise: low)
  }
}

// Sets in which some variables do not matter any more.
extension DiagramTable {
  /// The assignments that become members for some values of the given variables.
  ///
  /// - Parameter variables: Their ``cube(_:)``, each with the value one.
  package mutating func exists(_ variables: Diagram, in set: Diagram) throws(DiagramHalt) -> Diagram {
    Diagram(arrow: try exists(set.arrow, variables.arrow))
  }

  /// ``exists(_:in:)`` of the intersection of two sets, which itself is never made: the relational product.
  ///
  /// Burch, Clarke, McMillan, Dill and Hwang, Symbolic model checking: 10²⁰ states and beyond, Information and
  /// Computation 98 (1992), doi:10.1016/0890-5401(92)90017-A.
  package mutating func exists(
    _ variables: Diagram, inBoth first: Diagram, _ second: Diagram
  ) throws(DiagramHalt) -> Diagram {
    Diagram(arrow: try meeting(first.arrow, second.arrow, variables.arrow))
  }

  /// The cube of the variables with the value one.
  package mutating func all(_ variables: [Int]) throws(DiagramHalt) -> Diagram {
    try cube(variables.map { (variable: $0, value: true) })
  }
}

extension DiagramTable {
  mutating func exists(_ set: UInt32, _ variables: UInt32) throws(DiagramHalt) -> UInt32 {
    if set <= Arrow.nothing { return set }
    let level = level(set)
    let variables = skipping(variables, above: level)
    if variables == Arrow.everything { return set }
    let key = Self.key(.exists, set, variables)
    if let known = known(key) { return known }
    try step()
    let (first, second) = branches(set, at: level)
    let result: UInt32
    if self.level(variables) == level {
      let rest = nodes[Int(variables >> 1)].high
      let low = try exists(first, rest)
      result = low == Arrow.everything ? low : try union(low, exists(second, rest))
    } else {
      let low = try exists(first, variables)
      result = try node(level, low, exists(second, variables))
    }
    keep(key, is: result)
    return result
  }

  mutating func meeting(_ first: UInt32, _ second: UInt32, _ variables: UInt32) throws(DiagramHalt) -> UInt32
  {
    if first == Arrow.nothing || second == Arrow.nothing || first == second ^ 1 { return Arrow.nothing }
    if first == Arrow.everything || first == second { return try exists(second, variables) }
    if second == Arrow.everything { return try exists(first, variables) }
    let (left, right) = first < second ? (first, second) : (second, first)
    let level = min(level(left), level(right))
    let variables = skipping(variables, above: level)
    if variables == Arrow.everything { return try intersection(left, right) }
    let key = Self.key(.meeting, left, right)
    if let known = known(key, variables) { return known }
    try step()
    let (one, other) = (branches(left, at: level), branches(right, at: level))
    let result: UInt32
    if self.level(variables) == level {
      let rest = nodes[Int(variables >> 1)].high
      let low = try meeting(one.low, other.low, rest)
      result = low == Arrow.everything ? low : try union(low, meeting(one.high, other.high, rest))
    } else {
      let low = try meeting(one.low, other.low, variables)
      result = try node(level, low, meeting(one.high, other.high, variables))
    }
    keep(key, variables, is: result)
    return result
  }

  /// The variables of a cube from a level on.
  @inline(__always)
  private func skipping(_ variables: UInt32, above level: UInt32) -> UInt32 {
    var rest = variables
    while self.level(rest) < level { rest = nodes[Int(rest >> 1)].high }
    return rest
  }
}

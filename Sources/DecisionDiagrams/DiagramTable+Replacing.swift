// Sets with other things in the place of variables.
extension DiagramTable {
  /// What takes the place of variables, all at once, as ``DiagramTable/substitution(_:)`` made it known.
  package struct Substitution: Hashable, Sendable {
    let number: UInt32
  }

  /// The set with the value of the variable fixed, which then does not matter any more.
  package mutating func fixing(
    _ variable: Int, to value: Bool, in set: Diagram
  ) throws(DiagramHalt) -> Diagram {
    let literal = try self.variable(variable)
    return Diagram(arrow: try fixing(set.arrow, levels[variable], literal.arrow ^ (value ? 0 : 1)))
  }

  /// The set with another in the place of a variable: members are the assignments that are members once the
  /// variable has the value one exactly where they are in `other`.
  package mutating func replacing(
    _ variable: Int, by other: Diagram, in set: Diagram
  ) throws(DiagramHalt) -> Diagram {
    let literal = try self.variable(variable)
    return Diagram(arrow: try replacing(set.arrow, levels[variable], literal.arrow, other.arrow))
  }

  /// Makes known what is to take the place of some variables; to be applied to as many sets as one likes.
  /// What it holds stays when nodes are freed.
  package mutating func substitution(
    _ replacements: [(variable: Int, by: Diagram)]
  ) throws(DiagramHalt) -> Substitution {
    var arrows: [UInt32] = []
    for variable in 0..<variableCount { arrows.append(try self.variable(variable).arrow) }
    for (variable, other) in replacements { arrows[variable] = other.arrow }
    substitutions.append(arrows)
    return Substitution(number: UInt32(substitutions.count - 1))
  }

  /// The set with others in the place of variables, all at once.
  package mutating func applying(_ substitution: Substitution, to set: Diagram) throws(DiagramHalt) -> Diagram
  {
    Diagram(arrow: try applying(substitution.number, to: set.arrow))
  }
}

extension DiagramTable {
  mutating func fixing(_ set: UInt32, _ level: UInt32, _ literal: UInt32) throws(DiagramHalt) -> UInt32 {
    let top = self.level(set)
    if top > level { return set }
    let (low, high) = branches(set, at: top)
    if top == level { return literal & 1 == 0 ? high : low }
    let key = Self.key(.fixing, set, literal)
    if let known = known(key) { return known }
    try step()
    let first = try fixing(low, level, literal)
    let result = try node(top, first, fixing(high, level, literal))
    keep(key, is: result)
    return result
  }

  mutating func replacing(
    _ set: UInt32, _ level: UInt32, _ literal: UInt32, _ other: UInt32
  ) throws(DiagramHalt) -> UInt32 {
    let top = self.level(set)
    if top > level { return set }
    let (low, high) = branches(set, at: top)
    if top == level { return try choice(other, high, low) }
    let key = Self.key(.replacement, set, literal)
    if let known = known(key, other) { return known }
    try step()
    let first = try replacing(low, level, literal, other)
    let second = try replacing(high, level, literal, other)
    // What comes in may speak of variables that stand above this one.
    let own = try node(top, Arrow.nothing, Arrow.everything)
    let result = try choice(own, second, first)
    keep(key, other, is: result)
    return result
  }

  mutating func applying(_ substitution: UInt32, to set: UInt32) throws(DiagramHalt) -> UInt32 {
    if set <= Arrow.nothing { return set }
    let key = Self.key(.substitution, set & ~1, substitution)
    if let known = known(key) { return known ^ (set & 1) }
    try step()
    let node = nodes[Int(set >> 1)]
    let first = try applying(substitution, to: node.low)
    let second = try applying(substitution, to: node.high)
    let other = substitutions[Int(substitution)][order[Int(node.level)]]
    let result = try choice(other, second, first)
    keep(key, is: result)
    return result ^ (set & 1)
  }
}

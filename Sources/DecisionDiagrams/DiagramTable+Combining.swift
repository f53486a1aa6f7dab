// Sets made of two or three others.
extension DiagramTable {
  /// What is in both sets.
  package mutating func intersection(_ first: Diagram, _ second: Diagram) throws(DiagramHalt) -> Diagram {
    Diagram(arrow: try intersection(first.arrow, second.arrow))
  }

  /// What is in one of the sets at least.
  package mutating func union(_ first: Diagram, _ second: Diagram) throws(DiagramHalt) -> Diagram {
    Diagram(arrow: try union(first.arrow, second.arrow))
  }

  /// What is in the first and not in the second.
  package mutating func subtracting(_ first: Diagram, _ second: Diagram) throws(DiagramHalt) -> Diagram {
    Diagram(arrow: try intersection(first.arrow, second.arrow ^ 1))
  }

  /// What is in exactly one of the sets.
  package mutating func symmetricDifference(_ first: Diagram, _ second: Diagram) throws(DiagramHalt)
    -> Diagram
  {
    Diagram(arrow: try difference(first.arrow, second.arrow))
  }

  /// What is in `then` as far as it is in `condition`, and in `otherwise` as far as it is not.
  package mutating func choice(
    _ condition: Diagram, then: Diagram, otherwise: Diagram
  ) throws(DiagramHalt) -> Diagram {
    Diagram(arrow: try choice(condition.arrow, then.arrow, otherwise.arrow))
  }

  /// Whether every member of the first is one of the second.
  package mutating func isSubset(_ first: Diagram, of second: Diagram) throws(DiagramHalt) -> Bool {
    try intersection(first.arrow, second.arrow ^ 1) == Arrow.nothing
  }

  /// The assignments with these values of some variables, and any of the others.
  package mutating func cube(_ values: [(variable: Int, value: Bool)]) throws(DiagramHalt) -> Diagram {
    var result = Arrow.everything
    // From the bottom up, each node is made once.
    for (variable, value) in values.sorted(by: { levels[$0.variable] > levels[$1.variable] }) {
      let level = levels[variable]
      result =
        value ? try node(level, Arrow.nothing, result) : try node(level, result, Arrow.nothing)
    }
    return Diagram(arrow: result)
  }
}

extension DiagramTable {
  mutating func intersection(_ first: UInt32, _ second: UInt32) throws(DiagramHalt) -> UInt32 {
    if first == second || second == Arrow.everything { return first }
    if first == Arrow.everything { return second }
    if first == Arrow.nothing || second == Arrow.nothing || first == second ^ 1 { return Arrow.nothing }
    let (left, right) = first < second ? (first, second) : (second, first)
    let key = Self.key(.intersection, left, right)
    if let known = known(key) { return known }
    try step()
    let level = min(level(left), level(right))
    let (one, other) = (branches(left, at: level), branches(right, at: level))
    let low = try intersection(one.low, other.low)
    let high = try intersection(one.high, other.high)
    let result = try node(level, low, high)
    keep(key, is: result)
    return result
  }

  mutating func union(_ first: UInt32, _ second: UInt32) throws(DiagramHalt) -> UInt32 {
    try intersection(first ^ 1, second ^ 1) ^ 1
  }

  mutating func difference(_ first: UInt32, _ second: UInt32) throws(DiagramHalt) -> UInt32 {
    // A mark on either changes nothing but the mark of the result.
    let mark = (first ^ second) & 1
    let (first, second) = (first & ~1, second & ~1)
    if first == second { return Arrow.nothing ^ mark }
    if first == Arrow.everything { return second ^ 1 ^ mark }
    if second == Arrow.everything { return first ^ 1 ^ mark }
    let (left, right) = first < second ? (first, second) : (second, first)
    let key = Self.key(.difference, left, right)
    if let known = known(key) { return known ^ mark }
    try step()
    let level = min(level(left), level(right))
    let (one, other) = (branches(left, at: level), branches(right, at: level))
    let low = try difference(one.low, other.low)
    let high = try difference(one.high, other.high)
    let result = try node(level, low, high)
    keep(key, is: result)
    return result ^ mark
  }

  mutating func choice(_ condition: UInt32, _ then: UInt32, _ otherwise: UInt32) throws(DiagramHalt) -> UInt32
  {
    if condition == Arrow.everything || then == otherwise { return then }
    if condition == Arrow.nothing { return otherwise }
    // Where a branch is constant, or is the condition, two arguments are left.
    if then == Arrow.everything || then == condition { return try union(condition, otherwise) }
    if then == Arrow.nothing || then == condition ^ 1 { return try intersection(condition ^ 1, otherwise) }
    if otherwise == Arrow.nothing || otherwise == condition { return try intersection(condition, then) }
    if otherwise == Arrow.everything || otherwise == condition ^ 1 { return try union(condition ^ 1, then) }
    if then == otherwise ^ 1 { return try difference(condition, otherwise) }
    // One form of those that are alike: no mark on the condition, none on what follows from it.
    var (condition, then, otherwise) = (condition, then, otherwise)
    if condition & 1 != 0 { (condition, then, otherwise) = (condition ^ 1, otherwise, then) }
    let mark = then & 1
    (then, otherwise) = (then ^ mark, otherwise ^ mark)
    let key = Self.key(.choice, condition, then)
    if let known = known(key, otherwise) { return known ^ mark }
    try step()
    let level = min(level(condition), level(then), level(otherwise))
    let (first, second, third) = (
      branches(condition, at: level), branches(then, at: level), branches(otherwise, at: level)
    )
    let low = try choice(first.low, second.low, third.low)
    let high = try choice(first.high, second.high, third.high)
    let result = try node(level, low, high)
    keep(key, otherwise, is: result)
    return result ^ mark
  }
}

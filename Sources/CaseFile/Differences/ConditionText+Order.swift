extension ConditionText {
  /// The condition with its operands in one order wherever their order means nothing, so that `a and b`
  /// and `b and a` are one condition.
  package var inOrder: ConditionText {
    switch self {
    case .constant, .name, .comparison: self
    case .not(let operand): .not(operand.inOrder)
    case .and(let parts): .and(Self.sorted(parts.flatMap { $0.conjuncts }))
    case .or(let parts): .or(Self.sorted(parts.flatMap { $0.disjuncts }))
    case .count(let count, let number, let parts): .count(count, number, Self.sorted(parts))
    case .joined(let left, let connective, let right): Self.sides(left, connective, right)
    }
  }

  private static func sides(_ left: Self, _ connective: Connective, _ right: Self) -> Self {
    let sides = connective.isSymmetric ? sorted([left, right]) : [left.inOrder, right.inOrder]
    return .joined(sides[0], connective, sides[1])
  }

  private static func sorted(_ parts: [Self]) -> [Self] {
    parts.map { part in
      let ordered = part.inOrder
      return (condition: ordered, text: ordered.printed)
    }.sorted { $0.text < $1.text }.map { $0.condition }
  }

  /// What an `and` joins, those within it, too.
  private var conjuncts: [Self] {
    if case .and(let parts) = self { parts.flatMap { $0.conjuncts } } else { [self] }
  }

  /// What an `or` joins.
  private var disjuncts: [Self] {
    if case .or(let parts) = self { parts.flatMap { $0.disjuncts } } else { [self] }
  }
}

extension ConditionText.Connective {
  /// Whether the two sides can change places.
  fileprivate var isSymmetric: Bool { self == .iff || self == .unless }
}

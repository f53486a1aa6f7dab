public import Entente

/// A random statement of the benchmarks: one to three literals in one of the
/// forms that analysts write.
public struct Statement: Sendable {
  enum Form: CaseIterable {
    case literal, all, any, implies, iff, atLeastTwo
  }

  struct Literal {
    var fact: Int
    var isNegated: Bool
  }

  let form: Form
  let literals: [Literal]

  /// A statement about some of so many facts.
  init(factCount: Int, using random: inout SeededGenerator) {
    form = Form.allCases.randomElement(using: &random)!
    let count: Int
    switch form {
    case .literal: count = 1
    case .all, .any, .implies, .iff: count = Int.random(in: 2...3, using: &random)
    case .atLeastTwo: count = 3
    }
    var chosen: [Literal] = []
    while chosen.count < count {
      let fact = Int.random(in: 0..<factCount, using: &random)
      if chosen.contains(where: { $0.fact == fact }) { continue }
      chosen.append(Literal(fact: fact, isNegated: Bool.random(using: &random)))
    }
    literals = chosen
  }

  /// The statement as a condition, where `facts` say what its literals mean.
  public func condition(_ facts: [Fact]) -> Condition {
    let parts = literals.map { literal -> Condition in
      let fact = facts[literal.fact].condition
      return literal.isNegated ? .not(fact) : fact
    }
    let first = parts[0]
    let rest = Array(parts.dropFirst())
    switch form {
    case .literal: return first
    case .all: return .all(parts)
    case .any: return .any(parts)
    case .implies: return .implies(.all(rest), first)
    case .iff: return .iff(first, .any(rest))
    case .atLeastTwo: return .count(.atLeast, 2, parts)
    }
  }
}

/// A statement made ready to be asked in 64 states at a time, without anything
/// that the engines use: the answers that are known come from here.
struct ReadyStatement {
  private let form: Statement.Form
  private let count: Int
  private let facts: (Fact, Fact, Fact)
  /// All ones for a literal that is negated.
  private let flips: (UInt64, UInt64, UInt64)

  init(_ statement: Statement, _ facts: [Fact]) {
    form = statement.form
    count = statement.literals.count
    let three = (0..<3).map { statement.literals[min($0, statement.literals.count - 1)] }
    self.facts = (facts[three[0].fact], facts[three[1].fact], facts[three[2].fact])
    let flips = three.map { $0.isNegated ? UInt64.max : 0 }
    self.flips = (flips[0], flips[1], flips[2])
  }

  /// The truth in the states `64 * index` up to `64 * index + 63`.
  func word(_ index: Int) -> UInt64 {
    let first = facts.0.word(index) ^ flips.0
    if count == 1 { return first }
    let second = facts.1.word(index) ^ flips.1
    // The last literal again, where there are two: it changes neither form.
    let third = count == 2 ? second : facts.2.word(index) ^ flips.2
    switch form {
    case .literal: return first
    case .all: return first & second & third
    case .any: return first | second | third
    case .implies: return first | ~(second & third)
    case .iff: return ~(first ^ (second | third))
    case .atLeastTwo: return (first & second) | (first & third) | (second & third)
    }
  }
}

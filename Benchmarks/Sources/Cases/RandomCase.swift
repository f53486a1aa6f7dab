public import Entente

/// What the actors of a case want.
public enum Wishes: Sendable, Hashable {
  /// So many random statements each.
  case statements(Int)
  /// A random weight for each option, between this and its opposite.
  case weights(Int64)
}

/// A conflict of the family that the benchmarks measure: random statements of one
/// to three literals, eight for each actor unless said otherwise, about anybody's
/// options.
///
/// The space, the wishes and the seed determine it.
public struct RandomCase: Sendable {
  /// How many bytes a rank takes: eight statements give at most 256.
  public static let bytesPerRank = 1

  /// Who has which options.
  public let space: Space
  /// For each actor, its statements, the most important first.
  public private(set) var statements: [[Statement]] = []
  /// For each actor, the weights of the options instead, or none.
  private var weights: [[Int64]] = []

  /// The case that a seed determines.
  public init(_ space: Space, seed: UInt64, wishes: Wishes = .statements(8)) {
    var random = SeededGenerator(seed: seed)
    self.space = space
    for _ in 0..<space.actorCount {
      switch wishes {
      case .statements(let count):
        statements.append((0..<count).map { _ in Statement(factCount: space.facts.count, using: &random) })
      case .weights(let most):
        weights.append(space.owners.map { _ in Int64.random(in: -most...most, using: &random) })
      }
    }
  }

  private var preferences: [Preference] {
    weights.isEmpty
      ? statements.map { .statements($0.map { $0.condition(space.facts) }) } : weights.map { .weights($0) }
  }

  /// As a value that engines take.
  public var conflict: Conflict {
    Conflict(
      actors: preferences.enumerated().map { Conflict.Actor(id: "a\($0)", preference: $1) },
      options: space.owners.enumerated().map { Option(id: "o\($0)", actor: $1) }, rules: space.rules)
  }
}

public import Entente

/// A conflict of the family that the benchmarks measure: random statements of one
/// to three literals, eight for each actor, about anybody's options.
///
/// The space and the seed determine it.
public struct RandomCase: Sendable {
  /// How many statements an actor has.
  public static let statementCount = 8
  /// How many bytes a rank takes: eight statements give at most 256.
  public static let bytesPerRank = 1

  /// Who has which options.
  public let space: Space
  /// For each actor, its statements, the most important first.
  public let statements: [[Statement]]

  /// The case that a seed determines.
  public init(_ space: Space, seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    self.space = space
    statements = (0..<space.actorCount).map { _ in
      (0..<Self.statementCount).map { _ in Statement(factCount: space.facts.count, using: &random) }
    }
  }

  /// As a value that engines take.
  public var conflict: Conflict {
    Conflict(
      actors: statements.enumerated().map { index, statements in
        Actor(id: "a\(index)", preference: .statements(statements.map { $0.condition(space.facts) }))
      },
      options: space.owners.enumerated().map { Option(id: "o\($0)", actor: $1) }, rules: space.rules)
  }
}

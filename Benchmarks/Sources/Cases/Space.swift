public import Entente

/// The options of a benchmark's cases: who has which, and what is feasible.
public struct Space: Sendable {
  /// How many actors there are.
  public let actorCount: Int
  /// For each option, the actor who has it; an actor's options lie side by side.
  public let owners: [Int]
  /// What every feasible state obeys.
  public let rules: [Condition]
  /// How many states are feasible.
  public let stateCount: Int
  /// What statements are about.
  public let facts: [Fact]

  /// Options that can be combined freely, split evenly among the actors; a fact
  /// for each option.
  public static func cube(optionCount: Int, actorCount: Int) -> Space {
    Space(
      actorCount: actorCount, owners: (0..<optionCount).map { $0 * actorCount / optionCount }, rules: [],
      stateCount: 1 << optionCount,
      facts: (0..<optionCount).map { Fact(bits: 1 << UInt64($0), value: 1 << UInt64($0)) })
  }

  /// The same with rules: of every four options, the first and the third are not
  /// taken together. So many options must be a multiple of four.
  public static func exclusions(optionCount: Int, actorCount: Int) -> Space {
    let free = cube(optionCount: optionCount, actorCount: actorCount)
    var stateCount = 1
    for _ in 0..<optionCount / 4 { stateCount *= 12 }
    return Space(
      actorCount: actorCount, owners: free.owners,
      rules: (0..<optionCount / 4).map { .not(.all([.taken(4 * $0), .taken(4 * $0 + 2)])) },
      stateCount: stateCount, facts: free.facts)
  }

  /// Groups of four options of which exactly one is taken, split evenly among the
  /// actors; a fact for each option.
  public static func groupsOfFour(_ groupCount: Int, actorCount: Int) -> Space {
    let free = cube(optionCount: 4 * groupCount, actorCount: actorCount)
    return Space(
      actorCount: actorCount, owners: free.owners,
      rules: (0..<groupCount).map { group in .count(.exactly, 1, (0..<4).map { .taken(4 * group + $0) }) },
      stateCount: 1 << (2 * groupCount), facts: free.facts)
  }

  /// The same choices with two free options for each group, which tell in binary
  /// what of the four is taken: other states, the same answers.
  public static func groupsInBinary(_ groupCount: Int, actorCount: Int) -> Space {
    let free = cube(optionCount: 2 * groupCount, actorCount: actorCount)
    return Space(
      actorCount: actorCount, owners: free.owners, rules: [], stateCount: free.stateCount,
      facts: (0..<4 * groupCount).map { index in
        let shift = UInt64(index / 4 * 2)
        return Fact(bits: 0b11 << shift, value: UInt64(index % 4) << shift)
      })
  }

  /// The options of an actor.
  func options(of actor: Int) -> Range<Int> {
    let first = owners.firstIndex(of: actor) ?? 0
    return first..<first + owners.count { $0 == actor }
  }
}

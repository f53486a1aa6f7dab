internal import ConflictModel
internal import StateSets

/// One actor's order of the states, as whole numbers by slot: the greater the
/// better, equal for states that it likes equally.
struct Ranks: Sendable {
  private let array: RankArray
  /// One more than the greatest rank.
  let rankCount: Int

  subscript(slot: Int) -> UInt32 { array[slot] }

  /// The ranks that a fast engine made.
  init(_ built: BuiltRanks) {
    array = built.array
    rankCount = built.rankCount
  }

  /// The ranks of listed states by the definition, one state at a time; nil when
  /// the work was stopped.
  init?(_ conflict: Conflict, actor: Int, states: FeasibleStates, pace: inout Pace) {
    self.init(states: states, pace: &pace) { conflict.standing(of: actor, in: $0) }
  }

  /// The ranks of listed states that have the given standings; nil when the work
  /// was stopped.
  init?(states: FeasibleStates, pace: inout Pace, standing: (State) -> Standing) {
    guard let (ranks, count) = Places.of(states, pace: &pace, standing: standing) else {
      return nil
    }
    self.init(ranks, rankCount: count)
  }

  /// Ranks that are known, without gaps.
  init(_ ranks: [UInt32], rankCount: Int) {
    array = RankArray(ranks, width: RankArray.Width(rankCount: rankCount))
    self.rankCount = rankCount
  }

  /// The given positions in tiers of equal rank, the best first.
  func tiers(of positions: some Sequence<Int>, slot: (Int) -> Int) -> [[Int]] {
    var members = [[Int]](repeating: [], count: rankCount)
    for position in positions { members[Int(array[slot(position)])].append(position) }
    return members.reversed().filter { !$0.isEmpty }
  }
}

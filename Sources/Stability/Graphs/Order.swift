/// One actor's order of the states of a ``StateGraph``, ties allowed.
///
/// Orders are equal when they put the states in the same order, however they came
/// about, so that a solver of many variants can look up what it knows already.
package struct Order: Sendable, Hashable {
  /// For each position its rank from 0: the greater the better, equal for states
  /// that are tied, without gaps.
  package let ranks: [UInt32]
  let table: Ranks

  /// The order with the given ranks; nil when they leave gaps.
  package init?(ranks: [UInt32]) {
    var isTaken = [Bool](repeating: false, count: ranks.count)
    var count = 0
    for rank in ranks {
      guard Int(rank) < ranks.count else { return nil }
      if !isTaken[Int(rank)] { count += 1 }
      isTaken[Int(rank)] = true
    }
    for rank in 0..<count where !isTaken[rank] { return nil }
    self.init(gapless: ranks, count: count)
  }

  /// The order with ranks that are known to leave no gaps, and their number.
  init(gapless ranks: [UInt32], count: Int) {
    table = Ranks(ranks, rankCount: count)
    self.ranks = ranks
  }

  /// How many different ranks there are.
  package var rankCount: Int { table.rankCount }

  /// Whether both put the states in the same order.
  package static func == (left: Order, right: Order) -> Bool { left.ranks == right.ranks }

  /// Adds the ranks.
  package func hash(into hasher: inout Hasher) { hasher.combine(ranks) }
}

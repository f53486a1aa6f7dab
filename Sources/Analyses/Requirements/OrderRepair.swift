import Stability

/// The least change of one actor's order that meets a requirement.
///
/// Change is counted in pairs of states that the actor comes to compare otherwise
/// than before; in an order without ties that is the number of exchanges of
/// neighbours (Kendall's distance).
///
/// Only states that are better than the focal one have to give way: let *X* be those
/// that do. They go right below it, in their old order, and states tied with it
/// right below them; everything else stays. So the change is the pairs of *X* with
/// the focal state, of *X* with a better state that stays and was not above it, and,
/// unless *X* is empty, of the focal state with those tied with it. No order with
/// the same better states changes less.
struct OrderRepair {
  /// The states that have to give way, by position, rising.
  var lowered: [Int]
  /// How many pairs are compared otherwise.
  var distance: Int
  /// Whether no order that meets the requirement changes less.
  var isLeast: Bool

  /// The most choices that are looked at.
  static let nodeLimit = 100_000

  /// The least change, or a small one if the search takes too long.
  init(_ requirement: Requirement, of order: Order, at position: Int) {
    var search = Search(order, at: position)
    let rank = order.ranks[position]
    let failing = requirement.demands.map { demand in
      demand.ways.map { $0.notBetter.filter { order.ranks[$0] > rank } }
    }
    search.explore(failing.sorted { $0.count < $1.count }, 0, [])
    lowered = search.best.sorted()
    distance = search.bestCost
    isLeast = search.nodes <= Self.nodeLimit
  }

  /// The order after the change.
  func applied(to order: Order, at position: Int) -> Order {
    if lowered.isEmpty { return order }
    let rank = order.ranks[position]
    let isLowered = Set(lowered)
    // Better states that stay, the focal one, what is lowered, the rest: each part
    // in its old order.
    let keys = order.ranks.indices.map { other -> (Int, UInt32) in
      let own = order.ranks[other]
      if other == position { return (2, 0) }
      return (own > rank ? (isLowered.contains(other) ? 1 : 3) : 0, own)
    }
    let levels = keys.sorted(by: <).reduce(into: [(Int, UInt32)]()) { levels, key in
      if levels.last.map({ $0 != key }) ?? true { levels.append(key) }
    }
    let ranks = keys.map { key in UInt32(levels.firstIndex { $0 == key }!) }
    return Order(ranks: ranks)!
  }

  /// A search through the ways to meet demands, that gives up a choice when even its
  /// cheapest completion is no better than what was found.
  private struct Search {
    /// The better states, lowest first, and the rank of each.
    private let better: [Int]
    private let ranks: [UInt32]
    private let tiedCount: Int
    private(set) var best: [Int] = []
    private(set) var bestCost = Int.max
    private(set) var nodes = 0

    init(_ order: Order, at position: Int) {
      let rank = order.ranks[position]
      ranks = order.ranks
      better = order.ranks.indices.filter { order.ranks[$0] > rank }
        .sorted { order.ranks[$0] < order.ranks[$1] }
      tiedCount = order.ranks.count { $0 == rank } - 1
    }

    mutating func explore(_ demands: [[[Int]]], _ index: Int, _ lowered: Set<Int>) {
      nodes += 1
      let (cost, states) = completion(of: lowered)
      if cost >= bestCost { return }
      guard
        let next = demands[index...].firstIndex(where: { ways in
          !ways.contains { $0.allSatisfy(lowered.contains) }
        })
      else {
        (best, bestCost) = (Array(states), cost)
        return
      }
      var choices = demands[next].map { lowered.union($0) }.map { ($0, completion(of: $0).cost) }
      choices.sort { $0.1 < $1.1 }
      for (choice, cost) in choices {
        if cost >= bestCost || nodes > OrderRepair.nodeLimit { return }
        explore(demands, next + 1, choice)
      }
    }

    /// The cheapest set that has all of these: with the lowest better states added
    /// as long as two or more of these are above them, since then it costs less to
    /// lower them as well.
    private func completion(of lowered: Set<Int>) -> (cost: Int, states: Set<Int>) {
      if lowered.isEmpty { return (0, []) }
      var states = lowered
      // Of those to be lowered, how many are at the tier at hand or above it.
      var above = lowered.count
      var start = 0
      while start < better.count {
        var end = start
        while end < better.count, ranks[better[end]] == ranks[better[start]] { end += 1 }
        if above > 1 { states.formUnion(better[start..<end]) }
        above -= better[start..<end].count { lowered.contains($0) }
        start = end
      }
      var cost = states.count + tiedCount
      // Better states that stay and are not above: counted tier by tier.
      var staying = 0
      start = 0
      while start < better.count {
        var end = start
        while end < better.count, ranks[better[end]] == ranks[better[start]] { end += 1 }
        staying += better[start..<end].count { !states.contains($0) }
        cost += better[start..<end].count { states.contains($0) } * staying
        start = end
      }
      return (cost, states)
    }
  }
}

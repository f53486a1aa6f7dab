import Stability

/// The least change of one actor's order that meets some demands.
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
///
/// Nothing has to be searched for. The highest state of *X* is exchanged with every
/// better state at its height or below, or these are lowered as well, which costs one
/// each either way. So lowering *everything* up to some height costs no more than any
/// *X* that reaches up to there, and meets every demand that it meets: the least
/// change is given by the lowest height that will do. Of the sets that cost the same,
/// which are those with one state at that height and everything up to another below,
/// the one with the fewest states is taken.
struct OrderRepair {
  /// The states that have to give way, by position, rising.
  private(set) var lowered: [Int]
  /// How many pairs are compared otherwise; no order that meets the demands has fewer.
  private(set) var distance: Int

  /// The least change.
  ///
  /// - Parameters:
  ///   - demands: What has to be met.
  ///   - counterMoves: What the actor can make of each answer, where a second move
  ///     counts; else nil.
  init(
    _ demands: [RequirementBuilder.Demand], counterMoves: [RequirementBuilder.CounterMove]?,
    of order: Order, at position: Int
  ) {
    let own = order.ranks[position]
    let heights = Heights(ranks: order.ranks, counterMoves: counterMoves)
    (lowered, distance) = ([], 0)
    // What is met as it is asks for nothing.
    let unmet = demands.map { (demand: $0, least: heights.least(of: $0)) }.filter { $0.least > own }
    guard let height = unmet.map({ $0.least }).max() else { return }
    distance = order.ranks.count { $0 > own && $0 <= height } + order.ranks.count { $0 == own } - 1
    let (single, below) = heights.single(in: unmet, height: height, above: own) ?? (state: nil, below: height)
    lowered = order.ranks.indices.filter { other in
      other == single || order.ranks[other] > own && order.ranks[other] <= below
    }
  }

  /// The order after the change.
  func applied(to order: Order, at position: Int) -> Order {
    if lowered.isEmpty { return order }
    let own = order.ranks[position]
    var isLowered = [Bool](repeating: false, count: order.ranks.count)
    for state in lowered { isLowered[state] = true }
    // Better states that stay, the focal one, what is lowered, the rest: each part
    // in its old order.
    let levels = UInt32(order.rankCount)
    let keys = order.ranks.indices.map { other -> UInt32 in
      let rank = order.ranks[other]
      if other == position { return 2 * levels }
      return rank <= own ? rank : isLowered[other] ? levels + rank : 2 * levels + 1 + rank
    }
    var new = [UInt32?](repeating: nil, count: 3 * Int(levels) + 1)
    for key in keys { new[Int(key)] = 0 }
    var next: UInt32 = 0
    for key in new.indices where new[key] != nil {
      new[key] = next
      next += 1
    }
    return Order(ranks: keys.map { new[Int($0)]! })!
  }
}

/// How high up an actor has to give way for demands to be met.
private struct Heights {
  let ranks: [UInt32]
  let counterMoves: [RequirementBuilder.CounterMove]?

  private func way(to end: Int) -> RequirementBuilder.CounterMove {
    counterMoves?[end] ?? .init(rank: ranks[end], state: end, next: 0)
  }

  /// The lowest rank up to which everything has to give way for the demand to be met.
  func least(of demand: RequirementBuilder.Demand) -> UInt32 {
    var least = ranks[demand.move]
    demand.ends.forEach { end in
      least = min(least, way(to: end).rank)
      return true
    }
    return least
  }

  /// A state of the height that, lowered together with everything up to a rank
  /// below, meets the demands; the one with the lowest such rank. Nil when two or
  /// more of the height have to be.
  func single(
    in demands: [(demand: RequirementBuilder.Demand, least: UInt32)], height: UInt32, above own: UInt32
  ) -> (state: Int?, below: UInt32)? {
    var candidates: [Int]?
    var below = [UInt32](repeating: own, count: ranks.count)
    var without = [UInt32](repeating: .max, count: ranks.count)
    for (demand, least) in demands {
      var touched: [Int] = []
      func offer(_ way: RequirementBuilder.CounterMove) {
        guard way.rank == height, let state = way.state else { return }
        if without[state] == .max { touched.append(state) }
        without[state] = min(without[state], way.next)
      }
      offer(.init(rank: ranks[demand.move], state: demand.move, next: 0))
      demand.ends.forEach { end in
        offer(way(to: end))
        return true
      }
      if least == height { candidates = candidates?.filter { without[$0] != .max } ?? touched }
      let others = least == height ? .max : least
      for state in ranks.indices where ranks[state] == height {
        below[state] = max(below[state], min(others, without[state]))
      }
      for state in touched { without[state] = .max }
    }
    return candidates?.min { below[$0] < below[$1] }.map { ($0, below[$0]) }
  }
}

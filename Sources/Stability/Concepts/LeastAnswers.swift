internal import StateSets

/// How low the others can bring a focal actor by answering, from every state.
///
/// For a state *q*, `least(q)` is the least cost of a state that a legal
/// sequence of the others reaches from *q*, one step at least. An improvement to
/// *q* is spoiled for somebody who left a state of rank *r* when `least(q) ≤ r`.
///
/// The costs say what counts as spoiling. With the focal actor's own rank as the
/// cost of a state this is `gmr`, and `seq` when only improvements are steps;
/// with the best rank that it can still move to from there, if that is higher,
/// it is `smr` and `sseq`.
///
/// The legal sequences are followed backwards, from the cheapest ends up. An
/// *arrival* (state, last mover) is opened once, at the least cost that can be
/// had from it: that of the state itself, or that of a sequence going on with
/// anybody but the last mover. So each state is opened for the first mover that
/// leads on from it, for all who can have arrived but that one, and once more
/// when a second mover is found. All together takes one look at each move.
struct LeastAnswers {
  /// The cost when the others cannot answer at all.
  static let unanswered = UInt32.max

  private var least: [UInt32]

  subscript(position: Int) -> UInt32 { least[position] }

  /// - Parameters:
  ///   - costs: The cost of each position.
  ///   - costCount: One more than the highest cost.
  ///   - others: Who answers, by index.
  ///   - areCredible: Whether every step is an improvement for its mover.
  ///
  /// Nil when the work was stopped.
  init?(
    costs: [UInt32], costCount: Int, others: [Int], areCredible: Bool, tables: Tables,
    pace: inout Pace
  ) {
    let movers = others.count
    least = [UInt32](repeating: Self.unanswered, count: costs.count)
    var firstMover = [UInt32](repeating: 0, count: costs.count)
    var isOpened = StateSet(over: costs.count * movers)
    var open: [(position: Int, mover: Int)] = []
    var sources: [UInt32] = []

    for end in Self.byRisingCost(costs, costCount) {
      let cost = costs[Int(end)]
      for mover in 0..<movers where isOpened.insert(Int(end) * movers + mover) {
        open.append((Int(end), mover))
      }
      while let (target, mover) = open.popLast() {
        let ranks = tables.ranks[others[mover]]
        sources.removeAll(keepingCapacity: true)
        tables.moves[others[mover]].appendSources(of: target, to: &sources)
        for source in sources where !areCredible || ranks[Int(source)] < ranks[target] {
          let source = Int(source)
          if least[source] == Self.unanswered {
            least[source] = cost
            firstMover[source] = UInt32(mover)
            for last in 0..<movers where last != mover {
              if isOpened.insert(source * movers + last) { open.append((source, last)) }
            }
          } else if firstMover[source] != UInt32(mover) {
            let last = Int(firstMover[source])
            if isOpened.insert(source * movers + last) { open.append((source, last)) }
          }
        }
        guard pace.goesOn(after: 2 * sources.count + 1) else { return nil }
      }
      guard pace.goesOn() else { return nil }
    }
  }

  private static func byRisingCost(_ costs: [UInt32], _ costCount: Int) -> [UInt32] {
    var next = [Int](repeating: 0, count: costCount + 1)
    for cost in costs { next[Int(cost) + 1] += 1 }
    for cost in 0..<costCount { next[cost + 1] += next[cost] }
    var order = [UInt32](repeating: 0, count: costs.count)
    for (position, cost) in costs.enumerated() {
      order[next[Int(cost)]] = UInt32(position)
      next[Int(cost)] += 1
    }
    return order
  }
}

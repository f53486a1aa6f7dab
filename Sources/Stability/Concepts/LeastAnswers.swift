internal import ConflictModel
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
/// when a second mover is found. All together takes one look at each move or, in
/// fibres that are whole, at each member: once a mover is known to lead from a
/// state to an open one, another it leads to tells nothing new.
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
    var wholes = others.map { mover in
      tables.moves[mover].wholeFibres.map {
        WholeSources($0, tables.ranks[mover], stateCount: costs.count, areCredible: areCredible)
      }
    }

    for end in Self.byRisingCost(costs, costCount) {
      let cost = costs[Int(end)]
      for mover in 0..<movers where isOpened.insert(Int(end) * movers + mover) {
        open.append((Int(end), mover))
      }
      while let (target, mover) = open.popLast() {
        let ranks = tables.ranks[others[mover]]
        sources.removeAll(keepingCapacity: true)
        if wholes[mover]?.append(of: target, ranks, to: &sources) == nil {
          tables.moves[others[mover]].appendSources(of: target, to: &sources)
        }
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

  /// Positions by rising cost.
  fileprivate static func byRisingCost(_ costs: [UInt32], _ costCount: Int) -> [UInt32] {
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

/// Where one mover comes from in fibres that are whole, each state given once.
private struct WholeSources {
  private let fibres: WholeFibres
  /// The members of each fibre, the worst for the mover first if only improvements
  /// count.
  private let members: Rows
  /// How many of a fibre's members were given, those held back among them.
  private var given: [UInt32]
  /// For each fibre, the target of the first question: no state leads to itself, so
  /// it is given at the second. Empty if only improvements count.
  private var heldBack: [UInt32] = []
  private static let nobody = UInt32.max

  init(_ fibres: WholeFibres, _ ranks: Ranks, stateCount: Int, areCredible: Bool) {
    self.fibres = fibres
    given = [UInt32](repeating: 0, count: fibres.members.starts.count)
    if areCredible {
      let order = LeastAnswers.byRisingCost((0..<stateCount).map { ranks[$0] }, max(ranks.rankCount, 1))
      members = fibres.sorted(by: order)
    } else {
      members = fibres.members
      heldBack = [UInt32](repeating: Self.nobody, count: given.count)
    }
  }

  /// Adds those that lead to `target` and were not given before; each target is
  /// asked about once.
  mutating func append(of target: Int, _ ranks: Ranks, to sources: inout [UInt32]) {
    let fibre = Int(fibres.index[target])
    let row = members.row(fibre)
    var next = Int(given[fibre])
    if !heldBack.isEmpty {
      if next == 0 {
        for member in row where Int(member) != target { sources.append(member) }
        heldBack[fibre] = UInt32(target)
      } else if heldBack[fibre] != Self.nobody {
        sources.append(heldBack[fibre])
        heldBack[fibre] = Self.nobody
      }
      given[fibre] = UInt32(row.count)
      return
    }
    let rank = ranks[target]
    while next < row.count, ranks[Int(row[row.startIndex + next])] < rank {
      sources.append(row[row.startIndex + next])
      next += 1
    }
    given[fibre] = UInt32(next)
  }
}

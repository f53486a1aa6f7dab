internal import ConflictModel
internal import Stability

/// What all coalitions can come to, worked out once and shared by whoever looks.
struct CoalitionTables: Sendable {
  let graph: StateGraph
  let orders: [Order]
  /// Whether what an actor does in two moves running it can do in one, so that legal
  /// sequences are the same as any sequences.
  let isTransitive: Bool
  /// The bits of the actors that have no move anywhere.
  private let idle: Int
  /// By the bits of its members, where a coalition can come to; absent where that
  /// takes too much memory, and is worked out position by position.
  private(set) var reach: [Int: ReachTable] = [:]
  /// For each actor and rank the positions that are better, one row a rank; absent
  /// likewise.
  private var better: [BitRows] = []

  /// The most words that tables take together, and one of them.
  private static let (wordLimit, tableLimit) = (32_000_000, 4_000_000)

  /// The bits of a coalition's members.
  static func bits(_ members: [Int]) -> Int { members.reduce(0) { $0 | 1 << $1 } }

  init(
    _ graph: StateGraph, _ orders: [Order], coalitions: [Int], concepts: [Concept], control: Control
  ) throws(StateGraph.Stopped) {
    self.graph = graph
    self.orders = orders
    var pace = Pace(control)
    isTransitive = try Self.isTransitive(graph, &pace)
    idle = try Self.idle(graph, &pace)
    let wordCount = (graph.states.count + 63) / 64
    guard graph.states.count * wordCount <= Self.tableLimit else { return }
    if orders.allSatisfy({ $0.rankCount * wordCount <= Self.tableLimit }) {
      for order in orders { better.append(try Self.better(order, &pace)) }
    }
    try addReach(of: needed(for: coalitions, concepts), control)
  }

  /// Those of the others whose coalitions are looked at for what answers in steps of
  /// its own advantage. Whoever never moves adds nothing to a coalition but wishes
  /// that it has to heed, so that what it gains by is found without them; unless an
  /// actor could gain by moving twice running, which two coalitions may do in turn.
  func answering(among others: Int) -> Int { isTransitive ? others & ~idle : others }

  /// The coalitions whose moves come up, by the bits of their members.
  private func needed(for coalitions: [Int], _ concepts: [Concept]) -> [Int] {
    var needed = Set(coalitions)
    for coalition in coalitions {
      let others = (1 << orders.count - 1) & ~coalition
      if concepts.contains(.gmr) || concepts.contains(.smr) { needed.insert(others) }
      guard concepts.contains(.seq) else { continue }
      let answering = answering(among: others)
      var part = answering
      while part != 0 {
        needed.insert(part)
        part = (part - 1) & answering
      }
    }
    needed.remove(0)
    return needed.sorted()
  }

  private static func idle(_ graph: StateGraph, _ pace: inout Pace) throws(StateGraph.Stopped) -> Int {
    var idle = 0
    for actor in graph.conflict.actors.indices {
      var moves = false
      for position in graph.states.indices where !moves {
        moves = !graph.targets(of: actor, from: position).isEmpty
        try pace.count(1)
      }
      if !moves { idle |= 1 << actor }
    }
    return idle
  }

  private static func isTransitive(
    _ graph: StateGraph, _ pace: inout Pace
  ) throws(StateGraph.Stopped) -> Bool {
    for actor in graph.conflict.actors.indices {
      for position in graph.states.indices {
        let targets = graph.targets(of: actor, from: position)
        for target in targets {
          var index = targets.startIndex
          let more = graph.targets(of: actor, from: Int(target))
          try pace.count(more.count)
          for next in more where Int(next) != position {
            while index < targets.endIndex, targets[index] < next { index += 1 }
            if index == targets.endIndex || targets[index] != next { return false }
          }
        }
      }
    }
    return true
  }

  private static func better(_ order: Order, _ pace: inout Pace) throws(StateGraph.Stopped) -> BitRows {
    var rows = BitRows(order.rankCount, over: order.ranks.count)
    for (position, rank) in order.ranks.enumerated() {
      if rank > 0 { rows.insert(position, into: Int(rank) - 1) }
    }
    // What is better than a rank is better than every lower one.
    for rank in (0..<max(order.rankCount - 1, 0)).reversed() {
      let base = rank * rows.wordCount
      for word in base..<base + rows.wordCount { rows.words[word] |= rows.words[word + rows.wordCount] }
      try pace.count(rows.wordCount)
    }
    return rows
  }

  private mutating func addReach(of coalitions: [Int], _ control: Control) throws(StateGraph.Stopped) {
    struct Made {
      var tables: [Int: ReachTable] = [:]
      var words = 0
      var limit: Limit?
    }
    let made = Shared(Made(), control)
    control.forEach(coalitions.count) { [self] index in
      let (words, limit) = made.change { ($0.words, $0.limit) }
      if limit != nil || words > Self.wordLimit { return }
      do throws(StateGraph.Stopped) {
        let table = try table(of: coalitions[index], control)
        made.change {
          $0.tables[coalitions[index]] = table
          $0.words += table.rows.words.count
        }
      } catch {
        made.change { $0.limit = error.limit }
      }
    }
    let all = made.value
    if let limit = all.limit { throw StateGraph.Stopped(limit: limit) }
    reach = all.tables
  }

  private func table(of coalition: Int, _ control: Control) throws(StateGraph.Stopped) -> ReachTable {
    let count = graph.states.count
    var pace = Pace(control)
    if isTransitive || coalition.nonzeroBitCount == 1 {
      var steps = BitRows(count, over: count)
      for actor in orders.indices where coalition >> actor & 1 != 0 {
        for position in 0..<count {
          let targets = graph.targets(of: actor, from: position)
          for target in targets { steps.insert(Int(target), into: position) }
          try pace.count(targets.count + 1)
        }
      }
      // A coalition of one has its single moves only.
      if coalition.nonzeroBitCount == 1 { return ReachTable(steps, count: count) }
      return try ReachTable(closing: steps, count: count, pace: &pace)
    }
    var sequences = Sequences(self)
    var rows = BitRows(0, over: count)
    for position in 0..<count {
      rows.words += try sequences.reach(of: coalition, from: position, &pace).words
    }
    return ReachTable(rows, count: count)
  }

  /// The positions that every member likes better than a position.
  func better(than position: Int, for coalition: Int) -> Positions {
    var all = Positions(over: graph.states.count)
    var isFirst = true
    for actor in orders.indices where coalition >> actor & 1 != 0 {
      let ranks = orders[actor].ranks
      let rank = ranks[position]
      if better.isEmpty {
        for other in ranks.indices {
          if ranks[other] <= rank { all.remove(other) } else if isFirst { all.insert(other) }
        }
      } else {
        let rows = better[actor]
        let base = Int(rank) * rows.wordCount
        for word in all.words.indices {
          all.words[word] = isFirst ? rows.words[base + word] : all.words[word] & rows.words[base + word]
        }
      }
      isFirst = false
    }
    return all
  }
}

internal import ConflictModel
internal import Stability

/// Legal sequences of coalitions, followed move by move.
struct Sequences {
  private let graph: StateGraph
  private let actorCount: Int
  /// For each position and mover, the search that came there last.
  private var seen: [UInt32]
  private var search: UInt32 = 0
  private var arrivals: [(arrival: Int, before: Int)] = []

  init(_ tables: CoalitionTables) {
    graph = tables.graph
    actorCount = tables.orders.count
    seen = [UInt32](repeating: 0, count: graph.states.count * actorCount)
  }

  /// *R_H(s)*.
  mutating func reach(
    of coalition: Int, from start: Int, _ pace: inout Pace
  ) throws(StateGraph.Stopped) -> Positions {
    var ends = Positions(over: graph.states.count)
    try follow(coalition, from: start, &pace) { position, _ in
      ends.insert(position)
      return true
    }
    return ends
  }

  /// A shortest sequence of the coalition to each of the targets.
  mutating func ways(
    of coalition: Int, from start: Int, to targets: [Int], _ pace: inout Pace
  ) throws(StateGraph.Stopped) -> [Int: [Step]] {
    var found: [Int: Int] = [:]
    var left = Set(targets)
    if left.isEmpty { return [:] }
    try follow(coalition, from: start, &pace) { position, index in
      if left.remove(position) != nil { found[position] = index }
      return !left.isEmpty
    }
    return found.mapValues { index in
      var steps: [Step] = []
      var index = index
      while index >= 0 {
        let (position, mover) = arrivals[index].arrival.quotientAndRemainder(dividingBy: actorCount)
        steps.append(Step(actor: mover, state: graph.states[position]))
        index = arrivals[index].before
      }
      return steps.reversed()
    }
  }

  /// Calls the body for every arrival, the shortest first, by its position and its
  /// place in the list of arrivals, until it answers false.
  private mutating func follow(
    _ coalition: Int, from start: Int, _ pace: inout Pace, _ body: (Int, Int) -> Bool
  ) throws(StateGraph.Stopped) {
    search &+= 1
    arrivals.removeAll(keepingCapacity: true)
    var (position, last, before) = (start, -1, -1)
    while true {
      var work = 1
      for mover in 0..<actorCount where mover != last && coalition >> mover & 1 != 0 {
        let targets = graph.targets(of: mover, from: position)
        work += targets.count + 1
        for target in targets {
          let arrival = Int(target) * actorCount + mover
          if seen[arrival] == search { continue }
          seen[arrival] = search
          arrivals.append((arrival, before))
          if !body(Int(target), arrivals.count - 1) { return }
        }
      }
      try pace.count(work)
      // A coalition of one has its single moves only: it may not go on by itself.
      before += 1
      if before == arrivals.count { return }
      (position, last) = arrivals[before].arrival.quotientAndRemainder(dividingBy: actorCount)
    }
  }
}

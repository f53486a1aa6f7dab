import ConflictModel
import Stability

/// Where the others' legal sequences lead after a move, for one actor and start
/// after the other.
struct Answers {
  private let graph: StateGraph
  private let orders: [Order]
  /// Whether every step is an improvement of whoever makes it.
  private let areCredible: Bool
  private var known: [Int: Positions] = [:]
  /// For each position and mover, the search that came there last.
  private var seen: [UInt32]
  private var arrivals: [UInt32] = []
  private var search: UInt32 = 0

  /// The most words that are kept of what is known.
  private static let wordLimit = 4_000_000

  init(_ graph: StateGraph, _ orders: [Order], areCredible: Bool) {
    self.graph = graph
    self.orders = orders
    self.areCredible = areCredible
    seen = [UInt32](repeating: 0, count: graph.states.count * orders.count)
  }

  /// The positions that the others can come to after the focal actor's move to
  /// `start`.
  mutating func ends(to focal: Int, at start: Int, pace: inout Pace) throws(StateGraph.Stopped) -> Positions {
    let key = start * orders.count + focal
    if let found = known[key] { return found }
    let found = try follow(focal, start, &pace)
    if (known.count + 1) * found.words.count > Self.wordLimit { known = [:] }
    known[key] = found
    return found
  }

  private mutating func follow(
    _ focal: Int, _ start: Int, _ pace: inout Pace
  ) throws(StateGraph.Stopped) -> Positions {
    let actors = orders.count
    var ends = Positions(over: graph.states.count)
    search &+= 1
    arrivals.removeAll(keepingCapacity: true)
    var (position, last, next) = (start, focal, 0)
    while true {
      var work = 1
      for mover in 0..<actors where mover != focal && mover != last {
        let targets = graph.targets(of: mover, from: position)
        work += targets.count + 1
        for target in targets {
          let target = Int(target)
          if areCredible, orders[mover].ranks[target] <= orders[mover].ranks[position] { continue }
          let arrival = target * actors + mover
          if seen[arrival] == search { continue }
          seen[arrival] = search
          arrivals.append(UInt32(arrival))
          ends.insert(target)
        }
      }
      try pace.count(work)
      if next == arrivals.count { return ends }
      (position, last) = Int(arrivals[next]).quotientAndRemainder(dividingBy: actors)
      next += 1
    }
  }
}

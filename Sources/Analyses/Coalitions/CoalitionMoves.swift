internal import ConflictModel
internal import Stability

/// What coalitions can bring about from single states.
///
/// The moves of a coalition *H* from *s* are what legal sequences of its members
/// reach: they move in any order and any number of times, never the same twice
/// running; *R_H(s)*. An improvement of the coalition ends better than *s* for
/// every member, whatever the steps on the way are: *CR_H⁺(s)* (Kilgour, Hipel,
/// Fang and Peng 2001, Group Decision and Negotiation 10, 159-175). A coalition of
/// one has its single moves and improvements.
struct CoalitionMoves: Sendable {
  let graph: StateGraph
  let orders: [Order]
  /// Improvements of coalitions that were asked for, by coalition and position.
  private var known: [Key: [Int]] = [:]

  private struct Key: Hashable {
    let coalition: Coalition
    let position: Int
  }

  /// An arrival at a state, after whose move, and the arrival before it.
  struct Arrival {
    var position: Int
    var mover: Int
    /// -1 for the first move.
    var before: Int
  }

  init(_ graph: StateGraph, _ orders: [Order]) {
    self.graph = graph
    self.orders = orders
  }

  /// Every arrival of a legal sequence of the coalition, the shortest first.
  func arrivals(of coalition: Coalition, from start: Int) -> [Arrival] {
    var arrivals: [Arrival] = []
    var isSeen: Set<Int> = []
    let actorCount = orders.count
    func follow(_ position: Int, _ lastMover: Int?, _ before: Int) {
      for mover in coalition.members where mover != lastMover {
        for target in graph.moves(of: mover, from: position)
        where isSeen.insert(target * actorCount + mover).inserted {
          arrivals.append(Arrival(position: target, mover: mover, before: before))
        }
      }
    }
    follow(start, nil, -1)
    // A coalition of one has its single moves only: it may not go on by itself.
    var next = 0
    while next < arrivals.count {
      follow(arrivals[next].position, arrivals[next].mover, next)
      next += 1
    }
    return arrivals
  }

  /// *R_H(s)*, rising.
  func reach(of coalition: Coalition, from position: Int) -> [Int] {
    Set(arrivals(of: coalition, from: position).map(\.position)).sorted()
  }

  /// *CR_H⁺(s)*, rising.
  mutating func improvements(of coalition: Coalition, from position: Int) -> [Int] {
    let key = Key(coalition: coalition, position: position)
    if let list = known[key] { return list }
    let list = reach(of: coalition, from: position).filter { isBetter($0, than: position, for: coalition) }
    known[key] = list
    return list
  }

  /// Whether every member likes the one state more than the other.
  func isBetter(_ target: Int, than position: Int, for coalition: Coalition) -> Bool {
    coalition.members.allSatisfy { orders[$0].ranks[target] > orders[$0].ranks[position] }
  }

  /// A shortest legal sequence of the coalition to the target.
  func path(of coalition: Coalition, from start: Int, to target: Int) -> [Step]? {
    let arrivals = arrivals(of: coalition, from: start)
    guard var index = arrivals.firstIndex(where: { $0.position == target }) else { return nil }
    var steps: [Step] = []
    while index >= 0 {
      steps.append(Step(actor: arrivals[index].mover, state: graph.states[arrivals[index].position]))
      index = arrivals[index].before
    }
    return steps.reversed()
  }

  /// What the sub-coalitions of a coalition reach by legal sequences of their
  /// improvements: each step is a coalitional improvement of the sub-coalition that
  /// makes it, from where it is made, and none moves twice running.
  mutating func credibleReach(of coalition: Coalition, from start: Int) -> [Int] {
    let parts = coalition.parts
    var arrivals: [(position: Int, part: Int)] = []
    var isSeen: Set<Int> = []
    var (position, last) = (start, -1)
    var next = 0
    while true {
      for part in parts.indices where part != last {
        for target in improvements(of: parts[part], from: position)
        where isSeen.insert(target * parts.count + part).inserted {
          arrivals.append((target, part))
        }
      }
      if next == arrivals.count { break }
      (position, last) = arrivals[next]
      next += 1
    }
    return Set(arrivals.map(\.position)).sorted()
  }
}

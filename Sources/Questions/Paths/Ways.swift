package import ConflictModel
internal import Stability

/// The ways from one state to a set of states, the shortest first, and of those of one
/// length that are listed those that change least; the very first is the plainest, that
/// which ``Reach/path(to:)`` tells to the nearest of the states.
///
/// A *way* is a legal sequence that ends where it first enters the set, and from
/// which no loop can be cut: if it comes back to a state, then only because
/// whoever moved to it before moves on from it, which cutting the loop would make
/// a move twice running. Every shortest sequence is a way, and there are
/// finitely many, since no way is in a state more than twice.
package struct Ways: Sendable {
  /// The ways found, by length.
  package var paths: [[Step]] = []
  /// Whether these are all.
  package var isComplete = true
  /// Why the search ended, when that was neither the number of ways asked for
  /// nor the length of the search.
  package var limit: Limit?
}

extension Reach {
  /// The ways to a set of positions.
  ///
  /// - Parameters:
  ///   - targets: The positions to get to. The start is not among what is sought.
  ///   - most: How many ways to list.
  ///   - searchLimit: How many steps to try before giving up.
  ///   - control: When to stop.
  ///
  /// - Complexity: O(moves between what is reached) to prepare, then in proportion
  ///   to the steps tried; dead ends are known beforehand but for loops.
  package func ways(
    to targets: Set<Int>, atMost most: Int, searchLimit: Int = 5_000_000, control: Control = Control()
  ) -> Ways {
    var search = WaySearch(self, targets: targets, most: most, searchLimit: searchLimit, control: control)
    return search.run()
  }
}

/// A search that goes deeper and deeper, so that short ways come first.
private struct WaySearch {
  let reach: Reach
  let targets: Set<Int>
  let most: Int
  let searchLimit: Int
  var pace: Pace
  var ways = Ways()
  /// For each arrival the fewest further steps into the set; nil for a dead end.
  var distance: [Int?] = []
  /// What steps change, so that those that change least are tried first.
  let meter: ChangeMeter
  /// Of so many ways of one length those that change least come first, however few are asked for.
  private static let compared = 10_000
  /// The ways of the present length.
  private var found: [[Step]] = []
  /// How many of them are looked for.
  private var wanted = 0
  /// The steps so far, as arrivals.
  var path: [Int] = []
  /// For each position on the path, who moved to it first.
  var movers: [Int: Int] = [:]
  var tried = 0
  /// The least length that the present bound cut off.
  var nextBound: Int?

  init(_ reach: Reach, targets: Set<Int>, most: Int, searchLimit: Int, control: Control) {
    self.reach = reach
    self.targets = targets
    self.most = most
    self.searchLimit = searchLimit
    pace = Pace(control)
    meter = ChangeMeter(reach.solution.conflict)
  }

  var actors: Range<Int> { reach.solution.conflict.actors.indices }

  mutating func run() -> Ways {
    guard reach.limit == nil, measure() else {
      ways.isComplete = false
      ways.limit = reach.limit ?? pace.limit
      return ways
    }
    let nearest = reach.nearest(of: targets.filter { $0 != reach.start })
    var bound = nearest.flatMap { reach.distance(to: $0) }
    var plainest = nearest.flatMap { reach.path(to: $0) }
    while let length = bound, ways.isComplete {
      nextBound = nil
      let room = most - ways.paths.count
      wanted = room == 0 ? 1 : max(room, Self.compared)
      extend(from: reach.start, last: nil, only: nil, bound: length)
      if found.count > room { ways.isComplete = false }
      ways.paths += sortedByChange(found, after: plainest).prefix(room)
      found = []
      plainest = nil
      bound = nextBound
    }
    return ways
  }

  /// Ways of one length in the order of what they change in all; before those that change as much, the
  /// one that is told everywhere, which may not be among them when not all were found.
  private func sortedByChange(_ paths: [[Step]], after first: [Step]?) -> [[Step]] {
    let start = reach.solution.states[reach.start]
    let measured = paths.enumerated().map { index, path in
      var size = ChangeSize.none
      var from = start
      for step in path {
        size = size + meter.size(from: from, to: step.state)
        from = step.state
      }
      return (size: size, index: index, path: path)
    }
    let sorted = measured.sorted { $0.size == $1.size ? $0.index < $1.index : $0.size < $1.size }
    guard let first else { return sorted.map { $0.path } }
    return [first] + sorted.map { $0.path }.filter { $0 != first }
  }

  /// Measures how far each arrival is from the set, backwards.
  private mutating func measure() -> Bool {
    let arrivals = reach.arrivals
    distance = [Int?](repeating: nil, count: arrivals.count)
    var before = [[Int32]](repeating: [], count: arrivals.count)
    for (index, arrival) in arrivals.enumerated() where !targets.contains(arrival.position) {
      for mover in actors where mover != arrival.mover {
        let steps = reach.solution.steps(reach.kind, of: mover, from: arrival.position)
        for target in steps {
          if let next = reach.arrival(of: mover, at: target) { before[next].append(Int32(index)) }
        }
        guard pace.goesOn(after: steps.count + 4) else { return false }
      }
    }
    var queue = arrivals.indices.filter { targets.contains(arrivals[$0].position) }
    for index in queue { distance[index] = 0 }
    var next = 0
    while next < queue.count {
      for index in before[queue[next]] where distance[Int(index)] == nil {
        distance[Int(index)] = distance[queue[next]]! + 1
        queue.append(Int(index))
      }
      guard pace.goesOn(after: before[queue[next]].count + 1) else { return false }
      next += 1
    }
    return true
  }

  /// Goes on from a position in every way of exactly `bound` steps in all.
  private mutating func extend(from position: Int, last: Int?, only: Int?, bound: Int) {
    for mover in actors where mover != last && (only == nil || mover == only) {
      for target in plainestFirst(mover, from: position) where target != reach.start {
        guard let index = reach.arrival(of: mover, at: target), let left = distance[index] else { continue }
        let length = path.count + 1 + left
        if length > bound {
          nextBound = min(nextBound ?? length, length)
          continue
        }
        guard goesOn() else { return }
        if targets.contains(target) {
          // Shorter ones were found under a lower bound.
          if path.count + 1 == bound { add(index) }
        } else {
          visit(target, by: mover, index, bound: bound)
        }
        if !ways.isComplete { return }
      }
    }
  }

  /// Where the steps of an actor lead, those that change least first.
  private func plainestFirst(_ mover: Int, from position: Int) -> [Int] {
    let states = reach.solution.states
    let steps = reach.solution.steps(reach.kind, of: mover, from: position)
    return steps.sorted {
      reach.solution.isPlainer(
        states[$0], than: states[$1], from: states[position], of: mover, meter)
    }
  }

  private mutating func visit(_ target: Int, by mover: Int, _ index: Int, bound: Int) {
    let earlier = movers[target]
    // Whoever moved there before must move on, else the loop could be cut.
    if let earlier, earlier == mover || path.filter({ reach.arrivals[$0].position == target }).count > 1 {
      return
    }
    path.append(index)
    if earlier == nil { movers[target] = mover }
    extend(from: target, last: mover, only: earlier, bound: bound)
    if earlier == nil { movers[target] = nil }
    path.removeLast()
  }

  private mutating func add(_ last: Int) {
    if found.count == wanted {
      ways.isComplete = false
      return
    }
    found.append(
      (path + [last]).map {
        Step(actor: reach.arrivals[$0].mover, state: reach.solution.states[reach.arrivals[$0].position])
      })
  }

  private mutating func goesOn() -> Bool {
    tried += 1
    if tried & 0xFFFF == 0 { pace.report(.searching, tried) }
    if tried <= searchLimit, pace.goesOn() { return true }
    ways.isComplete = false
    ways.limit = pace.limit
    return false
  }
}

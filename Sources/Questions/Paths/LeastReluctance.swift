package import ConflictModel
package import Stability

/// The sequences of moves from one state with the fewest steps that do not make
/// their mover better off; of these the shortest, and of these the one that
/// changes least.
///
/// A state that improvements do not lead to may still be reached by moves; then
/// somebody has to take a *reluctant* step, one that it gains nothing by. How
/// many are needed at least, and who would have to take them, is what stands in
/// the way.
package struct LeastReluctance: Sendable {
  /// The conflict with its moves and preferences.
  package let solution: Solution
  /// Where the sequences start, by position.
  package let start: Int
  /// Why the search ended early; nil when it is complete.
  package private(set) var limit: Limit?

  private var index: ArrivalIndex
  private var entries: [Entry] = []
  /// The reluctance of the entries being settled.
  private var round = 0
  /// For each position, its entry of least reluctance.
  private var best: [Int: Int] = [:]

  private struct Entry {
    let position: Int
    let mover: Int
    var cost: Cost
    /// The entry before, or -1 for the start.
    var before: Int
    var isSettled = false
  }

  /// What a sequence costs; the first that differs decides.
  private struct Cost: Comparable {
    var reluctance: Int
    var steps: Int
    var change: ChangeSize

    static func < (left: Cost, right: Cost) -> Bool {
      (left.reluctance, left.steps, left.change) < (right.reluctance, right.steps, right.change)
    }
  }

  /// A sequence, and which of its steps are reluctant.
  package struct Path: Sendable, Hashable {
    /// The steps.
    package let steps: [Step]
    /// The indices of those that do not make their mover better off.
    package let reluctant: [Int]
  }

  /// Follows all legal sequences of moves from a position.
  ///
  /// - Complexity: O((state, last mover) pairs reached · moves of the others from
  ///   there) time and, for one queue of them, memory.
  package init(from start: Int, in solution: Solution, control: Control = Control()) {
    self.solution = solution
    self.start = start
    let actorCount = solution.conflict.actors.count
    index = ArrivalIndex(stateCount: solution.states.count, actorCount: actorCount)
    var pace = Pace(control)
    let meter = ChangeMeter(solution.conflict)
    // Pairs are settled by rising reluctance, and those of one by rising steps: a
    // step that gains leads to the next bucket of this round, any other step to one
    // of the next round. Of one bucket all are known before the first is settled.
    var (now, later): ([[Int]], [[Int]]) = ([[-1]], [])
    var settledCount = 0
    while !now.isEmpty, limit == nil {
      var steps = 0
      while steps < now.count, limit == nil {
        for from in now[steps] where limit == nil {
          guard let cost = settle(from, atSteps: steps) else { continue }
          settledCount += 1
          if settledCount & 0xFFF == 0 { pace.report(.searching, settledCount) }
          let position = from < 0 ? start : entries[from].position
          for mover in 0..<actorCount where from < 0 || mover != entries[from].mover {
            let targets = solution.moves(of: mover, from: position)
            for target in targets {
              let gains = solution.gains(mover, from: position, to: target)
              let size = meter.size(from: solution.states[position], to: solution.states[target])
              let next = Cost(
                reluctance: cost.reluctance + (gains ? 0 : 1), steps: steps + 1, change: cost.change + size)
              guard let entry = relax(target, mover, next, from) else { continue }
              Self.put(entry, at: steps + 1, in: &now, or: &later, isNow: gains)
            }
            if !pace.goesOn(after: targets.count + 4) { limit = pace.limit }
          }
        }
        steps += 1
      }
      (now, later) = (later, [])
      round += 1
    }
  }

  private static func put(
    _ entry: Int, at steps: Int, in now: inout [[Int]], or later: inout [[Int]], isNow: Bool
  ) {
    if isNow {
      while now.count <= steps { now.append([]) }
      now[steps].append(entry)
    } else {
      while later.count <= steps { later.append([]) }
      later[steps].append(entry)
    }
  }

  /// Settles an entry whose turn it is and gives what it costs; nil when it was
  /// settled before or has become cheaper than it was when it was noted.
  private mutating func settle(_ entry: Int, atSteps steps: Int) -> Cost? {
    if entry < 0 { return Cost(reluctance: 0, steps: 0, change: .none) }
    let cost = entries[entry].cost
    if entries[entry].isSettled || cost.reluctance != round || cost.steps != steps { return nil }
    entries[entry].isSettled = true
    let position = entries[entry].position
    if let known = best[position], entries[known].cost <= cost { return cost }
    best[position] = entry
    return cost
  }

  /// Notes a way to arrive, if it is better than what is known; the entry if so.
  private mutating func relax(_ position: Int, _ mover: Int, _ cost: Cost, _ before: Int) -> Int? {
    if let known = index[position, mover] {
      if entries[known].isSettled || entries[known].cost <= cost { return nil }
      entries[known].cost = cost
      entries[known].before = before
      return known
    }
    index[position, mover] = entries.count
    entries.append(Entry(position: position, mover: mover, cost: cost, before: before))
    return entries.count - 1
  }
}

extension LeastReluctance {
  /// How many states moves reach, the start included.
  package var positionCount: Int { best.count + (best[start] == nil ? 1 : 0) }

  /// Whether moves reach a position, or it is the start.
  package func contains(_ position: Int) -> Bool { position == start || best[position] != nil }

  /// The positions that moves reach, the start included, in no order.
  var positions: some Collection<Int> {
    var positions = Set(best.keys)
    positions.insert(start)
    return positions
  }

  /// The fewest reluctant steps on any legal sequence to a position; nil when no
  /// moves lead there.
  package func reluctance(to position: Int) -> Int? {
    position == start ? 0 : best[position].map { entries[$0].cost.reluctance }
  }

  /// Whether the sequence to one position is plainer than that to another, both of
  /// them reached: fewer reluctant steps, then fewer steps, then a smaller change.
  func isPlainer(_ left: Int, than right: Int) -> Bool {
    guard let one = best[left], left != start else { return left == start && right != start }
    guard let other = best[right], right != start else { return false }
    return entries[one].cost == entries[other].cost
      ? left < right : entries[one].cost < entries[other].cost
  }

  /// A legal sequence to a position with the fewest reluctant steps; of these a
  /// shortest one, and of these the one that changes least.
  package func path(to position: Int) -> Path? {
    if position == start { return Path(steps: [], reluctant: []) }
    guard var entry = best[position] else { return nil }
    var chain: [Int] = []
    while entry >= 0 {
      chain.append(entry)
      entry = entries[entry].before
    }
    chain.reverse()
    var before = start
    var reluctant: [Int] = []
    for (place, entry) in chain.enumerated() {
      if !solution.gains(entries[entry].mover, from: before, to: entries[entry].position) {
        reluctant.append(place)
      }
      before = entries[entry].position
    }
    return Path(
      steps: chain.map { Step(actor: entries[$0].mover, state: solution.states[entries[$0].position]) },
      reluctant: reluctant)
  }
}

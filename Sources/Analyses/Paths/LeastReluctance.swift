public import ConflictModel
public import Stability

/// The sequences of moves from one state with the fewest steps that do not make
/// their mover better off.
///
/// A state that improvements do not lead to may still be reached by moves; then
/// somebody has to take a *reluctant* step, one that it gains nothing by. How
/// many are needed at least, and who would have to take them, is what stands in
/// the way.
public struct LeastReluctance: Sendable {
  /// The conflict with its moves and preferences.
  public let solution: Solution
  /// Where the sequences start, by position.
  public let start: Int
  /// Why the search ended early; nil when it is complete.
  public private(set) var limit: Limit?

  private var index: ArrivalIndex
  private var entries: [Entry] = []
  /// For each position, its entry of least reluctance.
  private var best: [Int: Int] = [:]

  private struct Entry {
    let position: Int
    let mover: Int
    var reluctance: Int
    /// The entry before, or -1 for the start.
    var before: Int
    var isSettled = false
  }

  /// A sequence, and which of its steps are reluctant.
  public struct Path: Sendable, Hashable {
    /// The steps.
    public let steps: [Step]
    /// The indices of those that do not make their mover better off.
    public let reluctant: [Int]
  }

  /// Follows all legal sequences of moves from a position.
  ///
  /// - Complexity: O((state, last mover) pairs reached · moves of the others from
  ///   there) time and, for one queue of them, memory.
  public init(from start: Int, in solution: Solution, control: Control = Control()) {
    self.solution = solution
    self.start = start
    let actorCount = solution.conflict.actors.count
    index = ArrivalIndex(stateCount: solution.states.count, actorCount: actorCount)
    var pace = Pace(control)
    // Pairs are settled by rising reluctance: those of this one, then the next.
    var (now, later): ([Int], [Int]) = ([-1], [])
    var reluctance = 0
    var settledCount = 0
    while !now.isEmpty, limit == nil {
      var next = 0
      while next < now.count, limit == nil {
        let from = now[next]
        next += 1
        if from >= 0 {
          if entries[from].isSettled || entries[from].reluctance != reluctance { continue }
          settle(from)
          settledCount += 1
          if settledCount & 0xFFF == 0 { pace.report(.searching, settledCount) }
        }
        let position = from < 0 ? start : entries[from].position
        for mover in 0..<actorCount where from < 0 || mover != entries[from].mover {
          let targets = solution.moves(of: mover, from: position)
          for target in targets {
            let gains = solution.gains(mover, from: position, to: target)
            guard let entry = relax(target, mover, reluctance + (gains ? 0 : 1), from) else { continue }
            if gains { now.append(entry) } else { later.append(entry) }
          }
          if !pace.goesOn(after: targets.count + 4) { limit = pace.limit }
        }
      }
      (now, later) = (later, [])
      reluctance += 1
    }
  }

  private mutating func settle(_ entry: Int) {
    entries[entry].isSettled = true
    if best[entries[entry].position] == nil { best[entries[entry].position] = entry }
  }

  /// Notes a way to arrive, if it is better than what is known; the entry if so.
  private mutating func relax(_ position: Int, _ mover: Int, _ reluctance: Int, _ before: Int) -> Int? {
    if let known = index[position, mover] {
      if entries[known].isSettled || entries[known].reluctance <= reluctance { return nil }
      entries[known].reluctance = reluctance
      entries[known].before = before
      return known
    }
    index[position, mover] = entries.count
    entries.append(Entry(position: position, mover: mover, reluctance: reluctance, before: before))
    return entries.count - 1
  }
}

extension LeastReluctance {
  /// How many states moves reach, the start included.
  public var positionCount: Int { best.count + (best[start] == nil ? 1 : 0) }

  /// Whether moves reach a position, or it is the start.
  public func contains(_ position: Int) -> Bool { position == start || best[position] != nil }

  /// The positions that moves reach, the start included, in no order.
  var positions: some Collection<Int> {
    var positions = Set(best.keys)
    positions.insert(start)
    return positions
  }

  /// The fewest reluctant steps on any legal sequence to a position; nil when no
  /// moves lead there.
  public func reluctance(to position: Int) -> Int? {
    position == start ? 0 : best[position].map { entries[$0].reluctance }
  }

  /// A legal sequence to a position with the fewest reluctant steps.
  public func path(to position: Int) -> Path? {
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

public import ConflictModel
internal import StateSets

extension StateGraph {
  /// An improvement that somebody would make, by actor and position.
  public struct Departure: Sendable, Hashable {
    /// Who leaves.
    public var actor: UInt32
    /// Where to.
    public var target: UInt32
  }

  /// Decides stability at single positions, forward from each, which is much less
  /// work than all positions when few are asked about.
  public struct Inquiry {
    private let tables: Tables
    private let joint: JointAnswers
    private let moves: FlatMoves
    private let actorCount: Int
    private let stateCount: Int
    /// Every actor's ranks, one actor after the other.
    private let ranks: [UInt32]
    /// For each position and last mover, the search in which that arrival was seen.
    private var seen: [UInt32]
    private var search: UInt32 = 0
    /// The arrivals of the search under way, each as position · actors + mover.
    private var arrivals: [UInt32]

    init(_ graph: StateGraph, _ orders: [Order], _ tables: Tables) {
      self.tables = tables
      moves = graph.flat
      joint = JointAnswers(tables)
      actorCount = tables.moves.count
      stateCount = graph.states.count
      ranks = orders.flatMap { $0.ranks }
      seen = [UInt32](repeating: 0, count: stateCount * actorCount)
      arrivals = seen
    }

    private func rank(_ actor: Int, _ position: Int) -> UInt32 { ranks[actor * stateCount + position] }

    /// Where the actor's moves from the position lead, rising.
    private func targets(of actor: Int, from position: Int) -> ArraySlice<UInt32> {
      let row = actor * (stateCount + 1) + position
      return moves.entries[Int(moves.starts[row])..<Int(moves.starts[row + 1])]
    }

    /// Whether every actor is stable at the position.
    public mutating func isEquilibrium(_ concept: Concept, at position: Int) -> Bool {
      departure(concept, from: position, tryingFirst: nil) == nil
    }

    /// Somebody's improvement from the position that no answer spoils, so that it
    /// is no equilibrium; nil when it is one.
    ///
    /// What is known of a conflict that differs a little is tried first, since it
    /// often still holds.
    public mutating func departure(
      _ concept: Concept, from position: Int, tryingFirst known: Departure?
    ) -> Departure? {
      if let known, isOpen(known, concept, from: position) { return known }
      for actor in 0..<actorCount {
        if let target = escape(concept, actor: actor, from: position) {
          return Departure(actor: UInt32(actor), target: UInt32(target))
        }
      }
      return nil
    }

    /// Whether the departure is a move, an improvement, and spoiled by no answer.
    private mutating func isOpen(_ departure: Departure, _ concept: Concept, from position: Int) -> Bool {
      let (actor, target) = (Int(departure.actor), Int(departure.target))
      guard actor < actorCount, target < stateCount else { return false }
      let own = rank(actor, position)
      guard rank(actor, target) > own, targets(of: actor, from: position).contains(departure.target) else {
        return false
      }
      switch concept {
      case .nash: return true
      case .sim: return isOpenTogether([target], of: actor, from: position) != nil
      case .gmr, .smr, .seq, .sseq: return !isSpoiled(target, for: actor, keepingTo: own, concept)
      }
    }

    /// Whether the actor is stable at the position.
    ///
    /// - Complexity: O(moves of the others that can follow an improvement)
    public mutating func isStable(_ concept: Concept, actor: Int, at position: Int) -> Bool {
      escape(concept, actor: actor, from: position) == nil
    }

    /// Where an improvement of the actor leads that no answer spoils.
    private mutating func escape(_ concept: Concept, actor: Int, from position: Int) -> Int? {
      let own = rank(actor, position)
      var improvements: [Int] = []
      for target in targets(of: actor, from: position) where rank(actor, Int(target)) > own {
        if concept == .nash { return Int(target) }
        if concept == .sim {
          improvements.append(Int(target))
        } else if !isSpoiled(Int(target), for: actor, keepingTo: own, concept) {
          return Int(target)
        }
      }
      return improvements.isEmpty ? nil : isOpenTogether(improvements, of: actor, from: position)
    }

    /// The first of the improvements that no joint answer spoils.
    private func isOpenTogether(_ improvements: [Int], of actor: Int, from position: Int) -> Int? {
      var joint = joint
      _ = joint.settle(at: position)
      let code = tables.slots.code(of: position)
      var pace = Pace(Control())
      for target in improvements {
        let change = tables.slots.code(of: target) ^ code
        if joint.answer(to: change, of: actor, keepingTo: rank(actor, position), pace: &pace) == nil {
          return target
        }
      }
      return nil
    }

    /// Whether the others can follow the improvement to something that leaves the
    /// focal actor at the rank or below.
    private mutating func isSpoiled(
      _ improvement: Int, for focal: Int, keepingTo rank: UInt32, _ concept: Concept
    ) -> Bool {
      search &+= 1
      let following = Following(
        actorCount: actorCount, stateCount: stateCount, focal: focal, rank: rank, search: search,
        isCredible: concept.needsCredibleAnswers, allowsCounterMove: concept.allowsCounterMove)
      return moves.read { moves in
        ranks.withUnsafeBufferPointer { ranks in
          seen.withUnsafeMutableBufferPointer { seen in
            arrivals.withUnsafeMutableBufferPointer { arrivals in
              following.comesToSanction(from: improvement, moves, ranks, seen, arrivals)
            }
          }
        }
      }
    }
  }
}

/// The others' legal sequences after an improvement, breadth first over arrivals.
private struct Following {
  let actorCount: Int
  let stateCount: Int
  let focal: Int
  /// The focal actor's rank where it started.
  let rank: UInt32
  /// What marks an arrival as seen.
  let search: UInt32
  let isCredible: Bool
  let allowsCounterMove: Bool

  func comesToSanction(
    from improvement: Int, _ moves: FlatMoves.Pointers, _ ranks: UnsafeBufferPointer<UInt32>,
    _ seen: UnsafeMutableBufferPointer<UInt32>, _ arrivals: UnsafeMutableBufferPointer<UInt32>
  ) -> Bool {
    var (position, lastMover) = (improvement, focal)
    var (next, count) = (0, 0)
    while true {
      var mover = 0
      while mover < actorCount {
        defer { mover += 1 }
        if mover == focal || mover == lastMover { continue }
        let row = mover * (stateCount + 1) + position
        let base = mover * stateCount
        let own = ranks[base + position]
        var index = Int(moves.starts[row])
        let end = Int(moves.starts[row + 1])
        while index < end {
          let target = Int(moves.entries[index])
          index += 1
          if isCredible && ranks[base + target] <= own { continue }
          let arrival = target * actorCount + mover
          if seen[arrival] == search { continue }
          seen[arrival] = search
          arrivals[count] = UInt32(arrival)
          count += 1
          if spoils(target, moves, ranks) { return true }
        }
      }
      if next == count { return false }
      (position, lastMover) = Int(arrivals[next]).quotientAndRemainder(dividingBy: actorCount)
      next += 1
    }
  }

  @inline(__always)
  private func spoils(
    _ position: Int, _ moves: FlatMoves.Pointers, _ ranks: UnsafeBufferPointer<UInt32>
  ) -> Bool {
    let base = focal * stateCount
    if ranks[base + position] > rank { return false }
    if !allowsCounterMove { return true }
    let row = focal * (stateCount + 1) + position
    var index = Int(moves.starts[row])
    let end = Int(moves.starts[row + 1])
    while index < end {
      if ranks[base + Int(moves.entries[index])] > rank { return false }
      index += 1
    }
    return true
  }
}

package import ConflictModel
internal import StateSets

extension StateGraph {
  /// An improvement that somebody would make, by actor and position.
  package struct Departure: Sendable, Hashable {
    /// Who leaves.
    package var actor: UInt32
    /// Where to.
    package var target: UInt32
  }

  /// Decides stability at single positions, forward from each, which is much less
  /// work than all positions when few are asked about. What it is asked throws when
  /// its control says stop.
  package struct Inquiry {
    private let tables: Tables
    private let moves: FlatMoves
    /// How many actors there are.
    package let actorCount: Int
    private let stateCount: Int
    /// Every actor's ranks, one actor after the other.
    private let ranks: [UInt32]
    private let notes: Notes
    private let control: Control

    init(_ graph: StateGraph, _ orders: [Order], _ tables: Tables, _ notes: Notes, _ control: Control) {
      self.tables = tables
      self.notes = notes
      self.control = control
      moves = graph.flat
      actorCount = tables.moves.count
      stateCount = graph.states.count
      var ranks: [UInt32] = []
      ranks.reserveCapacity(stateCount * actorCount)
      for order in orders { ranks += order.ranks }
      self.ranks = ranks
      notes.makeRoom(for: stateCount * actorCount)
    }

    /// What searches write down. Inquiries that are not under way at the same time
    /// may share it, which saves making it for each of thousands.
    package final class Notes {
      /// For each position and last mover, the search in which that arrival was seen.
      fileprivate var seen: [UInt32] = []
      fileprivate var search: UInt32 = 0
      /// The arrivals of the search under way, each as position · actors + mover.
      fileprivate var arrivals: [UInt32] = []
      /// How much work was done since it was asked whether to go on.
      fileprivate var units = 0

      /// Nothing written yet.
      package init() {}

      fileprivate func makeRoom(for count: Int) {
        if seen.count >= count { return }
        seen = [UInt32](repeating: 0, count: count)
        arrivals = [UInt32](repeating: 0, count: count)
        search = 0
      }

      /// What marks arrivals of a new search.
      fileprivate func newSearch() -> UInt32 {
        if search == .max {
          seen = [UInt32](repeating: 0, count: seen.count)
          search = 0
        }
        search += 1
        return search
      }
    }

    private func rank(_ actor: Int, _ position: Int) -> UInt32 { ranks[actor * stateCount + position] }

    /// Where the actor's moves from the position lead, rising.
    private func targets(of actor: Int, from position: Int) -> ArraySlice<UInt32> {
      let row = actor * (stateCount + 1) + position
      return moves.entries[Int(moves.starts[row])..<Int(moves.starts[row + 1])]
    }

    /// Whether every actor is stable at the position.
    package func isEquilibrium(_ concept: Concept, at position: Int) throws(Stopped) -> Bool {
      try departure(concept, from: position, tryingFirst: nil) == nil
    }

    /// Somebody's improvement from the position that no answer spoils, so that it
    /// is no equilibrium; nil when it is one.
    ///
    /// What is known of a conflict that differs a little is tried first, since it
    /// often still holds.
    package func departure(
      _ concept: Concept, from position: Int, tryingFirst known: Departure?
    ) throws(Stopped) -> Departure? {
      if let known, try isOpen(known, concept, from: position) { return known }
      for actor in 0..<actorCount {
        if let target = try escape(concept, actor: actor, from: position) {
          return Departure(actor: UInt32(actor), target: UInt32(target))
        }
      }
      return nil
    }

    /// Whether the departure is a move, an improvement, and spoiled by no answer.
    private func isOpen(
      _ departure: Departure, _ concept: Concept, from position: Int
    ) throws(Stopped) -> Bool {
      let (actor, target) = (Int(departure.actor), Int(departure.target))
      guard actor < actorCount, target < stateCount else { return false }
      let own = rank(actor, position)
      guard rank(actor, target) > own, targets(of: actor, from: position).contains(departure.target) else {
        return false
      }
      switch concept {
      case .nash: return true
      case .sim: return try isOpenTogether([target], of: actor, from: position) != nil
      case .gmr, .smr, .seq, .sseq: return try !isSpoiled(target, for: actor, keepingTo: own, concept)
      }
    }

    /// Whether the actor is stable at the position.
    ///
    /// - Complexity: O(moves of the others that can follow an improvement)
    package func isStable(_ concept: Concept, actor: Int, at position: Int) throws(Stopped) -> Bool {
      try escape(concept, actor: actor, from: position) == nil
    }

    /// Where an improvement of the actor leads that no answer spoils.
    private func escape(_ concept: Concept, actor: Int, from position: Int) throws(Stopped) -> Int? {
      let own = rank(actor, position)
      var improvements: [Int] = []
      for target in targets(of: actor, from: position) where rank(actor, Int(target)) > own {
        if concept == .nash { return Int(target) }
        if concept == .sim {
          improvements.append(Int(target))
        } else if try !isSpoiled(Int(target), for: actor, keepingTo: own, concept) {
          return Int(target)
        }
      }
      return improvements.isEmpty ? nil : try isOpenTogether(improvements, of: actor, from: position)
    }

    /// The first of the improvements that no joint answer spoils.
    private func isOpenTogether(
      _ improvements: [Int], of actor: Int, from position: Int
    ) throws(Stopped) -> Int? {
      var joint = JointAnswers(tables)
      _ = joint.settle(at: position)
      let code = tables.slots.code(of: position)
      var pace = Pace(control)
      for target in improvements {
        let change = tables.slots.code(of: target) ^ code
        if joint.answer(to: change, of: actor, keepingTo: rank(actor, position), pace: &pace) == nil {
          if let limit = pace.limit { throw Stopped(limit: limit) }
          return target
        }
      }
      return nil
    }

    /// Whether the others can follow the improvement to something that leaves the
    /// focal actor at the rank or below.
    private func isSpoiled(
      _ improvement: Int, for focal: Int, keepingTo rank: UInt32, _ concept: Concept
    ) throws(Stopped) -> Bool {
      let following = Following(
        actorCount: actorCount, stateCount: stateCount, focal: focal, rank: rank,
        search: notes.newSearch(), isCredible: concept.needsCredibleAnswers,
        allowsCounterMove: concept.allowsCounterMove)
      var (units, limit) = (notes.units + 16, Limit?.none)
      let isSpoiled = moves.read { moves in
        ranks.withUnsafeBufferPointer { ranks in
          notes.seen.withUnsafeMutableBufferPointer { seen in
            notes.arrivals.withUnsafeMutableBufferPointer { arrivals in
              following.comesToSanction(from: improvement, moves, ranks, seen, arrivals) { work in
                units += work
                if units >= Pace.unitsBetweenQuestions {
                  units = 0
                  limit = control.shouldStop()
                }
                return limit == nil
              }
            }
          }
        }
      }
      notes.units = units
      if let limit { throw Stopped(limit: limit) }
      return isSpoiled
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

  /// Whether they come to a sanction; false when the work was stopped, too.
  @inline(__always)
  func comesToSanction(
    from improvement: Int, _ moves: FlatMoves.Pointers, _ ranks: UnsafeBufferPointer<UInt32>,
    _ seen: UnsafeMutableBufferPointer<UInt32>, _ arrivals: UnsafeMutableBufferPointer<UInt32>,
    goesOn: (Int) -> Bool
  ) -> Bool {
    var (position, lastMover) = (improvement, focal)
    var (next, count) = (0, 0)
    while true {
      var work = actorCount
      var mover = 0
      while mover < actorCount {
        defer { mover += 1 }
        if mover == focal || mover == lastMover { continue }
        let row = mover * (stateCount + 1) + position
        let base = mover * stateCount
        let own = ranks[base + position]
        var index = Int(moves.starts[row])
        let end = Int(moves.starts[row + 1])
        work += end - index
        while index < end {
          let target = Int(moves.entries[index])
          index += 1
          if isCredible && ranks[base + target] <= own { continue }
          let arrival = target * actorCount + mover
          if seen[arrival] == search { continue }
          seen[arrival] = search
          arrivals[count] = UInt32(arrival)
          count += 1
          // A second move is asked about with all of the focal actor's moves from there.
          if allowsCounterMove { work += 16 }
          if spoils(target, moves, ranks) { return true }
        }
      }
      if next == count || !goesOn(work) { return false }
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

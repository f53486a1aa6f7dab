public import ConflictModel
internal import StateSets

extension StateGraph {
  private func tables(_ orders: [Order]) -> Tables {
    precondition(orders.count == moves.count, "every actor needs an order")
    return Tables(slots: slots, ranks: orders.map { $0.table }, moves: moves)
  }

  /// The positions where one actor is stable under the concept, when the actors
  /// have the given orders; nil when `control` said stop.
  ///
  /// Under `nash`, `gmr` and `smr` only the actor's own order matters; under the
  /// others the rest matter by their ``improvements(of:under:)`` alone.
  public func stable(
    _ concept: Concept, actor: Int, under orders: [Order], control: Control = Control()
  ) -> Selection? {
    precondition(concept.isDefined(in: conflict.form), "the concept is not defined here")
    var engine = ReferenceEngine(
      tables: tables(orders), stateCount: states.count, conceptCount: 1, pace: Pace(control))
    return engine.stable(concept, actor: actor).map { Selection($0, of: states) }
  }

  /// The positions where every actor is stable under the concept, when the actors
  /// have the given orders; nil when `control` said stop.
  public func equilibria(
    _ concept: Concept, under orders: [Order], control: Control = Control()
  ) -> Selection? {
    var all = Selection(StateSet(allOf: states.count), of: states)
    for actor in moves.indices {
      guard let stable = stable(concept, actor: actor, under: orders, control: control) else { return nil }
      all = all.intersection(stable)
      if all.isEmpty { break }
    }
    return all
  }

  /// Asks about single positions, when the actors have the given orders.
  public func inquiry(under orders: [Order]) -> Inquiry {
    Inquiry(tables(orders), stateCount: states.count)
  }

  /// Decides stability at single positions, forward from each, which is much less
  /// work than all positions when few are asked about.
  public struct Inquiry {
    private let tables: Tables
    private let joint: JointAnswers
    /// The arrivals seen, by position and last mover; cleared after each question.
    private var isSeen: StateSet
    private var arrivals: [(position: Int, mover: Int)] = []
    private var improvements: [UInt32] = []
    private var targets: [UInt32] = []

    init(_ tables: Tables, stateCount: Int) {
      self.tables = tables
      joint = JointAnswers(tables)
      isSeen = StateSet(over: stateCount * tables.moves.count)
    }

    /// Whether every actor is stable at the position.
    public mutating func isEquilibrium(_ concept: Concept, at position: Int) -> Bool {
      for actor in tables.moves.indices where !isStable(concept, actor: actor, at: position) { return false }
      return true
    }

    /// Whether the actor is stable at the position.
    ///
    /// - Complexity: O(moves of the others that can follow an improvement)
    public mutating func isStable(_ concept: Concept, actor: Int, at position: Int) -> Bool {
      improvements.removeAll(keepingCapacity: true)
      tables.appendImprovements(of: actor, from: position, to: &improvements)
      if improvements.isEmpty { return true }
      let rank = tables.ranks[actor][position]
      switch concept {
      case .nash:
        return false
      case .sim:
        var joint = joint
        _ = joint.settle(at: position)
        var pace = Pace(Control())
        for change in joint.changes[actor]
        where joint.answer(to: change, of: actor, keepingTo: rank, pace: &pace) == nil { return false }
        return true
      case .gmr, .smr, .seq, .sseq:
        for improvement in improvements
        where !isSpoiled(Int(improvement), for: actor, keepingTo: rank, concept) { return false }
        return true
      }
    }

    /// Whether the others can follow the improvement to something that leaves the
    /// focal actor at the rank or below.
    private mutating func isSpoiled(
      _ improvement: Int, for focal: Int, keepingTo rank: UInt32, _ concept: Concept
    ) -> Bool {
      defer {
        for arrival in arrivals { isSeen.remove(arrival.position * tables.moves.count + arrival.mover) }
        arrivals.removeAll(keepingCapacity: true)
      }
      var (position, lastMover) = (improvement, focal)
      var next = 0
      while true {
        for mover in tables.moves.indices where mover != focal && mover != lastMover {
          targets.removeAll(keepingCapacity: true)
          if concept.needsCredibleAnswers {
            tables.appendImprovements(of: mover, from: position, to: &targets)
          } else {
            tables.moves[mover].appendTargets(of: position, to: &targets)
          }
          for target in targets where isSeen.insert(Int(target) * tables.moves.count + mover) {
            arrivals.append((Int(target), mover))
            if spoils(Int(target), focal, rank, concept) { return true }
          }
        }
        if next == arrivals.count { return false }
        (position, lastMover) = arrivals[next]
        next += 1
      }
    }

    private func spoils(_ position: Int, _ focal: Int, _ rank: UInt32, _ concept: Concept) -> Bool {
      if tables.ranks[focal][position] > rank { return false }
      if !concept.allowsCounterMove { return true }
      var targets: [UInt32] = []
      tables.moves[focal].appendTargets(of: position, to: &targets)
      for target in targets where tables.ranks[focal][Int(target)] > rank { return false }
      return true
    }
  }
}

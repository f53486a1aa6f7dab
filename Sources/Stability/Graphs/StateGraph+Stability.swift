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
      for actor in tables.moves.indices {
        if let target = escape(concept, actor: actor, from: position) {
          return Departure(actor: UInt32(actor), target: UInt32(target))
        }
      }
      return nil
    }

    /// Whether the departure is a move, an improvement, and spoiled by no answer.
    private mutating func isOpen(_ departure: Departure, _ concept: Concept, from position: Int) -> Bool {
      let (actor, target) = (Int(departure.actor), Int(departure.target))
      guard concept != .sim, actor < tables.moves.count, target < tables.slots.count else { return false }
      let ranks = tables.ranks[actor]
      guard ranks[target] > ranks[position] else { return false }
      improvements.removeAll(keepingCapacity: true)
      tables.moves[actor].appendTargets(of: position, to: &improvements)
      return improvements.contains(departure.target)
        && (concept == .nash || !isSpoiled(target, for: actor, keepingTo: ranks[position], concept))
    }

    /// Whether the actor is stable at the position.
    ///
    /// - Complexity: O(moves of the others that can follow an improvement)
    public mutating func isStable(_ concept: Concept, actor: Int, at position: Int) -> Bool {
      escape(concept, actor: actor, from: position) == nil
    }

    /// Where an improvement of the actor leads that no answer spoils.
    private mutating func escape(_ concept: Concept, actor: Int, from position: Int) -> Int? {
      improvements.removeAll(keepingCapacity: true)
      tables.appendImprovements(of: actor, from: position, to: &improvements)
      if improvements.isEmpty { return nil }
      let rank = tables.ranks[actor][position]
      switch concept {
      case .nash:
        return Int(improvements[0])
      case .sim:
        var joint = joint
        _ = joint.settle(at: position)
        var pace = Pace(Control())
        for (index, change) in joint.changes[actor].enumerated()
        where joint.answer(to: change, of: actor, keepingTo: rank, pace: &pace) == nil {
          return Int(improvements[index])
        }
      case .gmr, .smr, .seq, .sseq:
        for improvement in improvements
        where !isSpoiled(Int(improvement), for: actor, keepingTo: rank, concept) { return Int(improvement) }
      }
      return nil
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

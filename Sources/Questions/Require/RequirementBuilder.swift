import ConflictModel
import Stability

/// Works out what must hold for the actors to stay in states of one graph.
///
/// A demand is first only the set of states in which the others' answer can end,
/// which is enough to judge it and to find the least change that meets it. The ways
/// to meet it are listed for those states alone that are reported in full.
struct RequirementBuilder {
  let graph: StateGraph
  /// The others' preferences where they matter.
  let orders: [Order]
  private let control: Control
  private var pace: Pace
  private var free: Answers
  private var credible: Answers
  /// For each actor and position, what it could make of an answer that ends there.
  private var counterMoves: [[CounterMove]?]

  /// A demand as the set of states in which the others' answer can end.
  struct Demand {
    /// The move that would have to be no gain, or be spoiled.
    var move: Int
    /// Where the answers end.
    var ends: Positions
  }

  /// The best that an actor can have after an answer: by staying or by one move.
  struct CounterMove {
    /// Its rank.
    var rank: UInt32
    /// The state, if it is the only one of that rank.
    var state: Int?
    /// The best rank without that state.
    var next: UInt32
  }

  init(_ graph: StateGraph, orders: [Order], control: Control = Control()) {
    self.graph = graph
    self.orders = orders
    self.control = control
    pace = Pace(control)
    free = Answers(graph, orders, areCredible: false)
    credible = Answers(graph, orders, areCredible: true)
    counterMoves = orders.map { _ in nil }
  }

  /// What the actor's preference must satisfy for it to stay at a position.
  ///
  /// These are the definitions of the concepts with *s is liked at least as much*
  /// in place of every comparison of the actor's own (Kinsara, Kilgour and Hipel
  /// 2015, on inverse analysis).
  mutating func requirement(
    of actor: Int, at position: Int, under concept: Concept
  ) throws(StateGraph.Stopped) -> Requirement {
    var demands = try self.demands(of: actor, at: position, under: concept)
    if !concept.allowsCounterMove { demands = leastDemands(demands, at: position) }
    var listed: [Requirement.Demand] = []
    for demand in demands {
      var ways = [Requirement.Way(answer: nil, notBetter: [demand.move])]
      for end in demand.ends.members {
        if concept.allowsCounterMove {
          ways.append(way(to: end, of: actor, at: position))
          try pace.count(64)
        } else if end != demand.move {
          ways.append(Requirement.Way(answer: end, notBetter: [end]))
        }
      }
      listed.append(Requirement.Demand(move: demand.move, ways: ways))
    }
    let requirement = Requirement(actor: actor, demands: listed)
    return concept.allowsCounterMove ? try requirement.simplified(&pace) : requirement
  }

  /// How many demands of the actor are not met, of those that do not follow from
  /// others.
  mutating func unmetCount(
    of actor: Int, at position: Int, under concept: Concept
  ) throws(StateGraph.Stopped) -> Int {
    let ranks = orders[actor].ranks
    if concept.allowsCounterMove {
      return try requirement(of: actor, at: position, under: concept)
        .demands.count { !$0.isMet { ranks[$0] > ranks[position] } }
    }
    return leastDemands(try demands(of: actor, at: position, under: concept), at: position).count { demand in
      var isMet = ranks[demand.move] <= ranks[position]
      demand.ends.forEach { end in
        isMet = isMet || ranks[end] <= ranks[position]
        return !isMet
      }
      return !isMet
    }
  }

  /// What is demanded for each of the actor's moves.
  mutating func demands(
    of actor: Int, at position: Int, under concept: Concept
  ) throws(StateGraph.Stopped) -> [Demand] {
    let joint = concept == .sim ? try jointCodes(against: actor, at: position) : []
    var demands: [Demand] = []
    for move in graph.moves(of: actor, from: position) {
      let ends: Positions
      switch concept {
      case .nash: ends = Positions(over: graph.states.count)
      case .sim: ends = try jointEnds(of: move, joint)
      case .gmr, .smr: ends = try free.ends(to: actor, at: move, pace: &pace)
      case .seq, .sseq: ends = try credible.ends(to: actor, at: move, pace: &pace)
      }
      demands.append(Demand(move: move, ends: ends))
    }
    return demands
  }

  /// Where every answer asks for one state only: the demands that are not always met
  /// and do not follow from others, by rising move.
  private func leastDemands(_ demands: [Demand], at position: Int) -> [Demand] {
    var open: [(demand: Demand, states: Positions, count: Int)] = []
    for demand in demands where !demand.ends.contains(position) {
      var states = demand.ends
      states.insert(demand.move)
      open.append((demand, states, states.count))
    }
    // A demand that has few ways implies one that has more.
    open.sort { ($0.count, $0.demand.move) < ($1.count, $1.demand.move) }
    var kept: [(demand: Demand, states: Positions)] = []
    for (demand, states, _) in open where !kept.contains(where: { $0.states.isSubset(of: states) }) {
      kept.append((demand, states))
    }
    return kept.map { $0.demand }.sorted { $0.move < $1.move }
  }

  /// What an answer that ends there asks for where a second move counts: that neither
  /// it nor what the actor can make of it be better.
  private func way(to end: Int, of actor: Int, at position: Int) -> Requirement.Way {
    var states = graph.moves(of: actor, from: end)
    states.append(end)
    states.sort()
    return Requirement.Way(answer: end, notBetter: states.filter { $0 != position })
  }

  /// For each position, the best that the actor can make of it.
  mutating func counterMoves(of actor: Int) throws(StateGraph.Stopped) -> [CounterMove] {
    if let known = counterMoves[actor] { return known }
    let ranks = orders[actor].ranks
    var found: [CounterMove] = []
    found.reserveCapacity(ranks.count)
    for end in ranks.indices {
      var best = CounterMove(rank: ranks[end], state: end, next: 0)
      let targets = graph.targets(of: actor, from: end)
      for target in targets { best.meet(Int(target), ranks[Int(target)]) }
      found.append(best)
      try pace.count(targets.count + 1)
    }
    counterMoves[actor] = found
    return found
  }

  /// What the others' improvements from a position change together, in every choice
  /// for one or more of them.
  private mutating func jointCodes(
    against focal: Int, at position: Int
  ) throws(StateGraph.Stopped) -> Set<UInt64> {
    let code = graph.states[position].code
    var changes: Set<UInt64> = [0]
    for other in orders.indices where other != focal {
      let rank = orders[other].ranks[position]
      let own = graph.moves(of: other, from: position).filter { orders[other].ranks[$0] > rank }
        .map { graph.states[$0].code ^ code }
      for change in changes {
        for more in own { changes.insert(change ^ more) }
        try pace.count(16 * own.count + 16)
      }
    }
    changes.remove(0)
    return changes
  }

  private mutating func jointEnds(
    of move: Int, _ changes: Set<UInt64>
  ) throws(StateGraph.Stopped) -> Positions {
    let code = graph.states[move].code
    var ends = Positions(over: graph.states.count)
    for change in changes {
      if let position = graph.states.position(of: State(code ^ change)) { ends.insert(position) }
      try pace.count(64)
    }
    return ends
  }
}

extension RequirementBuilder.CounterMove {
  fileprivate mutating func meet(_ other: Int, _ rank: UInt32) {
    if rank > self.rank {
      (next, self.rank, state) = (self.rank, rank, other)
    } else {
      next = max(next, rank)
      if rank == self.rank { state = nil }
    }
  }
}

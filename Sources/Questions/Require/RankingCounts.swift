package import ConflictModel
package import Stability

/// How many of one actor's strict rankings make a state an equilibrium, the others'
/// preferences as they are: counted exactly, ranking by ranking.
package struct RankingCounts: Sendable, Hashable {
  /// The actor whose ranking varies, by index.
  package var actor: Int
  /// How many strict rankings there are: the factorial of the number of states.
  package var total: Int
  /// For each concept that is defined, the rankings under which at least one of the
  /// states in question is an equilibrium.
  package var counts: [Concept: Int]

  /// The most states whose rankings are counted.
  package static let stateLimit = 9
}

extension RankingCounts {
  /// Counts the rankings of an actor; nil when `control` said stop.
  ///
  /// What matters of a ranking is which states are better than the one in question
  /// and, under `seq`, `sseq` and `sim`, which of the actor's moves are improvements,
  /// since these are how it answers the others. Rankings that agree on both are
  /// judged once.
  ///
  /// It is a programming error to ask for more than ``stateLimit`` states.
  ///
  /// - Complexity: O(*m*!) for *m* states
  package init?(
    _ graph: StateGraph, actor: Int, positions: [Int], control: Control = Control()
  ) {
    let count = graph.states.count
    precondition(count <= Self.stateLimit, "there are too many states")
    let concepts = Concept.allCases.filter { $0.isDefined(in: graph.conflict.form) }
    guard let judge = try? Judge(graph, actor, positions, concepts, control) else { return nil }
    let parts = Slots<[Int]>(count: max(count, 1), filledWith: [])
    control.forEach(max(count, 1)) { first in
      var walk = Walk(judge)
      if count > 0 { walk.start(with: first, control) }
      parts.base[first] = walk.counts
    }
    if control.shouldStop() != nil { return nil }
    self.actor = actor
    total = (1...max(count, 1)).reduce(1, *)
    counts = [:]
    let sums = parts.all
    for (index, concept) in concepts.enumerated() {
      counts[concept] = sums.reduce(0) { $0 + $1[index] }
    }
  }

  /// What is known of the others, and of which better states the actor can bear.
  fileprivate struct Judge: Sendable {
    let graph: StateGraph
    let orders: [Order]
    let actor: Int
    let positions: [Int]
    let concepts: [Concept]
    /// For each position the actor's moves, one bit for each target.
    let moves: [Int]
    /// For each concept and position in question, for each set of better states
    /// whether the actor stays.
    let stays: [[[Bool]]]
    /// For each concept and position, whether the others stay, where that has
    /// nothing to do with the actor.
    let othersStay: [[Bool?]]

    init(
      _ graph: StateGraph, _ actor: Int, _ positions: [Int], _ concepts: [Concept], _ control: Control
    ) throws(StateGraph.Stopped) {
      (self.graph, self.actor, self.positions, self.concepts) = (graph, actor, positions, concepts)
      let orders = try graph.orders(control: control)
      self.orders = orders
      let count = graph.states.count
      moves = (0..<count).map { graph.moves(of: actor, from: $0).reduce(0) { $0 | 1 << $1 } }
      var builder = RequirementBuilder(graph, orders: orders, control: control)
      var stays: [[[Bool]]] = []
      for concept in concepts {
        var own: [[Bool]] = []
        for position in positions {
          let requirement = try builder.requirement(of: actor, at: position, under: concept)
          own.append((0..<1 << count).map { better in requirement.isMet { better >> $0 & 1 == 1 } })
          try control.goOn()
        }
        stays.append(own)
      }
      self.stays = stays
      let inquiry = graph.inquiry(under: orders, control: control)
      var othersStay: [[Bool?]] = []
      for concept in concepts {
        let isIndependent = concept == .nash || concept == .gmr || concept == .smr
        othersStay.append(
          try positions.map { position throws(StateGraph.Stopped) in
            guard isIndependent else { return nil }
            return try inquiry.stay(allBut: actor, concept, at: position)
          })
      }
      self.othersStay = othersStay
    }
  }

  /// Goes through all rankings that begin with one state.
  fileprivate struct Walk {
    let judge: Judge
    var counts: [Int]
    /// For each position its rank, the best highest.
    private var ranks: [UInt32]
    /// For each position, once it is placed, the states placed before it.
    private var better: [Int]
    /// Whether the others stay, by which moves of the actor improve.
    private var known: [[Int]: [[Bool]]] = [:]

    init(_ judge: Judge) {
      self.judge = judge
      counts = judge.concepts.map { _ in 0 }
      ranks = [UInt32](repeating: 0, count: judge.graph.states.count)
      better = [Int](repeating: 0, count: ranks.count)
    }

    mutating func start(with first: Int, _ control: Control) {
      place(first, 0)
      extend(1 << first, control)
    }

    private mutating func place(_ position: Int, _ placed: Int) {
      better[position] = placed
      ranks[position] = UInt32(ranks.count - 1 - placed.nonzeroBitCount)
    }

    private mutating func extend(_ placed: Int, _ control: Control) {
      if placed.nonzeroBitCount == ranks.count {
        count()
        return
      }
      if ranks.count - placed.nonzeroBitCount == 5, control.shouldStop() != nil { return }
      for position in ranks.indices where placed >> position & 1 == 0 {
        place(position, placed)
        extend(placed | 1 << position, control)
      }
    }

    private mutating func count() {
      var others: [[Bool]]?
      for concept in judge.concepts.indices {
        let isEquilibrium = judge.positions.indices.contains { index in
          guard judge.stays[concept][index][better[judge.positions[index]]] else { return false }
          if let known = judge.othersStay[concept][index] { return known }
          if others == nil { others = othersStay() }
          return others![concept][index]
        }
        if isEquilibrium { counts[concept] += 1 }
      }
    }

    /// For each concept and position, whether the others stay under the ranking.
    private mutating func othersStay() -> [[Bool]] {
      let key = better.indices.map { better[$0] & judge.moves[$0] }
      if let known = known[key] { return known }
      var orders = judge.orders
      orders[judge.actor] = Order(ranks: ranks)!
      // There are a few states, so that nobody has to be asked whether to go on.
      let inquiry = judge.graph.inquiry(under: orders)
      var verdicts: [[Bool]] = []
      for (index, concept) in judge.concepts.enumerated() {
        verdicts.append(
          judge.positions.indices.map { place in
            if let known = judge.othersStay[index][place] { return known }
            return (try? inquiry.stay(allBut: judge.actor, concept, at: judge.positions[place])) ?? false
          })
      }
      known[key] = verdicts
      return verdicts
    }
  }
}

extension StateGraph.Inquiry {
  /// Whether everybody but one actor is stable at the position.
  fileprivate func stay(
    allBut actor: Int, _ concept: Concept, at position: Int
  ) throws(StateGraph.Stopped) -> Bool {
    for other in 0..<actorCount where other != actor {
      if try !isStable(concept, actor: other, at: position) { return false }
    }
    return true
  }
}

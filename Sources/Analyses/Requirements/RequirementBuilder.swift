import ConflictModel
import Stability

/// Works out what must hold for the actors to stay in states of one graph.
struct RequirementBuilder {
  let graph: StateGraph
  /// The others' preferences where they matter.
  let orders: [Order]
  let concept: Concept
  private var answersFound: [Key: [Int]] = [:]
  private var movesFound: [Key: [Int]] = [:]

  private struct Key: Hashable {
    var actor: Int
    var position: Int
  }

  init(_ graph: StateGraph, orders: [Order], _ concept: Concept) {
    self.graph = graph
    self.orders = orders
    self.concept = concept
  }

  /// What the actor's preference must satisfy for it to stay at a position.
  ///
  /// These are the definitions of the concepts with *s is liked at least as much*
  /// in place of every comparison of the actor's own (Kinsara, Kilgour and Hipel
  /// 2015, on inverse analysis).
  mutating func requirement(of actor: Int, at position: Int) -> Requirement {
    let joint = concept == .sim ? jointCodes(against: actor, at: position) : []
    var demands: [Requirement.Demand] = []
    for move in moves(of: actor, from: position) {
      var ways = [Requirement.Way(answer: nil, notBetter: [move])]
      switch concept {
      case .nash: break
      case .sim:
        for end in jointEnds(of: move, joint, at: position) {
          ways.append(way(to: end, of: actor, at: position))
        }
      case .gmr, .smr, .seq, .sseq:
        for end in answers(to: actor, at: move) { ways.append(way(to: end, of: actor, at: position)) }
      }
      demands.append(Requirement.Demand(move: move, ways: ways))
    }
    return Requirement(actor: actor, demands: demands).simplified()
  }

  /// What an answer that ends there asks for: that neither it nor, where a second
  /// move counts, what the actor can make of it be better.
  private mutating func way(to end: Int, of actor: Int, at position: Int) -> Requirement.Way {
    var states = [end]
    if concept == .smr || concept == .sseq { states += moves(of: actor, from: end) }
    return Requirement.Way(answer: end, notBetter: Set(states).subtracting([position]).sorted())
  }

  private mutating func moves(of actor: Int, from position: Int) -> [Int] {
    let key = Key(actor: actor, position: position)
    if let known = movesFound[key] { return known }
    let found = graph.moves(of: actor, from: position)
    movesFound[key] = found
    return found
  }

  /// Where legal sequences of the others lead, by position, rising; every step an
  /// improvement where answers must be credible.
  private mutating func answers(to focal: Int, at start: Int) -> [Int] {
    let key = Key(actor: focal, position: start)
    if let known = answersFound[key] { return known }
    let actors = orders.count
    var seen: Set<Int> = []
    var queue: [(position: Int, mover: Int)] = [(start, focal)]
    var next = 0
    while next < queue.count {
      let (position, last) = queue[next]
      next += 1
      for mover in 0..<actors where mover != focal && mover != last {
        let rank = orders[mover].ranks[position]
        for target in moves(of: mover, from: position) {
          if concept == .seq || concept == .sseq, orders[mover].ranks[target] <= rank { continue }
          if seen.insert(target * actors + mover).inserted { queue.append((target, mover)) }
        }
      }
    }
    let found = Set(queue.dropFirst().map(\.position)).sorted()
    answersFound[key] = found
    return found
  }

  /// What the others' improvements from a position change together, in every choice
  /// for one or more of them.
  private mutating func jointCodes(against focal: Int, at position: Int) -> Set<UInt64> {
    let code = graph.states[position].code
    var changes: Set<UInt64> = [0]
    for other in orders.indices where other != focal {
      let rank = orders[other].ranks[position]
      let own = moves(of: other, from: position).filter { orders[other].ranks[$0] > rank }
        .map { graph.states[$0].code ^ code }
      for change in changes { for more in own { changes.insert(change ^ more) } }
    }
    changes.remove(0)
    return changes
  }

  private func jointEnds(of move: Int, _ changes: Set<UInt64>, at position: Int) -> [Int] {
    let code = graph.states[move].code
    return changes.compactMap { graph.states.position(of: State(code ^ $0)) }.sorted()
  }
}

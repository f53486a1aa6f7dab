internal import ConflictModel
internal import DecisionDiagrams

/// Decides the concepts for all states at once, as sets of assignments.
///
/// What an actor must fear from a state is the worst that the others can make of it for that actor; it would
/// leave for a state where even the worst is better than what it has. ``WorstAnswers`` finds that rank bit by
/// bit, so there is no variable for it. Documentation/Identities.md proves that this is stability.
struct SymbolicEngine: ~Copyable {
  var symbolic: SymbolicConflict
  /// For each actor its moves that are improvements, once they were asked for.
  private var improving: [Diagram?]
  /// What has nothing to do with what.
  private let components: Components
  /// What whoever calls holds.
  private var kept: [Diagram] = []
  /// Whether no better order of the variables is looked for any more.
  var isSifted = false

  init(_ symbolic: consuming SymbolicConflict) {
    improving = symbolic.conflict.actors.map { _ in nil }
    components = Components(symbolic.conflict)
    self.symbolic = symbolic
  }

  /// The states where the actor is not stable.
  mutating func unstable(_ actor: Int, _ concept: Concept) throws(DiagramHalt) -> Diagram {
    if !symbolic.canMove(actor) { return .nothing }
    let next = symbolic.own[actor].next
    if concept == .nash { return try symbolic.table.exists(next, in: improvements(of: actor)) }
    if concept.needsCredibleAnswers { try sift() }
    let worst = try worst(of: actor, concept)
    // The worst is no better than the state itself, but for counter-moves.
    let moves = concept.allowsCounterMove ? try improvements(of: actor) : symbolic.moves[actor]
    let ends = try symbolic.ends(worst, by: actor)
    return try symbolic.table.exists(next, inBoth: moves, symbolic.above(ends, symbolic.bits[actor]))
  }

  /// The states where it is.
  mutating func stable(_ actor: Int, _ concept: Concept) throws(DiagramHalt) -> Diagram {
    let unstable = try unstable(actor, concept)
    return try symbolic.table.subtracting(symbolic.states, unstable)
  }

  /// The states that nobody has a move from.
  mutating func stuck() throws(DiagramHalt) -> Diagram {
    var stuck = symbolic.states
    for actor in symbolic.conflict.actors.indices {
      let moves = try symbolic.table.subtracting(symbolic.moves[actor], symbolic.staying(actor))
      let movable = try symbolic.table.exists(symbolic.own[actor].next, in: moves)
      stuck = try symbolic.table.subtracting(stuck, movable)
    }
    return stuck
  }

  /// Holds what whoever calls needs, until it holds something else.
  mutating func keep(_ sets: [Diagram]) { kept = sets }

  /// The states in which nobody would leave.
  mutating func equilibria(_ concept: Concept) throws(DiagramHalt) -> Diagram {
    var left = symbolic.states
    for actor in symbolic.conflict.actors.indices {
      // What is left is held by nobody else while an actor is gone through.
      kept = [left]
      left = try symbolic.table.subtracting(left, unstable(actor, concept))
      kept = []
    }
    return left
  }

  /// Another order of the variables before the first concept that takes long: improvements of all actors are
  /// what it is best for.
  private mutating func sift() throws(DiagramHalt) {
    if isSifted { return }
    isSifted = true
    for actor in symbolic.conflict.actors.indices { _ = try improvements(of: actor) }
    // Whoever stays does so in all its options: each is to remain beside what becomes of it.
    var kept = held
    for actor in symbolic.conflict.actors.indices { kept.append(try symbolic.staying(actor)) }
    try symbolic.sift(keeping: kept)
  }

  /// What is held across operations.
  private var held: [Diagram] { kept + improving.compactMap { $0 } }

  /// The moves after which the actor is better off.
  private mutating func improvements(of actor: Int) throws(DiagramHalt) -> Diagram {
    if let known = improving[actor] { return known }
    let found = try symbolic.improvements(of: actor)
    improving[actor] = found
    return found
  }

  /// The bits of the worst that the others can bring about for the actor from each state by legal sequences,
  /// the state itself included.
  private mutating func worst(of actor: Int, _ concept: Concept) throws(DiagramHalt) -> [Diagram] {
    let costs = concept.allowsCounterMove ? try symbolic.best(of: actor) : symbolic.bits[actor]
    let others = others(of: actor)
    let isTransitive = others.allSatisfy { symbolic.isTransitive($0) }
    var moves: [Diagram] = []
    for other in others {
      if concept.needsCredibleAnswers {
        moves.append(try improvements(of: other))
      } else if isTransitive {
        moves.append(symbolic.moves[other])
      } else {
        // Whoever stays has not moved, and does not let another move twice running.
        moves.append(try symbolic.table.subtracting(symbolic.moves[other], symbolic.staying(other)))
      }
    }
    var answers = WorstAnswers(
      movers: others, moves, knowingLast: !isTransitive, states: symbolic.states)
    var worst: [Diagram] = []
    for cost in costs {
      worst.append(try answers.nextBit(cost, &symbolic, keeping: held + costs + worst))
    }
    return worst
  }

  /// Those whose answers matter to the actor: the others of its component, unless one of these may not move twice
  /// running, which somebody from elsewhere can help with.
  private func others(of actor: Int) -> [Int] {
    let others = symbolic.conflict.actors.indices.filter { $0 != actor && symbolic.canMove($0) }
    let near = others.filter { components.ofActor[$0] == components.ofActor[actor] }
    return near.allSatisfy { symbolic.isTransitive($0) } ? near : others
  }
}

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
  /// What whoever calls holds.
  private var kept: [Diagram] = []
  /// Whether no better order of the variables is looked for any more.
  var isSifted = false

  init(_ symbolic: consuming SymbolicConflict) {
    improving = symbolic.conflict.actors.map { _ in nil }
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

  /// Holds another besides.
  mutating func alsoKeeping(_ set: Diagram) { kept.append(set) }

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
  var held: [Diagram] { kept + improving.compactMap { $0 } }

  /// The moves after which the actor is better off.
  mutating func improvements(of actor: Int) throws(DiagramHalt) -> Diagram {
    if let known = improving[actor] { return known }
    let found = try symbolic.improvements(of: actor)
    improving[actor] = found
    return found
  }

  /// The bits of the worst that the others can bring about for the actor from each state by legal sequences,
  /// the state itself included.
  private mutating func worst(of actor: Int, _ concept: Concept) throws(DiagramHalt) -> [Diagram] {
    let costs = concept.allowsCounterMove ? try symbolic.best(of: actor) : symbolic.bits[actor]
    let (others, moves, knowsLast) = try answers(to: actor, concept)
    var answers = WorstAnswers(movers: others, moves, knowingLast: knowsLast, states: symbolic.states)
    var worst: [Diagram] = []
    for cost in costs {
      worst.append(try answers.nextBit(cost, &symbolic, keeping: held + costs + worst))
    }
    return worst
  }

  /// Who answers the actor, by which moves, and whether it matters who moved last.
  mutating func answers(
    to actor: Int, _ concept: Concept
  ) throws(DiagramHalt) -> (movers: [Int], moves: [Diagram], knowsLast: Bool) {
    let others = symbolic.others(of: actor)
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
    return (others, moves, !isTransitive)
  }

  /// The same where they were asked for.
  func knownImprovements(of actor: Int) -> Diagram? { improving[actor] }

  /// Goes on with other wishes of an actor.
  ///
  /// - Parameters:
  ///   - actor: The actor.
  ///   - bits: What it wants, as bits of its rank.
  ///   - improvements: Its improvements then, where they are known.
  mutating func change(_ actor: Int, to bits: [Diagram], improvements: Diagram?) {
    symbolic.bits[actor] = bits
    improving[actor] = improvements
  }
}

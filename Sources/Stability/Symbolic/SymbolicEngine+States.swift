internal import ConflictModel
internal import DecisionDiagrams

// Verdicts on single states: backwards from what would spoil an improvement.
extension SymbolicEngine {
  /// The states that the actor's improvements from a state lead to.
  mutating func improvements(of actor: Int, from state: State) throws(DiagramHalt) -> Diagram {
    let targets = try symbolic.targets(of: actor, from: state, symbolic.moves[actor])
    return try symbolic.table.intersection(targets, symbolic.liked(by: actor, moreThan: state))
  }

  /// The states that would spoil improvements of the actor from a state, as far as others get there from these:
  /// none of them changes what is the actor's own.
  private mutating func sanctions(
    on improvements: Diagram, of actor: Int, from state: State, _ concept: Concept
  ) throws(DiagramHalt) -> Diagram {
    let others = symbolic.takenVariables.filter { symbolic.conflict.options[$0].actor != actor }
    let beside = try symbolic.table.exists(symbolic.table.all(others), in: improvements)
    let liked = try symbolic.liked(by: actor, moreThan: state)
    let near = try symbolic.table.intersection(symbolic.states, beside)
    var sanctions = try symbolic.table.subtracting(near, liked)
    if concept.allowsCounterMove {
      let ways = try symbolic.before(liked, by: actor, symbolic.moves[actor])
      sanctions = try symbolic.table.subtracting(sanctions, ways)
    }
    return sanctions
  }

  /// From where the others can spoil improvements of the actor from a state; gone back as far as is needed to tell
  /// whether all the given ones are reached.
  mutating func answers(
    to improvements: Diagram, of actor: Int, from state: State, _ concept: Concept
  ) throws(DiagramHalt) -> AnswerLayers {
    let sanctions = try sanctions(on: improvements, of: actor, from: state, concept)
    let others = try answers(to: actor, concept)
    return try AnswerLayers(for: improvements, by: others, ending: sanctions, holding: held, &symbolic)
  }

  /// Those of some improvements of the actor from a state that nobody spoils; once one of them is none is left to be
  /// looked for.
  mutating func unspoiled(
    _ improvements: Diagram, of actor: Int, from state: State, _ concept: Concept
  ) throws(DiagramHalt) -> Diagram {
    if concept == .nash { return improvements }
    let sanctions = try sanctions(on: improvements, of: actor, from: state, concept)
    let (movers, moves, knowsLast) = try answers(to: actor, concept)
    let answers = WorstAnswers(movers: movers, moves, knowingLast: knowsLast, states: symbolic.states)
    var reached = [Diagram](repeating: sanctions, count: knowsLast ? movers.count + 1 : 1)
    try answers.spread(&reached, until: improvements, &symbolic, keeping: held + [improvements])
    return try symbolic.table.subtracting(improvements, reached[0])
  }

  /// An improvement of the actor from a state that nobody spoils, by the state that it leads to; nil where the actor
  /// is stable.
  ///
  /// - Parameter known: One that was unspoiled under other wishes, and may be still.
  mutating func escape(
    of actor: Int, from state: State, _ concept: Concept, tryingFirst known: State?
  ) throws(DiagramHalt) -> State? {
    if !symbolic.canMove(actor) { return nil }
    let improvements = try improvements(of: actor, from: state)
    if improvements.isEmpty { return nil }
    alsoKeeping(improvements)
    if let known, symbolic.table.contains(known.code, in: improvements) {
      let one = try symbolic.cube(known, symbolic.takenVariables)
      if try !unspoiled(one, of: actor, from: state, concept).isEmpty { return known }
    }
    return try symbolic.member(of: unspoiled(improvements, of: actor, from: state, concept))
  }
}

internal import CaseFile
internal import ConflictModel
internal import Notation
internal import Stability

// Which states last, in whose game and for whom.
extension ExpectationBench {
  mutating func lasting(
    _ concept: Concept, _ actor: Named?, _ scope: ExpectationText.Scope
  ) throws(Obstacle) -> Lasting {
    if !concept.isDefined(in: solution.conflict.form) {
      throw .undefined(concept)
    }
    switch scope {
    case .alone:
      guard solution.concepts.contains(concept) else { throw .undecided(concept) }
      let states =
        try actor.map { (actor) throws(Obstacle) in
          solution.stable(concept, actor: try index(of: actor))
        } ?? solution.equilibria(concept)
      return Lasting(
        states: states, concept: concept, actor: actor?.text, scope: scope, subject: subject)
    case .always, .sometimes:
      let count = try doubtsCount(concept)
      let least = scope == .always ? count.examined.count : 1
      let graph = try stateGraph()
      let members = count.states.filter { $0.value.count >= least }.map { graph.states[$0.key] }
      return group(members, concept, scope)
    case .against(let members):
      if !Concept.coalitional.contains(concept) { throw .notCoalitional(concept) }
      var indices: [Int] = []
      for member in members { indices.append(try index(of: member)) }
      let graph = try stateGraph()
      let answer = try coalitionAnswer(indices.sorted())
      try expect([concept], in: answer)
      let survivors = answer.survivors(concept).map { graph.states[$0] }
      return group(survivors, concept, scope)
    case .perceived:
      let game = try hypergame(concept)
      return group(game.equilibria.map { game.truth.states[$0] }, concept, scope)
    case .expected(let actor):
      let view = try hypergame(concept).views[try index(of: actor)]
      return Lasting(
        states: view.solution.equilibria(concept), concept: concept, scope: scope, subject: view.subject)
    }
  }

  private func group(
    _ members: [State], _ concept: Concept, _ scope: ExpectationText.Scope
  ) -> Lasting {
    let states = Selection(at: members.compactMap { solution.states.position(of: $0) }, of: solution.states)
    return Lasting(states: states, concept: concept, scope: scope, subject: subject)
  }
}

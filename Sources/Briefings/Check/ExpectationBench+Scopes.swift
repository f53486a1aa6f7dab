internal import Questions
internal import CaseFile
internal import ConflictModel
internal import Stability

// Which states last, in whose game and for whom.
extension ExpectationBench {
  /// States that last in some sense.
  struct Lasting {
    /// The states.
    var states: Selection
    var concept: Concept
    /// What they are called: `nash`, or `nash for row`.
    var words: String
    /// The case in which names and conditions are read.
    var subject: Case
  }

  mutating func lasting(
    _ concept: Concept, _ actor: Named?, _ scope: ExpectationText.Scope
  ) throws(Obstacle) -> Lasting {
    if !concept.isDefined(in: solution.conflict.form) {
      throw .wrong("\(concept.rawValue) is not defined in graph form")
    }
    let name = concept.rawValue
    switch scope {
    case .alone:
      guard solution.concepts.contains(concept) else { throw .open("\(name) was not decided") }
      let states =
        try actor.map { (actor) throws(Obstacle) in
          solution.stable(concept, actor: try index(of: actor))
        } ?? solution.equilibria(concept)
      return Lasting(
        states: states, concept: concept, words: name + (actor.map { " for \($0.text)" } ?? ""),
        subject: subject)
    case .always, .sometimes:
      let count = try doubtsCount(concept)
      let least = scope == .always ? count.examined.count : 1
      let graph = try stateGraph()
      let members = count.states.filter { $0.value.count >= least }.map { graph.states[$0.key] }
      return group(members, concept, scope == .always ? "\(name) whatever is in doubt" : "\(name) sometimes")
    case .against(let members):
      if !Concept.coalitional.contains(concept) { throw .wrong("\(name) has no version for coalitions") }
      var indices: [Int] = []
      for member in members { indices.append(try index(of: member)) }
      let graph = try stateGraph()
      let answer = try coalitionAnswer(indices.sorted())
      try expect([concept], in: answer)
      let survivors = answer.survivors(concept).map { graph.states[$0] }
      let against = members.isEmpty ? "every coalition" : members.map { $0.text }.joined(separator: ", ")
      return group(survivors, concept, "\(name) against \(against)")
    case .perceived:
      let game = try hypergame(concept)
      return group(game.equilibria.map { game.truth.states[$0] }, concept, "\(name) of the hypergame")
    case .expected(let actor):
      let view = try hypergame(concept).views[try index(of: actor)]
      return Lasting(
        states: view.solution.equilibria(concept), concept: concept,
        words: "\(name) as \(actor.text) perceives it", subject: view.subject)
    }
  }

  private func group(_ members: [State], _ concept: Concept, _ words: String) -> Lasting {
    let states = Selection(at: members.compactMap { solution.states.position(of: $0) }, of: solution.states)
    return Lasting(states: states, concept: concept, words: words, subject: subject)
  }
}

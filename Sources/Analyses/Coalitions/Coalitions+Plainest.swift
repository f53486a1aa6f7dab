public import ConflictModel
public import Stability

extension StateGraph {
  /// What a coalition could do from a state, as people are told: of the improvements
  /// that nothing would spoil, the one that changes least, with a shortest way there.
  ///
  /// Whether something would be spoiled is asked under the last of the concepts under
  /// which the coalition could upset the state; where there is none, all improvements
  /// count.
  ///
  /// - Complexity: That of deciding the improvements that change less than it.
  public func plainest(
    _ chance: Coalitions.Chance, in answer: Coalitions
  ) -> (target: Int, way: [Step]) {
    let coalition = answer.coalitions[chance.coalition]
    let meter = ChangeMeter(conflict)
    let ordered = chance.improvements.sorted {
      meter.isSmaller(states[$0], than: states[$1], from: states[chance.position])
    }
    var moves = CoalitionMoves(self, orders)
    let concept = chance.escapes.last?.concept
    let target =
      ordered.first { improvement in
        concept.map { !moves.isSpoiled(improvement, $0, for: coalition, at: chance.position) } ?? true
      } ?? ordered[0]
    return (target, moves.path(of: coalition, from: chance.position, to: target) ?? [])
  }
}

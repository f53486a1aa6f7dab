package import ConflictModel
package import Stability

extension StateGraph {
  /// What a coalition could do from a state, as people are told: of the improvements
  /// that nothing would spoil, the one that changes least, with a shortest way there.
  ///
  /// Whether something would be spoiled is asked under the last of the concepts under
  /// which the coalition could upset the state; where there is none, all improvements
  /// count.
  ///
  /// - Complexity: That of deciding the improvements that change less than it.
  package func plainest(
    _ chance: Coalitions.Chance, in answer: Coalitions
  ) -> (target: Int, way: [Step]) {
    do throws(Stopped) {
      let bits = CoalitionTables.bits(answer.coalitions[chance.coalition].members)
      let concept = chance.escapes.last?.concept
      let tables = try CoalitionTables(
        self, orders, coalitions: [bits], concepts: concept.map { [$0] } ?? [], control: Control())
      var moves = CoalitionMoves(tables)
      return try moves.plainest(chance, of: bits)
    } catch {
      preconditionFailure("nobody said stop")
    }
  }
}

extension CoalitionMoves {
  /// What ``/Stability/StateGraph/plainest(_:in:)`` says of the coalition with the
  /// given bits.
  mutating func plainest(
    _ chance: Coalitions.Chance, of coalition: Int
  ) throws(StateGraph.Stopped) -> (target: Int, way: [Step]) {
    let states = tables.graph.states
    let meter = ChangeMeter(tables.graph.conflict)
    let ordered = chance.improvements.sorted {
      meter.isSmaller(states[$0], than: states[$1], from: states[chance.position])
    }
    var target = ordered[0]
    if let concept = chance.escapes.last?.concept {
      for improvement in ordered
      where try !isSpoiled(improvement, concept, for: coalition, at: chance.position) {
        target = improvement
        break
      }
    }
    let ways = try ways(of: coalition, from: chance.position, to: [target])
    return (target, ways[target] ?? [])
  }
}

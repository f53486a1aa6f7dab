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
    let concept = chance.escapes.last?.concept
    let bits = CoalitionTables.bits(coalition.members)
    do throws(Stopped) {
      let needed = Self.needed(for: [bits], concept.map { [$0] } ?? [], of: orders.count)
      let tables = try CoalitionTables(self, orders, coalitions: needed, control: Control())
      var moves = CoalitionMoves(tables)
      var target = ordered[0]
      for improvement in ordered {
        guard let concept else { break }
        if try !moves.isSpoiled(improvement, concept, for: bits, at: chance.position) {
          target = improvement
          break
        }
      }
      let ways = try moves.ways(of: bits, from: chance.position, to: [target])
      return (target, ways[target] ?? [])
    } catch {
      preconditionFailure("nobody said stop")
    }
  }
}

internal import ConflictModel
internal import DecisionDiagrams

extension Solution {
  /// The positions of a state that the actor likes best among some, and of one that it likes least; nil where there
  /// are none.
  ///
  /// - Complexity: Of a list, O(selected). Of a set, as many operations on diagrams as the actor's rank has bits.
  package func extremes(of actor: Int, among states: Selection) -> (best: Int, worst: Int)? {
    guard case .diagram(let set) = states.slots else {
      let ranked = states.lazy.map { (rank: self.rank(of: actor, at: $0), position: $0) }
      guard let best = ranked.max(by: { $0.rank < $1.rank }),
        let worst = ranked.min(by: { $0.rank < $1.rank })
      else { return nil }
      return (best.position, worst.position)
    }
    if states.isEmpty { return nil }
    do throws(DiagramHalt) {
      var symbolic = try SymbolicConflict.ready(conflict, order: set.order, memoryLimit: .max)
      var (best, worst) = (try symbolic.table.thawed(set), try symbolic.table.thawed(set))
      for bit in symbolic.bits[actor] {
        let higher = try symbolic.table.intersection(best, bit)
        if !higher.isEmpty { best = higher }
        let lower = try symbolic.table.subtracting(worst, bit)
        if !lower.isEmpty { worst = lower }
      }
      let ends = (try symbolic.member(of: best), try symbolic.member(of: worst))
      guard let best = ends.0.flatMap({ self.states.position(of: $0) }),
        let worst = ends.1.flatMap({ self.states.position(of: $0) })
      else { return nil }
      return (best, worst)
    } catch { preconditionFailure("nobody set a limit") }
  }
}

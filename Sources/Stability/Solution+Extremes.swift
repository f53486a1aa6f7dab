package import ConflictModel
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

  /// The slots of those of some states that the actor likes best, so many at most: the best first, those that it likes
  /// equally by rising code; fewer where the control says stop.
  ///
  /// - Complexity: Of a list, O(selected · log selected). Of a set, two operations on diagrams for each bit of a rank
  ///   that the states listed do not share.
  package func slots(
    likedBy actor: Int, among states: Selection, atMost most: Int, control: Control = Control()
  ) -> [Int] {
    guard case .diagram(let set) = states.slots else {
      let ranked = states.slots.map { (rank: rank(of: actor, inSlot: $0), slot: $0) }
      return ranked.sorted { ($1.rank, $0.slot) < ($0.rank, $1.slot) }.prefix(most).map { $0.slot }
    }
    var found: [Int] = []
    do throws(DiagramHalt) {
      var symbolic = try SymbolicConflict.ready(conflict, order: set.order, memoryLimit: .max) {
        control.shouldStop() != nil
      }
      // Sets of states that are alike in so many bits, those that the actor likes best at the end.
      var open = [(states: try symbolic.table.thawed(set), bit: 0)]
      while found.count < most, let (states, bit) = open.popLast() {
        if bit == symbolic.bits[actor].count {
          let tier = try symbolic.members(of: states, atMost: most - found.count)
          found += tier.map { Int(truncatingIfNeeded: $0.code) }
          continue
        }
        let better = try symbolic.table.intersection(states, symbolic.bits[actor][bit])
        let worse = try symbolic.table.subtracting(states, better)
        for part in [worse, better] where !part.isEmpty { open.append((part, bit + 1)) }
        symbolic.tidy(keeping: open.map { $0.states })
      }
    } catch {}
    return found
  }
}

internal import ConflictModel
internal import StateSets

/// All that the others can make of each state: for every position the positions
/// that legal sequences of theirs reach from it, one step at least.
///
/// For a mover *k* and a position *q* let *A(k, q)* be what is reached by the
/// sequences in which *k* moves first. Then *A(k, q)* holds, for each of *k*'s
/// steps from *q*, where it leads, and all of *A(l, there)* for every *l* but *k*.
/// The sets are the least that satisfy this, found by adding until nothing grows.
struct AnswerSets {
  private var reached: [StateSet]

  subscript(position: Int) -> StateSet { reached[position] }

  /// - Parameters:
  ///   - others: Who answers, by index.
  ///   - steps: Where one step of an actor leads from a position.
  ///
  /// Nil when the work was stopped.
  init?(others: [Int], stateCount: Int, steps: [[[UInt32]]], pace: inout Pace) {
    var byFirst = others.map { _ in [StateSet](repeating: StateSet(over: stateCount), count: stateCount) }
    let words = (stateCount + 63) / 64
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for (mover, actor) in others.enumerated() {
        for position in 0..<stateCount {
          var all = byFirst[mover][position]
          for target in steps[actor][position] {
            all.insert(Int(target))
            for next in others.indices where next != mover { all.formUnion(byFirst[next][Int(target)]) }
          }
          if all != byFirst[mover][position] {
            byFirst[mover][position] = all
            hasGrown = true
          }
          guard pace.goesOn(after: (steps[actor][position].count * others.count + 1) * words) else {
            return nil
          }
        }
      }
    }
    reached = [StateSet](repeating: StateSet(over: stateCount), count: stateCount)
    for sets in byFirst {
      for position in 0..<stateCount { reached[position].formUnion(sets[position]) }
    }
  }
}

internal import ConflictModel
internal import Stability

/// The states that last under the same concepts.
struct StrengthClass: Sendable {
  /// The concepts, in the order of ids.
  let concepts: [Concept]
  let states: Selection
}

extension SolveReport {
  /// The states that last, by the concepts under which they do: those under the
  /// most demanding ones first.
  ///
  /// - Complexity: O(slots / 64) for each of at most 2⁶ classes.
  var strengthClasses: [StrengthClass] {
    var classes: [(concepts: Set<Concept>, states: Selection)] = [([], lasting)]
    for concept in strongestFirst {
      let equilibria = solution.equilibria(concept)
      var split: [(concepts: Set<Concept>, states: Selection)] = []
      for (concepts, states) in classes {
        let inside = states.intersection(equilibria)
        split.append((concepts.union([concept]), inside))
        split.append((concepts, states.subtracting(inside)))
      }
      classes = split.filter { !$0.states.isEmpty }
    }
    return classes.map { found in
      StrengthClass(concepts: solution.concepts.filter(found.concepts.contains), states: found.states)
    }
  }

  /// The first of the states to list, those under the most demanding concepts
  /// first, and how many there are in all.
  func strongest(_ limit: Int) -> (positions: [Int], total: Int) {
    var positions: [Int] = []
    var total = 0
    for strengthClass in strengthClasses {
      let listing = listing(of: strengthClass.states, limit: limit - positions.count)
      positions += listing.positions
      total += listing.total
    }
    return (positions, total)
  }
}

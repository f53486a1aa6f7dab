package import CaseFile
package import ConflictModel
package import Stability

/// A case with what lasts in it: what the answer of `solve` is worked out from, part by part,
/// when somebody asks for the part.
package struct SolvedCase: Sendable {
  /// The case.
  package let subject: Case
  /// What was found out about it.
  package let solution: Solution
  /// The states that are an equilibrium under at least one concept.
  package let lasting: Selection
  /// For each named outcome, its feasible states.
  package let outcomeStates: [Selection]
  /// The most states that are looked at one by one, for what cannot be told of many at once.
  package var lookedLimit: Int

  /// A case with its solution.
  package init(_ subject: Case, _ solution: Solution) {
    self.subject = subject
    self.solution = solution
    lookedLimit = solution.isListed ? 20_000 : 2_000
    lasting = solution.lasting
    outcomeStates = subject.outcomes.map { solution.states(where: $0.condition) }
  }

  /// What the case means.
  package var conflict: Conflict { solution.conflict }

  /// Whether moves and preferences are worked out, so that reasons can be given.
  package var hasReasons: Bool {
    solution.hasAllStates && solution.isWorkedOut && !solution.states.isEmpty
  }

  /// The concepts decided, the one that asks most first.
  package var strongestFirst: [Concept] {
    Concept.strongestFirst.filter { solution.concepts.contains($0) }
  }

  /// The concepts under which the state at a position is an equilibrium, in the order of ids.
  package func concepts(at position: Int) -> [Concept] {
    solution.concepts.filter { solution.isEquilibrium($0, position: position) }
  }

  /// The states that may be the status quo: all that it may be, or the one that it is.
  package var statusQuos: [State] { subject.statusQuos }
}

extension Case {
  /// The states that may be the status quo: all that it may be, or the one that it is; none where it is
  /// not named.
  package var statusQuos: [State] {
    guard let statusQuo else { return [] }
    return statusQuo.completions.isEmpty ? [statusQuo.state] : statusQuo.completions
  }
}

extension Solution {
  /// The concept in whose sense answers speak of lasting where none is named: that of sequential
  /// stability, where answers are to be believed, or else the nearest that was decided.
  package var sense: Concept? {
    let order: [Concept] = [.seq, .sseq, .nash, .smr, .gmr, .sim]
    return order.first { concepts.contains($0) }
  }
}

/// Concepts that agree on which states are equilibria.
package struct ConceptGroup: Sendable {
  /// The concepts.
  package var concepts: [Concept]
  /// The states that last under each of them.
  package var equilibria: Selection
}

/// The states that last under the same concepts.
package struct StrengthClass: Sendable {
  /// The concepts, in the order of ids.
  package let concepts: [Concept]
  /// The states.
  package let states: Selection
}

extension SolvedCase {
  /// Concepts that have the same equilibria, strongest first; see ``strongestFirst``.
  package var conceptGroups: [ConceptGroup] {
    var groups: [ConceptGroup] = []
    for concept in strongestFirst {
      let equilibria = solution.equilibria(concept)
      if let index = groups.firstIndex(where: { $0.equilibria == equilibria }) {
        groups[index].concepts.append(concept)
      } else {
        groups.append(ConceptGroup(concepts: [concept], equilibria: equilibria))
      }
    }
    return groups
  }

  /// The states that last, by the concepts under which they do: those under the
  /// most demanding ones first.
  ///
  /// - Complexity: O(slots / 64) for each of at most 2⁶ classes.
  package var strengthClasses: [StrengthClass] {
    var classes: [(concepts: Set<Concept>, states: Selection)] = [(concepts: [], states: lasting)]
    for concept in strongestFirst {
      let equilibria = solution.equilibria(concept)
      var split: [(concepts: Set<Concept>, states: Selection)] = []
      for (concepts, states) in classes {
        let inside = states.intersection(equilibria)
        split.append((concepts: concepts.union([concept]), states: inside))
        split.append((concepts: concepts, states: states.subtracting(inside)))
      }
      classes = split.filter { !$0.states.isEmpty }
    }
    return classes.map { found in
      StrengthClass(
        concepts: solution.concepts.filter { found.concepts.contains($0) }, states: found.states)
    }
  }
}

internal import CaseFile
package import ConflictModel
internal import Stability

/// The states of an outcome of which the reasons are asked: those that last, or where none does the
/// one that is nearest to lasting.
package struct OutcomeMembers: Sendable {
  /// What is known of them under one concept.
  package struct Sense: Sendable {
    /// In which sense.
    package var concept: Concept
    /// How many of the states last.
    package var lastingCount: Int
    /// The positions of those that are explained, the one nearest to the present first.
    package var explained: [Int]
  }

  /// The outcome, by index.
  package let outcome: Int
  /// How many feasible states it has.
  package let count: Int
  /// What lasts of it, concept by concept.
  package let senses: [Sense]

  /// So many that last are explained, for each concept.
  package static let mostExplained = 64
  /// The same of states of which there are no tables.
  private static let fewExplained = 2
  /// Among so many, where none lasts, the nearest to lasting is looked for.
  private static let mostCompared = 4096
  /// The same of states of which there are no tables.
  private static let mostUnlisted = 256

  /// The states of an outcome in a solution that has decided the concepts.
  init(of outcome: Int, under concepts: [Concept], in subject: Case, _ solution: Solution) {
    let members = solution.states(where: subject.outcomes[outcome].condition)
    self.outcome = outcome
    count = members.count
    senses = concepts.map { concept in
      let lasting = members.intersection(solution.equilibria(concept))
      let isEmpty = lasting.isEmpty
      func far(_ position: Int) -> Int {
        guard let now = subject.statusQuo?.state else { return 0 }
        return solution.states[position].distance(to: now)
      }
      func leaving(_ position: Int) -> Int {
        if !isEmpty { return 0 }
        return solution.conflict.actors.indices.count {
          !solution.isStable(concept, actor: $0, position: position)
        }
      }
      var order: [(leaving: Int, far: Int, position: Int)] = []
      for position in Self.compared(isEmpty ? members : lasting, in: subject, solution) {
        order.append((leaving(position), far(position), position))
      }
      order.sort { ($0.leaving, $0.far, $0.position) < ($1.leaving, $1.far, $1.position) }
      return Sense(
        concept: concept, lastingCount: lasting.count,
        explained: order.prefix(isEmpty ? 1 : solution.isListed ? Self.mostExplained : Self.fewExplained).map
        { $0.position })
    }
  }

  /// The states that are compared with each other: of a set those nearest to the present.
  private static func compared(_ all: Selection, in subject: Case, _ solution: Solution) -> [Int] {
    guard !solution.isListed, let now = subject.statusQuo?.state else {
      return Array(all.prefix(mostCompared))
    }
    return all.positions(nearest: now, atMost: mostUnlisted)
  }

  /// What is explained: each concept with the positions of states.
  var explained: [(concept: Concept, position: Int)] {
    senses.flatMap { sense in sense.explained.map { (concept: sense.concept, position: $0) } }
  }
}

public import Entente

/// In how many states each actor is stable, and in how many all are: what answers
/// are compared by.
public struct Counts: Sendable, Equatable {
  /// The counts of one concept.
  public struct OfConcept: Sendable, Equatable {
    /// For each actor, where it is stable.
    public var stable: [Int]
    /// Where all actors are.
    public var equilibria: Int
  }

  /// The concepts with their counts.
  public private(set) var concepts: [Concept: OfConcept] = [:]

  init(_ concepts: [Concept: OfConcept]) {
    self.concepts = concepts
  }

  /// The counts of what an engine found.
  public init(_ solution: Solution) {
    for concept in solution.concepts {
      concepts[concept] = OfConcept(
        stable: solution.conflict.actors.indices.map { solution.stable(concept, actor: $0).count },
        equilibria: solution.equilibria(concept).count)
    }
  }

  /// The first concept in which both have an answer and not the same, in a sentence.
  public func difference(from other: Counts) -> String? {
    for concept in Concept.allCases {
      guard let mine = concepts[concept], let theirs = other.concepts[concept] else { continue }
      if mine == theirs { continue }
      return "\(concept.rawValue): \(mine.stable) stable and \(mine.equilibria) equilibria, "
        + "not \(theirs.stable) and \(theirs.equilibria)"
    }
    return nil
  }
}

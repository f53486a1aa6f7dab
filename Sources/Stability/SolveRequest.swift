public import ConflictModel

/// What to decide about a conflict, and how far to go for it.
public struct SolveRequest: Sendable {
  /// The concepts to decide. One that the conflict's form does not define is
  /// passed over; see ``Solution/notDefined``.
  public var concepts: [Concept]
  /// How far the search for feasible states may go.
  public var limits: EnumerationLimits

  /// A request for the given concepts; for all of them by default.
  public init(
    concepts: [Concept] = Concept.allCases, limits: EnumerationLimits = EnumerationLimits()
  ) {
    self.concepts = concepts
    self.limits = limits
  }
}

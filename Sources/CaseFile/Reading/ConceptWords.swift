import ConflictModel

/// The ids of the solution concepts, as words of the language.
enum ConceptWords {
  static let all = Concept.allCases.map { $0.rawValue }
}

import ConflictModel

/// The parts of a document with their names looked up.
struct ResolvedParts {
  var terms: [Condition]
  var rules: [Condition]
  var requirements: [TakeRequirement]
  var actors: [Actor]
  var statusQuo: StatusQuoMeaning?
}

extension Resolver {
  /// Looks up every name of the document; nil when the options do not fit into
  /// a state. What is wrong is noted.
  mutating func lookUpNames() -> ResolvedParts? {
    guard enterNames() else { return nil }
    let terms = resolveTerms()
    let rules = document.rules.compactMap { rule($0) }
    let requirements = document.rules.compactMap { requirement($0) }
    let actors = document.actors.indices.map { actor($0) }
    let statusQuo = statusQuo()
    checkExpectations()
    return ResolvedParts(
      terms: terms, rules: rules, requirements: requirements, actors: actors, statusQuo: statusQuo)
  }
}

extension CaseDocument {
  /// Problems with names in a document that has others already, so that a user
  /// sees all at once; none when a part was left out whose names would be missed.
  func nameProblems(besides errors: [Diagnostic]) -> [Diagnostic] {
    guard errors.allSatisfy(\.leavesNamesAlone) else { return [] }
    var resolver = Resolver(self)
    return resolver.lookUpNames() == nil ? [] : resolver.diagnostics
  }
}

extension Diagnostic {
  /// Whether everything that has a name was read in spite of the problem.
  fileprivate var leavesNamesAlone: Bool {
    switch code {
    case .duplicateKey, .unknownSource, .unknownVersion, .missingPreference, .twoPreferences: true
    // A misspelt key may have held names; one that resembles no other has not.
    case .unknownKey: !(hint ?? "").hasPrefix("did you mean")
    default: false
    }
  }
}

import ConflictModel

extension CaseDocument {
  /// Problems with names in a document that has others already, so that a user
  /// sees all at once; none when a part was left out whose names would be missed.
  func nameProblems(besides errors: [Diagnostic]) -> [Diagnostic] {
    guard errors.allSatisfy(\.leavesNamesAlone) else { return [] }
    var resolver = Resolver(self)
    guard resolver.enterNames() else { return [] }
    _ = resolver.resolveTerms()
    for rule in rules {
      _ = resolver.rule(rule)
      _ = resolver.requirement(rule)
    }
    for index in actors.indices { _ = resolver.actor(index) }
    _ = resolver.statusQuo()
    resolver.checkExpectations()
    return resolver.diagnostics
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

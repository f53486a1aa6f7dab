import ConflictModel
import Notation

/// The parts of a document with their names looked up.
struct ResolvedParts {
  var terms: [Condition]
  var rules: [Condition]
  var requirements: [TakeRequirement]
  var actors: [Conflict.Actor]
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
    let eventLogic = EventLogic(holding: document.events.map { $0.isSo }, terms: terms)
    let actors = document.actors.indices.map { actor($0, eventLogic) }
    let statusQuo = statusQuo()
    checkExpectations()
    return ResolvedParts(
      terms: terms, rules: rules, requirements: requirements, actors: actors, statusQuo: statusQuo)
  }
}

extension CaseDocument {
  /// Problems with names in a document that has others already, so that a user
  /// sees all at once; nothing that may follow from a part that could not be read.
  func nameProblems(besides errors: [Diagnostic], mayMissNames: Bool) -> [Diagnostic] {
    var resolver = Resolver(self)
    _ = resolver.lookUpNames()
    return resolver.diagnostics.filter { problem in
      // Two problems at one place are one.
      if errors.contains(where: { $0.place.isAt(problem.place) }) { return false }
      return !(mayMissNames && problem.code.mayFollowFromMissingNames)
    }
  }
}

extension Place {
  /// Whether it is where another place is.
  fileprivate func isAt(_ other: Place) -> Bool {
    (file, line, column) == (other.file, other.line, other.column)
  }
}

extension Diagnostic.Code {
  /// Whether a name that was not read may be the reason.
  fileprivate var mayFollowFromMissingNames: Bool {
    switch self {
    case .unknownName, .unknownState, .unknownLevel, .ambiguousName, .wrongKind, .bareLevel, .wrongForm,
      .missingKey:
      true
    default: false
    }
  }
}

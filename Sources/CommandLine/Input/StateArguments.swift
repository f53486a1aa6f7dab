import CaseFile
import ConflictModel
import Notation

// States, concepts and targets that are named on the command line.
extension Session {
  /// Refuses a concept that is not defined for the form of the case.
  func require(_ concept: Concept, of subject: Case) throws(Failure) {
    if concept.isDefined(in: subject.conflict.form) { return }
    throw .argument(
      "'\(concept.rawValue)' is not defined for a case with 'states'", hint: "every other concept is")
  }

  /// The positions of the state named by a flag: all that a status quo which is
  /// not sure may be.
  func starts(
    _ name: String, _ flag: String, in subject: Case, among states: FeasibleStates
  ) throws(Failure) -> [Int] {
    if name.lowercased() == "status-quo" {
      guard let statusQuo = subject.statusQuo else {
        throw .argument("the case has no status quo", hint: "say which state with \(flag), such as \(flag) 1")
      }
      return statusQuo.completions.compactMap { states.position(of: $0) }
    }
    return [try position(name, in: subject, among: states)]
  }

  /// The position of the state named.
  func position(_ name: String, in subject: Case, among states: FeasibleStates) throws(Failure) -> Int {
    do {
      return states.position(of: try subject.state(named: name, among: states)) ?? 0
    } catch {
      throw .wrong(SyntaxError(error.diagnostics.map { Self.suggesting($0, name, in: subject) }))
    }
  }

  /// What holds at the states that a name or a condition means: an outcome's, one
  /// state alone, or wherever the condition holds.
  func target(_ name: String, in subject: Case, among states: FeasibleStates) throws(Failure) -> Condition {
    if let outcome = subject.outcomes.first(where: { $0.id == name }) { return outcome.condition }
    let problem: SyntaxError
    do { return .state(try subject.state(named: name, among: states)) } catch { problem = error }
    do { return try subject.condition(parsing: name) } catch {
      // What is one word was meant as a name.
      let isWord = name.allSatisfy { $0.isLetter || $0.isNumber || "-_:".contains($0) }
      if !isWord { throw .wrong(error) }
      throw .wrong(SyntaxError(problem.diagnostics.map { Self.suggesting($0, name, in: subject) }))
    }
  }

  /// With a hint at an outcome that is spelled much like the name.
  private static func suggesting(_ diagnostic: Diagnostic, _ name: String, in subject: Case) -> Diagnostic {
    // A number, a pattern or an outcome is none that was misspelt.
    let isWord =
      name.first?.isLetter == true && !name.contains(":") && !name.allSatisfy { "YN".contains($0) }
      && !subject.outcomes.contains { $0.id == name }
    if diagnostic.hint != nil, !isWord { return diagnostic }
    var diagnostic = diagnostic
    if let near = nearest(to: name, among: subject.outcomes.map(\.id) + ["status-quo"]) {
      if diagnostic.hint == nil { diagnostic.hint = "did you mean '\(near)'?" }
    } else if diagnostic.hint?.hasPrefix("did you mean") != true, !subject.outcomes.isEmpty {
      let listed = Suggestion.hint(for: "", among: subject.outcomes.map(\.id), called: "outcomes")
      diagnostic.hint = [diagnostic.hint, listed].compactMap { $0 }.joined(separator: "; ")
    }
    return diagnostic
  }
}

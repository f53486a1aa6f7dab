package import CaseFile
package import ConflictModel
package import Notation

extension Case {
  /// Reads a claim in one of these forms:
  ///
  ///     status-quo lasts                      a state: a number, a pattern, code:5, a state's id
  ///     deal lasts under nash                 an outcome: at least one of its states does
  ///     "Both stay silent" lasts              either by its name; quotes where words could be confused
  ///     every seq satisfies not row.flee      also: some …, no …
  ///
  /// `is an equilibrium` is the same as `lasts`, and `every equilibrium` means the
  /// concept given beside.
  ///
  /// - Parameters:
  ///   - text: The claim.
  ///   - concept: The concept meant when the claim names none.
  ///   - states: The feasible states, by which numbers count.
  ///
  /// - Throws: ``/Notation/SyntaxError`` when it cannot be read or names what is not there.
  package func claim(
    parsing text: String, concept: Concept = .seq, among states: FeasibleStates
  ) throws(SyntaxError) -> Claim {
    let words = Self.plain(QuotedText.split(text) { $0 == " " }.filter { !$0.isEmpty })
    if let quantifier = words.first.flatMap({ Quantifier(rawValue: $0.lowercased()) }) {
      return try claim(quantifier, words, text, concept)
    }
    guard let verb = words.lastIndex(where: { $0.lowercased() == "lasts" }), verb > 0 else {
      throw unreadable(text)
    }
    var concept = concept
    switch words.count - verb {
    case 1: break
    case 3 where words[verb + 1].lowercased() == "under": concept = try self.concept(words[verb + 2])
    default: throw unreadable(text)
    }
    // `state 5` is the same as `5`.
    var subject = words[..<verb]
    if subject.count == 2, subject[0].lowercased() == "state" { subject.removeFirst() }
    let name = subject.joined(separator: " ")
    if let index = try outcome(named: name) {
      let outcome = outcomes[index]
      let called = QuotedText.inside(name) ?? name
      return Claim(
        .some(outcome.condition), under: concept, words: "\(called) lasts under \(concept.rawValue)")
    }
    let state: State
    do { state = try self.state(named: name, among: states) } catch {
      // Of several words that are no name and no condition it is not known what any of them means.
      if subject.count > 1, QuotedText.inside(name) == nil,
        !error.diagnostics.contains(where: { $0.code == .ambiguousName }),
        (try? condition(parsing: name)) == nil
      {
        throw unreadable(text)
      }
      throw SyntaxError(error.diagnostics.map { suggestingOutcome($0, for: name) })
    }
    return Claim(.lasts(state), under: concept, words: "\(name) lasts under \(concept.rawValue)")
  }

  /// `is an equilibrium` as `lasts`, `every seq equilibrium` as `every seq`.
  private static func plain(_ words: [String]) -> [String] {
    var words = words
    let lower = words.map { $0.lowercased() }
    if let verb = lower.indices.first(where: { lower[$0...].starts(with: ["is", "an", "equilibrium"]) }) {
      words.replaceSubrange(verb..<verb + 3, with: ["lasts"])
    } else if lower.count > 3, lower[2] == "equilibrium", lower[3] == "satisfies" {
      words.remove(at: 2)
    }
    return words
  }

  private enum Quantifier: String {
    case every, some, no
  }

  /// `every seq satisfies …`
  private func claim(
    _ quantifier: Quantifier, _ words: [String], _ text: String, _ usual: Concept
  ) throws(SyntaxError) -> Claim {
    guard words.count > 3, words[2].lowercased() == "satisfies" else { throw unreadable(text) }
    let concept = words[1].lowercased() == "equilibrium" ? usual : try concept(words[1])
    let condition = words.dropFirst(3).joined(separator: " ")
    let meaning = try self.condition(parsing: condition)
    let content: Claim.Content =
      switch quantifier {
      case .every: .every(meaning)
      case .some: .some(meaning)
      case .no: .no(meaning)
      }
    return Claim(
      content, under: concept, words: "\(quantifier.rawValue) \(concept.rawValue) satisfies \(condition)",
      condition: try ConditionText(parsing: condition, at: .none, namesOf: document))
  }

  private func concept(_ name: String) throws(SyntaxError) -> Concept {
    guard let concept = Concept(rawValue: name.lowercased()) else {
      let known = Concept.allCases.map { $0.rawValue }
      throw SyntaxError(
        Diagnostic(
          .unreadableClaim, "no solution concept is called '\(name)'", at: .none,
          hint: nearest(to: name, among: known).map { "did you mean '\($0)'?" }
            ?? "the concepts are \(known.joined(separator: ", "))"))
    }
    guard concept.isDefined(in: conflict.form) else {
      throw SyntaxError(
        Diagnostic(
          .unreadableClaim, "'\(concept.rawValue)' is not defined for a case with 'states'", at: .none,
          hint: "every other concept is"))
    }
    return concept
  }

  /// With a hint at what can be named, where there is none yet.
  private func suggestingOutcome(_ diagnostic: Diagnostic, for name: String) -> Diagnostic {
    var diagnostic = diagnostic
    if let near = nearest(to: name, among: outcomes.map({ $0.id }) + ["status-quo"]) {
      diagnostic.hint = "did you mean '\(near)'?"
    } else if diagnostic.hint == nil {
      let shown = outcomes.prefix(12).map { $0.id }.joined(separator: ", ")
      diagnostic.hint =
        "name an outcome\(shown.isEmpty ? "" : " (\(shown))"), a number, a pattern such as YNN, code:5, or status-quo"
    }
    return diagnostic
  }

  private func unreadable(_ text: String) -> SyntaxError {
    SyntaxError(
      Diagnostic(
        .unreadableClaim, "'\(text)' is not a claim", at: .none,
        hint:
          "write 'status-quo lasts', 'OUTCOME lasts under nash', 'every seq satisfies CONDITION', 'some …' or 'no …'"
      ))
  }
}

import Notation

/// What an expectation may say, and which keys stand beside it: the one table of
/// its forms, by which files are read and checked.
struct ExpectationForm: Sendable {
  /// The keys that make the form; one of them is enough.
  var keys: [String]
  /// Keys that belong to the form and say nothing without it.
  var parts: [String] = []
  /// Keys that say which equilibria, or whose stable states, it is about.
  var scopes: [String] = []

  /// Keys of which an expectation has at most one: whose game is played.
  static let exclusive = ["doubts", "coalition", "hypergame", "require"]

  static let all: [ExpectationForm] = [
    ExpectationForm(keys: ConceptWords.all, scopes: ["actor", "doubts", "coalition", "hypergame"]),
    ExpectationForm(keys: ["count"], scopes: ["actor", "doubts", "coalition", "hypergame", "require"]),
    ExpectationForm(
      keys: ["every", "some", "no"], parts: ["satisfies"], scopes: ["doubts", "coalition", "hypergame"]),
    ExpectationForm(keys: ["status_quo"], scopes: ["doubts", "coalition", "hypergame"]),
    ExpectationForm(keys: ["feasible"]),
    ExpectationForm(keys: ["reach", "out_of_reach"], parts: ["from", "steps", "by"]),
    ExpectationForm(keys: ["jump"], parts: ["from", "under"], scopes: ["coalition"]),
  ]

  /// The forms that the keys make.
  static func made(by keys: some Collection<String>) -> [ExpectationForm] {
    all.filter { form in form.keys.contains { keys.contains($0) } }
  }

  /// How the form is named in a message: by its keys.
  var title: String {
    keys == ConceptWords.all
      ? "a list of states" : keys.map { "'\($0)'" }.joined(separator: " or ")
  }
}

extension DocumentReader {
  /// Whether the keys of an expectation go together; noted when not.
  mutating func goTogether(_ fields: [String: Node.Entry], at place: Place) -> Bool {
    let before = diagnostics.count
    let given = Language.expectation.keys.filter { fields[$0] != nil }
    let forms = ExpectationForm.made(by: given)
    if forms.isEmpty {
      noteMissingClaim(fields, at: place)
      return false
    }
    for key in given {
      guard let entry = fields[key] else { continue }
      let owners = ExpectationForm.all.filter { $0.parts.contains(key) || $0.scopes.contains(key) }
      if owners.isEmpty { continue }
      let isPart = owners.contains { $0.parts.contains(key) }
      let misfit =
        isPart
        ? (forms.contains { $0.parts.contains(key) } ? nil : forms[0])
        : forms.first { !$0.scopes.contains(key) }
      guard let misfit else { continue }
      note(
        .conflictingKeys, "'\(key)' says nothing of \(misfit.title)", at: entry.place,
        hint: "it stands beside \(owners.map { $0.title }.joined(separator: ", "))")
    }
    noteExclusive(fields, given)
    return diagnostics.count == before
  }

  private mutating func noteExclusive(_ fields: [String: Node.Entry], _ given: [String]) {
    let scopes = ExpectationForm.exclusive.filter(given.contains)
    if scopes.count > 1, let first = fields[scopes[0]], let second = fields[scopes[1]] {
      note(
        .conflictingKeys, "'\(scopes[0])' and '\(scopes[1])' exclude each other", at: second.place,
        notes: [Diagnostic.Note("the other is here", at: first.place)])
    }
    if let actor = fields["actor"], let scope = scopes.first, scope != "require" {
      note(
        .conflictingKeys, "'actor' and '\(scope)' exclude each other", at: actor.place,
        hint: "one actor's stable states are those of the case as it is written")
    }
  }

  private mutating func noteMissingClaim(_ fields: [String: Node.Entry], at place: Place) {
    if let actor = fields["actor"] {
      note(
        .missingKey, "an expectation about an actor lists its stable states", at: actor.place,
        hint: "for example {actor: row, nash: [1, 2]}")
    } else if let condition = fields["satisfies"] {
      note(.missingKey, "'satisfies' needs 'every', 'some' or 'no'", at: condition.place)
    } else {
      note(
        .missingKey, "an expectation says what is expected", at: place,
        hint: "for example {nash: [5, 6]} or {every: nash, satisfies: not row.flee}")
    }
  }
}

package import CaseFile
internal import ConflictModel
package import Notation

extension Worlds {
  /// One thing that may be this way or that: an event, the reading of an actor, or
  /// where the conflict stands.
  package struct Dimension: Sendable, Hashable {
    /// What varies.
    package enum Kind: Sendable, Hashable {
      /// Whether an event holds, by index.
      case event(Int)
      /// Which of its readings an actor has, by index.
      case profile(actor: Int)
      /// Which completion of an unsure status quo is true.
      case statusQuo
    }

    /// What varies.
    package var kind: Kind
    /// The event's id, the actor's id, or `status-quo`.
    package var id: String
    /// What it can be: `no` and `yes` for an event; nil, which is what the case says,
    /// and the ids of the profiles for an actor; patterns for a status quo.
    package var values: [String?]

    /// A dimension with its values.
    package init(_ kind: Kind, id: String, values: [String?]) {
      self.kind = kind
      self.id = id
      self.values = values
    }
  }
}

extension Case {
  /// What may vary in the case: every event and every actor with profiles, unless
  /// its value was given, and the status quo where it is unsure.
  package var dimensions: [Worlds.Dimension] {
    var all: [Worlds.Dimension] = []
    for (index, event) in document.events.enumerated() where given[event.id] == nil {
      all.append(Worlds.Dimension(.event(index), id: event.id, values: ["no", "yes"]))
    }
    for (index, actor) in document.actors.enumerated()
    where !actor.profiles.isEmpty && profiles[actor.id] == nil {
      all.append(
        Worlds.Dimension(.profile(actor: index), id: actor.id, values: [nil] + actor.profiles.map { $0.id }))
    }
    if let statusQuo, statusQuo.completions.count > 1 {
      all.append(
        Worlds.Dimension(.statusQuo, id: "status-quo", values: statusQuo.completions.map { pattern(of: $0) }))
    }
    return all
  }

  /// The dimensions that the words name, in the order of ``dimensions``.
  ///
  /// - Parameter words: `events`, `profiles`, `status-quo`, an event or an actor.
  ///
  /// - Throws: ``/Notation/SyntaxError`` for a word that names nothing that can vary.
  package func dimensions(named words: [String]) throws(SyntaxError) -> [Worlds.Dimension] {
    let all = dimensions
    var wanted: Set<Worlds.Dimension> = []
    var problems: [Diagnostic] = []
    for word in words {
      let found = all.filter { dimension in
        switch (dimension.kind, word.lowercased()) {
        case (.event, "events"), (.profile, "profiles"), (.statusQuo, "status-quo"),
          (.statusQuo, "status_quo"):
          true
        default: dimension.id == word
        }
      }
      wanted.formUnion(found)
      if found.isEmpty { problems.append(cannotVary(word, all)) }
    }
    if !problems.isEmpty { throw SyntaxError(problems) }
    return all.filter(wanted.contains)
  }

  private func cannotVary(_ word: String, _ all: [Worlds.Dimension]) -> Diagnostic {
    func problem(_ message: String, _ hint: String? = nil) -> Diagnostic {
      var diagnostic = Diagnostic(.unknownArgument, message, at: .none, hint: hint)
      diagnostic.argument = ArgumentPlace("vary", word)
      return diagnostic
    }
    if given[word] != nil || profiles[word] != nil {
      return problem("'\(word)' was given a value, so it cannot vary", "leave out one of the two")
    }
    switch word.lowercased() {
    case "events": return problem("the case has no event that could vary")
    case "profiles":
      return problem("no actor of the case has profiles that could vary", "write 'profiles' under an actor")
    case "status-quo", "status_quo":
      return problem(
        statusQuo == nil ? "the case has no status quo" : "nothing about the status quo is unsure",
        "write what is not known under 'unsure'")
    default: break
    }
    if document.actors.contains(where: { $0.id == word }) {
      return problem("'\(word)' has no profiles", "write 'profiles' under the actor")
    }
    let known = ["events", "profiles", "status-quo"] + all.map { $0.id }
    return problem(
      "nothing that could vary is called '\(word)'",
      nearest(to: word, among: known).map { "did you mean '\($0)'?" }
        ?? "use events, profiles, status-quo"
        + (all.isEmpty ? "" : ", or one of \(all.map { $0.id }.joined(separator: ", "))"))
  }
}

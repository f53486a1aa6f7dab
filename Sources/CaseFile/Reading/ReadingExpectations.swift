import ConflictModel
import Notation

// Expectations.
extension DocumentReader {
  mutating func expectations(_ node: Node) -> [ExpectationText] {
    let before = diagnostics.count
    guard let fields = fields(node, as: Language.expectation) else { return [] }
    // A misspelt key may have been what is expected; that is one mistake, not two.
    if fields.isEmpty, diagnostics.count > before { return [] }
    let because = because(fields)
    let given = given(fields)
    let profiles = chosenProfiles(fields)
    guard goTogether(fields, at: node.place), let scope = scope(fields) else { return [] }
    return claims(fields, at: node.place).map {
      ExpectationText(
        $0, scope: scope, given: given, profiles: profiles, because: because, place: node.place)
    }
  }

  private mutating func given(_ fields: [String: Node.Entry]) -> [ExpectationText.Given] {
    (fields["given"].flatMap { entries(of: $0.value, as: "given") } ?? []).compactMap { entry in
      boolean(entry.value, as: "the value of an event").map {
        ExpectationText.Given(Named(entry.key, at: entry.place), holds: $0)
      }
    }
  }

  private mutating func chosenProfiles(_ fields: [String: Node.Entry]) -> [ExpectationText.Chosen] {
    (fields["profile"].flatMap { entries(of: $0.value, as: "profile") } ?? []).compactMap { entry in
      named(entry.value, as: "a profile").map {
        ExpectationText.Chosen(Named(entry.key, at: entry.place), profile: $0)
      }
    }
  }

  // MARK: Scopes

  /// Which equilibria are meant; nil, and noted, when that makes no sense.
  private mutating func scope(_ fields: [String: Node.Entry]) -> ExpectationText.Scope? {
    if let entry = fields["doubts"] {
      return word(entry.value, as: "'doubts'", DoubtsWord.self).map { $0 == .always ? .always : .sometimes }
    }
    // The coalition of a jump belongs to the jump.
    if let entry = fields["coalition"], fields["jump"] == nil {
      return coalition(entry, orAny: true).map { .against($0) }
    }
    if let entry = fields["hypergame"] {
      guard let text = text(entry.value, as: "hypergame") else { return nil }
      switch text.lowercased() {
      case "yes", "true": return .perceived
      case "no", "false": return .alone
      default: return .expected(by: Named(text, at: entry.value.place))
      }
    }
    return .alone
  }

  private enum DoubtsWord: String, CaseIterable {
    case always, sometimes
  }

  /// Two actors or more; none for the word `any`, where that may stand.
  private mutating func coalition(_ entry: Node.Entry, orAny mayBeAny: Bool) -> [Named]? {
    if mayBeAny, case .scalar(let text) = entry.value.content, text.lowercased() == "any" { return [] }
    guard case .list(let items) = entry.value.content else {
      note(
        .wrongShape, "a coalition is a list of actors, not \(entry.value.describedShape)",
        at: entry.value.place,
        hint: mayBeAny
          ? "as in [seoul, washington], or 'any' for all coalitions" : "as in [seoul, washington]")
      return nil
    }
    let members = items.compactMap { named($0, as: "an actor") }
    if members.count < 2, items.count < 2 {
      note(.wrongValue, "a coalition has two actors or more", at: entry.value.place)
      return nil
    }
    return members
  }

  // MARK: Claims

  private mutating func claims(_ fields: [String: Node.Entry], at place: Place) -> [ExpectationText.Claim] {
    var claims: [ExpectationText.Claim] = []
    let actor = named(fields["actor"]?.value, as: "an actor")
    for concept in Concept.allCases {
      if let entry = fields[concept.rawValue], let states = stateSet(entry.value) {
        claims.append(.states(concept, actor: actor, states))
      }
    }
    claims += counts(fields, of: actor)
    if let node = fields["feasible"]?.value, let count = wholeNumber(node, as: "'feasible'") {
      claims.append(.feasible(count))
    }
    claims += quantified(fields)
    if let node = fields["status_quo"]?.value {
      var concepts: [Concept] = []
      for item in items(node, as: "status_quo") {
        if let concept = word(item, as: "a concept", Concept.self) { concepts.append(concept) }
      }
      claims.append(.statusQuo(concepts))
    }
    claims += passages(fields)
    return claims + jump(fields)
  }

  private mutating func wholeNumber(_ node: Node, as title: String) -> Int? {
    guard let text = text(node, as: title) else { return nil }
    if let count = Int(text), count >= 0 { return count }
    note(.wrongValue, "\(title) is a whole number, not '\(text.prefix(40))'", at: node.place)
    return nil
  }

  /// How many states last, or how many rankings make something last.
  private mutating func counts(
    _ fields: [String: Node.Entry], of actor: Named?
  ) -> [ExpectationText.Claim] {
    guard let entry = fields["count"] else { return [] }
    let before = diagnostics.count
    guard let counts = self.fields(entry.value, as: Language.counts) else { return [] }
    if counts.isEmpty, diagnostics.count == before {
      note(
        .missingKey, "'count' says how many for which concept", at: entry.place,
        hint: "for example {count: {nash: 2}}")
    }
    var target: ExpectationText.Target?
    if let required = fields["require"] {
      target = self.target(required.value, as: "what is to last")
      if target == nil { return [] }
      if actor == nil {
        note(
          .missingKey, "'require' says whose rankings are counted", at: required.place,
          hint: "for example {require: s5, actor: row, count: {nash: 12}}")
      }
    }
    return Concept.allCases.compactMap { concept in
      guard let node = counts[concept.rawValue]?.value,
        let count = wholeNumber(node, as: "the count for '\(concept.rawValue)'")
      else { return nil }
      guard let target else { return .count(concept, actor: actor, count) }
      return actor.map { .rankings(concept, of: $0, target, count) }
    }
  }

  private mutating func quantified(_ fields: [String: Node.Entry]) -> [ExpectationText.Claim] {
    let keys = ["every", "some", "no"].filter { fields[$0] != nil }
    guard let condition = fields["satisfies"] else {
      if let key = keys.first {
        note(.missingKey, "'\(key)' needs 'satisfies'", at: fields[key]!.place)
      }
      return []
    }
    guard let satisfies = expression(condition.value) else { return [] }
    return keys.compactMap { key in
      word(fields[key]?.value, as: "a concept", Concept.self).map {
        key == "every" ? .every($0, satisfies) : key == "some" ? .some($0, satisfies) : .no($0, satisfies)
      }
    }
  }

  /// A state by number, pattern or code; anything else is a condition, which an
  /// outcome and the id of a state are, too.
  private mutating func target(_ node: Node, as title: String) -> ExpectationText.Target? {
    if case .scalar(let text) = node.content, let form = StateReference.Form(text) {
      if case .id = form {} else { return .state(StateReference(form, at: node.place)) }
    }
    return expression(node, as: title).map { .condition($0) }
  }

  private mutating func passages(_ fields: [String: Node.Entry]) -> [ExpectationText.Claim] {
    let from = fields["from"].flatMap { state($0.value) }
    let steps = fields["steps"].flatMap { wholeNumber($0.value, as: "'steps'") }
    let by = word(fields["by"]?.value, as: "'by'", ExpectationText.Passage.Steps.self) ?? .moves
    var claims: [ExpectationText.Claim] = []
    if let reached = fields["reach"], let target = target(reached.value, as: "what is reached") {
      claims.append(.reach(.init(to: target, from: from, steps: steps, by: by)))
    }
    guard let missed = fields["out_of_reach"] else { return claims }
    if fields["reach"] == nil, let entry = fields["steps"] {
      note(
        .conflictingKeys, "what is out of reach takes no number of steps", at: entry.place,
        hint: "leave 'steps' out")
    }
    if let target = target(missed.value, as: "what is out of reach") {
      claims.append(.reach(.init(to: target, isReached: false, from: from, by: by)))
    }
    return claims
  }

  private mutating func jump(_ fields: [String: Node.Entry]) -> [ExpectationText.Claim] {
    guard let entry = fields["jump"] else { return [] }
    let from = fields["from"].flatMap { state($0.value) }
    let members = fields["coalition"].flatMap { coalition($0, orAny: false) }
    let under = word(fields["under"]?.value, as: "under", Concept.self)
    guard let to = state(entry.value) else { return [] }
    if fields["from"] == nil || fields["coalition"] == nil {
      note(
        .missingKey, "a jump says which 'coalition' goes 'from' where", at: entry.place,
        hint: "for example {coalition: [row, column], from: s5, jump: s8}")
    }
    guard let from, let members else { return [] }
    return [.jump(.init(of: members, from: from, to: to, under: under))]
  }
}

import ConflictModel
import Notation

// Known answers, which only checks use: their names are looked up so that
// mistakes in them are found.
extension Resolver {
  mutating func checkExpectations() {
    for expectation in document.expectations { check(expectation) }
  }

  private mutating func check(_ expectation: ExpectationText) {
    for given in expectation.given {
      require(given.event, among: document.events.map { $0.id }, called: "event")
    }
    for chosen in expectation.profiles {
      guard require(actor: chosen.actor) else { continue }
      let actor = document.actors.first { $0.id == chosen.actor.text }
      require(
        chosen.profile, among: actor?.profiles.map { $0.id } ?? [],
        called: "profile of '\(chosen.actor.text)'")
    }
    switch expectation.scope {
    case .against(let members): check(coalition: members)
    case .expected(let actor): require(actor: actor)
    case .alone, .always, .sometimes, .perceived: break
    }
    if case .against = expectation.scope {
      for concept in expectation.claim.concepts { noteNotCoalitional(concept, at: expectation.place) }
    }
    check(expectation.claim, at: expectation.place)
  }

  private mutating func check(_ claim: ExpectationText.Claim, at place: Place) {
    let before = diagnostics.count
    for expression in claim.expressions { _ = condition(expression) }
    listOutcomes(from: before, claim)
    for reference in claim.references {
      guard let problem = lookup.problem(reference.form) else { continue }
      note(.unknownState, problem.message, at: reference.place, hint: problem.hint)
    }
    switch claim {
    case .every, .some, .no, .feasible: break
    case .states(let concept, let actor, _), .count(let concept, let actor, _):
      noteUndefined(concept, at: place)
      if let actor { require(actor: actor) }
    case .statusQuo: requireStatusQuo(at: place, "to expect anything of")
    case .reach(let passage):
      if passage.from == nil { requireStatusQuo(at: place, "to start from; say where with 'from'") }
    case .jump(let jump):
      check(coalition: jump.coalition)
      if let under = jump.under { noteNotCoalitional(under, at: place) }
    case .rankings(let concept, let actor, _, _):
      noteUndefined(concept, at: place)
      require(actor: actor)
    }
  }

  /// Where a single name is no outcome and near none, those that there are.
  private mutating func listOutcomes(from start: Int, _ claim: ExpectationText.Claim) {
    guard case .name? = claim.expressions.first, !document.outcomes.isEmpty else { return }
    let shown = document.outcomes.prefix(12).map { $0.id }.joined(separator: ", ")
    for index in diagnostics.indices.dropFirst(start)
    where diagnostics[index].code == .unknownName && diagnostics[index].hint == nil {
      diagnostics[index].hint = "the outcomes are \(shown)\(document.outcomes.count > 12 ? ", …" : "")"
    }
  }

  private mutating func check(coalition members: [Named]) {
    for (index, member) in members.enumerated() where require(actor: member) {
      if members[..<index].contains(where: { $0.text == member.text }) {
        note(.duplicateName, "'\(member.text)' is named twice", at: member.place)
      }
    }
  }

  @discardableResult
  private mutating func require(actor: Named) -> Bool {
    require(actor, among: document.actors.map { $0.id }, called: "actor")
  }

  @discardableResult
  private mutating func require(_ name: Named, among ids: [String], called kind: String) -> Bool {
    if ids.contains(name.text) { return true }
    note(
      .unknownName, "no \(kind) is called '\(name.text)'", at: name.place,
      hint: nearest(to: name.text, among: ids).map { "did you mean '\($0)'?" }
        ?? (ids.isEmpty ? "there is none in this case" : "there are: \(ids.joined(separator: ", "))"))
    return false
  }

  private mutating func requireStatusQuo(at place: Place, _ what: String) {
    if document.statusQuo != nil { return }
    note(.missingKey, "the case gives no status quo \(what)", at: place)
  }

  private mutating func noteUndefined(_ concept: Concept, at place: Place) {
    if document.isGraphForm, concept == .sim {
      note(.wrongForm, "'sim' is not defined in a case with 'states'", at: place)
    }
  }

  private mutating func noteNotCoalitional(_ concept: Concept, at place: Place) {
    if concept == .sseq || concept == .sim {
      note(
        .wrongValue, "'\(concept.rawValue)' has no version for coalitions", at: place,
        hint: "nash, gmr, smr and seq have")
    }
  }
}

public import ConflictModel
public import Notation

// Questions that reports and commands ask of a case by names.
extension Case {
  /// The condition that `text` means.
  ///
  ///     try suspects.condition(parsing: "row.confess and not trial")
  ///     try suspects.condition(parsing: "“First suspect”.“Confess” and not \"The case goes to trial\"")
  ///
  /// - Parameters:
  ///   - text: A condition of the case language, in which names may stand in quotes as well, or a name
  ///     by itself.
  ///   - actor: The actor whose options may be named bare, by index.
  ///
  /// - Throws: `SyntaxError` when it cannot be read or names what is not there.
  public func condition(parsing text: String, actor: Int? = nil) throws(SyntaxError) -> Condition {
    let place = Place(file: Place.argument, line: 1, column: 1, length: 1, excerpt: text)
    let problem: SyntaxError
    do throws(SyntaxError) {
      return try condition(
        ConditionText(parsing: text, at: place, namesOf: document), actor: actor)
    } catch {
      problem = error
    }
    // A shell may have eaten the quotes around a name.
    if QuotedText.inside(text) == nil,
      let thing = try document.thing(named: text, among: NamedThing.Kind.inConditions), thing.id != text
    {
      return try condition(.name(thing.id, place), actor: actor)
    }
    throw problem
  }

  /// The condition that an expression means.
  ///
  /// - Throws: `SyntaxError` when it names what is not there.
  public func condition(_ expression: ConditionText, actor: Int? = nil) throws(SyntaxError) -> Condition {
    var resolver = Resolver(document)
    _ = resolver.enterNames()
    _ = resolver.resolveTerms()
    let condition = resolver.condition(expression, in: actor)
    if !resolver.diagnostics.isEmpty { throw SyntaxError(resolver.diagnostics) }
    return condition
  }

  /// The state that a reference in the file names, among the states that the
  /// file's numbers count: those under its own event values.
  ///
  /// - Throws: `SyntaxError` when there is none.
  public func state(
    _ reference: StateReference, among states: FeasibleStates
  ) throws(SyntaxError) -> State {
    switch lookup.state(reference.form, among: states) {
    case .success(let state): return state
    case .failure(let problem):
      throw SyntaxError(
        Diagnostic(.unknownState, problem.message, at: reference.place, hint: problem.hint))
    }
  }

  /// The state that a person names: a number, a pattern, `code:5`, a state id, `status-quo`, an
  /// outcome with one member, the name of either, or a condition that holds in one state.
  ///
  /// - Throws: `SyntaxError` when there is none, or when there are several.
  public func state(named text: String, among states: FeasibleStates) throws(SyntaxError) -> State {
    if text.lowercased() == "status-quo" || text.lowercased() == "status_quo" {
      if let statusQuo { return statusQuo.state }
      throw SyntaxError(
        Diagnostic(.unknownState, "the case has no status quo", at: .none, hint: "name a state"))
    }
    if let outcome = outcomes.first(where: { $0.id == text }) {
      return try onlyMember(of: outcome, among: states)
    }
    let problem: SyntaxError
    if let form = StateReference.Form(text) {
      do throws(SyntaxError) { return try state(StateReference(form), among: states) } catch {
        problem = error
      }
    } else {
      problem = SyntaxError(
        Diagnostic(
          .unknownState, "'\(text)' does not name a state", at: .none,
          hint:
            "use a number, a pattern such as YNN, code:5, status-quo, an outcome with one member, its name in quotes, or a condition"
        ))
    }
    if let thing = try document.thing(named: text, among: [.outcome, .state]) {
      if let outcome = outcomes.first(where: { $0.id == thing.id }) {
        return try onlyMember(of: outcome, among: states)
      }
      return try state(StateReference(.id(thing.id)), among: states)
    }
    return try onlyState(where: text, among: states, problem)
  }

  /// The outcome that a text means by its id or its name, by index; nil where it means none.
  ///
  /// - Throws: `SyntaxError` where several outcomes, or an outcome and a state, are called so.
  package func outcome(named text: String) throws(SyntaxError) -> Int? {
    guard let thing = try document.thing(named: text, among: [.outcome, .state]) else { return nil }
    return outcomes.firstIndex { $0.id == thing.id }
  }

  /// The one state in which a condition holds.
  private func onlyState(
    where text: String, among states: FeasibleStates, _ problem: SyntaxError
  ) throws(SyntaxError) -> State {
    let meaning: Condition
    do throws(SyntaxError) { meaning = try condition(parsing: text) } catch {
      // What is one word was meant as a name.
      if error.diagnostics.contains(where: { $0.code == .ambiguousName }) || !text.isOneWord { throw error }
      throw problem
    }
    return try only(of: members(where: meaning, among: states), called: "'\(text)'", among: states)
  }

  private func onlyMember(
    of outcome: Outcome, among states: FeasibleStates
  ) throws(SyntaxError) -> State {
    let called = "the outcome '\(outcome.id)'"
    return try only(of: members(where: outcome.condition, among: states), called: called, among: states)
  }

  /// Of more states than are listed so many are looked for.
  private static let mostNamed = 1_000

  /// The states where a condition holds; of very many the first.
  private func members(where condition: Condition, among states: FeasibleStates) -> [State] {
    if !states.isListed {
      return Array(
        conflict.feasibleStates(where: [condition], limits: EnumerationLimits(states: UInt64(Self.mostNamed)))
          .states)
    }
    let predicate = conflict.predicate(condition)
    return states.filter { predicate($0) }
  }

  private func only(
    of members: [State], called: String, among states: FeasibleStates
  ) throws(SyntaxError) -> State {
    if members.count == 1 { return members[0] }
    let isOutcome = called.hasPrefix("the")
    let shown = members.prefix(6).compactMap { states.number(of: $0) }.map(String.init)
    let apart = isOutcome ? [] : differing(members)
    let narrowed =
      apart.isEmpty
      ? ""
      : "say more, as they differ in \(apart.prefix(4).joined(separator: ", "))\(apart.count > 4 ? " and \(apart.count - 4) more" : ""); or "
    let message =
      members.isEmpty
      ? "no feasible state \(isOutcome ? "belongs to" : "satisfies") \(called)"
      : "\(called) \(isOutcome ? "has" : "holds in") \(members.count == Self.mostNamed ? "at least " : "")\(members.count) states"
    throw SyntaxError(
      Diagnostic(
        .unknownState, message, at: .none,
        hint: members.isEmpty
          ? nil
          : "\(narrowed)name one of them: \(shown.joined(separator: ", "))\(members.count > 6 ? ", …" : "")"))
  }

  /// The options, by id, that are taken in some of these states and not in others.
  private func differing(_ states: [State]) -> [String] {
    if document.isGraphForm { return [] }
    let (ever, always) = states.reduce((0, UInt64.max)) { ($0.0 | $1.code, $0.1 & $1.code) }
    let bits = conflict.options.indices.filter { (ever & ~always) >> UInt64($0) & 1 == 1 }
    var ids: [String] = []
    for bit in bits {
      let level = conflict.levelOptions.first { $0.thresholds.contains(bit) }
      let id = level?.id ?? conflict.options[bit].id
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  private var lookup: StateLookup {
    StateLookup(
      optionCount: conflict.options.count, stateIDs: document.states.map { $0.id },
      isGraphForm: document.isGraphForm)
  }

  /// The statement that a judgement is about; nil when it is about something else.
  package func statement(of judgement: Judgement) -> StatementText? {
    guard judgement.kind == .statement, let actor = judgement.actor else { return nil }
    let statements = statements(of: actor)
    return statements.indices.contains(judgement.index) ? statements[judgement.index] : nil
  }

  /// The actors whose wishes are in doubt, by index: a statement that may be absent,
  /// statements in an order not known, or a pair of states of which the better one is
  /// not known.
  ///
  /// Everything but the analysis of doubts takes the case as it is written.
  public var actorsInDoubt: [Int] {
    conflict.actors.indices.filter { actor in
      !unknownPairs[actor].isEmpty
        || statements(of: actor).contains { !$0.isSure || $0.group != nil }
    }
  }

  /// The statements in force for an actor, most important first: statement *k*
  /// is statement *k* of the conflict's preference. Empty when the actor's
  /// wishes are given in another way.
  public func statements(of actor: Int) -> [StatementText] {
    if case .statements(let statements) = document.actors[actor].preference { statements } else { [] }
  }
}

extension String {
  /// Whether it has no blanks, signs or quotes of a condition: meant as a name or a number.
  package var isOneWord: Bool { allSatisfy { $0.isLetter || $0.isNumber || "-_:.".contains($0) } }
}

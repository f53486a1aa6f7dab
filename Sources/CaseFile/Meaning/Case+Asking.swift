public import ConflictModel
public import Notation

// Questions that reports and commands ask of a case by names.
extension Case {
  /// The condition that `text` means.
  ///
  ///     try suspects.condition(parsing: "row.confess and not trial")
  ///
  /// - Parameters:
  ///   - text: A condition of the case language.
  ///   - actor: The actor whose options may be named bare, by index.
  ///
  /// - Throws: `SyntaxError` when it cannot be read or names what is not there.
  public func condition(parsing text: String, actor: Int? = nil) throws(SyntaxError) -> Condition {
    let place = Place(file: Place.argument, line: 1, column: 1, length: 1, excerpt: text)
    return try condition(ConditionText(parsing: text, at: place), actor: actor)
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

  /// The state that a person names: a number, a pattern, `code:5`, a state id,
  /// `status-quo`, or an outcome with one member.
  ///
  /// - Throws: `SyntaxError` when there is none, or when an outcome has several.
  public func state(named text: String, among states: FeasibleStates) throws(SyntaxError) -> State {
    if text.lowercased() == "status-quo" || text.lowercased() == "status_quo" {
      if let statusQuo { return statusQuo.state }
      throw SyntaxError(
        Diagnostic(.unknownState, "the case has no status quo", at: .none, hint: "name a state"))
    }
    if let outcome = outcomes.first(where: { $0.id == text }) {
      return try onlyMember(of: outcome, among: states)
    }
    guard let form = StateReference.Form(text) else {
      throw SyntaxError(
        Diagnostic(
          .unknownState, "'\(text)' does not name a state", at: .none,
          hint: "use a number, a pattern such as YNN, code:5, status-quo, or an outcome with one member"))
    }
    return try state(StateReference(form), among: states)
  }

  private func onlyMember(
    of outcome: Outcome, among states: FeasibleStates
  ) throws(SyntaxError) -> State {
    let predicate = conflict.predicate(outcome.condition)
    let members = states.filter { predicate($0) }
    if members.count == 1 { return members[0] }
    let shown = members.prefix(6).compactMap { states.number(of: $0) }.map(String.init)
    throw SyntaxError(
      Diagnostic(
        .unknownState,
        members.isEmpty
          ? "no feasible state belongs to the outcome '\(outcome.id)'"
          : "the outcome '\(outcome.id)' has \(members.count) states", at: .none,
        hint: members.isEmpty
          ? nil : "name one of them: \(shown.joined(separator: ", "))\(members.count > 6 ? ", …" : "")"))
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

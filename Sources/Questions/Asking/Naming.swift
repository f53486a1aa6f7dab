internal import CaseFile
internal import ConflictModel
internal import Notation
internal import Stability

// States, concepts, actors and targets that are named in arguments.
extension Case {
  /// Refuses a concept that is not defined for the form of the case.
  func require(_ concept: Concept) throws(Failure) {
    if !concept.isDefined(in: conflict.form) { throw Self.undefined(concept) }
  }

  /// Those of the concepts that the form of the case defines; refused when it defines none.
  func defined(_ concepts: [Concept]) throws(Failure) -> [Concept] {
    let defined = concepts.filter { $0.isDefined(in: conflict.form) }
    if defined.isEmpty, let first = concepts.first { throw Self.undefined(first) }
    return defined
  }

  private static func undefined(_ concept: Concept) -> Failure {
    .argument(
      "'\(concept.rawValue)' is not defined for a case with 'states'", hint: "every other concept is",
      about: "concept", concept.rawValue)
  }

  /// The actor named by a parameter.
  func actor(named name: String, by parameter: String) throws(Failure) -> Int {
    let ids = conflict.actors.map { $0.id }
    let id = try thing(named: name, among: [.actor], by: parameter)?.id
    if let index = ids.firstIndex(where: { $0 == id }) { return index }
    throw .argument(
      "no actor is called '\(QuotedText.inside(name) ?? name)'",
      hint: Suggestion.hint(for: name, among: ids, called: "actors"), about: parameter, name)
  }

  /// The actors in a list that a parameter gives, each once, in the order of the case.
  func actors(listedIn text: String, by parameter: String) throws(Failure) -> [Int] {
    var chosen: Set<Int> = []
    for id in try ids(listedIn: text, among: [.actor], by: parameter) {
      chosen.insert(try actor(named: id, by: parameter))
    }
    return chosen.sorted()
  }

  /// The rows of options in a list that a parameter gives, each once, in the order given; an actor stands for all in
  /// which it has a part.
  func rows(listedIn text: String, by parameter: String) throws(Failure) -> [Row] {
    let groups = Row.groups(of: self)
    let rows = groups.flatMap { $0.rows }
    if rows.isEmpty {
      throw .argument(
        "this case has no options", hint: "'\(parameter)' takes options, and actors for all of theirs",
        about: parameter, text)
    }
    var chosen: [Row] = []
    for id in try ids(listedIn: text, among: [.actor, .option, .joint], by: parameter) {
      var found = rows.filter { $0.id == id }
      if let actor = conflict.actors.firstIndex(where: { $0.id == id }) {
        found = groups.filter { $0.owners.contains(actor) }.flatMap { $0.rows }
        if found.isEmpty {
          throw .argument("'\(id)' has no options", hint: nil, about: parameter, text)
        }
      }
      if found.isEmpty, let option = option(meant: id) {
        found = rows.filter { $0.options == [option] }
        let single = conflict.options[option]
        if found.isEmpty {
          found = [Row(kind: .option(option), id: single.id, name: single.name, options: [option])]
        }
      }
      if found.isEmpty {
        throw .argument(
          "no option and no actor is called '\(id)'",
          hint: Suggestion.hint(for: id, among: rows.map { $0.id }, called: "options"), about: parameter, text
        )
      }
      chosen += found.filter { row in !chosen.contains { $0.id == row.id } }
    }
    if chosen.isEmpty {
      throw .argument("no option is named", hint: nil, about: parameter, text)
    }
    return chosen
  }

  /// The single option that a text means as a condition: an option without its actor, one's part in what several take,
  /// one level and those above it.
  private func option(meant text: String) -> Int? {
    guard let condition = try? condition(parsing: text), case .taken(let option) = condition else {
      return nil
    }
    return option
  }

  /// The outcome named by a parameter.
  func outcome(named name: String, by parameter: String) throws(Failure) -> Int {
    let ids = outcomes.map { $0.id }
    let id = try thing(named: name, among: [.outcome], by: parameter)?.id
    if let index = ids.firstIndex(where: { $0 == id }) { return index }
    throw .argument(
      "no outcome is called '\(QuotedText.inside(name) ?? name)'",
      hint: Suggestion.hint(for: name, among: ids, called: "outcomes"), about: parameter, name)
  }

  /// The condition that a parameter gives.
  func condition(_ text: String, by parameter: String) throws(Failure) -> Condition {
    do throws(SyntaxError) { return try condition(parsing: text) } catch {
      throw .wrong(error, about: parameter, text)
    }
  }

  /// The thing named by a parameter; nil where nothing is called so.
  func thing(
    named name: String, among kinds: Set<NamedThing.Kind>, by parameter: String
  ) throws(Failure) -> NamedThing? {
    do throws(SyntaxError) { return try document.thing(named: name, among: kinds) } catch {
      throw .wrong(error, about: parameter, name)
    }
  }

  /// The ids of the things in a list that a parameter gives; what names nothing stays as it is written.
  func ids(
    listedIn text: String, among kinds: Set<NamedThing.Kind>, by parameter: String
  ) throws(Failure) -> [String] {
    do throws(SyntaxError) { return try document.ids(listedIn: text, among: kinds) } catch {
      throw .wrong(error, about: parameter, text)
    }
  }

  /// The feasible states, all of them.
  func listedStates(_ work: Work) throws(Failure) -> FeasibleStates {
    let listing = conflict.feasibleStates(limits: work.limits, control: work.control)
    if let limit = listing.limit { throw .limit(limit, document) }
    return listing.states
  }

  /// The feasible states: of a case with options and more states than are gone through one by one a set, else a list.
  ///
  /// More are listed where whoever asks said how many: ``Work/stateLimit``.
  func states(_ work: Work) throws(Failure) -> FeasibleStates {
    let most = work.stateLimit ?? Work.listedLimit
    let set: FeasibleStates?
    do { set = try conflict.stateSet(memory: work.freeBytes, control: work.control) } catch {
      throw .limit(work.limit(error.limit), document)
    }
    if let set { return UInt64(set.count) > most ? set : FeasibleStates(Array(set)) }
    return try listedStates(work)
  }

  /// Refuses a concept that goes by single states where there are too many of these.
  func require(_ concept: Concept, over states: FeasibleStates) throws(Failure) {
    if states.isListed || concept != .sim { return }
    throw .bound(
      Bound(
        kind: .listedStates, count: states.count, most: Int(clamping: Work.listedLimit),
        words: "simultaneous stability (sim) goes by single states, and this case has \(states.count)",
        remedy: "every other sense of lasting is told of any number of states"), document)
  }

  /// Those of the concepts that can be told where there are more states than any program lists: all but `sim`, which
  /// is refused where nothing else is asked for. Whoever leaves it out says so: `passedOver` of an answer.
  func decidable(_ concepts: [Concept], _ work: Work) throws(Failure) -> [Concept] {
    guard concepts.contains(.sim),
      let states = (try? conflict.stateSet(memory: work.freeBytes, control: work.control)) ?? nil,
      states.count > Work.mostListable
    else { return concepts }
    let others = concepts.filter { $0 != .sim }
    if others.isEmpty { try require(.sim, over: states) }
    return others
  }

  /// Refuses to go by the status quo, named by a parameter, where there is none.
  func requireStatusQuo(
    for name: String, by parameter: String, _ hint: String
  ) throws(Failure) {
    if name.lowercased() == "status-quo", statusQuo == nil {
      throw .argument(
        "\(document.file.printable) names no present situation ('status_quo')",
        hint: "\(hint); or name the present in the case", about: parameter, name)
    }
  }

  /// The positions of the state named by a parameter: all that a status quo which is
  /// not sure may be.
  func starts(
    _ name: String, _ parameter: String, among states: FeasibleStates
  ) throws(Failure) -> [Int] {
    let some = statusQuo == nil ? nameOfOne(of: states).map { ", such as --\(parameter) \($0)" } : nil
    try requireStatusQuo(
      for: name, by: parameter,
      states.isListed
        ? "say which with --\(parameter)\(some ?? ""); 'entente show FILE states' lists them"
        : "say which with --\(parameter): by a condition that fixes one, a pattern such as YNN, or an outcome"
    )
    if name.lowercased() == "status-quo", let statusQuo {
      return statusQuo.completions.compactMap { states.position(of: $0) }
    }
    return [try position(name, by: parameter, among: states)]
  }

  /// A name of one state, to show how one is named: an outcome of one state, if there is any.
  private func nameOfOne(of states: FeasibleStates) -> String? {
    if !states.isListed { return nil }
    let outcome = outcomes.first { outcome in
      let predicate = conflict.predicate(outcome.condition)
      return states.lazy.filter { predicate($0) }.prefix(2).count == 1
    }
    return outcome?.id
  }

  /// The position of the state named by a parameter.
  func position(_ name: String, by parameter: String, among states: FeasibleStates) throws(Failure) -> Int {
    do {
      return states.position(of: try state(named: name, among: states)) ?? 0
    } catch {
      throw .wrong(SyntaxError(error.diagnostics.map { suggesting($0, name) }), about: parameter, name)
    }
  }

  /// What holds at the states that a name or a condition, given by a parameter, means: an
  /// outcome's, one state alone, or wherever the condition holds.
  func target(_ name: String, by parameter: String, among states: FeasibleStates) throws(Failure) -> Condition
  {
    if let outcome = outcomes.first(where: { $0.id == name }) { return outcome.condition }
    // A name that an outcome and an option have would else be taken for the outcome.
    if let thing = try thing(named: name, among: NamedThing.Kind.inConditions, by: parameter),
      let outcome = outcomes.first(where: { $0.id == thing.id })
    {
      return outcome.condition
    }
    let problem: SyntaxError
    do { return .state(try state(named: name, among: states)) } catch { problem = error }
    do { return try condition(parsing: name) } catch {
      // What is one word was meant as a name.
      if !name.isOneWord { throw .wrong(error, about: parameter, name) }
      throw .wrong(SyntaxError(problem.diagnostics.map { suggesting($0, name) }), about: parameter, name)
    }
  }

  /// With a hint at an outcome that is spelled much like the name.
  private func suggesting(_ diagnostic: Diagnostic, _ name: String) -> Diagnostic {
    // A number, a pattern or an outcome is none that was misspelt.
    let isWord =
      name.first?.isLetter == true && !name.contains(":") && !name.allSatisfy { "YN".contains($0) }
      && !outcomes.contains { $0.id == name }
    if diagnostic.hint != nil, !isWord { return diagnostic }
    var diagnostic = diagnostic
    let ids = outcomes.map { $0.id }
    if let near = nearest(to: name, among: ids + ["status-quo"]) {
      if diagnostic.hint == nil { diagnostic.hint = "did you mean '\(near)'?" }
    } else if diagnostic.hint?.hasPrefix("did you mean") != true, !ids.isEmpty {
      let listed = Suggestion.hint(for: "", among: ids, called: "outcomes")
      diagnostic.hint = diagnostic.hint.map { "\($0); \(listed)" } ?? listed
    }
    return diagnostic
  }
}

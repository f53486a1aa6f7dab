public import ConflictModel
import Notation

extension Case {
  /// Looks up the names of a document and builds the conflict that it describes.
  ///
  ///     let elmira = try Case(CaseDocument(reading: "Catalog/elmira/graph.yaml"))
  ///     let inTrial = try Case(document, given: ["trial": true])
  ///
  /// Events that have dates are read as of a day: the one asked for, else the
  /// `as_of` of the case, as far as that settles it; `day` tells what that changed.
  ///
  /// - Parameters:
  ///   - document: The case as written.
  ///   - byHand: Values of events in place of those of the file and of the day, by id.
  ///   - date: The day as of which to read the events, in place of the case's own.
  ///   - profiles: The profile to use for an actor, by ids.
  ///   - limits: How far the feasible states are listed where a ranking needs them.
  ///   - control: When to stop.
  ///
  /// - Throws: ``CaseError`` with every problem at once, or the limit reached.
  ///
  /// - Complexity: O(size of the document), and listing the feasible states for
  ///   a case with rankings.
  public convenience init(
    _ document: CaseDocument, given byHand: [String: Bool] = [:], on date: String? = nil,
    profiles: [String: String] = [:], limits: EnumerationLimits = EnumerationLimits(),
    control: Control = Control()
  ) throws(CaseError) {
    var problems: [Diagnostic] = []
    let itsDay = document.readingOfItsDay()
    var asked: (values: [String: Bool], day: CaseDay)?
    if let date {
      do { asked = try document.asked(date) } catch { throw .wrong(error) }
    }
    var given = asked?.values ?? [:]
    for (event, value) in byHand { given[event] = value }
    let settled = document.choosing(given: itsDay?.values ?? [:], profiles: [:], noting: &problems)
    let own = settled.events.map { $0.isSo }
    let chosen = settled.choosing(given: given, profiles: profiles, noting: &problems)
    let day = (asked ?? itsDay)?.day.withoutEvents { byHand[document.events[$0].id] != nil }
    var resolver = Resolver(chosen)
    resolver.diagnostics = problems
    guard let parts = resolver.lookUpNames() else { throw resolver.failure }
    guard resolver.diagnostics.isEmpty else { throw resolver.failure }

    let builder = ConflictBuilder(
      document: chosen, options: resolver.options, levelOptions: resolver.levels,
      terms: parts.terms, rules: parts.rules, requirements: parts.requirements)
    var ranked = parts.actors
    var listed: FeasibleStates?
    var unknownPairs = [[UnknownPair]](repeating: [], count: chosen.actors.count)
    if chosen.actors.contains(where: { $0.isRanked }) {
      let ownStates = try builder.states(parts.actors, holding: own, limits, control)
      // Without any state the rules are to blame, not the ranking.
      if ownStates.isEmpty {
        do {
          try resolver.requireFeasibleState(of: builder.conflict(parts.actors, holding: own), control)
        } catch {
          let place = chosen.rules.first?.place ?? .none
          resolver.note(.noFeasibleState, "the rules leave no feasible state", at: place)
        }
        throw resolver.failure
      }
      let givenStates =
        given.isEmpty ? ownStates : try builder.states(parts.actors, holding: nil, limits, control)
      for index in ranked.indices where chosen.actors[index].isRanked {
        ranked[index].preference = resolver.ranking(of: index, numbers: ownStates, cover: givenStates)
        unknownPairs[index] = resolver.unknownPairs(of: index, numbers: ownStates, cover: givenStates)
      }
      listed = givenStates
    }
    let conflict = builder.conflict(ranked, holding: nil)
    if resolver.diagnostics.isEmpty { try resolver.requireFeasibleState(of: conflict, control) }
    let state =
      resolver.diagnostics.isEmpty ? parts.statusQuo.flatMap { resolver.settle($0, in: conflict) } : nil
    guard resolver.diagnostics.isEmpty else { throw resolver.failure }

    let named = resolver.namedConditions
    let order = resolver.termOrder
    var sortedTerms = named.map { $0.term }
    for (index, position) in order.enumerated() { sortedTerms[position] = named[index].term }
    let outcomes = named.indices.filter { named[$0].term.kind == .outcome }.map { index in
      Outcome(id: named[index].term.id, name: named[index].term.name, condition: .term(order[index]))
    }
    self.init(
      document: chosen, conflict: conflict, terms: sortedTerms, outcomes: outcomes,
      jointOptions: resolver.jointOptions, statusQuo: state, given: given, byHand: byHand, day: day,
      profiles: profiles,
      listedStates: listed, unknownPairs: unknownPairs, listedMoves: resolver.listedMoves)
  }
}

extension ActorText {
  var isRanked: Bool {
    if case .ranking = preference { true } else { false }
  }
}

/// Builds the conflict from parts whose names are looked up.
struct ConflictBuilder {
  let document: CaseDocument
  let options: [ConflictModel.Option]
  let levelOptions: [LevelOption]
  let terms: [Condition]
  let rules: [Condition]
  let requirements: [TakeRequirement]

  /// The conflict with the given actors, under the document's events or others.
  func conflict(_ actors: [Conflict.Actor], holding: [Bool]?) -> Conflict {
    let events = document.events.enumerated().map { index, event in
      Event(id: event.id, name: event.name, holds: holding?[index] ?? event.isSo)
    }
    if document.isGraphForm {
      return Conflict(actors: actors, stateCount: document.states.count, events: events, terms: terms)
    }
    return Conflict(
      actors: actors, options: options, levelOptions: levelOptions, events: events, terms: terms,
      rules: rules, requirements: requirements)
  }

  func states(
    _ actors: [Conflict.Actor], holding: [Bool]?, _ limits: EnumerationLimits, _ control: Control
  ) throws(CaseError) -> FeasibleStates {
    let listing = conflict(actors, holding: holding).feasibleStates(limits: limits, control: control)
    if let limit = listing.limit { throw .limit(limit) }
    return listing.states
  }
}

extension CaseDocument {
  /// The document with events and profiles put in; what does not exist is noted.
  func choosing(
    given: [String: Bool], profiles: [String: String], noting problems: inout [Diagnostic]
  ) -> CaseDocument {
    var chosen = self
    for (id, holds) in given.sorted(by: { $0.key < $1.key }) {
      if let index = events.firstIndex(where: { $0.id == id }) {
        chosen.events[index].chosen = holds
      } else {
        problems.append(unknown("event", id, among: events.map { $0.id }, ArgumentPlace("given", id)))
      }
    }
    for (id, profile) in profiles.sorted(by: { $0.key < $1.key }) {
      guard let index = actors.firstIndex(where: { $0.id == id }) else {
        problems.append(unknown("actor", id, among: actors.map { $0.id }, ArgumentPlace("profile", id)))
        continue
      }
      if let match = actors[index].profiles.first(where: { $0.id == profile }) {
        chosen.actors[index].preference = match.preference
        chosen.actors[index].unknown = match.unknown
      } else {
        problems.append(
          unknown(
            "profile of '\(id)'", profile, among: actors[index].profiles.map { $0.id },
            ArgumentPlace("profile", "\(id)=\(profile)")))
      }
    }
    return chosen
  }

  private func unknown(
    _ kind: String, _ id: String, among ids: [String], _ argument: ArgumentPlace
  ) -> Diagnostic {
    let hint =
      nearest(to: id, among: ids).map { "did you mean '\($0)'?" }
      ?? (ids.isEmpty ? "there is none in this case" : "there are: \(ids.joined(separator: ", "))")
    var problem = Diagnostic(.unknownArgument, "no \(kind) is called '\(id)'", at: .none, hint: hint)
    problem.argument = argument
    return problem
  }
}

extension Resolver {
  /// Everything noted so far, in the order of the text.
  var failure: CaseError {
    .wrong(SyntaxError(diagnostics.inTextOrder(startingWith: document.file)))
  }
}

internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// What a case comes to, in a few lines, and in tables that fit on a screen.
extension ShowReport {
  /// So many states are listed at once; more on request.
  private static let listedAtOnce = 16
  /// In so many states ranks are counted for a table that nobody asked for.
  private static let rankedStates = 1 << 18

  /// Whether the list is what is shown at first: it is short, or how long it should be was said.
  var isListedAtOnce: Bool { limit != nil || solution.states.count <= Self.listedAtOnce }

  /// The lead.
  var lead: [Block] {
    var lead = Lead()
    switch what {
    case .case:
      addSize(to: &lead)
      addPresent(isWhole: true, to: &lead)
      addBasis(to: &lead)
      lead.add(names.see("What could last", "solve"), rank: 3)
    case .states:
      addSize(to: &lead)
      addPresent(isWhole: true, to: &lead)
      lead.add(names.see("Which of them could last", "solve"), rank: 3)
    case .moves:
      addSize(to: &lead)
      lead.goOn(names.see("What could be reached step by step", "paths"), rank: 3)
      addMovers(to: &lead)
    case .preferences:
      addPresent(isWhole: false, to: &lead)
      addLiking(to: &lead)
    }
    return lead.blocks
  }

  // MARK: Lead

  /// How many there are of everything.
  private func addSize(to lead: inout Lead) {
    let actors = Prose.count(conflict.actors.count, "actor")
    let count = Prose.count(solution.states.count, "situation")
    guard solution.hasAllStates else {
      lead.add("The case has \(actors); the feasible situations were not all listed.")
      return
    }
    if names.isGraph {
      lead.add("The case has \(actors) and \(count).")
      return
    }
    let rows = names.groups.reduce(0) { $0 + $1.rows.count }
    let possible: UInt64 = 1 << UInt64(conflict.options.count)
    lead.add(
      "The case has \(actors) with \(Prose.count(rows, "option")), and \(solution.states.count == Int(clamping: possible) ? "all" : "\(Prose.grouped(solution.states.count)) of") \(Prose.grouped(possible)) combinations of these are feasible."
    )
  }

  /// What the present is, or may be.
  private func addPresent(isWhole: Bool, to lead: inout Lead) {
    guard let statusQuo = subject.statusQuo else {
      lead.add("It names no present situation (no 'status_quo').", rank: 2)
      return
    }
    if !isWhole { return }
    let name = names.present(statusQuo.state)
    let content: Sentence = names.isGraph ? "" : ": \(names.content(of: statusQuo.state))"
    lead.add("\(name)\(content).", orShorter: "\(name).")
    let count = statusQuo.completions.count
    if count > 1 { lead.goOn("It may be any of \(Prose.number(count)) situations.", rank: 1) }
  }

  /// How well founded the case is.
  private func addBasis(to lead: inout Lead) {
    let judgements = subject.judgements.filter { $0.kind != .expectation }
    let doubtful = judgements.count { $0.isDoubtful }
    let all = Prose.count(judgements.count, "judgement")
    lead.add(
      doubtful == 0
        ? "All \(all) in it are said or reported by a source."
        : "\(Prose.grouped(doubtful)) of the \(all) in it \(doubtful == 1 ? "is" : "are") inferred, assumed or without a source."
    )
  }

  /// Who could leave the present, and for how many situations that it likes better.
  private func addMovers(to lead: inout Lead) {
    guard solution.isWorkedOut, let now = subject.statusQuo?.state,
      let position = solution.states.position(of: now)
    else { return }
    lead.add("From the \(names.present(now).replacingStart { $0.hasPrefix("The ") ? String($0.dropFirst(4)) : $0 }):")
    for actor in conflict.actors.indices {
      let moves = solution.moves(of: actor, from: position).count
      let gains = solution.improvements(of: actor, from: position).count
      let better = gains == 0 ? "none of them better for it" : "\(Prose.grouped(gains)) of them better for it"
      lead.item(
        moves == 0
          ? "\(names.actor(actor)) could not move."
          : "\(names.actor(actor)) could move to \(Prose.count(moves, "situation")), \(better).")
    }
  }

  /// Whether somebody likes nothing better than the present.
  private func addLiking(to lead: inout Lead) {
    guard let ladder, let now = ladder.rungs.first, now.isPresent else {
      lead.add(
        "Each actor ranks \(Prose.count(solution.states.count, "situation")) by what it wants.", rank: 1)
      return
    }
    let content = conflict.actors.indices.filter { now.places[$0]?.lowerBound == 1 }
    let name = names.present(now.state ?? State(0))
    lead.add(
      content.isEmpty
        ? "\(name) is nobody's first wish."
        : "\(name) is as \(names.actors(content)) would have it; nobody else's first wish.")
    lead.goOn(names.see("On which of these wishes the answer turns", "sensitivity"), rank: 3)
    for actor in conflict.actors.indices where !content.contains(actor) {
      guard let place = now.places[actor]?.lowerBound else { continue }
      lead.item(
        "For \(names.actor(actor)) it is in place \(Prose.grouped(place)) of \(Prose.grouped(ladder.placeCounts[actor]))."
      )
    }
  }
}

// MARK: - The ladder

extension ShowReport {
  /// Where the present and each outcome stand with each actor.
  struct Ladder {
    /// Something with the places of its best and its worst state, by actor.
    struct Rung {
      var name: Sentence
      var state: State?
      var isPresent = false
      /// Counted from 1, the best; nil where it has no state.
      var places: [ClosedRange<Int>?]
    }

    /// The present first, then the outcomes.
    var rungs: [Rung]
    /// How many places each actor tells apart.
    var placeCounts: [Int]
  }

  /// The ladder; nil where preferences were not worked out or there are too many states.
  var ladder: Ladder? {
    guard solution.isWorkedOut, !solution.states.isEmpty, solution.states.count <= Self.rankedStates else {
      return nil
    }
    let places = conflict.actors.indices.map { self.places(of: $0) }
    var rungs: [Ladder.Rung] = []
    if let now = subject.statusQuo?.state, let position = solution.states.position(of: now) {
      rungs.append(
        Ladder.Rung(
          name: "the present", state: now, isPresent: true,
          places: places.map { $0[position]...$0[position] }))
    }
    for outcome in subject.outcomes {
      let members = solution.states(where: outcome.condition).members
      let positions = members.compactMap { solution.states.position(of: $0) }
      rungs.append(
        Ladder.Rung(
          name: Sentence(outcome.name.printable, to: .outcome(outcome.id)),
          places: places.map { places in
            guard let best = positions.map({ places[$0] }).min(),
              let worst = positions.map({ places[$0] }).max()
            else { return nil }
            return best...worst
          }))
    }
    return Ladder(rungs: rungs, placeCounts: places.map { $0.max() ?? 0 })
  }

  /// For each state its place with an actor, counted from 1.
  private func places(of actor: Int) -> [Int] {
    let ranks = solution.states.indices.map { solution.rank(of: actor, at: $0) }
    let distinct = Set(ranks).sorted(by: >)
    var place: [Int: Int] = [:]
    for (index, rank) in distinct.enumerated() { place[rank] = index + 1 }
    return ranks.map { place[$0] ?? 0 }
  }

  /// The ladder as a table.
  func addLadder(to builder: inout DocumentBuilder) {
    guard let ladder, !ladder.rungs.isEmpty else { return }
    builder.heading("Where each outcome stands")
    builder.paragraph(
      "Place 1 is what an actor likes best; an outcome of several situations reaches from its best to its worst.")
    var table = Table(
      .list(wide: 0), head: [""] + conflict.actors.indices.map { names.actor($0) })
    for rung in ladder.rungs {
      table.add(
        [rung.name]
          + rung.places.map { places in
            guard let places else { return "–" }
            let (best, worst) = (Prose.grouped(places.lowerBound), Prose.grouped(places.upperBound))
            return places.count == 1 ? "\(best)" : "\(best)–\(worst)"
          })
    }
    table.add(["of so many places"] + ladder.placeCounts.map { "\(Prose.grouped($0))" })
    builder.table(table)
  }

  /// How many states there are of each outcome.
  func addOutcomeCounts(to builder: inout DocumentBuilder) {
    if subject.outcomes.isEmpty { return }
    builder.heading("Situations by outcome")
    var table = Table(.list(wide: 0), head: ["", "situations"])
    var named = solution.allStates.subtracting(solution.allStates)
    for outcome in subject.outcomes {
      let members = solution.states(where: outcome.condition)
      named = named.union(members)
      table.add([
        Sentence(outcome.name.printable, to: .outcome(outcome.id)), "\(Prose.grouped(members.count))",
      ])
    }
    let unnamed = solution.states.count - named.count
    if unnamed > 0 { table.add(["without a name", "\(Prose.grouped(unnamed))"]) }
    builder.table(table)
  }

  /// The actors with what each can do and what it wants most.
  func addActors(to builder: inout DocumentBuilder) {
    builder.heading("Who takes part")
    for actor in conflict.actors.indices {
      let rows = names.groups.filter { $0.rows.contains { row in row.options.contains { conflict.options[$0].actor == actor } } }
        .flatMap { $0.rows }.filter { row in row.options.contains { conflict.options[$0].actor == actor } }
      let options: Sentence =
        names.isGraph
        ? "" : rows.isEmpty ? "no options; " : "can do \(Prose.list(rows.map { names.name(of: $0) }, atMost: 6)); "
      builder.item("\(names.actor(actor)): \(options)\(mostWanted(by: actor)).")
    }
  }

  private func mostWanted(by actor: Int) -> Sentence {
    switch conflict.actors[actor].preference {
    case .statements:
      let statements = subject.statements(of: actor)
      guard let first = statements.first else { return "wants nothing in particular" }
      let wish = names.words(first.that, of: actor).pointing(to: names.reference(toStatement: 0, of: actor))
      return "wants first \(wish) (\(first.citation))"
    case .ranking: return "ranks the situations (\(names.citation(ofRankingOf: actor)))"
    case .weights: return "weighs what is taken"
    case .indifferent: return "is indifferent to all of it"
    }
  }
}

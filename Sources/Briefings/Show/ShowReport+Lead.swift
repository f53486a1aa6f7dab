internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// What a case comes to, in a few lines, and in tables that fit on a screen.
extension ShowReport {
  /// So many states are listed at once at most; more on request.
  static let listedAtOnce = 16
  /// Whether the list is what is shown at first: it fits on a screen with what stands above it, or how long it
  /// should be was said.
  var isListedAtOnce: Bool {
    if limit != nil { return true }
    let (count, actors) = (chosen.count, conflict.actors.count)
    if count > Self.listedAtOnce { return false }
    // A line for each state with what is taken in it, then one for each state and actor, under headings.
    var lines = 8 + 2 + count
    for state in chosen.members { lines += names.content(of: state).text.count / 60 }
    if what != .states { lines += 2 + actors * (count + 4) }
    if what == .preferences { lines += 5 + subject.outcomes.count }
    return lines <= Lead.screen
  }

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
      if filter == nil || chosen.count > Self.mostSummed {
        addMovers(to: &lead)
      } else {
        addChosenMovers(to: &lead)
      }
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
    let feasible =
      solution.states.count == Int(clamping: possible) ? "all" : "\(Prose.grouped(solution.states.count)) of"
    lead.add(
      "The case has \(actors) with \(Prose.count(rows, "option")), and \(feasible) \(Prose.grouped(possible)) combinations of these are feasible."
    )
  }

  /// What the present is, or may be.
  private func addPresent(isWhole: Bool, to lead: inout Lead) {
    guard let statusQuo = subject.statusQuo else {
      lead.add(Names.withoutPresent, rank: 2)
      return
    }
    if !isWhole { return }
    let name = names.present(statusQuo.state)
    let content: Sentence = names.isGraph ? "" : ": \(names.content(of: statusQuo.state))"
    lead.add("\(name)\(content).", orShorter: "\(name).")
    let count = statusQuo.completions.count
    if count > 1 {
      lead.goOn(
        "It may be \(count == 2 ? "either of two" : "any of \(Prose.number(count))") situations.", rank: 1)
    }
  }

  /// How well founded the case is.
  private func addBasis(to lead: inout Lead) {
    let judgements = subject.judgements.filter { $0.kind != .expectation }
    let footing = Footing(judgements)
    let all = Prose.count(judgements.count, "judgement")
    lead.add(
      footing.isFirm
        ? "All \(all) in it are said or reported by a source."
        : "Of the \(all) in it, \(footing.words())."
    )
  }

  /// Of so many states it is counted who could leave them.
  private static let mostSummed = 1 << 16

  /// From how many of the chosen situations each could move, and to its own good.
  private func addChosenMovers(to lead: inout Lead) {
    guard solution.isWorkedOut, let filter, !chosen.isEmpty else { return }
    lead.add("From the \(Prose.count(chosen.count, "situation")) where \(names.asked(filter)) holds:")
    for actor in conflict.actors.indices {
      let movable = chosen.count { solution.canMove(actor, from: $0) }
      let gaining = chosen.count { !solution.improvements(of: actor, from: $0).isEmpty }
      lead.item(
        movable == 0
          ? "\(names.actor(actor)) could move from none of them."
          : "\(names.actor(actor)) could move from \(movable == chosen.count ? "each" : Prose.grouped(movable)), and from \(gaining == 0 ? "none" : Prose.grouped(gaining)) to where it is better off."
      )
    }
  }

  /// Who could leave the present, and for how many situations that it likes better.
  private func addMovers(to lead: inout Lead) {
    guard solution.isWorkedOut, let now = subject.statusQuo?.state,
      let position = solution.states.position(of: now)
    else { return }
    let name = names.present(now).replacingStart { $0.hasPrefix("The") ? "the" + $0.dropFirst(3) : $0 }
    lead.add("From \(name):")
    for actor in conflict.actors.indices {
      let moves = solution.moves(of: actor, from: position).count
      let improvements = solution.improvements(of: actor, from: position)
      let gains = improvements.count
      let act: Sentence =
        gains == 1 ? " (\(names.change(from: now, to: solution.states[improvements[0]], atMost: 2)))" : ""
      let better: Sentence =
        switch (gains, moves) {
        case (1, 1): "better for it"
        case (0, 1): "not better for it"
        case (0, _): "none of them better for it"
        default: "\(Prose.grouped(gains)) of them better for it"
        }
      lead.item(
        moves == 0
          ? "\(names.actor(actor)) could not move."
          : "\(names.actor(actor)) could move to \(Prose.count(moves, "situation")), \(better)\(act).")
    }
  }

  /// Whether somebody likes nothing better than the present.
  private func addLiking(to lead: inout Lead) {
    guard let ladder, let now = ladder.rungs.first, now.isPresent else {
      lead.add(
        "Each actor ranks \(Prose.count(solution.states.count, "situation")) by what it wants.", rank: 1)
      return
    }
    // Whoever is indifferent has no wish.
    let wishing = conflict.actors.indices.filter { conflict.actors[$0].preference != .indifferent }
    if wishing.isEmpty {
      lead.add("Everything is the same to everybody here.")
      return
    }
    let content = wishing.filter { now.places[$0]?.lowerBound == 1 }
    let name = names.present(now.state ?? State(0))
    lead.add(
      content.isEmpty
        ? "\(name) is nobody's first wish."
        : "\(name) is as \(names.actors(content)) would have it\(content.count == wishing.count ? "" : "; nobody else's first wish")."
    )
    lead.goOn(names.see("On which of these wishes the answer turns", "sensitivity"), rank: 3)
    for actor in wishing where !content.contains(actor) {
      guard let place = now.places[actor]?.lowerBound else { continue }
      lead.item(
        "For \(names.actor(actor)) it is in place \(Prose.grouped(place)) of \(Prose.grouped(ladder.placeCounts[actor]))."
      )
    }
  }
}

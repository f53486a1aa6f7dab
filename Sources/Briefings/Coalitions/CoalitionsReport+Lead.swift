internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// What moving together could upset, in a few lines.
extension CoalitionsReport {
  /// The concept in whose sense the lead speaks.
  var sense: Concept { answer.concepts.contains(.seq) ? .seq : answer.concepts.first ?? .nash }

  /// The lead: what becomes of the present, how much survives, and who could upset the rest.
  var lead: [Block] {
    var lead = Lead()
    guard let place = answer.concepts.firstIndex(of: sense) else { return [] }
    let (equilibria, survivors) = (answer.equilibria[place], answer.survivors(sense))
    let presents = names.presents
    if presents.isEmpty { lead.add(Names.withoutPresent, rank: 3) }
    let isGone = presents.allSatisfy { state in
      graph.states.position(of: state).map { !equilibria.contains($0) } ?? false
    }
    if names.hasManyPresents {
      addMany(equilibria, to: &lead)
    } else if isGone, presents.count == 2 {
      func words(_ names: Names) -> Sentence {
        let each = presents.map { state -> Sentence in
          let who = leaving(state)
          let which = names.caseOfPresent(state).inLowerCase
          let leavers = who.isEmpty ? "somebody" : names.actors(who)
          return "\(which), \(leavers) would leave, \(who.count > 1 ? "each " : "")acting alone"
        }
        return
          "Either way it does not last (\(explaining)): \(each.joined(separator: "; "))."
      }
      lead.add(names.openPresent, orShorter: names.inShort.openPresent)
      lead.goOn(words(names), orShorter: words(names.inShort))
    } else {
      lead.add(names.openPresent)
      for state in presents { addPresent(state, equilibria, to: &lead) }
    }
    if equilibria.isEmpty {
      lead.add("Nothing lasts, even if each acts alone, so there is nothing for coalitions to upset.")
      return lead.blocks
    }
    let upset = equilibria.count - survivors.count
    lead.add(fate(of: equilibria.count, upset: upset))
    if answer.limit == nil, !survivors.isEmpty { addSurviving(survivors, of: equilibria, to: &lead) }
    let jumps = answer.examples.filter { $0.concepts.contains(sense) }
    if !jumps.isEmpty { lead.add("Who could, for example:") }
    for example in strongest(jumps).prefix(3) { lead.item(words(example), orShorter: brief(example)) }
    return lead.blocks
  }

  /// Which of the situations that the present may be last, and of those which coalitions could upset.
  private func addMany(_ equilibria: Selection, to lead: inout Lead) {
    lead.add(names.openPresent, orShorter: names.inShort.openPresent)
    let each = names.presents.map { (state: $0, leaving: leaving($0)) }
    lead.goOn(
      names.fates(each, alone: ", acting alone (\(explaining))"), orShorter: names.inShort.fates(each))
    let lasting = names.presents.compactMap { graph.states.position(of: $0) }.filter {
      equilibria.contains($0)
    }
    if lasting.isEmpty { return }
    let able = lasting.map { position in
      answer.chances.first { chance in
        chance.position == position && chance.escapes.contains { $0.concept == sense }
      }
    }
    let upset = able.count { $0 != nil }
    let first = able.compactMap { $0 }.first.map { names.actors(answer.coalitions[$0.coalition].members) }
    let who: Sentence = first.map { "a coalition (for example \($0))" } ?? "a coalition"
    let which: Sentence =
      upset == 0
      ? "no coalition\(answer.limit == nil ? "" : " looked at") could upset it"
      : upset == lasting.count
        ? "\(who) could upset it" : "\(who) could upset it in \(Prose.number(upset)) of these"
    lead.goOn("Where it lasts, \(which).")
  }

  /// First those of the coalitions that could upset most.
  private func strongest(_ examples: [Coalitions.Example]) -> [Coalitions.Example] {
    var counts: [Int: Int] = [:]
    for chance in answer.chances where chance.escapes.contains(where: { $0.concept == sense }) {
      counts[chance.coalition, default: 0] += 1
    }
    let order = examples.indices.sorted {
      (counts[examples[$1].coalition] ?? 0, $0) < (counts[examples[$0].coalition] ?? 0, $1)
    }
    return order.map { examples[$0] }
  }

  private var explaining: Sentence {
    Sentence("entente explain", to: .question(word: "explain", arguments: []))
  }

  /// The actors who would leave a state by themselves.
  func leaving(_ state: State) -> [Int] {
    guard let position = graph.states.position(of: state) else { return [] }
    let inquiry = graph.inquiry(under: graph.orders, control: Control())
    return graph.conflict.actors.indices.filter { actor in
      (try? inquiry.isStable(sense, actor: actor, at: position)) == false
    }
  }

  /// What becomes of what lasts while each acts alone.
  func fate(of all: Int, upset: Int) -> Sentence {
    let alone = "that could last while each acts alone"
    let only = "The only situation \(alone)"
    let together = "could be upset by actors who move together, each to its own good"
    let isWhole = answer.limit == nil
    if upset == 0 {
      let each: String =
        all == 1
        ? only : all == 2 ? "Both situations \(alone)" : "All \(Prose.grouped(all)) situations \(alone)"
      return isWhole
        ? "\(each) \(Prose.verb(all, "survives", "survive")) every coalition."
        : "Of the \(Prose.count(all, "situation")) \(alone), none was found that could be upset."
    }
    if all == 1 { return "\(only) \(together)." }
    let rest = all - upset
    let left =
      rest == 0 ? "none survives" : "\(Prose.grouped(rest)) \(rest == 1 ? "survives" : "survive")"
    return
      "Of the \(Prose.count(all, "situation")) \(alone), \(isWhole ? "" : "at least ")\(Prose.grouped(upset)) \(together)\(isWhole ? "; \(left)" : "")."
  }

  private func addPresent(_ state: State, _ equilibria: Selection, to lead: inout Lead) {
    guard let position = graph.states.position(of: state) else { return }
    let name = names.presents.count > 1 ? names.presentAgain(state) : names.present(state)
    guard equilibria.contains(position) else {
      let who = leaving(state)
      lead.add(
        "\(name) does not last: \(who.isEmpty ? "somebody" : names.actors(who)) would leave, \(who.count > 1 ? "each " : "")acting alone (\(explaining))."
      )
      return
    }
    let able = answer.chances.filter { chance in
      chance.position == position && chance.escapes.contains { $0.concept == sense }
    }
    let who = able.prefix(3).map { names.actors(answer.coalitions[$0.coalition].members) }
    lead.add(
      able.isEmpty
        ? "\(name) lasts, and no coalition\(answer.limit == nil ? "" : " looked at") could upset it."
        : "\(name) lasts while each acts alone, but could be upset by \(who.joined(separator: ", or by "))\(able.count > 3 ? ", or by one of \(Prose.grouped(able.count - 3)) other coalitions" : "")."
    )
  }

  /// The outcomes of what survives.
  private func addSurviving(_ positions: [Int], of equilibria: Selection, to lead: inout Lead) {
    let upset = equilibria.count - positions.count
    var seen: [Int] = []
    var named = 0
    for position in positions {
      let outcomes = subject.outcomes(of: state(position))
      if !outcomes.isEmpty { named += 1 }
      for outcome in outcomes where !seen.contains(outcome) { seen.append(outcome) }
    }
    if names.isGraph || seen.isEmpty {
      let each = positions.prefix(3).map { called(state($0)) }
      let list = Prose.list(first: each, of: positions.count, atMost: 3)
      let (one, many): (Sentence, Sentence) =
        upset == 0 ? ("It is", "They are") : ("What survives is", "The survivors are")
      lead.goOn("\(positions.count == 1 ? one : many) \(list).", rank: 2)
      return
    }
    let rest = positions.count - named
    let more: Sentence = rest == 0 ? "" : ", and \(Prose.grouped(rest)) that no outcome names"
    let known = names.hasManyPresents ? [] : Set(names.presents.flatMap { subject.outcomes(of: $0) })
    // Each has one name of its own, and all that goes by it survives; or several share one.
    let isPlain =
      named == positions.count && seen.count == positions.count && seen.count > 1
      && seen.allSatisfy { outcome in
        graph.states(where: subject.outcomes[outcome].condition).intersection(equilibria)
          .allSatisfy { positions.contains($0) }
      }
    let start: Sentence =
      positions.count == 1
      ? upset == 0 ? "It is" : "What survives is"
      : "\(upset == 0 ? "They" : "The survivors") are\(isPlain ? "" : " forms of")"
    // What the present is called may survive in forms that it has not now.
    func aside(_ outcome: Int) -> Sentence {
      let forms = names.presents.filter { subject.outcomes(of: $0).contains(outcome) }
      let isGone = forms.allSatisfy { graph.states.position(of: $0).map { !positions.contains($0) } ?? true }
      return forms.isEmpty || !isGone ? "" : " (not as at present)"
    }
    lead.add(
      outcomes: seen.sorted(), names, known: known, sparing: seen.count, isNewLine: false, aside: aside
    ) {
      "\(start) \($0)\(more)."
    }
    let lost = subject.outcomes.indices.filter { index in
      !seen.contains(index)
        && !graph.states(where: subject.outcomes[index].condition).intersection(equilibria).isEmpty
    }
    lead.add(outcomes: lost, names, known: known, sparing: lost.count, isNewLine: false) {
      lost.isEmpty ? "" : "Each form of \($0) could be upset."
    }
  }

  /// What a state is called within a sentence.
  private func called(_ state: State) -> Sentence {
    let outcomes = names.outcomes(state)
    if outcomes.count > 1, !names.isGraph {
      return "a situation that is \(outcomes.count == 2 ? "both " : "")\(Prose.list(outcomes))"
    }
    if let title = names.title(of: state) { return title }
    return subject.statusQuo == nil ? names.called(state).inLowerCase : names.oneWithoutName(state)
  }

  private func fromAndTo(_ example: Coalitions.Example) -> Sentence {
    let (start, end) = (state(example.position), state(example.target))
    let (from, to) = (called(start), called(end))
    let target: Sentence =
      from == to && names.title(of: end) != nil ? "another form of that" : from == to ? "another" : to
    return "from \(from) to \(target)\(example.isJump ? ", which lasts, too" : "")"
  }

  private func words(_ example: Coalitions.Example) -> Sentence {
    "\(names.actors(answer.coalitions[example.coalition].members)), \(fromAndTo(example)): \(way(example))."
  }

  /// Who moves, one after the other.
  func way(_ example: Coalitions.Example) -> Sentence {
    names.steps(
      example.way, from: state(example.position), example.way.count == 1 ? nil : "moving first")
  }

  private func brief(_ example: Coalitions.Example) -> Sentence {
    "\(names.actors(answer.coalitions[example.coalition].members)), \(fromAndTo(example))."
  }
}

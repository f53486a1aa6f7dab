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
    let least = answer.limit == nil ? "" : "at least "
    for now in subject.statusQuo.map({ $0.completions.isEmpty ? [$0.state] : Array($0.completions.prefix(2)) }
    ) ?? [] {
      addPresent(now, sense, equilibria, least, to: &lead)
    }
    if equilibria.isEmpty {
      lead.add("Nothing lasts even while each acts alone, so there is nothing for coalitions to upset.")
      return lead.blocks
    }
    let upset = equilibria.count - survivors.count
    lead.add(fate(of: equilibria.count, upset: upset))
    if answer.limit == nil, !survivors.isEmpty, upset > 0 { lead.goOn(surviving(survivors), rank: 2) }
    let jumps = answer.examples.filter { $0.concepts.contains(sense) }
    if !jumps.isEmpty { lead.add("Who could, for example:") }
    for example in jumps.prefix(3) { lead.item(words(example)) }
    return lead.blocks
  }

  /// What becomes of what lasts while each acts alone.
  private func fate(of all: Int, upset: Int) -> Sentence {
    let alone = "that could last while each acts alone"
    let only = "The only situation \(alone)"
    let together = "could be upset by actors who move together, each to its own good"
    let isWhole = answer.limit == nil
    if upset == 0 {
      let each: String =
        all == 1 ? only : "Each of the \(all == 2 ? "two" : Prose.grouped(all)) situations \(alone)"
      return isWhole
        ? "\(each) survives every coalition."
        : "Of the \(Prose.count(all, "situation")) \(alone), none was found that could be upset."
    }
    if all == 1 { return "\(only) \(together)." }
    let rest = all - upset
    let left =
      rest == 0 ? "none survives" : "\(Prose.grouped(rest)) \(rest == 1 ? "survives" : "survive")"
    return
      "Of the \(Prose.count(all, "situation")) \(alone), \(isWhole ? "" : "at least ")\(Prose.grouped(upset)) \(together)\(isWhole ? "; \(left)" : "")."
  }

  private func addPresent(
    _ state: State, _ sense: Concept, _ equilibria: Selection, _ least: String, to lead: inout Lead
  ) {
    guard let position = graph.states.position(of: state) else { return }
    let name = names.called(state)
    guard equilibria.contains(position) else {
      lead.add("\(name) does not last even while each acts alone.")
      return
    }
    let able = answer.chances.filter { chance in
      chance.position == position && chance.escapes.contains { $0.concept == sense }
    }
    let who = able.prefix(3).map { names.actors(answer.coalitions[$0.coalition].members) }
    lead.add(
      able.isEmpty
        ? "\(name) lasts, and no coalition\(answer.limit == nil ? "" : " looked at") could upset it."
        : "\(name) lasts while each acts alone, but could be upset by \(who.joined(separator: "; by "))\(able.count > 3 ? "; and by \(Prose.grouped(able.count - 3)) more" : "")."
    )
  }

  /// The outcomes of what survives.
  private func surviving(_ positions: [Int]) -> Sentence {
    var seen: [Sentence] = []
    for position in positions {
      for outcome in names.outcomes(state(position)) where !seen.contains(outcome) { seen.append(outcome) }
    }
    return seen.isEmpty ? "" : "Of what survives: \(Prose.list(seen, atMost: 5))."
  }

  private func words(_ example: Coalitions.Example) -> Sentence {
    let (start, end) = (state(example.position), state(example.target))
    let from = names.title(of: start) ?? "a situation without a name"
    let to: Sentence =
      names.title(of: end).map { $0 == from ? "another of that kind" : $0 } ?? "one without a name"
    return
      "\(names.actors(answer.coalitions[example.coalition].members)), from \(from) to \(to)\(example.isJump ? ", which lasts, too" : ""): \(names.steps(example.way, from: start, "moving first"))."
  }
}

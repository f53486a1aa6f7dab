internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// What lasts when each acts on what it sees, in a few lines.
extension HypergameReport {
  /// The lead: the fate of the present, what could last, and whom that would surprise.
  var lead: [Block] {
    var lead = Lead()
    if names.presents.isEmpty { lead.add(Names.withoutPresent, rank: 3) }
    if readers.isEmpty {
      lead.add(names.fateOfPresent(in: hypergame.truth, hypergame.concept))
      lead.add("Every actor sees the conflict as it is, so nothing here differs from what 'solve' tells.")
      lead.goOn(names.see("What could last", "solve"))
      return lead.blocks
    }
    for state in (hypergame.subject.statusQuo?.completions ?? []).prefix(2) { addPresent(state, to: &lead) }
    let equilibria = hypergame.equilibria
    if equilibria.isEmpty {
      lead.add(
        "Nothing could last: there is no situation that everybody sees and would stay in, judging by its own view."
      )
    } else {
      let start = "Could last, each judging by its own view: "
      lead.add(
        list: "\(start)\(kinds(of: equilibria, .max)).",
        orShorter: ["\(start)\(kinds(of: equilibria, .max, besides: nil, names.inShort))."],
        orFewer: [4, 3, 2].map { "\(start)\(kinds(of: equilibria, $0, besides: nil, names.inShort))." })
    }
    let truth = trueEquilibria
    lead.goOn(
      equilibria == truth
        ? "If all saw the conflict as it is, the same would."
        : "If all saw the conflict as it is: \(truth.isEmpty ? "nothing" : kinds(of: truth)).", rank: 1)
    for actor in readers where !hypergame.surprises[actor].isNone {
      lead.item(surprise(of: actor), orShorter: surprise(of: actor, 2))
    }
    return lead.blocks
  }

  private func addPresent(_ state: State, to lead: inout Lead) {
    guard let position = hypergame.truth.states.position(of: state) else { return }
    if hypergame.equilibria.contains(position) {
      lead.add("\(names.present(state)) lasts: everybody sees it and would stay, judging by its own view.")
      return
    }
    let (movers, blind) = hypergame.departures(from: state)
    var reasons: [Sentence] = []
    if let first = movers.first {
      reasons.append("\(names.actor(first)) would leave\(move(first, seenBy: first, from: state))")
      if movers.count > 1 { reasons.append("so would \(names.actors(movers.dropFirst()))") }
    }
    if !blind.isEmpty { reasons.append("\(names.actors(blind)) would not see it") }
    lead.add("\(names.present(state)) does not last: \(Prose.list(reasons)).")
  }

  /// Some states by their outcomes; of those that were named before, and of what the present is called and
  /// is not among them, that these are other forms. What no outcome names is told of one by one where it is
  /// little and there is room.
  private func kinds(
    of states: Selection, _ most: Int = 4, besides named: Selection? = nil, _ inWords: Names? = nil
  ) -> Sentence {
    let names = inWords ?? self.names
    func outcomes(_ states: [State]) -> Set<Int> { Set(states.flatMap { names.subject.outcomes(of: $0) }) }
    let members = Array(states.members)
    let known = outcomes(named.map { Array($0.members) } ?? [])
    let left = members.contains { names.isPresent($0) } ? [] : outcomes(names.presents)
    func forms(_ outcome: Int) -> Int { members.count { names.subject.outcomes(of: $0).contains(outcome) } }
    var parts: [Sentence] = []
    if names.isGraph {
      parts = members.map { names.title(of: $0) ?? names.state($0) }
    } else {
      parts = outcomes(members).sorted().map { outcome in
        known.contains(outcome)
          ? "\(forms(outcome) == 1 ? "another form" : "other forms") of \(names.outcome(outcome))"
          : "\(names.outcome(outcome))\(left.contains(outcome) ? " (in another form)" : "")"
      }
      let unnamed = members.filter { names.subject.outcomes(of: $0).isEmpty }
      if unnamed.count <= min(Names.fewUnnamed, most - parts.count) {
        parts += unnamed.map { names.oneWithoutName($0) }
      } else if !unnamed.isEmpty {
        parts.append("\(Prose.count(unnamed.count, "situation")) that no outcome names")
      }
    }
    return Prose.list(parts, atMost: most)
  }

  private func surprise(of actor: Int, _ most: Int = 4) -> Sentence {
    let surprise = hypergame.surprises[actor]
    var parts: [Sentence] = []
    if !surprise.broken.isEmpty {
      parts.append("in vain \(kinds(of: surprise.broken, most, besides: hypergame.equilibria))")
    }
    let expects: Sentence = parts.isEmpty ? "" : "would expect \(parts[0]) to last"
    let misses: Sentence =
      surprise.unexpected.isEmpty
      ? "" : "would not expect \(kinds(of: surprise.unexpected, most)) to last"
    return
      "\(names.capitalized(names.actor(actor))) \(Prose.list([expects, misses].filter { !$0.isEmpty }))."
  }
}

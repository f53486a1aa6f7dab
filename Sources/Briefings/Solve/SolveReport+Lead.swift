internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// The answer in a few lines: what becomes of the present, what can last, and on what that rests.
extension SolveReport {
  /// The concept in whose sense the lead speaks: that of sequential stability, where answers are
  /// to be believed, or else the nearest that was decided.
  var sense: Concept? {
    let order: [Concept] = [.seq, .sseq, .nash, .smr, .gmr, .sim]
    return order.first { solution.concepts.contains($0) }
  }

  /// The lead; `ledger` has the judgements behind the answer where they were gone through.
  func lead(_ ledger: Ledger?) -> [Block] {
    var lead = Lead()
    guard let sense, solution.hasAllStates else { return [] }
    if solution.states.isEmpty {
      lead.add("No situation is feasible, so nothing can last.")
      return lead.blocks
    }
    addPresent(in: sense, to: &lead)
    addLasting(in: sense, to: &lead)
    if let ledger { addBasis(ledger, to: &lead) }
    return lead.blocks
  }

  // MARK: The present

  private func addPresent(in sense: Concept, to lead: inout Lead) {
    guard let statusQuo = subject.statusQuo else {
      lead.add("The case names no present situation (no 'status_quo').", rank: 3)
      return
    }
    let states = solved.statusQuos
    if states.count == 1 {
      addFate(of: states[0], called: names.present(states[0]), in: sense, to: &lead)
      return
    }
    let lasting = states.filter { isEquilibrium(sense, $0) }.count
    let each =
      lasting == 0
      ? "none of which lasts"
      : lasting == states.count
        ? "all of which last" : "of which \(Prose.number(lasting)) \(lasting == 1 ? "lasts" : "last")"
    lead.add(
      states.count == 2 && lasting != 1
        ? "The present may be either of two situations; \(lasting == 0 ? "neither lasts" : "both last")."
        : "The present may be any of \(Prose.number(states.count)) situations, \(each).", rank: 2)
    for state in states.prefix(4) {
      let variant = names.variant(state, of: statusQuo.state)
      let name: Sentence = variant.isEmpty ? names.present(state) : "The present \(variant)"
      addFate(of: state, called: name, in: sense, isOneOfSeveral: true, to: &lead)
    }
  }

  private func isEquilibrium(_ concept: Concept, _ state: State) -> Bool {
    solution.states.position(of: state).map { solution.isEquilibrium(concept, position: $0) } ?? false
  }

  private func addFate(
    of state: State, called name: Sentence, in sense: Concept, isOneOfSeveral: Bool = false,
    to lead: inout Lead
  ) {
    guard let verdict = Verdict(on: state, under: sense, in: solution, options.control) else {
      lead.add("\(name) is not feasible.")
      return
    }
    names.add(verdict, called: name, isBrief: isOneOfSeveral, to: &lead)
  }

  // MARK: What lasts

  private func addLasting(in sense: Concept, to lead: inout Lead) {
    let equilibria = solution.equilibria(sense)
    if equilibria.isEmpty {
      lead.add("Nothing lasts in this sense: from every situation somebody would leave.")
      addOthers(in: sense, to: &lead)
      return
    }
    let fates = outcomeFates
    let always = fates.filter { $0.fate.certain.contains(sense) }.flatMap { $0.outcomes }
    let lasting = fates.filter { ($0.fate.certain + $0.fate.possible).contains(sense) }
      .flatMap { $0.outcomes }.sorted()
    let named = lasting.reduce(equilibria.subtracting(equilibria)) {
      $0.union(equilibria.intersection(outcomeStates[$1]))
    }
    let unnamed = equilibria.count - named.count
    if lasting.isEmpty {
      lead.add(unnamedLasting(equilibria))
    } else {
      let list: [Sentence] = lasting.map { outcome in
        names.outcome(outcome) + (lasting.count > 1 && always.contains(outcome) ? " (always)" : "")
      }
      let rest: Sentence =
        unnamed == 0
        ? ""
        : "; and \(Prose.count(unnamed, "situation")) that no outcome names, of \(Prose.grouped(equilibria.count)) in all"
      func words(_ count: Int) -> Sentence {
        "Could last: \(unnamed == 0 && lasting.count == 1 ? "only " : "")\(Prose.list(list, atMost: count))\(rest)."
      }
      lead.add(words(4), orShorter: words(2), words(1))
    }
    if !names.isGraph, equilibria.count > 1 || lasting.count > 0 {
      lead.goOn(common(to: equilibria), rank: 3)
    }
    if sense != .nash, solution.concepts.contains(.nash), solution.equilibria(.nash) == equilibria {
      lead.goOn("Nobody there gains by a move of its own.", rank: 5)
    }
    addOthers(in: sense, to: &lead)
  }

  /// Each outcome with the concepts under which it can last.
  private var outcomeFates: [(outcomes: [Int], fate: OutcomeFate)] {
    solved.findings.compactMap { finding in
      if case .outcomes(let outcomes, let fate) = finding { (outcomes, fate) } else { nil }
    }
  }

  /// What lasts where no outcome names any of it.
  private func unnamedLasting(_ equilibria: Selection) -> Sentence {
    if names.isGraph {
      let states = equilibria.members.lazy.map { names.title(of: $0) ?? names.state($0) }
      return
        "Could last: \(equilibria.count == 1 ? "only " : "")\(Prose.list(first: states, of: equilibria.count, atMost: 6))."
    }
    if equilibria.count == 1, let only = equilibria.members.first(where: { _ in true }) {
      return "Could last: one situation alone, in which \(clause(content: only))."
    }
    if equilibria.count <= Self.toldWithoutNames {
      let members = Array(equilibria.members)
      let present = members.filter { names.isPresent($0) }
      let each = (present + members.filter { !present.contains($0) }).map { state -> Sentence in
        guard let now = subject.statusQuo?.state else { return names.content(of: state) }
        let variant = names.variant(state, of: now)
        return variant.isEmpty ? "the present" : "the present \(variant)"
      }
      return "Could last: only \(each.joined(separator: "; and "))."
    }
    return
      "Could last: \(Prose.grouped(equilibria.count)) of \(Prose.count(solution.states.count, "feasible situation"))."
  }

  /// So many situations without a name are told of one by one.
  private static let toldWithoutNames = 3

  private func clause(content state: State) -> Sentence {
    let content = names.content(of: state)
    return content.text == "nothing is taken" ? content : "this is taken: \(content)"
  }

  /// What is taken wherever these states are, actor by actor.
  private func common(to states: Selection) -> Sentence {
    let holdings = solved.holdings(of: states)
    var parts: [Sentence] = []
    for (index, group) in names.groups.enumerated() {
      let taken: [Sentence] = group.rows.indices.compactMap { place in
        let (row, tally) = (group.rows[place], holdings.rows[index][place])
        guard case .level(let level) = row.kind else { return tally.isAlways ? names.name(of: row) : nil }
        return tally.only.map {
          "\(names.name(of: row)) at \(conflict.levelOptions[level].levelNames[$0].printable)"
        }
      }
      if !taken.isEmpty { parts.append("\(names.title(of: group)): \(taken.joined(separator: ", "))") }
    }
    if parts.isEmpty { return "" }
    return "\(states.count == 1 ? "There" : "Always there"), \(parts.joined(separator: "; "))."
  }

  /// What could last only through threats, or not at all.
  private func addOthers(in sense: Concept, to lead: inout Lead) {
    var (threats, hasty, never, infeasible): ([Int], [Int], [Int], [Int]) = ([], [], [], [])
    for (outcomes, fate) in outcomeFates {
      let lasting = fate.certain + fate.possible
      if lasting.contains(sense) { continue }
      if fate.isInfeasible {
        infeasible += outcomes
      } else if lasting.isEmpty {
        never += outcomes
      } else if lasting == [.sim] {
        hasty += outcomes
      } else {
        threats += outcomes
      }
    }
    func list(_ outcomes: [Int], _ most: Int = 4) -> Sentence {
      Prose.list(outcomes.sorted().map { names.outcome($0) }, atMost: most)
    }
    if !threats.isEmpty {
      let start = "Would need threats that may not be believed: "
      lead.add(
        "\(start)\(list(threats)).", orShorter: "\(start)\(list(threats, 1)).",
        "\(start)\(Prose.count(threats.count, "outcome")).")
    }
    if !hasty.isEmpty {
      lead.add("Would need others who act at the same moment: \(list(hasty)).", rank: 2)
    }
    let isEvery = Set(solution.concepts).isSuperset(
      of: Concept.allCases.filter { $0.isDefined(in: conflict.form) })
    if !never.isEmpty {
      let start = "Cannot last in any sense\(isEvery ? "" : " asked for"): "
      lead.add(
        "\(start)\(list(never)).", orShorter: "\(start)\(list(never, 2)).",
        "\(start)\(Prose.count(never.count, "outcome")).")
    }
    if !infeasible.isEmpty { lead.goOn("Cannot arise: \(list(infeasible)).", rank: 2) }
  }

  // MARK: On what it rests

  private func addBasis(_ ledger: Ledger, to lead: inout Lead) {
    let (all, doubtful) = (ledger.entries.count, ledger.doubtful)
    if all == 0 { return }
    if doubtful.isEmpty {
      lead.add("Basis: all \(Prose.count(all, "judgement")) behind this are said or reported by a source.")
      return
    }
    let footing = Footing(ledger.entries.map { $0.judgement })
    let isBare = footing.isBare
    let plain: Sentence =
      isBare
      ? "Basis: none of the \(Prose.count(all, "judgement")) behind this names a source."
      : "Basis: of the \(Prose.count(all, "judgement")) behind this, \(footing.words())."
    guard let weightiest = doubtful.first(where: { $0.verdicts != nil }), let words = words(of: weightiest),
      let actor = weightiest.judgement.actor
    else {
      lead.add(plain)
      return
    }
    let piece = weightiest.judgement.evidence.first { $0.source != nil && !$0.isAgainst }
    let place = [piece?.source, piece?.writtenPlace].compactMap { $0?.printable }.joined(separator: " ")
    let reference: Sentence =
      place.isEmpty ? "" : " (\(Sentence(place, to: .judgement(weightiest.judgement.id))))"
    let brief: Sentence =
      "Basis: \(Prose.grouped(doubtful.count)) of \(Prose.count(all, "judgement")) without firm basis; most hangs on one of \(names.possessive(actor))\(reference)."
    lead.add("\(plain) Of these, most hangs on \(words).", orShorter: isBare ? plain : brief, plain)
  }

  /// A judgement of somebody's wishes in names, with its source.
  private func words(of entry: Ledger.Entry) -> Sentence? {
    let judgement = entry.judgement
    guard let actor = judgement.actor, subject.statement(of: judgement) != nil else { return nil }
    return names.wish(judgement.index, of: actor)
  }
}

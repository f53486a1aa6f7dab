internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// The answer in a few lines: what becomes of the present, what can last, and on what that rests.
extension SolveReport {
  /// The lead; `ledger` has the judgements behind the answer where they were gone through. It begins
  /// with `first` where there is something to say before.
  func lead(_ ledger: Ledger?, after first: Sentence = "") -> [Block] {
    var lead = Lead()
    lead.add(first)
    guard let sense, solution.hasAllStates else { return [] }
    if solution.states.isEmpty {
      lead.add("No situation is feasible, so nothing can last.")
      return lead.blocks
    }
    let presents = verdicts(in: sense)
    lead.add(undecided(but: sense))
    addPresent(presents, to: &lead)
    addLasting(in: sense, presents, to: &lead)
    addBasis(ledger, presents, to: &lead)
    return lead.blocks
  }

  /// That a limit came before the sense was decided in which answers speak of lasting, with what is known of it: what
  /// lasts in a sense that asks more does so in this, and no more than in one that asks less.
  private func undecided(but sense: Concept) -> Sentence {
    guard solution.undetermined.contains(.seq), sense != .seq else { return "" }
    func count(_ concepts: [Concept]) -> Sentence? {
      concepts.first { solution.concepts.contains($0) }.map {
        "\(Prose.grouped(solution.equilibria($0).count)) (\($0.word))"
      }
    }
    let bounds = [
      count([.sseq, .nash]).map { "at least \($0)" as Sentence }, count([.gmr]).map { "at most \($0)" },
    ].compactMap { $0 }
    let known: Sentence =
      bounds.isEmpty ? "" : ": \(Prose.list(bounds)) of \(Prose.count(solution.states.count, "situation")) do"
    return
      "What lasts in the usual sense (\(Concept.seq.word)) was not decided\(known). What follows is told of \(sense.word): \(sense.brief)."
  }

  private func addLasting(
    in sense: Concept, _ presents: [(state: State, verdict: Verdict?)], to lead: inout Lead
  ) {
    let equilibria = solution.equilibria(sense)
    if equilibria.isEmpty {
      lead.add("Nothing lasts in this sense: from every situation somebody would leave.")
      addOthers(in: sense, to: &lead)
      return
    }
    let all = solution.states.count
    if solution.hasAllStates, all > 1, equilibria.count == all {
      lead.add(
        "Could last: every one of the \(Prose.grouped(all)) situations, so it says little that one is among them."
      )
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
      let held = Set(
        presents.filter { $0.verdict?.leaving.isEmpty ?? false }.flatMap { subject.outcomes(of: $0.state) })
      let gone = presents.filter { !($0.verdict?.leaving.isEmpty ?? true) }.map { $0.state }
      let rest: Sentence =
        unnamed == 0
        ? ""
        : "; and \(self.unnamed(equilibria.subtracting(named))), of \(Prose.grouped(equilibria.count)) in all"
      lead.add(
        outcomes: lasting, names, known: ofPresents,
        aside: { outcome in
          let forms = held.contains(outcome) ? "" : otherForms(of: outcome, equilibria, than: gone)
          return forms.isEmpty && lasting.count > 1 && always.contains(outcome)
            ? " (always)" : forms
        },
        as: { "Could last: \(unnamed == 0 && lasting.count == 1 ? "only " : "")\($0)\(rest)." })
    }
    if !names.isGraph, equilibria.count > 1 || lasting.count > 0 {
      lead.goOn(common(to: equilibria), rank: 3)
    }
    if sense != .nash, solution.concepts.contains(.nash), solution.equilibria(.nash) == equilibria {
      lead.goOn("Nobody there gains by a move of its own.", rank: 5)
    }
    let isCounted = lasting.isEmpty && !names.isGraph && equilibria.count > Names.fewUnnamed
    let (many, few) = crowd(equilibria, sense, isCounted: isCounted)
    lead.goOn(many, rank: 1, orShorter: few)
    addOthers(in: sense, to: &lead)
  }

  /// That so much lasts that it says little, where that is so, in a sentence and in few words.
  private func crowd(
    _ equilibria: Selection, _ sense: Concept, isCounted: Bool
  ) -> (Sentence, Sentence) {
    let isCrowd = solved.cautions.contains {
      if case .muchLasts(let shares) = $0 { shares.contains { $0.concept == sense } } else { false }
    }
    // Two or three are told one by one, and a few of some dozens are no crowd.
    let (some, all) = (equilibria.count, solution.states.count)
    if !isCrowd || some < Self.crowd && some < (all + 3) / 4 { return ("", "") }
    if isCounted { return ("That is so much that being among it says little.", "") }
    let count: Sentence = "\(Prose.grouped(some)) of \(Prose.count(all, "situation"))"
    return (
      "As so much could last, \(count), being among it says little.", "That is \(count)."
    )
  }

  /// Situations that no outcome names: by the names that they have in a graph, where they are few.
  private func unnamed(_ states: Selection) -> Sentence {
    let titles =
      names.isGraph ? states.members.prefix(Names.fewUnnamed + 1).compactMap { names.title(of: $0) } : []
    return titles.isEmpty || titles.count > Names.fewUnnamed
      ? "\(Prose.count(states.count, "situation")) that no outcome names" : Prose.list(Array(titles))
  }

  /// So many are a crowd, however many there are in all.
  private static let crowd = 5

  /// That what the present is called could last, though not as it is now: `(in 15 other forms)`.
  private func otherForms(of outcome: Int, _ equilibria: Selection, than gone: [State]) -> Sentence {
    guard gone.contains(where: { subject.outcomes(of: $0).contains(outcome) }) else { return "" }
    let count = equilibria.intersection(outcomeStates[outcome]).count
    return " (in \(Prose.number(count)) other \(count == 1 ? "form" : "forms"))"
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
      return
        "Could last: only \(names.isPresent(only) ? names.oneWithoutName(only) : "one situation, \(names.taken(in: only))")."
    }
    if equilibria.count <= Names.fewUnnamed {
      let members = Array(equilibria.members)
      let present = members.filter { names.isPresent($0) }
      let each = (present + members.filter { !present.contains($0) }).map { names.oneWithoutName($0) }
      return
        "Could last: only \(Prose.number(members.count)) situations: \(each.dropLast().joined(separator: ", ")) and \(each[each.count - 1])."
    }
    return
      "Could last: \(Prose.grouped(equilibria.count)) of \(Prose.count(solution.states.count, "feasible situation"))."
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
    return "Taken \(states.count == 1 ? "there" : "throughout"): \(parts.joined(separator: "; "))."
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
    let known = ofPresents
    lead.add(outcomes: threats.sorted(), names, known: known) {
      threats.isEmpty ? "" : "Would need threats that may not be believed: \($0)."
    }
    if !hasty.isEmpty {
      let list = Prose.list(hasty.sorted().map { names.outcome($0) }, atMost: 4)
      lead.add("Would need others who act at the same moment: \(list).", rank: 2)
    }
    let isEvery = Set(solution.concepts).isSuperset(
      of: Concept.allCases.filter { $0.isDefined(in: conflict.form) })
    let now = subject.document.events.isEmpty ? "" : " now"
    lead.add(outcomes: never.sorted(), names, known: known, sparing: 3) {
      never.isEmpty ? "" : "Cannot last in any sense\(isEvery ? "" : " asked for")\(now): \($0)."
    }
    if !infeasible.isEmpty {
      let list = Prose.list(infeasible.sorted().map { names.outcome($0) }, atMost: 4)
      lead.goOn("Cannot arise: \(list).", rank: 2)
    }
  }

  /// The outcomes that the present may be called by, which are named with what becomes of it.
  private var ofPresents: Set<Int> {
    names.hasManyPresents ? [] : Set(names.presents.flatMap { subject.outcomes(of: $0) })
  }
}

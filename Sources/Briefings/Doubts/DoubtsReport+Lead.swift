internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// What holds whatever is in doubt, in a few lines.
extension DoubtsReport {
  /// The lead, in the first of the senses asked about.
  var lead: [Block] {
    guard let count = answer.concepts.first, count.examined.count > 0 else { return [] }
    var lead = Lead()
    if names.presents.isEmpty { lead.add(Names.withoutPresent, rank: 3) }
    if doubts.isEmpty {
      addNothing(count, to: &lead)
      return lead.blocks
    }
    let ways = isExact ? "ways to settle what is in doubt" : "ways drawn to settle what is in doubt"
    let all = Prose.grouped(count.examined.count)
    var told: [String] = []
    let isOpen = names.presents.count > 1
    lead.add(names.openPresent, orShorter: names.inShort.openPresent)
    if names.hasManyPresents { addMany(count, ways, to: &lead) }
    for state in names.hasManyPresents ? [] : names.presents {
      guard let position = states.position(of: state) else { continue }
      let share = count.share(at: position)
      let reason = named(hangsOn(share, in: count))
      let name = isOpen ? names.presentAgain(state) : names.present(state)
      lead.add("\(name) \(lasting(share, of: count, ways))\(reason.isEmpty ? "" : ": \(reason)").")
      told.append(reason.text)
    }
    addOutcomes(count, besides: told, to: &lead)
    if subject.outcomes.isEmpty { lead.add(unnamed(count)) }
    if count.withoutEquilibrium > 0 {
      lead.add("In \(Prose.grouped(count.withoutEquilibrium)) of the \(all) ways nothing lasts.", rank: 2)
    }
    lead.add(
      count.sameAsWritten == count.examined.count
        ? "What lasts is the same in all of them, so the doubts make no difference."
        : "In \(words(ways: count.sameAsWritten)) of the \(all) ways \(answer.isOfSets ? "the same of these can last" : "the same situations last") as in the case as it is written.",
      rank: 3)
    return lead.blocks
  }

  /// In how many ways the situations last that the present may be, those of one share together.
  private func addMany(_ count: DoubtsCount, _ ways: String, to lead: inout Lead) {
    let shares = names.presents.map { count.share(of: $0, in: states) }
    let all = Prose.grouped(count.examined.count)
    if let one = shares.first, shares.allSatisfy({ $0 == one }) {
      lead.goOn("Each of them lasts in \(one == 0 ? "none" : Prose.grouped(one)) of the \(all) \(ways).")
      return
    }
    let kinds = Set(shares).sorted(by: >)
    let parts: [Sentence] = kinds.map { share in
      let some = zip(names.presents, shares).filter { $0.1 == share }.map { $0.0 }
      let which =
        share == kinds.last ? "otherwise" : names.common(some) ?? "for \(Prose.number(some.count)) of them"
      return "in \(share == 0 ? "none" : Prose.grouped(share)) \(which)"
    }
    lead.goOn("Of the \(all) \(ways) it lasts \(Prose.list(parts, atMost: 4)).")
  }

  /// That nothing is in doubt, and what lasts all the same.
  private func addNothing(_ count: DoubtsCount, to lead: inout Lead) {
    lead.add(
      "No wish is marked as in doubt in this case, so the answer is that of \(Sentence("entente solve", to: .question(word: "solve", arguments: []))).",
      orShorter: "No wish is marked as in doubt in this case.")
    let isOpen = names.presents.count > 1
    lead.add(names.openPresent, orShorter: names.inShort.openPresent)
    if names.hasManyPresents {
      func words(_ names: Names) -> Sentence {
        "\(names.lasting(names.presents.filter { count.share(of: $0, in: states) != 0 }))."
      }
      lead.goOn(words(names), orShorter: words(names.inShort))
    }
    for state in names.hasManyPresents ? [] : names.presents {
      guard let position = states.position(of: state) else { continue }
      let name = isOpen ? names.presentAgain(state) : names.present(state)
      lead.add("\(name) \(count.share(at: position).count > 0 ? "lasts" : "does not last").")
    }
    let lasting = zip(subject.outcomes.indices, count.outcomes).filter { $0.1.count > 0 }.map { $0.0 }
    let isAll =
      answer.isOfSets || count.states.keys.allSatisfy { !subject.outcomes(of: states[$0]).isEmpty }
    let whole = Prose.count(count.states.count, "situation")
    let more: Sentence = isAll ? "" : "; \(whole) in all, some of which no outcome names"
    lead.add(outcomes: lasting, names, known: ofPresents, aside: { aside($0, count) }) {
      lasting.isEmpty ? "" : "Could last: \($0)\(more)."
    }
    if lasting.isEmpty || subject.outcomes.isEmpty { lead.add(unnamed(count)) }
  }

  /// How many situations last, where no outcome names any.
  private func unnamed(_ count: DoubtsCount) -> Sentence {
    if answer.isOfSets { return "" }
    let all = count.examined.count
    let sure = count.states.values.count { $0.count == all }
    let some = count.states.count - sure
    let whole = Prose.count(states.count, "situation")
    if count.states.isEmpty { return "Of the \(whole), none could last." }
    /// Which they are, where they are few.
    func which(where isTold: (UInt64) -> Bool) -> Sentence {
      let positions = count.states.filter { isTold($0.value.count) }.map { $0.key }.sorted()
      if positions.isEmpty || positions.count > Names.fewUnnamed { return "" }
      return " (\(Prose.list(positions.map { names.oneWithoutName(states[$0]) })))"
    }
    if doubts.isEmpty { return "\(Prose.grouped(sure)) of the \(whole) could last\(which { _ in true })." }
    return
      "Of the \(whole), \(sure == 0 ? "none" : Prose.grouped(sure)) could last whatever is in doubt\(which { $0 == all }), and \(some == 0 ? "no other" : "\(Prose.grouped(some)) more in some of the ways\(which { $0 != all })")."
  }

  /// The reason, unless it speaks of states by their numbers.
  private func named(_ reason: Sentence) -> Sentence {
    let hasState = reason.phrases.contains { if case .state? = $0.reference { true } else { false } }
    return hasState && !names.isGraph ? "" : reason
  }

  private func words(ways count: UInt64) -> String { Prose.grouped(count) }

  /// In how many ways something lasts.
  private func lasting(_ share: DoubtsCount.Share, of count: DoubtsCount, _ ways: String) -> Sentence {
    let all = Prose.grouped(count.examined.count)
    return switch Holding(share, of: count.examined.count) {
    case .all: "lasts in all \(all) \(ways)"
    case .none: "lasts in \(count.examined.count == 2 ? "neither" : "none") of the \(all) \(ways)"
    case .some: "lasts in \(Prose.grouped(share.count)) of the \(all) \(ways)"
    }
  }

  /// The outcomes: what could last whatever is in doubt, what never, and what hangs on a doubt.
  private func addOutcomes(_ count: DoubtsCount, besides told: [String], to lead: inout Lead) {
    var told = told
    var (sure, never): ([Int], [Int]) = ([], [])
    var some: [(outcome: Int, share: DoubtsCount.Share)] = []
    for (index, share) in count.outcomes.enumerated() {
      switch Holding(share, of: count.examined.count) {
      case .all: sure.append(index)
      case .none: never.append(index)
      case .some: some.append((index, share))
      }
    }
    lead.add(outcomes: sure, names, known: ofPresents, aside: { aside($0, count) }) {
      sure.isEmpty ? "" : "Could last whatever is in doubt: \($0)."
    }
    lead.add(outcomes: never, names, known: ofPresents, isNewLine: false) {
      never.isEmpty ? "" : "In \(count.examined.count == 2 ? "neither" : "none") of the ways: \($0)."
    }
    for (outcome, share) in some.sorted(by: { $0.share.count > $1.share.count }) {
      let reason = named(hangsOn(share, in: count))
      let start: Sentence =
        "\(names.outcome(outcome))\(aside(outcome, count)) in \(Prose.grouped(share.count)) of \(Prose.grouped(count.examined.count))"
      // Once told, it is not told again.
      let isTold = !reason.isEmpty && told.contains(reason.text)
      told.append(reason.text)
      lead.item(
        reason.isEmpty ? "\(start)." : isTold ? "\(start), on the same doubt." : "\(start): \(reason).",
        orShorter: "\(start).")
    }
  }

  /// The outcomes that the present may be called by.
  private var ofPresents: Set<Int> {
    names.hasManyPresents ? [] : Set(names.presents.flatMap { subject.outcomes(of: $0) })
  }

  /// What follows the name of an outcome: that what the present is called lasts in other forms only.
  private func aside(_ outcome: Int, _ count: DoubtsCount) -> Sentence {
    let forms = names.presents.filter { subject.outcomes(of: $0).contains(outcome) }
    guard !forms.isEmpty, count.outcomes[outcome].count > 0 else { return "" }
    let isGone = forms.allSatisfy { form in
      states.position(of: form).map { count.share(at: $0).count == 0 } ?? true
    }
    return isGone ? " (only in other forms)" : ""
  }
}

extension DoubtsCount {
  /// In how many ways a state lasts.
  fileprivate func share(of state: State, in states: FeasibleStates) -> UInt64 {
    states.position(of: state).map { share(at: $0).count } ?? 0
  }
}

internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// Where it could go, in a few lines, where there are more states than can be listed.
extension PathsReport {
  /// Of several starts the first from which something that could last is in reach, else the first.
  var shownSet: SetSection? { answer.sets.first { !$0.kinds.isEmpty } ?? answer.sets.first }

  func addSets(to lead: inout Lead) {
    guard let section = shownSet else { return }
    if options.target != nil {
      addSetTarget(to: &lead)
      return
    }
    lead.add(isOpen ? names.openPresent : "", orShorter: isOpen ? names.inShort.openPresent : "")
    if isOpen, names.hasManyPresents {
      addStarts(to: &lead)
    } else {
      for start in starts.prefix(isOpen ? 2 : 1) { addStart(start, to: &lead) }
    }
    let closed = subject.outcomes.indices.filter { isClosed($0) }
    addOutOfReach(
      closed.map { outcome in
        let why = section.outcomes[outcome].obstacle.flatMap { reluctance(in: $0, from: section.start) }
        return (outcome, why ?? "")
      }, to: &lead)
    // Where a limit was reached it may be that something is found later.
    if section.limit != nil, section.kinds.isEmpty { return }
    let hasOthers = section.lastingCount > (isEquilibrium(section.start) ? 1 : 0)
    addReach(section.lastingCount, hasOthers: hasOthers, from: section.start, to: &lead) {
      nearestWays(lastingKinds(section), from: section.start) { outcome in
        section.outcomes.indices.contains(outcome) ? section.outcomes[outcome].distance : nil
      }
    }
    if section.kinds.isEmpty, hasOthers {
      lead.goOn("Every way there takes more than \(Prose.count(section.layers.count, "step")).")
    }
  }

  /// Whether an outcome that has states is reached from no start.
  func isClosed(_ outcome: Int) -> Bool {
    answer.sets.allSatisfy { section in
      section.outcomes.indices.contains(outcome) && section.outcomes[outcome].count > 0
        && section.outcomes[outcome].reachedCount == 0
    }
  }

  /// The kinds of what could last and is reached, but the start, with the way to the nearest.
  func lastingKinds(_ section: SetSection) -> [(kind: ReachedKind, path: [Step])] {
    section.kinds.compactMap { kind in
      kind.way.last.flatMap { solution.states.position(of: $0.state) }.map { nearest in
        let reached = ReachedKind(
          outcomes: kind.outcomes, positions: [nearest], count: kind.count, nearest: nearest)
        return (kind: reached, path: kind.way)
      }
    }
  }

  // MARK: A target

  private func addSetTarget(to lead: inout Lead) {
    guard let target = options.target, let first = answer.sets.first else { return }
    func name(_ names: Names) -> Sentence { names.target(target) }
    if isOpen { lead.add(names.openPresent, orShorter: names.inShort.openPresent) }
    let there = answer.sets.filter { $0.isThere }
    if !there.isEmpty { addThere(there.map { $0.start }, name, to: &lead) }
    let others = answer.sets.filter { !$0.isThere }
    if others.isEmpty {
      if !isOpen, let way = first.target?.way, let near = end(of: way) {
        addOtherForm(near, way, from: first.start, to: &lead)
      }
      return
    }
    let open = others.filter { $0.target?.way != nil }
    guard let best = open.min(by: { length($0) < length($1) }) else {
      // Where a limit was reached it is not known.
      if others.contains(where: { $0.target == nil || $0.limit != nil }) { return }
      if others.count == 1, !isOpen { addStart(others[0].start, to: &lead) }
      if case .nothingThere? = others[0].target?.obstacle {
        lead.add(
          "No feasible state belongs to \(name(names)), so no way leads there.",
          orShorter: "No feasible state belongs to \(name(names.inShort)), so no way leads there.")
        return
      }
      let why = others[0].target?.obstacle.flatMap { reluctance(in: $0, from: others[0].start) }
      addNone(isOtherwise: !there.isEmpty, why, name, to: &lead)
      return
    }
    addWay(from: best, name, to: &lead)
    addBarred(others.filter { $0.limit == nil && $0.target?.way == nil }.map { state($0.start) }, to: &lead)
    lead.goOn("The shortest way:")
  }

  private func length(_ section: SetSection) -> Int { section.target?.way?.count ?? .max }

  func end(of way: [Step]) -> Int? { way.last.flatMap { solution.states.position(of: $0.state) } }

  private func addWay(from section: SetSection, _ name: (Names) -> Sentence, to lead: inout Lead) {
    guard let way = section.target?.way else { return }
    let start = state(section.start)
    func words(_ names: Names) -> Sentence {
      let from: Sentence =
        isOpen ? "the present \(names.variant(start))" : names.title(of: start) ?? "the present situation"
      let gains: Sentence =
        options.kind == .moves
        ? ""
        : way.count == 1
          ? ", a gain at once for whoever takes it" : ", each a gain at once for whoever takes it"
      return "From \(from) to \(name(names)) it takes \(Prose.count(way.count, "step")) at least\(gains)."
    }
    lead.add(words(names), orShorter: words(names.inShort))
    lead.item(
      "\(names.capitalized(names.story(way, from: start))).",
      orShorter: "\(names.capitalized(briefly(way))).")
    if equilibria == nil { return }
    let lasts = end(of: way).map(isEquilibrium) ?? false
    lead.goOn(
      lasts
        ? "This ends where it could last."
        : "This does not end where it could last\(laterForm(section.target?.lastingDistance, way.count)).",
      rank: 2)
  }
}

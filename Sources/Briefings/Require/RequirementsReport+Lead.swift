internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Questions
internal import Stability

// What it would take, in a few lines.
extension RequirementsReport {
  /// The lead: whether it lasts, the nearest change, and what stands in the way.
  ///
  /// - Parameter leftOut: Where all is too long for the box: 1 to leave out why the change would do, 2 to leave
  ///   out its example, too.
  func lead(_ whys: Whys, leavingOut leftOut: Int = 0) -> [Block] {
    var lead = Lead()
    guard let nearest = answer.states.first else { return [] }
    if answer.lasts {
      lead.add(ways.lasting)
      addOthers(to: &lead)
      return lead.blocks
    }
    let (inShort, isBrief) = (names.inShort, leftOut > 1)
    lead.add(
      "\(ways.title(names)) does not last now. \(change(nearest, names, isBrief: isBrief))",
      orShorter: "\(ways.title(inShort)) does not last now. \(change(nearest, inShort, isBrief: isBrief))")
    if leftOut == 0, let set = ways.natural.first, let why = whys[set] {
      lead.goOn(names.why(why, about: ways.claim), orShorter: inShort.why(why, about: ways.claim))
    }
    if case .state(let state) = answer.target {
      lead.goOn(
        names.doubtAboutPresent(state), rank: 1, orShorter: names.inShort.doubtAboutPresent(state))
    }
    addOthers(to: &lead)
    let alone = lead.blocks
    if leftOut < 2, Lead.lines(of: alone) > Lead.lineLimit {
      return self.lead(whys, leavingOut: leftOut + 1)
    }
    let shown = shown(nearest, whys)
    let standing = standingInTheWay(shown)
    if standing.isEmpty { return alone }
    let title = wayTitle(shown, whys)
    lead.add("\(title):")
    for words in standing { lead.item(words) }
    let all = lead.blocks
    // Where not even one of them has room in the box, they follow below it.
    if all.contains(where: { if case .list = $0 { true } else { false } }) { return all }
    return alone + [.section(title: title, [.list(standing.map { Item($0) })])]
  }

  /// The state that the lead's change makes last, so that both are about the same form of an outcome;
  /// where that is not known, or what it demands was not listed, the nearest.
  private func shown(_ nearest: Requirements.Candidate, _ whys: Whys) -> Requirements.Candidate {
    guard let changed = changed(whys) else { return nearest }
    return answer.states.first { state($0.position) == changed && !$0.requirements.isEmpty } ?? nearest
  }

  /// The state that the lead's change makes last.
  private func changed(_ whys: Whys) -> State? { ways.natural.first.flatMap { whys[$0] }?.state }

  /// What the list of what stands in the way is about: of several forms of an outcome, which.
  private func wayTitle(_ shown: Requirements.Candidate, _ whys: Whys) -> Sentence {
    let way: Sentence = "What stands in the way"
    guard case .outcome = answer.target, answer.stateCount > 1 else { return way }
    let form = names.oneWithoutName(state(shown.position))
    let isAnother = changed(whys).map { $0 != state(shown.position) } ?? false
    return "\(way) of \(isAnother ? "the form nearest to lasting, " : "")\(form)"
  }

  /// Who would leave the state, by what, and why.
  private func standingInTheWay(_ shown: Requirements.Candidate) -> [Sentence] {
    let base = state(shown.position)
    return failing(shown).map { actor, demands in
      func steps(_ move: State) -> Int { names.isGraph ? 0 : move.distance(to: base) }
      let nearFirst = demands.map { state($0.move) }.enumerated()
        .sorted { (steps($0.element), $0.offset) < (steps($1.element), $1.offset) }.map { $0.element }
      var moves = nearFirst.prefix(2).map { names.change(from: base, to: $0) }
      if demands.count > 2 { moves.append("\(Prose.count(demands.count - 2, "other move"))") }
      let why = names.wish(conflict.compare(actor, nearFirst[0], with: base))
      return
        "\(names.actor(actor)), which would gain \(Prose.list(moves.map { "by \($0)" }, "or")).\(why.isEmpty ? "" : " \(why).")"
    }
  }

  /// Of so many sets of edits it is tried what they do to the other states that the present may be.
  private static let triedSets = 48

  /// What becomes of the other states that the present may be, and whether the same changes would make
  /// them last.
  private func addOthers(to lead: inout Lead) {
    if names.presents.count > 2 {
      lead.goOn(names.others(others.map { ($0.state, $0.lasts) }))
      return
    }
    for (state, lasts) in others {
      func start(_ names: Names) -> Sentence {
        "\(names.caseOfPresent(state)), \(names.verdict(lasts, beside: answer.lasts))"
      }
      let inShort = names.inShort
      if lasts || answer.lasts {
        lead.add("\(start(names)).", orShorter: "\(start(inShort)).")
        continue
      }
      let sets = ways.natural.prefix(Self.triedSets)
      let made = sets.compactMap { set in
        answer.edits.flatMap { edits in reasons?.lasts(state, after: set.map { edits.edits[$0] }) }
      }
      if made.isEmpty || made.count < sets.count {
        lead.add("\(start(names)).", orShorter: "\(start(inShort)).")
        continue
      }
      let good = made.count { $0 }
      let changes: Sentence =
        sets.count == 1
        ? "the same \(sets[0].count == 1 ? "change" : "changes") would \(good == 1 ? "" : "not ")make it last\(good == 1 ? ", too" : "")"
        : "\(good == 0 ? "none" : good == sets.count ? "each" : Prose.number(good)) of these \(Prose.number(sets.count)) changes would make it last\(good == 0 ? "" : ", too")"
      lead.add(
        "\(start(names)); \(changes).", orShorter: "\(start(inShort)); \(changes).", "\(start(inShort)).")
    }
  }

  /// The demands that are not met, actor by actor.
  private func failing(
    _ candidate: Requirements.Candidate
  ) -> [(actor: Int, demands: [Requirement.Demand])] {
    candidate.requirements.compactMap { requirement in
      let failing = requirement.demands.filter {
        !isMet($0, by: requirement.actor, at: candidate.position)
      }
      return failing.isEmpty ? nil : (requirement.actor, failing)
    }
  }

  /// The nearest change that would make it last: of judgements where one was found, else of orders.
  ///
  /// - Parameter isBrief: Whether no example is given.
  private func change(
    _ candidate: Requirements.Candidate, _ names: Names, isBrief: Bool = false
  ) -> Sentence {
    if let change = ways.change(names, isBrief: isBrief) { return change }
    if answer.limit != nil { return "What would make it last was not found out." }
    let nearest = candidate.nearest
    let who = nearest.lowered.indices.filter { !nearest.lowered[$0].isEmpty }
    return
      "No change of \(answer.edits == nil ? "a judgement" : "one or two judgements") that was tried makes it last; \(who.isEmpty ? "somebody" : names.actors(who)) would have to rank situations otherwise (\(Prose.count(nearest.distance, isStrict ? "exchange of neighbours" : "pair", isStrict ? "exchanges of neighbours" : "pairs")))."
  }
}

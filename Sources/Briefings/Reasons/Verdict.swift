internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Stability

/// Whether a state lasts under one concept, and on whom that hangs.
struct Verdict {
  /// The state.
  let state: State
  /// In which sense.
  let concept: Concept
  /// The actors who would leave.
  let leaving: [Int]
  /// The actors who could gain and would stay.
  let tempted: [Int]
  /// The plainest reasons of an actor; nil when they were not found.
  let reasons: (Int) -> Certificate?

  /// The verdict from the reasons of every actor.
  init(_ certificates: [Certificate], on state: State, under concept: Concept) {
    (self.state, self.concept) = (state, concept)
    leaving = certificates.filter { !$0.isStable }.map { $0.actor }
    tempted = certificates.filter {
      if case .stable(let deterrences) = $0.finding { !deterrences.isEmpty } else { false }
    }.map { $0.actor }
    reasons = { actor in certificates.first { $0.actor == actor } }
  }

  /// The verdict in a solution in which the concept is decided; nil where the state is not feasible.
  init?(on state: State, under concept: Concept, in solution: Solution, _ control: Control) {
    guard let position = solution.states.position(of: state) else { return nil }
    (self.state, self.concept) = (state, concept)
    let actors = Array(solution.conflict.actors.indices)
    let leaving = actors.filter { !solution.isStable(concept, actor: $0, position: position) }
    self.leaving = leaving
    tempted = actors.filter {
      !leaving.contains($0) && solution.improvementCount(of: $0, from: position) > 0
    }
    reasons = { actor in
      try? solution.certificate(
        concept, actor: actor, position: position, choosing: .plainest, control: control)
    }
  }
}

extension Verdict {
  /// The comparisons on which it hangs: why whoever leaves gains; or, where somebody is held, why an
  /// answer hurts it and why those who answer would want to.
  func deciding(in conflict: Conflict) -> [Comparison] {
    if let first = leaving.first {
      guard let certificate = reasons(first), case .unstable(let escape) = certificate.finding else {
        return []
      }
      return [conflict.compare(first, escape.improvement, with: state)]
    }
    guard let first = tempted.first, let certificate = reasons(first),
      case .stable(let deterrences) = certificate.finding, let simplest = deterrences.first
    else { return [] }
    switch simplest.sanction {
    case .together(_, let outcome): return [conflict.compare(first, outcome, with: state)]
    case .sequence(let steps, _):
      var found = [conflict.compare(first, steps.last?.state ?? simplest.improvement, with: state)]
      if concept.needsCredibleAnswers, let answer = steps.first {
        found.append(conflict.compare(answer.actor, answer.state, with: simplest.improvement))
      }
      return found
    }
  }
}

extension Names {
  /// Who would leave a state or what holds it, in a few sentences.
  ///
  /// - Parameters:
  ///   - brief: What the state is called where room is short.
  ///   - isBrief: Whether it is told without why, beside others of the kind.
  ///   - isKnown: Whether it was said already that the state does not last.
  ///   - tellsOthers: Whether those are told of who would leave besides the first.
  func add(
    _ verdict: Verdict, called name: Sentence, orShorter brief: Sentence? = nil, isBrief: Bool = false,
    isKnown: Bool = false, tellsOthers: Bool = true, to lead: inout Lead
  ) {
    guard let first = verdict.leaving.first else {
      addHolding(verdict, called: name, to: &lead)
      return
    }
    guard let certificate = verdict.reasons(first), case .unstable(let escape) = certificate.finding else {
      lead.add("\(name) does not last: \(actors(verdict.leaving)) would leave it.")
      return
    }
    let middle: Sentence = "\(isKnown ? "," : " does not last:") \(actor(first)) would gain by "
    let (start, briefStart) = (name + middle, (brief ?? name) + middle)
    let act = change(from: verdict.state, to: escape.improvement)
    let effect = effect(on: verdict.state, of: escape.improvement)
    let (short, shortest) = (
      inShort.change(from: verdict.state, to: escape.improvement),
      inShort.change(from: verdict.state, to: escape.improvement, atMost: 1)
    )
    if isBrief {
      lead.add(
        "\(start)\(act)\(effect).", orShorter: "\(start)\(short)\(effect).",
        "\(briefStart)\(short)\(self.effect(on: verdict.state, of: escape.improvement, isBrief: true)).",
        "\(briefStart)\(short).", "\(briefStart)\(shortest).")
    } else {
      lead.add(
        "\(start)\(act)\(effect).", orShorter: "\(start)\(short)\(effect).",
        "\(start)\(shortest)\(effect).", "\(start)\(shortest).")
    }
    if !isBrief {
      lead.goOn(
        reason(escape.improvement, of: first, verdict), rank: 1,
        orShorter: inShort.reason(escape.improvement, of: first, verdict))
    }
    if tellsOthers { addOthers(verdict, to: &lead) }
    if !isBrief, let next = verdict.tempted.first {
      lead.goOn("(\(capitalized(held(next, verdict))).)", rank: 4)
    }
  }

  /// Those who would leave besides the first: each would by a move of its own.
  private func addOthers(_ verdict: Verdict, to lead: inout Lead) {
    let others = verdict.leaving.dropFirst()
    guard let next = others.first else { return }
    let brief: Sentence =
      "So would \(actors(others)), \(others.count == 1 ? "" : "each ")by a move of its own."
    guard others.count == 1, let certificate = verdict.reasons(next),
      case .unstable(let escape) = certificate.finding
    else {
      lead.goOn(brief)
      return
    }
    let act = change(from: verdict.state, to: escape.improvement)
    let short = inShort.change(from: verdict.state, to: escape.improvement)
    lead.goOn(
      "\(actor(next)) would gain, too, by \(act).",
      orShorter: "\(actor(next)) would gain, too, by \(short).", brief)
  }

  /// That a state lasts, and what holds whoever could gain.
  private func addHolding(_ verdict: Verdict, called name: Sentence, to lead: inout Lead) {
    if let tempted = verdict.tempted.first {
      lead.add("\(name) lasts: \(held(tempted, verdict)).")
      if verdict.tempted.count > 1 {
        let others = verdict.tempted.dropFirst()
        lead.goOn(
          "\(actors(others)) could gain, too, and \(others.count == 1 ? "is" : "are") held back as well.",
          rank: 2)
      }
    } else {
      lead.add("\(name) lasts: nobody gains by a move of its own.")
    }
    if subject.conflict.actors.count > 1 {
      lead.goOn(see("What some could do together", "coalitions"), rank: 2)
    }
  }

  /// Why an actor would leave for an improvement that nobody spoils.
  func reason(_ improvement: State, of actor: Int, _ verdict: Verdict) -> Sentence {
    let why = wish(subject.conflict.compare(actor, improvement, with: verdict.state))
    if why.isEmpty { return "" }
    let concept = verdict.concept
    let unopposed: Sentence =
      concept == .nash || concept == .sim
      ? ""
      : ", and \(concept.needsCredibleAnswers ? "nobody has an answer in its own interest that" : "no answer") would spoil that"
    return "\(why)\(unopposed)."
  }

  /// Whether a move ends what the present is called or changes a detail in it; with a comma before.
  func effect(on state: State, of target: State, isBrief: Bool = false) -> Sentence {
    if isGraph { return "" }
    let before = Set(subject.outcomes(of: state)), after = Set(subject.outcomes(of: target))
    if before.isEmpty { return "" }
    if before == after {
      return isBrief ? " (another form of it)" : ", which leads only to another form of it"
    }
    let new = after.subtracting(before).sorted().map { outcome($0) }
    if before.isSubset(of: after) { return ", which adds \(Prose.list(new))" }
    return new.isEmpty ? ", which ends it" : ", which leads to \(Prose.list(new))"
  }

  /// What holds an actor who could gain, as a clause.
  func held(_ actor: Int, _ verdict: Verdict) -> Sentence {
    let (state, name) = (verdict.state, self.actor(actor))
    guard let certificate = verdict.reasons(actor), case .stable(let deterrences) = certificate.finding,
      let simplest = deterrences.first
    else { return "\(name) could gain, but is held back" }
    let gain: Sentence = "\(name) could gain by \(change(from: state, to: simplest.improvement))"
    switch simplest.sanction {
    case .sequence(let steps, _):
      let answers = self.steps(
        steps, from: simplest.improvement,
        verdict.concept.needsCredibleAnswers ? "would answer" : "could answer")
      return "\(gain), but \(answers), and \(name) would be no better off"
    case .together(let steps, _):
      return "\(gain), but not if at the same moment \(choices(steps, from: state))"
    }
  }

  /// Which question tells more: `What can last: entente solve.`
  func see(_ what: Sentence, _ word: String, _ arguments: [Argument] = []) -> Sentence {
    "\(what): \(Sentence("entente \(word)", to: .question(word: word, arguments: arguments)))."
  }
}

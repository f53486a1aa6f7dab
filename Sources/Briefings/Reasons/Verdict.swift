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
      !leaving.contains($0) && !solution.improvements(of: $0, from: position).isEmpty
    }
    reasons = { actor in
      try? solution.certificate(
        concept, actor: actor, position: position, choosing: .plainest, control: control)
    }
  }
}

extension Names {
  /// What the present is called, to begin a sentence.
  func present(_ state: State) -> Sentence {
    title(of: state).map { "The present (\($0))" } ?? "The present situation"
  }

  /// Whether the state may be the present.
  func isPresent(_ state: State) -> Bool {
    subject.statusQuo.map { $0.state == state || $0.completions.contains(state) } ?? false
  }

  /// What a state is called to begin a sentence: the present, else by its outcomes, else by how it
  /// differs from the present.
  func called(_ state: State) -> Sentence {
    if isPresent(state) { return present(state) }
    if let title = title(of: state) { return title }
    guard let now = subject.statusQuo?.state else { return "The situation" }
    return "The present \(variant(state, of: now))"
  }

  /// Who would leave a state or what holds it, in a few sentences.
  ///
  /// - Parameter isBrief: Whether only the first of those who would leave is told of, without why.
  func add(_ verdict: Verdict, called name: Sentence, isBrief: Bool = false, to lead: inout Lead) {
    guard let first = verdict.leaving.first else {
      guard let tempted = verdict.tempted.first else {
        lead.add("\(name) lasts: nobody gains by a move of its own.")
        return
      }
      lead.add("\(name) lasts: \(held(tempted, verdict)).")
      if verdict.tempted.count > 1 {
        lead.goOn("So it is with \(actors(verdict.tempted.dropFirst())).", rank: 2)
      }
      return
    }
    guard let certificate = verdict.reasons(first), case .unstable(let escape) = certificate.finding else {
      lead.add("\(name) does not last: \(actors(verdict.leaving)) would leave it.")
      return
    }
    let act = change(from: verdict.state, to: escape.improvement)
    let others: Sentence =
      verdict.leaving.count > 1 ? "So would \(actors(verdict.leaving.dropFirst()))." : ""
    if isBrief {
      lead.add(
        "\(name) does not last: \(actor(first)) would gain by \(act).\(others.isEmpty ? "" : " ")\(others)",
        orShorter: "\(name) does not last: \(actors(verdict.leaving)) would leave it.")
      return
    }
    lead.add(
      "\(name) does not last: \(actor(first)) would gain by \(act)\(effect(on: verdict.state, of: escape.improvement))."
    )
    lead.goOn(reason(escape.improvement, of: first, verdict), rank: 1)
    lead.goOn(others)
    if let next = verdict.tempted.first {
      lead.goOn("(\(capitalized(held(next, verdict))).)", rank: 4)
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
      : ", and no answer \(concept.needsCredibleAnswers ? "that helps those who give it " : "")would spoil that"
    return "\(why)\(unopposed)."
  }

  /// Whether a move ends what the present is called or changes a detail in it; with a comma before.
  func effect(on state: State, of target: State) -> Sentence {
    if isGraph { return "" }
    let before = Set(subject.outcomes(of: state)), after = Set(subject.outcomes(of: target))
    if before.isEmpty { return "" }
    if before == after { return ", which changes a detail of it" }
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
      return "\(gain), but \(answers), and it would be no better off"
    case .together(let steps, _):
      return "\(gain), but not if at the same moment \(choices(steps, from: state))"
    }
  }

  /// What an actor wants that makes it prefer one state, as a sentence without its full stop; empty
  /// where nothing is wanted.
  func wish(_ comparison: Comparison) -> Sentence {
    if case .ranking = comparison.ground {
      return "Its ranking puts that higher (\(citation(ofRankingOf: comparison.actor)))"
    }
    guard case .statement(let index) = comparison.ground,
      subject.statements(of: comparison.actor).indices.contains(index)
    else { return "" }
    let statement = subject.statements(of: comparison.actor)[index]
    let wish = words(statement.that, of: comparison.actor)
      .pointing(to: reference(toStatement: index, of: comparison.actor))
    return "It wants \(wish) (\(statement.citation))"
  }

  /// A statement as somebody's wish: `Moscow’s wish for “Extend the deal” (memo 3.1, said)`.
  func wish(_ index: Int, of actor: Int) -> Sentence {
    let statements = subject.statements(of: actor)
    guard statements.indices.contains(index) else { return "\(possessive(actor)) wishes" }
    return "\(possessive(actor)) wish for \(wanted(index, of: actor)) (\(statements[index].citation))"
  }

  /// What a statement wants, in names.
  func wanted(_ index: Int, of actor: Int) -> Sentence {
    words(subject.statements(of: actor)[index].that, of: actor)
      .pointing(to: reference(toStatement: index, of: actor))
  }

  /// Which question tells more: `What can last: entente solve.`
  func see(_ what: Sentence, _ word: String, _ arguments: [Argument] = []) -> Sentence {
    "\(what): \(Sentence("entente \(word)", to: .question(word: word, arguments: arguments)))."
  }
}

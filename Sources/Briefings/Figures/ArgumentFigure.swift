internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Stability

extension Names {
  /// The argument of a verdict as a picture: a gain of the actor, what the others would answer, and
  /// what comes of it. Nil where no move is a gain, so that there is nothing to see.
  func argument(_ certificate: Certificate) -> Figure.Chain? {
    var draft = ArgumentFigure(self, certificate)
    switch certificate.finding {
    case .stable(let deterrences):
      guard let first = deterrences.first else { return nil }
      return draft.chain(of: first)
    case .unstable(let escape): return draft.chain(of: escape)
    }
  }
}

/// The picture of one argument on its way.
private struct ArgumentFigure {
  typealias Chain = Figure.Chain

  let names: Names
  let certificate: Certificate
  let labels: Labels
  private var actors: [Figure.Party] = []
  private var cards: [Chain.Card] = []

  init(_ names: Names, _ certificate: Certificate) {
    (self.names, self.certificate) = (names, certificate)
    labels = Labels(names.subject)
  }

  private var conflict: Conflict { names.conflict }
  private var focal: Int { certificate.actor }
  private var state: State { certificate.state }
  private var isCredible: Bool { certificate.concept.needsCredibleAnswers }

  // MARK: Cards

  /// The place of an actor among those that take part.
  private mutating func place(_ party: Figure.Party) -> Int {
    if let known = actors.firstIndex(of: party) { return known }
    actors.append(party)
    return actors.count - 1
  }

  private mutating func add(
    _ actor: Int, _ role: Sentence, from old: State, to new: State, reason: Chain.Reason?
  ) {
    cards.append(
      Chain.Card(
        actor: place(labels.party(actor, names)), role: role.pointing(to: .state(new.code)),
        changes: names.changes(from: old, to: new, labels), reason: reason))
  }

  private mutating func addGain(_ improvement: State) {
    let reason = names.reason(conflict.compare(focal, improvement, with: state), "a gain")
    add(focal, "could gain", from: state, to: improvement, reason: reason)
  }

  private func gain(_ step: Step, from old: State) -> Chain.Reason {
    names.reason(conflict.compare(step.actor, step.state, with: old), "a gain")
  }

  private func chain(_ ending: Chain.Ending) -> Chain {
    Chain(.argument, actors: actors, cards: cards, ending: ending, isIllustration: true)
  }

  // MARK: Staying

  mutating func chain(of deterrence: Deterrence) -> Chain {
    addGain(deterrence.improvement)
    var remarks: [Sentence] = []
    let end: State
    switch deterrence.sanction {
    case .sequence(let steps, let counterMoves):
      var current = deterrence.improvement
      for (index, step) in steps.enumerated() {
        let role: Sentence = index > 0 ? "then" : isCredible ? "would answer" : "could answer"
        let reason = isCredible ? gain(step, from: current) : nil
        add(step.actor, role, from: current, to: step.state, reason: reason)
        current = step.state
      }
      end = current
      if certificate.concept.allowsCounterMove {
        remarks.append(
          counterMoves.isEmpty ? "No second move is open to it." : "No second move would mend that.")
      }
    case .together(let steps, let outcome):
      for step in steps {
        add(step.actor, "at the same moment", from: state, to: step.state, reason: gain(step, from: state))
      }
      end = outcome
    }
    let comparison = conflict.compare(focal, end, with: state)
    let lead: Sentence = comparison.relation == .worse ? "Worse for it" : "No better for it"
    return chain(
      .init(.stops, "So it stays.", remarks: remarks, reason: names.reason(comparison, lead)))
  }

  // MARK: Leaving

  mutating func chain(of escape: Escape) -> Chain {
    addGain(escape.improvement)
    switch escape.reason {
    case .noAnswerCounts:
      return leaving(["In this sense no answer counts."])
    case .closedSet(let answers):
      return chain(after: escape.improvement, answers)
    case .unlistedSet:
      return leaving([
        "Nothing among all that the others can bring about from there, which is too much to list, would spoil it."
      ])
    case .noJointAnswer(let steps):
      if steps.isEmpty { return leaving(["None of the others could gain at the same moment."]) }
      let movers = Set(steps.map { $0.actor }).sorted()
      addOthers(
        movers, "at the same moment",
        "\(Prose.count(steps.count, "gain")) of \(movers.count == 1 ? "its own" : "their own")")
      return leaving(["No choice among these would spoil it."])
    }
  }

  private func leaving(_ remarks: [Sentence], _ reason: Chain.Reason? = nil) -> Chain {
    chain(.init(.leaves, "So it leaves.", remarks: remarks, reason: reason))
  }

  /// What a set of actors could do, without saying which of them does what.
  private mutating func addOthers(_ movers: [Int], _ role: Sentence, _ what: Sentence) {
    let place = place(labels.parties(movers, names))
    cards.append(Chain.Card(actor: place, role: role, changes: [.init(.note, what)]))
  }

  /// That none of the states which the others can bring about spoils the gain.
  private mutating func chain(after improvement: State, _ answers: [Escape.Answer]) -> Chain {
    guard let first = answers.first else {
      let others = conflict.actors.count == 1
      return leaving([
        others ? "Nobody else is there." : isCredible ? "Nobody would answer." : "Nobody could answer."
      ])
    }
    let states = Set(answers.map { $0.state }).count
    let movers = Set(answers.map { $0.lastMover }).sorted()
    let comparisons = answers.map { conflict.compare(focal, $0.counterMove ?? $0.state, with: state) }
    let escapes = answers.count { $0.counterMove != nil }
    if answers.count == 1, conflict.canMove(first.lastMover, from: improvement, to: first.state) {
      let step = Step(actor: first.lastMover, state: first.state)
      add(
        step.actor, isCredible ? "would answer" : "could answer", from: improvement, to: step.state,
        reason: isCredible ? gain(step, from: improvement) : nil)
    } else {
      addOthers(
        movers, "could bring about",
        "\(Prose.count(states, "situation"))\(isCredible ? ", each step a gain for whoever takes it" : "")")
    }
    let spoiling: Sentence =
      states == 1 ? "That would not spoil it." : "None of them would spoil it."
    let on: [Sentence] =
      escapes == 0 ? [] : [states == 1 ? "It could move on from there." : "It could move on where need be."]
    // What decides is told where it is the same in all.
    let isAlike = comparisons.allSatisfy { $0.ground == comparisons[0].ground }
    return leaving([spoiling] + on, isAlike ? names.reason(comparisons[0], "Still better") : nil)
  }
}

internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Stability

// Why an actor stays.
extension ExplainReport {
  /// How many deterrences are told in full; further ones take a line each.
  private static let fullCount = 6

  func add(
    _ deterrences: [Deterrence], _ certificate: Certificate, to builder: inout DocumentBuilder
  ) {
    let who = names.actor(certificate.actor)
    guard !deterrences.isEmpty else {
      addMoves(certificate, to: &builder)
      return
    }
    builder.paragraph(
      deterrences.count == 1
        ? "One move would make \(who) better off, and it would be spoiled:"
        : "\(Prose.capitalized(Prose.count(deterrences.count, "move"))) would make \(who) better off, and each would be spoiled:"
    )
    for (index, deterrence) in deterrences.enumerated() {
      if index < Self.fullCount {
        builder.item(gain(deterrence.improvement, certificate), mark: .number(index + 1)) { inner in
          for line in spoiling(deterrence, certificate) { inner.paragraph(line) }
        }
      } else {
        builder.item(brief(deterrence, certificate), mark: .number(index + 1))
      }
    }
    builder.paragraph("So \(who) would gain nothing by leaving.")
  }

  /// That no move is a gain, with the reason for each.
  private func addMoves(_ certificate: Certificate, to builder: inout DocumentBuilder) {
    let (actor, state) = (certificate.actor, certificate.state)
    let targets = conflict.moves(of: actor, from: state)
    if targets.isEmpty {
      builder.paragraph("No move from there is open to \(names.actor(actor)) at all.")
      return
    }
    builder.paragraph(
      "\(Prose.capitalized(Prose.count(targets.count, "move"))) \(targets.count == 1 ? "is" : "are") open to \(names.actor(actor)), and none makes it better off:"
    )
    for group in ReasonGroup.groups(targets.map { conflict.compare(actor, $0, with: state) }) {
      builder.item(names.capitalized(names.sentence(group)) + ".")
    }
  }

  /// The improvement and why it is one.
  func gain(_ improvement: State, _ certificate: Certificate) -> Sentence {
    let state = certificate.state
    let who = names.actor(certificate.actor)
    let comparison = conflict.compare(certificate.actor, improvement, with: state)
    let change = Prose.capitalized(names.change(from: state, to: improvement))
    let target: Sentence = names.isGraph ? "" : " leads to \(names.full(improvement))"
    return "\(change)\(target). That would be better for \(who): \(names.because(comparison))."
  }

  /// The answer step by step, why its end is no gain, and why no second move mends that.
  private func spoiling(_ deterrence: Deterrence, _ certificate: Certificate) -> [Sentence] {
    let (actor, state) = (certificate.actor, certificate.state)
    var lines: [Sentence] = []
    let end: State
    switch deterrence.sanction {
    case .sequence(let steps, _):
      var current = deterrence.improvement
      for (index, step) in steps.enumerated() {
        let lead = index == 0 ? "Then" : "After that"
        var text: Sentence =
          "\(lead) \(names.actor(step.actor)) could answer by \(names.change(from: current, to: step.state))"
        if !names.isGraph { text += ", to \(names.full(step.state))" }
        if certificate.concept.needsCredibleAnswers {
          let reason = names.because(conflict.compare(step.actor, step.state, with: current))
          text += "; that is a gain for \(names.actor(step.actor)): \(reason)"
        }
        lines.append(text + ".")
        current = step.state
      }
      end = current
    case .together(let steps, let outcome):
      for step in steps {
        let reason = names.because(conflict.compare(step.actor, step.state, with: state))
        lines.append(
          "At the same moment \(names.actor(step.actor)) could gain by \(names.change(from: state, to: step.state)) (by itself \(names.again(step.state))): \(reason)."
        )
      }
      lines.append("All at once, this makes \(names.full(outcome)).")
      end = outcome
    }
    let comparison = conflict.compare(actor, end, with: state)
    lines.append(
      "\(names.capitalized(names.again(end))) is \(names.relation(comparison, than: names.again(state))) for \(names.actor(actor)): \(names.because(comparison))."
    )
    if certificate.concept.allowsCounterMove, case .sequence(_, let counterMoves) = deterrence.sanction {
      lines += noWayBack(counterMoves, from: end, certificate)
    }
    return lines
  }

  private func noWayBack(_ moves: [State], from end: State, _ certificate: Certificate) -> [Sentence] {
    let (actor, state) = (certificate.actor, certificate.state)
    if moves.isEmpty { return ["From \(names.again(end)) no further move is open to \(names.actor(actor))."] }
    let comparisons = moves.map { conflict.compare(actor, $0, with: state) }
    let lead: Sentence =
      "A second move by \(names.actor(actor)) from \(names.again(end)) would not mend that: "
    let reasons = ReasonGroup.groups(comparisons).map { names.sentence($0) }
    return [lead + reasons.joined(separator: "; ") + "."]
  }

  /// A deterrence in one line.
  private func brief(_ deterrence: Deterrence, _ certificate: Certificate) -> Sentence {
    let state = certificate.state
    let change = Prose.capitalized(names.change(from: state, to: deterrence.improvement))
    let (answer, end): (Sentence, State) =
      switch deterrence.sanction {
      case .sequence(let steps, _):
        (
          names.steps(steps, from: deterrence.improvement, "could answer"),
          steps.last?.state ?? deterrence.improvement
        )
      case .together(let steps, let outcome):
        ("at the same moment \(names.choices(steps, from: state))", outcome)
      }
    let comparison = conflict.compare(certificate.actor, end, with: state)
    return
      "\(change) (\(names.again(deterrence.improvement))): \(answer). \(names.capitalized(names.sentence(ReasonGroup(comparisons: [comparison]))))."
  }
}

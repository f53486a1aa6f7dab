internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Questions
internal import Stability

/// The fate of a state in sentences.
struct FateWords: Sendable, Hashable {
  /// Under which concepts it lasts.
  let verdict: Sentence
  /// For each actor who could gain, what it would do or what holds it back; then
  /// who could not gain at all.
  let reasons: [Sentence]
}

extension SolveReport {
  /// The fate of a state, with the certificates' reasons put into sentences.
  func fate(of state: State) -> FateWords {
    guard let fate = solved.fate(of: state, control: options.control) else {
      return FateWords(verdict: "Whether it lasts was not decided.", reasons: [])
    }
    var reasons = fate.actors.flatMap { words($0, at: state) }
    if fate.content.count == conflict.actors.count {
      reasons.append("Nobody could gain by any move.")
    } else if !fate.content.isEmpty {
      reasons.append("\(names.actors(fate.content)) could not gain by any move.")
    }
    return FateWords(verdict: verdict(fate), reasons: reasons)
  }

  private func verdict(_ fate: StatusQuoFate) -> Sentence {
    if fate.others.isEmpty { return "It lasts under \(words(fate.lasting))." }
    let who: Sentence = "\(Prose.list(fate.leaving.map { names.actor($0) }, "or")) would leave."
    if fate.lasting.isEmpty {
      return fate.others.count == 1
        ? "It does not last under \(fate.others.words): \(who)"
        : "It does not last under any of the concepts below: \(who)"
    }
    return "It lasts under \(fate.lasting.words), but not under \(fate.others.words("or")): \(who)"
  }

  /// The concepts in a sentence, in short when they are all that were decided.
  func words(_ concepts: [Concept]) -> Sentence {
    guard concepts.count > 2, concepts == solution.concepts else { return concepts.words }
    return solution.passedOver.isEmpty ? "every concept" : "every concept decided"
  }

  /// What one actor who could gain would do.
  private func words(_ fate: ActorFate, at state: State) -> [Sentence] {
    if fate.isUndecided { return ["What \(names.actor(fate.actor)) would do was not worked out."] }
    var sentences: [Sentence] = []
    for departure in fate.departures {
      sentences.append(leaves(fate, state, departure, isAgain: !sentences.isEmpty))
    }
    for hold in fate.holds {
      sentences.append(isHeld(by: hold.certificate, under: hold.concepts, isAgain: !sentences.isEmpty))
    }
    return sentences
  }

  private func leaves(
    _ fate: ActorFate, _ state: State, _ departure: ActorFate.Departure, isAgain: Bool
  ) -> Sentence {
    let (improvement, concepts) = (departure.improvement, departure.concepts)
    let name = names.actor(fate.actor)
    let reason = names.because(conflict.compare(fate.actor, improvement, with: state))
    var text: Sentence =
      isAgain
      ? "Under \(words(concepts)) \(name) would leave it, too: by \(names.change(from: state, to: improvement))"
      : "\(name) would leave it under \(words(concepts)): by \(names.change(from: state, to: improvement))"
    text += names.isGraph ? ". " : " it could reach \(names.full(improvement)). "
    text += "That is better for \(name), since \(reason)."
    if fate.gains > 1, !isAgain {
      text += " \(Prose.capitalized(Prose.count(fate.gains - 1, "other move"))) would gain, too."
    }
    return text
  }

  /// What holds an actor back: the answer to the gain that changes least.
  private func isHeld(by certificate: Certificate, under concepts: [Concept], isAgain: Bool) -> Sentence {
    let state = certificate.state
    let name = names.actor(certificate.actor)
    // The plainest certificate has the smallest change first.
    guard case .stable(let deterrences) = certificate.finding, let simplest = deterrences.first else {
      return "\(name) is held back under \(words(concepts))."
    }
    let gain = names.change(from: state, to: simplest.improvement)
    let target: Sentence = names.isGraph ? "" : " (\(names.again(simplest.improvement)))"
    var text: Sentence =
      isAgain
      ? "Under \(words(concepts)) \(name) would stay. Should \(name) gain by \(gain)\(target), "
      : "\(name) could gain by \(gain)\(target), but would stay under \(words(concepts)): "
    let end: State
    switch simplest.sanction {
    case .sequence(let steps, _):
      end = steps.last?.state ?? simplest.improvement
      let verb = certificate.concept.needsCredibleAnswers ? "would answer" : "could answer"
      text += "\(names.steps(steps, from: simplest.improvement, verb)). "
    case .together(let steps, let outcome):
      end = outcome
      text += "at the same moment \(names.choices(steps, from: state)). "
    }
    let comparison = conflict.compare(certificate.actor, end, with: state)
    text +=
      "\(names.asSubject(end)) is \(names.relation(comparison, than: "now")) for \(name), since \(names.because(comparison))."
    if deterrences.count > 1 {
      text +=
        " So it is with \(deterrences.count == 2 ? "the other gain" : "its \(Prose.grouped(deterrences.count - 1)) other gains")."
    }
    return text
  }
}

extension Names {
  /// Moves one after the other: `Russia could answer by taking “X”, then Poland by giving up “Y”`.
  ///
  /// - Parameter verb: What the first mover does, if that is to be said.
  func steps(_ steps: [Step], from start: State, _ verb: String? = nil) -> Sentence {
    var current = start
    var parts: [Sentence] = []
    for step in steps {
      let verb = parts.isEmpty ? verb.map { "\($0) " } ?? "" : ""
      parts.append("\(actor(step.actor)) \(verb)by \(change(from: current, to: step.state))")
      current = step.state
    }
    return parts.joined(separator: ", then ")
  }

  /// Moves made at the same time, all from one state.
  func choices(_ steps: [Step], from start: State) -> Sentence {
    let parts: [Sentence] = steps.map {
      "\(actor($0.actor)) could gain by \(change(from: start, to: $0.state))"
    }
    return Prose.list(parts)
  }

  /// How one state is beside another, named by `base`: `worse than now`, `no better than now`.
  func relation(_ comparison: Comparison, than base: Sentence) -> Sentence {
    switch comparison.relation {
    case .better: "better than \(base)"
    case .worse: "worse than \(base)"
    case .same: "no better than \(base)"
    }
  }
}

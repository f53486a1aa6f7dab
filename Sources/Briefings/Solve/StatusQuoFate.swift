internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Stability

/// What becomes of a state in which the conflict stands: who would leave it, and
/// what holds it.
struct StatusQuoFate: Sendable, Hashable {
  /// Under which concepts it lasts, in a sentence.
  let verdict: Sentence
  /// For each actor who could gain, what it would do or what holds it back; then
  /// who could not gain at all.
  let reasons: [Sentence]
}

extension SolveReport {
  /// The fate of a state, with the certificates' reasons put into sentences.
  func fate(of state: State) -> StatusQuoFate {
    guard let position = names.states?.position(of: state), !solution.concepts.isEmpty else {
      return StatusQuoFate(verdict: "Whether it lasts was not decided.", reasons: [])
    }
    var reasons: [Sentence] = []
    var content: [Int] = []
    for actor in conflict.actors.indices {
      let count = solution.improvements(of: actor, from: position).count
      if count == 0 {
        content.append(actor)
      } else if let found = try? fate(of: actor, at: position, gains: count) {
        reasons += found
      } else {
        reasons.append("What \(names.actor(actor)) would do was not worked out.")
      }
    }
    if content.count == conflict.actors.count {
      reasons.append("Nobody could gain by any move.")
    } else if !content.isEmpty {
      reasons.append("\(names.actors(content)) could not gain by any move.")
    }
    return StatusQuoFate(verdict: verdict(at: position), reasons: reasons)
  }

  private func verdict(at position: Int) -> Sentence {
    let lasting = concepts(at: position)
    let others = solution.concepts.filter { !lasting.contains($0) }
    if others.isEmpty { return "It lasts under \(words(lasting))." }
    let leaving = conflict.actors.indices.filter { actor in
      others.contains { !solution.isStable($0, actor: actor, position: position) }
    }
    let who: Sentence = "\(Prose.list(leaving.map { names.actor($0) }, "or")) would leave."
    if lasting.isEmpty {
      return others.count == 1
        ? "It does not last under \(others.words): \(who)"
        : "It does not last under any of the concepts below: \(who)"
    }
    return
      "It lasts under \(lasting.words), but not under \(others.words("or")): \(who)"
  }

  /// The concepts in a sentence, in short when they are all that were decided.
  func words(_ concepts: [Concept]) -> Sentence {
    guard concepts.count > 2, concepts == solution.concepts else { return concepts.words }
    return solution.passedOver.isEmpty ? "every concept" : "every concept decided"
  }

  /// What one actor who could gain would do.
  private func fate(
    of actor: Int, at position: Int, gains: Int
  ) throws(StateGraph.Stopped) -> [Sentence] {
    var sentences: [Sentence] = []
    let departures = try departures(of: actor, at: position)
    if departures.map({ $0.concepts }) != [[.nash]] || !isHeldSomehow(actor, at: position) {
      for departure in departures {
        sentences.append(
          leaves(
            actor, at: position, by: departure.improvement, under: departure.concepts, gains: gains,
            isAgain: !sentences.isEmpty))
      }
    }
    for hold in try holds(on: actor, at: position) {
      sentences.append(isHeld(by: hold.certificate, under: hold.concepts, isAgain: !sentences.isEmpty))
    }
    return sentences
  }

  private func isHeldSomehow(_ actor: Int, at position: Int) -> Bool {
    solution.concepts.contains { solution.isStable($0, actor: actor, position: position) }
  }

  /// The gains that nobody spoils, each with the concepts under which that is so.
  ///
  /// One gain does not serve them all: what no sequence of credible answers
  /// spoils may be spoiled by gains made at the same moment, and the other way
  /// round. So a gain counts for its own concept and for those that imply it.
  func departures(
    of actor: Int, at position: Int
  ) throws(StateGraph.Stopped) -> [(improvement: State, concepts: [Concept])] {
    var left = solution.concepts.filter { !solution.isStable($0, actor: actor, position: position) }
    var found: [(improvement: State, concepts: [Concept])] = []
    // The concept that asks least gives the gain that is hardest to spoil.
    for weakest in Concept.strongestFirst.reversed() where left.contains(weakest) {
      guard
        case .unstable(let escape) = try solution.certificate(
          weakest, actor: actor, position: position, choosing: .plainest, control: options.control
        ).finding
      else { continue }
      let covered = left.filter { $0 == weakest || $0.implies(weakest) }
      left.removeAll { covered.contains($0) }
      if let index = found.firstIndex(where: { $0.improvement == escape.improvement }) {
        found[index].concepts += covered
      } else {
        found.append((escape.improvement, covered))
      }
    }
    return found.map { departure in
      (departure.improvement, solution.concepts.filter { departure.concepts.contains($0) })
    }
  }

  /// What holds an actor who could gain, each with the concepts under which it does.
  func holds(
    on actor: Int, at position: Int
  ) throws(StateGraph.Stopped) -> [(certificate: Certificate, concepts: [Concept])] {
    var left = solution.concepts.filter { solution.isStable($0, actor: actor, position: position) }
    var found: [(certificate: Certificate, concepts: [Concept])] = []
    for strongest in Concept.strongestFirst where left.contains(strongest) {
      let covered = left.filter { $0 == strongest || strongest.implies($0) }
      left.removeAll { covered.contains($0) }
      let certificate = try solution.certificate(
        strongest, actor: actor, position: position, choosing: .plainest, control: options.control)
      found.append((certificate, covered))
    }
    return found
  }

  private func leaves(
    _ actor: Int, at position: Int, by improvement: State, under concepts: [Concept], gains: Int,
    isAgain: Bool
  ) -> Sentence {
    let state = solution.states[position]
    let name = names.actor(actor)
    let reason = names.because(conflict.compare(actor, improvement, with: state))
    var text: Sentence =
      isAgain
      ? "Under \(words(concepts)) \(name) would leave it, too: by \(names.change(from: state, to: improvement))"
      : "\(name) would leave it under \(words(concepts)): by \(names.change(from: state, to: improvement))"
    text += names.isGraph ? ". " : " it could reach \(names.full(improvement)). "
    text += "That is better for \(name), since \(reason)."
    if gains > 1, !isAgain {
      text += " \(Prose.capitalized(Prose.count(gains - 1, "other move"))) would gain, too."
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
  func steps(_ steps: [Step], from start: State, _ verb: String) -> Sentence {
    var current = start
    var parts: [Sentence] = []
    for step in steps {
      let change = change(from: current, to: step.state)
      parts.append(
        parts.isEmpty ? "\(actor(step.actor)) \(verb) by \(change)" : "\(actor(step.actor)) by \(change)")
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

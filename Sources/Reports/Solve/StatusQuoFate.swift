internal import CaseFile
internal import ConflictModel
internal import Stability

/// What becomes of a state in which the conflict stands: who would leave it, and
/// what holds it.
struct StatusQuoFate: Sendable, Hashable {
  /// Under which concepts it lasts, in a sentence.
  let verdict: String
  /// For each actor who could gain, what it would do or what holds it back; then
  /// who could not gain at all.
  let reasons: [String]
}

extension SolveReport {
  /// The fate of a state, with the certificates' reasons put into sentences.
  func fate(of state: State) -> StatusQuoFate {
    guard let position = names.states?.position(of: state), !solution.concepts.isEmpty else {
      return StatusQuoFate(verdict: "Whether it lasts is not determined.", reasons: [])
    }
    var reasons: [String] = []
    var content: [Int] = []
    for actor in conflict.actors.indices {
      let count = solution.improvements(of: actor, from: position).count
      if count == 0 { content.append(actor) } else { reasons += fate(of: actor, at: position, gains: count) }
    }
    if content.count == conflict.actors.count {
      reasons.append("Nobody could gain by any move of its own.")
    } else if !content.isEmpty {
      reasons.append("\(names.actors(content)) could gain nothing by any move of their own.")
    }
    return StatusQuoFate(verdict: verdict(at: position), reasons: reasons)
  }

  private func verdict(at position: Int) -> String {
    let lasting = concepts(at: position)
    let others = solution.concepts.filter { !lasting.contains($0) }
    if others.isEmpty { return "It lasts under \(lasting.words)." }
    if lasting.isEmpty { return "It does not last under \(Prose.list(others.map(\.rawValue), "or"))." }
    return "It lasts under \(lasting.words), but not under \(Prose.list(others.map(\.rawValue), "or"))."
  }

  /// What one actor who could gain would do.
  private func fate(of actor: Int, at position: Int, gains: Int) -> [String] {
    let stable = solution.concepts.filter { solution.isStable($0, actor: actor, position: position) }
    let unstable = solution.concepts.filter { !stable.contains($0) }
    var sentences: [String] = []
    // The concept that asks least of an equilibrium gives the gain that is
    // hardest to spoil.
    if let weakest = Concept.strongestFirst.last(where: { unstable.contains($0) }),
      case .unstable(let escape) = solution.certificate(weakest, actor: actor, position: position).finding,
      stable.isEmpty || unstable != [.nash]
    {
      sentences.append(leaves(actor, at: position, by: escape.improvement, under: unstable, gains: gains))
    }
    if let strongest = Concept.strongestFirst.first(where: { stable.contains($0) }),
      case .stable(let deterrences) =
        solution.certificate(strongest, actor: actor, position: position).finding
    {
      sentences.append(
        isHeld(actor, at: position, by: deterrences, under: stable, isAgain: !sentences.isEmpty))
    }
    return sentences
  }

  private func leaves(
    _ actor: Int, at position: Int, by improvement: State, under concepts: [Concept], gains: Int
  ) -> String {
    let state = solution.states[position]
    let reason = names.because(conflict.compare(actor, improvement, with: state))
    var text =
      "\(names.actor(actor)) would leave it under \(concepts.words): by \(names.change(from: state, to: improvement))"
    text += names.isGraph ? ". " : " it could reach \(names.full(improvement)). "
    text += "That is better for \(names.actor(actor)), since \(reason)."
    if gains > 1 { text += " \(Prose.capitalized(Prose.count(gains - 1, "other move"))) would gain too." }
    return text
  }

  private func isHeld(
    _ actor: Int, at position: Int, by deterrences: [Deterrence], under concepts: [Concept], isAgain: Bool
  ) -> String {
    let state = solution.states[position]
    let name = names.actor(actor)
    var sentences: [String] = []
    for (index, deterrence) in deterrences.prefix(3).enumerated() {
      let gain =
        names.change(from: state, to: deterrence.improvement) + " (\(names.again(deterrence.improvement)))"
      if index == 0 {
        let lead =
          isAgain
          ? "Under \(concepts.words) it is held back: were it to gain by \(gain)"
          : "\(name) could gain by \(gain), but under \(concepts.words) it is held back: then"
        sentences.append(
          lead + (isAgain ? ", " : " ") + answer(deterrence.sanction, deterrence, state, actor))
      } else {
        sentences.append("After \(gain), " + answer(deterrence.sanction, deterrence, state, actor))
      }
    }
    if deterrences.count > 3 {
      sentences.append("\(Prose.count(deterrences.count - 3, "other gain")) would be answered likewise.")
    }
    return sentences.joined(separator: " ")
  }

  /// The answer to a gain and what it leaves the actor with.
  private func answer(
    _ sanction: Sanction, _ deterrence: Deterrence, _ state: State, _ actor: Int
  ) -> String {
    let outcome: State
    let words: String
    switch sanction {
    case .sequence(let steps, _):
      outcome = steps.last?.state ?? deterrence.improvement
      words = "\(names.steps(steps, from: deterrence.improvement)) could answer"
    case .together(let steps, let result):
      outcome = result
      words = "at the same moment \(names.choices(steps, from: state)) could gain, too"
    }
    let comparison = conflict.compare(actor, outcome, with: state)
    return
      "\(words), and \(names.state(outcome)) is \(names.relation(comparison, than: "now")) for \(names.actor(actor)), since \(names.because(comparison))."
  }
}

extension Names {
  /// Moves one after the other: `Russia by taking “X”, then Poland by giving up “Y”`.
  func steps(_ steps: [Step], from start: State) -> String {
    var current = start
    var parts: [String] = []
    for step in steps {
      parts.append("\(actor(step.actor)) by \(change(from: current, to: step.state))")
      current = step.state
    }
    return parts.joined(separator: ", then ")
  }

  /// Moves made at the same time, all from one state.
  func choices(_ steps: [Step], from start: State) -> String {
    Prose.list(steps.map { "\(actor($0.actor)) by \(change(from: start, to: $0.state))" })
  }

  /// How one state is beside another, named by `base`: `worse than now`, `no better than now`.
  func relation(_ comparison: Comparison, than base: String) -> String {
    switch comparison.relation {
    case .better: "better than \(base)"
    case .worse: "worse than \(base)"
    case .same: "no better than \(base)"
    }
  }
}

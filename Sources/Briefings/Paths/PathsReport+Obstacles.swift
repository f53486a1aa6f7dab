internal import Questions
internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Stability

extension PathsReport {
  /// Why something cannot be reached, in whole sentences but for the first letter.
  func words(_ obstacle: Obstacle, from start: Int, isBrief: Bool) -> Sentence {
    switch obstacle {
    case .nothingThere:
      return "no feasible state belongs to it."
    case .option(let option, let taken, let bar):
      return "it would take \(names.requirement(option, taken: taken)), and \(words(bar, option, taken))."
    case .noMoveLeadsThere:
      return "no move of anybody leads there."
    case .outOfReach(let count):
      return
        "no sequence of moves leads there: none of the \(Prose.count(count, "state")) that moves can make of the start is such."
    case .losses(let steps):
      let far: Sentence = steps.map { " in \(Prose.count($0, "step"))" } ?? ""
      return
        "moves could lead there\(far), but every way has a step at least that its mover would not gain by; which, was too much to be found."
    case .reluctance(let steps, let path):
      return words(steps, path, start, isBrief)
    }
  }

  private func words(_ bar: Obstacle.Bar, _ option: Int, _ taken: Bool) -> Sentence {
    switch bar {
    case .nobody: return "nobody controls that"
    case .oneWay: return taken ? "that can only be given up, never taken" : "that can never be undone"
    case .need(let index):
      let need = subject.document.need(at: index)
      return "taking it needs \(need), which holds in no state that moves could bring about"
    case .neverOpen:
      let owner = conflict.options[option].actor
      return
        "\(names.actor(owner)) could not \(taken ? "take that up" : "end that") in any state that moves could bring about"
    }
  }

  private func words(
    _ steps: Int, _ path: LeastReluctance.Path, _ start: Int, _ isBrief: Bool
  ) -> Sentence {
    guard let first = path.reluctant.first else { return "" }
    let before = first == 0 ? state(start) : path.steps[first - 1].state
    let step = path.steps[first]
    let comparison = conflict.compare(step.actor, step.state, with: before)
    let who = names.actor(step.actor)
    let count = path.reluctant.count
    var text: Sentence =
      "moves could lead there in \(Prose.count(steps, "step")), but every way has at least \(Prose.count(count, "step")) that its mover would not gain by. "
    let length = path.steps.count
    text +=
      length == steps ? "On the plainest way " : "On the plainest way, of \(Prose.count(length, "step")), "
    text +=
      "\(who) would have to act by \(names.change(from: before, to: step.state)) in \(names.again(before))"
    text +=
      "; that is \(names.relation(comparison, than: "staying")) for \(who): \(names.because(comparison))"
    if count > 1, !isBrief {
      text += "; \(Prose.count(count - 1, "more such step")) would have to follow"
    }
    return text + "."
  }
}

extension Names {
  /// An option being taken or not, as something that it takes: `“Flee” to be taken`.
  func requirement(_ option: Int, taken: Bool) -> Sentence {
    if let level = conflict.levelOptions.first(where: { $0.thresholds.contains(option) }) {
      let name = level.levelNames[option - level.firstOption + 1].printable
      return
        "\(Prose.quoted(level.name, to: .option(level.id))) to be \(taken ? "at or above" : "below") \(name)"
    }
    let owner = conflict.options[option].actor
    if let joint = subject.jointOptions.first(where: { $0.halves.contains(option) }) {
      return
        "\(actor(owner)) \(taken ? "to join in" : "to stay out of") \(Prose.quoted(joint.name, to: .option(joint.id)))"
    }
    let name = Prose.quoted(conflict.options[option].name, to: .option(conflict.options[option].id))
    guard conflict.actors.indices.contains(owner) else {
      return "\(name) to \(taken ? "be taken" : "be left")"
    }
    return "\(name) of \(actor(owner)) \(taken ? "to be taken" : "not to be taken")"
  }
}

extension CaseDocument {
  /// What the requirement at an index demands, in the words of the case.
  ///
  /// Requirements stand in the order of the rules that make them.
  func need(at index: Int) -> Sentence {
    var needs: [Sentence] = []
    for (place, rule) in rules.enumerated() {
      guard case .take(_, let condition) = rule.demand else { continue }
      needs.append(Prose.quoted(condition.printed, to: .judgement("rules.\(place + 1)")))
    }
    return needs.indices.contains(index) ? needs[index] : "something else"
  }
}

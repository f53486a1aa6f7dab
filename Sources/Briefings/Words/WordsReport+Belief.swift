internal import Questions
internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Stability

// What would change if somebody's words were believed.
extension WordsReport {
  func changes(_ change: Belief.Change, _ test: DeclarationTest) -> [Sentence] {
    let declaration = test.declaration
    let isPromise = test.tone == .promise
    let concept = change.concept.word
    let condition = Prose.quoted(declaration.text.condition.printed, to: names.reference(to: declaration))
    let now = held(change.applyingBefore, of: change.before.count)
    let then = held(change.applyingAfter, of: change.after.count)
    let lead: Sentence = "If it were believed, under \(concept)"
    let isSettled = solution.states(where: declaration.condition).count == solution.states.count
    if isSettled, change.effect != .nothing {
      // Nobody can make the condition false, so there is nothing to deter.
      return [
        "\(lead) \(lasting(change.after.count)) would last, and as things stand \(lasting(change.before.count)) \(change.before.count == 1 ? "does" : "do").\(prospects(change))"
      ]
    }
    let verdict: Sentence =
      switch change.effect {
      case .nothing where change.applyingBefore > 0 && !isSettled:
        "\(lead) nothing would change: \(isPromise ? "" : "it would not deter, ")\(condition) would hold \(then) as it does now."
      case .nothing:
        "\(lead) nothing would change."
      case .nothingLasts:
        "\(lead) nothing would last any more; as things stand, \(condition) holds \(now)."
      case .deters:
        "\(lead) it would \(isPromise ? "defeat its purpose" : "deter"): \(condition) would hold at nothing that lasts, and as things stand it holds \(now)."
      case .bringsAbout:
        "\(lead) it would bring \(condition) about: it would hold \(then), and as things stand it holds at nothing that lasts."
      case .shifts:
        "\(lead) it would not \(isPromise ? "bring \(condition) about everywhere" : "rule \(condition) out"): it would hold \(then), and as things stand it holds \(now)."
      case .elsewhere:
        "\(lead) other states would last, but \(condition) would hold at none of them, as it does at none now."
      }
    if change.effect == .nothing { return [verdict] }
    return [
      verdict,
      "Then \(some(change.appearing, "would last", "in addition")) and \(some(change.vanishing, "would last", "no longer")).\(statusQuo(change))\(prospects(change))",
    ]
  }

  /// What becomes of the status quo, when that changes.
  private func statusQuo(_ change: Belief.Change) -> Sentence {
    guard let statusQuo = subject.statusQuo, statusQuo.completions.count < 2,
      let position = solution.states.position(of: statusQuo.state)
    else { return "" }
    switch (change.before.contains(position), change.after.contains(position)) {
    case (false, true): return " The status quo would last then, and as things stand it does not."
    case (true, false): return " The status quo lasts as things stand, and would not then."
    default: return ""
    }
  }

  private func lasting(_ count: Int) -> String { count == 0 ? "no state" : Prose.count(count, "state") }

  private func held(_ count: Int, of all: Int) -> String {
    if count == 0 { return "at nothing that lasts" }
    if count == all {
      return all == 1 ? "at the only state that lasts" : "at all \(Prose.grouped(all)) states that last"
    }
    return "at \(Prose.grouped(count)) of the \(Prose.count(all, "state")) that last"
  }

  private func some(_ states: Selection, _ verb: String, _ aside: String) -> Sentence {
    guard let first = states.first else { return "none \(verb) \(aside)" }
    let name = names.again(solution.states[first])
    return states.count == 1
      ? "\(name) \(verb) \(aside)"
      : "\(Prose.count(states.count, "state")) (\(name) is the first) \(verb) \(aside)"
  }

  /// What becomes of those the words are meant for, those alike together.
  private func prospects(_ change: Belief.Change) -> Sentence {
    var groups: [(best: Int, worst: Int, actors: [Int])] = []
    for target in change.targets {
      guard let best = target.best, let worst = target.worst else { continue }
      if let index = groups.firstIndex(where: { $0.best == best && $0.worst == worst }) {
        groups[index].actors.append(target.actor)
      } else {
        groups.append((best, worst, [target.actor]))
      }
    }
    return groups.map { " " + prospect($0.best, $0.worst, names.actors($0.actors)) }.joined()
  }

  private func prospect(_ best: Int, _ worst: Int, _ who: Sentence) -> Sentence {
    let than = { (sign: Int) in
      sign > 0 ? "better than now" : sign < 0 ? "worse than now" : "as good as now"
    }
    return best == worst
      ? "For \(who) both the best and the worst that lasts would be \(than(best))."
      : "For \(who) the best that lasts would be \(than(best)), and the worst \(than(worst))."
  }
}

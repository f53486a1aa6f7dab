internal import Questions
internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Stability

// What holds the states that somebody could leave to its gain.
extension WordsReport {
  /// The most rows of the table, and the most examples told in full.
  private static let rowLimit = (table: 12, examples: 3)

  func add(_ holds: Holds, to builder: inout DocumentBuilder) {
    builder.heading("What holds the states that last under \(holds.concept.word)")
    let lasting = solution.equilibria(holds.concept).count
    if lasting == 0 {
      builder.remark("Nothing lasts under \(holds.concept.word).")
      return
    }
    if holds.held.isEmpty {
      builder.remark(
        "Nobody could gain by leaving any of them: they last under nash as well, and no answer is needed to hold them."
      )
      return
    }
    builder.remark(extent(holds, lasting))
    builder.remark(weakness(holds))
    let hasWeak = holds.groups.contains { $0.isWeak }
    var list = Table(
      head: ["who is held", "by the answer of", "gains spoiled", "from states"] + (hasWeak ? [""] : []))
    for group in holds.groups.prefix(Self.rowLimit.table) {
      list.add(
        [
          names.actor(group.actor), answerers(group.answerers, holds.concept),
          "\(Prose.grouped(group.improvements))", "\(Prose.grouped(group.states))",
        ] + (hasWeak ? [group.isWeak ? "weak" : ""] : []))
    }
    builder.pause()
    builder.table(list)
    if holds.groups.count > Self.rowLimit.table {
      builder.remark(
        "\(Prose.count(holds.groups.count - Self.rowLimit.table, "further row")) left out; \(Sentence.inJSON) lists all."
      )
    }
    let shown = examples(of: holds)
    if shown.isEmpty { return }
    builder.pause()
    builder.inset { inner in
      inner.paragraph("For example:")
      for group in shown { inner.item(example(group, holds.concept)) }
    }
  }

  private func extent(_ holds: Holds, _ lasting: Int) -> Sentence {
    let rest = "somebody could move to its own gain, and stays because of what the others could answer."
    var text: Sentence =
      holds.held.count < lasting
      ? "From \(Prose.grouped(holds.held.count)) of the \(Prose.count(lasting, "state")) \(rest)"
      : lasting == 1
        ? "From the only one \(rest)" : "From each of the \(Prose.grouped(lasting)) states \(rest)"
    if !holds.isComplete {
      text += " Looked at were \(looked(holds.looked)) of these."
    }
    return text
  }

  private func weakness(_ holds: Holds) -> Sentence {
    let id = holds.concept.word
    guard holds.concept.admitsWeakAnswers else {
      return holds.concept == .sim
        ? "Under sim everybody who spoils a gain takes a gain of its own, so none of these holds is weak."
        : "Under \(id) every step of an answer is a gain for whoever makes it, so none of these holds is weak."
    }
    let credible = holds.concept == .smr ? "sseq" : "seq"
    if holds.weak.isEmpty {
      return
        "None of these holds is weak: each gain would be spoiled by some answer in which every step is a gain for whoever makes it, so all of them last under \(credible) as well."
    }
    let count = holds.weak.count
    let subject =
      count == holds.looked
      ? (count == 1 ? "It rests" : "All of them rest")
      : "\(Prose.grouped(count)) of them \(count == 1 ? "rests" : "rest")"
    return
      "\(subject) on a weak hold, and would not last under \(credible): some gain there is spoiled only by answers in which somebody, at the state where it must act, would itself rather stay."
  }

  private func answerers(_ actors: [Int], _ concept: Concept) -> Sentence {
    let all = actors.map { names.actor($0) }
    return concept.isSequential ? all.joined(separator: ", then ") : all.joined(separator: " with ")
  }

  /// The first groups, weak ones and others.
  private func examples(of holds: Holds) -> [Holds.Group] {
    let weak = holds.groups.filter { $0.isWeak }
    let others = holds.groups.filter { !$0.isWeak }
    let count = min(weak.count, others.isEmpty ? Self.rowLimit.examples : Self.rowLimit.examples - 1)
    return Array(weak.prefix(count)) + others.prefix(Self.rowLimit.examples - count)
  }

  /// One improvement and the answer that spoils it, in a sentence or two.
  private func example(_ group: Holds.Group, _ concept: Concept) -> Sentence {
    let start = solution.states[group.example]
    let deterrence = group.deterrence
    let who = names.actor(group.actor)
    var text: Sentence =
      "From \(names.state(start)), \(who) could gain by \(names.change(from: start, to: deterrence.improvement)). "
    let end: State
    switch deterrence.sanction {
    case .sequence(let steps, _):
      end = steps.last?.state ?? deterrence.improvement
      text += names.steps(steps, from: deterrence.improvement, "could answer")
    case .together(let steps, let outcome):
      end = outcome
      text += "At the same moment \(names.choices(steps, from: start))"
    }
    let comparison = conflict.compare(group.actor, end, with: start)
    text += ", and \(names.again(end)) is \(names.relation(comparison, than: "before")) for \(who)."
    if group.isWeak, let reluctant = reluctance(deterrence) { text += " \(reluctant)" }
    return text
  }

  /// The first step of a sanction that is no gain for whoever makes it.
  private func reluctance(_ deterrence: Deterrence) -> Sentence? {
    guard case .sequence(let steps, _) = deterrence.sanction else { return nil }
    var current = deterrence.improvement
    for step in steps {
      let comparison = conflict.compare(step.actor, step.state, with: current)
      if comparison.relation != .better {
        return
          "But \(names.actor(step.actor)) would itself rather stay: \(names.again(step.state)) is \(names.relation(comparison, than: names.again(current))) for it."
      }
      current = step.state
    }
    return nil
  }
}

public import CaseFile
public import ConflictModel
public import Stability

/// Why verdicts are as they are: each certificate told as an argument that a
/// person can follow, and as the `entente.certificate` document.
///
///     let solution = suspects.conflict.solve()
///     let certificate = solution.certificate(.seq, actor: 0, position: 3)
///     let report = ExplainReport(case: suspects, solution: solution, certificates: [certificate])
///     print(report.text(Style(width: 80)))
///
/// Every comparison in the argument is worked out from the conflict itself and
/// names the statement that decides it, with its source.
public struct ExplainReport: Sendable {
  /// The case.
  public let subject: Case
  /// What was found out about it.
  public let solution: Solution
  /// The verdicts to explain, in the order to tell them.
  public let certificates: [Certificate]

  let names: Names

  /// The reasons for the verdicts of `certificates`.
  public init(case subject: Case, solution: Solution, certificates: [Certificate]) {
    self.subject = subject
    self.solution = solution
    self.certificates = certificates
    names = Names(subject, states: solution.hasAllStates ? solution.states : nil)
  }

  var conflict: Conflict { solution.conflict }
}

extension ExplainReport {
  /// The arguments for people: each conclusion, what its concept means, and the reasons.
  public func text(_ style: Style = Style()) -> String {
    var builder = TextBuilder(style)
    var described: Set<State> = []
    var glossed: Set<Concept> = []
    for argument in arguments {
      let certificate = argument.certificate
      if described.insert(certificate.state).inserted {
        builder.heading(Prose.sentenceStart(names.full(certificate.state)))
        if !names.isGraph { builder.paragraph(Prose.capitalized(names.content(of: certificate.state)) + ".") }
        if let sum = sum(certificate.state) { builder.paragraph(sum) }
      }
      builder.gap()
      builder.add(
        Prose.wrap(conclusion(certificate, under: argument.concepts), width: style.width).map(style.bold))
      for concept in argument.concepts where glossed.insert(concept).inserted {
        let gloss = "(\(concept.rawValue): \(concept.personalGloss))"
        builder.add(Prose.wrap(gloss, width: style.width).map(style.dim))
      }
      switch certificate.finding {
      case .stable(let deterrences): add(deterrences, certificate, to: &builder)
      case .unstable(let escape): add(escape, certificate, to: &builder)
      }
    }
    addJudgements(to: &builder)
    return builder.text
  }

  /// One argument for the verdicts under one or more concepts.
  private struct Argument {
    let certificate: Certificate
    var concepts: [Concept]

    /// Whether the other certificate would be told in the same words.
    func covers(_ other: Certificate) -> Bool {
      guard certificate.state == other.state, certificate.actor == other.actor,
        certificate.finding == other.finding
      else { return false }
      if case .stable(let deterrences) = other.finding, deterrences.isEmpty { return true }
      return certificate.concept.needsCredibleAnswers == other.concept.needsCredibleAnswers
        && certificate.concept.allowsCounterMove == other.concept.allowsCounterMove
        && certificate.concept.isSequential == other.concept.isSequential
    }
  }

  /// The certificates, those with the same reasons put together.
  private var arguments: [Argument] {
    var arguments: [Argument] = []
    for certificate in certificates {
      if let index = arguments.firstIndex(where: { $0.covers(certificate) }) {
        arguments[index].concepts.append(certificate.concept)
      } else {
        arguments.append(Argument(certificate: certificate, concepts: [certificate.concept]))
      }
    }
    return arguments
  }

  /// The verdict in a sentence.
  func conclusion(_ certificate: Certificate, under concepts: [Concept]) -> String {
    let verb = certificate.isStable ? "would stay in" : "would leave"
    return
      "\(names.actor(certificate.actor)) \(verb) \(names.again(certificate.state)) under \(concepts.words)."
  }

  /// Whether the state lasts, when there is a verdict on every actor: under which
  /// concepts it does, and who would leave it under the others.
  private func sum(_ state: State) -> String? {
    var groups: [(leaving: [Int], concepts: [Concept])] = []
    for concept in Concept.allCases {
      let verdicts = certificates.filter { $0.state == state && $0.concept == concept }
      guard Set(verdicts.map(\.actor)).count == conflict.actors.count else { continue }
      let leaving = conflict.actors.indices.filter { actor in
        verdicts.contains { $0.actor == actor && !$0.isStable }
      }
      if let index = groups.firstIndex(where: { $0.leaving == leaving }) {
        groups[index].concepts.append(concept)
      } else {
        groups.append((leaving, [concept]))
      }
    }
    if groups.isEmpty { return nil }
    let sentences = groups.map { group in
      group.leaving.isEmpty
        ? "It lasts under \(group.concepts.words): everybody would stay."
        : "It does not last under \(Prose.list(group.concepts.map(\.rawValue), "or")): \(names.actors(group.leaving)) would leave."
    }
    return sentences.joined(separator: " ")
  }

  // MARK: Stable

  /// How many deterrences are told in full; further ones take a line each.
  private static let fullCount = 6

  private func add(
    _ deterrences: [Deterrence], _ certificate: Certificate, to builder: inout TextBuilder
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
        builder.item(gain(deterrence.improvement, certificate), bullet: "\(index + 1). ")
        for line in spoiling(deterrence, certificate) { builder.item(line, bullet: "", indent: 5) }
      } else {
        builder.item(brief(deterrence, certificate), bullet: "\(index + 1). ")
      }
    }
    builder.paragraph("So \(who) would gain nothing by leaving.")
  }

  /// That no move is a gain, with the reason for each.
  private func addMoves(_ certificate: Certificate, to builder: inout TextBuilder) {
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
      builder.item(Prose.sentenceStart(names.sentence(group)) + ".")
    }
  }

  /// The improvement and why it is one.
  private func gain(_ improvement: State, _ certificate: Certificate) -> String {
    let state = certificate.state
    let who = names.actor(certificate.actor)
    let comparison = conflict.compare(certificate.actor, improvement, with: state)
    let change = Prose.capitalized(names.change(from: state, to: improvement))
    let target = names.isGraph ? "" : " leads to \(names.full(improvement))"
    return "\(change)\(target). That would be better for \(who): \(names.because(comparison))."
  }

  /// The answer step by step, why its end is no gain, and why no second move mends that.
  private func spoiling(_ deterrence: Deterrence, _ certificate: Certificate) -> [String] {
    let (actor, state) = (certificate.actor, certificate.state)
    var lines: [String] = []
    let end: State
    switch deterrence.sanction {
    case .sequence(let steps, _):
      var current = deterrence.improvement
      for (index, step) in steps.enumerated() {
        let lead = index == 0 ? "Then" : "After that"
        var text =
          "\(lead) \(names.actor(step.actor)) could answer by \(names.change(from: current, to: step.state))"
        text += names.isGraph ? "" : ", to \(names.full(step.state))"
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
      "\(Prose.sentenceStart(names.again(end))) is \(names.relation(comparison, than: names.again(state))) for \(names.actor(actor)): \(names.because(comparison))."
    )
    if certificate.concept.allowsCounterMove, case .sequence(_, let counterMoves) = deterrence.sanction {
      lines += noWayBack(counterMoves, from: end, certificate)
    }
    return lines
  }

  private func noWayBack(_ moves: [State], from end: State, _ certificate: Certificate) -> [String] {
    let (actor, state) = (certificate.actor, certificate.state)
    if moves.isEmpty { return ["From \(names.again(end)) no further move is open to \(names.actor(actor))."] }
    let comparisons = moves.map { conflict.compare(actor, $0, with: state) }
    let lead =
      "A second move by \(names.actor(actor)) from \(names.again(end)) would not mend that: "
    let reasons = ReasonGroup.groups(comparisons).map { names.sentence($0) }
    return [lead + reasons.joined(separator: "; ") + "."]
  }

  /// A deterrence in one line.
  private func brief(_ deterrence: Deterrence, _ certificate: Certificate) -> String {
    let state = certificate.state
    let change = Prose.capitalized(names.change(from: state, to: deterrence.improvement))
    let (answer, end): (String, State) =
      switch deterrence.sanction {
      case .sequence(let steps, _):
        (
          names.steps(steps, from: deterrence.improvement, "could answer"),
          steps.last?.state ?? deterrence.improvement
        )
      case .together(let steps, let outcome):
        ("at the same moment " + names.choices(steps, from: state), outcome)
      }
    let comparison = conflict.compare(certificate.actor, end, with: state)
    return
      "\(change) (\(names.again(deterrence.improvement))): \(answer). \(Prose.sentenceStart(names.sentence(ReasonGroup(comparisons: [comparison]))))."
  }

  // MARK: Unstable

  private func add(_ escape: Escape, _ certificate: Certificate, to builder: inout TextBuilder) {
    builder.item(gain(escape.improvement, certificate), bullet: "", indent: 2)
    for line in reasons(escape, certificate) {
      let isItem = line.hasPrefix("- ")
      builder.item(isItem ? String(line.dropFirst(2)) : line, bullet: isItem ? "- " : "", indent: 2)
    }
  }

  private func reasons(_ escape: Escape, _ certificate: Certificate) -> [String] {
    switch escape.reason {
    case .noAnswerCounts:
      return ["Whatever the others might do then does not count under \(certificate.concept.rawValue)."]
    case .closedSet(let answers):
      return answers.isEmpty
        ? [noAnswer(certificate)] : failing(answers, after: escape.improvement, certificate)
    case .noJointAnswer(let steps):
      return joint(steps, with: escape.improvement, certificate)
    }
  }

  private func noAnswer(_ certificate: Certificate) -> String {
    if conflict.actors.count == 1 { return "There is nobody else who could answer." }
    return certificate.concept.needsCredibleAnswers
      ? "None of the others could gain by any move from there, so nobody would answer."
      : "None of the others has a move from there, so nobody could answer."
  }

  /// Why none of the states that the others can bring about spoils the improvement.
  private func failing(
    _ answers: [Answer], after improvement: State, _ certificate: Certificate
  ) -> [String] {
    let (actor, state) = (certificate.actor, certificate.state)
    let who = names.actor(actor)
    var movers: [State: [Int]] = [:]
    var counterMoves: [State: State] = [:]
    for answer in answers {
      movers[answer.state, default: []].append(answer.lastMover)
      if let move = answer.counterMove { counterMoves[answer.state] = move }
    }
    let states = movers.keys.sorted()
    let how = certificate.concept.needsCredibleAnswers ? ", each step a gain for whoever makes it" : ""
    var lines = [
      "From there the others can bring about \(Prose.count(states.count, "state")) in all\(how), and none of them spoils it:"
    ]
    let better = states.filter { counterMoves[$0] == nil }
    for group in ReasonGroup.groups(better.map { conflict.compare(actor, $0, with: state) }) {
      let by = path(to: group.comparisons.map(\.state), movers, from: improvement)
      lines.append("- \(Prose.sentenceStart(names.sentence(group, aside: by))).")
    }
    let escapes = states.compactMap { state in counterMoves[state].map { (from: state, to: $0) } }
    for way in escapes.prefix(6) {
      let comparison = conflict.compare(actor, way.to, with: state)
      let by = path(to: [way.from], movers, from: improvement)
      lines.append(
        "- From \(names.again(way.from))\(by) \(who) could move on by \(names.change(from: way.from, to: way.to)), to \(names.again(way.to)), and \(names.sentence(ReasonGroup(comparisons: [comparison])))."
      )
    }
    if escapes.count > 6 {
      let rest = escapes.dropFirst(6)
      let ways = rest.prefix(24).map { "\(names.short($0.from)) to \(names.short($0.to))" }
      lines.append(
        "- From \(Prose.count(rest.count, "further state")) \(who) could likewise move on to one that is better for it than \(names.again(state)): \(Prose.list(ways, atMost: 24))."
      )
    }
    return lines
  }

  /// Who brings a state about, when it is but one: by which move where one is
  /// enough, else who moves last.
  private func path(to states: [State], _ movers: [State: [Int]], from improvement: State) -> String {
    guard states.count == 1, let state = states.first else { return "" }
    let ways = Set(movers[state] ?? []).sorted().map { mover in
      conflict.canMove(mover, from: improvement, to: state)
        ? "\(names.actor(mover)) by \(names.change(from: improvement, to: state))"
        : "\(names.actor(mover)) moving last"
    }
    return ways.isEmpty ? "" : " (\(Prose.list(ways, "or")))"
  }

  /// Why no choice of the others' improvements from the same state spoils it.
  private func joint(
    _ steps: [Step], with improvement: State, _ certificate: Certificate
  ) -> [String] {
    let (actor, state) = (certificate.actor, certificate.state)
    if steps.isEmpty {
      return [
        "None of the others could gain by a move from \(names.again(state)), so nothing would cross it."
      ]
    }
    let choices = steps.map {
      "\(names.actor($0.actor)) by \(names.change(from: state, to: $0.state)) (\(names.again($0.state)))"
    }
    var lines = [
      "At the same moment the others could gain, too: \(Prose.list(choices, atMost: 12, "or"))."
    ]
    guard let outcomes = jointOutcomes(steps, with: improvement, from: state) else {
      lines.append(
        "No choice among these, by one or more of them, makes a feasible state that is not better for \(names.actor(actor)) than \(names.again(state))."
      )
      return lines
    }
    let feasible = outcomes.filter { conflict.isFeasible($0) }
    let comparisons = feasible.map { conflict.compare(actor, $0, with: state) }
    for group in ReasonGroup.groups(comparisons) {
      lines.append("- Together with its own move, \(names.sentence(group)).")
    }
    let lost = outcomes.count - feasible.count
    if lost > 0 {
      lines.append(
        "- \(Prose.capitalized(Prose.count(lost, "combination"))) would break the rules and cannot come about."
      )
    }
    return lines
  }

  /// All joint results, each once; nil when there are too many to list.
  private func jointOutcomes(_ steps: [Step], with improvement: State, from state: State) -> [State]? {
    var outcomes: Set<State> = [improvement]
    for mover in Set(steps.map(\.actor)) {
      let changes = steps.filter { $0.actor == mover }.map { $0.state.code ^ state.code }
      if outcomes.count * (changes.count + 1) > 4096 { return nil }
      for outcome in outcomes { for change in changes { outcomes.insert(State(outcome.code ^ change)) } }
    }
    outcomes.remove(improvement)
    return outcomes.sorted()
  }
}

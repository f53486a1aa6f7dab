internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Stability

// Why an actor leaves.
extension ExplainReport {
  func add(_ escape: Escape, _ certificate: Certificate, to builder: inout DocumentBuilder) {
    builder.remark(gain(escape.improvement, certificate))
    switch escape.reason {
    case .noAnswerCounts:
      builder.remark("Whatever the others might do then does not count under \(certificate.concept.word).")
    case .closedSet(let answers):
      if answers.isEmpty {
        builder.remark(noAnswer(certificate))
      } else {
        add(answers, failingAfter: escape.improvement, certificate, to: &builder)
      }
    case .unlistedSet: builder.remark(unlisted(certificate))
    case .noJointAnswer(let steps):
      add(steps, failingWith: escape.improvement, certificate, to: &builder)
    }
  }

  private func noAnswer(_ certificate: Certificate) -> Sentence {
    if conflict.actors.count == 1 { return "There is nobody else who could answer." }
    return certificate.concept.needsCredibleAnswers
      ? "None of the others could gain by any move from there, so nobody would answer."
      : "None of the others has a move from there, so nobody could answer."
  }

  /// That what the others can bring about was gone through as a whole.
  private func unlisted(_ certificate: Certificate) -> Sentence {
    let how = certificate.concept.needsCredibleAnswers ? ", each step a gain for whoever makes it," : ""
    let who = names.actor(certificate.actor)
    let counter: Sentence =
      certificate.concept.allowsCounterMove ? ", or leaves \(who) a way on to something better" : ""
    return
      "What the others can bring about from there\(how) is too much to list. All of it was looked at together: every situation in it is better for \(who) than \(names.again(certificate.state))\(counter)."
  }

  /// Why none of the states that the others can bring about spoils the improvement.
  private func add(
    _ answers: [Escape.Answer], failingAfter improvement: State, _ certificate: Certificate,
    to builder: inout DocumentBuilder
  ) {
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
    builder.remark(
      "From there the others can bring about \(Prose.count(states.count, "state")) in all\(how), and none of them spoils it:"
    )
    let better = states.filter { counterMoves[$0] == nil }
    for group in ReasonGroup.groups(better.map { conflict.compare(actor, $0, with: state) }) {
      let by = path(to: group.comparisons.map { $0.state }, movers, from: improvement)
      builder.item("\(names.capitalized(names.sentence(group, aside: by))).")
    }
    let escapes = states.compactMap { state in counterMoves[state].map { (from: state, to: $0) } }
    for way in escapes.prefix(6) {
      let comparison = conflict.compare(actor, way.to, with: state)
      let by = path(to: [way.from], movers, from: improvement)
      builder.item(
        "From \(names.again(way.from))\(by) \(who) could move on by \(names.change(from: way.from, to: way.to)), to \(names.again(way.to)), and \(names.sentence(ReasonGroup(comparisons: [comparison])))."
      )
    }
    if escapes.count > 6 {
      let rest = escapes.dropFirst(6)
      let ways: [Sentence] = rest.prefix(24).map { "\(names.brief($0.from)) to \(names.brief($0.to))" }
      builder.item(
        "From \(Prose.count(rest.count, "further state")) \(who) could likewise move on to one that is better for it than \(names.again(state)): \(Prose.list(ways, atMost: 24))."
      )
    }
  }

  /// Who brings a state about, when it is but one: by which move where one is
  /// enough, else who moves last.
  private func path(to states: [State], _ movers: [State: [Int]], from improvement: State) -> Sentence {
    guard states.count == 1, let state = states.first else { return "" }
    let ways: [Sentence] = Set(movers[state] ?? []).sorted().map { mover in
      conflict.canMove(mover, from: improvement, to: state)
        ? "\(names.actor(mover)) by \(names.change(from: improvement, to: state))"
        : "\(names.actor(mover)) moving last"
    }
    return ways.isEmpty ? "" : " (\(Prose.list(ways, "or")))"
  }

  /// Why no choice of the others' improvements from the same state spoils it.
  private func add(
    _ steps: [Step], failingWith improvement: State, _ certificate: Certificate,
    to builder: inout DocumentBuilder
  ) {
    let (actor, state) = (certificate.actor, certificate.state)
    if steps.isEmpty {
      builder.remark(
        "None of the others could gain by a move from \(names.again(state)), so nothing would cross it.")
      return
    }
    let choices: [Sentence] = steps.map {
      "\(names.actor($0.actor)) by \(names.change(from: state, to: $0.state)) (\(names.again($0.state)))"
    }
    builder.remark("At the same moment the others could gain, too: \(Prose.list(choices, atMost: 12, "or")).")
    guard let outcomes = jointOutcomes(steps, with: improvement, from: state) else {
      builder.remark(
        "No choice among these, by one or more of them, makes a feasible state that is not better for \(names.actor(actor)) than \(names.again(state))."
      )
      return
    }
    let feasible = outcomes.filter { conflict.isFeasible($0) }
    let comparisons = feasible.map { conflict.compare(actor, $0, with: state) }
    for group in ReasonGroup.groups(comparisons) {
      builder.item("Together with its own move, \(names.sentence(group)).")
    }
    let lost = outcomes.count - feasible.count
    if lost > 0 {
      builder.item(
        "\(Prose.capitalized(Prose.count(lost, "combination"))) would break the rules and cannot come about."
      )
    }
  }

  /// All joint results, each once; nil when there are too many to list.
  private func jointOutcomes(_ steps: [Step], with improvement: State, from state: State) -> [State]? {
    var outcomes: Set<State> = [improvement]
    for mover in Set(steps.map({ $0.actor })) {
      let changes = steps.filter { $0.actor == mover }.map { $0.state.code ^ state.code }
      if outcomes.count * (changes.count + 1) > 4096 { return nil }
      for outcome in outcomes { for change in changes { outcomes.insert(State(outcome.code ^ change)) } }
    }
    outcomes.remove(improvement)
    return outcomes.sorted()
  }
}

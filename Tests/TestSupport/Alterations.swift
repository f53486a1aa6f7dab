public import ConflictModel

/// Every way in which a certificate can be altered at one place: each number
/// replaced, each list with an entry left out, repeated, put elsewhere or added,
/// and the verdict turned round.
public struct Alterations {
  private let conflict: Conflict
  private let truth: BruteForce
  /// States to put in place of others: all feasible ones, and some that are not.
  private let states: [State]
  /// Actors to put in place of others: all there are, and two that are not.
  private let actors: [Int]

  /// The alterations of certificates about the conflict that `truth` knows.
  public init(_ truth: BruteForce) {
    self.truth = truth
    conflict = truth.conflict
    actors = Array(-1...conflict.actors.count)
    var states = truth.codes.map { State($0) }
    let beyond: UInt64 =
      switch conflict.form {
      case .options: 1 << UInt64(conflict.options.count)
      case .graph(let count): UInt64(count)
      }
    let infeasible = (0..<beyond).first { !truth.codes.contains($0) }
    states += [infeasible, beyond, .max].compactMap { $0.map { State($0) } }
    self.states = states
  }

  /// The altered certificates; none of them equals the one given.
  public func all(of certificate: Certificate) -> [Certificate] {
    var result: [Certificate] = []
    for concept in Concept.allCases {
      result.append(with(certificate) { $0.concept = concept })
    }
    for actor in actors { result.append(with(certificate) { $0.actor = actor }) }
    for state in states { result.append(with(certificate) { $0.state = state }) }
    let findings: [Certificate.Finding] =
      switch certificate.finding {
      case .stable(let deterrences):
        lists(deterrences, adding: forgedDeterrences(certificate)) {
          altered($0, in: certificate)
        }.map { .stable($0) }
      case .unstable(let escape):
        altered(escape).map { .unstable($0) }
      }
    for finding in findings + turned(certificate) {
      result.append(with(certificate) { $0.finding = finding })
    }
    return result.filter { $0 != certificate }
  }
}

// MARK: - Parts

extension Alterations {
  private func with<Value>(_ value: Value, _ change: (inout Value) -> Void) -> Value {
    var copy = value
    change(&copy)
    return copy
  }

  /// The list with each entry left out, repeated, exchanged with the next,
  /// altered, or with another put in front of it or at the end.
  private func lists<Entry>(
    _ list: [Entry], adding extra: [Entry], altered: (Entry) -> [Entry]
  ) -> [[Entry]] {
    var result: [[Entry]] = []
    for index in list.indices {
      result.append(with(list) { $0.remove(at: index) })
      result.append(with(list) { $0.insert(list[index], at: index) })
      if index > 0 { result.append(with(list) { $0.swapAt(index - 1, index) }) }
      for entry in altered(list[index]) { result.append(with(list) { $0[index] = entry }) }
      for entry in extra { result.append(with(list) { $0.insert(entry, at: index) }) }
    }
    for entry in extra { result.append(list + [entry]) }
    if list.count > 1 { result += [[], list.reversed()] }
    return result
  }

  private func altered(_ state: State) -> [State] {
    states.filter { $0 != state }
  }

  private func altered(_ step: Step) -> [Step] {
    actors.map { Step(actor: $0, state: step.state) } + states.map { Step(actor: step.actor, state: $0) }
  }

  private var someSteps: [Step] {
    actors.flatMap { actor in states.prefix(3).map { Step(actor: actor, state: $0) } }
  }

  private func altered(_ deterrence: Deterrence, in certificate: Certificate) -> [Deterrence] {
    altered(deterrence.improvement).map { Deterrence(improvement: $0, sanction: deterrence.sanction) }
      + altered(deterrence.sanction, in: certificate).map {
        Deterrence(improvement: deterrence.improvement, sanction: $0)
      }
  }

  private func altered(_ sanction: Sanction, in certificate: Certificate) -> [Sanction] {
    switch sanction {
    case .sequence(let steps, let counterMoves):
      // Other steps, with the counter-moves as they were and as they are from there.
      let others = lists(steps, adding: someSteps, altered: altered)
      func moves(after steps: [Step]) -> [State] {
        guard let last = steps.last?.state.code, truth.codes.contains(last) else { return [] }
        return truth.moves(certificate.actor, last).sorted().map { State($0) }
      }
      return others.map { .sequence($0, counterMoves: counterMoves) }
        + others.map { .sequence($0, counterMoves: moves(after: $0)) }
        + lists(counterMoves, adding: states, altered: altered).map { .sequence(steps, counterMoves: $0) }
        + [.together(steps, outcome: steps.last?.state ?? State(0))]
    case .together(let steps, let outcome):
      // Other steps, with the outcome as it was and as they bring it about.
      let others = lists(steps, adding: someSteps, altered: altered)
      func change(_ steps: [Step]) -> UInt64 {
        steps.reduce(0) { $0 ^ $1.state.code ^ certificate.state.code }
      }
      return others.map { .together($0, outcome: outcome) }
        + others.map { .together($0, outcome: State(outcome.code ^ change(steps) ^ change($0))) }
        + altered(outcome).map { .together(steps, outcome: $0) } + [.sequence(steps, counterMoves: [])]
    }
  }

  private func altered(_ escape: Escape) -> [Escape] {
    altered(escape.improvement).map { Escape(improvement: $0, reason: escape.reason) }
      + altered(escape.reason).map { Escape(improvement: escape.improvement, reason: $0) }
  }

  private func altered(_ reason: Escape.Reason) -> [Escape.Reason] {
    let others: [Escape.Reason] = [.noAnswerCounts, .closedSet([]), .unlistedSet, .noJointAnswer([])]
    switch reason {
    case .noAnswerCounts, .unlistedSet:
      return others
    case .closedSet(let answers):
      let extra = someSteps.map { Escape.Answer(state: $0.state, lastMover: $0.actor) }
      return lists(answers, adding: extra, altered: altered).map { .closedSet($0) } + others
    case .noJointAnswer(let steps):
      return lists(steps, adding: someSteps, altered: altered).map { .noJointAnswer($0) } + others
    }
  }

  private func altered(_ answer: Escape.Answer) -> [Escape.Answer] {
    states.map { state in with(answer) { $0.state = state } }
      + actors.map { actor in with(answer) { $0.lastMover = actor } }
      + states.map { state in with(answer) { $0.counterMove = state } }
      + [with(answer) { $0.counterMove = nil }]
  }

  /// Answers to something that is no improvement, as they might be made up.
  private func forgedDeterrences(_ certificate: Certificate) -> [Deterrence] {
    guard let other = actors.first(where: { $0 >= 0 && $0 != certificate.actor }) else { return [] }
    return states.prefix(4).map { state in
      Deterrence(
        improvement: state,
        sanction: .sequence([Step(actor: other, state: certificate.state)], counterMoves: []))
    }
  }

  /// The opposite verdict, with whatever reasons could be made up for it.
  private func turned(_ certificate: Certificate) -> [Certificate.Finding] {
    guard truth.codes.contains(certificate.state.code) else { return [] }
    let improvements = truth.improvements(certificate.actor, certificate.state.code).sorted().map {
      State($0)
    }
    guard certificate.isStable else {
      // Each improvement answered by the first move of somebody else.
      let forged = improvements.map { improvement in
        let steps = conflict.actors.indices.lazy.filter { $0 != certificate.actor }.compactMap { mover in
          self.truth.moves(mover, improvement.code).min().map { Step(actor: mover, state: State($0)) }
        }
        return Deterrence(
          improvement: improvement, sanction: .sequence(steps.first.map { [$0] } ?? [], counterMoves: []))
      }
      return [.stable([]), .stable(forged)]
    }
    return (improvements + states.prefix(2)).flatMap { improvement -> [Certificate.Finding] in
      let reached =
        truth.codes.contains(improvement.code)
        ? [false, true].map { truth.answers(certificate.actor, improvement.code, areCredible: $0) } : []
      let sets = reached.map { lastMovers in
        lastMovers.sorted { $0.key < $1.key }.flatMap { state, movers in
          movers.sorted().map { Escape.Answer(state: State(state), lastMover: $0) }
        }
      }
      let steps = conflict.actors.indices.filter { $0 != certificate.actor }.flatMap { actor in
        truth.improvements(actor, certificate.state.code).sorted().map {
          Step(actor: actor, state: State($0))
        }
      }
      return ([.noAnswerCounts, .closedSet([]), .noJointAnswer(steps)] + sets.map { .closedSet($0) }).map {
        .unstable(Escape(improvement: improvement, reason: $0))
      }
    }
  }
}

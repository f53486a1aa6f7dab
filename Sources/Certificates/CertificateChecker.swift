public import ConflictModel

/// Judges certificates by the definitions of a conflict and by nothing else.
///
///     var checker = CertificateChecker(conflict)
///     if let fault = checker.check(certificate) {
///       print("refused:", fault)
///     }
///
/// The checker shares no code with any solver. It asks the conflict, one state
/// at a time, what is feasible, who can move where and who likes what better,
/// and remembers the answers; so check many certificates of a conflict with one
/// checker. A certificate may come from anywhere: whatever is in it, the answer
/// is a fault or an acceptance and never a trap.
///
/// Only the canonical form is accepted: lists complete, in order, without
/// repetition, and nothing in them that the concept does not ask for.
public struct CertificateChecker: Sendable {
  private var known: KnownStates
  private var sequences: LegalSequences

  /// A checker for certificates about `conflict`.
  public init(_ conflict: Conflict) {
    known = KnownStates(conflict)
    sequences = LegalSequences(actorCount: conflict.actors.count)
  }

  /// What is wrong with the certificate, or nil when it proves its verdict.
  ///
  /// - Complexity: O(moves in the legal sequences that it is about); under
  ///   `sim`, O(joint answers) for an unstable verdict.
  public mutating func check(_ certificate: Certificate) -> CertificateFault? {
    do throws(CertificateFault) {
      try judge(certificate)
      return nil
    } catch {
      return error
    }
  }

  private mutating func judge(_ certificate: Certificate) throws(CertificateFault) {
    let (concept, actor, state) = (certificate.concept, certificate.actor, certificate.state)
    guard known.conflict.actors.indices.contains(actor) else {
      throw CertificateFault(.noSuchActor, actor: actor)
    }
    guard concept.isDefined(in: known.conflict.form) else { throw CertificateFault(.notDefined) }
    guard let start = known.index(of: state) else {
      throw CertificateFault(.notFeasible, state: state)
    }
    let claim = Claim(concept: concept, focal: actor, start: start)
    switch certificate.finding {
    case .stable(let deterrences):
      try judge(deterrences, claim)
    case .unstable(let escape):
      try judge(escape, claim)
    }
  }
}

/// What a certificate is about; the start is given by its index.
private struct Claim {
  let concept: Concept
  let focal: Int
  let start: Int
}

// MARK: - Stable

extension CertificateChecker {
  private mutating func judge(_ deterrences: [Deterrence], _ claim: Claim) throws(CertificateFault) {
    let improvements = known.improvements(of: claim.focal, from: claim.start)
    for (index, deterrence) in deterrences.enumerated() {
      let listed = deterrence.improvement
      if index > 0, listed <= deterrences[index - 1].improvement {
        throw CertificateFault(.improvementsOutOfOrder, at: [index], actor: claim.focal, state: listed)
      }
      guard improvements.contains(where: { known.states[$0] == listed }) else {
        throw CertificateFault(.notAnImprovement, at: [index], actor: claim.focal, state: listed)
      }
    }
    for improvement in improvements {
      let state = known.states[improvement]
      if !deterrences.contains(where: { $0.improvement == state }) {
        throw CertificateFault(.missingImprovement, actor: claim.focal, state: state)
      }
    }
    // Both lists rise and hold the same states, so they go in step.
    for (index, deterrence) in deterrences.enumerated() {
      switch deterrence.sanction {
      case .sequence(let steps, let counterMoves) where claim.concept.isSequential:
        let end = try walk(steps, from: improvements[index], at: index, claim)
        try judge(counterMoves, from: end, at: index, claim)
      case .together(let steps, let outcome) where claim.concept == .sim:
        try judge(steps, outcome, to: improvements[index], at: index, claim)
      case .sequence, .together:
        throw CertificateFault(.wrongReason, at: [index])
      }
    }
  }

  /// Follows a sequence of the others; where it ends.
  private mutating func walk(
    _ steps: [Step], from improvement: Int, at index: Int, _ claim: Claim
  ) throws(CertificateFault) -> Int {
    guard !steps.isEmpty else { throw CertificateFault(.noSteps, at: [index]) }
    var current = improvement
    var lastMover: Int?
    for (number, step) in steps.enumerated() {
      func fault(_ code: CertificateFault.Code) -> CertificateFault {
        CertificateFault(code, at: [index, number], actor: step.actor, state: step.state)
      }
      guard known.conflict.actors.indices.contains(step.actor) else { throw fault(.noSuchActor) }
      if step.actor == claim.focal { throw fault(.focalAnswers) }
      if step.actor == lastMover { throw fault(.movesTwiceRunning) }
      guard let target = known.index(of: step.state),
        known.moves(of: step.actor, from: current).contains(target)
      else { throw fault(.notAMove) }
      if claim.concept.needsCredibleAnswers, !known.prefers(step.actor, target, to: current) {
        throw fault(.notCredible)
      }
      current = target
      lastMover = step.actor
    }
    if known.prefers(claim.focal, current, to: claim.start) {
      throw CertificateFault(
        .sanctionIsBetter, at: [index], actor: claim.focal, state: known.states[current])
    }
    return current
  }

  private mutating func judge(
    _ counterMoves: [State], from end: Int, at index: Int, _ claim: Claim
  ) throws(CertificateFault) {
    let moves = claim.concept.allowsCounterMove ? known.moves(of: claim.focal, from: end) : []
    guard counterMoves == moves.map({ known.states[$0] }) else {
      throw CertificateFault(
        .wrongCounterMoves, at: [index], actor: claim.focal, state: known.states[end])
    }
    for target in moves where known.prefers(claim.focal, target, to: claim.start) {
      throw CertificateFault(
        .counterMoveIsBetter, at: [index], actor: claim.focal, state: known.states[target])
    }
  }

  private mutating func judge(
    _ steps: [Step], _ outcome: State, to improvement: Int, at index: Int, _ claim: Claim
  ) throws(CertificateFault) {
    guard !steps.isEmpty else { throw CertificateFault(.noSteps, at: [index]) }
    let start = known.states[claim.start]
    var joint = known.states[improvement].code
    for (number, step) in steps.enumerated() {
      func fault(_ code: CertificateFault.Code) -> CertificateFault {
        CertificateFault(code, at: [index, number], actor: step.actor, state: step.state)
      }
      guard known.conflict.actors.indices.contains(step.actor) else { throw fault(.noSuchActor) }
      if step.actor == claim.focal { throw fault(.focalAnswers) }
      if number > 0, step.actor <= steps[number - 1].actor { throw fault(.jointStepsOutOfOrder) }
      guard let target = known.index(of: step.state),
        known.moves(of: step.actor, from: claim.start).contains(target)
      else { throw fault(.notAMove) }
      if !known.prefers(step.actor, target, to: claim.start) { throw fault(.notCredible) }
      joint ^= start.code ^ step.state.code
    }
    guard outcome == State(joint) else {
      throw CertificateFault(.wrongOutcome, at: [index], state: outcome)
    }
    guard let end = known.index(of: outcome) else {
      throw CertificateFault(.outcomeNotFeasible, at: [index], state: outcome)
    }
    if known.prefers(claim.focal, end, to: claim.start) {
      throw CertificateFault(.sanctionIsBetter, at: [index], actor: claim.focal, state: outcome)
    }
  }
}

// MARK: - Unstable

extension CertificateChecker {
  private mutating func judge(_ escape: Escape, _ claim: Claim) throws(CertificateFault) {
    guard let improvement = known.index(of: escape.improvement),
      known.improvements(of: claim.focal, from: claim.start).contains(improvement)
    else {
      throw CertificateFault(.notAnImprovement, actor: claim.focal, state: escape.improvement)
    }
    switch escape.reason {
    case .noAnswerCounts where claim.concept == .nash:
      return
    case .closedSet(let answers) where claim.concept.isSequential:
      try judge(answers, to: improvement, claim)
    case .noJointAnswer(let steps) where claim.concept == .sim:
      try judge(steps, to: improvement, claim)
    case .unlistedSet where claim.concept.isSequential:
      throw CertificateFault(.notListed)
    case .noAnswerCounts, .closedSet, .unlistedSet, .noJointAnswer:
      throw CertificateFault(.wrongReason)
    }
  }

  /// Whether the list is everything that the others can bring about, and none of
  /// it spoils the improvement.
  private mutating func judge(
    _ answers: [Escape.Answer], to improvement: Int, _ claim: Claim
  ) throws(CertificateFault) {
    sequences.follow(
      from: improvement, without: claim.focal, areCredible: claim.concept.needsCredibleAnswers, &known)
    for (index, answer) in answers.enumerated() {
      func fault(_ code: CertificateFault.Code) -> CertificateFault {
        CertificateFault(code, at: [index], actor: answer.lastMover, state: answer.state)
      }
      if index > 0 {
        let before = answers[index - 1]
        guard (before.state, before.lastMover) < (answer.state, answer.lastMover) else {
          throw fault(.answersOutOfOrder)
        }
      }
      guard known.conflict.actors.indices.contains(answer.lastMover) else { throw fault(.noSuchActor) }
      guard let state = known.index(of: answer.state), sequences.contains(state, answer.lastMover)
      else { throw fault(.notReached) }
      if known.prefers(claim.focal, state, to: claim.start) {
        if answer.counterMove != nil { throw fault(.idleCounterMove) }
        continue
      }
      guard claim.concept.allowsCounterMove, let counterMove = answer.counterMove else {
        throw fault(.answerSpoils)
      }
      guard let wayOut = known.index(of: counterMove),
        known.moves(of: claim.focal, from: state).contains(wayOut),
        known.prefers(claim.focal, wayOut, to: claim.start)
      else {
        throw CertificateFault(.uselessCounterMove, at: [index], actor: claim.focal, state: counterMove)
      }
    }
    // The list is a part of what is reached, without repetition.
    if answers.count == sequences.ends.count { return }
    for end in sequences.ends {
      let state = known.states[end.state]
      if !answers.contains(where: { $0.state == state && $0.lastMover == end.lastMover }) {
        throw CertificateFault(.missingAnswer, actor: end.lastMover, state: state)
      }
    }
  }

  /// Whether the list is of all improvements of the others, and no choice among
  /// them spoils the improvement.
  private mutating func judge(
    _ steps: [Step], to improvement: Int, _ claim: Claim
  ) throws(CertificateFault) {
    var expected: [Step] = []
    var choices: [[UInt64]] = []
    let start = known.states[claim.start].code
    for actor in known.conflict.actors.indices where actor != claim.focal {
      let improvements = known.improvements(of: actor, from: claim.start).map { known.states[$0] }
      for state in improvements { expected.append(Step(actor: actor, state: state)) }
      if !improvements.isEmpty { choices.append(improvements.map { $0.code ^ start }) }
    }
    guard steps == expected else { throw CertificateFault(.wrongJointList) }
    try tryChoices(choices[...], from: known.states[improvement].code, hasAnswer: false, claim)
  }

  private mutating func tryChoices(
    _ choices: ArraySlice<[UInt64]>, from joint: UInt64, hasAnswer: Bool, _ claim: Claim
  ) throws(CertificateFault) {
    guard let changes = choices.first else {
      if hasAnswer, let end = known.index(of: State(joint)),
        !known.prefers(claim.focal, end, to: claim.start)
      {
        throw CertificateFault(.jointAnswerSpoils, actor: claim.focal, state: State(joint))
      }
      return
    }
    try tryChoices(choices.dropFirst(), from: joint, hasAnswer: hasAnswer, claim)
    for change in changes {
      try tryChoices(choices.dropFirst(), from: joint ^ change, hasAnswer: true, claim)
    }
  }
}

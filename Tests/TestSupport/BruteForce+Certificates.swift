public import ConflictModel

extension BruteForce {
  /// Whether the certificate is a proof of its verdict in canonical form, by
  /// working out every list that it should hold.
  public func accepts(_ certificate: Certificate) -> Bool {
    let (concept, focal, start) = (certificate.concept, certificate.actor, certificate.state.code)
    guard conflict.actors.indices.contains(focal), codes.contains(start) else { return false }
    if concept == .sim, conflict.form != .options { return false }
    let expected = improvements(focal, start).sorted()
    switch certificate.finding {
    case .stable(let deterrences):
      return deterrences.map { $0.improvement.code } == expected
        && deterrences.allSatisfy { isProof($0, concept, focal, start) }
    case .unstable(let escape):
      return expected.contains(escape.improvement.code) && isProof(escape, concept, focal, start)
    }
  }

  private func isBetter(_ focal: Int, _ state: UInt64, than start: UInt64) -> Bool {
    compare(focal, state, start) > 0
  }

  private func isProof(_ deterrence: Deterrence, _ concept: Concept, _ focal: Int, _ start: UInt64) -> Bool {
    switch (deterrence.sanction, concept) {
    case (.sequence(let steps, let counterMoves), .gmr), (.sequence(let steps, let counterMoves), .smr),
      (.sequence(let steps, let counterMoves), .seq), (.sequence(let steps, let counterMoves), .sseq):
      guard let last = steps.last else { return false }
      let states = [deterrence.improvement.code] + steps.map { $0.state.code }
      for (index, step) in steps.enumerated() {
        guard conflict.actors.indices.contains(step.actor), step.actor != focal else { return false }
        if index > 0, steps[index - 1].actor == step.actor { return false }
        let allowed =
          concept == .seq || concept == .sseq
          ? improvements(step.actor, states[index]) : moves(step.actor, states[index])
        if !allowed.contains(step.state.code) { return false }
      }
      if isBetter(focal, last.state.code, than: start) { return false }
      let asked = concept == .smr || concept == .sseq ? moves(focal, last.state.code) : []
      return counterMoves.map { $0.code } == asked.sorted()
        && !asked.contains { isBetter(focal, $0, than: start) }
    case (.together(let steps, let outcome), .sim):
      let movers = steps.map { $0.actor }
      guard !steps.isEmpty, movers == Set(movers).sorted(), !movers.contains(focal),
        movers.allSatisfy({ conflict.actors.indices.contains($0) }),
        steps.allSatisfy({ improvements($0.actor, start).contains($0.state.code) })
      else { return false }
      let joint = steps.reduce(deterrence.improvement.code) { $0 ^ $1.state.code ^ start }
      return outcome.code == joint && codes.contains(joint) && !isBetter(focal, joint, than: start)
    default:
      return false
    }
  }

  private func isProof(_ escape: Escape, _ concept: Concept, _ focal: Int, _ start: UInt64) -> Bool {
    switch (escape.reason, concept) {
    case (.noAnswerCounts, .nash):
      return true
    case (.closedSet(let listed), .gmr), (.closedSet(let listed), .smr), (.closedSet(let listed), .seq),
      (.closedSet(let listed), .sseq):
      let areCredible = concept == .seq || concept == .sseq
      var expected: [[UInt64]] = []
      for (state, movers) in answers(focal, escape.improvement.code, areCredible: areCredible) {
        for mover in movers { expected.append([state, UInt64(mover)]) }
      }
      expected.sort { $0.lexicographicallyPrecedes($1) }
      guard !listed.contains(where: { $0.lastMover < 0 }) else { return false }
      return listed.map { [$0.state.code, UInt64($0.lastMover)] } == expected
        && listed.allSatisfy { answer in
          if isBetter(focal, answer.state.code, than: start) { return answer.counterMove == nil }
          guard concept == .smr || concept == .sseq, let way = answer.counterMove?.code else { return false }
          return moves(focal, answer.state.code).contains(way) && isBetter(focal, way, than: start)
        }
    case (.noJointAnswer(let steps), .sim):
      let expected = conflict.actors.indices.filter { $0 != focal }.flatMap { actor in
        improvements(actor, start).sorted().map { Step(actor: actor, state: State($0)) }
      }
      return steps == expected
        && jointAnswers(focal, start, escape.improvement.code).allSatisfy { isBetter(focal, $0, than: start) }
    default:
      return false
    }
  }
}

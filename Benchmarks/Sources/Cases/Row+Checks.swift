public import Entente

extension Row {
  /// What is wrong with an answer by what holds of every answer: a state that is
  /// stable under one concept is so under those that ask for less.
  public func lawFault(_ solution: Solution) -> String? {
    let laws: [(Concept, Concept)] = [
      (.nash, .smr), (.smr, .gmr), (.nash, .sseq), (.sseq, .seq), (.seq, .gmr), (.sseq, .smr),
    ]
    for (stronger, weaker) in laws where concepts.contains(stronger) && concepts.contains(weaker) {
      for actor in solution.conflict.actors.indices {
        let allowed = solution.stable(weaker, actor: actor)
        if let position = solution.stable(stronger, actor: actor).subtracting(allowed).first {
          return "actor \(actor) at position \(position): \(stronger.rawValue), not \(weaker.rawValue)"
        }
      }
    }
    return nil
  }

  /// What is wrong with some verdicts, chosen at random, by their certificates.
  public func certificateFault(_ solution: Solution, times: Int, seed: UInt64) -> String? {
    var random = SeededGenerator(seed: seed)
    var checker = CertificateChecker(solution.conflict)
    for _ in 0..<times {
      let position = Int.random(in: 0..<solution.states.count, using: &random)
      let actor = Int.random(in: 0..<space.actorCount, using: &random)
      for concept in concepts.filter(\.needsCredibleAnswers) {
        let certificate = solution.certificate(concept, actor: actor, position: position)
        let claim = "\(concept.rawValue) for actor \(actor) at position \(position)"
        if certificate.isStable != solution.isStable(concept, actor: actor, position: position) {
          return "the certificate contradicts \(claim)"
        }
        if let fault = checker.check(certificate) { return "\(claim): \(fault.code.rawValue)" }
      }
    }
    return nil
  }

  /// What is wrong with the counts by the other ways to find them.
  public func countFault(_ counts: Counts, seed: UInt64) -> String? {
    let randomCase = randomCase(seed: seed)
    for check in checks {
      switch check {
      case .engine(let engine):
        let other = randomCase.conflict.solve(
          SolveRequest(concepts: concepts, engine: engine), control: .allCores)
        if other.engine != engine || other.limit != nil { return "the \(engine.rawValue) engine gave up" }
        if let difference = counts.difference(from: Counts(other)) {
          return "\(difference) as the \(engine.rawValue) engine finds"
        }
      case .closedForm:
        if let difference = counts.difference(from: ClosedForm(randomCase).counts()) {
          return "\(difference) as the closed forms give"
        }
      case .binary(let space):
        let binary = RandomCase(space, seed: seed)
        let other = binary.conflict.solve(
          SolveRequest(concepts: concepts, engine: .dense), control: .allCores)
        for known in [Counts(other), ClosedForm(binary).counts()] {
          if let difference = counts.difference(from: known) { return "\(difference) as in binary" }
        }
      case .certificates: break
      }
    }
    return nil
  }
}

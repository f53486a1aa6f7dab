import Certificates
import ConflictModel
import EffectiveCounts
import Stability
import TestSupport
import Testing

/// A refusal says which step fails, and why.
@Suite struct FaultTests {
  @Test("every code is the answer to some alteration, with a sentence of its own")
  func everyCode() {
    var found: Set<CertificateFault.Code> = []
    var random = SeededGenerator(seed: 0)
    for seed in UInt64(0)..<60 {
      let conflict = RandomConflict.any(seed: 80_000_000 + seed)
      let solution = conflict.solve()
      var checker = CertificateChecker(conflict)
      let alterations = Alterations(BruteForce(conflict))
      for concept in solution.concepts {
        for actor in conflict.actors.indices {
          let positions = solution.states.indices.shuffled(using: &random).prefix(concept == .sim ? 8 : 1)
          for position in positions {
            let certificate = solution.certificate(concept, actor: actor, position: position)
            for altered in alterations.all(of: certificate) {
              if let fault = checker.check(altered) { found.insert(fault.code) }
            }
          }
        }
      }
    }
    if let code = faultOfInfeasibleOutcome { found.insert(code) }
    #expect(Set(CertificateFault.Code.allCases).subtracting(found) == [])
    #expect(
      Set(CertificateFault.Code.allCases.map { $0.sentence }).count == CertificateFault.Code.allCases.count)
  }

  /// Three who would each rather act, and may not all do so.
  private var faultOfInfeasibleOutcome: CertificateFault.Code? {
    let conflict = Conflict(
      actors: (0..<3).map { Conflict.Actor(id: "a\($0)", preference: .statements([.taken($0)])) },
      options: (0..<3).map { Option(id: "act\($0)", actor: $0) },
      rules: [.not(.all([.taken(0), .taken(1), .taken(2)]))])
    let forged = Deterrence(
      improvement: State(1),
      sanction: .together(
        [Step(actor: 1, state: State(2)), Step(actor: 2, state: State(4))], outcome: State(7)))
    var checker = CertificateChecker(conflict)
    return checker.check(
      Certificate(concept: .sim, actor: 0, state: State(0), finding: .stable([forged])))?.code
  }

  /// Cuba, where the Soviet Union's withdrawal under a blockade holds by `seq`.
  private let cuba = PublishedConflict.cuba.conflict

  private func certificate(_ concept: Concept, actor: Int, code: UInt64) -> Certificate {
    let solution = cuba.solve()
    return solution.certificate(concept, actor: actor, position: solution.states.position(of: State(code))!)
  }

  @Test("names the step that nobody can take")
  func step() {
    var altered = certificate(.seq, actor: 0, code: 6)
    guard case .stable(var deterrences) = altered.finding,
      case .sequence(var steps, let counterMoves) = deterrences[0].sanction
    else {
      Issue.record("not the kind of certificate this test is about")
      return
    }
    var checker = CertificateChecker(cuba)
    #expect(checker.check(altered) == nil)
    steps[0].state = State(15)
    deterrences[0].sanction = .sequence(steps, counterMoves: counterMoves)
    altered.finding = .stable(deterrences)
    let fault = checker.check(altered)
    #expect(fault?.code == .notAMove)
    #expect(fault?.path == [0, 0])
    #expect(fault?.actor == 1)
    #expect(fault?.state == State(15))
    #expect(fault?.description == "the mover cannot make this move (at 0 0, actor 1, state 15)")
  }

  @Test("names the answer that was left out")
  func missingAnswer() {
    var altered = certificate(.gmr, actor: 0, code: 8)
    guard case .unstable(var escape) = altered.finding, case .closedSet(var answers) = escape.reason else {
      Issue.record("not the kind of certificate this test is about")
      return
    }
    let left = answers.removeLast()
    escape.reason = .closedSet(answers)
    altered.finding = .unstable(escape)
    var checker = CertificateChecker(cuba)
    let fault = checker.check(altered)
    #expect(fault?.code == .missingAnswer)
    #expect(fault?.path == [])
    #expect(fault?.actor == left.lastMover)
    #expect(fault?.state == left.state)
  }

  @Test("claims about nothing are refused and never a trap")
  func outOfRange() {
    var checker = CertificateChecker(cuba)
    func code(_ concept: Concept, _ actor: Int, _ state: UInt64) -> CertificateFault.Code? {
      checker.check(Certificate(concept: concept, actor: actor, state: State(state), finding: .stable([])))?
        .code
    }
    #expect(code(.nash, -1, 0) == .noSuchActor)
    #expect(code(.nash, 2, 0) == .noSuchActor)
    #expect(code(.nash, .max, 0) == .noSuchActor)
    #expect(code(.nash, 0, 12) == .notFeasible)
    #expect(code(.nash, 0, .max) == .notFeasible)
    let elmira = PublishedConflict.elmira(literature: true).conflict
    var graphChecker = CertificateChecker(elmira)
    let sim = Certificate(concept: .sim, actor: 0, state: State(0), finding: .stable([]))
    #expect(graphChecker.check(sim)?.code == .notDefined)
    let beyond = Certificate(concept: .nash, actor: 0, state: State(9), finding: .stable([]))
    #expect(graphChecker.check(beyond)?.code == .notFeasible)
  }

  @Test("one checker gives the same answers in any order", .effective(17), arguments: TestScale.seeds(20))
  func memory(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let conflict = RandomConflict.any(seed: 90_000_000 + seed)
    let solution = conflict.solve()
    let alterations = Alterations(BruteForce(conflict))
    var certificates: [Certificate] = []
    for concept in solution.concepts {
      guard let position = solution.states.indices.randomElement(using: &random) else { continue }
      let certificate = solution.certificate(concept, actor: 0, position: position)
      certificates += [certificate] + alterations.all(of: certificate).prefix(60)
    }
    var shared = CertificateChecker(conflict)
    for certificate in certificates.shuffled(using: &random) {
      var fresh = CertificateChecker(conflict)
      #expect(shared.check(certificate) == fresh.check(certificate))
    }
    effective(when: certificates.count > 60)
  }
}

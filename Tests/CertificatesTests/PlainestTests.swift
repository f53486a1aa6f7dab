import Certificates
import ConflictModel
import EffectiveCounts
import Stability
import TestSupport
import Testing

/// The reasons that people are told against the definitions.
@Suite("The plainest reasons") struct PlainestTests {
  @Test("they prove the same, and name the smallest change", .effective(22), arguments: TestScale.seeds(120))
  func plainest(seed: UInt64) {
    let conflict = RandomConflict.any(seed: seed)
    let solution = conflict.solve()
    let meter = ChangeMeter(conflict)
    let brute = BruteForce(conflict)
    var checker = CertificateChecker(conflict)
    var hasChoice = false
    for concept in solution.concepts {
      for actor in conflict.actors.indices {
        for position in solution.states.indices {
          let canonical = solution.certificate(concept, actor: actor, position: position)
          let plain = solution.certificate(concept, actor: actor, position: position, choosing: .plainest)
          #expect(plain.isStable == canonical.isStable)
          if let fault = checker.check(plain.inCanonicalOrder) { Issue.record("\(plain): \(fault)") }
          let start = solution.states[position]
          switch (plain.finding, canonical.finding) {
          case (.stable(let told), .stable(let all)):
            #expect(told.map(\.improvement).sorted() == all.map(\.improvement))
            hasChoice = hasChoice || told.count > 1
            for (left, right) in zip(told, told.dropFirst()) {
              #expect(
                Self.isPlainer(
                  left.improvement, right.improvement,
                  from: start, by: actor, meter, brute))
            }
            for deterrence in told {
              guard let known = all.first(where: { $0.improvement == deterrence.improvement }) else {
                continue
              }
              Self.expectPlainer(deterrence, known, from: start, meter)
            }
          case (.unstable(let told), .unstable):
            let smaller = brute.improvements(actor, start.code).map { State($0) }.filter {
              Self.isPlainer($0, told.improvement, from: start, by: actor, meter, brute)
            }
            // Each that is plainer is spoiled: alone among the improvements it would be no escape.
            for target in smaller {
              #expect(Self.isSpoiled(target, concept, actor, start, brute))
            }
          default: Issue.record("the verdicts differ")
          }
        }
      }
    }
    effective(when: hasChoice)
  }

  /// Whether a move changes less than another; or as much, and its mover likes where it leads better.
  static func isPlainer(
    _ left: State, _ right: State, from start: State, by actor: Int, _ meter: ChangeMeter, _ brute: BruteForce
  ) -> Bool {
    let (one, other) = (meter.size(from: start, to: left), meter.size(from: start, to: right))
    if one != other { return one < other }
    let liking = brute.compare(actor, left.code, right.code)
    return liking == 0 ? left < right : liking > 0
  }

  /// The answer told has as few steps as the other and changes no more.
  static func expectPlainer(
    _ told: Deterrence, _ known: Deterrence, from start: State, _ meter: ChangeMeter
  ) {
    guard case .sequence(let steps, _) = told.sanction, case .sequence(let others, _) = known.sanction else {
      return
    }
    func size(_ steps: [Step]) -> ChangeSize {
      var (current, size) = (told.improvement, ChangeSize.none)
      for step in steps {
        size = size + meter.size(from: current, to: step.state)
        current = step.state
      }
      return size
    }
    #expect(steps.count == others.count)
    #expect(size(steps) <= size(others))
  }

  static func isSpoiled(
    _ target: State, _ concept: Concept, _ actor: Int, _ start: State, _ brute: BruteForce
  ) -> Bool {
    func noBetter(_ state: UInt64) -> Bool { brute.compare(actor, state, start.code) <= 0 }
    switch concept {
    case .nash: return false
    case .sim: return brute.jointAnswers(actor, start.code, target.code).contains(where: noBetter)
    case .gmr, .seq, .smr, .sseq:
      let answers = brute.answers(actor, target.code, areCredible: concept.needsCredibleAnswers).keys
      return answers.contains { answer in
        noBetter(answer)
          && !(concept.allowsCounterMove && !brute.moves(actor, answer).allSatisfy(noBetter))
      }
    }
  }

  @Test("of two gains the one that changes fewer options is named")
  func example() {
    // The actor wants one thing and does not mind the other, which has the lower code.
    let conflict = Conflict(
      actors: [
        Conflict.Actor(id: "a", preference: .statements([.any([.taken(2), .all([.taken(0), .taken(1)])])]))
      ],
      options: ["x", "y", "z"].map { Option(id: $0, actor: 0) })
    let solution = conflict.solve()
    func improvement(_ choice: ReasonChoice) -> State? {
      let certificate = solution.certificate(.nash, actor: 0, position: 0, choosing: choice)
      guard case .unstable(let escape) = certificate.finding else { return nil }
      return escape.improvement
    }
    #expect(improvement(.canonical) == State(0b011))
    #expect(improvement(.plainest) == State(0b100))
  }

  @Test("of two gains that change as much the one that its actor likes better is named")
  func liking() {
    // The second option is worth more, and has the higher code.
    let conflict = Conflict(
      actors: [Conflict.Actor(id: "a", preference: .statements([.taken(1), .taken(0)]))],
      options: ["x", "y"].map { Option(id: $0, actor: 0) }, rules: [.not(.all([.taken(0), .taken(1)]))])
    let solution = conflict.solve()
    func improvement(_ choice: ReasonChoice) -> State? {
      let certificate = solution.certificate(.nash, actor: 0, position: 0, choosing: choice)
      guard case .unstable(let escape) = certificate.finding else { return nil }
      return escape.improvement
    }
    #expect(improvement(.canonical) == State(0b01))
    #expect(improvement(.plainest) == State(0b10))
  }
}

extension Certificate {
  /// The same reasons in the order that the checker asks for.
  fileprivate var inCanonicalOrder: Certificate {
    var certificate = self
    switch finding {
    case .stable(let deterrences):
      certificate.finding = .stable(deterrences.sorted { $0.improvement < $1.improvement })
    case .unstable(let escape):
      guard case .noJointAnswer(let steps) = escape.reason else { return self }
      let sorted = steps.sorted { ($0.actor, $0.state) < ($1.actor, $1.state) }
      certificate.finding = .unstable(
        Escape(improvement: escape.improvement, reason: .noJointAnswer(sorted)))
    }
    return certificate
  }
}

import Certificates
import ConflictModel
import EffectiveCounts
import Stability
import TestSupport
import Testing

/// Certificates that were altered are refused, unless they are proofs still.
@Suite struct AlterationTests {
  @Test("is refused or still a proof, as brute force finds", .effective(38), arguments: TestScale.seeds(50))
  func alterations(seed: UInt64) {
    var random = SeededGenerator(seed: 70_000_000 + seed)
    let conflict = RandomConflict.any(seed: 70_000_000 + seed)
    var tally = Tally()
    for certificate in sample(conflict, count: 12, using: &random) {
      expectJudgement(certificate, conflict, &tally)
    }
    effective(when: tally.refused > 20)
  }

  @Test(
    "published conflicts: what is accepted says the same in another way", arguments: PublishedConflict.all)
  func published(published: PublishedConflict) {
    var random = SeededGenerator(seed: 1)
    var tally = Tally()
    for certificate in sample(published.conflict, count: 25, using: &random) {
      expectJudgement(certificate, published.conflict, &tally)
    }
    // Of the alterations of the reasons alone, hardly any happens to be another
    // proof; see `isKnownException`.
    #expect(tally.refused > 100)
    #expect(tally.accepted * 20 < tally.refused, "\(tally)")
  }

  /// Alterations of the reasons, where the claim was left as it was.
  private struct Tally {
    var accepted = 0
    var refused = 0
  }

  private func sample(
    _ conflict: Conflict, count: Int, using random: inout SeededGenerator
  ) -> [Certificate] {
    let solution = conflict.solve()
    guard !solution.states.isEmpty else { return [] }
    return (0..<count).map { _ in
      solution.certificate(
        solution.concepts.randomElement(using: &random)!,
        actor: conflict.actors.indices.randomElement(using: &random)!,
        position: solution.states.indices.randomElement(using: &random)!)
    }
  }

  private func expectJudgement(_ certificate: Certificate, _ conflict: Conflict, _ tally: inout Tally) {
    let truth = BruteForce(conflict)
    var checker = CertificateChecker(conflict)
    #expect(truth.accepts(certificate))
    for altered in Alterations(truth).all(of: certificate) {
      let fault = checker.check(altered)
      let expected = truth.accepts(altered)
      if altered.finding != certificate.finding {
        if fault == nil { tally.accepted += 1 } else { tally.refused += 1 }
      }
      if (fault == nil) != expected {
        Issue.record("\(altered): \(fault.map { "refused, \($0)" } ?? "accepted")")
      }
      if fault == nil, !isKnownException(altered, to: certificate) {
        Issue.record("accepted, although it differs in what it claims: \(altered)")
      }
      // Whatever is accepted is true.
      if fault == nil, expected {
        #expect(altered.isStable == truth.isStable(altered.concept, altered.actor, altered.state.code))
      }
    }
  }

  /// An altered certificate may be accepted only when the alteration is another
  /// claim that its reasons happen to prove (another concept, actor or state), or
  /// another witness of the same kind for the same claim: another escape, other
  /// steps to a sanction, another counter-move.
  private func isKnownException(_ altered: Certificate, to original: Certificate) -> Bool {
    if altered.isStable != original.isStable { return false }
    if altered.finding == original.finding { return true }
    switch (altered.finding, original.finding) {
    case (.stable(let left), .stable(let right)):
      return left.map { $0.improvement } == right.map { $0.improvement }
    case (.unstable(let left), .unstable(let right)):
      switch (left.reason, right.reason) {
      case (.closedSet(let left), .closedSet(let right)):
        return left.map { [Int($0.state.code), $0.lastMover] }
          == right.map { [Int($0.state.code), $0.lastMover] }
      case (.noAnswerCounts, .noAnswerCounts): return true
      case (.noJointAnswer(let left), .noJointAnswer(let right)): return left == right
      default: return false
      }
    default: return false
    }
  }
}

import Certificates
import ConflictModel
import EffectiveCounts
import Stability
import TestSupport
import Testing

@Suite struct VerdictTests {
  @Test("every verdict of a random conflict is certified", .effective(125), arguments: TestScale.seeds(200))
  func everyVerdict(seed: UInt64) {
    let conflict = RandomConflict.any(seed: seed)
    effective(when: conflict.isLively)
    let solution = conflict.solve()
    var checker = CertificateChecker(conflict)
    for concept in solution.concepts {
      for actor in conflict.actors.indices {
        for position in solution.states.indices {
          let certificate = solution.certificate(concept, actor: actor, position: position)
          #expect(
            certificate.isStable == solution.isStable(concept, actor: actor, position: position))
          let fault = checker.check(certificate)
          if let fault { Issue.record("\(certificate) is refused: \(fault)") }
        }
      }
    }
  }
}

import CaseFile
import ConflictModel
import EffectiveCounts
import Stability
import TestSupport
import Testing

@testable import Questions

@Suite("What cases conclude of a status quo that is not sure") struct OpenStatusQuoTests {
  @Test(
    "it lasts, it does not, or for some of what it may be, as each of its states does",
    .effective(3, "partly"),
    arguments: TestScale.seeds(200))
  func reply(seed: UInt64) throws {
    let subject = try Case(RandomCase.document(seed: seed, .everything))
    let solution = subject.conflict.solve(SolveRequest(concepts: [.seq], engine: .reference))
    let lasting = subject.statusQuos.compactMap { solution.states.position(of: $0) }.map {
      solution.isEquilibrium(.seq, position: $0)
    }
    let reply = Topic.statusQuo.reply(of: subject, solution, under: .seq)
    switch reply {
    case nil: #expect(lasting.isEmpty, "seed \(seed)")
    case .truth(let isTrue)?: #expect(lasting.allSatisfy { $0 == isTrue }, "seed \(seed)")
    case .partly(let some, let all)?:
      effective(when: true, "partly")
      #expect(lasting.count == all && lasting.count { $0 } == some && some < all && some > 0, "seed \(seed)")
    default: Issue.record("seed \(seed): \(String(describing: reply))")
    }
  }
}

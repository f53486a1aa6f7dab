import CaseFile
import ConflictModel
import EffectiveCounts
import Stability
import TestSupport
import Testing

@testable import Questions

/// What edits do, found in sets of states, beside what is found in lists of them.
@Suite("Sensitivity among more states than can be listed") struct SetSensitivityTests {
  /// The states of a conflict as a set, however few there are.
  static func unlisted(_ conflict: Conflict) -> FeasibleStates { SetPathTests.unlisted(conflict).states }

  private static func expectSame(_ subject: Case, _ claim: Claim, upTo size: Int) {
    let states = unlisted(subject.conflict)
    let found = SetEditSearch.answer(
      subject, claim, over: states, upTo: size, memory: 1 << 28, control: Control())
    let truth = subject.sensitivity(of: claim, upTo: size)
    #expect(found.holds == truth.holds && found.limit == nil)
    #expect(found.effects == truth.effects)
    #expect(found.minimalSets == truth.minimalSets)
    #expect(found.setCounts == truth.setCounts && found.completeSizes == truth.completeSizes)
  }

  @Test("single edits and pairs do the same", .effective(25), arguments: TestScale.seeds(120))
  func same(seed: UInt64) throws {
    guard let (subject, claim) = try SensitivityTests.example(seed, atMost: 24), claim.concept != .sim,
      subject.conflict.form == .options
    else { return effective(when: false) }
    effective(when: SensitivityTests.holds(claim, subject.conflict) != nil)
    Self.expectSame(subject, claim, upTo: 2)
  }

  @Test("single edits of cases with every key do the same", .effective(12), arguments: TestScale.seeds(120))
  func everything(seed: UInt64) throws {
    let subject = try Case(RandomCase.document(seed: seed, .everything))
    guard subject.conflict.form == .options, subject.edits.count <= 120,
      let state = subject.statusQuo?.state ?? subject.conflict.feasibleStates().states.first
    else { return effective(when: false) }
    effective(when: true)
    for concept in [Concept.nash, .gmr, .smr, .seq, .sseq] {
      Self.expectSame(subject, Claim(.lasts(state), under: concept, words: ""), upTo: 1)
    }
    for outcome in subject.outcomes {
      Self.expectSame(subject, Claim(.some(outcome.condition), under: .seq, words: ""), upTo: 1)
      Self.expectSame(subject, Claim(.every(outcome.condition), under: .seq, words: ""), upTo: 1)
    }
  }

  @Test("what was found until then is told when the work is stopped")
  func stopped() throws {
    let (subject, claim) = try #require(try SensitivityTests.example(5, atMost: 24))
    let states = Self.unlisted(subject.conflict)
    let polls = PollCounter(stopAt: 40)
    let found = SetEditSearch.answer(
      subject, claim, over: states, upTo: 2, memory: 1 << 28, control: polls.control)
    #expect(found.limit == .interrupted)
    #expect(found.effects.contains(.untried) || found.completeSizes == 1)
  }
}

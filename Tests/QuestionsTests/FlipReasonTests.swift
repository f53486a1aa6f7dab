import CaseFile
import ConflictModel
import EffectiveCounts
import Stability
import TestSupport
import Testing

@testable import Questions

/// Why an edit turns a claim is read off the case solved before and after it.
@Suite("Why edits turn a claim") struct FlipReasonTests {
  /// A reason for every edit that turns a claim alone, and what it says is so in both cases.
  @Test("what a reason says is so", .effective(18), arguments: TestScale.seeds(200))
  func isSo(seed: UInt64) throws {
    let subject = Case.random(seed: seed)
    let states = subject.conflict.feasibleStates().states
    guard let state = subject.statusQuo?.state ?? states.first else { return }
    var found = 0
    let concepts = Concept.allCases.filter { $0.isDefined(in: subject.conflict.form) }
    let concept = concepts[Int(seed) % concepts.count]
    let contents: [Claim.Content] = [.lasts(state)] + subject.outcomes.prefix(1).map { .some($0.condition) }
    for content in contents {
      let claim = Claim(content, under: concept, words: "")
      let answer = subject.sensitivity(of: claim, upTo: 1)
      guard let holds = answer.holds else { continue }
      let reasons = FlipReasons(subject, claim, holds: holds, Work())
      for set in answer.minimalSets {
        let edits = set.map { answer.edits[$0] }
        let reason = try #require(reasons.reason(for: edits), "\(edits)")
        check(reason, holds, subject, subject.conflict(after: edits))
        found += 1
      }
      // What turns nothing has no reason where one state is claimed.
      if case .lasts = content, let idle = answer.effects.firstIndex(of: .idle) {
        #expect(reasons.reason(for: [answer.edits[idle]]) == nil)
      }
    }
    effective(when: found > 0)
  }

  private func check(_ reason: FlipReason, _ holds: Bool, _ subject: Case, _ edited: Conflict) {
    let (before, after) = (subject.conflict, edited)
    func lasts(_ conflict: Conflict) -> Bool {
      let solution = conflict.solve(SolveRequest(concepts: [reason.concept]))
      return solution.states.position(of: reason.state).map {
        solution.isEquilibrium(reason.concept, position: $0)
      } ?? false
    }
    #expect(lasts(after) == reason.lasts)
    #expect(lasts(before) != reason.lasts)
    #expect(holds != reason.lasts)
    func gains(_ conflict: Conflict) -> Bool {
      guard let actor = reason.actor, let target = reason.target else { return false }
      return conflict.canMove(actor, from: reason.state, to: target)
        && conflict.prefers(actor, target, to: reason.state)
    }
    switch reason.kind {
    case .impossible: #expect(!after.isFeasible(reason.state))
    case .possible: #expect(!before.isFeasible(reason.state))
    case .gains: #expect(gains(after) && !gains(before))
    case .stays: #expect(gains(before) && !gains(after))
    case .unanswered(let step, let from, let lost):
      #expect(gains(after) && gains(before))
      #expect(step.actor != reason.actor)
      #expect(before.canMove(step.actor, from: from, to: step.state))
      switch lost {
      case .unable: #expect(!after.canMove(step.actor, from: from, to: step.state))
      case .unwilling: #expect(!after.prefers(step.actor, step.state, to: from))
      case .harmless where reason.concept != .sim:
        #expect(after.prefers(reason.actor!, step.state, to: reason.state))
      case .harmless, .escapable, .other: break
      }
    case .answered(let sanction):
      #expect(gains(after) && gains(before))
      guard case .sequence(let steps, _) = sanction, let last = steps.last else { return }
      #expect(!after.prefers(reason.actor!, last.state, to: reason.state))
    }
  }

  @Test("nothing is told when time has run out")
  func noTime() throws {
    let subject = try #require((0..<50).lazy.map { Case.random(seed: $0) }.first { !$0.edits.isEmpty })
    let states = subject.conflict.feasibleStates().states
    let claim = Claim(.lasts(try #require(states.first)), under: .nash, words: "")
    let edit = try #require(subject.edits.first)
    let stopped = Control(shouldStop: { .interrupted })
    let reasons = FlipReasons(subject, claim, holds: true, Work(control: stopped))
    #expect(reasons.reason(for: [edit]) == nil)
  }
}

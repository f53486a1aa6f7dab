import CaseFile
import ConflictModel
import EffectiveCounts
import Stability
import TestSupport
import Testing

@testable import Questions

@Suite("Why an actor would leave, and what holds it")
struct StatusQuoFateTests {
  @Test(
    "each gain named is unspoiled under every concept named with it", .effective(44),
    arguments: TestScale.seeds(60))
  func departures(seed: UInt64) throws {
    var count = 0
    try forEachGainer(seed: seed) { solved, brute, actor, position in
      let state = solved.solution.states[position].code
      var named: [Concept] = []
      for departure in try solved.departures(of: actor, at: position) {
        count += 1
        #expect(brute.improvements(actor, state).contains(departure.improvement.code))
        for concept in departure.concepts {
          #expect(brute.sanctions(concept, actor, state, departure.improvement.code).isEmpty)
        }
        named += departure.concepts
      }
      let unstable = solved.solution.concepts.filter { !brute.isStable($0, actor, state) }
      #expect(Set(named) == Set(unstable) && named.count == unstable.count)
    }
    effective(when: count > 0)
  }

  @Test(
    "each answer named spoils its gain under every concept named with it", .effective(22),
    arguments: TestScale.seeds(60))
  func holds(seed: UInt64) throws {
    var count = 0
    try forEachGainer(seed: seed) { solved, brute, actor, position in
      let state = solved.solution.states[position].code
      var named: [Concept] = []
      for hold in try solved.holds(on: actor, at: position) {
        guard case .stable(let deterrences) = hold.certificate.finding else {
          Issue.record("not a reason for staying")
          return
        }
        for deterrence in deterrences {
          count += 1
          let end =
            switch deterrence.sanction {
            case .sequence(let steps, _): steps.last?.state.code
            case .together(_, let outcome): Optional(outcome.code)
            }
          for concept in hold.concepts {
            let spoiling = brute.sanctions(concept, actor, state, deterrence.improvement.code)
            #expect(end.map(spoiling.contains) == true)
          }
        }
        named += hold.concepts
      }
      let stable = solved.solution.concepts.filter { brute.isStable($0, actor, state) }
      #expect(Set(named) == Set(stable) && named.count == stable.count)
    }
    effective(when: count > 0)
  }

  @Test("some actors leave for one gain under seq and for another under sim")
  func unlikeGains() throws {
    // Without such cases the test of departures would say little.
    var found = 0
    for seed in UInt64(0)..<60 {
      try forEachGainer(seed: seed) { solved, _, actor, position in
        if try solved.departures(of: actor, at: position).count > 1 { found += 1 }
      }
    }
    #expect(found > 0)
  }

  private func forEachGainer(
    seed: UInt64, _ body: (SolvedCase, BruteForce, Int, Int) throws -> Void
  ) throws {
    let subject = Case.random(seed: seed)
    let brute = BruteForce(subject.conflict)
    let solved = SolvedCase(subject, subject.conflict.solve())
    for position in solved.solution.states.indices {
      for actor in subject.conflict.actors.indices
      where !brute.improvements(actor, solved.solution.states[position].code).isEmpty {
        try body(solved, brute, actor, position)
      }
    }
  }
}

extension BruteForce {
  /// The answers to a gain that count against it under the concept.
  fileprivate func sanctions(
    _ concept: Concept, _ actor: Int, _ state: UInt64, _ improvement: UInt64
  ) -> Set<UInt64> {
    let answers: Set<UInt64> =
      switch concept {
      case .nash: []
      case .sim: jointAnswers(actor, state, improvement)
      case .gmr, .smr: Set(self.answers(actor, improvement, areCredible: false).keys)
      case .seq, .sseq: Set(self.answers(actor, improvement, areCredible: true).keys)
      }
    return answers.filter { answer in
      compare(actor, answer, state) <= 0
        && (!concept.allowsCounterMove || !moves(actor, answer).contains { compare(actor, $0, state) > 0 })
    }
  }
}

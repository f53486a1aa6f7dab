import CaseFile
import ConflictModel
import EffectiveCounts
import Stability
import TestSupport
import Testing

@testable import Questions

@Suite("Always, never, free")
struct HoldingsTests {
  @Test("agrees with a plain recount by brute force", .effective(43), arguments: TestScale.seeds(60))
  func recount(seed: UInt64) throws {
    let subject = Case.random(seed: seed)
    let conflict = subject.conflict
    let brute = BruteForce(conflict)
    let solved = SolvedCase(subject, conflict.solve())
    let states = conflict.feasibleStates().states
    var isMixed = false
    for concept in Concept.allCases where concept.isDefined(in: conflict.form) {
      let equilibria = states.filter { brute.isEquilibrium(concept, $0.code) }
      isMixed = isMixed || !equilibria.isEmpty && equilibria.count < states.count
      let holdings = solved.holdings(of: solved.solution.equilibria(concept))
      #expect(holdings.count == equilibria.count)
      for (group, tallies) in zip(Row.groups(of: subject), holdings.rows) {
        for (row, tally) in zip(group.rows, tallies) {
          let values = equilibria.map { state in
            if case .level = row.kind { return row.options.count { state.takes($0) } }
            return row.options.allSatisfy { state.takes($0) } ? 1 : 0
          }
          #expect(tally.counts == tally.counts.indices.map { value in values.count { $0 == value } })
          #expect(
            tally.isAlways == (!values.isEmpty && values.allSatisfy { $0 == 1 } && Set(values).count == 1))
        }
      }
      for (outcome, tally) in zip(subject.outcomes, holdings.outcomes) {
        let count = equilibria.count { BruteForce.holds(outcome.condition, $0.code, conflict) }
        #expect(tally.counts == [equilibria.count - count, count])
      }
    }
    effective(when: isMixed)
  }
}

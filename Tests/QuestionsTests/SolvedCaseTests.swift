import CaseFile
import ConflictModel
import Stability
import TestSupport
import Testing

@testable import Questions

/// What is worked out of very many states at once.
@Suite("Solved cases") struct SolvedCaseTests {
  static func solved() throws -> SolvedCase {
    let subject = try Case(CaseDocument(parsing: CaseTexts.manyStates))
    return SolvedCase(
      subject, subject.conflict.solve(SolveRequest(concepts: [.nash, .gmr, .smr, .seq, .sseq])))
  }

  @Test("what holds is counted right on a case with thousands of states")
  func holdings() throws {
    let solved = try Self.solved()
    let solution = solved.solution
    for concept in solution.concepts {
      let states = solution.equilibria(concept).map { solution.states[$0] }
      let holdings = solved.holdings(of: solution.equilibria(concept))
      #expect(holdings.count == states.count)
      let rows = zip(Row.groups(of: solved.subject), holdings.rows).flatMap { zip($0.rows, $1) }
      for (row, tally) in rows {
        #expect(tally.counts[1] == states.count { $0.takes(row.options[0]) }, "\(row.id)")
      }
      for (outcome, tally) in zip(solved.subject.outcomes, holdings.outcomes) {
        #expect(tally.counts[1] == states.count { solved.conflict.holds(outcome.condition, in: $0) })
      }
    }
  }

  @Test("classes of strength hold each lasting state once, the strongest first")
  func strength() throws {
    let solved = try Self.solved()
    let classes = solved.strengthClasses
    #expect(classes.reduce(0) { $0 + $1.states.count } == solved.lasting.count)
    for found in classes {
      for position in found.states.prefix(50) {
        #expect(solved.concepts(at: position) == found.concepts)
      }
    }
    let order = classes.map { found in
      solved.strongestFirst.map { found.concepts.contains($0) ? "0" : "1" }.joined()
    }
    #expect(order == order.sorted())
  }
}

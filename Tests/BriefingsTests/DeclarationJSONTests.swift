import CaseFile
import ConflictModel
import EffectiveCounts
import Notation
import Questions
import Stability
import TestSupport
import Testing

@testable import Briefings

@Suite("Words and deeds in JSON") struct DeclarationJSONTests {
  @Test("solve says of a declaration what words says", .effective(12), arguments: TestScale.seeds(60))
  func agreement(seed: UInt64) throws {
    let subject = try Case(RandomCase.document(seed: seed, .everything))
    let solution = subject.conflict.solve(SolveRequest(limits: EnumerationLimits(states: 512)))
    guard solution.hasAllStates, !solution.concepts.isEmpty, !solution.states.isEmpty else { return }
    var options = SolveReport.Options()
    options.with = [.declarations]
    let report = SolveReport(case: subject, solution: solution, options: options)
    let told = report.json()["declarations"]?.elements ?? []
    #expect(told.count == subject.declarations.count)
    #expect(told.count == report.declarations.count)
    let analysis = WordsAnalysis(of: subject, solution, under: solution.concepts) { $0.solve() }
    let words = WordsReport(case: subject, solution: solution, analysis: analysis).json()
    for (one, other) in zip(told, words["declarations"]?.elements ?? []) {
      guard case .object(let members) = one, case .object(let all) = other else {
        Issue.record("a declaration is an object")
        continue
      }
      #expect(members.filter { $0.key != "lasting" } == all.filter { $0.key != "believed" })
      // At every state that lasts, the words are kept, broken or idle.
      let counts = ["kept", "broken", "idle"].map { one["lasting"]?[$0]?["count"] ?? .null }
      let sum = counts.reduce(0) { sum, count in
        if case .integer(let number) = count { sum + Int(number) } else { -1 }
      }
      #expect(sum == report.lasting.count)
    }
    effective(when: !told.isEmpty)
  }

  @Test("is there only when it is asked for, and empty where nobody declares anything")
  func asked() throws {
    let subject = try Case(CaseDocument(parsing: SampleCase.suspects))
    let solution = subject.conflict.solve()
    #expect(SolveReport(case: subject, solution: solution).json()["declarations"] == nil)
    var options = SolveReport.Options()
    options.with = [.declarations]
    #expect(SolveReport(case: subject, solution: solution, options: options).json()["declarations"] == [])
  }
}

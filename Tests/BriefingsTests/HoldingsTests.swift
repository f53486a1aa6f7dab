import CaseFile
import ConflictModel
import EffectiveCounts
import Notation
import Questions
import Stability
import TestSupport
import Testing

@testable import Briefings

@Suite("Always, never, free in JSON")
struct HoldingsTests {
  @Test("the summary has the ids of what brute force finds", .effective(43), arguments: TestScale.seeds(60))
  func recount(seed: UInt64) throws {
    let subject = Case.random(seed: seed)
    let conflict = subject.conflict
    let brute = BruteForce(conflict)
    var options = SolveReport.Options()
    options.with = [.summary]
    let report = SolveReport(case: subject, solution: conflict.solve(), options: options)
    let summary = try #require(report.json()["summary"])
    let states = conflict.feasibleStates().states
    var isMixed = false

    for concept in Concept.allCases where concept.isDefined(in: conflict.form) {
      let equilibria = states.filter { brute.isEquilibrium(concept, $0.code) }
      isMixed = isMixed || !equilibria.isEmpty && equilibria.count < states.count
      let told = try #require(summary[concept.rawValue])
      #expect(told["count"] == .integer(equilibria.count))
      var expected: [String: String] = [:]
      for (index, option) in conflict.options.enumerated()
      where !conflict.levelOptions.contains(where: { $0.thresholds.contains(index) }) {
        expected[option.id] = Self.word(equilibria.map { $0.code >> UInt64(index) & 1 == 1 })
      }
      for outcome in subject.outcomes {
        expected[outcome.id] = Self.word(
          equilibria.map { BruteForce.holds(outcome.condition, $0.code, conflict) })
      }
      for word in ["always", "never", "free"] {
        let ids = told[word]?.elements ?? []
        let wanted = expected.filter { $0.value == word }.keys.sorted()
        #expect(ids.map(Self.text).sorted() == wanted, "\(concept.rawValue) \(word)")
      }
      for level in conflict.levelOptions {
        let values = Set(equilibria.map { state in level.thresholds.count { state.takes($0) } })
        let told = (told["levels"]?[level.id]?.elements ?? []).map(Self.text)
        #expect(told == values.sorted().map { level.levels[$0] })
      }
    }
    effective(when: isMixed)
  }

  private static func word(_ values: [Bool]) -> String {
    values.isEmpty ? "" : values.allSatisfy { $0 } ? "always" : values.contains(true) ? "free" : "never"
  }

  private static func text(_ value: JSONValue) -> String {
    if case .string(let text) = value { text } else { "" }
  }

  @Test("equilibria and counts agree with brute force", .effective(44), arguments: TestScale.seeds(60))
  func equilibria(seed: UInt64) throws {
    let subject = Case.random(seed: seed)
    let brute = BruteForce(subject.conflict)
    let document = SolveReport(case: subject, solution: subject.conflict.solve()).json()
    let states = subject.conflict.feasibleStates().states
    let listed = document["equilibria"]?.elements ?? []
    effective(when: !listed.isEmpty && subject.conflict.isLively)
    var told: [Int: [JSONValue]] = [:]
    for element in listed {
      guard case .integer(let number)? = element["number"] else { continue }
      told[Int(number)] = element["concepts"]?.elements
    }
    for (position, state) in states.enumerated() {
      let concepts = Concept.allCases.filter {
        $0.isDefined(in: subject.conflict.form) && brute.isEquilibrium($0, state.code)
      }
      #expect((told[position + 1] ?? []) == concepts.map { .string($0.rawValue) }, "state \(position + 1)")
    }
  }
}

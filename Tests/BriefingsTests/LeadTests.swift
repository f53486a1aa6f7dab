import CaseFile
import ConflictModel
import Documents
import Notation
import Questions
import Stability
import TestSupport
import Testing

@testable import Briefings

@Suite("The lead of an answer as data") struct LeadTests {
  /// Every sentence told of findings and cautions is in the document for programs, and the fate of
  /// each status quo with what its sentences say.
  @Test("programs get what people are told") func agreement() throws {
    var (findings, cautions, fates, kinds) = (0, 0, 0, Set<String>())
    for seed in TestScale.seeds(60) {
      let subject = try Case(RandomCase.document(seed: seed, .everything))
      let solution = subject.conflict.solve(SolveRequest(limits: EnumerationLimits(states: 4_096)))
      guard solution.hasAllStates, !solution.concepts.isEmpty else { continue }
      var options = SolveReport.Options()
      options.with = [.fate, .findings, .cautions]
      let report = SolveReport(case: subject, solution: solution, options: options)
      let document = report.json()
      let told = document.texts(under: "findings")
      #expect(told == report.findings.map(\.text), "seed \(seed)")
      #expect(document.texts(under: "cautions") == report.cautions.map(\.text), "seed \(seed)")
      findings += told.count
      cautions += report.cautions.count
      for finding in document["findings"]?.elements ?? [] { kinds.insert(finding["kind"]?.text ?? "") }
      for (state, fate) in zip(report.solved.statusQuos, document["fate"]?.elements ?? []) {
        guard let position = solution.states.position(of: state) else { continue }
        let lasts = solution.concepts.filter { solution.isEquilibrium($0, position: position) }
        #expect(fate["lasts"]?.elements.compactMap(\.text) == lasts.map(\.rawValue), "seed \(seed)")
        for actor in fate["actors"]?.elements ?? [] {
          let (leaves, held) = (actor["leaves"]?.elements ?? [], actor["held"]?.elements ?? [])
          #expect(!leaves.isEmpty || !held.isEmpty, "seed \(seed)")
          fates += 1
        }
      }
    }
    #expect(findings > 100 && cautions > 5 && fates > 20)
    #expect(kinds.isSuperset(of: ["whateverLasts", "outcomes", "lasting"]))
  }
}

extension JSONValue {
  fileprivate subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  fileprivate var elements: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }

  fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }

  /// The sentences of each element of a list.
  fileprivate func texts(under key: String) -> [String] {
    (self[key]?.elements ?? []).flatMap { element in
      element["text"].map { $0.text.map { [$0] } ?? $0.elements.compactMap(\.text) } ?? []
    }
  }
}

import CaseFile
import ConflictModel
import EffectiveCounts
import Stability
import TestSupport
import Testing

@testable import Analyses

/// What is told of the work while a question is answered.
@Suite("Progress") struct ProgressTests {
  /// Answers every question about a case, each under a counter of its own.
  static func ask(_ subject: Case, _ body: (String, PollCounter) -> Void) throws {
    func ask(_ name: String, _ question: (Control) throws -> Void) rethrows {
      let counter = PollCounter()
      try question(counter.control)
      body(name, counter)
    }
    let graph = try StateGraph(subject.conflict)
    guard let first = graph.states.first else { return }
    ask("coalitions") { _ = graph.coalitions(control: $0) }
    try ask("require") {
      _ = try subject.requirements(for: .state(first), under: .seq, edits: 2, control: $0)
    }
    ask("sensitivity") {
      _ = subject.sensitivity(of: Claim(.lasts(first), under: .seq, words: ""), upTo: 2, control: $0)
    }
    let doubts = try Doubts(of: subject)
    ask("doubts") { _ = doubts.count(DoubtsRequest(concepts: [.seq]), in: graph, control: $0) }
    try ask("hypergame") { _ = try subject.hypergame(SolveRequest(concepts: [.seq]), control: $0) }
  }

  @Test(
    "it never goes backwards, and every question asks whether to go on", .effective(3),
    arguments: TestScale.seeds(6))
  func forwards(seed: UInt64) throws {
    let document = RandomCase.document(seed: seed)
    effective(when: try Case(document).conflict.isLively && document.actors.count > 1)
    try Self.ask(Case(document)) { name, counter in
      #expect(counter.setbacks.isEmpty, "\(name): \(counter.setbacks)")
      #expect(counter.count > 0 || document.actors.count == 1, "\(name)")
    }
  }
}

import CaseFile
import ConflictModel
import EffectiveCounts
import Stability
import TestSupport
import Testing

@testable import Questions

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
    ask("doubts") { _ = doubts.count(DoubtsRequest(concepts: [.nash, .seq]), in: graph, control: $0) }
    ask("a sample of doubts") {
      let request = DoubtsRequest(concepts: [.nash, .seq], exactLimit: 0, samples: 3_000)
      _ = doubts.count(request, in: graph, control: $0)
    }
    ask("solve") { _ = subject.conflict.solve(control: $0) }
    ask("paths") { _ = Reach(from: 0, by: .moves, in: subject.conflict.solve(), control: $0) }
    try ask("compare") {
      let (old, new) = try Self.readings(subject)
      _ = CaseComparison(old, new, under: .nash, control: $0) { $0.solve(SolveRequest(concepts: [.nash])) }
    }
    let dimensions = subject.dimensions.filter { $0.values.count > 1 }
    try ask("grid") {
      _ = try Worlds(
        subject.document, varying: dimensions, request: SolveRequest(concepts: [.nash]), control: $0)
    }
    try ask("hypergame") { _ = try subject.hypergame(SolveRequest(concepts: [.seq]), control: $0) }
  }

  /// The case beside one in which the first actor wants nothing.
  private static func readings(_ subject: Case) throws -> (old: Reading, new: Reading) {
    var document = subject.document
    document.actors[0].preference = .indifferent
    document.expectations = []
    let other = try Case(document)
    return (
      Reading(name: "old", subject: subject, solution: subject.conflict.solve()),
      Reading(name: "new", subject: other, solution: other.conflict.solve())
    )
  }

  @Test(
    "it never goes backwards, and every question asks whether to go on", .effective(3),
    arguments: TestScale.seeds(6))
  func forwards(seed: UInt64) throws {
    let document = RandomCase.document(seed: seed)
    effective(when: try Case(document).conflict.isLively && document.actors.count > 1)
    let stateCount = try Case(document).conflict.feasibleStates().states.count
    try Self.ask(Case(document)) { name, counter in
      #expect(counter.setbacks.isEmpty, "\(name): \(counter.setbacks)")
      // A handful of states is solved, and ways among them are followed, before it would have to ask.
      let isBrief = document.actors.count == 1 || name == "paths" || name == "solve" && stateCount < 4
      #expect(counter.count > 0 || isBrief, "\(name) of \(stateCount) states")
    }
  }
}

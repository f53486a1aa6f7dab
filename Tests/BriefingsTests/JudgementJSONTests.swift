import CaseFile
import ConflictModel
import EffectiveCounts
import Notation
import Questions
import Stability
import TestSupport
import Testing

@testable import Briefings

@Suite("Ids of judgements in JSON") struct JudgementJSONTests {
  /// Every id that is printed, and what is said of the judgement beside it.
  private static func named(in value: JSONValue) -> [(id: String, members: JSONValue)] {
    var found: [(id: String, members: JSONValue)] = []
    if case .object(let members) = value {
      // What has an id and is no judgement has no place among others of its kind.
      let key = value["judgement"] == nil ? value["index"] == nil ? nil : "id" : "judgement"
      if let key, case .string(let id)? = value[key] { found.append((id, value)) }
      for member in members { found += named(in: member.value) }
    }
    for element in value.elements { found += named(in: element) }
    return found
  }

  private static func text(_ value: JSONValue?) -> String? {
    if case .string(let text)? = value { text } else { nil }
  }

  /// Counts the ids in a document that are those of the judgements that they are with.
  private static func agreeing(_ document: JSONValue, _ subject: Case) -> Int {
    let judgements = Dictionary(uniqueKeysWithValues: subject.judgements.map { ($0.id, $0) })
    let all = named(in: document)
    for (id, members) in all {
      guard let judgement = judgements[id] else {
        Issue.record("there is no judgement '\(id)'")
        continue
      }
      if let that = text(members["that"]) { #expect(judgement.text == that) }
      if let actor = text(members["actor"]) {
        #expect(judgement.actor.map { subject.conflict.actors[$0].id } == actor)
      }
      if case .integer(let index)? = members["index"], judgement.kind != .level {
        #expect(judgement.index + 1 == Int(index), "\(id)")
      }
    }
    return all.count
  }

  @Test("each is that of the judgement it stands with", .effective(40), arguments: TestScale.seeds(60))
  func everywhere(seed: UInt64) throws {
    let subject = try Case(RandomCase.document(seed: seed, .everything))
    let solution = subject.conflict.solve(SolveRequest(limits: EnumerationLimits(states: 512)))
    guard solution.hasAllStates, !solution.concepts.isEmpty else { return }
    var options = SolveReport.Options()
    options.with = [.ledger, .fate, .declarations]
    let solved = SolveReport(case: subject, solution: solution, options: options).json()
    let ledger = Self.agreeing(solved["ledger"] ?? [], subject)
    #expect(ledger == solved["ledger"]?.elements.count ?? 0)
    let declared = Self.agreeing(solved["declarations"] ?? [], subject)
    #expect(declared == (solution.states.isEmpty ? 0 : subject.declarations.count))
    let fate = Self.agreeing(solved["fate"] ?? [], subject)
    let certificates = subject.conflict.actors.indices.flatMap { actor in
      solution.states.indices.prefix(8).map {
        solution.certificate(solution.concepts[0], actor: actor, position: $0)
      }
    }
    let explained = ExplainReport(case: subject, solution: solution, certificates: certificates).json()
    let reasons = Self.agreeing(explained, subject)
    let shown = ShowReport(case: subject, solution: solution, what: .case).json()
    let ids = shown["judgements"]?.elements.map { Self.text($0["id"]) }
    #expect(ids == subject.judgements.map(\.id))
    effective(when: ledger > 0 && fate + reasons > 0)
  }

  @Test("both sides of a difference name the judgement that each has")
  func differences() throws {
    func reading(_ wish: String, _ order: String) throws -> Reading {
      let text = """
        entente: 1
        actors:
          north: {options: {\(order)}, prefers: [{id: calm, that: \(wish)}, talk]}
          south: {prefers: indifferent}
        """
      let subject = try Case(CaseDocument(parsing: text, file: "\(wish).yaml"))
      return Reading(
        name: wish, subject: subject, solution: subject.conflict.solve(SolveRequest(concepts: [.seq])))
    }
    let readings = [
      try reading("arm", "arm: Arm, talk: Talk"), try reading("not arm", "talk: Talk, arm: Arm"),
    ]
    let comparison = CaseComparison(readings[0], readings[1], under: .seq) { $0.solve() }
    let document = CompareReport(readings: readings, comparisons: [comparison]).json()
    let differences = document["comparisons"]?.elements.first?["differences"]?.elements ?? []
    let wish = differences.first { $0["kind"] == "statement" }
    #expect(wish?["first"]?["id"] == "north.prefers.calm")
    #expect(wish?["second"]?["id"] == "north.prefers.calm")
    // The order of options stands where the first option does, and is no judgement.
    let order = differences.first { $0["kind"] == "option" }
    #expect(order?["first"]?["id"] == .null && order?["text"] != nil)
  }
}

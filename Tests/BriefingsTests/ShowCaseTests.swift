import CaseFile
import ConflictModel
import Door
import EffectiveCounts
import Notation
import Questions
import Stability
import TestSupport
import Testing

@testable import Briefings

@Suite("A case shown to programs") struct ShowCaseTests {
  private static func shown(_ document: CaseDocument) throws -> (text: String, json: JSONValue) {
    let subject = try Case(document)
    let solution = subject.conflict.solve(SolveRequest(concepts: []))
    let report = ShowReport(case: subject, solution: solution, what: .case)
    return (report.text(), report.json())
  }

  @Test("has sources, options, events, doubts, profiles, views and the number of states")
  func everything() throws {
    let (_, json) = try Self.shown(
      CaseDocument(
        parsing: """
          entente: 1
          sources: {memo: {title: A memo, author: A. Author, date: 2023-04-28, viewpoint: the press, file: memo.txt}}
          events: {trial: {name: A trial, holds: no, since: 2023-01, resolves: The court says so, history: [{date: 2023-02-01, holds: no}]}}
          actors:
            row:
              name: The row
              options: {flee: {name: Flee, moves: take}, pay: {name: Pay, levels: {little: A little, much: Much}}}
              prefers: [{that: flee, sure: no, much: yes, hedge: may}, [column.go, not flee]]
              profiles: {bold: {name: Bold, prefers: [flee]}}
              perceives: {actors: {column: {prefers: [not go]}}}
            column: {options: {go: Go}, weights: {go: 2}}
          joint: {deal: {name: A deal, by: [row, column]}}
          rules: [{always: row.flee or not row.flee, hedge: likely}]
          outcomes: {gone: {name: Gone, when: row.flee}}
          """))
    #expect(json["feasible"] == 32)
    #expect(
      json["sources"] == [
        [
          "id": "memo", "title": "A memo", "author": "A. Author", "date": "2023-04-28",
          "viewpoint": "the press", "file": "memo.txt",
        ] as JSONValue
      ])
    #expect(
      json["events"]?.elements.first?.text(pretty: false)
        == #"{"id":"trial","name":"A trial","holds":false,"value":false,"since":"2023-01","resolves":"The court says so","history":[{"date":"2023-02-01","holds":false}]}"#
    )
    let row = try #require(json["actors"]?.elements.first)
    #expect(
      row["options"]?.text(pretty: false)
        == #"[{"id":"row.flee","name":"Flee","moves":"take"},{"id":"row.pay","name":"Pay","levels":[{"id":"little","name":"A little"},{"id":"much","name":"Much"}]}]"#
    )
    #expect(row["wants"] == "statements" && row["perceives"] == true && row["profile"] == .null)
    #expect(row["profiles"] == [["id": "bold", "name": "Bold"] as JSONValue])
    #expect(json["actors"]?.elements.last?["wants"] == "weights")
    #expect(
      json["joint"] == [
        [
          "id": "deal", "name": "A deal", "by": ["row", "column"] as JSONValue,
          "options": ["row.deal", "column.deal"] as JSONValue,
        ] as JSONValue
      ])
    #expect(json["outcomes"] == [["id": "gone", "name": "Gone", "when": "row.flee"] as JSONValue])
    let judgements = json["judgements"]?.elements ?? []
    let first = try #require(judgements.first { $0["id"] == "row.prefers.1" })
    #expect(first["sure"] == false && first["much"] == true && first["hedge"] == "may")
    #expect(judgements.first { $0["id"] == "row.prefers.2" }?["unordered"] == true)
    #expect(judgements.first { $0["id"] == "rules.1" }?["hedge"] == "likely")
  }

  @Test("has a ranking in its tiers, and what is not known about it")
  func ranking() throws {
    let (text, json) = try Self.shown(
      CaseDocument(
        parsing: """
          entente: 1
          actors:
            row: {options: {go: Go, stay: Stay}, ranking: [[1, 3], 4, 2], unknown: [[2, 4]]}
            column: {prefers: indifferent}
          """))
    let row = try #require(json["actors"]?.elements.first)
    #expect(text.contains("Which is better is not known: 2 or 4"))
    #expect(row["wants"] == "ranking" && row["unknown"] == [[2, 4] as JSONValue])
    #expect(row["ranking"] == [[1, 3] as JSONValue, [4] as JSONValue, [2] as JSONValue])
    #expect(json["actors"]?.elements.last?["wants"] == "nothing")
  }

  /// Every text in a value, keys left out.
  private static func texts(_ value: JSONValue) -> Set<String> {
    switch value {
    case .string(let text): [text]
    case .array(let elements): elements.reduce(into: []) { $0.formUnion(texts($1)) }
    case .object(let members): members.reduce(into: []) { $0.formUnion(texts($1.value)) }
    default: []
    }
  }

  @Test("has what people are shown", .effective(50), arguments: TestScale.seeds(60))
  func agreement(seed: UInt64) throws {
    let document = RandomCase.document(seed: seed, .everything)
    let (text, json) = try Self.shown(document)
    let told = Self.texts(json)
    let isMarked = [("; matters much", "much"), ("may be absent", "sure"), ("order not known", "unordered")]
    let judgements = json["judgements"]?.elements ?? []
    for (words, key) in isMarked where text.contains(words) && !document.isGraphForm {
      #expect(judgements.contains { $0[key] != nil }, "\(key)")
    }
    var wanted = document.sources.flatMap {
      [$0.id, $0.title, $0.author, $0.publisher, $0.date, $0.address, $0.viewpoint, $0.file].compactMap { $0 }
    }
    wanted += document.events.flatMap { [$0.id, $0.name, $0.since, $0.until, $0.resolves].compactMap { $0 } }
    wanted += document.joint.flatMap { [$0.id, $0.name].compactMap { $0 } }
    wanted += document.outcomes.flatMap { [$0.id, $0.name, $0.when.printed].compactMap { $0 } }
    for actor in document.actors {
      wanted += [actor.id, actor.name].compactMap { $0 } + actor.profiles.map(\.id)
      wanted += actor.options.flatMap { option in
        ["\(actor.id).\(option.id)", option.name].compactMap { $0 }
          + option.levels.flatMap { [$0.id, $0.name].compactMap { $0 } }
      }
    }
    #expect(wanted.filter { !told.contains($0) } == [])
    let seeing = json["actors"]?.elements.map { $0["perceives"] }
    #expect(seeing == document.actors.map { .bool($0.perceives != nil) })
    effective(when: wanted.count > 10)
  }
}

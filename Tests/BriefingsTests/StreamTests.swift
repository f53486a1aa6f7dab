import CaseFile
import ConflictModel
import Door
import EffectiveCounts
import Foundation
import Notation
import Questions
import Stability
import TestSupport
import Testing

@testable import Briefings

@Suite("Texts written in pieces")
struct StreamTests {
  /// What a report writes in a form, piece after piece.
  static func text(_ report: SolveReport, _ form: AnswerForm) -> String {
    report.text(as: form, Setting(about: "CASE")).text
  }

  /// Options in all the ways that lists can be cut, sorted and filtered.
  static func variants(_ conflict: Conflict) -> [SolveReport.Options] {
    var all: [SolveReport.Options] = []
    for allStates in [false, true] {
      for limit in [nil, 1, 3] as [Int?] {
        for actor in [nil, 0] as [Int?] {
          var options = SolveReport.Options()
          options.allStates = allStates
          options.limit = limit
          options.sortActor = actor
          if allStates, !conflict.options.isEmpty { options.filter = .not(.taken(0)) }
          if limit == nil { options.with = Set(SolveReport.Section.allCases) }
          all.append(options)
        }
      }
    }
    return all
  }

  static func check(_ subject: Case, _ solution: Solution, sourceLocation: SourceLocation = #_sourceLocation)
  {
    for options in variants(subject.conflict) {
      let report = SolveReport(case: subject, solution: solution, options: options)
      let document = report.json()
      #expect(text(report, .json) == document.text(pretty: true) + "\n", sourceLocation: sourceLocation)
      let listed = document[options.allStates ? "allStates" : "equilibria"]?.elements ?? []
      let lines = listed.map { $0.text(pretty: false) + "\n" }.joined()
      #expect(text(report, .jsonl) == lines, sourceLocation: sourceLocation)
      let rows = text(report, .csv).split(separator: "\r\n").dropFirst()
      #expect(rows.map { Int($0.prefix { $0 != "," }) } == listed.map(number), sourceLocation: sourceLocation)
    }
  }

  @Test("lists end early at every place, and what is written can be read")
  func cut() throws {
    let options = (0..<4).map { "o\($0): O" }.joined(separator: ", ")
    let subject = try Case(
      CaseDocument(
        parsing: """
          entente: 1
          actors:
            a: {options: {\(options)}, prefers: [b.o0, not o1, o2 iff b.o3]}
            b: {options: {\(options)}, prefers: [not a.o0, o1]}
            c: {options: {}, prefers: [a.o0]}
          """))
    let solution = subject.conflict.solve()
    for what in [ShowReport.What.states, .moves, .preferences] {
      let report = ShowReport(case: subject, solution: solution, what: what)
      var cuts = 0
      for place in 0..<40 {
        var (asked, written) = (0, "")
        let reader = TextReader(
          { piece in
            written += piece
            return true
          },
          shouldEnd: {
            asked += 1
            return asked > place ? .time(milliseconds: 1) : nil
          })
        let limit = report.write(to: reader)
        let read = try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String: Any]
        let document = try #require(read)
        #expect(document["complete"] as? Bool == (limit == nil))
        #expect((document["limit"] != nil) == (limit != nil))
        #expect(document[what.rawValue] != nil)
        if limit == nil {
          #expect(written == report.json().text(pretty: true) + "\n")
        } else {
          cuts += 1
        }
      }
      #expect(cuts > 2 && cuts < 40 || what == .moves)
    }
  }

  /// The same of what `show` prints.
  static func checkShow(
    _ subject: Case, _ solution: Solution, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for what in ShowReport.What.allCases {
      for limit in [nil, 2] as [Int?] {
        let report = ShowReport(case: subject, solution: solution, what: what, limit: limit)
        var text = ""
        report.write(
          to: TextReader { piece in
            text += piece
            return true
          })
        #expect(text == report.json().text(pretty: true) + "\n", sourceLocation: sourceLocation)
      }
    }
  }

  private static func number(_ state: JSONValue) -> Int? {
    if case .integer(let number)? = state["number"] { Int(number) } else { nil }
  }

  @Test("are those of the values in memory", .effective(9), arguments: TestScale.seeds(12))
  func equalToValues(seed: UInt64) {
    let subject = Case.random(seed: seed)
    effective(when: subject.conflict.isLively)
    Self.check(subject, subject.conflict.solve())
    if subject.conflict.form == .options {
      Self.check(subject, subject.conflict.solve(SolveRequest(engine: .dense)))
      Self.check(subject, subject.conflict.solve(SolveRequest(engine: .sparse)))
    }
  }

  @Test(
    "are those of the values of every sample",
    arguments: [
      SampleCase.suspects, SampleCase.threeActors, SampleCase.graph, SampleCase.wordy,
    ])
  func samples(text: String) throws {
    let subject = try SampleCase.report(text).subject
    Self.check(subject, subject.conflict.solve())
    Self.checkShow(subject, subject.conflict.solve())
    Self.checkShow(subject, subject.conflict.solve(SolveRequest(concepts: [])))
    Self.checkShow(subject, subject.conflict.solve(SolveRequest(limits: EnumerationLimits(states: 3))))
  }

  @Test("come in pieces, and end when nobody wants more")
  func pieces() throws {
    let subject = try Case(CaseDocument(parsing: CaseTexts.manyStates))
    var options = SolveReport.Options()
    options.allStates = true
    let request = SolveRequest(concepts: [.nash])
    let report = SolveReport(case: subject, solution: subject.conflict.solve(request), options: options)
    var sizes: [Int] = []
    var told: [Int] = []
    let reader = TextReader { piece in
      sizes.append(piece.utf8.count)
      return sizes.count < 3
    } report: { done, total in
      #expect(total == 7_168)
      told.append(done)
    }
    _ = report.write(as: .csv, Setting(about: "CASE"), to: reader)
    #expect(sizes.count == 3)
    #expect(sizes.allSatisfy { (65_536..<70_000).contains($0) })
    #expect(told == told.sorted() && told.count == 3)
  }

  @Test("lists in an actor's order are its tiers", .effective(14), arguments: TestScale.seeds(20))
  func order(seed: UInt64) {
    let solution = Case.random(seed: seed).conflict.solve()
    effective(when: solution.conflict.actors.indices.contains { solution.tiers(of: $0).count > 2 })
    for actor in solution.conflict.actors.indices {
      let expected = solution.tiers(of: actor)
      let listing = Listing(solution.allStates, of: solution, likedBy: actor, limit: nil)
      #expect(Array(listing.positions) == expected.flatMap { $0 })
      let first = Listing(solution.allStates, of: solution, likedBy: actor, limit: 3)
      #expect(Array(first.positions) == Array(expected.flatMap { $0 }.prefix(3)))
      #expect(first.total == solution.states.count)
      #expect(Tiers(of: actor, in: solution).map { Array(solution.positions(of: $0)) } == expected)
    }
  }
}

extension SampleCase {
  /// Names so long that no state fits on a line.
  static let wordy = """
    entente: 1
    title: Long names
    actors:
      one:
        options: {stay: Stay}
        prefers: [not two.leave, stay]
      two: {options: {leave: Leave}, prefers: [one.stay, leave]}
    outcomes:
      \((1...9).map { "an-outcome-with-quite-a-long-name-number-\($0): {name: N\($0), when: one.stay}" }
        .joined(separator: "\n  "))
    """
}

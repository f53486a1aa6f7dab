import CaseFile
import ConflictModel
import Notation
import Stability
import Testing

@testable import Questions

/// An event is compared by what it is on the day of each case, however that is written.
@Suite("Events of two cases on their days") struct CompareDayTests {
  private static func comparison(
    _ one: (day: String?, event: String), _ other: (day: String?, event: String),
    given: [String: Bool] = [:], on day: String? = nil
  ) throws -> CaseComparison {
    func read(_ side: (day: String?, event: String)) throws -> Reading {
      let document = try CaseDocument(
        parsing: """
          entente: 1
          \(side.day.map { "as_of: \($0)" } ?? "title: A case")
          events: {e: {name: Storm, \(side.event)}, ee: {holds: no, since: 2020}}
          actors: {a: {name: Alpha, options: {x: Do X}, prefers: [x iff e]}}
          status_quo: []
          """)
      let subject = try Case(document, given: given, on: day)
      return Reading(name: "it", subject: subject, solution: subject.conflict.solve())
    }
    return try CaseComparison(read(one), read(other), under: .seq) { $0.solve() }
  }

  private static let may = "2024-05-01"

  @Test(
    "what makes an event another thing is tried, and accounts for what follows",
    arguments: [
      ((may, "holds: no"), (may, "holds: no, since: 2024-06-01"), [["since"]]),
      ((may, "holds: no"), (may, "holds: no, until: 2024-03-01"), [["until"]]),
      ((may, "holds: no"), (may, "holds: no, history: [{date: 2024-01, holds: yes}]"), [["e 2024-01"]]),
      (
        (may, "holds: no, history: [{date: 2024-01, holds: yes}]"),
        (may, "holds: no, history: [{date: 2024-01, holds: no}]"), [["e 2024-01/holds"]]
      ),
      ((may, "holds: no, since: 2024-06-01"), ("2024-07-01", "holds: no, since: 2024-06-01"), [["as_of"]]),
      ((may, "holds: no, since: 2024-06-01"), (nil, "holds: no, since: 2024-06-01"), [["as_of"]]),
      ((nil, "holds: no, since: 2024-06-01"), (may, "holds: no, since: 2024-06-01"), [["as_of"]]),
      // The day and the date together, and neither alone.
      ((may, "holds: no"), ("2024-02-01", "holds: no, until: 2024-01-01"), [["until"]]),
      ((may, "holds: no"), ("2024-02-01", "holds: no, since: 2024-03-01"), [["as_of", "since"]]),
      ((may, "holds: no"), (may, "holds: yes, since: 2024-03-01"), [["e"]]),
    ] as [((String?, String), (String?, String), [[String]])])
  func judged(one: (String?, String), other: (String?, String), accounts: [[String]]) throws {
    func name(_ key: Difference.Key) -> String {
      guard key.kind == .history else { return key.part ?? key.id }
      return [key.id, key.part].compactMap { $0 }.joined(separator: "/")
    }
    func names(_ comparison: CaseComparison, _ indices: [Int]) -> [String] {
      indices.map { name(comparison.differences[$0].key) }
    }
    for (left, right) in [(one, other), (other, one)] {
      let comparison = try Self.comparison(left, right)
      let differing = comparison.conclusions.filter { !$0.agrees }
      #expect(differing.count == 2)
      for conclusion in differing {
        #expect(conclusion.accounts.allSatisfy { !$0.isEmpty } && !conclusion.accounts.isEmpty)
        if left == one {
          #expect(conclusion.accounts.map { names(comparison, $0) } == accounts)
        }
      }
    }
  }

  @Test(
    "what makes it no other thing is no judgement that differs",
    arguments: [
      ((may, "holds: no, since: 2024-06-01"), (may, "holds: yes, since: 2024-03-01"), true),
      ((may, "holds: no"), (may, "holds: yes, since: 2024-06-01"), false),
      ((may, "holds: no"), (may, "holds: yes, history: [{date: 2024-04, holds: no}]"), false),
      ((may, "holds: no"), ("2024-07-01", "holds: no"), false),
      ((may, "holds: no, since: 2024-06-01"), ("2024-07-01", "holds: no, since: 2024-08-01"), true),
    ] as [((String?, String), (String?, String), Bool)])
  func alike(one: (String?, String), other: (String?, String), holds: Bool) throws {
    for (left, right) in [(one, other), (other, one)] {
      let comparison = try Self.comparison(left, right)
      #expect(!comparison.differences.isEmpty && comparison.active.isEmpty)
      #expect(comparison.conclusions.allSatisfy { $0.agrees })
      for difference in comparison.differences where difference.key.kind == .event {
        #expect(difference.standing?.before == holds && difference.standing?.after == holds)
      }
    }
  }

  @Test("the day that is asked for counts, and not those of the cases")
  func asked() throws {
    let (one, other): ((String?, String), (String?, String)) = (
      (Self.may, "holds: no"), (Self.may, "holds: no, since: 2024-06-01")
    )
    for (left, right) in [(one, other), (other, one)] {
      let early = try Self.comparison(left, right, on: "2024-03-01")
      #expect(early.conclusions.count { !$0.agrees } == 2)
      #expect(early.conclusions.allSatisfy { $0.agrees || $0.accounts.count == 1 })
      let late = try Self.comparison(left, right, on: "2024-08-01")
      #expect(late.active.isEmpty && late.conclusions.allSatisfy { $0.agrees })
    }
    // Nor does it matter which day a case has by itself.
    let days = try Self.comparison(
      (Self.may, other.1), ("2024-07-01", other.1), on: "2024-03-01")
    #expect(days.active.isEmpty && days.conclusions.allSatisfy { $0.agrees })
    // Of an event that changes within a month it is not said what it is.
    let open = try Self.comparison(("2024-06", one.1), ("2024-06", "holds: no, since: 2024-06-10"))
    #expect(open.active.isEmpty && open.differences.count == 1 && open.differences[0].standing == nil)
    // What is set by hand is no matter of days.
    let set = try Self.comparison(one, other, given: ["e": true])
    #expect(set.conclusions.allSatisfy { $0.agrees })
    #expect(set.differences.allSatisfy { $0.standing == nil })
  }

  @Test("what makes up for another day in one event counts beside another that it changes")
  func madeUpFor() throws {
    func read(_ day: String, _ e: String, _ f: String) throws -> Reading {
      let document = try CaseDocument(
        parsing: """
          entente: 1
          as_of: \(day)
          events: {e: {holds: yes, since: \(e)}, f: {holds: yes, since: \(f)}}
          actors: {a: {options: {x: X}, prefers: [x iff (e and f)]}}
          """)
      let subject = try Case(document)
      return Reading(name: "it", subject: subject, solution: subject.conflict.solve())
    }
    // In May neither; in July e, and f not since its date moved, too.
    let (one, other) = (
      try read("2024-05-01", "2024-06-01", "2024-06-01"), try read("2024-07-01", "2024-06-01", "2024-08-01")
    )
    let comparison = CaseComparison(one, other, under: .seq) { $0.solve() }
    #expect(Set(comparison.active.map { comparison.differences[$0].key.part }) == ["as_of", "since"])
    let third = CaseComparison(one, try read("2024-07-01", "2024-06-01", "2024-06-01"), under: .seq) {
      $0.solve()
    }
    #expect(third.conclusions.filter { !$0.agrees }.allSatisfy { $0.accounts == third.active.map { [$0] } })
  }

  // MARK: Merging

  private static func merge(_ one: String, _ other: String, base: String = "holds: no") throws -> Merge {
    func read(_ event: String, _ file: String) throws -> CaseDocument {
      try CaseDocument(
        parsing: """
          entente: 1
          as_of: 2024-05-01
          sources: {memo: {title: A memo}}
          events: {e: {\(event)}, ee: {holds: no}}
          actors: {a: {options: {x: X}, prefers: [x iff e]}}
          """, file: file)
    }
    return try Merge(read(one, "one.yaml"), read(other, "two.yaml"), base: read(base, "base.yaml"))
  }

  @Test(
    "what an event is on the day is not lost between two changes",
    arguments: [
      ("holds: yes", "holds: no, history: [{date: 2024-01, holds: yes}, {date: 2024-04, holds: no}]"),
      ("holds: yes", "holds: no, history: [{date: 2024-04, holds: no}]"),
      ("holds: yes", "holds: no, history: [{date: 2024-06, holds: no}]"),
      (
        "holds: no, history: [{date: 2024-01, holds: yes}]",
        "holds: no, history: [{date: 2024-04, holds: no}]"
      ),
      ("holds: no, until: 2024-03", "holds: no, history: [{date: 2024-04, holds: no}]"),
      ("holds: yes", "holds: no, history: [{date: 2024-04, holds: no, because: memo 1.1}]"),
    ])
  func valueLost(one: String, other: String) throws {
    for (left, right) in [(one, other), (other, one)] {
      let merge = try Self.merge(left, right)
      #expect(merge.isDisputed && merge.taken.isEmpty && merge.united.isEmpty)
      #expect(try merge.document == Self.merge(left, left).document)
    }
  }

  @Test(
    "what does not change what the other has changed is taken over",
    arguments: [
      (
        "holds: no, history: [{date: 2024-01, holds: yes}]",
        "holds: no, history: [{date: 2024-02, holds: yes}]"
      ),
      (
        "holds: no, history: [{date: 2024-01, holds: no}]",
        "holds: no, history: [{date: 2024-02, holds: yes}]"
      ),
      ("holds: no", "holds: no, history: [{date: 2024-02, holds: yes}]"),
      ("holds: yes", "holds: no"),
      ("holds: no, because: memo 1.1", "holds: no, history: [{date: 2024-02, holds: yes}]"),
    ])
  func valueKept(one: String, other: String) throws {
    for (left, right) in [(one, other), (other, one)] {
      let merge = try Self.merge(left, right)
      #expect(!merge.isDisputed)
      #expect(merge.document.events[0].value(asOf: Self.may) == (other != "holds: no" || one == "holds: yes"))
    }
  }
}

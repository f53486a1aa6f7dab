import CaseFile
import ConflictModel
import Documents
import Door
import Foundation
import Questions
import Stability
import TestSupport
import Testing

@testable import Briefings

/// Long tables end early at the limits of time and memory, and say so.
@Suite struct TableLimitTests {
  static let forms: [AnswerForm] = [.table, .markdown, .html, .document]

  /// A case of 1,024 states with two actors.
  static func subject() throws -> Case {
    let options = (0..<5).map { "o\($0): Option \($0)" }.joined(separator: ", ")
    return try Case(
      CaseDocument(
        parsing: """
          entente: 1
          actors:
            a: {options: {\(options)}, prefers: [b.o0, not o1, o2 iff b.o3, o4, o3, b.o2, o0, b.o4, b.o1, o2]}
            b: {options: {\(options)}, prefers: [not a.o0, o1, o2, o3, o4, o0, a.o1, a.o2, a.o3, a.o4]}
          """))
  }

  /// The rows of all tables of a document.
  static func rows(_ document: Document) -> Int {
    func rows(_ blocks: [Block]) -> Int {
      blocks.reduce(0) { sum, block in
        switch block {
        case .section(_, let inner), .inset(let inner), .more(_, let inner): sum + rows(inner)
        case .table(let table): sum + table.rows.count
        default: sum
        }
      }
    }
    return rows(document.blocks)
  }

  static func report(_ what: ShowReport.What, _ tables: TableAllowance) throws -> ShowReport {
    let subject = try subject()
    return ShowReport(
      case: subject, solution: subject.conflict.solve(SolveRequest(concepts: [])), what: what, limit: 2_000,
      tables: tables)
  }

  @Test(
    "at each look at the clock a table may end, and the document says that it did",
    arguments: [ShowReport.What.states, .moves, .preferences])
  func time(what: ShowReport.What) throws {
    let whole = try Self.report(what, TableAllowance()).told(for: .table)
    #expect(whole.limit == nil && Self.rows(whole.document) > 500)
    for form in Self.forms {
      var before = 0
      for looks in 0..<4 {
        func report() throws -> ShowReport {
          var tables = TableAllowance()
          let clock = PollCounter(stopAt: looks + 1).control
          tables.reasonToEnd = { share in
            #expect(share > 0 && share < 1)
            return clock.shouldStop()
          }
          return try Self.report(what, tables)
        }
        let told = try report().told(for: form)
        #expect(told.limit == .interrupted)
        // Rows with long cells are fewer between two looks.
        let (rows, cells) = (Self.rows(told.document), what == .states ? 4 : what == .moves ? 7 : 2)
        #expect(rows > before && rows <= (256 + cells - 1) / cells * (looks + 1), "\(what) \(form): \(rows)")
        before = rows
        let text = try report().text(as: form, Setting(about: "CASE"))
        let saysSo = text.text.contains("Not finished: it was interrupted.")
        #expect(saysSo && text.limit == told.limit, "\(what) \(form)")
      }
    }
  }

  @Test(
    "rows that a face could not hold are not made, and what more memory would do is said",
    arguments: [ShowReport.What.states, .moves, .preferences])
  func memory(what: ShowReport.What) throws {
    let all = Self.rows(try Self.report(what, TableAllowance()).told(for: .table).document)
    var needs: [UInt64] = []
    for form in Self.forms {
      var tables = TableAllowance()
      (tables.heldBytes, tables.allowedBytes) = (10_000, 10_000)
      let few = try Self.report(what, tables).told(for: form)
      let count = Self.rows(few.document)
      guard case .memoryNeeded(let bytes, 10_000)? = few.limit, bytes > 10_000, count > 0, count < all else {
        Issue.record("\(what) \(form): \(count) of \(all), \(String(describing: few.limit))")
        continue
      }
      needs.append(bytes)
      // With half of that there is more of it, and with twice as much there is all.
      tables.allowedBytes = bytes / 2
      let more = try Self.report(what, tables).told(for: form)
      #expect(Self.rows(more.document) > count, "\(what) \(form)")
      tables.allowedBytes = 2 * bytes
      let whole = try Self.report(what, tables).told(for: form)
      #expect(whole.limit == nil && Self.rows(whole.document) == all, "\(what) \(form)")
    }
    // A row takes more as JSON than on a page, and there more than in a terminal.
    #expect(needs.count == 4 && needs[0] < needs[1] && needs[1] == needs[2] && needs[2] < needs[3])
  }

  @Test("a list that was asked for besides is left out of an answer where it could not be told whole")
  func besides() throws {
    let subject = try Self.subject()
    let solution = subject.conflict.solve(SolveRequest(concepts: [.nash]))
    for form in Self.forms {
      var options = SolveReport.Options()
      options.allStates = true
      options.tables.allowedBytes = form == .table ? 200_000 : 2_000_000
      let few = SolveReport(case: subject, solution: solution, options: options)
      let told = few.told(for: form)
      guard case .memoryNeeded(let bytes, _)? = told.limit else {
        Issue.record("\(form): \(String(describing: told.limit))")
        continue
      }
      let saysSo = few.text(as: form, Setting(about: "CASE")).text
        .contains("Left out here: what was asked for besides.")
      #expect(saysSo && bytes > options.tables.allowedBytes, "\(form)")
      options.tables.allowedBytes = 2 * bytes
      let whole = SolveReport(case: subject, solution: solution, options: options).told(for: form)
      #expect(whole.limit == nil, "\(form)")
      #expect(Self.rows(whole.document) > 1_024 && Self.rows(told.document) < 1_024, "\(form)")
    }
  }
}

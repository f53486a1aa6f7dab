import CaseFile
import Door
import ConflictModel
import Documents
import Faces
import Notation
import Questions
import Stability
import TestSupport
import Testing

@testable import Briefings

/// What is said of very many states, told about few.
@Suite("Reports on very many states")
struct LargeReportTests {
  static func report(
    _ text: String, looked: Int = 20_000, large: Int = 8, options: SolveReport.Options = SolveReport.Options()
  ) throws -> SolveReport {
    let request = SolveRequest(concepts: [.nash, .gmr, .smr, .seq, .sseq])
    var report = try SampleCase.report(text, options: options, request: request)
    report.largeLimit = large
    report.solved.lookedLimit = looked
    return report
  }

  static func lines(_ report: SolveReport) -> [String] {
    report.text(Style(width: 100)).split(separator: "\n").map(String.init)
  }

  @Test("the first of those to list are the strongest, and all are counted")
  func strongest() throws {
    let report = try Self.report(CaseTexts.manyStates)
    let (first, total) = report.strongest(10)
    #expect(first.count == 10 && total == report.lasting.count)
    let strength = first.map { report.solved.concepts(at: $0).count }
    let most = report.lasting.map { report.solved.concepts(at: $0).count }.max()
    #expect(strength.first == most)
    #expect(report.strongest(total + 1).positions.count == total)
  }

  @Test("the answer says in hundredths what holds, and fits on a screen or two")
  func shares() throws {
    let lines = Self.lines(try Self.report(CaseTexts.manyStates))
    #expect(
      lines.contains(
        "  always: in each of these states; never: in none of them; else in so many of a hundred."))
    #expect(lines.contains { $0.contains("Left out, since each of these is taken in 5 to 95 %") })
    #expect(lines.count < 110)
    let brief = TerminalFace.text(try Self.report(CaseTexts.manyStates).bareDocument().brief.document)
    #expect(brief.split(separator: "\n").count <= 40, "\(brief)")
    #expect(Tally(counts: [999, 1]).percent == "<1 %")
    #expect(Tally(counts: [1, 999]).percent == ">99 %")
    #expect(Tally(counts: [1, 2]).percent == "67 %")
  }

  @Test("the table has a line for each column")
  func shortTable() throws {
    let lines = Self.lines(try Self.report(SampleCase.levelsAndPact, large: 4))
    let start = try #require(lines.firstIndex { $0.hasPrefix("  state") })
    #expect(
      Array(lines[start..<start + 5]) == [
        "  state  more  One  Two  One and Two, together  outcomes  lasts under",
        "  1            0    N    N                      calm      all",
        "  16           0    N    Y                      calm      all",
        "  4      +2    –    N    /                      calm      gmr smr",
        "  13     +2    –    N    /                      calm      gmr smr",
      ])
  }

  @Test("what was looked at state by state says so where it was cut")
  func cut() throws {
    let whole = try Self.report(SampleCase.levelsAndPact, large: 1_000)
    let cut = try Self.report(SampleCase.levelsAndPact, looked: 2, large: 1_000)
    #expect(!whole.text(Style(width: 1_000)).contains("Looked at"))
    #expect(whole.findings.count == cut.findings.count)
    #expect(cut.findings.filter { $0.text.contains("Looked at were 2 of the") }.count == 1)
    #expect(
      cut.declarations.allSatisfy {
        $0.hasSuffix("Looked at were 2 of the 8 states where it is still to be carried out.")
      })
    #expect(cut.text(Style(width: 1_000)).contains("Put together were the first 2 of"))
  }

  @Test("concepts passed over are named, with how to have them decided")
  func passedOver() throws {
    let subject = try Case(CaseDocument(parsing: SampleCase.suspects))
    let solution = subject.conflict.solve(SolveRequest(simLimit: 3))
    let report = SolveReport(case: subject, solution: solution)
    #expect(
      report.leftOutSentences.map { $0.wrapped(Style(), width: 1_000) } == [
        ["Passed over: sim. Above 65,536 states it is decided only when asked for by name: --concepts sim."]
      ])
    #expect(report.json()["passedOver"] == ["sim"])
    #expect(report.words(solution.concepts) == "every concept decided")
  }

  @Test(
    "what a case expects of its status quo is told under a concept passed over, too", arguments: [0, 2, 4, 5])
  func statusQuo(code: UInt64) throws {
    let whole = try Case(CaseDocument(parsing: SampleCase.suspects)).conflict.solve()
    let state = State(code)
    let position = try #require(whole.states.position(of: state))
    let concepts = Concept.allCases.filter { whole.isEquilibrium($0, position: position) }
    let taken = whole.conflict.options.indices.filter { state.takes($0) }.map {
      whole.conflict.options[$0].id
    }
    for isRight in [true, false] {
      let expected = isRight ? concepts : concepts.contains(.sim) ? concepts.dropLast() : concepts + [.sim]
      let lines = SampleCase.suspects.split(separator: "\n").filter { !$0.contains("nash: [5, 6]") }
      let text =
        lines.joined(separator: "\n").replacing("[row.flee]", with: "[\(taken.joined(separator: ", "))]")
        + "\n  - {status_quo: [\(expected.map(\.rawValue).joined(separator: ", "))]}"
      let subject = try Case(CaseDocument(parsing: text))
      let solution = subject.conflict.solve(SolveRequest(simLimit: 3))
      #expect(solution.passedOver == [.sim])
      let result = CheckSample.compare(
        subject.document.expectations[0], case: subject, solution: solution)
      #expect(result.verdict == (isRight ? .passed : .failed), "\(result.message)")
    }
  }

  @Test("a limit before any work says what is needed")
  func memory() throws {
    let subject = try Case(CaseDocument(parsing: CaseTexts.manyStates))
    let solution = subject.conflict.solve(SolveRequest(memory: 100_000))
    var options = SolveReport.Options()
    options.memoryHeld = 1 << 20
    let report = SolveReport(case: subject, solution: solution, options: options)
    guard case .memoryNeeded(let bytes, let allowed)? = report.limit else {
      Issue.record("there is memory enough")
      return
    }
    #expect(allowed == 100_000 + 1 << 20 && bytes > allowed)
    let text = report.text(Style(width: 1_000))
    #expect(text.contains("The dense engine was not started."))
    #expect(!text.contains("by then"))
    #expect(report.json()["engine"]?["limit"]?["kind"] == "memoryNeeded")
    #expect(report.json()["engine"]?["name"] == "dense")
  }
}

extension SampleCase {
  /// Levels, a joint option, a declaration, and states without any move.
  static let levelsAndPact = """
    entente: 1
    title: Levels and a pact
    actors:
      one:
        name: One
        options:
          arms: {name: Arms, levels: {none: None, some: Some, many: Many}}
        prefers: [pact, not two.b, arms < some]
        declares:
          - {if: two.b, then: arms >= many}
      two: {name: Two, options: {b: B}, prefers: [pact, not b]}
    joint: {pact: {name: Pact, by: [one, two]}}
    outcomes:
      calm: {name: Calm, when: not two.b}
    """
}

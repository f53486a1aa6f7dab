import CaseFile
import Door
import ConflictModel
import Faces
import Foundation
import Notation
import Questions
import Briefings
import Stability
import Testing

/// Whole texts as people see them. `ENTENTE_RECORD=1` writes them anew; read the
/// difference before committing it.
@Suite("Texts as printed")
struct SnapshotTests {
  @Test("what solve prints", arguments: SampleCase.all.map(\.name))
  func solve(name: String) throws {
    let sample = try #require(SampleCase.all.first { $0.name == name })
    try compare(SampleCase.report(sample.text).text(Style(width: 96)), "solve-\(name).txt")
  }

  @Test("what solve prints under one concept that nothing satisfies")
  func nothingLasts() throws {
    let request = SolveRequest(concepts: [.nash])
    try compare(
      SampleCase.report(SampleCase.chase, request: request).text(Style(width: 96)), "solve-nothing.txt")
  }

  @Test("what solve prints at a limit")
  func limit() throws {
    let request = SolveRequest(limits: EnumerationLimits(states: 3))
    try compare(
      SampleCase.report(SampleCase.suspects, request: request).text(Style(width: 96)), "solve-limit.txt")
  }

  @Test("what solve prints as Markdown")
  func markdown() throws {
    try compare(SampleCase.report(SampleCase.suspects).markdown(), "solve-suspects.md")
  }

  @Test("what explain prints for every actor and concept at one state", arguments: SampleCase.all.map(\.name))
  func explain(name: String) throws {
    let sample = try #require(SampleCase.all.first { $0.name == name })
    let subject = try Case(CaseDocument(parsing: sample.text))
    let solution = subject.conflict.solve()
    let position = subject.statusQuo.flatMap { solution.states.position(of: $0.state) } ?? 0
    let certificates = subject.conflict.actors.indices.flatMap { actor in
      solution.concepts.map { solution.certificate($0, actor: actor, position: position) }
    }
    let report = ExplainReport(case: subject, solution: solution, certificates: certificates)
    try compare(report.text(Style(width: 96)), "explain-\(name).txt")
    try compare(report.json().text(pretty: true) + "\n", "explain-\(name).json")
  }

  @Test("what show prints", arguments: ShowReport.What.allCases)
  func show(what: ShowReport.What) throws {
    for (name, text) in [("levels-and-joint", SampleCase.levelsAndJoint), ("graph", SampleCase.graph)] {
      let subject = try Case(CaseDocument(parsing: text))
      let report = ShowReport(case: subject, solution: subject.conflict.solve(), what: what)
      try compare(report.text(Style(width: 96)), "show-\(what.rawValue)-\(name).txt")
      try compare(report.json().text(pretty: true) + "\n", "show-\(what.rawValue)-\(name).json")
    }
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Snapshots/Briefings")

  private func compare(_ text: String, _ file: String) throws {
    let url = Self.folder.appendingPathComponent(file)
    if ProcessInfo.processInfo.environment["ENTENTE_RECORD"] == "1" {
      try Data(text.utf8).write(to: url)
      return
    }
    let expected = try String(decoding: Data(contentsOf: url), as: UTF8.self)
    let (lines, wanted) = (text.split(separator: "\n"), expected.split(separator: "\n"))
    let first = zip(lines, wanted).first { $0 != $1 }
    #expect(
      text == expected,
      "\(file) differs, first: \(first.map { "'\($0)' instead of '\($1)'" } ?? "in length or blank lines")")
  }
}

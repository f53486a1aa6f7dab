import CaseFile
import ConflictModel
import Faces
import Notation
import Questions
import Stability
import TestSupport
import Testing

@testable import Briefings

/// What is said of paths where there are more states than can be listed.
@Suite("Paths of very many states, in words") struct SetPathsTests {
  /// Twenty actors who would each do two things, the first before all else.
  static let text = """
    entente: 1
    title: Twenty who would do both
    actors:
    \((0..<20).map { "  a\($0): {name: Actor \($0), options: {one: {name: First}, two: {name: Second}}, prefers: [a\($0).one, a\($0).two]}" }.joined(separator: "\n"))
    status_quo: []
    outcomes:
      none: {name: Nothing done, when: "\((0..<20).map { "not a\($0).one and not a\($0).two" }.joined(separator: " and "))"}
      all: {name: Everything done, when: "\((0..<20).map { "a\($0).one and a\($0).two" }.joined(separator: " and "))"}
      some: {name: Three begin, when: "at least 3 of (\((0..<20).map { "a\($0).one" }.joined(separator: ", ")))"}
    """

  static func report(_ arguments: [(name: String, value: String)]) throws -> PathsReport {
    let document = try CaseDocument(parsing: text, file: "case.yaml")
    let question = try PathsQuestion(Arguments(arguments, to: PathsQuestion.table))
    return PathsReport(try question.answer(about: Subject(document), Work()))
  }

  @Test("the answer comes first, with the nearest of each kind")
  func improvements() throws {
    let report = try Self.report([])
    #expect(!report.solution.isListed && report.solution.states.count == 1 << 40)
    let text = TerminalFace.text(report.bareDocument())
    #expect(text.contains("Every other state, 1,099,511,627,775 in all, can be reached, in up to 20 steps."))
    #expect(text.contains("  - “Everything done” and “Three begin”: 20 steps, Actor 0 first.\n"), "\(text)")
    let section = try #require(report.answer.sets.first)
    // So many actors have done something else, each in one of three ways.
    var (layer, layers) = (1, [Int]())
    for count in 1...20 {
      layer = layer * (21 - count) * 3 / count
      layers.append(layer)
    }
    #expect(section.layers == layers && section.lastingCount == 1)
    #expect(section.kinds.count == 1 && section.kinds[0].way.count == 20)
    #expect(section.outcomes.map { $0.distance } == [0, 20, 3])
    #expect(report.diagram == nil && report.refusal(of: .dot) != nil && report.refusal(of: .json) == nil)
    #expect(report.mapFigure() != nil && report.stepsFigure() != nil)
  }

  @Test("JSON has the same keys, with counts in the place of lists")
  func json() throws {
    let json = try Self.report([]).json()
    let from = try #require(json["from"]?.elements.first)
    #expect(from["states"] == .integer(Int64(1 << 40) - 1) && from["steps"] == .integer(20))
    #expect(from["layers"]?.elements.count == 20 && from["statesByMoves"] == .integer(Int64(1 << 40) - 1))
    #expect(from["equilibria"]?["reached"]?.elements.first?["steps"] == .integer(20))
    #expect(from["outcomes"]?.elements.count == 3)
    #expect(json["complete"] == .bool(true))
  }

  @Test("a way to a target, or what stands in the way")
  func target() throws {
    let near = TerminalFace.text(try Self.report([("to", "some")]).bareDocument())
    // Of ways that are as short and change as much, whoever is first begins.
    #expect(
      near.hasPrefix(
        """
        From “Nothing done” to “Three begin” it takes 3 steps at least, each a gain at once for whoever
        takes it. This does not end where it could last; a form of it that could is 20 steps away. The
        shortest way:
          - Actor 0 would begin by taking “First”, then Actor 1 by taking “First”, then Actor 2 by taking
            “First”.
        """), "\(near)")
    let barred = try Self.report([
      ("from", String(repeating: "Y", count: 40)), ("to", "a3.two and not a4.one"),
    ])
    let text = TerminalFace.text(barred.bareDocument())
    #expect(text.contains("No way leads to"), "\(text)")
    #expect(barred.answer.sets.first?.count == 0 && barred.answer.sets.first?.movesCount == (1 << 40) - 1)
    guard case .reluctance(let steps, let path) = barred.answer.sets.first?.target?.obstacle else {
      Issue.record("somebody would lose")
      return
    }
    #expect(steps == 1 && path.reluctant == [0] && path.steps.count == 1)
  }

  @Test("where steps are no longer counted it says so")
  func cut() throws {
    let whole = try Self.report([])
    var options = PathsQuestion.Options()
    options.countedSteps = 2_000
    let report = PathsReport(
      .init(case: whole.subject, solution: whole.solution, from: [0], options: options))
    let section = try #require(report.answer.sets.first)
    #expect(section.isCut && section.count == (1 << 40) - 1 && section.layers.count < 20)
    #expect(section.kinds.isEmpty && section.outcomes.map { $0.reachedCount > 0 } == [true, true, true])
    let text = TerminalFace.text(report.bareDocument())
    #expect(text.contains("Every way there takes more than"), "\(text)")
    #expect(text.contains("Every other state, 1,099,511,627,775 in all, can be reached."), "\(text)")
    #expect(text.contains("take more steps; in how many, was too much to be counted"), "\(text)")
    options.target = (words: "all", condition: report.subject.outcomes[1].condition)
    let target = PathsReport(
      .init(case: whole.subject, solution: whole.solution, from: [0], options: options))
    #expect(target.answer.sets.first?.target?.way?.count == 20)
    options.target = (words: "none", condition: report.subject.outcomes[0].condition)
    let barred = PathsReport(
      .init(case: whole.subject, solution: whole.solution, from: [(1 << 40) - 1], options: options))
    #expect(barred.answer.sets.first?.target?.obstacle == .losses(steps: nil))
    let words = TerminalFace.text(barred.bareDocument())
    #expect(words.contains("None. Moves could lead there, but every way has a step at least"), "\(words)")
  }

  @Test("a start that is named by a condition is found, or refused when there are several")
  func starts() throws {
    let all = try Self.report([("from", "all"), ("to", "none"), ("by", "moves")])
    #expect(all.answer.sets.first?.start == (1 << 40) - 1)
    #expect(all.answer.sets.first?.target?.distance == 20)
    #expect(throws: Failure.self) { try Self.report([("from", "a1.one")]) }
  }
}

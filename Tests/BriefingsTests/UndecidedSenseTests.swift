import CaseFile
import ConflictModel
import Documents
import Door
import Faces
import Stability
import TestSupport
import Testing

@testable import Briefings

/// What is told where a limit came before the sense was decided in which answers speak of lasting.
@Suite("An answer without its usual sense") struct UndecidedSenseTests {
  /// Says stop when it is set.
  private final class Flag: @unchecked Sendable {
    var isSet = false
  }

  /// Twenty options of four actors with random wishes, on which `seq` takes a good while.
  private static let text: String = {
    var random = SeededGenerator(seed: 8)
    func literal() -> String {
      (Bool.random(using: &random) ? "not " : "")
        + "a\(Int.random(in: 0..<4, using: &random)).o\(Int.random(in: 0..<5, using: &random))"
    }
    var text = "entente: 1\nactors:\n"
    for actor in 0..<4 {
      let wishes = (0..<12).map { _ in "(\(literal()) and \(literal())) or \(literal())" }
      text += "  a\(actor): {options: {o0: {}, o1: {}, o2: {}, o3: {}, o4: {}}, prefers: "
      text += "[\(wishes.map { "\"\($0)\"" }.joined(separator: ", "))]}\n"
    }
    return text
  }()

  @Test("says so, with what is known of it, and in which sense it is told")
  func told() throws {
    let subject = try Case(CaseDocument(parsing: Self.text))
    let flag = Flag()
    let control = Control(
      shouldStop: { flag.isSet ? .interrupted : nil },
      // The last of five concepts begins.
      report: { if $0.phase == .solving, $0.done >= 4 * 4 { flag.isSet = true } })
    let concepts: [Concept] = [.nash, .gmr, .smr, .seq, .sseq]
    let solution = subject.conflict.solve(
      SolveRequest(concepts: concepts, engine: .symbolic), control: control)
    try #require(solution.undetermined == [.seq])
    let text = SolveReport(case: subject, solution: solution).text(Style(width: 400))
    #expect(text.contains("What lasts in the usual sense (seq) was not decided: at least"))
    #expect(text.contains("What follows is told of sseq"))
    let whole = SolveReport(case: subject, solution: subject.conflict.solve(SolveRequest(concepts: concepts)))
    #expect(!whole.text(Style(width: 400)).contains("was not decided"))
  }
}

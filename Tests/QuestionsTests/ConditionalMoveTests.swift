import Questions
import CaseFile
import ConflictModel
import Stability
import Testing

@Suite("Moves that hang on events, in variants of a case")
struct ConditionalMoveTests {
  static let text = """
    entente: 1
    events: {trial: {holds: no}}
    states: {s1: One, s2: Two}
    status_quo: s1
    actors:
      a:
        moves: {s1: [{to: s2, if: trial}]}
        ranking: [s2, s1]
    """

  @Test("flipping the event brings the move about")
  func flipped() throws {
    let subject = try Case(CaseDocument(parsing: Self.text))
    #expect(subject.conflict.moves(of: 0, from: State(0)) == [])
    let flip = try #require(subject.edits.first { $0.change == .flipped })
    #expect(subject.conflict(after: [flip]).moves(of: 0, from: State(0)) == [State(1)])
    let removal = try #require(subject.edits.first { $0.change == .removed })
    #expect(subject.conflict(after: [flip, removal]).moves(of: 0, from: State(0)) == [])
    #expect(subject.conflict(after: [removal, flip]).moves(of: 0, from: State(0)) == [])
  }

  @Test("sensitivity finds the event, and a grid over it shows both worlds")
  func questions() throws {
    let document = try CaseDocument(parsing: Self.text)
    let subject = try Case(document)
    let claim = try subject.claim(
      parsing: "s1 lasts", concept: .nash, among: subject.conflict.feasibleStates().states)
    let answer = subject.sensitivity(of: claim, upTo: 1)
    #expect(answer.holds == true)
    let flipping = answer.minimalSets.map { $0.map { answer.edits[$0].judgement.kind } }
    #expect(flipping == [[.event]])
    for holds in [false, true] {
      let world = try Case(document, given: ["trial": holds])
      let solution = world.conflict.solve(SolveRequest(concepts: [.nash]))
      #expect(solution.equilibria(.nash).count == (holds ? 1 : 2))
    }
  }
}

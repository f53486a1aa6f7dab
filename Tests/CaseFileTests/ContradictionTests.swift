import CaseFile
import Testing

/// Known answers that no case can fulfil together.
@Suite("Known answers that contradict each other") struct ContradictionTests {
  private static func answers(_ text: String) throws -> [ExpectationText] {
    try CaseDocument(
      parsing: "entente: 1\nactors: {a: {options: {x: X, y: Y}, prefers: [x]}}\nexpect: [\(text)]"
    ).expectations
  }

  @Test(
    "they do, whichever comes first",
    arguments: [
      "{nash: [1]}, {nash: [2]}", "{nash: [1, 2]}, {count: {nash: 3}}",
      "{count: {seq: 1}}, {count: {seq: 2}}",
      "{feasible: 3}, {feasible: 4}", "{status_quo: [nash]}, {status_quo: []}",
      "{some: seq, satisfies: x}, {no: seq, satisfies: x}",
      "{every: seq, satisfies: x}, {some: seq, satisfies: not x}",
      "{every: seq, satisfies: not x}, {some: seq, satisfies: x}",
    ])
  func contradict(text: String) throws {
    let answers = try Self.answers(text)
    #expect(answers[0].contradicts(answers[1]) && answers[1].contradicts(answers[0]))
  }

  @Test(
    "they do not",
    arguments: [
      "{nash: [1]}, {gmr: [2]}", "{nash: [1]}, {actor: a, nash: [2]}",
      "{count: {seq: 1}}, {count: {nash: 2}}",
      "{some: seq, satisfies: x}, {no: nash, satisfies: x}",
      "{some: seq, satisfies: x}, {no: seq, satisfies: y}",
      // Where nothing lasts, both hold.
      "{every: seq, satisfies: x}, {no: seq, satisfies: x}",
      "{every: seq, satisfies: x}, {every: seq, satisfies: not x}",
    ])
  func agree(text: String) throws {
    let answers = try Self.answers(text)
    #expect(!answers[0].contradicts(answers[1]) && !answers[1].contradicts(answers[0]))
  }
}

import CaseFile
import ConflictModel
import Notation
import Testing

@Suite("What is in doubt, as it is written") struct DoubtTests {
  func text(_ prefers: String, more: String = "") -> String {
    """
    entente: 1
    actors:
      a:
        options: {x: X, y: Y}
        \(prefers)
      b: {prefers: indifferent}
    \(more)
    """
  }

  /// The statements as `x?` where one may be absent, `x!` where it matters much,
  /// groups in brackets.
  func sketch(_ document: CaseDocument) -> String {
    guard case .statements(let statements) = document.actors[0].preference else { return "" }
    let words = statements.map { "\($0.that.printed)\($0.isSure ? "" : "?")\($0.isMuch ? "!" : "")" }
    return statements.runs.map { run in
      let part = run.map { words[$0] }.joined(separator: ", ")
      return run.count > 1 ? "[\(part)]" : part
    }.joined(separator: "; ")
  }

  @Test(
    "statements that may be absent, that matter much, and whose order is not known",
    arguments: [
      ("prefers: [x, [y, not x], b.z]", "x; [y, not x]; b.z"),
      ("prefers: [{that: x, sure: no}, {that: y, much: yes, sure: yes}]", "x?; y!"),
      ("prefers: [[x, {that: y, sure: no, hedge: might}], [not x, not y]]", "[x, y?]; [not x, not y]"),
      ("prefers: [[x], [], y]", "x; y"),
    ])
  func read(prefers: String, expected: String) throws {
    let text = text(prefers).replacing("b: {prefers", with: "b: {options: {z: Z}, prefers")
    let subject = try makeCase(text)
    #expect(sketch(subject.document) == expected)
    #expect(subject.actorsInDoubt.isEmpty != expected.contains { "?[".contains($0) })
    #expect(try CaseDocument(parsing: subject.document.printed()) == subject.document)
    // Everything but the analysis of doubts takes the case as written.
    let plain = expected.filter { !"?![]".contains($0) }.replacing(";", with: ",")
    let flat = try makeCase(
      self.text("prefers: [\(plain)]").replacing("b: {prefers", with: "b: {options: {z: Z}, prefers"))
    #expect(subject.conflict == flat.conflict)
  }

  @Test("a ranking may leave pairs of states open")
  func unknownPairs() throws {
    let subject = try makeCase(text("ranking: [YN, [NN, YY], NY]\n    unknown: [[YN, NY], [4, 1], [1, YY]]"))
    #expect(
      subject.unknownPairs[0] == [
        Case.UnknownPair(first: State(1), second: State(2)),
        Case.UnknownPair(first: State(0), second: State(3)),
      ])
    #expect(subject.unknownPairs[1].isEmpty && subject.actorsInDoubt == [0])
    #expect(
      subject.judgements.contains {
        $0.text == "the ranking of the states, 3 pairs of them in an order not known"
      })
  }

  @Test("pairs go with the profile that has them")
  func profiles() throws {
    let text = text(
      "prefers: [x]\n    profiles:\n      p: {ranking: [YN, NN, YY, NY], unknown: [[1, 2]]}")
    #expect(try makeCase(text).actorsInDoubt.isEmpty)
    #expect(try makeCase(text, profiles: ["a": "p"]).unknownPairs[0].count == 1)
  }

  @Test(
    "what makes no sense is said",
    arguments: [
      ("prefers: [x, [y, [not x]]]", "wrong-shape"), ("prefers: [{that: x, sure: maybe}]", "wrong-value"),
      ("prefers: [x]\n    unknown: [[1, 2]]", "missing-key"),
      ("ranking: [1, 2, 3, 4]\n    unknown: [[1, 2, 3]]", "wrong-value"),
      ("ranking: [1, 2, 3, 4]\n    unknown: [[1, 1]]", "wrong-value"),
      ("ranking: [1, 2, 3, 4]\n    unknown: [1, 2]", "wrong-shape"),
      ("ranking: [1, 2, 3, 4]\n    unknown: [[1, 9]]", "unknown-state"),
      ("prefers: [[\(Array(repeating: "x", count: 21).joined(separator: ", "))]]", "wrong-value"),
    ])
  func wrong(prefers: String, code: String) {
    #expect(Set(problems(text(prefers)).map(\.code.rawValue)) == [code])
  }

  @Test(
    "overlays edit statements inside a list, too, and put them in doubt",
    arguments: [
      ("{drop: [s2]}", "x; not x; not y"), ("{drop: [s2, s3]}", "x; not y"),
      ("{replace: {s2: x or y}}", "x; [x or y, not x]; not y"),
      ("{after: {s2: [x and y]}}", "x; [y, not x]; x and y; not y"),
      ("{unsure: [s1, s3]}", "x?; [y, not x?]; not y"),
      ("{unordered: [[s1, s4]]}", "[x, not y]; [y, not x]"),
      ("{unordered: [[s3, s4]]}", "x; y; [not x, not y]"),
      ("{unordered: [[s4, s1, s2]]}", "[x, y, not y]; not x"),
      ("{first: [[x and y, x or y]]}", "[x and y, x or y]; x; [y, not x]; not y"),
    ])
  func edits(edit: String, expected: String) throws {
    let base = text(
      "prefers: [{id: s1, that: x}, [{id: s2, that: y}, {id: s3, that: not x}], {id: s4, that: not y}]")
    let overlay = "entente: 1\nextends: base.yaml\nactors: {a: {prefers: \(edit)}}\n"
    #expect(try sketch(document(overlay, files: ["base.yaml": base])) == expected)
  }

  @Test("another kind of preference drops the pairs, an unknown id is said")
  func overlays() throws {
    let base = text("ranking: [1, 2, 3, 4]\n    unknown: [[1, 2]]")
    let overlay = "entente: 1\nextends: base.yaml\nactors: {a: {prefers: [x]}}\n"
    #expect(try makeCase(overlay, files: ["base.yaml": base]).actorsInDoubt.isEmpty)
    let kept = "entente: 1\nextends: base.yaml\nactors: {a: {ranking: [2, 1, 3, 4]}}\n"
    #expect(try !makeCase(kept, files: ["base.yaml": base]).actorsInDoubt.isEmpty)
    let wrong = "entente: 1\nextends: base.yaml\nactors: {a: {prefers: {unordered: [[s1, s9]]}}}\n"
    let files = ["base.yaml": text("prefers: [{id: s1, that: x}]")]
    #expect(problems(wrong, files: files).map(\.code) == [.unknownStatement])
  }
}

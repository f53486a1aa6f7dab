import CaseFile
import ConflictModel
import Notation
import Questions
import Stability
import Testing

/// What two cases dispute: what they mean, not how it is put, and how sure they are of it.
@Suite("What a merge takes for the same") struct MergeSenseTests {
  private static func read(_ keys: String, _ file: String) throws -> CaseDocument {
    try CaseDocument(
      parsing: """
        entente: 1
        sources: {memo: {title: A memo}}
        actors:
          a: {options: {x: X, y: Y, z: Z}, \(keys.contains("prefers") ? "" : "prefers: [x], ")\(keys)}
          b: {options: {w: W}, prefers: [a.x]}
        outcomes: {o: {when: a.x and a.y}}
        """, file: file)
  }

  private static func wish(_ because: String) -> String { "prefers: [{that: x, because: \(because)}]" }

  @Test(
    "operands in another order say the same",
    arguments: [
      ("x and y", "y and x"), ("x or y or z", "z or x or y"), ("x and (y or not z)", "(not z or y) and x"),
      ("(x and y) and z", "x and (z and y)"), ("not (x and b.w)", "not (b.w and a.x)"),
      ("at least 2 of (x, y, z)", "at least 2 of (z, x, y)"), ("x iff y", "y iff x"),
      ("x unless y", "y unless x"), ("(x or y) implies z", "(y or x) implies z"),
    ])
  func order(one: String, other: String) throws {
    let (first, second) = (
      try Self.read("prefers: [y, \"\(one)\"]", "one.yaml"),
      try Self.read("prefers: [y, \"\(other)\"]", "two.yaml")
    )
    #expect(first != second)
    for (left, right) in [(first, second), (second, first)] {
      #expect(Blend(left, right).differences.isEmpty)
      let merge = Merge(left, right)
      #expect(!merge.isDisputed && merge.document == left)
      // Another judgement in place of one of them is a change, and no dispute with other words for it.
      let changed = try Self.read("prefers: [y, b.w]", "three.yaml")
      #expect(!Merge(right, changed, base: left).isDisputed)
    }
  }

  @Test(
    "operands that cannot change places do not say the same",
    arguments: [
      ("x implies y", "y implies x"), ("x if y", "y if x"), ("x and (y or z)", "(x and y) or z"),
      ("x and y", "x or y"), ("at least 2 of (x, y, z)", "at least 1 of (x, y, z)"),
    ])
  func meaning(one: String, other: String) throws {
    let merge = try Merge(
      Self.read("prefers: [\"\(one)\"]", "one.yaml"), Self.read("prefers: [\"\(other)\"]", "two.yaml"))
    #expect(merge.isDisputed)
  }

  @Test("known answers and declarations contradict each other in any order of operands")
  func contradictions() throws {
    func count(_ text: String) throws -> Int {
      try Self.read("declares: [\(text)]", "one.yaml").contradictionCount
    }
    #expect(try count("{then: x and y}, {then: not (y and x)}") == 1)
    #expect(try count("{if: b.w or z, then: x}, {if: z or b.w, then: not x}") == 1)
    #expect(try count("{if: b.w and z, then: x}, {if: z or b.w, then: not x}") == 0)
  }

  @Test("outcomes in another order of operands mean the same by a name")
  func outcomes() throws {
    let first = try Self.read("prefers: [y]", "one.yaml")
    var second = first
    second.outcomes[0].when = .and([.name("a.y", .none), .name("a.x", .none)])
    let readings = try [first, second].map { document in
      let subject = try Case(document)
      return Reading(name: "", subject: subject, solution: subject.conflict.solve())
    }
    let comparison = CaseComparison(readings[0], readings[1], under: .seq) { $0.solve() }
    #expect(comparison.reworded.isEmpty && comparison.differences.isEmpty)
  }

  @Test(
    "two confidences or bases of one place are a dispute that is named",
    arguments: [
      ("{source: memo, at: 1.2, confidence: low}", "{source: memo, at: 1.2, confidence: high}", "confidence"),
      ("{source: memo, at: 1.2, basis: said}", "{source: memo, at: 1.2, basis: inferred}", "basis"),
      (
        "{source: memo, confidence: low, note: Vague}", "{source: memo, confidence: moderate, note: Clear}",
        "confidence"
      ), ("{confidence: low, by: A. B.}", "{confidence: high, by: A. B.}", "confidence"),
      ("[memo 2.1, {confidence: low}]", "[{confidence: high}, memo 3.1]", "confidence"),
    ])
  func discord(one: String, other: String, key: String) throws {
    let (first, second) = (
      try Self.read(Self.wish(one), "one.yaml"), try Self.read(Self.wish(other), "two.yaml")
    )
    for (left, right) in [(first, second), (second, first)] {
      let merge = Merge(left, right)
      #expect(merge.disputes.map { $0.discords.map(\.key) } == [[key]])
      #expect(merge.united.isEmpty && merge.document == left)
      // What only one of the two has changed stands.
      let base = Merge(left, right, base: left)
      #expect(!base.isDisputed && base.document == right)
    }
  }

  @Test(
    "what can stand side by side is no dispute",
    arguments: [
      ("{source: memo, at: 1.2, confidence: low}", "{source: memo, at: 1.3, confidence: high}"),
      ("{source: memo, at: 1.2, confidence: low, by: A}", "{source: memo, at: 1.2, confidence: high, by: B}"),
      ("{source: memo, at: 1.2}", "{source: memo, at: 1.2, confidence: high}"),
      ("{source: memo, at: 1.2, note: One}", "{source: memo, at: 1.2, note: Two}"),
      (
        "[{note: One, confidence: low}]", "[{note: One, confidence: low}, {note: Two, confidence: high}]"
      ),
    ])
  func harmony(one: String, other: String) throws {
    let merge = try Merge(
      Self.read(Self.wish(one), "one.yaml"), Self.read(Self.wish(other), "two.yaml"))
    #expect(!merge.isDisputed && merge.united.count == 1)
  }

  @Test("with a base, a confidence that one has kept is no rival of the other's")
  func keptConfidence() throws {
    let base = try Self.read(Self.wish("{source: memo, confidence: low}"), "base.yaml")
    let added = try Self.read(Self.wish("[{source: memo, confidence: low}, mine]"), "one.yaml")
    let surer = try Self.read(Self.wish("{source: memo, confidence: high}"), "two.yaml")
    let merge = Merge(added, surer, base: base)
    #expect(!merge.isDisputed)
    guard case .statements(let statements) = merge.document.actors[0].preference else {
      Issue.record("no statements")
      return
    }
    #expect(statements[0].because.compactMap(\.confidence) == [.high] && statements[0].because.count == 2)
    // Where both have changed it, they dispute it.
    let fair = try Self.read(Self.wish("{source: memo, confidence: moderate}"), "three.yaml")
    #expect(Merge(fair, surer, base: base).disputes.map { $0.discords.map(\.after) } == [["high"]])
  }
}

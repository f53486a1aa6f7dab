import Questions
import ConflictModel
import Stability
import Testing

@testable import CaseFile

@Suite("Names and orders in a merge") struct MergeNameTests {
  private static func read(_ text: String) throws -> CaseDocument {
    let document = try CaseDocument(parsing: text)
    _ = try Case(document)
    return document
  }

  /// Whether the two say the same: no difference, no dispute, and what is written is the first.
  private static func expectSame(_ first: CaseDocument, _ second: CaseDocument) {
    for (one, other) in [(first, second), (second, first)] {
      let differences = Blend(one, other, moves: true).differences
      #expect(differences.isEmpty, "\(differences.map(\.key))")
      for merge in [Merge(one, other), Merge(one, other, base: other)] {
        #expect(!merge.isDisputed && merge.taken.isEmpty)
        let isFirst = merge.document == one
        #expect(isFirst, "what is written is one of the two spellings")
      }
    }
  }

  /// Every example in which an option is named by its actor.
  static let named: [KeyExample] = KeyExample.all.filter { example in
    example.values.map(example.text).contains { $0 != bare($0) }
  }

  private static func bare(_ text: String) -> String {
    ["a.x", "a.w", "b.z"].reduce(text) { $0.replacing($1, with: $1.suffix(1)) }
  }

  @Test("an option is the same with its actor and without, wherever it is named", arguments: named)
  func bareNames(example: KeyExample) throws {
    for value in example.values {
      let text = example.text(value)
      try Self.expectSame(Self.read(text), Self.read(Self.bare(text)))
    }
  }

  @Test("every key that takes a condition is among the examples")
  func conditions() {
    let taking = MergeKeyTests.table.filter { key in
      let names = key.split(separator: ":").map { String($0.trimmingPrefix(" ")) }
      let shape = MergeKeyTests.mapping(names[0])?.field(names[1])?.shape
      return (shape?.alternatives ?? []).contains { shape in
        switch shape {
        case .condition, .list(.condition): true
        default: false
        }
      }
    }
    // Those that name only the actor's own options, states or events in their examples.
    let others: Set<String> = [
      "a declaration: if", "a declaration: then", "a move that cannot be made: from",
      "a move that cannot be made: to", "a move: if", "a statement: that", "an actor: misperceives",
      "an expectation: out_of_reach", "an expectation: reach", "an expectation: require",
    ]
    #expect(taking.subtracting(Self.named.map(\.key)).subtracting(others).sorted() == [])
  }

  private static func frame(_ a: String, _ rest: String = "") -> String {
    """
    entente: 1
    actors:
      a: {options: {x: X, y: Y, l: {levels: {lo: Low, hi: High}}}, \(a)}
      b: {options: {z: Z}, prefers: [z]}
      c: {prefers: [z]}
    \(rest)
    """
  }

  @Test(
    "and so it is in the block of an actor",
    arguments: [
      ("prefers: [x, z]", "prefers: [a.x, b.z]"),
      ("prefers: [{that: l >= hi}]", "prefers: [{that: a.l >= hi}]"),
      ("prefers: [x], cannot: [{from: x, to: y}]", "prefers: [a.x], cannot: [{from: a.x, to: a.y}]"),
      ("prefers: [x], misperceives: [x and z]", "prefers: [x], misperceives: [a.x and b.z]"),
      ("prefers: [x], declares: [{if: z, then: x}]", "prefers: [x], declares: [{if: b.z, then: a.x}]"),
      ("weights: {x: 1, y: 2}", "weights: {a.x: 1, a.y: 2}"),
      ("weights: {z: 1}", "weights: {b.z: {weight: 1}}"),
      ("weights: {x: 1, l: {hi: 3}}", "weights: {x: 1, a.l: {hi: 3}}"),
      ("prefers: [x], profiles: {p: {prefers: [z]}}", "prefers: [x], profiles: {p: {prefers: [b.z]}}"),
      ("prefers: [x], profiles: {p: {weights: {z: 1}}}", "prefers: [x], profiles: {p: {weights: {b.z: 1}}}"),
      (
        "prefers: [x], perceives: {actors: {b: {prefers: [z]}}}",
        "prefers: [x], perceives: {actors: {b: {prefers: [b.z]}}}"
      ),
      ("prefers: [[x, y, z], l >= hi]", "prefers: [[b.z, x, a.y], l >= hi]"),
      ("prefers: [x], declares: [{then: x, to: [b, c]}]", "prefers: [x], declares: [{then: x, to: [c, b]}]"),
    ])
  func blocks(one: String, other: String) throws {
    try Self.expectSame(Self.read(Self.frame(one)), Self.read(Self.frame(other)))
  }

  @Test(
    "an order that means nothing is none",
    arguments: [
      ("status_quo: [x, z]", "status_quo: [b.z, a.x]"),
      ("status_quo: {taken: [], unsure: [x, z]}", "status_quo: {taken: [], unsure: [z, x]}"),
      ("rules: [{exactly one of: [a.x, b.z]}]", "rules: [{exactly one of: [b.z, a.x]}]"),
      ("rules: [{at most one of: [x, y, z]}]", "rules: [{at most one of: [z, y, x]}]"),
      ("rules: [{at least one of: [x, y]}]", "rules: [{at least one of: [y, x]}]"),
      ("joint: {j: {by: [b, c]}}", "joint: {j: {by: [c, b]}}"),
      (
        "status_quo: []\nexpect: [{status_quo: [nash, gmr]}]",
        "status_quo: []\nexpect: [{status_quo: [gmr, nash]}]"
      ),
      ("expect: [{coalition: [a, b], nash: [1]}]", "expect: [{coalition: [b, a], nash: [1]}]"),
      ("expect: [{some: nash, satisfies: x}]", "expect: [{some: nash, satisfies: a.x}]"),
      ("expect: [{reach: x}]\nstatus_quo: []", "expect: [{reach: a.x}]\nstatus_quo: []"),
    ])
  func orders(one: String, other: String) throws {
    try Self.expectSame(
      Self.read(Self.frame("prefers: [x]", one)), Self.read(Self.frame("prefers: [x]", other)))
  }

  @Test("but what says something else is none the same")
  func others() throws {
    for (one, other) in [
      ("rules: [{exactly one of: [x, z]}]", "rules: [{exactly one of: [x, y]}]"),
      ("status_quo: [x]", "status_quo: [z]"), ("outcomes: {o: x implies z}", "outcomes: {o: z implies x}"),
    ] {
      let (first, second) = (
        try Self.read(Self.frame("prefers: [x]", one)), try Self.read(Self.frame("prefers: [x]", other))
      )
      #expect(Merge(first, second).isDisputed && Merge(second, first).isDisputed)
    }
  }

  @Test("opposite declarations are found by any name")
  func declarations() throws {
    func declared(_ text: String) throws -> CaseDocument {
      try Self.read(Self.frame("prefers: [x], declares: [\(text)]"))
    }
    for (one, other) in [
      ("{if: b.z, then: x}", "{if: z, then: not x}"), ("{if: z, then: not a.x}", "{if: b.z, then: x}"),
    ] {
      let merge = Merge(try declared(one), try declared(other))
      #expect(merge.disputes.map(\.key.kind) == [.declaration])
      #expect(merge.document.actors[0].declares.count == 1)
      #expect(merge.disputes.allSatisfy { $0.before != nil && $0.after != nil }, "told beside each other")
    }
  }

  @Test("the order of levels says what is higher, and is no idle order")
  func levels() throws {
    func document(_ levels: String) throws -> CaseDocument {
      try Self.read(
        """
        entente: 1
        actors: {a: {options: {l: {levels: {\(levels)}}}, prefers: [l >= mid]}}
        status_quo: []
        """)
    }
    let (one, other) = (try document("lo: L, mid: M, hi: H"), try document("hi: H, mid: M, lo: L"))
    for merge in [Merge(one, other), Merge(other, one)] {
      #expect(merge.disputes.map(\.key.id) == ["levels of l"] && merge.orders.isEmpty)
    }
    #expect(Merge(one, other, base: one).document == other && !Merge(one, other, base: one).isDisputed)
    let comparison = CaseComparison(
      try CompareTests.reading(one, "one"), try CompareTests.reading(other, "other"), under: .nash
    ) { $0.solve() }
    let differing = comparison.conclusions.filter { !$0.agrees }
    #expect(!differing.isEmpty && differing.allSatisfy { $0.accounts == [[0]] })
  }

  @Test("and so are answers that contradict each other")
  func answers() throws {
    func expecting(_ text: String) throws -> CaseDocument {
      try Self.read(Self.frame("prefers: [x]", "status_quo: []\nexpect: [{\(text)}]"))
    }
    for (one, other) in [
      ("some: seq, satisfies: a.x", "no: seq, satisfies: x"),
      ("coalition: [a, b], nash: [1]", "coalition: [b, a], nash: [2]"),
    ] {
      for merge in [
        Merge(try expecting(one), try expecting(other)), Merge(try expecting(other), try expecting(one)),
      ] {
        #expect(merge.disputes.count == 1)
        #expect(merge.disputes.allSatisfy { $0.before != nil && $0.after != nil })
        #expect(merge.document.expectations.count == 1)
      }
    }
  }

  @Test("a name that means something else in the case of both is written in full")
  func otherMeaning() throws {
    func document(_ options: String, _ wishes: String) throws -> CaseDocument {
      try Self.read(
        """
        entente: 1
        actors:
          a: {options: {\(options)}, prefers: [y\(wishes)]}
          b: {options: {z: Z}, prefers: [z]}
        status_quo: []
        """)
    }
    let base = try document("y: Y", "")
    let (first, second) = (try document("y: Y, z: Mine", ""), try document("y: Y", ", not z"))
    for (one, other) in [(first, second), (second, first)] {
      let merge = Merge(one, other, base: base)
      #expect(!merge.isDisputed, "\(merge.disputes.map(\.key))")
      guard case .statements(let statements) = merge.document.actors[0].preference else { return }
      #expect(statements.map(\.that.printed) == ["y", "not b.z"])
    }
  }

  @Test("and outcomes that mean the same are not called reworded")
  func reworded() throws {
    func reading(_ outcome: String) throws -> Reading {
      try CompareTests.reading(
        Self.read(Self.frame("prefers: [x]", "outcomes: {o: \(outcome)}\nstatus_quo: []")), outcome)
    }
    let comparison = CaseComparison(try reading("x"), try reading("a.x"), under: .nash) { $0.solve() }
    #expect(comparison.reworded.isEmpty && comparison.differences.isEmpty)
    let other = CaseComparison(try reading("x"), try reading("y"), under: .nash) { $0.solve() }
    #expect(other.reworded == ["o"])
  }
}

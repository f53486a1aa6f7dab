import Questions
import CaseFile
import ConflictModel
import Stability
import Testing

@Suite("States named by number in a merge") struct MergeStateTests {
  /// A case whose options, ranking and answers can be said otherwise.
  static func text(
    options: String = "x: X, y: Y", ranking: String = "1, 2, 3, [4, 5], 6", unknown: String = "[1, 2]",
    wish: String = "a.x, not a.y", rules: String = "{never: a.y and b.z}", more: String = "",
    expect: String = ""
  ) -> String {
    """
    entente: 1
    actors:
      a: {options: {\(options)}, ranking: [\(ranking)], unknown: [\(unknown)]}
      b: {options: {z: Z\(more)}, prefers: [\(wish)]}
    rules: [\(rules)]
    status_quo: []
    expect: [\(expect)]
    """
  }

  static func read(_ text: String, _ file: String = "case.yaml") throws -> CaseDocument {
    try CaseDocument(parsing: text, file: file)
  }

  /// The tiers of the first actor, each state by what is taken in it.
  static func tiers(_ document: CaseDocument) throws -> [Set<Set<String>>] {
    let conflict = try Case(document).conflict
    guard case .ranking(let tiers) = conflict.actors[0].preference else { return [] }
    return tiers.map { tier in
      Set(
        tier.map { state in Set(conflict.options.indices.filter(state.takes).map { conflict.options[$0].id })
        })
    }
  }

  private static func expected(_ document: CaseDocument) -> [String] { document.expectations.map(\.printed) }

  @Test("take the numbers of the order of options that is taken over")
  func orderOfOptions() throws {
    let base = try Self.read(Self.text(expect: "{nash: [1, 2]}"))
    let first = try Self.read(Self.text(wish: "not a.y, a.x", expect: "{gmr: [2, 5]}, {reach: 3, from: 2}"))
    let second = try Self.read(
      Self.text(
        options: "y: Y, x: X", ranking: "1, 3, 2, [4, 5], 6", unknown: "[1, 3]", expect: "{nash: [1, 3]}"))
    #expect(try Self.tiers(base) == Self.tiers(second), "both rank the same states")
    for (one, other) in [(first, second), (second, first)] {
      let merge = Merge(one, other, base: base)
      #expect(!merge.isDisputed, "\(merge.disputes)")
      let merged = merge.document
      #expect(merged.actors[0].options.map(\.id) == ["y", "x"])
      #expect(try Self.tiers(merged) == Self.tiers(base))
      #expect(
        Self.expected(merged) == ["gmr is 3, 5", "2 is reached from 3"],
        "what the first expects, in new numbers")
      #expect(merged.actors[0].unknown.map { [$0.first.printed, $0.second.printed] } == [["1", "3"]])
    }
  }

  @Test(
    "and other answers to one question are a dispute",
    arguments: [
      ("{nash: [4]}", "{nash: [3]}", true), ("{nash: [4, 3]}", "{nash: [3, 4]}", false),
      ("{nash: [4]}", "{count: {nash: 2}}", true), ("{count: {nash: 1}}", "{nash: [4]}", false),
      ("{count: {seq: 1}}", "{count: {seq: 2}}", true), ("{count: {seq: 1}}", "{count: {sseq: 2}}", false),
      ("{feasible: 6}", "{feasible: 7}", true), ("{status_quo: []}", "{status_quo: [gmr]}", true),
      ("{actor: a, nash: [4]}", "{actor: b, nash: [3]}", false), ("{nash: [4]}", "{nash: [YYN]}", false),
      ("{require: 1, actor: a, count: {nash: 3}}", "{require: 1, actor: a, count: {nash: 4}}", true),
      ("{require: 1, actor: a, count: {nash: 3}}", "{require: 2, actor: a, count: {nash: 4}}", false),
      ("{coalition: any, nash: [4]}", "{nash: [3]}", false),
    ])
  func answers(one: String, other: String, isDisputed: Bool) throws {
    let first = try Self.read(Self.text(expect: one + ", {gmr: [1]}"))
    let second = try Self.read(Self.text(expect: other))
    let merge = Merge(first, second)
    #expect(merge.isDisputed == isDisputed)
    #expect(merge.document.contradictionCount == 0)
    if isDisputed {
      #expect(merge.disputes.count == 1)
      #expect(merge.disputes[0].before != nil && merge.disputes[0].after != nil)
      #expect(merge.document.expectations.count == 2)
    }
    // What one case says twice is its own affair.
    let torn = try Self.read(Self.text(expect: "{nash: [4]}, {nash: [3]}"))
    #expect(!Merge(torn, torn).isDisputed)
  }

  @Test("and sources of both are told")
  func united() throws {
    let first = try Self.read(Self.text())
    let second = try Self.read(
      Self.text(wish: "{that: a.x, because: {source: s, at: 1.1, against: yes}}, not a.y")
        + "\nsources: {s: {title: S}}\n")
    let merge = Merge(first, second)
    #expect(!merge.isDisputed)
    #expect(merge.united.map(\.key.kind) == [.statement])
  }

  @Test("take the numbers that a rule of the other leaves")
  func rules() throws {
    let base = try Self.read(
      Self.text(rules: "", expect: "").replacing("1, 2, 3, [4, 5], 6", with: "1, 2, 3, 4, 5, 6, 7, 8"))
    var first = base
    first.expectations = try Self.read(Self.text(rules: "", expect: "{nash: [6]}")).expectations
    var second = base
    second.rules = try Self.read(Self.text(rules: "{never: a.x and a.y}")).rules
    second.actors[0].preference = try Self.read(Self.text(ranking: "1, 2, 3, 4, 5, 6")).actors[0].preference
    let merge = Merge(first, second, base: base)
    #expect(!merge.isDisputed)
    #expect(Self.expected(merge.document) == ["nash is 5"])
    // A state that the rule excludes is no state of both together.
    first.expectations = try Self.read(Self.text(rules: "", expect: "{nash: [4]}")).expectations
    let lost = Merge(first, second, base: base)
    #expect(lost.isDisputed)
    #expect(Self.expected(lost.document) == ["nash is 4"] && lost.document.rules.isEmpty)
    _ = try Case(lost.document)
  }

  @Test("are disputed where the other has further options or levels in another order")
  func otherOptions() throws {
    func text(_ options: String, _ expect: String) -> String {
      "entente: 1\nactors: {a: {options: {\(options)}, prefers: [x]}}\nexpect: [\(expect)]\nstatus_quo: []\n"
    }
    for (before, after) in [
      ("x: X", "w: W, x: X"),
      ("x: X, l: {levels: {p: P, q: Q, r: R}}", "x: X, l: {levels: {p: P, r: R, q: Q}}"),
    ] {
      let base = try Self.read(text(before, ""))
      let merge = try Merge(
        Self.read(text(before, "{nash: [2]}")), Self.read(text(after, "")), base: base)
      #expect(merge.isDisputed)
      #expect(Self.expected(merge.document) == ["nash is 2"])
      #expect(merge.document.actors[0].options == base.actors[0].options)
    }
  }

  @Test("are the same however they are named, and in whichever order a set of them stands")
  func forms() throws {
    let numbers = try Self.read(Self.text(expect: "{nash: [1, 2]}"))
    let patterns = try Self.read(
      Self.text(
        ranking: "NNN, YNN, NYN, [NNY, YYN], YNY", unknown: "[YNN, NNN]", expect: "{nash: [YNN, NNN]}"))
    let codes = try Self.read(
      Self.text(ranking: "1, 2, 3, [4, 5], 6", expect: "{nash: {codes: [1, 0]}}")
        .replacing("ranking: [1, 2, 3, [4, 5], 6]", with: "ranking: {codes: [0, 1, 2, [4, 3], 5]}"))
    for (one, other) in [(numbers, patterns), (patterns, codes), (codes, numbers)] {
      #expect(try Self.tiers(one) == Self.tiers(other))
      let merge = Merge(one, other)
      #expect(!merge.isDisputed, "\(merge.disputes)")
      #expect(merge.document.actors[0].preference == one.actors[0].preference)
      #expect(Blend(one, other).differences.isEmpty)
    }
  }

  @Test("follow the order of states in graph form")
  func graph() throws {
    func text(_ states: String, _ ranking: String, _ expect: String) -> String {
      """
      entente: 1
      states: {\(states)}
      actors: {a: {moves: {s1: [s2], s2: [s3]}, ranking: [\(ranking)]}}
      status_quo: s1
      expect: [\(expect)]
      """
    }
    let base = try Self.read(text("s1: A, s2: B, s3: C", "3, 2, 1", ""))
    let first = try Self.read(text("s1: A, s2: B, s3: C", "3, 2, 1", "{nash: [3]}"))
    let second = try Self.read(text("s3: C, s2: B, s1: A", "1, 2, 3", ""))
    let merge = Merge(first, second, base: base)
    #expect(!merge.isDisputed)
    #expect(merge.document.states.map(\.id) == ["s3", "s2", "s1"])
    #expect(Self.expected(merge.document) == ["nash is 1"])
    #expect(try Self.tiers(merge.document).count == 3)
    #expect(
      try Case(merge.document).conflict.actors[0].preference
        == .ranking([[State(0)], [State(1)], [State(2)]]))
  }

  @Test("go with the order of options where an actor perceives them by number")
  func perceived() throws {
    func text(_ options: String, _ ranking: String) -> String {
      """
      entente: 1
      actors:
        a: {options: {\(options)}, prefers: [x], perceives: {actors: {b: {ranking: [\(ranking)]}}}}
        b: {options: {z: Z}, prefers: [z]}
      status_quo: []
      """
    }
    let (plain, other) = ("1, 2, 3, 4, 5, 6, 7, 8", "8, 2, 3, 4, 5, 6, 7, 1")
    let base = try Self.read(text("x: X, y: Y", plain))
    let second = try Self.read(text("y: Y, x: X", plain))
    let merge = Merge(base, second, base: base)
    #expect(!merge.isDisputed && merge.document == second)
    // The numbers of the first are of its own order, which the second does not have.
    let kept = try Merge(Self.read(text("x: X, y: Y", other)), second, base: base)
    #expect(kept.isDisputed)
    #expect(kept.document.actors[0].options.map(\.id) == ["x", "y"])
  }

  @Test("mean the same states in a comparison")
  func compared() throws {
    let first = try Self.read(Self.text())
    let second = try Self.read(
      Self.text(options: "y: Y, x: X", ranking: "1, 3, 2, [4, 5], 6", unknown: "[1, 3]"))
    let (one, other) = (try CompareTests.reading(first, "a"), try CompareTests.reading(second, "b"))
    let comparison = CaseComparison(one, other, under: .seq) { $0.solve() }
    #expect(comparison.differences.map(\.isIdleOrder) == [true], "only the order of options differs")
    let wish = try CompareTests.reading(
      Self.read(Self.text(options: "y: Y, x: X", ranking: "2, 3, 1, [4, 5], 6", unknown: "[1, 3]")), "c")
    let another = CaseComparison(one, wish, under: .nash) { $0.solve() }
    let differing = another.conclusions.filter { !$0.agrees }
    #expect(!differing.isEmpty)
    #expect(
      differing.allSatisfy { !$0.accounts.isEmpty },
      "the second's ranking made in the first gives its answers")
  }
}

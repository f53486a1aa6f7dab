import CaseFile
import ConflictModel
import EffectiveCounts
import Notation
import Stability
import TestSupport
import Testing

@testable import Questions

@Suite("Comparing and merging cases") struct CompareTests {
  /// A case of the seed, and the same with a few judgements changed.
  static func pair(_ seed: UInt64) -> (CaseDocument, CaseDocument) {
    let old = RandomCase.document(seed: seed, .init(statementsOnly: true))
    var random = SeededGenerator(seed: seed &+ 7_000)
    var new = old
    for actor in new.actors.indices {
      guard case .statements(var statements) = new.actors[actor].preference else { continue }
      if statements.count > 1, Bool.random(using: &random) { statements.swapAt(0, statements.count - 1) }
      if !statements.isEmpty, Int.random(in: 0..<3, using: &random) == 0 { statements.removeLast() }
      if let option = new.actors[actor].options.first, option.levels.isEmpty, Bool.random(using: &random) {
        statements.insert(
          StatementText(that: .not(.name("\(new.actors[actor].id).\(option.id)", .none))), at: 0)
      }
      new.actors[actor].preference = .statements(statements)
    }
    for event in new.events.indices where Bool.random(using: &random) {
      new.events[event].holds.toggle()
      // The rules may leave no state then.
      if (try? Case(new)) == nil { new.events[event].holds.toggle() }
    }
    return (old, new)
  }

  static func reading(_ document: CaseDocument, _ name: String) throws -> Reading {
    let subject = try Case(document)
    return Reading(name: name, subject: subject, solution: subject.conflict.solve())
  }

  /// Seeds of pairs that differ, and differ as is asked for.
  static func seeds(_ quick: Int, where holds: ((CaseComparison) -> Bool)? = nil) -> [UInt64] {
    TestScale.seeds(quick) { seed in
      let (old, new) = pair(seed)
      if old == new { return false }
      guard let holds else { return true }
      guard let first = try? reading(old, "a"), let second = try? reading(new, "b") else { return false }
      return holds(CaseComparison(first, second, under: .seq) { $0.solve() })
    }
  }

  @Test("a case differs from itself in nothing", .effective(23), arguments: TestScale.seeds(30))
  func itself(seed: UInt64) throws {
    let document = RandomCase.document(seed: seed, .init(removedMoves: true))
    let reading = try Self.reading(document, "it")
    effective(when: reading.subject.conflict.isLively)
    let comparison = CaseComparison(reading, reading, under: .seq) { $0.solve() }
    #expect(comparison.differences.isEmpty)
    #expect(comparison.conclusions.allSatisfy { $0.agrees })
    let merge = Merge(document, document)
    #expect(!merge.isDisputed && merge.taken.isEmpty && merge.document == document)
  }

  @Test("all differences together give the second case", arguments: seeds(40))
  func allTogether(seed: UInt64) throws {
    let (old, new) = Self.pair(seed)
    for isFine in [true, false] {
      let blend = Blend(old, new, moves: isFine)
      #expect(try blend.document(taking: Set(blend.differences.indices)) == new)
      #expect(try blend.document(taking: []) == old)
    }
  }

  @Test(
    "accounts are the smallest sets that trying all finds",
    arguments: seeds(30) { comparison in
      (1...6).contains(comparison.active.count) && comparison.conclusions.contains { !$0.agrees }
    })
  func accounts(seed: UInt64) throws {
    let (old, new) = Self.pair(seed)
    let (first, second) = (try Self.reading(old, "a"), try Self.reading(new, "b"))
    let comparison = CaseComparison(first, second, under: .seq) { $0.solve() }
    let blend = Blend(old, new, moves: true)
    for conclusion in comparison.conclusions where !conclusion.agrees {
      var best: [[Int]] = []
      var size = Int.max
      for bits in 1..<(1 << comparison.active.count) where bits.nonzeroBitCount <= size {
        let chosen = comparison.active.indices.filter { bits & (1 << $0) != 0 }.map { comparison.active[$0] }
        guard let mixed = try? Case(blend.document(taking: Set(chosen))) else { continue }
        let reply = conclusion.question.reply(of: mixed, mixed.conflict.solve(), under: .seq)
        guard reply == conclusion.after else { continue }
        if chosen.count < size { (size, best) = (chosen.count, []) }
        best.append(chosen)
      }
      #expect(Set(conclusion.accounts) == Set(best), "\(conclusion.question)")
    }
  }

  @Test("what two dispute does not depend on who is asked first", arguments: seeds(40))
  func symmetric(seed: UInt64) throws {
    let (old, new) = Self.pair(seed)
    let (one, other) = (Merge(old, new), Merge(new, old))
    #expect(one.isDisputed == other.isDisputed)
    let statements = { (merge: Merge) in
      Set(merge.disputes.filter { $0.key.kind != .expectation }.map(\.key))
    }
    #expect(statements(one) == statements(other))
    // What the first says stands in a dispute.
    let (merged, first) = (try Case(one.document), try Case(old))
    #expect(merged.conflict == first.conflict)
  }

  @Test("what names something disputed is disputed as well")
  func namesDisputed() throws {
    let base = try CaseDocument(parsing: CaseTexts.dilemma, file: "base.yaml")
    var theirs = base
    theirs.actors[1].options.append(OptionText(id: "flee"))
    theirs.outcomes.append(OutcomeText(id: "flight", when: .name("column.flee", .none)))
    let merge = Merge(base, theirs)
    #expect(Set(merge.disputes.map(\.key.id)) == ["flee", "flight"])
    #expect((try? Case(merge.document)) != nil)
    #expect(!Merge(base, theirs, base: base).isDisputed)
  }

  @Test("with a common base only what both have changed is disputed")
  func base() throws {
    let base = try CaseDocument(parsing: CaseTexts.dilemma, file: "base.yaml")
    var (ours, theirs) = (base, base)
    ours.actors[0].preference = .indifferent
    theirs.actors[1].preference = .indifferent
    let merge = Merge(ours, theirs, base: base)
    #expect(!merge.isDisputed)
    #expect(merge.document.actors.allSatisfy { $0.preference == .indifferent })
    #expect(Merge(ours, theirs).isDisputed)
  }

  /// Two cases alike but for the keys of the first actor.
  private static func merge(_ first: String, _ second: String) throws -> Merge {
    func read(_ keys: String, _ file: String) throws -> CaseDocument {
      let text = """
        entente: 1
        title: Two
        sources: {memo: {title: A memo}}
        actors:
          a: {options: {x: X, y: Y}, \(keys)}
          b: {options: {z: Z}, prefers: [a.x]}
        status_quo: []
        """
      return try CaseDocument(parsing: text, file: file)
    }
    return try Merge(read(first, "one.yaml"), read(second, "two.yaml"))
  }

  @Test(
    "a wish that only one of two profiles of a name has is disputed",
    arguments: [("[x]", "[not x]", 2), ("[x]", "[x, y]", 1), ("[x, y]", "[x]", 1), ("[x, y]", "[x, y]", 0)])
  func profileWishes(one: String, other: String, count: Int) throws {
    let merge = try Self.merge(
      "prefers: [x], profiles: {p: {prefers: \(one)}}",
      "prefers: [x], profiles: {p: {prefers: \(other)}, q: {prefers: [y]}}")
    #expect(merge.disputes.count == count)
    #expect(merge.disputes.allSatisfy { $0.key.kind == .profile && $0.key.id == "p" })
    let alone = try Self.merge("prefers: [x], profiles: {p: {prefers: \(one)}}", "prefers: [x]")
    #expect(
      merge.document.actors[0].profiles.first { $0.id == "p" } == alone.document.actors[0].profiles.first)
    #expect(merge.document.actors[0].profiles.map(\.id) == ["p", "q"])
    // A name that only one gives is taken over as before.
    let named = try Self.merge(
      "prefers: [x], profiles: {p: {prefers: [x]}}", "prefers: [x], profiles: {p: {name: P, prefers: [x]}}")
    #expect(!named.isDisputed && named.document.actors[0].profiles[0].name == "P")
  }

  @Test("one place of a source cannot speak for a judgement and against it in silence")
  func contraryEvidence() throws {
    func wish(_ because: String) -> String { "prefers: [{that: x, because: {source: memo, \(because)}}]" }
    let merge = try Self.merge(wish("at: 1.1"), wish("at: 1.1, against: yes"))
    #expect(merge.disputes.map(\.isContrary) == [true])
    guard case .statements(let statements) = merge.document.actors[0].preference else {
      Issue.record("no statements")
      return
    }
    #expect(statements[0].because.map(\.isAgainst) == [false], "the first's evidence stands")
    // Evidence of another place is only more evidence.
    #expect(try !Self.merge(wish("at: 1.1"), wish("at: 1.2, against: yes")).isDisputed)
  }

  @Test("an order is told with the file of each")
  func orderPlaces() throws {
    let merge = try Self.merge("prefers: [x, y]", "prefers: [y, x]")
    #expect(merge.disputes.map { $0.before?.place.file } == ["one.yaml"])
    #expect(merge.disputes.map { $0.after?.place.file } == ["two.yaml"])
  }

  @Test("a declaration and its opposite are disputed")
  func oppositeDeclarations() throws {
    func declared(_ then: String) -> String { "prefers: [x], declares: [{if: b.z, then: \(then)}]" }
    for (one, other, isDisputed) in [("x", "not x", true), ("not x", "x", true), ("x", "y", false)] {
      let merge = try Self.merge(declared(one), declared(other))
      #expect(merge.isDisputed == isDisputed, "\(one) \(other)")
      #expect(merge.document.actors[0].declares.count == (isDisputed ? 1 : 2))
    }
  }

  @Test("statements in an order not known are told as they are written")
  func runs() throws {
    let merge = try Self.merge("prefers: [[x, y], not x]", "prefers: [not x, [x, y]]")
    #expect(merge.disputes.map { $0.before?.text } == ["[x, y], then not x"])
  }

  @Test(
    "what one case drops is disputed where the other has moved it or given a source for it",
    arguments: [
      ("[x, y, x or y]", "[not y, x, y, x or y]", true), ("[x, y, x or y]", "[x, y, x or y, not y]", false),
      ("[x, y, x or y]", "[y, x, x or y, not y]", false),
      ("[x, y, x or y]", "[x, y, x or y, {that: not y, because: guess}]", true),
    ])
  func droppedAndMoved(one: String, other: String, isDisputed: Bool) throws {
    let base = try Self.merge("prefers: [x, y, x or y, not y]", "prefers: [x, y, x or y, not y]").document
    let (first, second) = (
      try Self.merge("prefers: \(one)", "prefers: \(one)").document,
      try Self.merge("prefers: \(other)", "prefers: \(other)").document
    )
    for (left, right) in [(first, second), (second, first)] {
      let merge = Merge(left, right, base: base)
      #expect(merge.isDisputed == isDisputed, "\(merge.disputes)")
    }
  }

  @Test(
    "what is said of a judgement is disputed where the other case judges otherwise",
    arguments: [
      ("{that: not x}", "{that: x, because: memo 1.1}"), ("{that: not x}", "{that: x, sure: no}"),
      ("{that: not x}", "{that: x, much: yes}"), ("{that: not x}", "{that: x, hedge: may}"),
      ("{that: x, sure: no}", "{that: x, because: memo 1.1}"),
      ("{that: not x, because: mine}", "{that: x, because: memo 1.1}"),
      ("{that: not x}", "{that: x or y, because: memo 1.1}"),
    ])
  func saidOfAnother(one: String, other: String) throws {
    for id in ["", "id: w, "] {
      func document(_ wish: String) throws -> CaseDocument {
        let text = wish.replacing("{that", with: "{\(id)that")
        return try Self.merge("prefers: [\(text), y]", "prefers: [\(text), y]").document
      }
      let (base, first, second) = (try document("{that: x}"), try document(one), try document(other))
      for (left, right) in [(first, second), (second, first)] {
        let merge = Merge(left, right, base: base)
        #expect(merge.isDisputed && merge.united.isEmpty)
        #expect(merge.document == left)
      }
      // Without a base, one with an id is one statement, and its sources stay with what it says.
      if !id.isEmpty, one != "{that: x, sure: no}" {
        #expect(Merge(first, second).document == first && Merge(second, first).document == second)
      }
    }
  }

  @Test("what one adds to a judgement and the other adds to it stand together")
  func saidOfTheSame() throws {
    func document(_ wishes: String) throws -> CaseDocument {
      try Self.merge("prefers: [\(wishes)]", "prefers: [\(wishes)]").document
    }
    let base = try document("{that: x}, y")
    for (one, other, both) in [
      (
        "{that: x, because: mine}, y", "{that: x, because: memo 1.1}, y",
        "{that: x, because: [mine, memo 1.1]}, y"
      ),
      (
        "{that: x, hedge: may}, y", "{that: x, because: memo 1.1}, y",
        "{that: x, hedge: may, because: memo 1.1}, y"
      ),
      ("{that: x, sure: no}, y", "{that: x, much: yes}, y", "{that: x, sure: no, much: yes}, y"),
      ("y, {that: x}", "{that: x, because: memo 1.1}, y", "y, {that: x, because: memo 1.1}"),
    ] {
      let merge = Merge(try document(one), try document(other), base: base)
      #expect(!merge.isDisputed)
      #expect(try merge.document.actors[0].preference == document(both).actors[0].preference)
    }
  }

  @Test("a source is not taken over without what it is a source of")
  func sourceOfWhatIsHeldBack() throws {
    func document(_ options: String, _ wish: String) throws -> CaseDocument {
      try CaseDocument(
        parsing: """
          entente: 1
          sources: {memo: {title: A memo}}
          actors: {a: {options: {\(options)}, prefers: [\(wish)]}}
          outcomes: {o: x}
          status_quo: []
          """)
    }
    // What the second wants names an option that the first has taken out.
    let base = try document("x: X, y: Y", "{id: w, that: x}")
    let first = try document("x: X", "{id: w, that: x}")
    let second = try document("x: X, y: Y", "{id: w, that: y, because: memo 1.1}")
    let merge = Merge(first, second, base: base)
    #expect(merge.isDisputed && merge.document == first)
  }

  @Test("a declaration that one case addresses and the other does not is one declaration, and disputed")
  func addressees() throws {
    let (plain, addressed) = ("{if: b.z, then: x}", "{if: b.z, then: x, to: [b]}")
    func declared(_ text: String) -> String { "prefers: [x], declares: [\(text)]" }
    let merge = try Self.merge(declared(plain), declared(addressed))
    #expect(merge.disputes.map(\.key.kind) == [.declaration])
    #expect(merge.document.actors[0].declares.map(\.to.count) == [0])
    let reverse = try Self.merge(declared(addressed), declared(plain))
    #expect(reverse.document.actors[0].declares.map(\.to.count) == [1] && reverse.isDisputed)
    // With a base, who is addressed is what one of them has said since.
    let base = try Self.merge(declared(plain), declared(plain)).document
    let named = Merge(base, reverse.document, base: base)
    #expect(!named.isDisputed && named.document == reverse.document)
  }

  @Test("a profile written as edits is kept as edits, and compared as such")
  func editedProfiles() throws {
    func profile(_ edits: String) -> String {
      "prefers: [{id: s1, that: x}, {id: s2, that: y}], profiles: {p: {prefers: \(edits)}}"
    }
    let first = try Self.merge(profile("{drop: [s1]}"), profile("{drop: [s1]}")).document
    #expect(first.printed().contains("drop: [s1]") || first.printed().contains("- s1"))
    #expect(try CaseDocument(parsing: first.printed()) == first)
    let drafts = try Self.merge(profile("{drop: [s1]}"), profile("{drop: [s2]}"))
    #expect(drafts.disputes.map(\.key.part) == ["prefers"])
    #expect(drafts.document == first)
    // The edits are of what the actor wants now.
    var second = first
    second.actors[0].preference = .statements([])
    let wishes = try Self.merge(
      "prefers: [{id: s1, that: x}, {id: s2, that: not y}], profiles: {p: {prefers: {drop: [s1]}}}",
      profile("{drop: [s1]}")
    ).document
    let merge = Merge(first, wishes, base: first)
    #expect(!merge.isDisputed)
    guard case .statements(let statements) = merge.document.actors[0].profiles[0].preference else {
      Issue.record("no statements")
      return
    }
    #expect(statements.map(\.that.printed) == ["not y"])
    let list = try Self.merge(profile("{drop: [s1]}"), profile("[y]"))
    #expect(list.isDisputed, "edits and a list are two ways to want something")
  }

  @Test("an answer that only one case expects is disputed whichever it is, where anything is")
  func answers() throws {
    func merged(_ one: String, _ other: String, _ wishes: String) throws -> Merge {
      func read(_ wish: String, _ expect: String, _ file: String) throws -> CaseDocument {
        try CaseDocument(
          parsing: "entente: 1\nactors: {a: {options: {x: X}, prefers: [\(wish)]}}\nexpect: [\(expect)]\n",
          file: file)
      }
      return try Merge(read("x", one, "one.yaml"), read(wishes, other, "two.yaml"))
    }
    for (one, other) in [("{nash: [2]}", ""), ("", "{nash: [2]}")] {
      #expect(try merged(one, other, "not x").disputes.count { $0.key.kind == .expectation } == 1)
      let agreed = try merged(one, other, "x")
      #expect(!agreed.isDisputed && agreed.document.expectations.count == 1)
    }
  }
}

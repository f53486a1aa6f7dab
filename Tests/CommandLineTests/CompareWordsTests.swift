import Foundation
import Testing

@testable import CommandLine

/// What `compare` and `merge` say of two cases, and where it leads.
@Suite struct CompareWordsTests {
  static let base = """
    entente: 1
    sources: {memo: {title: A memo}, note: {title: A note}}
    events: {war: {name: War, holds: no, because: memo 1.1}}
    actors:
      a: {name: The North, options: {x: X, z: Z}, prefers: [{that: x, because: {source: memo, at: 1.2, note: A}}]}
      b: {name: The South, options: {y: Y}, prefers: [y]}
    status_quo: {taken: [a.x], because: memo 1.3}
    outcomes: {deal: {name: A deal, when: a.x and b.y, because: memo 1.4}}

    """

  static let graph = """
    entente: 1
    actors:
      a: {name: The North, options: {x: X}, ranking: {states: [1, 2, 3, 4]}}
      b: {name: The South, options: {y: Y}, ranking: [1, 2, 3, 4]}

    """

  /// What is printed on the base beside the base with something replaced.
  static func printed(
    _ command: [String], _ text: String = base, replacing old: String, with new: String
  ) throws -> String {
    var said = ""
    try #require(text.contains(old))
    try TestFolders.withScratchFolder { folder in
      for (name, text) in [("one", text), ("two", text.replacing(old, with: new))] {
        try text.write(to: folder.appending(path: "\(name).yaml"), atomically: true, encoding: .utf8)
      }
      let files = ["/one.yaml", "/two.yaml"].map { folder.path + $0 }
      said = Recorder.run([command[0]] + files + command.dropFirst() + ["--full"]).output
        .replacing(folder.path + "/", with: "")
    }
    return said
  }

  static func words(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(
    "nobody is said to say what only one says",
    arguments: [
      ("holds: no, because: memo 1.1", "holds: yes, because: note 1.1", "The event “War”"),
      ("taken: [a.x], because: memo", "taken: [b.y], because: note", "The status quo"),
      ("when: a.x and b.y, because: memo", "when: a.x or b.y, because: note", "The outcome “A deal”"),
    ])
  func valueAndSource(old: String, new: String, subject: String) throws {
    let said = Self.words(try Self.printed(["compare"], replacing: old, with: new))
    #expect(said.contains("\(subject): the sources are others, too."), "\(said)")
    #expect(!said.contains("both say"), "\(said)")
  }

  @Test(
    "what differs of a source is named",
    arguments: [
      ("memo, at: 1.2, note: A", "note, at: 1.2, note: A", "both say “x”, from other sources."),
      (
        "at: 1.2, note: A", "at: 1.3, note: A",
        "both say “x”, at another place of the same source: memo 1.2 in the first, memo 1.3 in the second."
      ),
      (
        "because: memo 1.1", "because: [memo 1.1, memo 2.1]",
        "both say “war: no”, and the second has one more: memo 2.1."
      ),
      (
        "because: memo 1.1", "because: [note 1.1, memo 1.1, Mine]",
        "both say “war: no”, and the second has two more: note 1.1"
      ),
      (
        "because: {source: memo, at: 1.2, note: A}", "because: [{source: memo, at: 1.3}, note 1.2]",
        "both say “x”, partly from other sources."
      ),
      (
        "holds: no, because: memo 1.1", "holds: yes, because: memo 2.1",
        "The event “War”: the place in the source is another, too."
      ),
      (
        "holds: no, because: memo 1.1", "holds: yes, because: [memo 1.1, note 2.1]",
        "The event “War”: the second has one more source, too."
      ),
      ("note: A}", "note: B}", "both say “x”, with another note."),
      (
        "note: A}", "note: B, against: yes}",
        "both say “x”, with another bearing and note: memo 1.2 in the first; no source given; against it: memo 1.2, “B” in the second."
      ),
      ("because: memo 1.1", "because: [memo 1.1, Mine]", "both say “war: no”, with another note."),
      (
        "note: A}", "note: A, confidence: low}",
        "both say “x”, with another confidence: memo 1.2 in the first; memo 1.2, low confidence in the second."
      ),
      (
        "note: A}", "note: A, basis: said}",
        "both say “x”, with another basis: memo 1.2 in the first; memo 1.2, said in the second."
      ),
      (
        ", because: {source: memo, at: 1.2, note: A}", "",
        "both say “x”, and only the first says why (memo 1.2)."
      ),
      (
        "holds: no, because: memo 1.1", "holds: yes, because: {source: memo, at: 1.1, basis: said}",
        "The event “War”: another basis, too."
      ),
      (
        "holds: no, because: memo 1.1", "holds: yes, because: {source: memo, at: 1.1, against: yes}",
        "what one has for what it says the other has against what it says."
      ),
    ])
  func sources(old: String, new: String, words: String) throws {
    let said = Self.words(try Self.printed(["compare"], replacing: old, with: new))
    #expect(said.contains(words), "\(said)")
  }

  @Test("the same sources in another order are no other sources")
  func orderOfSources() throws {
    let both = Self.base.replacing("because: memo 1.1", with: "because: [memo 1.1, note 2.1]")
    let said = Self.words(
      try Self.printed(["compare"], both, replacing: "memo 1.1, note 2.1", with: "note 2.1, memo 1.1"))
    #expect(said.contains("both say “war: no”, with another order of its sources"), "\(said)")
  }

  static let moves = ("options: {x: X}", "options: {x: {name: X, moves: take}}")
  static let pairs = ("ranking: {states: [1, 2, 3, 4]}", "ranking: {states: [1, 2, 3, 4]}, unknown: [[1, 3]]")
  static let wishes = ("ranking: {states: [1, 2, 3, 4]}", "prefers: [{that: x, because: Said so}, b.y]")
  static let weights = ("ranking: [1, 2, 3, 4]", "weights: {y: 2, a.x: -1}")
  static let newcomer = ("b: {name", "c: {name: The Third, options: {q: Q}, prefers: [q]}\n  b: {name")

  static let storm = """
    entente: 1
    as_of: 2024-05-01
    events: {e: {name: Storm, holds: no}}
    actors: {a: {name: Alpha, options: {x: Do X, y: Do Y}, prefers: [x iff e]}}
    status_quo: []

    """

  @Test("a date by which an event is another thing is a judgement, with what the event is")
  func dates() throws {
    let said = Self.words(
      try Self.printed(["compare"], Self.storm, replacing: "holds: no", with: "holds: no, since: 2024-06-01"))
    #expect(said.contains("What they judge differently: 1 judgement"), "\(said)")
    #expect(said.contains("; as of 2024-05-01 the event holds in the second only."), "\(said)")
    #expect(said.contains("One difference accounts for what follows"), "\(said)")
    #expect(!said.contains("cannot change what lasts"), "\(said)")
    let alike = Self.words(
      try Self.printed(["compare"], Self.storm, replacing: "holds: no", with: "holds: yes, since: 2024-06-01")
    )
    #expect(alike.contains("They judge alike; only sources, names, words or dates differ"), "\(alike)")
    #expect(alike.contains("; as of 2024-05-01 the event holds in neither."), "\(alike)")
    let days = Self.words(
      try Self.printed(
        ["compare"], Self.storm.replacing("holds: no", with: "holds: no, since: 2024-04-01"),
        replacing: "as_of: 2024-05-01", with: "as_of: 2024-03-01"))
    #expect(
      days.contains("One difference accounts for what follows: the case, as_of with “2024-03-01”"), "\(days)")
  }

  @Test("that two status quos are not one state is said")
  func statusQuos() throws {
    let words =
      "Their status quos are different states, so conclusions about the status quo compare two states."
    let said = Self.words(
      try Self.printed(["compare"], Self.storm, replacing: "status_quo: []", with: "status_quo: [a.x]"))
    #expect(said.contains(words), "\(said)")
    // Another way to say the same is none.
    let same = Self.words(
      try Self.printed(
        ["compare"], Self.storm, replacing: "status_quo: []", with: "status_quo: [not a.x, not a.y]"))
    #expect(!same.contains(words), "\(same)")
  }

  @Test("a case beside itself tells of its day once")
  func dayOnce() throws {
    var said = ""
    try TestFolders.withScratchFolder { folder in
      let file = folder.appending(path: "one.yaml")
      try Self.storm.replacing("holds: no", with: "holds: no, since: 2024-06-01")
        .write(to: file, atomically: true, encoding: .utf8)
      said = Recorder.run(["compare", file.path, file.path]).output
    }
    #expect(said.components(separatedBy: "the day of the case").count == 2, "\(said)")
  }

  @Test(
    "what differs is told in names and plain words",
    arguments: [
      (
        wishes,
        "The North, what it wants: the ranking of the states (no source given) in the first, the wishes “x” and “b.y” (a note, no source) in the second."
      ),
      (
        weights,
        "The South, what it wants: the ranking of the states (no source given) in the first, the weights “y: 2” and “a.x: -1” (no source given) in the second."
      ),
      (
        pairs,
        "The North, a pair of states in an order not known: only the second has “1, 3” (no source given)."
      ),
    ])
  func plainWords(change: (String, String), words: String) throws {
    let said = Self.words(try Self.printed(["compare"], Self.graph, replacing: change.0, with: change.1))
    #expect(said.contains(words), "\(said)")
  }

  @Test("a merge tells of wishes of another kind in plain words")
  func mergedWishes() throws {
    let said = Self.words(
      try Self.printed(
        ["merge", "--format", "table"], Self.graph, replacing: Self.weights.0, with: Self.weights.1))
    #expect(
      said.contains(
        "b (The South), what it wants: one.yaml:4 has the ranking of the states; two.yaml:4 has the weights “y: 2” and “a.x: -1”."
      ), "\(said)")
  }

  @Test("a merge names the place of a source of which two are not alike sure")
  func mergedConfidence() throws {
    let low = Self.base.replacing("note: A", with: "confidence: low")
    let said = Self.words(
      try Self.printed(
        ["merge", "--format", "table"], low, replacing: "confidence: low", with: "confidence: high"))
    #expect(
      said.contains(
        "a (The North), statement “x”, because: of memo 1.2, one.yaml:5 says confidence low, two.yaml:5 high."
      ),
      "\(said)")
  }

  @Test(
    "what is said in each case leads to its judgement there, and pages hold where their links lead",
    arguments: ["compare", "merge"],
    [
      (wishes, ["a.ranking"], ["a.prefers.1", "a.prefers.2"]), (weights, ["b.ranking"], ["b.weights.y"]),
      (moves, ["a.options.x"], ["a.options.x"]), (pairs, [], ["a.ranking"]),
    ])
  func leads(command: String, change: ((String, String), first: [String], second: [String])) throws {
    let ((old, new), first, second) = change
    let text = Self.graph
    func sentences(_ text: String, _ old: String, _ new: String) throws -> String {
      try Self.printed([command, "--format", "document"], text, replacing: old, with: new)
        .components(separatedBy: "\"notes\":")[0]
    }
    func one(_ id: String) -> String { "{\"kind\": \"judgement\", \"id\": \"\(id)\"}" }
    func other(_ id: String) -> String { "{\"kind\": \"judgement\", \"id\": \"\(id)\", \"case\": 2}" }
    let said = try sentences(text, old, new)
    for reference in first.map(one) + second.map(other) { #expect(said.contains(reference), "\(said)") }
    // Whichever is the first.
    let reversed = try sentences(text.replacing(old, with: new), new, old)
    for reference in first.map(other) + second.map(one) {
      #expect(reversed.contains(reference), "\(reversed)")
    }
    let page = try Self.printed([command, "--format", "html"], text, replacing: old, with: new)
    for link in page.matches(of: /href="#([^"]+)"/) {
      #expect(page.contains("id=\"\(link.output.1)\""), "\(link.output.1)")
    }
  }

  @Test("an actor that only one has leads to what is known of it", arguments: ["compare", "merge"])
  func newActor(command: String) throws {
    let (old, new) = Self.newcomer
    let page = try Self.printed([command, "--format", "html"], replacing: old, with: new)
    let link = try #require(page.firstMatch(of: /href="#([^"]+)"[^>]*>[^<]*“The Third”/))
    #expect(link.output.1 == "actor-c" && page.contains("id=\"actor-c\""))
    // With a source of its own it is a judgement.
    let document = try Self.printed(
      [command, "--format", "document"], replacing: old,
      with: new.replacing("name: The Third", with: "name: The Third, because: Known"))
    #expect(document.contains(#"{"kind": "judgement", "id": "c", "case": 2}"#), "\(document)")
  }

  @Test("programs are told the judgement on each side")
  func ids() throws {
    let merged = try Self.printed(
      ["merge", "--json"], Self.graph, replacing: Self.moves.0, with: Self.moves.1)
    #expect(Self.words(merged).contains(#""judgement": "a.options.x", "otherJudgement": "a.options.x""#))
    let compared = try Self.printed(
      ["compare", "--json"], Self.graph, replacing: Self.pairs.0, with: Self.pairs.1)
    #expect(Self.words(compared).contains(#""second": { "id": "a.ranking", "text": "1, 3""#), "\(compared)")
  }

  static let named = """
    entente: 1
    sources: {memo: {title: A memo, note: Old}}
    events: {war: {name: War, holds: no}}
    actors:
      a:
        name: The North
        options: {x: {name: Do X}, l: {name: Height, levels: {low: {name: Low}, high: {name: High}}}}
        prefers: [x]
        profiles: {moon: {name: Dovish, prefers: [not x]}}
      b: {name: The South, options: {y: Y, z: Z}, prefers: [y]}
    joint: {j: {name: Both together, by: [a, b]}}
    define: {t: {name: A term, when: a.x}}
    outcomes: {deal: {name: A deal, when: a.x and b.y}}

    """

  @Test(
    "a thing is called by its name, and by its id where that is what differs",
    arguments: [
      ("holds: no", "holds: no, history: [{date: 2024-01, holds: no}]", "The observation of “War”, 2024-01:"),
      ("note: Old", "note: New", "The source “A memo”, note:"),
      ("holds: no", "holds: yes", "The event “War”:"),
      ("name: Do X", "name: Do X, moves: take", "The North, the option “Do X”, moves:"),
      ("{name: Low}", "{name: Low, because: Mine}", "The North, the level “Low”:"),
      ("[not x]", "[x]", "The North, the profile “Dovish”"),
      ("by: [a, b]", "by: [b, a], because: Mine", "The joint option “Both together”:"),
      ("when: a.x}", "when: not a.x}", "The term “A term”:"),
      ("when: a.x and b.y", "when: a.x", "They mean different things by “A deal”"),
      ("name: War", "name: Peace", "The event war, name:"),
      ("title: A memo", "title: Memo", "The source memo, title:"),
    ])
  func names(old: String, new: String, words: String) throws {
    let said = Self.words(try Self.printed(["compare"], Self.named, replacing: old, with: new))
    #expect(said.contains(words), "\(said)")
  }

  @Test(
    "a merge tells names beside ids",
    arguments: [
      ("holds: no", "holds: yes", "- event (War): one.yaml:3"),
      ("name: Do X", "name: Do X, moves: take", "- a (The North), option “x” (Do X), moves:"),
      ("name: The South", "name: The Southerners", "- b (The South), name:"),
      ("note: Old", "note: New", "- source “memo” (A memo), note:"),
    ])
  func mergedNames(old: String, new: String, words: String) throws {
    let said = Self.words(
      try Self.printed(["merge", "--format", "table"], Self.named, replacing: old, with: new))
    #expect(said.contains(words), "\(said)")
  }

  @Test("what is not comparable is told to programs by its name, too")
  func notComparable() throws {
    let said = Self.words(
      try Self.printed(["compare", "--json"], Self.named, replacing: ", z: Z", with: ""))
    #expect(said.contains("\"notComparable\": [\"“Z”\"]"), "\(said)")
  }

  @Test("an alternative that is chosen is told once")
  func chosenProfile() throws {
    let command = ["compare", "--profile", "a=moon"]
    let said = Self.words(try Self.printed(command, Self.named, replacing: "[not x]", with: "[not x, b.y]"))
    #expect(said.contains("What they judge differently: 1 judgement"), "\(said)")
    #expect(!said.contains("Besides"), "\(said)")
    let other = Self.words(
      try Self.printed(["compare"], Self.named, replacing: "[not x]", with: "[not x, b.y]"))
    #expect(other.contains("Besides, 1 difference") && other.contains("the profile “Dovish”"), "\(other)")
  }

  @Test("rankings that are written alike and mean other states say so", arguments: ["compare", "merge"])
  func otherStates(command: String) throws {
    let (a, b) = (
      "  a: {name: The North, options: {x: X}, ranking: [2, 1, 3, 4]}\n",
      "  b: {name: The South, options: {y: Y}, ranking: [1, 2, 3, 4]}\n"
    )
    let said = Self.words(
      try Self.printed(
        [command, "--format", "table"], "entente: 1\nactors:\n\(a)\(b)", replacing: a + b, with: b + a))
    let (first, second) = command == "compare" ? ("the first", "the second") : ("one.yaml", "two.yaml")
    #expect(
      said.contains(
        "mean other states by it: in place 1, The North: “X” in \(first), and The South: “Y” in \(second)"),
      "\(said)")
    #expect(!said.contains("with “states: 2, 1, 3, 4” for “states: 2, 1, 3, 4”"))
  }

  @Test("notes tell which case has what they say", arguments: ["markdown", "html"])
  func notes(form: String) throws {
    let command = ["compare", "--format", form]
    func note(_ old: String, _ new: String) throws -> String {
      let page = try Self.printed(command, Self.named, replacing: old, with: new)
      return Self.words(page.replacing(/<[^>]*>/, with: " "))
    }
    let outcome = try note("when: a.x and b.y", "when: a.x or b.y")
    #expect(outcome.contains("In one.yaml: It is every state in which"), "\(outcome)")
    #expect(outcome.contains("In two.yaml: It is every state in which"), "\(outcome)")
    let option = try note("name: Do X", "name: Make X, moves: take")
    #expect(option.contains("In two.yaml, as “Make X”: An option of"), "\(option)")
    let actor = try note("prefers: [y]", "prefers: [z]")
    #expect(
      actor.contains("In one.yaml: Its options:") && actor.contains("In two.yaml: Its options:"), "\(actor)")
    // What all have alike is told once, and of nobody.
    #expect(!actor.contains("In one.yaml: An option of"), "\(actor)")
  }
}

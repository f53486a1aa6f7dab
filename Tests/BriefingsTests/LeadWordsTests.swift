import CaseFile
import Disk
import Documents
import Foundation
import Notation
import Questions
import Testing

@testable import Briefings

/// What the answer boxes say of cases in which something was said that misled.
@Suite("Words of the answer boxes") struct LeadWordsTests {
  /// The box of a question about a case, in one line.
  private struct Boxes: BriefingVisitor {
    let subject: Subject
    let word: String
    var arguments: [(name: String, value: String)] = []
    var box = ""

    mutating func visit<Told: Briefing>(_ briefing: Told.Type) {
      let table = Told.Asked.table
      guard table.word == word, let arguments = try? Arguments(arguments, to: table),
        let question = try? Told.Asked(arguments), let answer = try? question.answer(about: subject, Work())
      else { return }
      var isBegun = false
      var sentences: [String] = []
      for block in Told(answer, Work()).told(for: .table).document.blocks {
        switch block {
        case .lead(let words):
          sentences += words.map(\.text)
          isBegun = true
        case .list(let items) where isBegun: sentences += items.map { "- " + $0.sentence.text }
        default: if isBegun { box = sentences.joined(separator: " ") }
        }
        if !box.isEmpty { return }
      }
      box = sentences.joined(separator: " ")
    }
  }

  static func box(_ word: String, _ file: String) throws -> String {
    let path = CatalogTests.folder.appending(path: file).path
    var boxes = Boxes(subject: Subject(try CaseDocument(reading: path)), word: word)
    AllBriefings.visit(&boxes)
    return boxes.box
  }

  static func box(
    _ word: String, _ arguments: [(name: String, value: String)] = [], of text: String
  ) throws -> String {
    var boxes = Boxes(subject: Subject(try CaseDocument(parsing: text)), word: word, arguments: arguments)
    AllBriefings.visit(&boxes)
    return boxes.box
  }

  /// A question, a case of the catalog, what the box says, and what it does not say.
  static let said: [(word: String, file: String, has: [String], lacks: [String])] = [
    // Staying is what the ranking puts higher, not the act.
    (
      "paths", "elmira/elmira-graph.yaml",
      ["its ranking puts staying where it is higher (place 1 of 9 against 6)"], ["puts that higher"]
    ),
    ("paths", "elmira/elmira-options.yaml", ["in another form: 1 step"], ["would get there"]),
    ("paths", "flagship/arms-for-ukraine.yaml", ["and 3 more: “A small system”, “Pact without arms”"], []),
    // Each leaves by a move of its own.
    (
      "explain", "flagship/arms-for-ukraine.yaml",
      [
        "North Korea would gain, too, by joining in “Military cooperation of Russia and North Korea”",
        "which leads only to another form of it",
        "Whether the present includes “Let the United States have shells for Ukraine” is not known.",
        "Russia would gain by taking “Answer as to a hostile act”; North Korea would leave it, too.",
      ], ["So would North Korea."]
    ),
    ("solve", "games/local-max-cut.yaml", ["So would Player 2 and Player 3, each by a move of its own."], []),
    // What becomes of the present, of either, and what could last of the same name.
    (
      "solve", "flagship/arms-for-ukraine.yaml",
      [
        "With or without “Shells via the US”, which is not known, the present does not last.",
        "North Korea would leave in either case, by joining in “Military cooperation” (Russia has not yet).",
        "(in 15 other forms)", "“Rupture, no arms” and “A small system”. Cannot last in any sense now",
        "“Direct arms by Seoul”",
        "Basis of these acts: South Korea’s wish (eom 13.3, inferred) and Russia’s wish (eom 11.1, eom 11.2,",
        "22 of the 36 judgements behind this",
      ], ["most hangs on", "4.2", " more"]
    ),
    (
      "solve", "flagship/moscow-own-goal.yaml",
      [
        "Russia would gain by joining in “Military cooperation", "“Pact without arms”",
        "“Arms and an answer” and “Rupture, no arms”", "“Direct arms by Seoul” and “A small system”",
      ], ["outcomes", " more"]
    ),
    (
      "grid", "flagship/arms-for-ukraine.yaml",
      [
        "It is not known whether the present includes",
        "“No arms, no rupture” (only in other forms)", "“Rupture, no arms” and “A small system”",
        "In none: “Indirect arms, and Moscow lets it pass”",
        "Where it holds, “Seoul arms Ukraine itself” could last, too",
        // How it is now, and on what that rests.
        "gravely broken” holds (now: no; eom 2.1, reported)",
      ], []
    ),
    (
      "doubts", "flagship/arms-for-ukraine.yaml",
      ["It is not known whether the present includes", "(only in other forms)"], []
    ),
    (
      "coalitions", "flagship/arms-for-ukraine.yaml",
      [
        "31 survive. The survivors are forms of “No arms, no rupture” (not as at present), “Arms and an answer” and “Rupture, no arms”.",
        "Either way",
        "Each form of “Arms and a pact”, “Pact without arms” and “A small system” could be upset.",
      ], []
    ),
    // Pairs are told by what they have in common, each judgement with its source.
    (
      "sensitivity", "flagship/arms-for-ukraine.yaml",
      [
        "11 of 12 pairs would: one of South Korea’s wish for “Propose a small system” (eom 13.3, inferred)",
        "with one of North Korea’s wishes for part in “Military cooperation” (eom 4.4, assumed), for",
        "it does not last either, whichever judgement is changed.",
      ], [" more"]
    ),
    // On what the verdict on the present hangs.
    (
      "solve", "elmira/elmira-graph.yaml",
      [
        "the verdict on the present rests first on Local governments’ order of preference (survey, reported)",
        "(what the present is)", "(in one other form)",
      ], []
    ),
    // That so much lasts that it says little.
    (
      "solve", "milk-river/milk-river.yaml", ["35 of 36", "says little", "(nothing is taken)"], []
    ),
    // Not, and, both.
    (
      "solve", "us-china-2017/us-china-2017.yaml",
      ["It wants “Raise tariffs” and not China’s “Make economic concessions”"],
      []
    ),
    ("solve", "classics/chicken.yaml", ["It does not want both “Do not swerve” and Second driver’s"], []),
    (
      "grid", "elmira/elmira-graph.yaml", ["Nothing varies in this case, so there is one world"],
      ["all that could"]
    ),
  ]

  /// More of the same, about what words, doubts and coalitions come to.
  static let further: [(word: String, file: String, has: [String], lacks: [String])] = [
    // What a definition stands for, where it is one thing.
    (
      "words", "flagship/arms-for-ukraine.yaml", ["“Send lethal arms to Ukraine directly”"], ["direct supply"]
    ),
    // That all judgements are said does not mean that none is in doubt.
    (
      "solve", "teaching/stand-off.yaml",
      [
        "Some of what Joe, Mr White and Eddie would want is in doubt, and taken as written here: entente doubts."
      ],
      ["most hangs on"]
    ),
    (
      "doubts", "teaching/stand-off.yaml",
      [
        "0 % of the ways in which Joe’s wish for “Joe shoots Mr Orange” weighs more",
        "38 % of the others", "on the same doubt",
        "In 576 of the 13,824 ways the same situations last as in the case as it is written.",
      ], ["lasts so in"]
    ),
    (
      "coalitions", "teaching/stand-off.yaml", ["to the present with “Joe shoots Mr Orange”"],
      ["without a name"]
    ),
    (
      "solve", "cuban-missile-crisis-1962/brams.yaml", ["What some could do together: entente coalitions."],
      []
    ),
    (
      "paths", "cuban-missile-crisis-1962/cuban-missile-crisis-1962.yaml",
      ["its ranking puts staying where it is higher (place 1 of 12 against 12)", "are all 3 situations"], []
    ),
  ]

  @Test("of words, doubts and coalitions, too", arguments: further.indices)
  func more(index: Int) throws {
    let (word, file, has, lacks) = Self.further[index]
    let box = try Self.box(word, file)
    for words in has { #expect(box.contains(words), "\(word) \(file)\n\(box)") }
    for words in lacks { #expect(!box.contains(words), "\(word) \(file)\n\(box)") }
  }

  @Test("words that make no difference to anybody are no threat, however credible") func noThreat() throws {
    let text = """
      entente: 1
      actors:
        kyiv:
          options: {drones: Send drones}
          prefers: [drones if moscow.strike, not drones]
          declares: [{if: moscow.strike, then: drones}, {if: true, then: drones}]
        moscow: {options: {strike: Strike}, prefers: [strike]}
      """
    let box = try Self.box("words", of: text)
    #expect(
      box.contains(
        "credible: kyiv would gain by carrying it out; neither threat nor promise, as nothing that moscow wants turns on it; if believed, it would change nothing that lasts"
      ), "\(box)")
    #expect(box.contains("kyiv: whatever happens, then “Send drones”"), "\(box)")
  }

  @Test("where no outcome has a name, what lasts is told by what is taken") func twoWithoutNames() throws {
    let actors =
      "actors: {a: {options: {x: X}, prefers: [x iff b.y]}, b: {options: {y: Y}, prefers: [y iff a.x]}}"
    let box = try Self.box("solve", of: "entente: 1\n\(actors)\n")
    #expect(
      box.contains("only two situations: one with nothing taken and one with a: “X”; b: “Y”"), "\(box)")
    let now = try Self.box("solve", of: "entente: 1\n\(actors)\nstatus_quo: []\n")
    #expect(now.contains("The present (nothing is taken) lasts"), "\(now)")
    #expect(now.contains("only two situations: the present and the present with “X” and “Y”"), "\(now)")
  }

  @Test("say what is so", arguments: said.indices)
  func catalog(index: Int) throws {
    let (word, file, has, lacks) = Self.said[index]
    let box = try Self.box(word, file)
    for words in has { #expect(box.contains(words), "\(word) \(file)\n\(box)") }
    for words in lacks { #expect(!box.contains(words), "\(word) \(file)\n\(box)") }
  }

  // MARK: What reviewers found

  private static let roads = """
    entente: 1
    actors:
      ann: {name: Ann, options: {yield: Give way}, prefers: [not bob.yield implies yield, not yield]}
      bob: {name: Bob, options: {yield: Give way}, prefers: [not ann.yield implies yield, not yield]}
    status_quo: []
    """

  @Test("situations that no outcome names are told of one by one where they are few") func few() throws {
    let paths = try Self.box("paths", of: Self.roads)
    #expect(paths.contains("are both situations that could last"), "\(paths)")
    #expect(paths.contains("Ann would get there") && paths.contains("Bob would get there"), "\(paths)")
    let carousel = """
      entente: 1
      states: {s1: The horse, s2: The swan, s3: The tiger}
      actors:
        a: {name: Anna, moves: {s1: [s2]}, ranking: [s3, s2, s1]}
        b: {name: Ben, moves: {s2: [s3]}, ranking: [s1, s3, s2]}
        c: {name: Cleo, moves: {s3: [s1]}, ranking: [s2, s1, s3]}
      status_quo: s1
      """
    let graph = try Self.box("paths", of: carousel)
    #expect(graph.contains("“The swan”:") && graph.contains("“The tiger”:"), "\(graph)")
  }

  @Test(
    "of many situations that the present may be those that last are named, and who would leave the others")
  func manyPresents() throws {
    let text = """
      entente: 1
      actors:
        a: {name: East, options: {x: Dig}, prefers: [not x]}
        b: {name: West, options: {y: Fill}, prefers: [not y]}
      status_quo: {unsure: [a.x, b.y]}
      outcomes: {calm: {name: Calm, when: not a.x and not b.y}, work: {name: Work, when: a.x or b.y}}
      """
    let box = try Self.box("solve", of: text)
    #expect(box.contains("whether the present includes “Dig” or “Fill” (four situations)."), "\(box)")
    #expect(
      box.contains("It lasts only without “Dig” and “Fill”; otherwise East or West would leave."), "\(box)")
    #expect(box.contains("Could last: only “Calm”."), "\(box)")
  }
}

import CaseFile
import ConflictModel
import Documents
import Testing

@testable import Briefings

/// What boxes say where there is more to name than fits, and of a present that is not known.
@Suite("Boxes about much and about an open present") struct OpenPresentTests {
  /// A case in which whatever lasts has one of eight names.
  private static func indifferent(short: Bool) -> String {
    let outcomes = (0..<8).map { code in
      let when = ["x", "y", "z"].enumerated().map { ((code >> $0) & 1 == 1 ? "" : "not ") + $1 }
      let long = "which is so long a name that eight of the kind go into no box of eight lines"
      let name = "Outcome \(code) \(long) and of which there is yet more to say than that"
      let brief = short ? "short: Brief \(code), " : ""
      return "  o\(code): {\(brief)name: \(name), when: \(when.joined(separator: " and "))}"
    }
    return """
      entente: 1
      actors: {a: {options: {x: X, y: Y, z: Z, w: W}, prefers: [w]}}
      outcomes:
      \(outcomes.joined(separator: "\n"))
      """
  }

  @Test("short names are used before any outcome is left out") func shortNames() throws {
    let short = try LeadWordsTests.box("solve", of: Self.indifferent(short: true))
    for code in 0..<8 { #expect(short.contains("“Brief \(code)”"), "\(short)") }
    #expect(!short.contains(" more"), "\(short)")
    let long = try LeadWordsTests.box("solve", of: Self.indifferent(short: false))
    #expect(long.contains("“Outcome 0") && long.contains(" more"), "\(long)")
  }

  @Test("in a box an outcome or option goes by one name, the shortest that is used") func oneName() throws {
    func name(_ text: String, _ id: String) -> Sentence { Sentence(text, to: .outcome(id)) }
    var lead = Lead()
    lead.add("The present (\(name("“Calm at sea and on land”", "calm"))) lasts.")
    lead.goOn("Could last: \(name("“Calm”", "calm")) and \(name("“War on shipping”", "war")).")
    // What is no name in quotation marks, or of another kind, stays as it is.
    lead.goOn(
      "So could \(name("calm in other forms", "calm")); \(Sentence("“Calm at sea”", to: .option("calm"))).")
    lead.item("\(name("“Calm at sea and on land”", "calm")): one step.")
    let blocks = lead.blocks
    #expect(
      blocks == [
        .lead([
          "The present (\(name("“Calm”", "calm"))) lasts. Could last: \(name("“Calm”", "calm")) and \(name("“War on shipping”", "war")). So could \(name("calm in other forms", "calm")); \(Sentence("“Calm at sea”", to: .option("calm")))."
        ]), .list([Item("\(name("“Calm”", "calm")): one step.")]),
      ])
  }

  @Test("that everything lasts is said so") func everything() throws {
    let text = """
      entente: 1
      actors: {a: {options: {x: X, y: Y}, prefers: indifferent}}
      status_quo: []
      outcomes: {o: {name: One, when: x}, p: {name: Other, when: y}}
      """
    let box = try LeadWordsTests.box("solve", of: text)
    #expect(box.contains("Could last: every one of the 4 situations, so it says little"), "\(box)")
    #expect(!box.contains("“One”"), "\(box)")
  }

  /// One actor who would rather have its option, and another that may have been taken by nobody who minds.
  private static let open = """
    entente: 1
    actors:
      a: {name: Ada, options: {x: Act}, prefers: [x if b.y]}
      b: {name: Bob, options: {y: Help}, prefers: [b.y or not b.y]}
    status_quo: {taken: [], unsure: [b.y]}
    """

  @Test("sensitivity says what becomes of each situation that the present may be") func sensitivity() throws {
    let box = try LeadWordsTests.box("sensitivity", of: Self.open)
    #expect(box.contains("The present without “Help” (nothing is taken) lasts"), "\(box)")
    #expect(box.contains("With it (Bob: “Help”), it does not last: "), "\(box)")
    #expect(box.contains("alone would change that"), "\(box)")
  }

  @Test("require says it, too") func require() throws {
    let box = try LeadWordsTests.box("require", of: Self.open)
    #expect(box.contains("lasts as things stand") && box.contains("it does not last."), "\(box)")
  }

  @Test("an edit of a ranking says which situation goes where") func ranking() throws {
    let box = try LeadWordsTests.box("sensitivity", "us-north-korea-2017/us-north-korea-2017.yaml")
    #expect(
      box.contains("ranking (jacobi-model, said): the present “The standing confrontation” moved from place"),
      "\(box)")
    #expect(!box.contains("NNNN"), "\(box)")
  }

  // MARK: More situations than two

  /// Three open options: the present lasts where the first is taken, whatever the others are.
  private static let many = """
    entente: 1
    actors:
      a: {name: Ada, options: {x: Act}, prefers: [x or not x]}
      b: {name: Bob, options: {y: Help}, prefers: [b.y or not b.y]}
      c: {name: Cem, options: {z: Go, w: Wink}, prefers: [not c.w if a.x, c.w if not a.x]}
    status_quo: {taken: [], unsure: [a.x, b.y, c.z]}
    """

  @Test(
    "every question says for which of them the present lasts",
    arguments: ["solve", "explain", "coalitions", "doubts", "paths"])
  func manyPresents(word: String) throws {
    let box = try LeadWordsTests.box(word, of: Self.many)
    #expect(box.contains("“Act”, “Help” or “Go”"), "\(box)")
    #expect(box.contains("It lasts only with “Act”"), "\(box)")
    if word != "doubts" { #expect(box.contains("otherwise Cem would leave"), "\(box)") }
  }

  @Test("so it does where one state is asked about", arguments: ["sensitivity", "require"])
  func manyOthers(word: String) throws {
    let box = try LeadWordsTests.box(word, of: Self.many.replacing(", c.z]", with: "]"))
    #expect(box.contains("Of the three other situations that it may be, two last: with “Act”."), "\(box)")
  }

  @Test("what some have in common says which they are, and no others") func common() throws {
    let subject = try Case(CaseDocument(parsing: Self.many))
    let names = Names(subject, states: subject.conflict.feasibleStates().states)
    let all = names.presents
    #expect(all.count == 8)
    var words: [String: Int] = [:]
    for subset in 1..<(1 << all.count) {
      let some = all.indices.filter { subset & (1 << $0) != 0 }.map { all[$0] }
      // Exactly the sets of all that agree in some options: 3³ of them, but for all of them.
      var shared = UInt64.max
      for state in some { shared &= ~(state.code ^ some[0].code) }
      let alike = all.filter { (state: State) -> Bool in (state.code ^ some[0].code) & shared == 0 }
      let isWhole = alike.count == some.count
      let found = names.common(some)
      #expect((found != nil) == (isWhole && some.count < all.count), "\(subset)")
      if let found { words[found.text, default: 0] += 1 }
    }
    #expect(words.count == 26 && words.values.allSatisfy { $0 == 1 }, "\(words)")
  }

  /// A road that is closed in half of what the present may be, and that one of two can close in the rest.
  private static let road = """
    entente: 1
    actors:
      a: {name: Ada, options: {x: Close}, prefers: [x if b.y, not x if not b.y]}
      b: {name: Bob, options: {y: Dig}, prefers: [b.y or not b.y]}
    outcomes: {shut: {name: Shut, when: a.x}, fight: {name: Fight, when: a.x and not b.y}}
    status_quo: {taken: [], unsure: [a.x, b.y]}
    """

  @Test("ways to a place are told from each situation that the present may be") func target() throws {
    let shut = try LeadWordsTests.box("paths", [("to", "shut")], of: Self.road)
    #expect(shut.contains("whether the present includes “Close” or “Dig” (four situations)."), "\(shut)")
    #expect(shut.contains("The present is “Shut” already with “Close”."), "\(shut)")
    #expect(
      shut.contains("From the present with “Dig” and without “Close” to “Shut” there is 1 way"), "\(shut)")
    #expect(shut.contains("It ends where it could last."), "\(shut)")
    #expect(shut.contains("No way leads there without “Close” and “Dig”."), "\(shut)")
    let fight = try LeadWordsTests.box("paths", [("to", "fight")], of: Self.road)
    #expect(fight.contains("The present is “Fight” already with “Close” and without “Dig”."), "\(fight)")
    #expect(fight.contains("Otherwise no way leads to “Fight”"), "\(fight)")
  }

  @Test("what the present is already needs no way, and another form of it one") func already() throws {
    let sure = Self.road.replacing("{taken: [], unsure: [a.x, b.y]}", with: "[a.x]")
    let box = try LeadWordsTests.box("paths", [("to", "shut")], of: sure)
    #expect(box.contains("The present is “Shut” already."), "\(box)")
    #expect(box.contains("does not last: Ada would gain by giving up “Close”"), "\(box)")
    // Nobody gains by a way to the other form; with any moves there is one.
    #expect(!box.contains("No way") && !box.contains("there is 1 way"), "\(box)")
    let moves = try LeadWordsTests.box("paths", [("to", "shut"), ("by", "moves")], of: sure)
    #expect(moves.contains("The nearest other form, which could last:"), "\(moves)")
    #expect(moves.contains("Bob would get there by taking “Dig”"), "\(moves)")
  }

  @Test("what leads to a list that there is no room for is said where it tells something") func leading() {
    let long = Sentence(String(repeating: "words and more words ", count: 45))
    for saysMore in [true, false] {
      var lead = Lead()
      if saysMore { lead.add(leading: "In reach are 3:") } else { lead.add("In reach:") }
      lead.item(long)
      let text = lead.blocks.flatMap { block -> [String] in
        if case .lead(let words) = block { words.map { $0.text } } else { [] }
      }
      #expect(text == (saysMore ? ["In reach are 3."] : []))
    }
  }
}

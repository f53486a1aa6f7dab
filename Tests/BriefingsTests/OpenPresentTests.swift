import CaseFile
import ConflictModel
import Documents
import Testing

@testable import Briefings

/// What boxes say where there is more to name than fits, and of a present that is not known.
@Suite("Boxes about much and about an open present") struct OpenPresentTests {
  /// A case in which each of eight situations has a name and nobody minds where he is.
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
      actors: {a: {options: {x: X, y: Y, z: Z}, prefers: [x or not x]}}
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
      box.contains("ranking (jacobi-model, said): the present “The standing confrontation” last (now place"),
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
}

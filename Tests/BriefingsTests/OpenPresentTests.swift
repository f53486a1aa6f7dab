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
}

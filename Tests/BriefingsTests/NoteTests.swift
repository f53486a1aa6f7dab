import Briefings
import CaseFile
import ConflictModel
import Documents
import Questions
import Stability
import TestSupport
import Testing

/// What a reader finds who asks what a phrase points to.
@Suite("Notes on what phrases point to")
struct NoteTests {
  private func check(_ document: Document, _ what: Comment) {
    var counts: [Reference: Int] = [:]
    for note in document.notes { counts[note.reference, default: 0] += 1 }
    var inNotes = document
    inNotes.blocks += document.notes.map { .lead([$0.title] + $0.sentences) }
    for reference in inNotes.references {
      // What is asked of the program has no note.
      switch reference {
      case .question, .again, .parameter: continue
      default: #expect(counts[reference] == 1, what)
      }
    }
    for note in document.notes { #expect(!note.title.isEmpty && !note.sentences.isEmpty, what) }
  }

  @Test("in a case of the catalog each has exactly one", arguments: CatalogTests.files)
  func catalog(file: String) throws {
    let subject = try CatalogTests.subject(file)
    let solution = subject.conflict.solve()
    let solved = SolveReport(case: subject, solution: solution).document()
    check(solved, "solve")
    let kinds = solved.references.reduce(into: Set<String>()) { kinds, reference in
      switch reference {
      case .actor: kinds.insert("actor")
      case .concept: kinds.insert("concept")
      case .state: kinds.insert("state")
      case .judgement: kinds.insert("judgement")
      default: break
      }
    }
    #expect(kinds.isSuperset(of: ["actor", "concept", "state"]))
    let position = subject.statusQuo.flatMap { solution.states.position(of: $0.state) } ?? 0
    let certificates = solution.concepts.flatMap { concept in
      subject.conflict.actors.indices.map { solution.certificate(concept, actor: $0, position: position) }
    }
    check(ExplainReport(case: subject, solution: solution, certificates: certificates).document(), "explain")
    for what in [ShowReport.What.case, .preferences] {
      check(ShowReport(case: subject, solution: solution, what: what, limit: 50).document(), "show")
    }
  }

  @Test("readings that differ point to what the first says") func comparison() throws {
    let text = """
      entente: 1
      actors:
        north: {options: {shell: Shell}, prefers: [not south.talk, shell]}
        south: {options: {talk: Talk}, prefers: [talk]}
      rules: [never: north.shell and south.talk]
      """
    let readings = try [text, text.replacing("not south.talk, shell", with: "not shell")].map { text in
      let subject = try Case(CaseDocument(parsing: text))
      return Reading(name: "a reading", subject: subject, solution: subject.conflict.solve())
    }
    let comparison = CaseComparison(readings[0], readings[1], under: .seq) { $0.solve() }
    let document = CompareReport(readings: readings, comparisons: [comparison]).document()
    check(document, "compare")
    #expect(
      document.references.filter { if case .judgement = $0 { true } else { false } } == [
        .judgement("north.prefers.1"), .judgement("north.prefers.2"),
      ])
  }

  @Test("a judgement's note has its words, its source and whose it is") func judgement() throws {
    let subject = try Case(
      CaseDocument(
        parsing: """
          entente: 1
          sources: {memo: {title: Memorandum}}
          actors:
            north:
              name: North
              options: {shell: Shell}
              prefers:
                - that: not shell
                  because: {source: memo, at: 3.2, quote: never again, basis: said, by: A. Nobody, date: 2026-01-02, note: firm}
            south: {name: South, options: {talk: Talk}, prefers: [talk, not north.shell]}
          status_quo: []
          outcomes: {peace: {name: Peace, when: not north.shell}}
          """))
    let document = SolveReport(case: subject, solution: subject.conflict.solve()).document()
    func words(_ reference: Reference) -> [String]? {
      document.notes.first { $0.reference == reference }.map { [$0.title.text] + $0.sentences.map(\.text) }
    }
    #expect(
      words(.judgement("north.prefers.1")) == [
        "North, statement 1", "“not shell”.", "Source: memo 3.2, said.", "memo 3.2 has “never again”.",
        "It was judged by A. Nobody (2026-01-02).", "Note: firm.", "It stands in case.yaml, line 8.",
      ])
    #expect(
      words(.state(0)) == [
        "State 1 (NN)", "Nothing is taken.", "It belongs to the outcome “Peace”.", "It is the status quo.",
      ])
    #expect(
      words(.actor("south")) == ["South", "Its options: “Talk”.", "What matters most to it: “talk”."])
    #expect(words(.outcome("peace")) == ["Peace", "It is every state in which “not north.shell” holds."])
    #expect(words(.option("north.shell")) == ["Shell", "An option of North."])
    #expect(words(.concept("nash"))?.first == "nash")
    #expect(words(.judgement("south.prefers.3")) == nil)
  }

  @Test("each case's words in a comparison and in a merge lead to its own judgement")
  func both() throws {
    func document(_ wishes: String, _ file: String) throws -> CaseDocument {
      try CaseDocument(
        parsing: """
          entente: 1
          actors:
            a: {options: {x: X, y: Y}, prefers: [\(wishes)]}
            b: {options: {z: Z}, prefers: [z]}
          expect:
            - {nash: []}
            - {feasible: 8}
          """, file: file)
    }
    let (first, second) = (
      try document("x, not y", "first.yaml"), try document("not x if b.z, y", "second.yaml")
    )
    let subjects = [try Case(first), try Case(second)]
    let readings = subjects.map {
      Reading(name: $0.document.file, subject: $0, solution: $0.conflict.solve())
    }
    let comparison = CaseComparison(readings[0], readings[1], under: .seq) { $0.solve() }
    let compared = CompareReport(readings: readings, comparisons: [comparison]).document()
    check(compared, "compare")
    var other = second
    other.expectations = []
    let merge = Merge(first, other, base: nil)
    let merged = MergeReport(
      merge, of: subjects[0], and: try Case(other), first: "first.yaml", second: "second.yaml"
    ).document()
    check(merged, "merge")
    for document in [compared, merged] {
      var numbers: Set<Int> = [], ids: Set<String> = []
      for case .otherJudgement(let id, let number) in document.references {
        numbers.insert(number)
        ids.insert(id)
      }
      #expect(numbers == [2] && ids.isSuperset(of: ["a.prefers.1"]), "\(ids)")
    }
    // Each known answer leads to itself, not to the first.
    let expected = merged.references.compactMap { if case .judgement(let id) = $0 { id } else { nil } }
    #expect(Set(expected).isSuperset(of: ["expect.1", "expect.2"]), "\(expected)")
  }
}

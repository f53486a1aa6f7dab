import Entente
import Testing

@Suite("Asking") struct AskingTests {
  static let document: CaseDocument? = try? CaseDocument(
    parsing: """
      entente: 1
      actors:
        row: {options: {confess: Confess}, prefers: [not column.confess, confess]}
        column: {options: {confess: Confess}, prefers: [not row.confess, confess]}
      status_quo: []
      """, file: "duel.yaml")

  @Test func everyAnswerIsDataOfItsFormat() throws {
    let arguments: [String: KeyValuePairs<String, String>] = [
      "explain": ["state": "1", "actor": "row", "concept": "nash"], "require": ["state": "status-quo"],
      "sensitivity": ["claim": "status-quo lasts under seq"], "observe": [:],
    ]
    let document = try #require(Self.document)
    var asked = 0
    for table in QuestionTable.all {
      let subject = Subject(
        (0..<table.about.least).map { Subject.Written(name: "\($0).yaml", document: document) })
      guard let answer = try answered(subject, table.word, arguments[table.word] ?? [:]) else { continue }
      asked += 1
      #expect(answer.question == table.word)
      #expect(answer.data["format"]?.string == table.format)
      #expect(try JSONValue(parsing: answer.text(as: .json)) == answer.data)
      #expect(answer.text(as: .html).contains("</html>"))
      for form in answer.forms { #expect(!answer.text(as: form).isEmpty, "\(table.word) as \(form)") }
    }
    #expect(asked > 8)
  }

  /// The answer, or nil where the question is of something that the small case does not have.
  private func answered(
    _ subject: Subject, _ word: String, _ arguments: KeyValuePairs<String, String>
  ) throws -> Answer? {
    let result = Result { () throws(Failure) in try subject.ask(word, arguments) }
    if case .failure(.wrong(let error)) = result {
      #expect(error.diagnostics.allSatisfy { $0.code == .unknownArgument }, "\(word): \(error)")
      return nil
    }
    return try result.get()
  }

  @Test func aSubjectThatTheTableDoesNotAllowIsRefused() throws {
    let written = Subject.Written(name: "duel.yaml", document: try #require(Self.document))
    for table in QuestionTable.all {
      let counts = [table.about.least - 1] + (table.about.most.map { [$0 + 1] } ?? [])
      for count in counts {
        let subject = Subject(Array(repeating: written, count: count))
        #expect(throws: Failure.self, "\(table.word) of \(count)") { try subject.ask(table.word) }
      }
      if table.about.isChangeable { continue }
      let cases = Array(repeating: written, count: table.about.least)
      #expect(throws: Failure.self) { try Subject(cases, given: ["trial": true]).ask(table.word) }
    }
  }

  @Test func aFormThatAnAnswerDoesNotHaveIsEmpty() throws {
    let answer = try #require(Self.document).ask("sensitivity", ["claim": "status-quo lasts under seq"])
    #expect(!answer.forms.contains(.dot))
    #expect(answer.text(as: .dot).isEmpty)
  }

  @Test func anAnswerInPiecesEndsWhenNoMoreIsWanted() throws {
    let answer = try #require(Self.document).ask("solve")
    var pieces = 0
    answer.write(as: .csv) { _ in
      pieces += 1
      return false
    }
    #expect(pieces == 1)
  }

  @Test func whatCannotBeAskedIsSaid() throws {
    let document = try #require(Self.document)
    let unknown = try #require(throws: Failure.self) { try document.ask("sensitivty") }
    #expect(unknown.description.contains("did you mean 'sensitivity'?"))
    let parameter = try #require(throws: Failure.self) { try document.ask("solve", ["conept": "seq"]) }
    #expect(parameter.description.contains("'solve' has no parameter 'conept'"))
  }

  @Test func whatIsGivenChangesTheAnswer() throws {
    let document = try CaseDocument(
      parsing: """
        entente: 1
        events:
          trial: {holds: no}
        actors:
          row: {options: {confess: Confess}, prefers: [confess if trial, not confess if not trial]}
        """)
    var subject = Subject(document)
    let before = try subject.ask("solve").data
    subject.given = ["trial": true]
    let after = try subject.ask("solve").data
    #expect(before["equilibria"]?[0]?["pattern"] == "N")
    #expect(after["equilibria"]?[0]?["pattern"] == "Y")
  }

  @Test func aLimitLeavesTheAnswerIncomplete() throws {
    let work = Work(control: Control(shouldStop: { .interrupted }))
    let document = try #require(Self.document)
    let result = Result { () throws(Failure) in try document.ask("solve", work: work) }
    switch result {
    case .success(let answer):
      #expect(answer.limit == .interrupted)
      #expect(answer.status == .undetermined)
    case .failure(.limit(let limit, _)): #expect(limit == .interrupted)
    case .failure(let failure): Issue.record("\(failure)")
    }
  }

  @Test func filesAreCheckedWhateverIsWrongWithThem() throws {
    let texts = ["good.yaml": try #require(Self.document).printed(), "bad.yaml": "entente: 1\nactrs: {}\n"]
    let files = FileSource { path in
      texts[path].map { .success(Array($0.utf8)) } ?? .failure(.init("there is no '\(path)'"))
    }
    let good = try Subject(checking: ["good.yaml"], in: files).ask("check")
    #expect(good.status == .done)
    let both = try Subject(checking: ["good.yaml", "bad.yaml", "missing.yaml"], in: files).ask("check")
    #expect(both.status == .wrong)
    #expect(both.data["files"]?.elements.count == 3)
    #expect(throws: SyntaxError.self) { try Subject(reading: ["bad.yaml"], in: files) }
  }

  @Test func aMergeTakesItsBaseFromTheFiles() throws {
    let text = try #require(Self.document).printed()
    let changed = text.replacing("confess: Confess", with: "confess: Speak")
    let texts = ["base.yaml": text, "first.yaml": changed, "second.yaml": text]
    let files = FileSource { path in
      texts[path].map { .success(Array($0.utf8)) } ?? .failure(.init("there is no '\(path)'"))
    }
    let subject = try Subject(reading: ["first.yaml", "second.yaml"], in: files)
    #expect(try subject.ask("merge", ["base": "base.yaml"]).status == .done)
    #expect(throws: Failure.self) { try subject.ask("merge", ["base": "none.yaml"]) }
  }

  @Test(arguments: [
    ("[1, -2.5, 1e3, true, null]", [1 as JSONValue, .number(-2.5), .number(1000), true, nil] as JSONValue),
    (#"{"a": {"b": ["x"]}}"#, ["a": ["b": ["x"]] as JSONValue] as JSONValue),
    ("9223372036854775807", .integer(Int64.max)), ("9223372036854775808", .number(0x1p63)),
  ]) func jsonIsRead(text: String, value: JSONValue) throws {
    #expect(try JSONValue(parsing: text) == value)
  }

  @Test func wrongJSONIsRefused() throws {
    let error = try #require(throws: SyntaxError.self) { try JSONValue(parsing: "{\"a\": }") }
    #expect(error.diagnostics.first?.code == .jsonSyntax)
  }

  @Test(arguments: CaseForm.allCases) func aCaseIsWrittenInEveryForm(form: CaseForm) throws {
    let written = try Case(#require(Self.document)).written(as: form)
    #expect(!written.text.isEmpty)
    if form == .yaml { #expect(try CaseDocument(parsing: written.text, file: "duel.yaml") == Self.document) }
    if form == .gmcr {
      let read = try CaseDocument.converted(fromGMCR: Array(written.text.utf8))
      #expect(try Case(read.document).conflict.solve().equilibria(.nash).map { $0 } == [3])
    }
  }
}

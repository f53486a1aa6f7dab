import CaseFile
import Foundation
import Notation
import Testing

/// A text of our own with what makes sentences hard to tell apart.
private let memo = """
  The talks of 3 May broke off at 4 p.m. on the first day. Mr. A. B. Ivanov, for the U.S. \
  delegation, called this "a pause." The others did not agree!
  “Who broke them off?” he asked. (Nobody answered.) 'We wait…' was all … The rest is silence…

  See No. 5 of the protocol, cf. Annex C, i.e. the map. Did they sign? No. They left.
  He said: "Never!" and went. Is that so?! Yes. 1999 was worse... Then it was 2000.

  Переговоры шли в 2022 г. Москва молчала. «Нет.» А. С. Иванов ушёл… Επόμενη πρόταση. \
  Ἀρχὴ ἥμισυ παντός; Όχι.
  협상은 끝났다. 아무도 말하지 않았다. „Schluss.“ Danach kam nichts.
  """

@Suite("Places and fingerprints of a source")
struct SourceIndexTests {
  let index = SourceIndex(text: memo)

  @Test("a text falls into the sentences that a reader sees")
  func sentences() {
    #expect(
      index.entries.map { "\($0.place) \($0.text)" } == [
        "1.1 The talks of 3 May broke off at 4 p.m. on the first day.",
        "1.2 Mr. A. B. Ivanov, for the U.S. delegation, called this \"a pause.\"",
        "1.3 The others did not agree!",
        "1.4 “Who broke them off?” he asked.",
        "1.5 (Nobody answered.)",
        "1.6 'We wait…' was all …",
        "1.7 The rest is silence…",
        "2.1 See No. 5 of the protocol, cf. Annex C, i.e. the map.",
        "2.2 Did they sign?",
        "2.3 No.",
        "2.4 They left.",
        "2.5 He said: \"Never!\" and went.",
        "2.6 Is that so?!",
        "2.7 Yes.",
        "2.8 1999 was worse...",
        "2.9 Then it was 2000.",
        "3.1 Переговоры шли в 2022 г. Москва молчала.",
        "3.2 «Нет.»",
        "3.3 А. С. Иванов ушёл…",
        "3.4 Επόμενη πρόταση.",
        "3.5 Ἀρχὴ ἥμισυ παντός; Όχι.",
        "3.6 협상은 끝났다.",
        "3.7 아무도 말하지 않았다.",
        "3.8 „Schluss.“",
        "3.9 Danach kam nichts.",
      ])
  }

  @Test("in a text without blank lines each line is a paragraph")
  func lines() {
    let index = SourceIndex(text: "\n  \nOne. Two.\r\nThree.\u{2028}Four\n\n")
    #expect(
      index.entries.map { "\($0.place) \($0.text)" } == ["1.1 One.", "1.2 Two.", "2.1 Three.", "3.1 Four"])
    #expect(index.paragraphCount == 3)
  }

  @Test("a blank line may hold blanks, and several are as good as one")
  func blankLines() {
    let index = SourceIndex(text: "\u{FEFF}One\ntwo.\n \t\u{A0}\n\n\nThree.")
    #expect(index.entries.map { "\($0.place) \($0.text)" } == ["1.1 One two.", "2.1 Three."])
  }

  @Test("nothing has no places", arguments: ["", "\n\n", "  \t\n "])
  func nothing(text: String) {
    let index = SourceIndex(text: text)
    #expect(index.entries.isEmpty && index.paragraphCount == 0)
    #expect(index.text(at: SentencePlace(paragraph: 1, sentence: nil)) == nil)
  }

  @Test("a fingerprint is the start of the SHA-256 of the folded sentence")
  func fingerprint() {
    // printf 'Yes. And no.' | sha256sum
    #expect(SourceIndex.fingerprint(of: "Yes. And no.") == "340a249f08b7")
    #expect(SourceIndex.fingerprint(of: "  Yes.\n\u{A0} And\tno. ") == "340a249f08b7")
    #expect(SourceIndex.fingerprint(of: "") == "e3b0c44298fc")
    let first = SentencePlace(paragraph: 2, sentence: 7)
    #expect(index.fingerprint(at: first) == SourceIndex.fingerprint(of: "Yes."))
    #expect(index.places(withFingerprint: SourceIndex.fingerprint(of: "Yes.").uppercased()) == [first])
  }

  @Test("a paragraph is a place too")
  func paragraph() {
    let place = SentencePlace(paragraph: 1, sentence: nil)
    #expect(index.text(at: place)?.hasPrefix("The talks of 3 May") == true)
    #expect(index.fingerprint(at: place).map { index.places(withFingerprint: $0) } == [place])
  }

  @Test(
    "words are found wherever the line breaks",
    arguments: [
      ("did not agree! “Who", "1"), ("the U.S. \n delegation", "1.2"), ("ушёл", "3.3"), ("nowhere", ""),
    ])
  func quotes(quote: String, expected: String) {
    #expect(index.places(holding: quote).map(\.description).joined(separator: " ") == expected)
  }

  @Test("places that are not there", arguments: ["4", "4.1", "1.8", "2.10"])
  func missing(place: String) throws {
    #expect(index.text(at: try #require(SentencePlace(place))) == nil)
  }

  @Test(
    "what is not written as a place is none",
    arguments: [
      "", "0", "0.1", "1.0", "1.", ".1", "1.2.3", "a", "-1", "1.2 ", "+1", "99999999999999999999", "١",
    ])
  func malformed(text: String) {
    #expect(SentencePlace(text) == nil)
  }
}

@Suite("Evidence in its short form")
struct ShortEvidenceTests {
  private func parse(_ text: String) -> String {
    do {
      let evidence = try Evidence.parse(short: text, sources: ["memo", "note-2"], at: .none)
      return [
        evidence.source ?? "-", evidence.at?.description ?? "-", evidence.fingerprint ?? "-",
        evidence.note ?? "-",
      ].joined(separator: " | ")
    } catch {
      return "\(error.diagnostics[0].code.rawValue): \(error.diagnostics[0].message)"
        + (error.diagnostics[0].hint.map { "; \($0)" } ?? "")
    }
  }

  @Test(
    "citations and notes",
    arguments: [
      ("memo", "memo | - | - | -"),
      ("memo 3.2", "memo | 3.2 | - | -"),
      ("  memo   3  ", "memo | 3 | - | -"),
      ("memo 3.2 #F00BA4f00ba4", "memo | 3.2 | f00ba4f00ba4 | -"),
      ("memo 3.2 #f00ba4f00ba4: a note: long", "memo | 3.2 | f00ba4f00ba4 | a note: long"),
      ("note-2 #f00ba4f00ba4", "note-2 | - | f00ba4f00ba4 | -"),
      ("memo 3.2: why", "memo | 3.2 | - | why"),
      ("memo: why", "memo | - | - | why"),
      ("memo 3.2:", "memo | 3.2 | - | -"),
      ("memo says so", "- | - | - | memo says so"),
      ("memo 3.2 says so", "- | - | - | memo 3.2 says so"),
      ("Section 3.2", "- | - | - | Section 3.2"),
      ("everybody knows: it is so", "- | - | - | everybody knows: it is so"),
      ("2019 was the year", "- | - | - | 2019 was the year"),
      ("", "- | - | - | "),
    ])
  func forms(text: String, expected: String) {
    #expect(parse(text) == expected)
  }

  @Test(
    "a citation that is not right is not taken for a note",
    arguments: [
      (
        "memo 3.x",
        "wrong-value: '3.x' is no place in a source; a place is paragraph and sentence, as in 3.2, or a paragraph alone; a section is written {source: memo, at: § 3.x}"
      ),
      (
        "memo 3.2 #abc: n",
        "wrong-value: a fingerprint is '#' and twelve hex digits; 'entente cite' lists the fingerprints of a text"
      ),
      ("meno 3.2: so he said", "unknown-source: no source is called 'meno'; did you mean 'memo'?"),
      ("letter 3.2 #f00ba4f00ba4", "unknown-source: no source is called 'letter'"),
    ])
  func faults(text: String, expected: String) {
    #expect(parse(text) == expected)
  }
}

@Suite("Places in print")
struct PrintedPlaceTests {
  @Test(
    "pages, tables, figures, sections and the like",
    arguments: [
      "p. 14", "p.14", "P. 14", "page 3", "pp. 14-16", "pp. 14–16", "pages 14 - 16", "table 2", "Table A1",
      "tab. 3",
      "fig. 3", "Figure 3a", "§ 4.3", "§4.3", "§§ 4-6", "section 4.3", "sec. 4.3.1", "chapter iv", "ch. 7",
      "appendix B",
      "app. B.2", "art. 5", "p. 14f",
    ])
  func places(text: String) {
    #expect(PrintedPlace(text)?.text == text)
    #expect(PrintedPlace("  " + text + " ")?.text == text)
  }

  @Test(
    "anything else is none",
    arguments: [
      "3.2", "p", "p.", "page", "on page 14", "p. 14 above", "pp. 14-", "table of contents", "sentence 3",
      "figures", "§",
      "p14", "section four", "fig. 3.", "p. 14, 16", "chapter of", "",
    ])
  func others(text: String) {
    #expect(PrintedPlace(text) == nil)
  }

  static func text(_ because: String) -> String {
    """
    entente: 1
    sources: {memo: {title: A memo}, draft: {title: A draft}}
    actors: {a: {options: {x: X}, prefers: [{that: x, because: \(because)}]}}
    """
  }

  @Test("the place is kept as it is written, and printed again")
  func kept() throws {
    let document = try document(Self.text("{source: memo, at: pp. 14-16, basis: inferred}"))
    guard case .statements(let statements) = document.actors[0].preference else { return }
    #expect(statements[0].because[0].writtenPlace == "pp. 14-16")
    #expect(statements[0].because[0].at == nil)
    #expect(document.printed().contains("at: pp. 14-16"))
  }

  @Test("a place that is none says what places there are")
  func wrong() {
    let found = problems(Self.text("{source: memo, at: on the last page}"))
    #expect(found.map(\.code) == [.wrongValue])
    #expect(found[0].hint == "or a place in print, such as p. 14, pp. 14-16, table 2, fig. 3 or § 4.3")
  }

  @Test("it is not verified, and words quoted beside it are")
  func verified() {
    var memo = SourceText(id: "memo")
    memo.file = "memo.txt"
    let listed = [memo]
    func outcome(_ evidence: Evidence) -> EvidenceCheck.Outcome {
      EvidenceCheck.run(
        [evidence], sources: listed, in: "", files: source(["memo.txt": "One. Two."]))[0].outcome
    }
    let page = PrintedPlace("p. 14")
    #expect(outcome(Evidence(source: "memo", inPrint: page)) == .notChecked(.inPrint))
    #expect(outcome(Evidence(source: "memo", inPrint: page, quote: "Two.")) == .verified([.quote]))
  }

  @Test(
    "a note that begins with a source's id is unclear, and the form that works is said",
    arguments: [
      ("memo 3.6 inferred", "to cite it, write {source: memo, at: 3.6, basis: inferred}"),
      ("memo p. 3", "to cite it, write {source: memo, at: p. 3}"),
      ("memo § 4.3, assumed", "to cite it, write {source: memo, at: § 4.3, basis: assumed}"),
      (
        "memo pp. 14 - 16 reported, so he said",
        "to cite it, write {source: memo, at: pp. 14 - 16, basis: reported, note: …}"
      ),
      ("memo inferred", "to cite it, write {source: memo, basis: inferred}"),
      ("draft 4.3 says so", "to cite it, write 'draft 4.3: says so'"),
      ("memo says so", "to cite it, write 'memo: says so'"),
      (
        "{note: memo 3.6 inferred, basis: inferred}",
        "to cite it, write {source: memo, at: 3.6, basis: inferred}"
      ),
    ])
  func unclear(text: String, hint: String) throws {
    let quoted = text.hasPrefix("{") ? text : "\"\(text)\""
    let warnings = try makeCase(Self.text(quoted)).warnings().filter { $0.code == .unclearCitation }
    #expect(warnings.map(\.hint) == [hint])
    #expect(warnings.map(\.severity) == [.warning])
  }

  @Test(
    "citations and other notes are clear",
    arguments: [
      "memo", "memo 3.6", "memo 3.6: inferred", "memo: inferred", "memos are not read",
      "as the memo 3.6 says", "Memo p. 3",
      "assumed",
    ])
  func clear(text: String) throws {
    #expect(!(try makeCase(Self.text("\"\(text)\"")).warnings().contains { $0.code == .unclearCitation }))
  }
}

@Suite("Evidence against its source")
struct EvidenceCheckTests {
  private func outcome(
    _ evidence: Evidence, given: [String: String] = [:], files: [String: String]? = nil
  ) -> String {
    var listed = SourceText(id: "memo")
    listed.file = "texts/memo.txt"
    let sources = [listed, SourceText(id: "talk")]
    let results = EvidenceCheck.run(
      [evidence], sources: sources, in: "cases", given: given,
      files: source(files ?? ["cases/texts/memo.txt": memo, "other.txt": "Only this."]))
    switch results[0].outcome {
    case .verified(let proofs): return "verified: " + proofs.map(\.rawValue).joined(separator: ", ")
    case .notChecked(let reason): return "not checked: \(reason.description)"
    case .failed(let diagnostic):
      return "\(diagnostic.code.rawValue): \(diagnostic.message)" + (diagnostic.hint.map { "; \($0)" } ?? "")
    }
  }

  private func cite(
    _ at: String?, _ sentence: String? = nil, quote: String? = nil, source: String = "memo"
  ) -> Evidence {
    Evidence(
      source: source, at: at.flatMap { SentencePlace($0) }, quote: quote,
      fingerprint: sentence.map { SourceIndex.fingerprint(of: $0) })
  }

  @Test("what the source holds is verified")
  func verified() {
    #expect(outcome(cite("2.2")) == "verified: place")
    #expect(outcome(cite("2.2", "Did they sign?")) == "verified: place, fingerprint")
    #expect(
      outcome(cite("2.2", "Did they sign?", quote: " they\nsign ")) == "verified: place, fingerprint, quote")
    #expect(outcome(cite(nil, "Did they sign?")) == "verified: fingerprint")
    #expect(outcome(cite(nil, quote: "they sign")) == "verified: quote")
    #expect(outcome(cite("3", quote: "Иванов ушёл… Επόμενη")) == "verified: place, quote")
  }

  @Test("what it does not hold is named, with where it is")
  func failed() {
    #expect(
      outcome(cite("9.1"))
        == "unknown-place: memo has no paragraph 9; its last is 3; if a section or a page is meant, say so: {source: memo, at: § 9.1}"
    )
    #expect(
      outcome(cite("1.9", "No."))
        == "unknown-place: memo has no sentence 1.9; the last of the paragraph is 1.7;"
        + " the fingerprint is that of 2.3")
    #expect(
      outcome(cite("2.3", "Did they sign?")) == "fingerprint-mismatch: memo 2.3 has the fingerprint"
        + " \(SourceIndex.fingerprint(of: "No.")), not \(SourceIndex.fingerprint(of: "Did they sign?"));"
        + " that is the fingerprint of 2.2")
    #expect(
      outcome(cite(nil, "Gone.")) == "fingerprint-mismatch: no sentence of memo has the fingerprint"
        + " \(SourceIndex.fingerprint(of: "Gone."))")
    #expect(
      outcome(cite("2.3", quote: "they sign"))
        == "quote-mismatch: memo 2.3 does not hold the words quoted; they stand in 2.2")
    #expect(
      outcome(cite("2.3", quote: "They sign"))
        == "quote-mismatch: memo 2.3 does not hold the words quoted; no sentence holds them")
    #expect(outcome(cite(nil, quote: "gone")) == "quote-mismatch: memo does not hold the words quoted")
  }

  @Test("what cannot be compared says why")
  func notChecked() {
    #expect(outcome(Evidence(note: "so")) == "not checked: a note cites nothing")
    #expect(outcome(cite(nil)) == "not checked: no place, fingerprint or quote is given")
    #expect(outcome(cite("1.1", source: "talk")) == "not checked: no file is named for 'talk'")
    #expect(outcome(cite("1.1", source: "tale")) == "not checked: no source is called 'tale'")
    #expect(
      outcome(cite("1.1"), files: [:])
        == "not checked: the text of 'memo' cannot be read at cases/texts/memo.txt: there is no such file")
  }

  @Test("a path given on the command line goes first, and has to be there")
  func given() {
    #expect(
      outcome(cite("1.1", "Only this."), given: ["memo": "other.txt"]) == "verified: place, fingerprint")
    #expect(outcome(cite("1.1", source: "talk"), given: ["talk": "other.txt"]) == "verified: place")
    #expect(
      outcome(cite("1.1"), given: ["memo": "gone.txt"])
        == "unreadable-file: the text of 'memo' cannot be read at gone.txt: there is no such file")
  }

  /// The sections of the page of error codes that show a text and what is said because of it.
  static let page: [[String]] = ErrorPageTests.text.components(separatedBy: "\n### `").compactMap { section in
    let parts = section.components(separatedBy: "With the text `")
    guard parts.count == 2, let line = parts[1].components(separatedBy: "because: ").dropFirst().first else {
      return nil
    }
    return [
      section.components(separatedBy: "`")[0], parts[1].components(separatedBy: "`")[0],
      line.components(separatedBy: "\n")[0],
    ]
  }

  @Test("the examples on the page of error codes fail as the page says")
  func examples() throws {
    #expect(Self.page.map { $0[0] } == ["unknown-place", "fingerprint-mismatch", "quote-mismatch"])
    for example in Self.page {
      let text = """
        entente: 1
        sources: {memo: {file: memo.txt}}
        actors: {a: {options: {x: X}, prefers: [{that: x, because: \(example[2])}]}}
        """
      let evidence = try makeCase(text).judgements.flatMap(\.evidence)
      let results = try document(text).check(evidence, files: source(["memo.txt": example[1]]))
      guard case .failed(let diagnostic) = results.first?.outcome else {
        Issue.record("\(example[0]) passes")
        continue
      }
      #expect(diagnostic.code.rawValue == example[0])
      #expect(diagnostic.place.line == 3)
    }
  }
}

import CaseFile
import Notation
import Testing

@Suite("Diagnostics as they are printed")
struct DiagnosticTests {
  private func place(
    _ line: Int, _ column: Int, _ length: Int, _ excerpt: String, file: String = "case.yaml",
    from start: Int = 1
  ) -> Place {
    Place(file: file, line: line, column: column, length: length, excerpt: excerpt, excerptColumn: start)
  }

  @Test("the message, the line, the caret and the hint")
  func plain() {
    let diagnostic = Diagnostic(
      .unknownName, "nothing is called 'withdrew'", at: place(3, 9, 8, "      - withdrew if us.lifts"),
      hint: "did you mean 'withdraw'?")
    #expect(
      diagnostic.rendered() == """
        case.yaml:3:9: error: nothing is called 'withdrew' [unknown-name]
          3 |       - withdrew if us.lifts
            |         ^~~~~~~~ did you mean 'withdraw'?
        """)
  }

  @Test("a long hint, a warning, a note in another file, a large line number")
  func notes() {
    let diagnostic = Diagnostic(
      .unusedName, "nothing uses 'x'", at: place(12345, 1, 1, "x: a"), severity: .warning,
      hint: "a hint that is so long that it would be hard to read behind the caret of the line",
      notes: [.init("it is meant here", at: place(7, 3, 40, "  y: b", file: "base.yaml"))])
    #expect(
      diagnostic.rendered() == """
        case.yaml:12345:1: warning: nothing uses 'x' [unused-name]
        12345 | x: a
              | ^
          help: a hint that is so long that it would be hard to read behind the caret of the line
        base.yaml:7:3: note: it is meant here
          7 |   y: b
            |   ^~~~
        """)
  }

  @Test("the caret stands under its text whatever stands before it")
  func width() {
    #expect(
      Diagnostic(.unknownName, "m", at: place(1, 4, 2, "日本\tab")).rendered().split(separator: "\n").suffix(2)
        == ["  1 | 日本\tab", "    |     \t^~"])
    #expect(
      Diagnostic(.unknownName, "m", at: place(1, 3, 2, "e\u{301}日本")).rendered().split(separator: "\n")
        .suffix(2)
        == ["  1 | e\u{301}日本", "    |  ^~~~"])
    #expect(
      Diagnostic(.unknownName, "m", at: place(1, 5, 9, "abc")).rendered().split(separator: "\n").suffix(2)
        == ["  1 | abc", "    |     ^"])
  }

  @Test("without a line there is no frame, without a place no place")
  func unknown() {
    #expect(
      Diagnostic(.emptyFile, "nothing here", at: place(1, 1, 1, ""), hint: "write").rendered()
        == "case.yaml:1:1: error: nothing here [empty-file]\n  help: write")
    #expect(Diagnostic(.unknownArgument, "no", at: .none).rendered() == "error: no [unknown-argument]")
    #expect(
      Diagnostic(.unreadableFile, "no", at: Place(file: "x", line: 0, column: 0)).rendered()
        == "x: error: no [unreadable-file]")
  }

  @Test("a file cannot write to the terminal")
  func controls() {
    let text = Diagnostic(
      .unknownName, "no '\u{1B}[2J\u{7}\u{202E}'\nx", at: place(1, 1, 1, "a\u{9B}b\u{2067}", file: "f\u{1B}")
    ).rendered()
    #expect(
      text == #"f\u001B:1:1: error: no '\u001B[2J\u0007\u202E' x [unknown-name]"# + "\n"
        + #"  1 | a\u009Bb\u2067"# + "\n    | ^")
    let aligned = Diagnostic(.unknownName, "no", at: place(1, 4, 1, "a\u{202E}\tbc")).rendered()
    #expect(aligned.hasSuffix("  1 | a\\u202E\tbc\n    |        \t^"), "\(aligned)")
    #expect(
      Diagnostic(.unreadableFile, "caf\u{10FEE9} is", at: .none).rendered()
        == #"error: caf\xE9 is [unreadable-file]"#)
  }

  @Test("colour adds marks and changes nothing else")
  func color() {
    let diagnostic = Diagnostic(
      .unknownName, "m", at: place(1, 1, 2, "ab"), hint: "h", notes: [.init("n", at: place(1, 2, 1, "ab"))])
    let coloured = diagnostic.rendered(color: true)
    #expect(coloured.contains("\u{1B}[1;31merror\u{1B}[0m"))
    var plain = ""
    var rest = Substring(coloured)
    while let escape = rest.firstIndex(of: "\u{1B}") {
      plain += rest[..<escape]
      rest = rest[escape...].drop { $0 != "m" }.dropFirst()
    }
    #expect(plain + rest == diagnostic.rendered())
  }

  @Test("problems come file by file, in the order of the text, and equal places as they were found")
  func order() {
    let list = [
      Diagnostic(.unknownName, "3", at: place(2, 5, 1, "", file: "b")),
      Diagnostic(.unknownName, "5", at: place(1, 1, 1, "", file: "a")),
      Diagnostic(.unknownName, "1", at: place(1, 9, 1, "", file: "b")),
      Diagnostic(.unknownName, "4", at: place(2, 5, 1, "", file: "b")),
      Diagnostic(.unknownName, "2", at: place(2, 4, 1, "", file: "b")),
    ]
    #expect(list.inTextOrder.map(\.message) == ["1", "2", "3", "4", "5"])
    #expect(SyntaxError(list).rendered().hasPrefix("b:1:9: error: 1 [unknown-name]\nb:2:4: error: 2"))
  }

  @Test("a long line is cut around the place")
  func longLine() throws {
    let words = String(repeating: "word ", count: 100)
    let text = "a: [\(words)]\nb: [\(words), 'x' y]"
    let error = try #require(throws: SyntaxError.self) {
      _ = try YAMLReader.read(text, file: "case.yaml")
    }
    let lines = error.rendered().split(separator: "\n")
    #expect(lines[0] == "case.yaml:2:511: error: text follows the closing quote [yaml-syntax]")
    #expect(lines[1].hasPrefix("  2 | …") && lines[1].hasSuffix(", 'x' y]") && lines[1].count < 220)
    let caret = try #require(lines[2].firstIndex(of: "^"))
    #expect(Array(lines[1])[lines[2].distance(from: lines[2].startIndex, to: caret)] == "y")
  }

  @Test(
    "the nearest name is suggested, and no far one",
    arguments: [
      ("withdrew", "withdraw"), ("SEOUL", "seoul"), ("moscwo", "moscow"), ("confes", "row.confess"),
      ("cnofess", "row.confess"), ("row.confss", "row.confess"), ("q", nil), ("zzzzzz", nil), ("x", nil),
      ("", nil), ("mosc", "moscow"), ("mo", nil), ("moscows", "moscow"),
    ] as [(String, String?)])
  func suggestions(word: String, expected: String?) {
    #expect(nearest(to: word, among: ["withdraw", "seoul", "moscow", "row.confess", "ab"]) == expected)
  }
}

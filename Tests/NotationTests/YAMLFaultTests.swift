import Foundation
import Notation
import Testing

/// What a broken text yields: a line for each problem.
private func complaints(_ text: String) -> [String] { complaints(bytes: Array(text.utf8)) }

private func complaints(bytes: [UInt8]) -> [String] {
  do {
    _ = try YAMLReader.read(bytes: bytes, file: "case.yaml")
    return ["nothing is wrong"]
  } catch {
    return error.diagnostics.map { problem in
      let place = problem.place
      let hint = problem.hint.map { "; \($0)" } ?? ""
      let notes = problem.notes.map { "; \($0.message) \($0.place.line):\($0.place.column)" }.joined()
      return
        "\(place.line):\(place.column)+\(place.length) \(problem.code.rawValue): \(problem.message)\(hint)\(notes)"
    }
  }
}

@Suite("YAML that is refused")
struct YAMLFaultTests {
  static let faulty: [(String, String)] = [
    ("a:\n\tb: c", "2:1+1 yaml-syntax: a tab cannot indent a line; use spaces"),
    ("-\ta", "1:2+1 yaml-syntax: a tab cannot follow a '-'; use spaces"),
    ("a: >\n\tb", "2:1+1 yaml-syntax: a tab cannot indent a line; use spaces"),
    ("a: 'it's'", "1:8+1 yaml-syntax: text follows the closing quote; inside the text a ' is written ''"),
    ("a: 'x' y", "1:8+1 yaml-syntax: text follows the closing quote; put the whole text in quotes"),
    ("a: [b] c", "1:8+1 yaml-syntax: text follows the closing bracket; put the whole text in quotes"),
    (
      "a: [\"b\" c]",
      "1:9+1 yaml-syntax: text follows the closing quote; a comma is missing, or quotes around it all"
    ),
    ("é: 'x\nb: c", "1:4+1 yaml-syntax: this quote is never closed; inside the text a ' is written ''"),
    ("a: \"x\\", "1:4+1 yaml-syntax: this quote is never closed; inside the text a \" is written \\\""),
    ("a: 'b\n---\nc'", "1:4+1 yaml-syntax: this quote is never closed; inside the text a ' is written ''"),
    (
      "a: \"\\q\"",
      "1:5+2 yaml-syntax: a backslash in double quotes starts an escape, and this is none;"
        + " in single quotes a backslash is a backslash"
    ),
    (
      "a: \"\\u12\"",
      "1:5+2 yaml-syntax: this is no escape: 4 hex digits of a character's code have to follow;"
        + " in single quotes a backslash is a backslash"
    ),
    (
      "a: \"\\uD800\"",
      "1:5+2 yaml-syntax: this is no escape: 4 hex digits of a character's code have to follow;"
        + " in single quotes a backslash is a backslash"
    ),
    ("a: {b: [c, d", "1:8+1 yaml-syntax: this '[' is never closed; a ']' is missing"),
    (
      "a: [b, c\nd: e",
      "1:4+1 yaml-syntax: this '[' is never closed; a ']' is missing; a key follows before it is closed 2:2"
    ),
    ("a: {b: c]", "1:9+1 yaml-syntax: ']' cannot close '{'; opened here 1:4"),
    (
      "a: b\n]",
      "2:1+1 yaml-syntax: no bracket is open that this ']' could close;"
        + " put the text in quotes if the bracket belongs to it"
    ),
    (
      "{a: b}}",
      "1:7+1 yaml-syntax: no bracket is open that this '}' could close;"
        + " put the text in quotes if the bracket belongs to it"
    ),
    (
      "a: b: c",
      "1:5+1 yaml-syntax: a second ': ' cannot stand in one line;"
        + " put the text in quotes if the colon belongs to it"
    ),
    (
      "a: {: b}",
      "1:5+1 yaml-syntax: there is no key before this ':'; put the text in quotes if the colon belongs to it"
    ),
    (
      "a: b\n  c: d",
      "2:4+1 yaml-syntax: this line goes on with the text above, where a ':' cannot stand;"
        + " check how far the line is indented; the text starts here 1:4"
    ),
    (
      "title:Two\na: b",
      "1:1+9 yaml-syntax: this line is neither 'key: value' nor a list entry; a space is missing after the ':'"
    ),
    (
      "a: 1\njust words\nb: 2",
      "2:1+4 yaml-syntax: this line is neither 'key: value' nor a list entry;"
        + " a ':' with a space after it is missing, or the line is indented too little"
    ),
    (
      "a: - b",
      "1:4+1 yaml-syntax: a list cannot start here, after other text in the same line;"
        + " start it on a line of its own, or put the text in quotes"
    ),
    (
      "a: [\n- b]",
      "2:1+1 yaml-syntax: '- ' cannot start an entry inside brackets;"
        + " entries inside brackets are separated by commas"
    ),
    (
      "a:\n  b: 1\n c: 2",
      "3:2+2 yaml-syntax: this line does not belong to the mapping around it;"
        + " entries of one mapping start in the same column; the mapping starts here 1:1"
    ),
    (
      "- a\nb: c",
      "2:1+2 yaml-syntax: this line does not belong to the list around it;"
        + " entries of one list start with '-' in the same column; the list starts here 1:1"
    ),
    ("a: [x, , y]", "1:8+1 yaml-syntax: a value is due here"),
    ("a: @b", "1:4+1 yaml-syntax: a text cannot start with '@'; put the text in quotes"),
    ("a: %b", "1:4+1 yaml-syntax: a text cannot start with '%'; put the text in quotes"),
    ("a: ,b", "1:4+1 yaml-syntax: a text cannot start with ','; put the text in quotes"),
    ("a: [>b]", "1:5+1 yaml-syntax: a text cannot start with '>'; put the text in quotes"),
    (
      "a: |x\n  b",
      "1:5+1 yaml-syntax: a text cannot stand in the line of '|';"
        + " start it on the next line, further in, or put it in quotes"
    ),
    ("a: \u{1B}[31m", "1:4+1 yaml-syntax: the control character U+001B cannot stand in a text; delete it"),
    ("a: x\u{FFFF}", "1:5+1 yaml-syntax: the character U+FFFF cannot stand in a text; delete it"),
    ("é: \u{FFFE}", "1:4+1 yaml-syntax: the character U+FFFE cannot stand in a text; delete it"),
    ("a: b\u{7F}", "1:5+1 yaml-syntax: the control character U+007F cannot stand in a text; delete it"),
    ("a: b\u{9B}", "1:5+1 yaml-syntax: the control character U+009B cannot stand in a text; delete it"),
    (#"a: "b\uffff""#, "1:6+6 yaml-syntax: the character U+FFFF cannot stand in a text; delete it"),
    (
      #"a: ["x", "b\U0000FFFE"]"#,
      "1:12+10 yaml-syntax: the character U+FFFE cannot stand in a text; delete it"
    ),
    (#"a: "\x1b""#, "1:5+4 yaml-syntax: the control character U+001B cannot stand in a text; delete it"),
    (#"a: "\e[31m""#, "1:5+2 yaml-syntax: the control character U+001B cannot stand in a text; delete it"),
    (#"a: "x\0""#, "1:6+2 yaml-syntax: the control character U+0000 cannot stand in a text; delete it"),
    (#""\a": x"#, "1:2+2 yaml-syntax: the control character U+0007 cannot stand in a text; delete it"),
    (#"a: "\u009f""#, "1:5+6 yaml-syntax: the control character U+009F cannot stand in a text; delete it"),
    (
      "a: 'b' #c\nd: [e]#f",
      "2:7+1 yaml-syntax: a '#' starts a comment only behind a space;"
        + " put a space before it, or the whole text in quotes"
    ),
    (
      "a: >#b\n  c",
      "1:5+1 yaml-syntax: a '#' starts a comment only behind a space;"
        + " put a space before it, or the whole text in quotes"
    ),
    (
      "a:\n  b: [c,\n  d,\n e]",
      "3:3+1 yaml-syntax: a line inside brackets is indented too little;"
        + " indent it further, or close the bracket before it"
    ),
    (
      "- a: {b: c\n  d, e: f}",
      "2:3+1 yaml-syntax: a line inside brackets is indented too little;"
        + " indent it further, or close the bracket before it"
    ),
    (
      "é: \"b\n\n\nc\"",
      "4:1+1 yaml-syntax: a line inside quotes is indented too little;"
        + " indent it further, or close the quote before it"
    ),
    (
      "- \"b\\\nc\"",
      "2:1+1 yaml-syntax: a line inside quotes is indented too little;"
        + " indent it further, or close the quote before it"
    ),
    ("a: 'b\n\tc'", "2:1+1 yaml-syntax: a tab cannot indent a line inside quotes; use spaces"),
    ("- [\n\tb]", "2:1+1 yaml-syntax: a tab cannot indent a line inside brackets; use spaces"),
    ("[a, -]", "1:5+1 yaml-syntax: a '-' alone is no text inside brackets; put it in quotes"),
    ("{a: -}", "1:5+1 yaml-syntax: a '-' alone is no text inside brackets; put it in quotes"),
    ("{a\n  : b}", "2:3+1 yaml-syntax: a ':' cannot start a line; it stands in the line of its key"),
    (
      "a: |\n    \n\n  b",
      "4:3+1 yaml-syntax: an empty line above is indented further than this text;"
        + " delete the spaces in the empty lines before it"
    ),
    ("a\n\u{7}b", "2:1+1 yaml-syntax: the control character U+0007 cannot stand in a text; delete it"),
  ]

  @Test("a fault is one problem, located and in plain words", arguments: faulty)
  func faults(text: String, expected: String) {
    #expect(complaints(text) == [expected])
  }

  static let inQuotes = "put the text in quotes if this is part of it"

  static let refused: [(String, [String])] = [
    ("a: &x 1", ["1:4+2 yaml-feature: anchors ('&') cannot be used here; \(inQuotes)"]),
    ("é: *x", ["1:4+2 yaml-feature: aliases ('*') cannot be used here; \(inQuotes)"]),
    ("&x a: b", ["1:1+2 yaml-feature: anchors ('&') cannot be used here; \(inQuotes)"]),
    ("*x : b", ["1:1+2 yaml-feature: aliases ('*') cannot be used here; \(inQuotes)"]),
    (
      "a: [b, *x, {c: !d e}]",
      [
        "1:8+2 yaml-feature: aliases ('*') cannot be used here; \(inQuotes)",
        "1:16+2 yaml-feature: tags ('!') cannot be used here; \(inQuotes)",
      ]
    ),
    ("a:\n- !!str b", ["2:3+5 yaml-feature: tags ('!') cannot be used here; \(inQuotes)"]),
    (
      "a: b\n--- !x\nc",
      [
        "2:1+3 several-documents: a second document starts here; a file holds one; put it in a file of its own"
      ]
    ),
    (
      "x: {y: 1, <<: z}",
      [
        "1:11+2 yaml-feature: merge keys cannot be used here;"
          + " write the keys out"
      ]
    ),
    (
      "<<: z",
      [
        "1:1+2 yaml-feature: merge keys cannot be used here;"
          + " write the keys out"
      ]
    ),
    (
      "? a\n: b",
      [
        "1:1+1 yaml-feature: '?' starts a complex key, which cannot be used here;"
          + " put the text in quotes if it starts with a question mark"
      ]
    ),
    ("[a]: b", ["1:1+1 yaml-feature: a list or mapping cannot be a key; keys are single words"]),
    (
      "%YAML 1.2\n---\na: b",
      [
        "1:1+1 yaml-feature: directives ('%') cannot be used here; leave the line out"
      ]
    ),
    (
      "a: b\n---\nc: d",
      [
        "2:1+3 several-documents: a second document starts here; a file holds one; put it in a file of its own"
      ]
    ),
    (
      "a: b\n...\nc: d",
      [
        "3:1+3 several-documents: a second document starts here; a file holds one; put it in a file of its own"
      ]
    ),
  ]

  @Test("what the case language leaves out is refused where it stands", arguments: refused)
  func features(text: String, expected: [String]) {
    #expect(complaints(text) == expected)
  }

  @Test("duplicate keys are all found, with both places, however they are written")
  func duplicates() throws {
    let text = "a: 1\nb: {c: 1, 'c': 2, \"\\x63\": 3}\na: 4\nd:\n- e: 1\n  f: 2\n  e: 3\n- e: 4\n"
    #expect(
      complaints(text) == [
        "2:11+3 duplicate-key: the key 'c' stands here a second time; it stands here first 2:5",
        "2:19+6 duplicate-key: the key 'c' stands here a second time; it stands here first 2:5",
        "3:1+1 duplicate-key: the key 'a' stands here a second time; it stands here first 1:1",
        "7:3+1 duplicate-key: the key 'e' stands here a second time; it stands here first 5:3",
      ])
    #expect(
      complaints("a:\n- b: c\n- d\na: e")
        == ["4:1+1 duplicate-key: the key 'a' stands here a second time; it stands here first 1:1"])
    var duplicates: [Diagnostic] = []
    let node = try YAMLReader.read(bytes: Array(text.utf8), file: "case.yaml", duplicates: &duplicates)
    #expect(duplicates.count == 4)
    #expect(node.entries?.map(\.key) == ["a", "b", "d"])
    #expect(node.entries?[1].value.entries?.compactMap(\.value.text) == ["1"])
    let last = node.entries?[2].value.items?[1].entries?[0].value.place
    #expect(last?.line == 8 && last?.column == 6)
  }

  @Test("a key that stands a thousand times is still one mistake to read about")
  func manyDuplicates() {
    let found = complaints(String(repeating: "a: 1\n", count: 5000))
    #expect(found.count == 10)
    #expect(found[0].hasPrefix("2:1+1 duplicate-key"))
  }

  @Test(
    "a file with nothing in it is empty",
    arguments: ["", "\n\n", "# nothing\n  # but this", "---\n", "\u{FEFF}", "   ", "---\n...\n"])
  func empty(text: String) {
    #expect(
      complaints(text) == [
        "1:1+1 empty-file: there is nothing in this file"
      ])
  }

  @Test("whoever reads says what to try instead")
  func hints() {
    let hints = YAMLReader.Hints(emptyFile: "write a letter", mergeKey: "copy the keys")
    func hint(_ text: String) -> String? {
      var duplicates: [Diagnostic] = []
      let error = #expect(throws: SyntaxError.self) {
        _ = try YAMLReader.read(
          bytes: Array(text.utf8), file: "letter.yaml", hints: hints, duplicates: &duplicates)
      }
      return error?.diagnostics.first?.hint
    }
    #expect(hint("# nothing") == "write a letter")
    #expect(hint("a: {<<: b}") == "copy the keys")
  }

  @Test("the line is shown in which a byte is not UTF-8, and counted as its text counts lines")
  func faultyLine() {
    for mark in [[], [0xEF, 0xBB, 0xBF]] as [[UInt8]] {
      let bytes = mark + Array("{\"a\":\r\n \"é".utf8) + [0xFF] + Array("b\"}\n".utf8)
      for read in [
        { _ = try YAMLReader.read(bytes: $0, file: "t") }, { _ = try JSONReader.read($0, file: "t") },
      ] as [([UInt8]) throws -> Void] {
        let place = #expect(throws: SyntaxError.self) { try read(bytes) }?.diagnostics[0].place
        #expect(place.map { [$0.line, $0.column, $0.excerptColumn] } == [2, 4, 1])
        #expect(place?.excerpt == " \"é\u{FFFD}b\"}")
      }
    }
    // The separator of lines ends one in YAML, and stands inside one in JSON.
    func place(_ read: () throws -> Void) -> [Int]? {
      #expect(throws: SyntaxError.self) { try read() }.map {
        [$0.diagnostics[0].place.line, $0.diagnostics[0].place.column]
      }
    }
    let text = "[\"a\u{2028} b\", @]"
    #expect(place { _ = try YAMLReader.read(text, file: "t") } == [2, 6])
    #expect(place { _ = try JSONReader.read(Array(text.utf8), file: "t") } == [1, 10])
  }

  @Test("the first byte that is not UTF-8 has its place")
  func bytes() {
    func fault(_ bytes: [UInt8]) -> String? {
      complaints(bytes: Array("a: é日\nb: x".utf8) + bytes + Array("yz\n".utf8)).first
    }
    for bytes: [UInt8] in [
      [0xFF], [0xC3, 0x28], [0xC0, 0xAF], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x80],
      [0xF0, 0x80, 0x80, 0x80], [0xE0, 0x80, 0x80],
    ] {
      #expect(fault(bytes) == "2:5+1 not-utf8: this byte is not UTF-8; save the file as UTF-8")
    }
    #expect(fault([0xC3, 0xA9]) == "nothing is wrong")
    #expect(
      complaints(bytes: [0xFF, 0xFE, 0x61, 0x00])
        == ["1:1+1 not-utf8: this byte is not UTF-8; this looks like UTF-16; save the file as UTF-8"])
  }
}

@Suite("YAML made to do harm")
struct HostileYAMLTests {
  /// The code, the place, and whether the answer came fast enough.
  private func answer(_ text: String) -> String {
    let clock = ContinuousClock()
    var found = ""
    let time = clock.measure { found = complaints(text)[0] }
    // Far above what it takes even in a debug build on a busy machine, far below what harm takes.
    if time > .seconds(20) { return "took \(time)" }
    return found.components(separatedBy: ": ")[0]
  }

  private static func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

  static let nested: [(String, String)] = [
    (times("[", 20000), "1:257+1 nested-too-deeply"),
    (times("{a: ", 20000), "1:1025+1 nested-too-deeply"),
    (times("- ", 20000), "1:513+1 nested-too-deeply"),
    (times("- ", 256) + "a", "nothing is wrong"),
    (times("- ", 257) + "a", "1:513+1 nested-too-deeply"),
    (times("[", 256) + times("]", 256), "nothing is wrong"),
    ("a: " + times("[", 256), "1:259+1 nested-too-deeply"),
    ((0..<257).map { times(" ", $0) + "a:\n" }.joined(), "257:258+1 nested-too-deeply"),
    ((0..<256).map { times(" ", $0) + "a:\n" }.joined(), "nothing is wrong"),
    // A list at the column of its mapping is a level too.
    (
      (0..<200).map { times(" ", 2 * $0) + "a:\n" + times(" ", 2 * $0) + "-\n" }.joined(),
      "257:258+1 nested-too-deeply"
    ),
  ]

  @Test("nesting is counted before the parser sees it", arguments: nested)
  func nesting(text: String, expected: String) {
    #expect(answer(text) == expected)
  }

  static let long: [(String, String)] = [
    ("a: " + times("x", 30_000_000), "1:1+1 file-too-large"),
    (times("&a ", 10000), "1:1+2 yaml-feature"),
    ("a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n*c : d", "1:4+2 yaml-feature"),
    (times("? ", 20000), "1:1+1 yaml-feature"),
    (times(": ", 20000), "1:1+1 yaml-syntax"),
    (times("\"", 20001), "1:3+1 yaml-syntax"),
    (times("'", 20001), "1:1+1 yaml-syntax"),
    ("a: \"" + times("x\n ", 20000), "1:4+1 yaml-syntax"),
    ("a: [" + times("x, ", 20000) + "]", "nothing is wrong"),
    ("a: {" + (0..<2000).map { "a\($0): , " }.joined() + "}", "nothing is wrong"),
    ("a:\n" + times("  x\n", 20000), "nothing is wrong"),
    (times("x", 2000) + ": y\nb: c", "1:1+1 yaml-syntax"),
  ]

  @Test("other long texts are answered at once", arguments: long)
  func size(text: String, expected: String) {
    #expect(answer(text) == expected)
  }
}

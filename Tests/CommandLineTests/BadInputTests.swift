import CommandLine
import Foundation
import Testing

/// Input that no one should send, and that some program will.
///
/// Each is answered with a coded error and exit status 2, quickly, and without
/// taking the process down.
@Suite struct BadInputTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var text: [UInt8]
    var codes: Set<String>
    var hasPlace = true
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ codes: String..., hasPlace: Bool = true) {
      self.init(name, bytes: Array(text.utf8), codes: codes, hasPlace: hasPlace)
    }

    init(_ name: String, bytes: [UInt8], codes: [String], hasPlace: Bool = true) {
      self.name = name
      text = bytes
      self.codes = Set(codes)
      self.hasPlace = hasPlace
    }
  }

  static func preferring(_ condition: String) -> String {
    "entente: 1\nactors:\n  row:\n    options: {a: A, b: B}\n    prefers: [\"\(condition)\"]\n"
  }

  static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  static let cases: [Case] = [
    Case("nothing", "", "empty-file", hasPlace: false),
    Case("white space", " \n\n  \n", "empty-file", hasPlace: false),
    Case("only remarks", "# one\n# two\n", "empty-file", hasPlace: false),
    Case("a byte order mark alone", "\u{FEFF}", "empty-file", hasPlace: false),
    Case("Latin-1", bytes: Array("entente: 1\ntitle: caf".utf8) + [0xE9, 0x0A], codes: ["not-utf8"]),
    Case("a cut-off scalar", bytes: Array("title: ".utf8) + [0xE2, 0x82], codes: ["not-utf8"]),
    Case("UTF-16", bytes: [0xFF, 0xFE, 0x65, 0, 0x6E, 0], codes: ["not-utf8"]),
    Case("NUL bytes", "entente: 1\ntitle: a\u{0}b\n", "yaml-syntax"),
    Case("a line of 30 MB", "title: " + repeated("x", 30_000_000), "file-too-large", hasPlace: false),
    Case("a long flow list", "title: [" + repeated("a,", 50_000) + "]", "wrong-shape", "missing-key"),
    Case("a line of 500 kB", "title: " + repeated("x", 500_000) + "\n", "missing-key"),
    Case("20,000 lists deep", "title: " + repeated("[", 20_000) + repeated("]", 20_000), "nested-too-deeply"),
    Case(
      "20,000 mappings deep", "title: " + repeated("{a: ", 20_000) + repeated("}", 20_000),
      "nested-too-deeply"),
    Case("20,000 dashes deep", repeated("- ", 20_000) + "a\n", "nested-too-deeply"),
    Case(
      "2,000 indented mappings",
      (0..<2_000).map { repeated(" ", $0) + "a:\n" }.joined(), "nested-too-deeply"),
    Case(
      "50,000 parentheses", preferring(repeated("(", 50_000) + "a" + repeated(")", 50_000)),
      "nested-too-deeply"),
    Case(
      "50,000 open parentheses", preferring(repeated("(", 50_000)), "nested-too-deeply",
      "unbalanced-parentheses"),
    Case("50,000 nots", preferring(repeated("not ", 50_000) + "a"), "nested-too-deeply"),
    Case(
      "50,000 counts", preferring(repeated("at least 1 of (", 50_000) + "a" + repeated(")", 50_000)),
      "nested-too-deeply"),
    Case("an anchor", "entente: 1\ntitle: &t One\n", "yaml-feature"),
    Case("an alias as a key", "a: &a x\n*a : y\n", "yaml-feature"),
    Case(
      "an alias bomb",
      "a: &a [x,x,x,x,x,x,x,x,x]\n"
        + "bcdefgh".map { "\($0): &\($0) [*a,*a,*a,*a,*a,*a,*a,*a,*a]\n" }.joined(),
      "yaml-feature"),
    Case(
      "an alias bomb as a key",
      "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n? [*c,*c]\n: y\n", "yaml-feature"),
    Case("a tag", "entente: !!int 1\n", "yaml-feature"),
    Case("a merge key", "entente: 1\nbase: {a: b}\nother:\n  <<: {c: d}\n", "yaml-feature"),
    Case("a list", "- one\n- two\n", "wrong-shape"),
    Case("a scalar", "just words\n", "wrong-shape"),
    Case("JSON cut off", "{\"entente\": 1, \"actors\": {\"row\": {\"opt", "yaml-syntax"),
    Case("a tab for indentation", "entente: 1\nactors:\n\trow: {}\n", "yaml-syntax"),
    Case(
      "63 options",
      "entente: 1\nactors:\n  row:\n    options: {"
        + (1...63).map { "o\($0): O" }.joined(separator: ", ") + "}\n    prefers: [o1]\n",
      "too-many-options"),
    Case(
      "64 levels",
      "entente: 1\nactors:\n  row:\n    options:\n      o: {levels: {"
        + (1...64).map { "l\($0): L" }.joined(separator: ", ") + "}}\n    prefers: [o = l3]\n",
      "too-many-options"),
    Case(
      "10,000 unknown names", preferring((1...10_000).map { "x\($0)" }.joined(separator: " and ")),
      "unknown-name"),
    Case(
      "10,000 unknown keys",
      "entente: 1\n" + (1...10_000).map { "key\($0): 1\n" }.joined(), "unknown-key", "missing-key"),
    Case(
      "an endless id", "entente: 1\nactors:\n  \(repeated("a", 100_000)):\n    prefers: indifferent\n",
      "bad-identifier", "yaml-syntax"),
    Case(
      "a number too large", "entente: 99999999999999999999999999\nactors: {a: {prefers: indifferent}}\n",
      "unknown-version", "wrong-value"),
    Case(
      "a state number too large",
      "entente: 1\nactors:\n  row:\n    options: {a: A}\n    ranking: [99999999999999999999, 1, 2]\n",
      "unknown-state", "wrong-value"),
    Case(
      "a weight too large",
      "entente: 1\nactors:\n  row:\n    options: {a: A}\n    weights: {a: 99999999999999999999}\n",
      "wrong-value"),
    Case("extending itself", "extends: \"-\"\n", "extends-loop", "unreadable-file"),
    Case("a definition that means itself", preferring("x") + "define: {x: not x}\n", "definition-cycle"),
  ]

  /// Texts that take a debug build too long for every day.
  static let large: [Case] =
    ProcessInfo.processInfo.environment["ENTENTE_LONG"] == nil
    ? []
    : [
      Case("a flow list of 15 MB", "title: [" + repeated("a,", 7_500_000) + "]", "file-too-large"),
      Case("a line of 15 MB", "title: " + repeated("x", 15_000_000) + "\n", "missing-key"),
      Case("1,000,000 parentheses", preferring(repeated("(", 1_000_000)), "nested-too-deeply"),
    ]

  @Test("answers with a coded error", arguments: cases + large)
  func answersWithCodedError(input: Case) {
    let recorder = Recorder()
    let start = Date()
    let status = Program.run(["solve", "-"], in: recorder.environment(standardInput: input.text))
    let duration = Date().timeIntervalSince(start)
    #expect(status == .wrongInput)
    let found = Set(recorder.errors.matches(of: /\[([a-z0-9-]+)\]\n/).map { String($0.output.1) })
    #expect(!found.isDisjoint(with: input.codes), "\(recorder.errors.prefix(400))")
    #expect(recorder.output.isEmpty)
    #expect(recorder.errors.utf8.count < 1_000_000, "too long to read")
    if input.hasPlace { #expect(recorder.errors.contains(/-:[0-9]+:[0-9]+: error:/)) }
    // A debug build is some twenty times slower than what people run.
    #expect(duration < (Self.large.isEmpty ? 30 : 300))
  }

  @Test("40 doublings are no trouble")
  func doublings() {
    var text =
      "entente: 1\nactors:\n  row:\n    options: {a: A, b: B}\n    prefers: [d40]\ndefine:\n  d0: row.a\n"
    for level in 1...40 { text += "  d\(level): (d\(level - 1) and d\(level - 1)) or not d\(level - 1)\n" }
    let result = Recorder.run("solve", "-", input: text)
    #expect(result.status == .done, "\(result.errors)")
  }

  @Test("every prefix of a good case is answered")
  func prefixes() throws {
    let text = try Data(contentsOf: TestFolders.fixtures.appending(path: "suspects.yaml"))
    for length in stride(from: 0, to: text.count, by: 13) {
      let recorder = Recorder()
      let status = Program.run(
        ["solve", "-", "--format", "csv"], in: recorder.environment(standardInput: Array(text.prefix(length)))
      )
      #expect(status == .done || status == .wrongInput)
    }
  }

  @Test("every prefix of a good .gmcr file is answered")
  func prefixesOfGMCR() throws {
    let text = try Data(contentsOf: TestFolders.fixtures.appending(path: "river.gmcr"))
    try TestFolders.withScratchFolder { folder in
      for length in stride(from: 0, to: text.count - 3, by: 17) {
        let file = folder.appending(path: "cut.gmcr")
        try text.prefix(length).write(to: file)
        let result = Recorder.run("solve", file.path)
        #expect(result.status == .wrongInput, "\(length): \(result.errors)")
        #expect(result.errors.contains("cut.gmcr"))
      }
    }
  }

  @Test("the fault of a case is told also where a text is given for one of its sources")
  func sourceOfUnread() throws {
    try TestFolders.withScratchFolder { folder in
      let file = folder.appending(path: "torn.yaml")
      for (text, code) in [
        ("entente: 1\nsources: {m: {file: memo.txt}}\nx: [\n", "yaml"),
        ("entente: 1\nsources: {m: {file: memo.txt}}\nrulez: []\nactors: {}\n", "unknown-key"),
      ] {
        try text.write(to: file, atomically: true, encoding: .utf8)
        let result = Recorder.run("check", file.path, "--source", "m=\(file.path)")
        #expect(result.status == .wrongInput)
        #expect((result.output + result.errors).contains(code), "\(result.output)\(result.errors)")
        #expect(!(result.output + result.errors).contains("no source is called"))
      }
    }
  }
  @Test("of one source only one text can be given")
  func sourceTwice() {
    let two = Recorder.run("check", "no.yaml", "--source", "m=a.txt", "--source", "m=b.txt")
    #expect(two.status == .usage && two.errors.contains("The text of the source 'm' is given twice."))
    #expect(
      Recorder.run("check", "no.yaml", "--source", "m=a.txt", "--source", "n=a.txt").status == .wrongInput)
  }
}

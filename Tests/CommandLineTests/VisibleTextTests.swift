import CaseFile
import Disk
import Foundation
import Notation
import Testing

@testable import CommandLine

/// Characters that would make a line read as another, or write to the terminal by
/// themselves, in whatever a case can say.
@Suite struct VisibleTextTests {
  /// Marks that turn the direction of text, as a case may say them.
  static let marks = [
    "061C", "200E", "200F", "202A", "202B", "202C", "202D", "202E", "2066", "2067", "2068", "2069",
  ]

  /// A case that says the text wherever a text can stand.
  static func text(_ said: String) -> String {
    """
    entente: 1
    title: "\(said)"
    summary: "\(said)"
    as_of: 2024-01-01
    sources: {s: {title: "\(said)", author: "\(said)", publisher: "\(said)", address: "\(said)", viewpoint: "\(said)", note: "\(said)"}}
    events: {ev: {name: "\(said)", holds: no, since: 2024-02, resolves: "\(said)"}}
    actors:
      a:
        name: "\(said)"
        options: {x: {name: "\(said)", because: "\(said)"}, l: {name: "\(said)", levels: {l0: "\(said)", l1: b}}}
        prefers:
          - {id: s1, that: x if b.y, because: [{source: s, by: "\(said)", note: "\(said)"}]}
          - {that: not x if ev, because: "\(said)"}
        profiles: {p: {name: "\(said)", prefers: [x]}}
        declares: [{if: b.y, then: x, because: "\(said)"}]
        perceives: {actors: {b: {name: "\(said)", prefers: [y]}}}
      b:
        name: plain
        options: {y: "\(said)"}
        prefers: [not a.x, y]
    rules: [{never: b.y and a.l = l1, because: "\(said)"}]
    define: {t: {when: a.x or b.y, name: "\(said)"}}
    outcomes: {o: {name: "\(said)", when: a.x, because: "\(said)"}, q: {name: "\(said)", when: b.y}}
    status_quo: [a.x]
    expect: [{nash: [1], because: "\(said)"}]

    """
  }

  static let commands = [
    ["solve"], ["solve", "--format", "markdown"], ["solve", "--json"], ["solve", "--format", "jsonl"],
    ["explain"], ["explain", "--json"], ["show"], ["show", "states"], ["show", "moves"],
    ["show", "preferences"],
    ["show", "--json"], ["grid"], ["grid", "--json"], ["check"], ["check", "--json"], ["paths"],
    ["paths", "--to", "q"], ["paths", "--json"], ["coalitions"], ["coalitions", "--json"], ["sensitivity"],
    ["sensitivity", "--json"], ["require", "--outcome", "q"], ["require", "--outcome", "q", "--json"],
    ["doubts"],
    ["doubts", "--json"], ["words"], ["words", "--json"], ["observe", "--vary", "ev"],
    ["observe", "--vary", "ev", "--json"], ["hypergame"], ["hypergame", "--json"],
    ["compare", "OTHER"], ["compare", "OTHER", "--json"], ["merge", "OTHER"], ["merge", "OTHER", "--json"],
    ["convert", "--to", "yaml"], ["convert", "--to", "json"], ["new", "-", "--from"],
  ]

  /// Those that give states by number alone, or nothing about this case.
  static let wordless = [["solve", "--format", "jsonl"], ["coalitions"]]

  static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  @Test("no text for people, no JSON and no case that is written holds one", arguments: commands)
  func everyCommand(command: [String]) throws {
    try TestFolders.withScratchFolder { folder in
      let said = Self.marks.map { "\\u\($0)" }.joined() + "evil"
      let (file, other) = (
        folder.appending(path: "marks.yaml").path, folder.appending(path: "other.yaml").path
      )
      try Self.text(said).write(toFile: file, atomically: true, encoding: .utf8)
      try Self.text(said + "er").replacing("[not a.x, y]", with: "[y, a.x]")
        .write(toFile: other, atomically: true, encoding: .utf8)
      var arguments = command.map { $0 == "OTHER" ? other : $0 }
      arguments.insert(file, at: command[0] == "new" ? arguments.count : 1)
      let recorder = Recorder()
      let status = Program.run(arguments, in: recorder.environment())
      let text = recorder.output + recorder.errors
      #expect([0, 1].contains(status.rawValue), "\(text)")
      // Some say nothing of what was said: a name or note stands in no part of the answer.
      if !Self.wordless.contains(command) {
        #expect(text.contains("evil"), "says nothing of it")
        #expect(text.lowercased().contains("\\u202e"), "\(text)")
      }
      let found = text.unicodeScalars.filter(Self.isHarmful)
      #expect(found.isEmpty, "\(Set(found.map { String($0.value, radix: 16) }))")
    }
  }

  @Test("a message about an argument or a file holds none")
  func messages() throws {
    let evil = "\u{202E}evil\u{1B}[2J\u{9B}"
    try TestFolders.withScratchFolder { folder in
      try "\(evil)\n".write(to: folder.appending(path: "memo"), atomically: true, encoding: .utf8)
      try "entente: 1\n\u{2067}title\u{202E}: x\nactors: {a: {prefers: \u{202E}}}\n"
        .write(to: folder.appending(path: "wrong.yaml"), atomically: true, encoding: .utf8)
      let suspects = folder.appending(path: "suspects.yaml").path
      for arguments in [
        [evil], ["solve", evil], ["solve", suspects, "--\(evil)"], ["solve", suspects, evil],
        ["solve", suspects, "--concepts", evil], ["solve", suspects, "--given", "\(evil)=maybe"],
        ["solve", suspects, "--given", "\(evil)=yes"], ["explain", suspects, "--state", evil],
        ["solve", suspects, "--where", evil], ["check", suspects, "--source", "\(evil)=x"],
        ["new", folder.path + "/" + evil], ["cite", folder.path + "/memo"],
        ["check", folder.path + "/wrong.yaml"],
        ["solve", folder.path + "/wrong.yaml"], ["sensitivity", suspects, "--claim", evil],
        ["solve", suspects, "--allow-outside", evil], ["convert", suspects, "-o", "/no/\(evil).yaml"],
      ] {
        let recorder = Recorder()
        _ = Program.run(arguments, in: recorder.environment())
        let text = recorder.output + recorder.errors
        #expect(!text.isEmpty)
        let found = text.unicodeScalars.filter(Self.isHarmful)
        #expect(
          found.isEmpty, "\(arguments): \(text.unicodeScalars.map { $0.escaped(asASCII: true) }.joined())")
      }
    }
  }

  @Test("a terminal gets the colours that the program makes, and nothing that a name brings along")
  func terminal() {
    #expect("\u{1B}[1mbold\u{1B}[0m\n\tx".forTerminal == "\u{1B}[1mbold\u{1B}[0m\n\tx")
    #expect("\r\u{1B}[2Kworking".forTerminal == "\r\u{1B}[2Kworking")
    #expect("a\u{1B}[2Jb\u{1B}]0;title\u{7}c\u{1B}".forTerminal == #"a\u001B[2Jb\u001B]0;title\u0007c\u001B"#)
    #expect("\u{202E}\u{9B}31m".forTerminal == #"\u202E\u009B31m"#)
    let recorder = Recorder()
    let path = TestFolders.fixtures.appending(path: "suspects.yaml").path
    _ = Program.run(["convert", path, "--to", "csv"], in: recorder.environment(terminal: true))
    #expect(recorder.output.hasPrefix("number,"))
  }

  @Test(
    "names of files go to text and back",
    arguments: [
      ([0x63, 0x61, 0x66, 0xE9], #"caf\xE9"#), ([0x63, 0xC3, 0xA9], "c\u{E9}"),
      ([0xF4, 0x8F, 0xBB, 0xA9], #"\xF4\x8F\xBB\xA9"#),
      (Array(#"a\b\xE9\xG"#.utf8), #"a\b\x5CxE9\xG"#), ([0xC3], #"\xC3"#),
      ([0xE2, 0x82, 0x41], #"\xE2\x82A"#), ([0xFF, 0xFE], #"\xFF\xFE"#),
      ([0xED, 0xA0, 0x80], #"\xED\xA0\x80"#), ([0xC0, 0xAF], #"\xC0\xAF"#), ([], ""),
    ] as [([UInt8], String)])
  func names(bytes: [UInt8], shown: String) {
    let text = PathBytes.text(bytes)
    #expect(PathBytes.bytes(text) == bytes)
    #expect(text.printable == shown)
  }
}

import Foundation
import Testing

@testable import CommandLine

/// What `merge` says of what it found.
@Suite struct MergeWordsTests {
  static let base = """
    entente: 1
    events: {war: {holds: no, history: [{date: 2023-01-01, holds: no}]}}
    actors:
      a: {options: {x: X, z: Z}, prefers: [x]}
      b: {options: {y: Y}, prefers: [y, not a.x]}
    rules:
      - not (a.x and b.y)

    """

  /// What is said when the second case is the base with something replaced.
  static func merge(_ old: String, _ new: String, withBase: Bool = false) throws -> String {
    var said = ""
    try TestFolders.withScratchFolder { folder in
      for (name, text) in [("one", base), ("two", base.replacing(old, with: new))] {
        try text.write(to: folder.appending(path: "\(name).yaml"), atomically: true, encoding: .utf8)
      }
      let (one, two) = (folder.path + "/one.yaml", folder.path + "/two.yaml")
      let result = Recorder.run(["merge", one, two] + (withBase ? ["--base", one] : []))
      said = result.errors.replacing(folder.path + "/", with: "")
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return said
  }

  @Test("a statement in dispute is named by its id")
  func statement() throws {
    try TestFolders.withScratchFolder { folder in
      for (name, that) in [("one", "x"), ("two", "not x")] {
        let text = Self.base.replacing("prefers: [x]", with: "prefers: [{id: first, that: \(that)}]")
        try text.write(to: folder.appending(path: "\(name).yaml"), atomically: true, encoding: .utf8)
      }
      let result = Recorder.run(["merge", folder.path + "/one.yaml", folder.path + "/two.yaml"])
      #expect(result.errors.contains("statement “first”"), "\(result.errors)")
    }
  }

  @Test("remarks of both stay, those of the second with what is taken from it")
  func comments() throws {
    try TestFolders.withScratchFolder { folder in
      let one = "# Ours.\n" + Self.base.replacing("    - not (a.x", with: "    # Never both.\n    - not (a.x")
      let two =
        "# Theirs.\n" + Self.base.replacing("actors:", with: "# Who?\nactors:")
        + "outcomes:\n  # All calm.\n  calm: {when: not a.x}\n"
      try one.write(to: folder.appending(path: "one.yaml"), atomically: true, encoding: .utf8)
      try two.write(to: folder.appending(path: "two.yaml"), atomically: true, encoding: .utf8)
      let result = Recorder.run(["merge", folder.path + "/one.yaml", folder.path + "/two.yaml"])
      #expect(result.output.hasPrefix("# Ours.\n"), "\(result.output)\(result.errors)")
      #expect(result.output.contains("  # All calm.\n  calm:"))
      #expect(!result.output.contains("Theirs") && !result.output.contains("Who?"))
    }
  }

  @Test("a remark stays where it stands: above something, behind it, or at the end")
  func places() throws {
    let text = """
      # Ours.
      entente: 1 # the version
      title: Lake # a working title

      # Who is in it.
      actors:
        a: # the upper one
          options:
            # A dam.
            x: Build # soon
            z: Share
          prefers:
            - x # see the notes
            # Last.
            - z
      # Where it stands.
      status_quo: [x]
      # The end.

      """
    try TestFolders.withScratchFolder { folder in
      let file = folder.appending(path: "one.yaml")
      try text.write(to: file, atomically: true, encoding: .utf8)
      #expect(Recorder.run(["merge", file.path, file.path]).output == text)
      // What has no place of its own in the text that is written gives its remark to what has.
      try text.replacing("    options:\n", with: "    name: A # short\n    options: # two\n")
        .write(to: file, atomically: true, encoding: .utf8)
      let moved = Recorder.run(["merge", file.path, file.path]).output
      #expect(moved.contains("  # short\n  a: # the upper one\n"), "\(moved)")
      #expect(moved.contains("      # two\n      # A dam.\n      x: Build # soon\n"), "\(moved)")
    }
  }

  static let later = ("holds: no}]", "holds: no}, {date: 2023-02-01, holds: yes}]")

  @Test("an observation is named by its day, once")
  func history() throws {
    let disputed = try Self.merge(Self.later.0, Self.later.1)
    #expect(
      disputed.contains("history: one.yaml has none; two.yaml:2 has “war 2023-02-01: yes”"), "\(disputed)")
    let taken = try Self.merge(Self.later.0, Self.later.1, withBase: true)
    #expect(taken.contains("history “war 2023-02-01: yes”"), "\(taken)")
  }

  @Test("a dispute points to the judgement of the first case, which the page tells of")
  func pointing() throws {
    var page = ""
    try TestFolders.withScratchFolder { folder in
      for (name, text) in [("one", Self.base), ("two", Self.base.replacing("a.x]", with: "a.z]"))] {
        try text.write(to: folder.appending(path: "\(name).yaml"), atomically: true, encoding: .utf8)
      }
      page =
        Recorder.run(["merge", folder.path + "/one.yaml", folder.path + "/two.yaml", "--format", "html"])
        .output
    }
    let link = try #require(page.firstMatch(of: /<a [^>]*href="#([^"]+)"[^>]*>[^<]*statement/))
    #expect(page.contains("id=\"\(link.output.1)\""))
    #expect(page.contains("b.prefers.2"))
  }

  static let newcomer = ("rules:", "  d: {options: {q: Q}, prefers: [a.x]}\nrules:")

  @Test("an actor that only one has is called an actor")
  func actor() throws {
    let disputed = try Self.merge(Self.newcomer.0, Self.newcomer.1)
    #expect(disputed.contains("actor d: one.yaml has none; two.yaml:6 has it."), "\(disputed)")
    let taken = try Self.merge(Self.newcomer.0, Self.newcomer.1, withBase: true)
    #expect(taken.contains("Taken over from two.yaml: actor d."), "\(taken)")
  }

  @Test(
    "what replaces something is named with what it replaces",
    arguments: [
      ("not (a.x and b.y)", "not (a.z and b.y)", "rule “not (a.z and b.y)” in place of “not (a.x and b.y)”"),
      (
        "history: [{date: 2023-01-01, holds: no}]", "history: [{date: 2023-01-01, holds: yes}]",
        "history “war 2023-01-01”, holds “yes” in place of “no”"
      ),
      ("prefers: [x]", "prefers: [z]", "a, statement “z” in place of “x”"),
    ])
  func replaced(old: String, new: String, words: String) throws {
    let said = try Self.merge(old, new, withBase: true)
    #expect(said.contains("Taken over from two.yaml: \(words)."), "\(said)")
  }

  @Test("a rule in what somebody perceives is told with its demand")
  func perceivedRule() throws {
    let text = try Self.merge(
      "rules:", "    perceives: {rules: [{never: a.x and b.y}]}\nrules:")
    #expect(text.contains("never: a.x and b.y"), "\(text)")
  }
}

import Foundation
import Testing

/// What the README shows is what the program prints.
///
/// A `yaml` block that begins with a remark naming a file is that file. In a
/// `console` block the lines with `$` are run beside these files; a last line
/// with `…` stands for the paragraphs left out. `make transcripts` records the
/// page anew.
@Suite struct ReadmeTests {
  static let page = TestFolders.package.appending(path: "README.md")
  static let isRecording = ProcessInfo.processInfo.environment["ENTENTE_RECORD"] == "1"

  @Test("the program prints what the page shows")
  func printsWhatIsShown() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let replayed = try TestFolders.withScratchFolder { folder in
      for block in Self.blocks(text) where block.language == "yaml" && block.lines[0].hasPrefix("# ") {
        let file = folder.appending(path: String(block.lines[0].dropFirst(2)))
        try (block.lines.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
      }
      return try Self.replayed(text, in: folder)
    }
    if Self.isRecording {
      if Self.words(replayed) != Self.words(text) {
        try replayed.write(to: Self.page, atomically: true, encoding: .utf8)
      }
    } else if Self.words(replayed) != Self.words(text) {
      Issue.record("the page should read:\n\(replayed)")
    }
  }

  @Test("the page shows a case and what becomes of it")
  func showsSomething() throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    #expect(text.contains("\n$ entente solve "))
    #expect(text.contains("\n$ entente explain "))
  }

  @Test("the lines of Swift are of snippets that the build compiles")
  func showsSnippets() throws {
    let folder = TestFolders.package.appending(path: "Snippets")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let snippets = try names.filter { $0.hasSuffix(".swift") }.map {
      try String(contentsOf: folder.appending(path: $0), encoding: .utf8)
    }
    let shown = Self.blocks(try String(contentsOf: Self.page, encoding: .utf8)).filter {
      $0.language == "swift"
    }
    #expect(shown.count == 2)
    for block in shown {
      let lines = block.lines.joined(separator: "\n")
      #expect(snippets.contains { $0.contains(lines) }, "no snippet has\n\(lines)")
    }
  }

  struct Block {
    var language: String
    var lines: [String]
  }

  static func blocks(_ text: String) -> [Block] {
    var blocks: [Block] = []
    var isOpen = false
    for line in lines(text) {
      if line.hasPrefix("```") {
        isOpen.toggle()
        if isOpen { blocks.append(Block(language: String(line.dropFirst(3)), lines: [])) }
      } else if isOpen {
        blocks[blocks.count - 1].lines.append(line)
      }
    }
    return blocks
  }

  /// The page with each command's output as it is when run again.
  static func replayed(_ text: String, in folder: URL) throws -> String {
    var result: [String] = []
    var isConsole = false
    var session: (command: String, shown: [String])?

    func end() throws {
      guard let (command, shown) = session else { return }
      let printed = try ShellCommand(
        text: command, folder: folder,
        variables: ["ENTENTE_CATALOG": TestFolders.package.appending(path: "Catalog").path]
      ).run()
      #expect(printed.status == 0, "\(command) fails:\n\(printed.errors)")
      result += excerpt(lines(printed.output), like: shown)
      session = nil
    }
    for line in lines(text) {
      if line.hasPrefix("```") { try end() }
      if isConsole && line.hasPrefix("$ ") {
        try end()
        session = (String(line.dropFirst(2)), [])
        result.append(line)
      } else if session != nil {
        session?.shown.append(line)
      } else {
        result.append(line)
      }
      if line.hasPrefix("```") { isConsole = line == "```console" }
    }
    return result.joined(separator: "\n")
  }

  /// The whole output or, where the page leaves out its end, as many paragraphs
  /// as it shows.
  private static func excerpt(_ printed: [String], like shown: [String]) -> [String] {
    let printed = printed.last == "" ? printed.dropLast() : printed[...]
    guard shown.last == "…" else { return Array(printed) }
    let count = 1 + shown.count { $0.isEmpty }
    let paragraphs = printed.split(separator: "", omittingEmptySubsequences: false).prefix(count)
    return Array(paragraphs.joined(separator: [""])) + ["…"]
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The words, seconds aside; line ends count as spaces, since a wrapped line
  /// depends on the seconds in it.
  static func words(_ text: String) -> [Substring] {
    text.replacing(/[0-9.]+\s+s\./, with: "0 s.").split(whereSeparator: \.isWhitespace)
  }
}

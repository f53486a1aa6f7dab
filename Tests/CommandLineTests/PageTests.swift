import Briefings
import CommandLine
import Foundation
import Testing

@testable import CommandLine

/// What the program explains by itself: error codes and the words of reports.
@Suite struct PageTests {
  static func page(_ name: String) -> URL { TestFolders.package.appending(path: "Documentation/\(name)") }

  static func hold(_ text: String, _ page: URL) throws {
    if ProcessInfo.processInfo.environment["ENTENTE_RECORD"] == "1" {
      try text.write(to: page, atomically: true, encoding: .utf8)
    }
    #expect(
      try String(contentsOf: page, encoding: .utf8) == text, "\(page.lastPathComponent): make transcripts")
  }

  @Test("the pages are what the program knows")
  func pages() throws {
    try Self.hold(ErrorPage.text, Self.page("ErrorCodes.md"))
    var lines = [
      "# Glossary", "",
      "The words of reports, as `entente glossary` prints them, in the order in which one needs them.", "",
    ]
    for entry in Glossary.entries { lines.append("- **\(entry.word)**: \(entry.meaning)") }
    try Self.hold(lines.joined(separator: "\n") + "\n", Self.page("Glossary.md"))
  }

  @Test("each code is explained, with its example and nothing of the next", arguments: ErrorPage.codes)
  func explain(code: String) throws {
    let result = Recorder.run("--explain", code)
    #expect(result.status == .done && result.output.hasPrefix(code + "\n"))
    let lines = result.output.split(separator: "\n")
    #expect(lines.count > 1 && !result.output.contains("###") && !result.output.contains("```"))
    #expect(!result.output.contains("](") && lines.allSatisfy { !$0.hasPrefix("## ") })
    let section = try #require(ErrorPage.section(code))
    if let start = section.firstRange(of: "```yaml\n"),
      let end = section[start.upperBound...].firstRange(of: "\n```")
    {
      for line in section[start.upperBound..<end.lowerBound].split(separator: "\n") {
        #expect(result.output.contains("    " + line) || result.output.contains("  " + line))
      }
    }
  }

  @Test("a code or a word that is none leads to the nearest")
  func nearest() {
    #expect(ErrorPage.codes.count > 50)
    let code = Recorder.run("--explain", "unkown-name")
    #expect(code.status == .usage && code.errors.contains("Did you mean 'unknown-name'?"))
    #expect(Recorder.run("--explain", "").status == .usage)
    let word = Recorder.run("glossary", "frei")
    #expect(word.status == .wrongInput && word.errors.contains("did you mean 'free'?"))
  }

  @Test("each word is found alone, and none is explained by nothing but itself")
  func glossary() {
    for entry in Glossary.entries {
      let found = Recorder.run(
        ["glossary"] + entry.word.replacing(",", with: "").split(separator: " ").map(String.init))
      #expect(found.status == .done || entry.word.contains(","), "\(entry.word)")
      #expect(entry.meaning.hasSuffix(".") && !entry.word.isEmpty)
    }
    #expect(Recorder.run("glossary", "never").output.hasPrefix("always, never:"))
    #expect(Recorder.run("glossary", "LASTS").output.split(separator: "\n")[0].hasPrefix("lasts:"))
    #expect(Set(Glossary.entries.map(\.word)).count == Glossary.entries.count)
  }
}

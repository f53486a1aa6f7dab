import Foundation
import TestSupport
import Testing

/// Whole briefings as people are handed them. `ENTENTE_RECORD=1` writes them anew; read the
/// difference before committing it.
@Suite("Briefings as written") struct BriefPageTests {
  private static let folder = TestFolders.package.appending(path: "Tests/CommandLineTests/Briefs")
  static let cases = ["flagship/arms-for-ukraine", "elmira/elmira-graph"]
  static let endings = ["md", "html"]

  @Test("what is written", arguments: cases, endings)
  func written(name: String, ending: String) throws {
    let file = (name.split(separator: "/").last ?? "") + "." + ending
    let form = ending == "md" ? "markdown" : "html"
    let catalog = TestFolders.package.appending(path: "Catalog")
    let outcome = try ShellCommand(
      text: "entente brief \(name).yaml --format \(form)", folder: catalog
    ).run()
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let place = Self.folder.appending(path: String(file))
    if ReadmeTests.isRecording {
      try outcome.output.write(to: place, atomically: true, encoding: .utf8)
      return
    }
    let kept = try String(contentsOf: place, encoding: .utf8)
    if outcome.output != kept {
      Issue.record("\(file) differs:\n\(TranscriptTests.difference(kept, outcome.output))")
    }
  }

  @Test("the picture of the page that one reads first is what is drawn")
  func picture() throws {
    let catalog = TestFolders.package.appending(path: "Catalog")
    let drawn = try ShellCommand(
      text: "entente draw options flagship/arms-for-ukraine.yaml", folder: catalog
    ).run()
    #expect(drawn.status == 0)
    let place = TestFolders.package.appending(path: "Documentation/Pictures/arms-for-ukraine.svg")
    if ReadmeTests.isRecording { try drawn.output.write(to: place, atomically: true, encoding: .utf8) }
    #expect(try String(contentsOf: place, encoding: .utf8) == drawn.output)
  }

  @Test("it says what is true in words that a memo can have", arguments: cases)
  func words(name: String) throws {
    let text = try String(
      contentsOf: Self.folder.appending(path: (name.split(separator: "/").last ?? "") + ".md"),
      encoding: .utf8)
    let told = text.prefix(while: { _ in true }).split(separator: "## What this rests on")[0]
    // What a source hedges with is quoted.
    let plain = told.replacing("\u{201C}will\u{201D}", with: "")
    #expect(!plain.contains(/\b(will|likely|probably|probability)\b/))
    #expect(!plain.contains(/state \d|\b[YN]{4,}\b/))
    for title in [
      "The question", "What could last, and why", "Who could upset it", "On what it rests",
      "What would change it", "What to watch", "Sources", "How this was found", "What it does not say",
    ] {
      #expect(told.contains("## \(title)\n"), "\(title)")
    }
  }
}

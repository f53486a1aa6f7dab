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
    // How it looks is one style sheet for all pages, which the tests of pages keep.
    let told = ending == "html" ? try #require(Self.main(of: outcome.output)) : outcome.output
    let place = Self.folder.appending(path: String(file))
    if ReadmeTests.isRecording {
      try told.write(to: place, atomically: true, encoding: .utf8)
      return
    }
    let kept = try String(contentsOf: place, encoding: .utf8)
    if told != kept {
      Issue.record("\(file) differs:\n\(TranscriptTests.difference(kept, told))")
    }
  }

  /// What people read of a page.
  private static func main(of page: String) -> String? {
    guard let start = page.range(of: "<main"), let end = page.range(of: "</main>\n") else { return nil }
    return String(page[start.lowerBound..<end.upperBound])
  }

  /// In short runs each case on one size of paper.
  private static let printed: [(name: String, paper: String)] = {
    let short = [("flagship/arms-for-ukraine", "a4"), ("elmira/elmira-options", "letter")]
    return TestScale.isLong
      ? short + [("flagship/arms-for-ukraine", "letter"), ("elmira/elmira-options", "a4")] : short
  }()

  @Test(
    "it takes two pages of paper",
    .enabled(if: ConvertedPageTests.isInstalled("chromium"), "no browser is installed that sets pages"),
    arguments: printed)
  func pages(name: String, paper: String) throws {
    let catalog = TestFolders.package.appending(path: "Catalog")
    let data = try TestFolders.withScratchFolder { folder in
      let file = folder.appending(path: "brief.pdf")
      let outcome = try ShellCommand(
        text: "entente brief \(name).yaml --paper \(paper) -o \(file.path)", folder: catalog
      ).run()
      #expect(outcome.status == 0, "\(outcome.errors)")
      return try Data(contentsOf: file)
    }
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.matches(of: /\/Type \/Page\b/).count == 2)
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
    let outcome = try ShellCommand(
      text: "entente brief \(name).yaml --format markdown",
      folder: TestFolders.package.appending(path: "Catalog")
    ).run()
    let told = outcome.output.split(separator: "## What this rests on")[0]
    // What a source hedges with is quoted.
    let plain = told.replacing("\u{201C}will\u{201D}", with: "")
    #expect(!plain.contains(/\b(will|likely|probably|probability)\b/))
    #expect(!plain.contains(/state \d|\b[YN]{4,}\b/))
    // Commands stand in the box of the method alone.
    #expect(
      !plain.split(separator: "\n").contains { !$0.hasPrefix(">") && $0.contains(/\bentente [a-z]|--[a-z]/) })
    for title in [
      "The question", "What could last, and why", "Who could upset it", "On what it rests",
      "What would change it", "What to watch", "Sources", "How this was found", "What it does not say",
    ] {
      #expect(told.contains("## \(title)\n"), "\(title)")
    }
  }
}

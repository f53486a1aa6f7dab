import Foundation
import Testing

/// The pages on the questions that follow: what their `console` blocks show is
/// what the program prints, run beside the catalog. `make transcripts` records
/// them anew.
@Suite struct QuestionPageTests {
  static let folder = TestFolders.package.appending(path: "Documentation/Questions")
  static let names: [String] = {
    let all = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (all ?? []).filter { $0.hasSuffix(".md") && $0 != "README.md" }.sorted()
  }()
  /// Pages elsewhere of which the same is so.
  static let others = ["../Tutorial.md"]

  @Test("the program prints what the page shows", arguments: names + others)
  func printsWhatIsShown(name: String) throws {
    let page = Self.folder.appending(path: name)
    let text = try String(contentsOf: page, encoding: .utf8)
    #expect(text.contains("\n$ entente "), "the page has no worked example")
    let replayed = try TestFolders.withScratchFolder { scratch in
      for block in ReadmeTests.blocks(text) where block.lines.first?.hasPrefix("# ") == true {
        // A remark in a case; in a text it would be a part of it.
        let lines = block.language == "yaml" ? block.lines[...] : block.lines.dropFirst()
        let file = scratch.appending(path: String(block.lines[0].dropFirst(2)))
        guard ["yaml", "text"].contains(block.language) else { continue }
        try (lines.joined(separator: "\n") + "\n").write(to: file, atomically: true, encoding: .utf8)
      }
      return try ReadmeTests.replayed(text, in: scratch)
    }
    if ReadmeTests.isRecording {
      if ReadmeTests.words(replayed) != ReadmeTests.words(text) {
        try replayed.write(to: page, atomically: true, encoding: .utf8)
      }
    } else if ReadmeTests.words(replayed) != ReadmeTests.words(text) {
      Issue.record("\(name) should read:\n\(TranscriptTests.difference(text, replayed))")
    }
  }

  @Test("every page is listed in the overview")
  func isListed() throws {
    let overview = try String(contentsOf: Self.folder.appending(path: "README.md"), encoding: .utf8)
    for name in Self.names { #expect(overview.contains("(\(name))"), "\(name) is not listed") }
  }
}

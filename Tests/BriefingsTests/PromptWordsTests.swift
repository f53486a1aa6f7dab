import Foundation
import Testing

/// What is said of an answer is read on pages, too, where nobody types options.
@Suite("Words of a prompt") struct PromptWordsTests {
  @Test("no sentence of a briefing has an option in it: a phrase points to it") func options() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Briefings")
    var (read, found) = (0, [] as [String])
    let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    for case let file as URL in files
    where file.pathExtension == "swift" {
      read += 1
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let code = line.drop { $0 == " " }
        if !code.hasPrefix("//"), code.contains(/(^|[^-\w])--[a-z]/) {
          found.append("\(file.lastPathComponent): \(code)")
        }
      }
    }
    #expect(read > 80)
    #expect(found == [])
  }
}

import Foundation
import Testing

/// The articles of the reference, one for each task, and the programs that they quote.
@Suite("Articles") struct ArticleTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func names(in folder: String, ending: String) throws -> Set<String> {
    let names = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
    return Set(names.filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) })
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  @Test func everySnippetIsQuotedByAnArticle() throws {
    let folder = "Sources/Entente/Documentation.docc"
    var quoted: Set<String> = []
    for article in try Self.names(in: folder, ending: ".md") {
      for part in try Self.text("\(folder)/\(article).md").components(separatedBy: "Snippets/").dropFirst() {
        quoted.insert(String(part.prefix { $0 != "\"" }))
      }
    }
    let snippets = try Self.names(in: "Snippets", ending: ".swift")
    #expect(quoted == snippets)
    #expect(snippets.count >= 8)
  }

  @Test func theFirstPageNamesEveryArticle() throws {
    let folder = "Sources/Entente/Documentation.docc"
    let page = try Self.text("\(folder)/Entente.md")
    for article in try Self.names(in: folder, ending: ".md").subtracting(["Entente"]) {
      #expect(page.contains("- <doc:\(article)>"), "\(article)")
    }
  }

  @Test func everySnippetSaysWhatItPrints() throws {
    for snippet in try Self.names(in: "Snippets", ending: ".swift") {
      let parts = try Self.text("Snippets/\(snippet).swift").components(separatedBy: "\n// Prints:\n")
      #expect(parts.count == 2 && parts[1].hasPrefix("// "), "\(snippet)")
    }
  }
}

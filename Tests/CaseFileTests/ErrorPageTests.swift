import CaseFile
import Foundation
import Notation
import Testing

@Suite("The page of error codes")
struct ErrorPageTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let text =
    (try? String(contentsOf: root.appending(path: "Documentation/ErrorCodes.md"), encoding: .utf8)) ?? ""

  /// The sections of the page: a code and the case shown under it, if one is.
  static let sections: [(code: String, example: String?)] = {
    text.components(separatedBy: "\n### `").dropFirst().map { section in
      let code = section.components(separatedBy: "`")[0]
      let parts = section.components(separatedBy: "```yaml\n")
      return (code, parts.count > 1 ? parts[1].components(separatedBy: "```")[0] : nil)
    }
  }()

  @Test(
    "each example causes its code",
    arguments: sections.filter { $0.example != nil }.map { [$0.code, $0.example!] })
  func examples(section: [String]) throws {
    var codes = problems(section[1]).map(\.code.rawValue)
    if codes.isEmpty { codes = try makeCase(section[1]).warnings().map(\.code.rawValue) }
    #expect(codes == [section[0]])
  }

  @Test("every code of the language has a section, and only once")
  func complete() throws {
    let codes = try ["Notation/Places/Diagnostic+Codes.swift", "CaseFile/Reading/DiagnosticCodes.swift"]
      .flatMap { path in
        try String(contentsOf: Self.root.appending(path: "Sources/" + path), encoding: .utf8)
          .components(separatedBy: "rawValue: \"").dropFirst().map { $0.components(separatedBy: "\"")[0] }
      }
    let headings = Self.sections.map(\.code)
    #expect(codes.count > 40)
    #expect(
      Set(codes).subtracting(headings).isEmpty, "no section: \(Set(codes).subtracting(headings).sorted())")
    #expect(headings.count == Set(headings).count)
  }
}

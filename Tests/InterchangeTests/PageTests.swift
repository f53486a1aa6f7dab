import CaseFile
import Foundation
import Interchange
import Notation
import Testing

@Suite("The pages about other programs' files")
struct PageTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The sections of the page of error codes: a code and the file shown under it, if one is.
  static func sections() throws -> [(code: String, example: String?)] {
    try text("Documentation/ErrorCodes.md").components(separatedBy: "\n### `").dropFirst().map { section in
      let parts = section.components(separatedBy: "```json\n")
      return (
        section.components(separatedBy: "`")[0],
        parts.count > 1 ? parts[1].components(separatedBy: "```")[0] : nil
      )
    }
  }

  @Test("every code of this module has a section on the page of error codes")
  func complete() throws {
    let codes = try Self.text("Sources/Interchange/Codes.swift").components(separatedBy: "rawValue: \"")
      .dropFirst().map { $0.components(separatedBy: "\"")[0] }
    #expect(codes.count == 9)
    #expect(Set(codes).isSubset(of: try Self.sections().map(\.code)))
  }

  @Test("each .gmcr example on it causes its code")
  func examples() throws {
    let examples = try Self.sections().filter { $0.example != nil }
    #expect(examples.count >= 6)
    for (code, example) in examples {
      #expect(problems(example!).map(\.code.rawValue) == [code], "\(example!)")
    }
  }
}

import Foundation
import Notation
import Testing

/// Every kind of problem is shown once in the transcripts with its whole text.
@Suite struct CodesTests {
  @Test("every error code is in a transcript")
  func everyCodeIsShown() throws {
    let sources = TestFolders.package.appending(path: "Sources")
    let names = try #require(FileManager.default.subpaths(atPath: sources.path))
    var codes: [String] = []
    for name in names where name.hasSuffix("Codes.swift") {
      let text = try String(contentsOf: sources.appending(path: name), encoding: .utf8)
      codes += text.matches(of: /Self\(rawValue: "([a-z0-9-]+)"/).map { String($0.output.1) }
    }
    #expect(codes.count > 60)
    let shown = try TranscriptTests.names.map {
      try String(contentsOf: TestFolders.transcripts.appending(path: $0), encoding: .utf8)
    }.joined()
    for code in codes {
      #expect(shown.contains("[\(code)]"), "no transcript shows \(code)")
    }
  }
}

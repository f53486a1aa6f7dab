import Foundation
import Testing

/// Every kind of problem is shown once in the transcripts with its whole text.
@Suite struct CodesTests {
  @Test("every error code is in a transcript")
  func everyCodeIsShown() throws {
    let source = try String(
      contentsOf: TestFolders.package.appending(path: "Sources/CaseFile/Text/DiagnosticCodes.swift"),
      encoding: .utf8)
    let codes = source.matches(of: /rawValue: "([a-z0-9-]+)"/).map { String($0.output.1) }
    #expect(codes.count > 40)
    let shown = try TranscriptTests.names.map {
      try String(contentsOf: TestFolders.transcripts.appending(path: $0), encoding: .utf8)
    }.joined()
    for code in codes {
      #expect(shown.contains("[\(code)]"), "no transcript shows \(code)")
    }
  }
}

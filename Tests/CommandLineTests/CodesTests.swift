import Foundation
import Testing

/// Every kind of problem is shown once in the transcripts with its whole text.
@Suite struct CodesTests {
  @Test("every error code is in a transcript")
  func everyCodeIsShown() throws {
    let sources = TestFolders.package.appending(path: "Sources")
    var codes: [String] = []
    for path in [
      "CaseFile/Text/DiagnosticCodes.swift", "Analyses/Codes.swift", "Interchange/Codes.swift",
      "CommandLine/Program/Codes.swift",
    ] {
      let text = try String(contentsOf: sources.appending(path: path), encoding: .utf8)
      codes += text.matches(of: /rawValue: "([a-z0-9-]+)"/).map { String($0.output.1) }
    }
    #expect(codes.count > 40)
    let shown = try TranscriptTests.names.map {
      try String(contentsOf: TestFolders.transcripts.appending(path: $0), encoding: .utf8)
    }.joined()
    for code in codes {
      #expect(shown.contains("[\(code)]"), "no transcript shows \(code)")
    }
  }
}

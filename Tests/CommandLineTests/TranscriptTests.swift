import Foundation
import Testing

/// Sessions at the terminal, recorded and repeated.
///
/// `make transcripts` records them anew; the difference is then read like any
/// other change.
@Suite struct TranscriptTests {
  static let names: [String] = {
    let all = try? FileManager.default.contentsOfDirectory(atPath: TestFolders.transcripts.path)
    return (all ?? []).filter { $0.hasSuffix(".txt") }.sorted()
  }()

  static let isRecording = ProcessInfo.processInfo.environment["ENTENTE_RECORD"] == "1"

  @Test("the program answers as recorded", arguments: names)
  func answersAsRecorded(name: String) throws {
    let file = TestFolders.transcripts.appending(path: name)
    let recorded = try String(contentsOf: file, encoding: .utf8)
    let replayed = try TestFolders.withScratchFolder { try Transcript(recorded).replayed(in: $0) }
    if Self.isRecording {
      try replayed.write(to: file, atomically: true, encoding: .utf8)
    } else if replayed != recorded {
      Issue.record("\(name) changed:\n\(Self.difference(recorded, replayed))")
    }
  }

  @Test("there are transcripts to repeat")
  func hasTranscripts() {
    #expect(Self.names.count > 10)
  }

  /// The first lines that differ.
  static func difference(_ old: String, _ new: String) -> String {
    let old = old.split(separator: "\n", omittingEmptySubsequences: false)
    let new = new.split(separator: "\n", omittingEmptySubsequences: false)
    let start = zip(old, new).prefix { $0 == $1 }.count
    let before = old[max(0, start - 3)..<start].map { "  \($0)" }
    let lost = old[start...].prefix(12).map { "- \($0)" }
    let found = new[start...].prefix(12).map { "+ \($0)" }
    return (before + lost + found).joined(separator: "\n")
  }
}

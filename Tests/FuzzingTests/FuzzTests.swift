import ArgumentParser
import CommandLine
import Foundation
import Fuzzing
import TestSupport
import Testing

/// A short run of spoilt input, and whether the runner would notice.
@Suite("Random input") struct FuzzTests {
  static let catalog = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Catalog").path

  @Test("every command is on the table")
  func complete() {
    let names = EntenteCommand.configuration.subcommands.map { $0._commandName }
    #expect(Set(names) == Set(CommandTable.names))
  }

  @Test("an input is determined by its seed and number")
  func determined() {
    let corpus = Corpus(folder: Self.catalog)
    var different = 0
    for index in 0..<40 as Range<UInt64> {
      let (one, same) = (
        FuzzInput.make(seed: 1, index: index, from: corpus),
        FuzzInput.make(seed: 1, index: index, from: corpus)
      )
      #expect(one.arguments == same.arguments)
      #expect(one.files.map(\.bytes) == same.files.map(\.bytes))
      let other = FuzzInput.make(seed: 2, index: index, from: corpus)
      if one.files[0].bytes != other.files[0].bytes { different += 1 }
    }
    #expect(different > 35)
  }

  @Test("what is wrong with an outcome is noticed")
  func noticed() {
    func faults(
      _ status: Int32?, _ output: String, _ errors: String = "", _ arguments: [String] = ["solve", "--json"],
      seconds: Double = 0
    ) -> [String] {
      Outcome(status: status, output: output, errors: errors, seconds: seconds).faults(
        of: arguments, within: 5)
    }
    #expect(faults(0, "{\"a\": 1}\n") == [])
    #expect(faults(2, "", "a.yaml:1:1: error: no [x]", ["solve"]) == [])
    #expect(faults(nil, "") == ["ended by a signal"])
    #expect(faults(132, "{}") == ["exit status 132"])
    #expect(faults(0, "{\"a\": ") == ["broken JSON"])
    #expect(faults(0, "{}\n{", "", ["solve", "--format", "jsonl"]) == ["a broken line of JSON"])
    #expect(faults(3, "", "", ["solve"]) == ["exit status 3 without a word"])
    #expect(faults(0, "a\u{202E}b", "", ["solve"]) == ["prints the invisible character U+202E"])
    #expect(faults(0, "{}", seconds: 9) == ["took 9 s"])
  }

  @Test("inputs are answered, and many of them by an answer")
  func short() throws {
    // Runs in this process, but not in its working directory.
    let corpus = Corpus(folder: Self.catalog)
    let folder = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files: Set<String> = ["case.yaml", "other.yaml", "base.yaml", "new.yaml"]
    var answered = 0
    for index in TestScale.seeds(80) {
      let input = FuzzInput.make(seed: 77, index: index, from: corpus)
      input.write(to: folder.path)
      let arguments = input.arguments.map {
        files.contains($0) || $0.hasPrefix("written.") ? folder.appending(path: $0).path : $0
      }
      let outcome = InProcess.run(arguments)
      #expect(
        outcome.faults(of: arguments, within: 30) == [], "\(index): \(input.arguments)\n\(outcome.errors)")
      if outcome.status == 0 || outcome.status == 1 { answered += 1 }
    }
    #expect(answered * 5 >= TestScale.seeds(80).count)
  }
}

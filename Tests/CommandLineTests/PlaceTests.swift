import CaseFile
import Foundation
import Notation
import Testing

@testable import CommandLine

/// Paths, folders and what somebody probably meant.
@Suite struct PlaceTests {
  @Test(
    "files of sources are found from where a case is written",
    arguments: [
      ("memo.txt", "cases", "cases", "memo.txt"), ("memo.txt", "cases", "", "cases/memo.txt"),
      ("memo.txt", "", "out", "../memo.txt"), ("../memo.txt", "cases", "out/deep", "../../memo.txt"),
      ("/abs/memo.txt", "cases", "out", "/abs/memo.txt"), ("a/b.txt", "cases", "cases/a", "b.txt"),
      ("./memo.txt", "", "", "memo.txt"),
    ])
  func relocation(path: String, origin: String, target: String, expected: String) {
    #expect(RelativePath.relocated(path, from: origin, to: target) == expected)
  }

  @Test("a folder gives its cases in order, hidden files and links aside")
  func folders() throws {
    try TestFolders.withScratchFolder { scratch in
      let folder = scratch.appending(path: "cases")
      let files = FileManager.default
      try files.createDirectory(at: folder.appending(path: "b/.git"), withIntermediateDirectories: true)
      for name in ["b/two.YML", "one.yaml", "three.gmcr", "notes.txt", ".hidden.yaml", "b/.git/x.yaml"] {
        try "".write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
      }
      try files.createSymbolicLink(
        at: folder.appending(path: "b/loop"), withDestinationURL: folder)
      let found = try CaseFiles.files(at: folder.path).map { $0.dropFirst(folder.path.count + 1) }
      #expect(found == ["b/two.YML", "one.yaml", "three.gmcr"])
    }
  }

  @Test("commands are guessed by their beginning and by their spelling")
  func commands() {
    let commands = ["solve", "show", "schema", "check"]
    #expect(Suggestion.command(for: "sol", among: commands) == "solve")
    #expect(Suggestion.command(for: "chekc", among: commands) == "check")
    #expect(Suggestion.command(for: "frobnicate", among: commands) == nil)
  }

  @Test("the answer is printed in one piece, and not at all after an interruption")
  func printing() {
    let path = TestFolders.fixtures.appending(path: "suspects.yaml").path
    let recorder = Recorder()
    #expect(Program.run(["solve", path], in: recorder.environment()) == .done)
    #expect(recorder.output.hasPrefix("Two suspects\n"))
    let stopped = Recorder()
    #expect(Program.run(["solve", path], in: stopped.environment(isInterrupted: { true })) == .interrupted)
    #expect(stopped.output.isEmpty)
  }

  @Test("colour only where it is wanted")
  func color() {
    let path = TestFolders.fixtures.appending(path: "suspects.yaml").path
    func output(terminal: Bool, _ variables: [String: String] = [:]) -> String {
      let recorder = Recorder()
      _ = Program.run(["solve", path], in: recorder.environment(terminal: terminal, variables: variables))
      return recorder.output
    }
    #expect(output(terminal: true).contains("\u{1B}["))
    #expect(!output(terminal: false).contains("\u{1B}"))
    #expect(!output(terminal: true, ["NO_COLOR": "1"]).contains("\u{1B}"))
    #expect(!output(terminal: true, ["TERM": "dumb"]).contains("\u{1B}"))
  }
}

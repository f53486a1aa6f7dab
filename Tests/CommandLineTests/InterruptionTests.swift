import Foundation
import Testing

/// Ctrl-C, on the real program.
@Suite(.serialized) struct InterruptionTests {
  /// A case that takes the reference engine a quarter of a minute on a fast machine, many times what
  /// the tests wait: twenty-two free options.
  static let endless: String = {
    func options(_ count: Int) -> String {
      (0..<count).map { "o\($0): O" }.joined(separator: ", ")
    }
    func wishes(_ other: String) -> String {
      (0..<11).map { "\(other).o\($0) iff o\(($0 + 1) % 11)" }.joined(separator: ", ")
    }
    return """
      entente: 1
      actors:
        one: {options: {\(options(11))}, prefers: [\(wishes("two"))]}
        two: {options: {\(options(11))}, prefers: [\(wishes("one"))]}
      """
  }()

  /// A folder with that case.
  private static func withEndlessCase(_ body: (URL) throws -> Void) throws {
    try TestFolders.withScratchFolder { folder in
      try endless.write(to: folder.appending(path: "endless.yaml"), atomically: true, encoding: .utf8)
      try body(folder)
    }
  }

  /// The command that solves it with the definitions.
  static let solve = "entente solve endless.yaml --engine reference --max-states 4194304"

  @Test("the first Ctrl-C ends the work within half a second, with nothing written")
  func interrupted() throws {
    try Self.withEndlessCase { folder in
      let command = ShellCommand(
        text: """
          \(Self.solve) 2> errors & pid=$!
          sleep 1
          kill -INT $pid; date +%s%N; wait $pid; status=$?; date +%s%N; cat errors; exit $status
          """, folder: folder)
      let result = try command.run()
      #expect(result.status == 130)
      #expect(result.output.hasSuffix("\nentente: interrupted, nothing written\n"))
      let times = result.output.split(separator: "\n").compactMap { Double($0) }
      #expect(times.count == 2, "\(result.output)")
      if times.count == 2 { #expect((times[1] - times[0]) / 1e9 < 0.5) }
    }
  }

  @Test("Ctrl-C ends a long text, and says that it is not whole")
  func interruptedWriting() throws {
    try Self.withEndlessCase { folder in
      let command = ShellCommand(
        text: """
          entente solve endless.yaml --concepts nash --format csv --all-states > rows 2> errors & pid=$!
          until [ -s rows ]; do sleep 0.05; done
          kill -INT $pid; date +%s%N; wait $pid; status=$?; date +%s%N; cat errors; exit $status
          """, folder: folder)
      let result = try command.run()
      #expect(result.status == 130)
      let lines = result.output.split(separator: "\n")
      #expect(lines.last == "entente: interrupted, what is written is not all")
      let times = lines.compactMap { Double($0) }
      if times.count == 2 { #expect((times[1] - times[0]) / 1e9 < 0.5) }
    }
  }

  @Test("a reader that has seen enough ends a long text at once")
  func closedPipe() throws {
    try Self.withEndlessCase { folder in
      let command = ShellCommand(
        text: "entente solve endless.yaml --concepts nash --format csv --all-states | head -1", folder: folder
      )
      let result = try command.run()
      #expect(result.output.hasPrefix("number,code,pattern,one.o0"))
      #expect(result.errors.isEmpty || result.errors.hasPrefix("entente: "))
      #expect(result.duration < 8)
    }
  }

  @Test("a second Ctrl-C ends it at once, and that is said")
  func interruptedTwice() throws {
    try Self.withEndlessCase { folder in
      let command = ShellCommand(
        text: """
          \(Self.solve) 2> errors & pid=$!
          sleep 1
          kill -INT $pid; kill -INT $pid; wait $pid; status=$?; cat errors; exit $status
          """,
        folder: folder)
      let result = try command.run()
      #expect(result.status == 130)
      #expect(result.output == "entente: interrupted, nothing written\n")
    }
  }

  @Test("waiting for standard input can be interrupted")
  func waitingForInput() throws {
    try TestFolders.withScratchFolder { folder in
      let command = ShellCommand(
        text:
          "mkfifo pipe; (sleep 5 > pipe) & entente solve - < pipe & pid=$!; sleep 0.5; kill -INT $pid; wait $pid",
        folder: folder)
      let result = try command.run()
      #expect(result.status == 130)
    }
  }

  @Test("what is not read by a person is not told how far the work has come")
  func progress() throws {
    try Self.withEndlessCase { folder in
      let talking = try ShellCommand(
        text: "\(Self.solve) --time 2s", folder: folder
      ).run()
      #expect(talking.status == 3)
      #expect(talking.errors == "entente: --time gives more time\n")
      let quiet = try ShellCommand(
        text: "\(Self.solve) --time 2s --quiet", folder: folder
      ).run()
      #expect(quiet.status == 3)
      #expect(quiet.errors.isEmpty)
      #expect(quiet.duration < 4)
    }
  }
}

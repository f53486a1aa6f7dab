import CommandLine
import Foundation
import Synchronization

/// How a command ended; `Testing` has an `ExitStatus` of its own.
typealias ProgramStatus = ExitStatus

/// Runs commands in this process and keeps what they would have printed.
final class Recorder: Sendable {
  private struct Texts {
    var output = ""
    var errors = ""
  }

  private let texts = Mutex(Texts())

  var output: String { texts.withLock { $0.output } }
  var errors: String { texts.withLock { $0.errors } }

  /// An environment that prints into this recorder.
  func environment(
    standardInput: [UInt8] = [], isInterrupted: @escaping @Sendable () -> Bool = { false },
    terminal: Bool = false, variables: [String: String] = [:], width: Int = 80
  ) -> Environment {
    Environment(
      print: { text in
        self.texts.withLock { $0.output += text }
        return .yes
      },
      complain: { text in self.texts.withLock { $0.errors += text } },
      standardInput: { .success(standardInput) },
      outputIsTerminal: terminal,
      errorIsTerminal: terminal,
      width: width,
      variables: variables,
      seconds: { Date().timeIntervalSinceReferenceDate },
      isInterrupted: isInterrupted,
      residentMemory: { 1 << 20 },
      physicalMemory: { 1 << 34 }
    )
  }

  /// The result of a command, its input given as text.
  static func run(_ arguments: String..., input: String = "") -> (
    status: ExitStatus, output: String, errors: String
  ) {
    run(arguments, input: input)
  }

  /// The same with the arguments in a list.
  static func run(_ arguments: [String], input: String = "") -> (
    status: ExitStatus, output: String, errors: String
  ) {
    let recorder = Recorder()
    let status = Program.run(arguments, in: recorder.environment(standardInput: Array(input.utf8)))
    return (status, recorder.output, recorder.errors)
  }
}

import CaseFile
import CommandLine
import Foundation
import Synchronization

/// Runs command lines in this process.
public enum InProcess {
  private struct Texts {
    var output = ""
    var errors = ""
  }

  /// Runs a command line in the working directory; nothing is printed.
  public static func run(_ arguments: [String], standardInput: [UInt8] = []) -> Outcome {
    let start = ContinuousClock.now
    let printed = Printed()
    let environment = Environment(
      print: { text in
        printed.texts.withLock { $0.output += text }
        return .yes
      },
      complain: { text in printed.texts.withLock { $0.errors += text } },
      standardInput: { .success(standardInput) },
      width: 80,
      seconds: { seconds(start.duration(to: .now)) },
      residentMemory: { 1 << 20 },
      physicalMemory: { 1 << 31 })
    let status = Program.run(arguments, in: environment)
    return printed.texts.withLock {
      Outcome(
        status: status.rawValue, output: $0.output, errors: $0.errors,
        seconds: seconds(start.duration(to: .now)))
    }
  }

  private final class Printed: Sendable {
    let texts = Mutex(Texts())
  }

  static func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}

/// Runs command lines through a built program.
public struct BuiltProgram: Sendable {
  /// The program.
  public var path: String
  /// After so many seconds it is ended.
  public var patience: Double

  /// Runs a command line in a folder.
  public func run(_ arguments: [String], in folder: String) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.standardInput = FileHandle.nullDevice
    let (output, errors) = (folder + "/stdout", folder + "/stderr")
    for file in [output, errors] { _ = FileManager.default.createFile(atPath: file, contents: nil) }
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: errors))
    let start = ContinuousClock.now
    try process.run()
    while process.isRunning, start.duration(to: .now) < .seconds(patience) { usleep(1_000) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    let text = { (path: String) in
      String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }
    return Outcome(
      status: process.terminationReason == .exit ? process.terminationStatus : nil, output: text(output),
      errors: text(errors), seconds: InProcess.seconds(start.duration(to: .now)))
  }
}

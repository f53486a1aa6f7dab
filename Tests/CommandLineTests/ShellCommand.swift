import Foundation

/// A command line as somebody would type it, run by `sh` with the program first
/// in the path.
struct ShellCommand {
  /// What is typed.
  var text: String
  /// Where it is typed.
  var folder: URL
  /// More environment variables.
  var variables: [String: String] = [:]

  /// What came out.
  struct Result {
    var output: String
    var errors: String
    var status: Int32
    /// In seconds.
    var duration: Double
  }

  /// Runs the command to its end.
  func run() throws -> Result {
    let files = FileManager.default
    let outputs = folder.appending(path: ".outputs-\(UUID().uuidString)")
    try files.createDirectory(at: outputs, withIntermediateDirectories: true)
    defer { try? files.removeItem(at: outputs) }
    let (output, errors) = (outputs.appending(path: "output"), outputs.appending(path: "errors"))
    _ = files.createFile(atPath: output.path, contents: nil)
    _ = files.createFile(atPath: errors.path, contents: nil)

    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", text]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
    environment["PATH"] = TestFolders.products.path + ":" + (environment["PATH"] ?? "")
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    let start = Date()
    try Self.withAllSignals { try process.run() }
    process.waitUntilExit()
    return Result(
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self),
      status: process.terminationStatus, duration: Date().timeIntervalSince(start))
  }

  /// A new process holds back the signals that the thread does which starts it, and
  /// the test runner's threads hold back most; a shell that cannot hear of the end of
  /// a command would wait for it for ever.
  private static func withAllSignals(_ body: () throws -> Void) rethrows {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try body()
  }
}

import Foundation

/// The program CaDiCaL, which finds values of the variables with which all clauses hold, or says that there are none.
///
/// Biere, Fazekas, Fleury and Heisinger, CaDiCaL, Kissat, Paracooba, Plingeling and Treengeling entering the SAT
/// Competition 2020. Debian has it as the package `cadical`; `Scripts/prepare sat` installs it.
enum Cadical {
  /// Where it is; nil where it is not installed.
  static let program: URL? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { URL(fileURLWithPath: "\($0)/cadical") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
  }()

  static var isInstalled: Bool { program != nil }

  /// Why there is no answer.
  struct Failure: Error {
    var status: Int32
    var output: String
  }

  /// Which variables hold in a solution of a circuit, by number; nil where it has none.
  static func solve(_ circuit: Circuit) throws -> [Bool]? {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).cnf")
    try Data(circuit.dimacs.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = program
    process.arguments = ["-q", file.path]
    process.standardOutput = pipe
    try process.run()
    let output = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    switch process.terminationStatus {
    case 10: return values(in: output, count: circuit.variableCount)
    case 20: return nil
    default: throw Failure(status: process.terminationStatus, output: output)
    }
  }

  /// What stands on the lines that begin with a v.
  private static func values(in output: String, count: Int) -> [Bool] {
    var values = [Bool](repeating: false, count: count + 1)
    for line in output.split(separator: "\n") where line.hasPrefix("v ") {
      for word in line.dropFirst(2).split(separator: " ") {
        if let literal = Int(word), literal > 0 { values[literal] = true }
      }
    }
    return values
  }
}

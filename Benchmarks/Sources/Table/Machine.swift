import Foundation

/// The machine in words that do not tell whose it is.
struct Machine {
  let coreCount = ProcessInfo.processInfo.activeProcessorCount

  /// The system's short name, such as `debian`.
  var systemName: String {
    #if os(macOS)
      return "macos"
    #else
      return Self.value("ID", in: Self.release, separator: "=") ?? "linux"
    #endif
  }

  /// What stands in `MACHINE.md`.
  var text: String {
    let system =
      Self.value("PRETTY_NAME", in: Self.release, separator: "=")
      ?? ProcessInfo.processInfo.operatingSystemVersionString
    let processor = Self.value("model name", in: "/proc/cpuinfo", separator: ":") ?? "not told by the system"
    let swift = Self.output(of: ["swift", "--version"]).split(separator: "\n").first {
      $0.contains("Swift version")
    }
    let commit = Self.output(of: ["git", "rev-parse", "--short", "HEAD"])
    let isChanged = !Self.output(of: ["git", "status", "--porcelain", "--untracked-files=no"]).isEmpty
    return """
      # The machine

      - Processor: \(processor), \(coreCount) cores
      - Memory: \(Text.bytes(Memory.installedBytes))
      - System: \(system)
      - Compiler: \(swift.map(String.init) ?? "not found"); `-c release`, no flags for the processor
      - Commit: \(commit.isEmpty ? "not known" : commit)\(isChanged ? ", with changes" : "")

      """
  }

  private static let release = "/etc/os-release"

  /// What follows the name on the first line that begins with it.
  private static func value(_ name: String, in path: String, separator: Character) -> String? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: separator, maxSplits: 1)
      if parts.count == 2, parts[0].trimmingCharacters(in: .whitespaces) == name {
        return parts[1].trimmingCharacters(in: CharacterSet(charactersIn: " \""))
      }
    }
    return nil
  }

  /// What a command prints, or nothing when it cannot be run.
  private static func output(of command: [String]) -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return "" }
    let data = (try? output.fileHandleForReading.readToEnd()) ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { return "" }
    return String(decoding: data, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
  }
}

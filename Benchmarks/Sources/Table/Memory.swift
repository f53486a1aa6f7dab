import Foundation

#if canImport(Darwin)
  import Darwin
#endif

/// What the process and the machine have in memory.
enum Memory {
  /// What is left to the rest of the machine when a row is begun.
  static let reserve: UInt64 = 512 << 20

  /// The most that this process held so far.
  static var peakBytes: UInt64 {
    #if os(Linux)
      // Not by getrusage, which begins with what the parent held.
      return line("VmHWM:", of: "/proc/self/status") ?? 0
    #else
      var usage = rusage()
      getrusage(RUSAGE_SELF, &usage)
      return UInt64(usage.ru_maxrss)
    #endif
  }

  /// What can be had without pushing anything out, or nil where the system does
  /// not say.
  static var availableBytes: UInt64? {
    guard let machine = line("MemAvailable:", of: "/proc/meminfo") else { return nil }
    guard let text = try? String(contentsOfFile: "/sys/fs/cgroup/memory.max", encoding: .utf8),
      let container = UInt64(text.trimmingCharacters(in: .whitespacesAndNewlines))
    else { return machine }
    return min(machine, container)
  }

  /// What the machine has.
  static var installedBytes: UInt64 { ProcessInfo.processInfo.physicalMemory }

  /// The figure in kibibytes that follows a word at the start of a line.
  private static func line(_ word: String, of path: String) -> UInt64? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    for line in text.split(separator: "\n") where line.hasPrefix(word) {
      return line.split(separator: " ").lazy.compactMap { UInt64($0) }.first.map { $0 << 10 }
    }
    return nil
  }
}

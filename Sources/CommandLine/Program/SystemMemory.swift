import CaseFile

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the system says about memory, in bytes.
enum SystemMemory {
  /// What the process holds: its resident set, or its peak where the system does
  /// not say.
  static func resident() -> UInt64 {
    #if os(Linux)
      return pages()?.resident ?? 0
    #else
      var usage = rusage()
      getrusage(RUSAGE_SELF, &usage)
      return UInt64(usage.ru_maxrss)
    #endif
  }

  /// What the machine has.
  static func machine() -> UInt64 {
    let pages = sysconf(Int32(_SC_PHYS_PAGES))
    return pages > 0 ? UInt64(pages) * pageSize : .max
  }

  /// What the process can have without driving others out; the greatest number
  /// where the system does not say.
  static func free() -> UInt64 {
    guard let text = text(of: "/proc/meminfo") else { return .max }
    for line in text.split(separator: "\n") where line.hasPrefix("MemAvailable:") {
      let fields = line.split(separator: " ")
      if fields.count > 1, let kilobytes = UInt64(fields[1]) { return kilobytes * 1_024 + resident() }
    }
    return .max
  }

  /// The most that the system lets the process hold, by the limits set for it and
  /// for the container that it is in.
  static func limit() -> UInt64 {
    min(processLimit(), containerLimit())
  }

  /// `ulimit -v` and `ulimit -d`. What is mapped and never touched counts there,
  /// and some room is left for what no estimate covers.
  private static func processLimit() -> UInt64 {
    #if os(Linux)
      var limit = rlimit()
      var least = UInt64.max
      for resource in [RLIMIT_AS, RLIMIT_DATA]
      where getrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0 && limit.rlim_cur != rlim_t.max {
        least = min(least, UInt64(limit.rlim_cur))
      }
      guard least != .max, let pages = pages() else { return least }
      let untouched = pages.mapped - min(pages.mapped, pages.resident)
      return max(least - min(least, untouched + reserve), 1)
    #else
      return .max
    #endif
  }

  private static let reserve: UInt64 = 24 << 20

  /// The limits of the control groups that the process is in, of either version,
  /// from its own group upwards.
  private static func containerLimit() -> UInt64 {
    guard let text = text(of: "/proc/self/cgroup") else { return .max }
    var least = UInt64.max
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
      guard fields.count == 3 else { continue }
      let (root, name): (String, String)
      if fields[1].isEmpty {
        (root, name) = ("/sys/fs/cgroup", "memory.max")
      } else if fields[1].split(separator: ",").contains("memory") {
        (root, name) = ("/sys/fs/cgroup/memory", "memory.limit_in_bytes")
      } else {
        continue
      }
      var path = fields[2].split(separator: "/")
      while true {
        let folder = ([root] + path.map(String.init)).joined(separator: "/")
        if let text = Self.text(of: folder + "/" + name),
          let bytes = UInt64(text.filter { !$0.isWhitespace })
        {
          least = min(least, bytes)
        }
        if path.popLast() == nil { break }
      }
    }
    return least
  }

  #if os(Linux)
    private static func pages() -> (mapped: UInt64, resident: UInt64)? {
      // Asked for again and again, and short.
      let descriptor = open("/proc/self/statm", O_RDONLY)
      guard descriptor >= 0 else { return nil }
      defer { close(descriptor) }
      var bytes = [UInt8](repeating: 0, count: 128)
      let count = read(descriptor, &bytes, bytes.count)
      guard count > 0 else { return nil }
      let fields = String(decoding: bytes[..<count], as: UTF8.self).split(separator: " ")
      guard fields.count > 1, let mapped = UInt64(fields[0]), let resident = UInt64(fields[1]) else {
        return nil
      }
      return (mapped * pageSize, resident * pageSize)
    }
  #endif

  private static var pageSize: UInt64 { UInt64(sysconf(Int32(_SC_PAGESIZE))) }

  private static func text(of path: String) -> String? {
    guard case .success(let bytes) = FileSource.interruptible.follow(path) else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}

import CaseFile
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Environment {
  /// The process as it was started: its standard streams, clock and signals.
  public static func system() -> Environment {
    let variables = ProcessInfo.processInfo.environment
    return Environment(
      print: { write($0, to: STDOUT_FILENO) },
      complain: { _ = write($0, to: STDERR_FILENO) },
      standardInput: { FileSource.read(STDIN_FILENO) },
      files: .bounded,
      outputIsTerminal: isatty(STDOUT_FILENO) == 1,
      errorIsTerminal: isatty(STDERR_FILENO) == 1,
      width: width(variables),
      variables: variables,
      seconds: {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
      },
      isInterrupted: { Interruption.isRequested },
      residentMemory: residentBytes,
      physicalMemory: availableBytes,
      withoutInterruption: { Interruption.hold($0) }
    )
  }

  private static func write(_ text: String, to descriptor: Int32) -> Written {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)[...]
      while !rest.isEmpty {
        let part = UnsafeRawBufferPointer(rebasing: rest)
        #if canImport(Glibc)
          let count = Glibc.write(descriptor, part.baseAddress, part.count)
        #else
          let count = Darwin.write(descriptor, part.baseAddress, part.count)
        #endif
        if count >= 0 {
          rest = rest.dropFirst(count)
        } else if errno == EPIPE || errno == EBADF {
          // The reader has gone, or the stream was closed from the start.
          return .nobodyReads
        } else if errno != EINTR || Interruption.isRequested {
          return .failed(String(cString: strerror(errno)))
        }
      }
      return .yes
    }
  }

  private static func width(_ variables: [String: String]) -> Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return min(max(Int(size.ws_col), 40), 120)
    }
    return 100
  }

  /// The resident set of the process, or its peak where the system does not say.
  private static func residentBytes() -> UInt64 {
    #if os(Linux)
      let descriptor = open("/proc/self/statm", O_RDONLY)
      guard descriptor >= 0 else { return 0 }
      defer { close(descriptor) }
      var bytes = [UInt8](repeating: 0, count: 128)
      let count = read(descriptor, &bytes, bytes.count)
      guard count > 0 else { return 0 }
      let fields = String(decoding: bytes[..<count], as: UTF8.self).split(separator: " ")
      guard fields.count > 1, let pages = UInt64(fields[1]) else { return 0 }
      return pages * UInt64(sysconf(Int32(_SC_PAGESIZE)))
    #else
      var usage = rusage()
      getrusage(RUSAGE_SELF, &usage)
      return UInt64(usage.ru_maxrss)
    #endif
  }

  /// What the machine has, or what the container allows when that is less.
  private static func availableBytes() -> UInt64 {
    let machine = ProcessInfo.processInfo.physicalMemory
    guard let text = try? String(contentsOfFile: "/sys/fs/cgroup/memory.max", encoding: .utf8),
      let allowed = UInt64(text.trimmingCharacters(in: .whitespacesAndNewlines))
    else { return machine }
    return min(machine, allowed)
  }
}

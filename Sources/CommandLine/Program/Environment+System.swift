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
      residentMemory: SystemMemory.resident,
      physicalMemory: SystemMemory.machine,
      freeMemory: SystemMemory.free,
      memoryLimit: SystemMemory.limit,
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
}

import CaseFile
import Disk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Environment {
  /// The process as it was started: its standard streams, clock and signals.
  public static func system() -> Environment {
    Environment(
      print: { text in
        Interruption.printing()
        return write(text, to: STDOUT_FILENO)
      },
      complain: { _ = write($0.forTerminal, to: STDERR_FILENO) },
      standardInput: { FileSource.read(STDIN_FILENO) { Interruption.isRequested } },
      inputLines: { take in
        FileSource.readLines(STDIN_FILENO, isInterrupted: { Interruption.isRequested }, take)
      },
      files: .interruptible,
      outputIsTerminal: isatty(STDOUT_FILENO) == 1,
      errorIsTerminal: isatty(STDERR_FILENO) == 1,
      width: width(),
      catalog: Catalog.place(
        program: ownPath(), variable: getenv("ENTENTE_CATALOG").map { String(cString: $0) }),
      variables: variables(["NO_COLOR", "TERM", "PATH", "TMPDIR"]),
      seconds: {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        return Double(now.tv_sec) + Double(now.tv_nsec) / 1e9
      },
      isInterrupted: { Interruption.isRequested },
      residentMemory: SystemMemory.resident,
      physicalMemory: SystemMemory.machine,
      freeMemory: SystemMemory.free,
      memoryLimit: SystemMemory.limit
    )
  }

  private static func write(_ text: String, to descriptor: Int32) -> Written {
    switch Descriptor.write(text, to: descriptor, unless: { Interruption.isRequested }) {
    case nil: .yes
    case EPIPE?: .nobodyReads
    case let code?: .failed(String(cString: strerror(code)))
    }
  }

  /// Where the file of this program is, links followed.
  private static func ownPath() -> String? {
    #if canImport(Glibc)
      RealPath.of("/proc/self/exe").map(PathBytes.text)
    #else
      var size: UInt32 = 0
      _NSGetExecutablePath(nil, &size)
      var path = [CChar](repeating: 0, count: Int(size))
      return _NSGetExecutablePath(&path, &size) == 0
        ? RealPath.of(String(cString: path)).map(PathBytes.text) : nil
    #endif
  }

  /// The variables among these that are set.
  private static func variables(_ names: [String]) -> [String: String] {
    var values: [String: String] = [:]
    for name in names {
      if let value = getenv(name) { values[name] = String(cString: value) }
    }
    return values
  }

  private static func width() -> Int {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return min(max(Int(size.ws_col), 40), 120)
    }
    return 100
  }
}

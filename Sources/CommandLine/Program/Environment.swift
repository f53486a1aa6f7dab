public import CaseFile

/// Everything outside the program that a command touches, as one value.
///
/// Commands print, read the clock and ask for a stop only through this value, so
/// that a test runs them in its own process and looks at what they would have
/// printed.
///
///     var environment = Environment.test
///     Program.run(["solve", "suspects.yaml"], in: environment)   // .done
public struct Environment: Sendable {
  /// Prints text on standard output; the answer is false when nobody reads any more.
  public var print: @Sendable (String) -> Written
  /// Prints text on standard error.
  public var complain: @Sendable (String) -> Void
  /// Reads all bytes of standard input.
  public var standardInput: @Sendable () -> Result<[UInt8], FileSource.Problem>
  /// Reads standard input line by line as they come, until one is answered with no; what went
  /// wrong, if something did.
  public var inputLines: @Sendable (_ take: ([UInt8]) -> Bool) -> FileSource.Problem?
  /// Where the files that are read come from.
  public var files: FileSource
  /// Those that the command at work used until now.
  var used = UsedFiles()
  /// Whether standard output is a terminal.
  public var outputIsTerminal: Bool
  /// Whether standard error is a terminal.
  public var errorIsTerminal: Bool
  /// How many columns a line of output may have.
  public var width: Int
  /// The folder of the catalog of cases, if there is one.
  public var catalog: String?
  /// The environment variables that matter: `NO_COLOR`, `TERM`; for other programs `PATH` and `TMPDIR`.
  public var variables: [String: String]
  /// Seconds since some moment in the past.
  public var seconds: @Sendable () -> Double
  /// Whether somebody asked the program to stop.
  public var isInterrupted: @Sendable () -> Bool
  /// How much memory the process holds, in bytes.
  public var residentMemory: @Sendable () -> UInt64
  /// How much memory the machine has, in bytes.
  public var physicalMemory: @Sendable () -> UInt64
  /// How much memory the process can have without driving others out, in bytes.
  public var freeMemory: @Sendable () -> UInt64
  /// The most memory that limits of the system let the process hold, in bytes.
  public var memoryLimit: @Sendable () -> UInt64
  /// Calls the body once for each index below the count, perhaps several at a
  /// time, and returns when all are done.
  public var forEach: @Sendable (_ count: Int, _ body: @Sendable (Int) -> Void) -> Void
  /// Calls the body while no other such body runs.
  public var oneAtATime: @Sendable (_ body: () -> Void) -> Void

  /// What became of text that was printed.
  public enum Written: Sendable, Hashable {
    /// It was written.
    case yes
    /// Nobody reads any more, as when `head` has seen enough.
    case nobodyReads
    /// It could not be written, for this reason.
    case failed(String)
  }

  /// An environment made of the given parts.
  public init(
    print: @escaping @Sendable (String) -> Written,
    complain: @escaping @Sendable (String) -> Void,
    standardInput: @escaping @Sendable () -> Result<[UInt8], FileSource.Problem> = { .success([]) },
    inputLines: (@Sendable (([UInt8]) -> Bool) -> FileSource.Problem?)? = nil,
    files: FileSource? = nil,
    outputIsTerminal: Bool = false,
    errorIsTerminal: Bool = false,
    width: Int = 100,
    catalog: String? = nil,
    variables: [String: String] = [:],
    seconds: @escaping @Sendable () -> Double = { 0 },
    isInterrupted: @escaping @Sendable () -> Bool = { false },
    residentMemory: @escaping @Sendable () -> UInt64 = { 0 },
    physicalMemory: @escaping @Sendable () -> UInt64 = { .max },
    freeMemory: @escaping @Sendable () -> UInt64 = { .max },
    memoryLimit: @escaping @Sendable () -> UInt64 = { .max },
    forEach: @escaping @Sendable (Int, @Sendable (Int) -> Void) -> Void = { Team.shared.forEach($0, $1) },
    oneAtATime: @escaping @Sendable (() -> Void) -> Void = { Team.shared.oneAtATime($0) }
  ) {
    self.print = print
    self.complain = complain
    self.standardInput = standardInput
    self.inputLines =
      inputLines ?? { take in
        switch standardInput() {
        case .failure(let problem): return problem
        case .success(let bytes):
          _ = bytes.split(separator: UInt8(ascii: "\n")).first { !take(Array($0)) }
          return nil
        }
      }
    self.files = files ?? .interruptible
    self.outputIsTerminal = outputIsTerminal
    self.errorIsTerminal = errorIsTerminal
    self.width = width
    self.catalog = catalog
    self.variables = variables
    self.seconds = seconds
    self.isInterrupted = isInterrupted
    self.residentMemory = residentMemory
    self.physicalMemory = physicalMemory
    self.freeMemory = freeMemory
    self.memoryLimit = memoryLimit
    self.forEach = forEach
    self.oneAtATime = oneAtATime
  }

  /// Whether output is coloured: on a terminal that can, unless `NO_COLOR` is set
  /// to anything (no-color.org).
  public var usesColor: Bool { outputIsTerminal && allowsColor }

  /// Whether messages on standard error are coloured.
  public var colorsErrors: Bool { errorIsTerminal && allowsColor }

  private var allowsColor: Bool {
    (variables["NO_COLOR"] ?? "").isEmpty && variables["TERM"] != "dumb"
  }
}

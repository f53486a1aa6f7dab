import CaseFile
import ConflictModel
import Reports
import Stability

/// One command at work: its environment, its allowance and the line that shows
/// how far it has come.
struct Session {
  let environment: Environment
  let limits: EnumerationLimits
  let control: Control
  private let line: ProgressLine
  private let start: Double
  private let isQuiet: Bool
  /// The most states that any engine takes on.
  private let stateLimit: UInt64
  /// How much memory the command may use, in bytes.
  private let allowedBytes: UInt64

  /// Above so many states `sim`, which takes longest by far, is decided only when
  /// it is asked for by name.
  static let simLimit: UInt64 = 65_536

  init(_ allowance: AllowanceArguments, in environment: Environment) {
    self.environment = environment
    limits = allowance.limits
    line = ProgressLine(environment)
    control = Control(Watch(allowance, in: environment), progress: allowance.quiet ? nil : line)
    start = environment.seconds()
    isQuiet = allowance.quiet
    stateLimit = allowance.maxStates ?? .max
    allowedBytes = allowance.bytes(in: environment)
  }

  /// Reads the case and works out what it means.
  ///
  /// Doubts of the reader are printed, unless the command is to be quiet.
  func load(_ arguments: CaseArguments) throws(Failure) -> Case {
    try loadWithInput(arguments).meaning
  }

  /// Reads the case and works out what it means; keeps what was read.
  func loadWithInput(_ arguments: CaseArguments) throws(Failure) -> LoadedCase {
    defer { line.clear() }
    let loaded = try arguments.load(in: environment, limits: limits, control: control)
    let warnings = loaded.input.warnings
    if !isQuiet, !warnings.isEmpty {
      environment.complain(SyntaxError(warnings).readable(color: environment.colorsErrors))
    }
    return loaded
  }

  /// Decides the concepts for every state and actor; with no concepts, only works
  /// out moves and preferences.
  func solve(
    _ conflict: Conflict, _ concepts: [Concept], by engine: Engine? = nil, simLimit: UInt64 = .max
  ) -> Solution {
    defer { line.clear() }
    let held = environment.residentMemory()
    let request = SolveRequest(
      concepts: concepts, limits: limits, stateLimit: stateLimit, simLimit: simLimit, engine: engine,
      memory: allowedBytes > held ? allowedBytes - held : 0)
    return conflict.solve(request, control: control)
  }

  /// Names the file that progress is about, where there are several.
  func tellProgress(about path: String) {
    line.tell(about: path)
  }

  /// Takes the progress line away.
  func clearProgress() {
    line.clear()
  }

  /// Seconds since the command started.
  var seconds: Double { environment.seconds() - start }

  /// How text is laid out here.
  var style: Style { Style(color: environment.usesColor, width: environment.width) }
}

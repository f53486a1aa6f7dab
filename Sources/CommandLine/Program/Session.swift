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

  init(_ allowance: AllowanceArguments, in environment: Environment) {
    self.environment = environment
    limits = allowance.limits
    line = ProgressLine(environment)
    control = Control(Watch(allowance, in: environment), progress: allowance.quiet ? nil : line)
    start = environment.seconds()
    isQuiet = allowance.quiet
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

  /// Decides the concepts for every state and actor.
  func solve(_ conflict: Conflict, _ concepts: [Concept]) -> Solution {
    defer { line.clear() }
    return conflict.solve(SolveRequest(concepts: concepts, limits: limits), control: control)
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

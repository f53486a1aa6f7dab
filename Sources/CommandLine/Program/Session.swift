import CaseFile
import ConflictModel
import Faces
import Notation
import Questions
import Briefings
import Stability

/// One command at work: its environment, its allowance and the line that shows
/// how far it has come.
struct Session {
  let environment: Environment
  /// What the question may use.
  let work: Work
  private let line: ProgressLine
  private let isQuiet: Bool

  init(_ allowance: AllowanceArguments, in environment: Environment) {
    self.environment = environment
    line = ProgressLine(environment)
    isQuiet = allowance.quiet
    let watch = Watch(allowance, in: environment)
    let start = environment.seconds()
    work = Work(
      limits: allowance.limits, control: Control(watch, progress: allowance.quiet ? nil : line),
      telling: Control(
        shouldStop: { watch.reasonToBreakOff() }, forEach: environment.forEach,
        oneAtATime: environment.oneAtATime),
      stateLimit: allowance.maxStates, allowedBytes: allowance.bytes(in: environment),
      heldBytes: environment.residentMemory(), seconds: { environment.seconds() - start })
    if !allowance.quiet, let shortage = allowance.shortage(in: environment) { environment.complain(shortage) }
  }

  /// Reads the case and works out what it means; keeps what was read.
  ///
  /// Doubts of the reader are printed, unless the command is to be quiet.
  func load(_ arguments: CaseArguments) throws(Failure) -> (meaning: Case, input: CaseInput) {
    defer { line.clear() }
    let input = try arguments.read(in: self)
    complain(input.warnings)
    return (try arguments.subject(input.document).meaning(work), input)
  }

  /// Reads the case that a question is about.
  func subject(_ arguments: CaseArguments) throws(Failure) -> Subject {
    defer { line.clear() }
    let input = try arguments.read(in: self)
    complain(input.warnings)
    return arguments.subject(input.document)
  }

  /// Reads the cases that a question is about.
  func subject(_ arguments: CaseListArguments) throws(Failure) -> Subject {
    var cases: [Subject.Written] = []
    for path in arguments.paths {
      let input = try CaseInput.read(
        path, within: arguments.reach.reach(naming: arguments.paths), in: environment, work)
      cases.append(Subject.Written(name: path, document: input.document))
    }
    return Subject(
      cases, given: arguments.changes.given, day: arguments.on, profiles: arguments.changes.profiles)
  }

  private func complain(_ warnings: [Diagnostic]) {
    if isQuiet || warnings.isEmpty { return }
    environment.complain(SyntaxError(warnings).readable(color: environment.colorsErrors))
  }

  /// What known answers of a case are compared with.
  func bench(_ subject: Case, _ solution: Solution, numbered: FeasibleStates? = nil) -> ExpectationBench {
    ExpectationBench(
      case: subject, solution: solution, numbered: numbered, request: work.request([], heldAtOnce: 2),
      control: work.control)
  }

  /// Names the file that progress is about, where there are several.
  func tellProgress(about path: String) {
    line.tell(about: path)
  }

  /// Takes the progress line away.
  func clearProgress() {
    line.clear()
  }

  /// The options of a report on what this command solved.
  var reportOptions: SolveReport.Options {
    var options = SolveReport.Options()
    options.seconds = work.seconds()
    options.memoryHeld = work.heldBytes
    options.control = work.telling
    return options
  }

  /// A text that is written in pieces and shows how far it has come, unless it goes to a
  /// terminal, where it shows by itself; it keeps to the limits.
  func stream(_ write: @escaping (TextReader) -> Limit?) -> (TextReader) -> Limit? {
    { reader in
      let isShown = !isQuiet && !environment.outputIsTerminal
      let reader = reader.reporting(
        { if isShown { line.show(.writing, $0, of: $1) } }, shouldEnd: { work.telling.shouldStop() })
      let cut = write(reader)
      line.clear()
      return work.limit(cut)
    }
  }

  /// How text is laid out here.
  var style: Style { Style(color: environment.usesColor, width: environment.width) }
}

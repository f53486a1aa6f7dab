import Analyses
import CaseFile
import ConflictModel
import Notation
import Reports
import Stability

/// One command at work: its environment, its allowance and the line that shows
/// how far it has come.
struct Session {
  let environment: Environment
  let limits: EnumerationLimits
  let control: Control
  /// The control of what is told of what was found out: it may go on a little longer,
  /// so that an answer does not go unsaid.
  let telling: Control
  private let line: ProgressLine
  private let start: Double
  private let isQuiet: Bool
  /// The most states that any engine takes on.
  private let stateLimit: UInt64
  /// How much memory the command may use, in bytes.
  private let allowedBytes: UInt64

  /// How much of that the program holds already.
  private let heldBytes: UInt64

  init(_ allowance: AllowanceArguments, in environment: Environment) {
    self.environment = environment
    line = ProgressLine(environment)
    let watch = Watch(allowance, in: environment)
    control = Control(watch, progress: allowance.quiet ? nil : line)
    telling = Control(
      shouldStop: { watch.reasonToBreakOff() }, forEach: environment.forEach,
      oneAtATime: environment.oneAtATime)
    start = environment.seconds()
    isQuiet = allowance.quiet
    stateLimit = allowance.maxStates ?? .max
    allowedBytes = allowance.bytes(in: environment)
    heldBytes = min(environment.residentMemory(), allowedBytes)
    var limits = allowance.limits
    limits.moveBytes = allowedBytes - heldBytes
    self.limits = limits
    if !allowance.quiet, let shortage = allowance.shortage(in: environment) { environment.complain(shortage) }
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
  /// out moves and preferences. Where there are too many states for `sim`, it is
  /// passed over unless it is `named`. No engine takes on more than `most` states.
  func solve(
    _ conflict: Conflict, _ concepts: [Concept], by engine: Engine? = nil, naming named: [Concept] = [],
    atMost most: UInt64 = .max, as share: Share = .all
  ) -> Solution {
    let control: Control
    switch share {
    case .all: control = self.control
    case .part(let index, let count): control = self.control.part(index, of: count)
    case .untold: control = self.control.silent
    }
    defer { if case .all = share { line.clear() } }
    let request = SolveRequest(
      concepts: concepts, limits: limits, stateLimit: min(stateLimit, most),
      simLimit: named.contains(.sim) ? .max : SolveReport.simLimit, engine: engine,
      memory: allowedBytes - heldBytes)
    return conflict.solve(request, control: control)
  }

  /// How much of a command's work a solution is, so that what is told of the work never
  /// goes backwards.
  enum Share {
    /// All of it.
    case all
    /// One of so many that are alike, from 0.
    case part(Int, of: Int)
    /// Part of something that tells itself how far it has come.
    case untold
  }

  /// Solves a case in every world.
  func worlds(
    _ document: CaseDocument, given: [String: Bool], profiles: [String: String],
    varying dimensions: [Dimension], _ concept: Concept
  ) throws(CaseError) -> Worlds {
    defer { line.clear() }
    // Two may be at work at the same time, and more are small.
    let request = SolveRequest(
      concepts: [concept], limits: limits, stateLimit: stateLimit, memory: (allowedBytes - heldBytes) / 2)
    return try Worlds(
      document, given: given, profiles: profiles, varying: dimensions, request: request, control: control)
  }

  /// Solves a case as each of its actors sees it.
  func hypergame(of subject: Case, _ concept: Concept) throws(CaseError) -> Hypergame {
    defer { line.clear() }
    // The tables of every view are held until the end.
    let views = UInt64(subject.document.actors.count { $0.perceives != nil }) + 1
    let request = SolveRequest(
      concepts: [concept], limits: limits, stateLimit: stateLimit,
      memory: (allowedBytes - heldBytes) / views)
    return try subject.hypergame(request, control: control)
  }

  /// Works out what must hold of preferences for something to last.
  func requirements(
    of subject: Case, _ target: Requirements.Target, _ concept: Concept, edits size: Int, varying actor: Int?
  ) throws(Failure) -> Requirements {
    defer { line.clear() }
    do {
      return try subject.requirements(
        for: target, under: concept, edits: size, varying: actor, limits: limits, control: control)
    } catch {
      throw .limit(limit(error.limit), subject.document)
    }
  }

  /// What known answers of a case are compared with.
  func bench(_ subject: Case, _ solution: Solution, numbered: FeasibleStates? = nil) -> ExpectationBench {
    let request = SolveRequest(
      concepts: [], limits: limits, stateLimit: stateLimit, memory: (allowedBytes - heldBytes) / 2)
    return ExpectationBench(
      case: subject, solution: solution, numbered: numbered, request: request, control: control)
  }

  /// A limit, with figures of memory for the whole program.
  func limit(_ limit: Limit) -> Limit { limit.including(memoryHeld: heldBytes) }

  /// A limit, if there is one, with figures of memory for the whole program.
  func limit(_ limit: Limit?) -> Limit? {
    limit?.including(memoryHeld: heldBytes)
  }

  /// Has verdicts drawn at random judged by the independent checker.
  func sample(_ count: Int, of solution: Solution) -> CertificateSample {
    defer { line.clear() }
    return VerdictSample(solution: solution, control: control).judge(count)
  }

  /// Names the file that progress is about, where there are several.
  func tellProgress(about path: String) {
    line.tell(about: path)
  }

  /// Takes the progress line away.
  func clearProgress() {
    line.clear()
  }

  /// Why a solution is not complete, with figures of memory for the whole program.
  func limit(of solution: Solution) -> Limit? {
    solution.limit?.including(memoryHeld: heldBytes)
  }

  /// The options of a report on what this command solved.
  var reportOptions: SolveReport.Options {
    var options = SolveReport.Options()
    options.seconds = environment.seconds() - start
    options.memoryHeld = heldBytes
    options.control = telling
    return options
  }

  /// A text that is written in pieces and shows how far it has come, unless it goes to a
  /// terminal, where it shows by itself; it keeps to the limits.
  func stream(_ write: @escaping (TextReader) -> Limit?) -> (TextReader) -> Limit? {
    { reader in
      let isShown = !isQuiet && !environment.outputIsTerminal
      let reader = reader.reporting(
        { if isShown { line.show(.writing, $0, of: $1) } }, shouldEnd: { telling.shouldStop() })
      let cut = write(reader)
      line.clear()
      return limit(cut)
    }
  }

  /// How text is laid out here.
  var style: Style { Style(color: environment.usesColor, width: environment.width) }
}

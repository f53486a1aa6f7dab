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
  /// The same for another question that begins now: time runs from now on, and a limit that was
  /// reached before is none any more.
  let anew: @Sendable () -> Work
  private let line: ProgressLine
  private let isQuiet: Bool

  init(_ allowance: AllowanceArguments<some Limited>, in environment: Environment) {
    self.environment = environment
    line = ProgressLine(environment)
    isQuiet = allowance.quiet
    let progress = allowance.quiet ? nil : line
    anew = { Self.work(within: allowance, in: environment, showing: progress) }
    work = anew()
    if !allowance.quiet, let shortage = allowance.shortage(in: environment) { environment.complain(shortage) }
  }

  /// Work that begins now.
  private static func work(
    within allowance: AllowanceArguments<some Limited>, in environment: Environment,
    showing progress: ProgressLine?
  ) -> Work {
    let watch = Watch(allowance, in: environment)
    let start = environment.seconds()
    var work = Work(
      limits: allowance.limits, control: Control(watch, progress: progress),
      telling: Control(
        shouldStop: { watch.reasonToBreakOff() }, forEach: environment.forEach,
        oneAtATime: environment.oneAtATime),
      stateLimit: allowance.maxStates, allowedBytes: allowance.bytes(in: environment),
      heldBytes: environment.residentMemory(), seconds: { environment.seconds() - start })
    work.reasonToEndTables = { watch.reasonToEndTables(share: $0) }
    work.residentBytes = environment.residentMemory
    return work
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
    arguments.changes.subject(
      try cases(arguments.paths, within: arguments.reach.reach(naming: arguments.paths)))
  }

  /// Reads two cases as they are written; `others` are those that arguments name.
  func subject(_ arguments: CasePairArguments, naming others: [String]) throws(Failure) -> Subject {
    let paths = [arguments.first, arguments.second]
    let reach = arguments.reach.reach(naming: paths + others)
    var subject = Subject(try cases(paths, within: reach))
    subject.open = { read($0, within: reach) }
    return subject
  }

  /// The files that a question is about, and those in the folders; none is read yet.
  func subject(_ arguments: FileArguments) throws(Failure) -> Subject {
    var paths: [(path: String, folder: String?)] = []
    for path in arguments.paths {
      let folder = CaseFiles.isFolder(path) ? path : nil
      for file in try CaseFiles.files(at: path) { paths.append((file, folder)) }
    }
    let reach = arguments.reach.reach(naming: arguments.paths.filter { !CaseFiles.isFolder($0) })
    let areSeveral = paths.count > 1
    return Subject(
      files: paths.map { (path, folder) in
        Subject.File(
          name: path,
          read: {
            // Reading comes first, so what is told from now on is about this file.
            if areSeveral { line.tell(about: path) }
            return read(path, within: reach, foundIn: folder)
          })
      })
  }

  private func cases(_ paths: [String], within reach: Reach) throws(Failure) -> [Subject.Written] {
    var cases: [Subject.Written] = []
    for path in paths {
      switch read(path, within: reach) {
      case .success(let written): cases.append(written)
      case .failure(let error): throw .wrong(error)
      }
    }
    return cases
  }

  private func read(
    _ path: String, within reach: Reach, foundIn folder: String? = nil
  ) -> Result<Subject.Written, SyntaxError> {
    do throws(SyntaxError) {
      let input = try CaseInput.read(path, within: reach, foundIn: folder, in: environment, work)
      return .success(input.written(as: path))
    } catch {
      return .failure(error)
    }
  }

  private func complain(_ warnings: [Diagnostic]) {
    if isQuiet || warnings.isEmpty { return }
    environment.complain(SyntaxError(warnings).readable(color: environment.colorsErrors))
  }

  /// Takes the progress line away.
  func clearProgress() {
    line.clear()
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

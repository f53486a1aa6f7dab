internal import ArgumentParser
import CaseFile
import ConflictModel
internal import Door
import Interchange
import Notation
import Questions
import Briefings
import Stability

/// `entente convert`
struct ConvertCommand: Subcommand, Limited {
  static let atLimit = "No file is written then (JSON that is printed says where it ends)"

  static let configuration = CommandConfiguration(
    commandName: "convert",
    abstract: "Write a case in another form, for other programs.",
    usage: "entente convert <case> [<options>]",
    discussion: """
      yaml is a case file; gmcr another program's; nfg a strategic-form game for Gambit; csv a table of \
      states; dot a graph for Graphviz; graphml a graph for network programs; json the whole answer of \
      'solve'. What another form cannot say is told on standard error.

      Examples:
        entente convert river.gmcr --to yaml -o river.yaml
        entente convert first.yaml --to dot | dot -Tsvg -o first.svg
        entente convert reading.yaml --to yaml --flat -o one-file.yaml
        entente convert first.yaml -o first.nfg

      Exit codes: 0 written, 2 the input is wrong or cannot be said in that form, 3 a limit was reached, \
      64 wrong usage, 130 interrupted.
      """)

  @OptionGroup var input: CaseArguments

  @Option(help: "The form to write; without it, what the name after -o ends in.")
  var to: Form?

  @Option(
    name: [.short, .long],
    help: ArgumentHelp("The file to write instead of standard output; it is replaced.", valueName: "file"),
    completion: .file())
  var output: String?

  @Flag(help: "Merge the files that the case extends into one case file.")
  var flat = false

  @Flag(help: "With --to csv, a table of moves instead of states.")
  var moves = false

  @OptionGroup var allowance: AllowanceArguments<Self>

  /// What can be written.
  enum Form: String, ExpressibleByArgument, CaseIterable, Sendable {
    case yaml, gmcr, nfg, csv, dot, graphml, json

    /// The form that a file's name asks for.
    init?(path: String) {
      guard let dot = path.lastIndex(of: ".") else { return nil }
      switch path[path.index(after: dot)...].lowercased() {
      case "yml": self = .yaml
      case "gv": self = .dot
      case let ending: self.init(rawValue: ending)
      }
    }
  }

  func validate() throws {
    guard let form else {
      throw ValidationError(
        "Say which form to write: --to \(Form.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    if moves && form != .csv { throw ValidationError("--moves goes with --to csv.") }
  }

  private var form: Form? {
    to ?? output.flatMap { Form(path: $0) }
  }

  func answer(in environment: Environment) throws(Failure) -> Response {
    let session = Session(allowance, in: environment)
    if input.path != "-" { environment.used.note(input.path, as: .subject) }
    try environment.requireWritable(destination)
    var response = Response()
    if form == .json {
      response.stream = try answer(session)
    } else {
      let loaded = try session.load(input)
      let exported: Exported
      do { exported = try export(loaded, session) } catch {
        let failure = Failure(error, in: loaded.input.document)
        throw Self.unlistable(failure, form, loaded.meaning, session.work) ?? failure
      }
      response.output = exported.text
      if !exported.warnings.isEmpty && !allowance.quiet {
        response.errors = SyntaxError(exported.warnings).readable(color: environment.colorsErrors)
      }
    }
    response.destination = destination
    return response
  }

  /// That no file of that form has room for so many states, where that is so.
  private static func unlistable(_ failure: Failure, _ form: Form?, _ subject: Case, _ work: Work) -> Failure?
  {
    failure.unlistable(
      "a file of this form (\(form?.rawValue ?? ""))", remedy: remedy, subject.conflict, work)
  }

  private static let remedy =
    "'entente solve' tells of sets of them, and writes some: --where, --sample or --limit with --format csv"

  /// The file to write, if it is not standard output.
  private var destination: Response.Destination? {
    guard let output, output != "-" else { return nil }
    return Response.Destination(path: output, replaces: true)
  }

  /// The whole answer of `solve`: a file that holds part of it would look like all.
  private func answer(_ session: Session) throws(Failure) -> (TextReader) -> Limit? {
    let parts = SolveQuestion.Section.allCases.map(\.rawValue).joined(separator: ",")
    let question = try SolveQuestion(Arguments([("with", parts)], to: SolveQuestion.table))
    let subject = try session.subject(input)
    let answer: SolveQuestion.Answer
    do throws(Failure) { answer = try question.answer(checking: subject, session.work) } catch {
      // What would be told state by state is no choice of whoever asks here.
      guard case .bound(var bound, let document) = error, bound.kind == .listedStates else { throw error }
      bound.words = "a file of this form (json) goes through the states one by one, and there are too many"
      bound.remedy = Self.remedy
      throw .bound(bound, document)
    }
    let report = SolveReport(answer, session.work)
    if let limit = answer.limit ?? report.limit {
      let failure = Failure.limit(limit, answer.subject.document)
      throw Self.unlistable(failure, .json, answer.subject, session.work) ?? failure
    }
    return session.stream { report.write(to: $0) }
  }

  private func export(_ loaded: (meaning: Case, input: CaseInput), _ session: Session) throws(CaseError)
    -> Exported
  {
    guard let form = caseForm else { return Exported(text: try caseFile(loaded)) }
    return try loaded.meaning.written(as: form, coalitions: loaded.input.coalitions, session.work)
  }

  /// The form, where it is another program's.
  private var caseForm: CaseForm? {
    switch form {
    case .yaml, .json, nil: nil
    case .gmcr: .gmcr
    case .nfg: .nfg
    case .csv: moves ? .moves : .csv
    case .dot: .dot
    case .graphml: .graphml
    }
  }

  /// The case as one file; the files of its sources are found from where it is written.
  private func caseFile(_ loaded: (meaning: Case, input: CaseInput)) throws(CaseError) -> String {
    let input = loaded.input
    if let place = input.extends, !flat {
      throw .wrong(
        SyntaxError(
          Diagnostic(
            .extendsOthers, "the case builds on other files, and a new file would hold all of them",
            at: place, hint: "add --flat to write them as one")))
    }
    var document = loaded.meaning.document
    if let output, output != "-" {
      let origin = RelativePath.folder(of: input.document.file)
      let target = RelativePath.folder(of: output)
      for index in document.sources.indices {
        document.sources[index].file = document.sources[index].file.map {
          RelativePath.relocated($0, from: origin, to: target)
        }
      }
    }
    return document.printed()
  }
}

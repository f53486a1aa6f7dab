internal import ArgumentParser
import CaseFile
import ConflictModel
internal import Door
internal import Faces
import Notation
import Questions
import Briefings
import Stability

/// `entente check`
struct CheckCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check cases: their text, known answers, sources and certificates.",
    usage: "entente check <files> ... [<options>]",
    discussion: """
      Reads each case, compares what it expects with what the solver finds, looks up what it cites where \
      the text of the source is there, and warns of what is doubtful. In a folder every .yaml, .yml and \
      .gmcr file is checked, in the folders below it as well.

      Examples:
        entente check first.yaml
        entente check Catalog --certificates
        entente check first.yaml --source memo=texts/memo.txt
        entente check Catalog --json

      Exit codes: 0 nothing is wrong, 1 a check failed, 2 the input is wrong, 3 a limit was reached, \
      64 wrong usage, 130 interrupted.
      """)

  @Argument(
    help: ArgumentHelp("Cases, or folders with cases.", valueName: "files"),
    completion: .file(extensions: ["yaml", "yml", "gmcr"]))
  var paths: [String]

  @Flag(help: "Have the independent checker verify the reasons for every verdict.")
  var certificates = false

  @Option(
    help: ArgumentHelp(
      "Where the text of a source is, as in --source memo=memo.txt. May be repeated.",
      valueName: "id=path"))
  var source: [Assignment] = []

  private static let forms = FormChoice(forms: AnswerForm.ofEveryAnswer)

  @Option(help: forms.formatHelp, completion: .list(forms.words))
  var format: String?

  @Option(name: [.short, .long], help: forms.outputHelp, completion: .file())
  var output: String?

  @Flag(help: FormChoice.jsonHelp)
  var json = false

  @OptionGroup var reach: ReachArguments

  @OptionGroup var allowance: AllowanceArguments

  private var choice: FormChoice {
    FormChoice(forms: Self.forms.forms, format: format, output: output, json: json)
  }

  var answersInJSON: Bool { choice.form.isJSON }

  func validate() throws { try choice.validate() }

  var asked: QuestionTable { .check }

  func answer(in environment: Environment) throws(Failure) -> Response {
    let (form, file) = (choice.form, choice.file)
    if let file, let obstacle = OutputFile.obstacle(at: file, replaces: true) {
      throw .wrong(SyntaxError(obstacle))
    }
    let session = Session(allowance, in: environment)
    var files: [(path: String, folder: String?)] = []
    for path in paths {
      let folder = CaseFiles.isFolder(path) ? path : nil
      for file in try CaseFiles.files(at: path) { files.append((file, folder)) }
    }
    let texts = Dictionary(source.map { ($0.name, $0.value) }) { $1 }
    var check = CaseCheck(
      session: session, reach: reach.reach(naming: paths.filter { !CaseFiles.isFolder($0) }),
      verifiesCertificates: certificates, texts: texts)
    var report = CheckReport(files: [])
    for (file, folder) in files {
      if environment.isInterrupted() { break }
      if files.count > 1 { session.tellProgress(about: file) }
      report.files.append(check.file(file, foundIn: folder))
    }
    session.clearProgress()
    try check.requireKnownSources()
    let setting = Setting(file == nil ? session.style : Style(), about: paths[0])
    let text =
      form == .json
      ? report.json().text(pretty: true).endingInNewline
      : report.text(of: report.bareDocument(), as: form, setting)
    var response = Response(output: text, status: Self.status(of: report))
    if let file { response.destination = Response.Destination(path: file, replaces: true) }
    return response
  }

  private static func status(of report: CheckReport) -> ExitStatus {
    if report.files.contains(where: { $0.limit == .interrupted }) { return .interrupted }
    if report.files.contains(where: { !$0.errors.isEmpty }) { return .wrongInput }
    if !report.passed { return .checkFailed }
    return report.isUndetermined ? .undetermined : .done
  }
}

internal import ArgumentParser
import CaseFile
import ConflictModel
internal import Door
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

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var reach: ReachArguments

  @OptionGroup var allowance: AllowanceArguments

  var answersInJSON: Bool { json }

  var asked: QuestionTable { .check }

  func answer(in environment: Environment) throws(Failure) -> Response {
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
    let output = json ? report.json().text(pretty: true) : report.text(session.style)
    return Response(output: output.endingInNewline, status: Self.status(of: report))
  }

  private static func status(of report: CheckReport) -> ExitStatus {
    if report.files.contains(where: { $0.limit == .interrupted }) { return .interrupted }
    if report.files.contains(where: { !$0.errors.isEmpty }) { return .wrongInput }
    if !report.passed { return .checkFailed }
    return report.isUndetermined ? .undetermined : .done
  }
}

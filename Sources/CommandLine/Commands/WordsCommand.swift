import Analyses
internal import ArgumentParser
import CaseFile
import ConflictModel
import Notation
import Reports
import Stability

/// `entente words`
struct WordsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "words",
    abstract: "Test threats and promises against what the actors want.",
    usage: "entente words <case> [<options>]",
    discussion: """
      For every declaration ('declares': if this, then that): whether its author could carry it out by a \
      move of its own and would gain by it, whom that would hurt, at which of the states that last it is \
      kept, broken or idle, and what would change if it were believed. Then, for the states that somebody \
      could leave to its own gain, whose answers hold them, and which of these holds are weak: whoever \
      must answer would itself rather stay.

      Examples:
        entente words first.yaml
        entente words first.yaml --concept gmr,seq
        entente words first.yaml --json

      Exit codes: 0 done, 2 the input is wrong, 3 a limit was reached, 64 wrong usage, 130 interrupted.
      """)

  @OptionGroup var input: CaseArguments

  @Option(
    help: ArgumentHelp(
      "In which sense states last: nash, gmr, smr, seq, sseq, sim, or all.", valueName: "names"),
    completion: .list(Concept.allCases.map(\.rawValue) + ["all"]))
  var concept = NameList(["seq"])

  @Flag(help: "Print the answer as JSON.")
  var json = false

  @OptionGroup var allowance: AllowanceArguments

  var answersInJSON: Bool { json }

  var question: Question { .words }

  func answer(in environment: Environment) throws(Failure) -> Response {
    let asked = try concept.concepts()
    let session = Session(allowance, in: environment)
    let subject = try session.load(input)
    let concepts = try asked.defined(in: subject.conflict)
    // Once as things stand, and once for each declaration that is believed.
    let count = 1 + subject.declarations.count
    var solved = 1
    let solution = session.solve(
      subject.conflict, [.nash] + concepts, naming: concepts, as: .part(0, of: count))
    if let limit = session.limit(of: solution) { throw .limit(limit, subject.document) }
    let analysis = WordsAnalysis(of: subject, solution, under: concepts, control: session.control) {
      defer { solved += 1 }
      // The same engine numbers the states alike.
      return session.solve(
        $0, concepts, by: solution.engine, naming: concepts, as: .part(min(solved, count - 1), of: count))
    }
    session.clearProgress()
    let report = WordsReport(case: subject, solution: solution, analysis: analysis)
    let output = json ? report.json().text(pretty: true) : report.text(session.style)
    return Response(
      output: output.endingInNewline, errors: json || allowance.quiet ? "" : analysis.limit?.remedy ?? "",
      status: ExitStatus(analysis.limit))
  }
}

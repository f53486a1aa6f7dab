import Analyses
internal import ArgumentParser
import CaseFile
import ConflictModel
import Notation
import Reports
import Stability

/// `entente paths`
struct PathsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "paths",
    abstract: "Find out what can be reached from here, by which steps, and what cannot.",
    usage: "entente paths <case> [<options>]",
    discussion: """
      Follows legal sequences, in which nobody moves twice running, from the status quo or another state. \
      By improvements (the default) each step makes its own mover better off; by moves anybody does \
      anything it can. Prints the shortest way to each equilibrium, what is out of reach and why, and who \
      can arrive where by which step. With --to, all ways to one outcome or state.

      Examples:
        entente paths first.yaml
        entente paths first.yaml --by moves --concept nash
        entente paths first.yaml --to deal --by moves --limit 5
        entente paths first.yaml --from 2 --json
        entente paths first.yaml --format dot | dot -Tsvg -o paths.svg

      Exit codes: 0 found, 2 the input is wrong, 3 a limit was reached (what was found is printed), \
      64 wrong usage, 130 interrupted.
      """)

  @OptionGroup var input: CaseArguments

  @Option(
    help: ArgumentHelp(
      "Where to start: a number, a pattern such as YNN, code:5, a state's id, status-quo, or an outcome with one state.",
      discussion: "A status quo that is not sure is followed from each state that it may be.",
      valueName: "state"))
  var from = "status-quo"

  @Option(help: "What the sequences are made of.")
  var by = Kind.improvements

  @Option(
    help: ArgumentHelp(
      "List the ways to an outcome, a state, or wherever a condition holds.", valueName: "target"))
  var to: String?

  @Option(
    help: ArgumentHelp("Whose equilibria to look for: nash, gmr, smr, seq, sseq or sim.", valueName: "name"),
    completion: .list(Concept.allCases.map(\.rawValue)))
  var concept = NameList(["seq"])

  @Option(help: ArgumentHelp("With --to, list at most this many ways.", valueName: "count"))
  var limit = 20

  @Option(help: "How to print the answer.")
  var format: Format?

  @Flag(help: "The same as --format json.")
  var json = false

  @OptionGroup var allowance: AllowanceArguments

  /// What sequences are made of.
  enum Kind: String, ExpressibleByArgument, CaseIterable, Sendable {
    case improvements, moves
  }

  /// How an answer is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, json, dot
  }

  func validate() throws {
    if json, let format, format != .json {
      throw ValidationError("--json and --format \(format.rawValue) exclude each other.")
    }
    if limit < 1 { throw ValidationError("--limit must be at least 1.") }
    if concept.names.count > 1 { throw ValidationError("--concept takes one concept here.") }
  }

  private var chosenFormat: Format { json ? .json : format ?? .text }

  var answersInJSON: Bool { chosenFormat == .json }

  var question: Question { .paths }

  func answer(in environment: Environment) throws(Failure) -> Response {
    let concepts = try concept.concepts()
    guard concepts.count == 1 else { throw .usage("--concept takes one concept here, not 'all'.") }
    let session = Session(allowance, in: environment)
    let subject = try session.load(input)
    try session.require(concepts[0], of: subject)
    let solution = session.solve(subject.conflict, concepts, naming: concepts)
    if let limit = session.limit(of: solution) { throw .limit(limit, subject.document) }
    var options = PathsReport.Options()
    options.kind = by == .moves ? .moves : .improvements
    options.concept = concepts[0]
    options.limit = limit
    if let to {
      let condition = try session.target(to, in: subject, among: solution.states)
      options.target = (words: to, condition: condition)
    }
    let starts = try session.starts(from, "--from", in: subject, among: solution.states)
    let report = PathsReport(
      case: subject, solution: solution, from: starts, options: options, control: session.control)
    session.clearProgress()
    var response = Response(
      errors: answersInJSON || allowance.quiet ? "" : report.limit?.remedy ?? "",
      status: ExitStatus(report.limit))
    switch chosenFormat {
    case .text: response.output = report.text(session.style).endingInNewline
    case .json: response.output = report.json().text(pretty: true).endingInNewline
    case .dot: response.output = report.dot()
    }
    return response
  }
}

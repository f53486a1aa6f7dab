internal import ArgumentParser
import CaseFile
import ConflictModel
import Reports
import Stability

/// `entente show`
struct ShowCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show what a case says: its states, moves or preferences.",
    usage: "entente show <case> [<what>] [<options>]",
    discussion: """
      Shows how the program understands a case, before any question about stability.

      Examples:
        entente show first.yaml
        entente show first.yaml states
        entente show first.yaml moves --given drought=yes
        entente show first.yaml preferences --json

      Exit codes: 0 shown, 2 the input is wrong, 3 a limit was reached, 64 wrong usage, 130 interrupted.
      """)

  @OptionGroup var input: CaseArguments

  @Argument(help: "What to show.")
  var what = Subject.case

  @Option(
    help: ArgumentHelp(
      "Show at most this many states. (default: 5000 in tables, all in JSON)", valueName: "count"))
  var limit: Int?

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var allowance: AllowanceArguments

  /// What is shown.
  enum Subject: String, ExpressibleByArgument, CaseIterable, Sendable {
    case `case`, states, moves, preferences
  }

  func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit must be at least 1.") }
  }

  var answersInJSON: Bool { json }

  var question: Question { .show }

  func answer(in environment: Environment) throws(Failure) -> Response {
    let session = Session(allowance, in: environment)
    let subject = try session.load(input)
    let solution = session.solve(subject.conflict, [])
    let report = ShowReport(
      case: subject, solution: solution, what: kind, limit: limit,
      memoryHeld: session.reportOptions.memoryHeld)
    let reached = session.limit(of: solution)
    var response = Response(
      errors: json || allowance.quiet ? "" : reached?.remedy ?? "", status: ExitStatus(reached))
    if json {
      response.stream = session.stream { report.write(to: $0) }
    } else {
      response.output = report.text(session.style).endingInNewline
    }
    return response
  }

  private var kind: ShowReport.What {
    switch what {
    case .case: .case
    case .states: .states
    case .moves: .moves
    case .preferences: .preferences
    }
  }
}

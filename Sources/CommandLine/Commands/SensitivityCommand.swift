internal import ArgumentParser
import Analyses
import CaseFile
import ConflictModel
import Notation
import Reports
import Stability

/// `entente sensitivity`
struct SensitivityCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "sensitivity",
    abstract: "Find the smallest change of judgement that turns an answer round.",
    usage: "entente sensitivity <case> [<options>]",
    discussion: """
      Takes a claim about what lasts, edits every judgement of the case in every listed way, alone and \
      in pairs, and tells which edits make the claim false, or true: what the answer rests on. What is \
      merely assumed comes first. Without --claim it is that the status quo lasts, under seq.

      Claims:
        status-quo lasts                       also 'state 5 lasts under nash', 'YNY lasts'
        deal lasts under seq                   an outcome: at least one of its states does
        every seq satisfies CONDITION          also 'some seq satisfies …', 'no seq satisfies …'

      Examples:
        entente sensitivity first.yaml
        entente sensitivity first.yaml --claim "deal lasts under nash"
        entente sensitivity first.yaml --claim "no seq satisfies lower.sue" --size 3
        entente sensitivity first.yaml --json

      Exit codes: 0 all sizes gone through, 2 the input is wrong, 3 a limit was reached (what was found \
      is printed), 64 wrong usage, 130 interrupted.
      """)

  @OptionGroup var input: CaseArguments

  @Option(
    help: ArgumentHelp("What is claimed about the states that last.", valueName: "claim"))
  var claim: String?

  @Option(help: ArgumentHelp("Try sets of up to this many edits: 1, 2 or 3.", valueName: "count"))
  var size = 2

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var allowance: AllowanceArguments

  func validate() throws {
    if !(1...3).contains(size) { throw ValidationError("--size must be 1, 2 or 3.") }
  }

  var answersInJSON: Bool { json }

  var question: Question { .sensitivity }

  /// The most states that every variant is solved over, unless more are allowed.
  static let stateLimit: UInt64 = 65_536

  func answer(in environment: Environment) throws(Failure) -> Response {
    let session = Session(allowance, in: environment)
    let subject = try session.load(input)
    if claim == nil, subject.statusQuo == nil {
      throw .argument(
        "the case has no status quo to ask about",
        hint: "say what is claimed with --claim, such as --claim \"state 1 lasts\"")
    }
    var limits = session.limits
    limits.states = allowance.maxStates ?? Self.stateLimit
    let listing = subject.conflict.feasibleStates(limits: limits, control: session.control)
    if let limit = listing.limit { throw .limit(limit, subject.document) }
    let meaning: Claim
    do {
      meaning = try subject.claim(parsing: claim ?? "status-quo lasts", among: listing.states)
    } catch {
      throw .wrong(error)
    }
    var answer = subject.sensitivity(of: meaning, upTo: size, limits: limits, control: session.control)
    answer.limit = session.limit(answer.limit)
    session.clearProgress()
    let report = SensitivityReport(case: subject, answer: answer, states: listing.states)
    return Response(
      output: (json ? report.json().text(pretty: true) : report.text(session.style)).endingInNewline,
      errors: json || allowance.quiet ? "" : answer.limit?.remedy ?? "", status: ExitStatus(answer.limit))
  }
}

internal import ArgumentParser
import CaseFile
import ConflictModel
import Notation
import Reports
import Stability

/// `entente explain`
struct ExplainCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Give the reasons for a verdict, step by step.",
    usage: "entente explain <case> [<options>]",
    discussion: """
      Prints, for each actor, what it could gain by leaving the state, how the others would answer, and \
      which judgements each step rests on. Without --state it is the status quo, without --actor every \
      actor, without --concept sequential stability (seq): the others answer only where that helps them.

      Examples:
        entente explain first.yaml
        entente explain first.yaml --state 2 --actor upper --concept seq
        entente explain first.yaml --state deal --concept nash,smr
        entente explain first.yaml --state YNY --json

      Exit codes: 0 explained, 2 the input is wrong, 3 a limit was reached, 64 wrong usage, \
      130 interrupted.
      """)

  @OptionGroup var input: CaseArguments

  @Option(
    help: ArgumentHelp(
      "The state: a number, a pattern such as YNN, code:5, a state's id, status-quo, or an outcome with one state.",
      valueName: "state"))
  var state = "status-quo"

  @Option(help: ArgumentHelp("Whose reasons: one or several, or all.", valueName: "names"))
  var actor = NameList(["all"])

  @Option(
    help: ArgumentHelp("In which sense: nash, gmr, smr, seq, sseq, sim, or all.", valueName: "names"),
    completion: .list(Concept.allCases.map(\.rawValue) + ["all"]))
  var concept = NameList(["seq"])

  @Flag(help: "Print the certificates as JSON, for programs that check them.")
  var json = false

  @OptionGroup var allowance: AllowanceArguments

  var answersInJSON: Bool { json }

  var question: Question { .explain }

  func answer(in environment: Environment) throws(Failure) -> Response {
    let concepts = try concept.concepts()
    let session = Session(allowance, in: environment)
    let subject = try session.load(input)
    let isAll = actor.names.contains { $0.lowercased() == "all" }
    let actors = isAll ? Array(subject.conflict.actors.indices) : try actor.actors(of: subject.conflict)
    let defined = try concepts.defined(in: subject.conflict)
    // Reasons are found from the state alone; no other verdict is needed.
    let solution = session.solve(subject.conflict, [])
    if let limit = session.limit(of: solution) { throw .limit(limit, subject.document) }
    let position = try position(in: subject, solution.states, session)
    let verdicts = defined.flatMap { concept in actors.map { (concept: concept, actor: $0) } }
    func reasons(_ choice: ReasonChoice) throws(Failure) -> [Certificate] {
      do {
        return try verdicts.map { verdict throws(StateGraph.Stopped) in
          try solution.certificate(
            verdict.concept, actor: verdict.actor, position: position, choosing: choice,
            control: session.control)
        }
      } catch {
        throw .limit(error.limit, subject.document)
      }
    }
    // Programs get what a checker accepts, people what changes least.
    let certificates = try reasons(json ? .canonical : .plainest)
    let report = ExplainReport(
      case: subject, solution: solution, certificates: certificates, told: certificates)
    let output = json ? report.json().text(pretty: true) : report.text(session.style)
    return Response(output: output.endingInNewline)
  }

  private func position(
    in subject: Case, _ states: FeasibleStates, _ session: Session
  ) throws(Failure) -> Int {
    if state.lowercased() == "status-quo", subject.statusQuo == nil {
      throw .argument(
        "the case has no status quo", hint: "say which state with --state, such as --state 1")
    }
    return try session.position(state, in: subject, among: states)
  }
}

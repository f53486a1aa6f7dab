internal import ArgumentParser
import Analyses
import CaseFile
import ConflictModel
import Notation
import Reports
import Stability

/// `entente require`
struct RequireCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "require",
    abstract: "Say what the actors would have to want for something to last.",
    usage: "entente require <case> [<options>]",
    discussion: """
      The question of 'entente solve' turned round: which preferences make a state an equilibrium, or at \
      least one state of an outcome? Prints what each actor would have to want, what of it holds, and the \
      least change that would do. With --vary it also counts the rankings of one actor that would.

      Examples:
        entente require first.yaml
        entente require first.yaml --state 2 --concept nash
        entente require first.yaml --outcome deal --concept gmr
        entente require first.yaml --vary upper --json

      Exit codes: 0 done, 2 the input is wrong, 3 a limit was reached, 64 wrong usage, 130 interrupted.
      """)

  @OptionGroup var input: CaseArguments

  @Option(
    help: ArgumentHelp(
      "The state that is to last: a number, a pattern such as YNN, code:5, a state's id, or status-quo. (default: status-quo)",
      valueName: "state"))
  var state: String?

  @Option(help: ArgumentHelp("The outcome of which at least one state is to last.", valueName: "outcome"))
  var outcome: String?

  @Option(
    help: ArgumentHelp("In which sense: nash, gmr, smr, seq, sseq or sim.", valueName: "name"),
    completion: .list(Concept.allCases.map(\.rawValue)))
  var concept = NameList(["seq"])

  @Option(
    help: ArgumentHelp(
      "Count the strict rankings of this actor that do, in a case of at most 9 states.", valueName: "actor"))
  var vary: String?

  @Option(
    help: ArgumentHelp(
      "Try sets of up to so many edits of preferences, 0 to 3.", valueName: "count"))
  var size = 2

  @Flag(help: "Print JSON, also about wrong input.")
  var json = false

  @OptionGroup var allowance: AllowanceArguments

  var answersInJSON: Bool { json }

  var question: Question { .require }

  func validate() throws {
    if state != nil, outcome != nil { throw ValidationError("--state and --outcome exclude each other.") }
    if !(0...3).contains(size) { throw ValidationError("--size must be 0, 1, 2 or 3.") }
  }

  func answer(in environment: Environment) throws(Failure) -> Response {
    let concept = try concept.onlyConcept()
    let session = Session(allowance, in: environment)
    let subject = try session.load(input)
    if !concept.isDefined(in: subject.conflict.form) {
      throw .argument(
        "'\(concept.rawValue)' is not defined for a case with 'states'", hint: "every other concept is")
    }
    var actor: Int?
    if let vary { actor = try NameList.actor(vary, among: subject.conflict.actors.map(\.id)) }
    let listing = subject.conflict.feasibleStates(limits: session.limits, control: session.control)
    if let limit = listing.limit { throw .limit(limit, subject.document) }
    let target = try target(in: subject, listing.states)
    if actor != nil, listing.states.count > RankingCounts.stateLimit {
      let bound = Bound(
        kind: .rankedStates, count: listing.states.count, most: RankingCounts.stateLimit,
        words:
          "rankings are counted for at most \(RankingCounts.stateLimit) states, and this case has \(listing.states.count)",
        remedy: "leave out --vary; what is required is worked out for any number of states")
      throw .bound(bound, subject.document)
    }
    let answer = try session.requirements(of: subject, target, concept, edits: size, varying: actor)
    let report = RequirementsReport(case: subject, answer)
    let output = json ? report.json().text(pretty: true) : report.text(session.style)
    let limit = session.limit(answer.limit)
    return Response(
      output: output.endingInNewline, closing: json || allowance.quiet ? "" : limit?.remedy ?? "",
      status: ExitStatus(limit))
  }

  private func target(
    in subject: Case, _ states: FeasibleStates
  ) throws(Failure) -> Requirements.Target {
    if let outcome {
      guard let index = subject.outcomes.firstIndex(where: { $0.id == outcome }) else {
        throw .argument(
          "no outcome is called '\(outcome)'",
          hint: Suggestion.hint(for: outcome, among: subject.outcomes.map(\.id), called: "outcomes"))
      }
      let predicate = subject.conflict.predicate(subject.outcomes[index].condition)
      let count = states.count { predicate($0) }
      if count > Requirements.candidateLimit {
        let bound = Bound(
          kind: .outcomeStates, count: count, most: Requirements.candidateLimit,
          words:
            "the outcome '\(outcome)' has \(count) states, and at most \(Requirements.candidateLimit) are looked at",
          remedy: "name one of them with --state")
        throw .bound(bound, subject.document)
      }
      return .outcome(index)
    }
    let name = state ?? "status-quo"
    if name.lowercased() == "status-quo", subject.statusQuo == nil {
      throw .argument(
        "the case has no status quo", hint: "say what is to last with --state or --outcome")
    }
    do { return .state(try subject.state(named: name, among: states)) } catch { throw .wrong(error) }
  }
}

internal import ArgumentParser
import Analyses
import CaseFile
import ConflictModel
import Notation
import Reports
import Stability

/// `entente hypergame`
struct HypergameCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "hypergame",
    abstract: "Find out what lasts when actors misread the conflict, and who is surprised.",
    usage: "entente hypergame <case> [<options>]",
    discussion: """
      'perceives' under an actor lays what that actor believes over the case: other wishes of the others, \
      an event taken to hold, an option that it does not see. Each actor's stability is decided in the \
      conflict as it sees it. Prints what lasts then, what each actor expects to last that does not, who \
      would move where it was expected to stay, and what lasts unexpected.

      Examples:
        entente hypergame first.yaml
        entente hypergame first.yaml --concept nash
        entente hypergame first.yaml --json

      Exit codes: 0 decided, 2 the input is wrong, 3 a limit was reached, 64 wrong usage, 130 interrupted.
      """)

  @OptionGroup var input: CaseArguments

  @Option(
    help: ArgumentHelp("In which sense: nash, gmr, smr, seq, sseq or sim.", valueName: "name"),
    completion: .list(Concept.allCases.map(\.rawValue)))
  var concept = NameList(["seq"])

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var allowance: AllowanceArguments

  var answersInJSON: Bool { json }

  var question: Question { .hypergame }

  func answer(in environment: Environment) throws(Failure) -> Response {
    let concept = try concept.onlyConcept()
    let session = Session(allowance, in: environment)
    let subject = try session.load(input)
    if !concept.isDefined(in: subject.conflict.form) {
      throw .argument(
        "'\(concept.rawValue)' is not defined for a case with 'states'", hint: "every other concept is")
    }
    let hypergame: Hypergame
    do {
      hypergame = try session.hypergame(of: subject, concept)
    } catch {
      throw Failure(error, in: subject.document)
    }
    let report = HypergameReport(hypergame)
    let output = json ? report.json().text(pretty: true) : report.text(session.style)
    return Response(output: output.endingInNewline)
  }
}

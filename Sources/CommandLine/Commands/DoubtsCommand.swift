internal import Analyses
internal import ArgumentParser
import CaseFile
import ConflictModel
import Notation
import Reports
import Stability

/// `entente doubts`
struct DoubtsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "doubts",
    abstract: "Find out what lasts whatever is in doubt about the wishes.",
    usage: "entente doubts <case> [<options>]",
    discussion: """
      A statement with 'sure: no' may be absent, statements in a list of their own stand in an order not \
      known, and 'unknown' beside a ranking names pairs of states of which the better one is not known. \
      Prints in how many of all ways to settle this each state and each outcome lasts, and on which doubt \
      that hangs most; then what lasts if the actors do not know their own wishes (the four types of \
      stability under unknown preference), and what is held strongly, where statements matter 'much'.

      Up to a million completions are all gone through; of more, a sample is drawn.

      Examples:
        entente doubts first.yaml
        entente doubts first.yaml --concept nash,seq
        entente doubts first.yaml --samples 50000 --seed 7
        entente doubts first.yaml --json

      Exit codes: 0 counted, 2 the input is wrong, 3 a limit was reached (what was counted is printed), \
      64 wrong usage, 130 interrupted.
      """)

  @OptionGroup var input: CaseArguments

  @Option(
    help: ArgumentHelp("In which sense: nash, gmr, smr, seq, sseq, sim, or all.", valueName: "names"),
    completion: .list(Concept.allCases.map(\.rawValue) + ["all"]))
  var concept = NameList(["seq"])

  @Option(
    help: ArgumentHelp(
      "Draw so many completions where there are more than a million.", valueName: "count"))
  var samples = DoubtsRequest.samples

  @Option(help: ArgumentHelp("What determines which are drawn.", valueName: "number"))
  var seed: UInt64 = 1

  @Flag(help: "Print the counts as JSON.")
  var json = false

  @OptionGroup var allowance: AllowanceArguments

  var answersInJSON: Bool { json }

  var question: Question { .doubts }

  func validate() throws {
    if samples < 1 || samples > 10_000_000 {
      throw ValidationError("--samples must be from 1 to 10000000.")
    }
  }

  func answer(in environment: Environment) throws(Failure) -> Response {
    let concepts = try concept.concepts()
    let session = Session(allowance, in: environment)
    let subject = try session.load(input)
    defer { session.clearProgress() }
    let defined = concepts.filter { $0.isDefined(in: subject.conflict.form) }
    if defined.isEmpty {
      throw .argument(
        "'\(concepts[0].rawValue)' is not defined for a case with 'states'",
        hint: "every other concept is")
    }
    let doubts: Doubts
    do { doubts = try Doubts(of: subject) } catch { throw .wrong(error) }
    let graph: StateGraph
    do {
      graph = try StateGraph(subject.conflict, limits: session.limits, control: session.control)
    } catch { throw .limit(session.limit(error.limit), subject.document) }
    let request = DoubtsRequest(concepts: defined, samples: samples, seed: seed)
    let answer = doubts.count(request, in: graph, control: session.control)
    var report = DoubtsReport(doubts, answer, graph: graph)
    // What was told of the counting would begin anew.
    if answer.limit == nil { decideTypes(&report, doubts, graph, session.control.silent) }
    session.clearProgress()
    // Too many states for the types leave the counts as they are.
    var limit = answer.limit ?? report.typesLimit
    if answer.limit == nil, case .states? = limit { limit = nil }
    let output = json ? report.json().text(pretty: true) : report.text(session.style)
    return Response(
      output: output.endingInNewline,
      errors: json || allowance.quiet ? "" : limit?.remedy ?? "",
      status: ExitStatus(limit))
  }

  /// Decides stability under unknown preference, and strong stability, where the
  /// case has a use for them.
  private func decideTypes(
    _ report: inout DoubtsReport, _ doubts: Doubts, _ graph: StateGraph, _ control: Control
  ) {
    do throws(StateGraph.Stopped) {
      if !doubts.isEmpty {
        report.unknown = try graph.solveUnknown(
          control: control, relation: doubts.relations(among: graph.states))
      }
      if doubts.hasStrength {
        let strength = try graph.solveStrength(
          control: control, relation: doubts.strengths(among: graph.states))
        let orders = try graph.orders(control: control)
        for concept in UncertainStability.concepts where concept != .nash {
          guard let found = graph.equilibria(concept, under: orders, control: control) else {
            throw StateGraph.Stopped(limit: control.shouldStop() ?? .interrupted)
          }
          report.weak[concept] = found
        }
        report.strength = strength
      }
    } catch {
      report.typesLimit = error.limit
    }
  }
}

internal import ArgumentParser
import Analyses
import CaseFile
import ConflictModel
import Notation
import Reports
import Stability

/// `entente grid`
struct GridCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "grid",
    abstract: "Solve a case in every world: what lasts where, and what decides it.",
    usage: "entente grid <case> [<options>]",
    discussion: """
      A world is one combination of the events, the actors' profiles and, where the status quo is unsure, \
      of what it may be. Prints what lasts in every world and in none, what decides the rest, and the \
      worlds in groups that agree. Without --vary everything varies that the case has; what --given, --on \
      and --profile set stays as it is.

      Examples:
        entente grid first.yaml
        entente grid first.yaml --vary events --concept nash
        entente grid first.yaml --json

      Exit codes: 0 done, 2 the input is wrong, 3 a limit was reached, 64 wrong usage, 130 interrupted.
      """)

  @OptionGroup var input: CaseArguments

  @Option(
    help: ArgumentHelp(
      "What varies: events, profiles, status-quo, single events or actors. (default: all that can)",
      valueName: "names"))
  var vary: NameList?

  @Option(
    help: ArgumentHelp("In which sense things last: nash, gmr, smr, seq, sseq or sim.", valueName: "name"),
    completion: .list(Concept.allCases.map(\.rawValue)))
  var concept = NameList(["seq"])

  @Option(help: ArgumentHelp("Take on at most so many worlds.", valueName: "count"))
  var maxWorlds = 4096

  @Flag(name: .customLong("json"), help: "Print JSON, also about wrong input.")
  var json = false

  @OptionGroup var allowance: AllowanceArguments

  /// No grid has more worlds, whatever is asked for: each is held until the end.
  private static let mostWorlds = 1_000_000

  var answersInJSON: Bool { json }

  var question: Question { .grid }

  func validate() throws {
    if !(1...Self.mostWorlds).contains(maxWorlds) {
      throw ValidationError("--max-worlds must be from 1 to \(Self.mostWorlds).")
    }
  }

  func answer(in environment: Environment) throws(Failure) -> Response {
    let concept = try concept.onlyConcept()
    let session = Session(allowance, in: environment)
    let loaded = try session.loadWithInput(input)
    let subject = loaded.meaning
    if !concept.isDefined(in: subject.conflict.form) {
      throw .argument(
        "'\(concept.rawValue)' is not defined for a case with 'states'", hint: "every other concept is")
    }
    let dimensions: [Dimension]
    if let vary {
      do { dimensions = try subject.dimensions(named: vary.names) } catch { throw .wrong(error) }
    } else {
      dimensions = subject.dimensions
    }
    try refuseTooMany(dimensions, of: loaded.input.document)
    let worlds: Worlds
    do {
      worlds = try session.worlds(
        loaded.input.document, given: subject.given, profiles: subject.profiles, varying: dimensions, concept)
    } catch {
      throw Failure(error, in: loaded.input.document)
    }
    let report = WorldsReport(worlds)
    let output = json ? report.json().text(pretty: true) : report.text(session.style)
    let limit = session.limit(worlds.limit)
    return Response(
      output: output.endingInNewline, closing: json || allowance.quiet ? "" : limit?.remedy ?? "",
      status: ExitStatus(limit))
  }

  private func refuseTooMany(_ dimensions: [Dimension], of document: CaseDocument) throws(Failure) {
    var count = 1
    for dimension in dimensions {
      let (product, overflows) = count.multipliedReportingOverflow(by: dimension.values.count)
      count = overflows ? .max : product
    }
    if count <= maxWorlds { return }
    let words = count == .max ? "more worlds than can be counted" : "\(count) worlds"
    let bound = Bound(
      kind: .worlds, count: count == .max ? nil : count, most: maxWorlds,
      words: "that makes \(words), and at most \(maxWorlds) are taken on",
      remedy: "name fewer with --vary, settle some with --given or --profile, or raise --max-worlds")
    throw .bound(bound, document)
  }
}

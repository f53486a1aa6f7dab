internal import ArgumentParser
import CaseFile
import ConflictModel
import Reports
import Stability

/// `entente solve`
struct SolveCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "solve",
    abstract: "Find out what can last in a case.",
    usage: "entente solve <case> [<options>]",
    discussion: """
      Prints what becomes of the status quo, what always, never or sometimes holds where nobody leaves, \
      the states themselves, and the judgements that all this rests on.

      Examples:
        entente solve first.yaml
        entente solve first.yaml --given drought=yes --concepts nash,seq
        entente solve first.yaml --where "upper.build or lower.sue" --all-states --sort upper
        entente solve first.yaml --certify 1000
        entente solve first.yaml --json | jq .equilibria
        entente solve large.yaml --all-states --format csv > states.csv

      Exit codes: 0 solved, 1 a verdict is refused (--certify), 2 the input is wrong, 3 a limit was reached (what was found is printed), \
      64 wrong usage, 130 interrupted.
      """)

  @OptionGroup var input: CaseArguments

  @Option(
    help: ArgumentHelp(
      "Which solution concepts to decide: nash, gmr, smr, seq, sseq, sim or all.", valueName: "names"),
    completion: .list(Concept.allCases.map(\.rawValue) + ["all"]))
  var concepts = NameList(["all"])

  @Flag(help: "List every feasible state, not only those where nobody leaves.")
  var allStates = false

  @Option(
    name: .customLong("where"),
    help: ArgumentHelp("Keep only the states where this holds.", valueName: "condition"))
  var filter: String?

  @Option(help: ArgumentHelp("List the states this actor likes best first.", valueName: "actor"))
  var sort: String?

  @Option(help: ArgumentHelp("List at most this many states.", valueName: "count"))
  var limit: Int?

  @Option(help: "How to print the answer.")
  var format: Format?

  @Flag(help: "The same as --format json.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Add to the JSON: stability, preferences, moves, summary, ledger.", valueName: "parts"),
    completion: .list(SolveReport.Section.allCases.map(\.rawValue)))
  var with: NameList?

  @Option(
    help: ArgumentHelp(
      "How to decide stability: auto, reference, dense or sparse.",
      discussion:
        "All give the same answers. 'reference' goes by the definitions, 'dense' over all combinations of options at once, 'sparse' over a list of the feasible states; 'auto' takes the one that suits the case.",
      valueName: "engine"))
  var engine = EngineName.auto

  @Option(
    help: ArgumentHelp(
      "Verify this many verdicts, drawn at random, with the independent checker.", valueName: "count"))
  var certify: Int?

  @OptionGroup var allowance: AllowanceArguments

  /// How an answer is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
    case table, json, jsonl, csv, markdown
  }

  func validate() throws {
    if json, let format, format != .json {
      throw ValidationError("--json and --format \(format.rawValue) exclude each other.")
    }
    if let limit, limit < 1 { throw ValidationError("--limit must be at least 1.") }
    if let certify, certify < 1 { throw ValidationError("--certify must be at least 1.") }
  }

  private var chosenFormat: Format { json ? .json : format ?? .table }

  var answersInJSON: Bool { chosenFormat == .json || chosenFormat == .jsonl }

  func answer(in environment: Environment) throws(Failure) -> Response {
    let concepts = try concepts.concepts()
    let sections = try sections()
    let session = Session(allowance, in: environment)
    let subject = try session.load(input)
    var (condition, actor): (Condition?, Int?)
    if let filter {
      do { condition = try subject.condition(parsing: filter) } catch { throw Failure.wrong(error) }
    }
    if let sort { actor = try NameList.actor(sort, among: subject.conflict.actors.map(\.id)) }
    let named = self.concepts.names.compactMap { Concept(rawValue: $0.lowercased()) }
    let solution = session.solve(subject.conflict, concepts, by: engine.engine, naming: named)
    var options = session.reportOptions
    options.allStates = allStates
    options.limit = limit
    options.with = sections
    options.filter = condition
    options.filterText = filter
    options.sortActor = actor
    options.sample = certify.map { session.sample($0, of: solution) }
    return response(SolveReport(case: subject, solution: solution, options: options), session)
  }

  private func response(_ report: SolveReport, _ session: Session) -> Response {
    var response = Response()
    var limitOfText: Limit?
    switch chosenFormat {
    case .table:
      let told = report.told(session.style)
      (response.output, limitOfText) = (told.text.endingInNewline, told.limit)
    case .markdown:
      let told = report.toldInMarkdown()
      (response.output, limitOfText) = (told.text.endingInNewline, told.limit)
    case .json: response.stream = session.stream { report.write(.json, to: $0) }
    case .jsonl: response.stream = session.stream { report.write(.jsonLines, to: $0) }
    case .csv: response.stream = session.stream { report.write(.csv, to: $0) }
    }
    response.saysWhereCut = chosenFormat != .json && !allowance.quiet
    let limit = report.limit ?? limitOfText
    if let limit { response.errors = remarks(on: limit) }
    response.status = ExitStatus(limit)
    if report.options.sample?.refused.isEmpty == false {
      response.status = response.status.combined(with: .checkFailed)
    }
    return response
  }

  /// What standard error says of a limit; rows alone would look like a whole answer.
  private func remarks(on limit: Limit) -> String {
    switch chosenFormat {
    case .json: ""
    case .jsonl, .csv:
      "entente: undetermined: \(limit.words)\n" + (allowance.quiet ? "" : limit.remedy)
    case .table, .markdown: allowance.quiet ? "" : limit.remedy
    }
  }

  private func sections() throws(Failure) -> Set<SolveReport.Section> {
    var sections: Set<SolveReport.Section> = []
    for name in with?.names ?? [] {
      guard let section = SolveReport.Section(rawValue: name.lowercased()) else {
        let known = SolveReport.Section.allCases.map(\.rawValue)
        throw .usage("--with does not know '\(name)'; it takes \(known.joined(separator: ", ")).")
      }
      sections.insert(section)
    }
    return sections
  }
}

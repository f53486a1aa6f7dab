import Analyses
internal import ArgumentParser
import CaseFile
import ConflictModel
import Notation
import Reports
import Stability

/// `entente compare`
struct CompareCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Show what readings judge differently, and what that does to their conclusions.",
    usage: "entente compare <case> <cases> ... [<options>]",
    discussion: """
      Takes a case and one or more others, such as overlays of it by other experts: which judgements \
      differ, with their sources; which conclusions differ; and for each of these the smallest set of \
      differing judgements that accounts for it: made in the first case, they give the other's answer. \
      Then where they agree.

      Examples:
        entente compare first.yaml first.yaml
        entente compare base.yaml hawk.yaml dove.yaml
        entente compare base.yaml hawk.yaml --claim "deal lasts under nash" --json

      Exit codes: 0 compared, 2 the input is wrong, 3 a limit was reached (what was found is printed), \
      64 wrong usage, 130 interrupted.
      """)

  @OptionGroup var input: CaseListArguments

  @Option(
    help: ArgumentHelp("In which sense states last: nash, gmr, smr, seq, sseq or sim.", valueName: "name"),
    completion: .list(Concept.allCases.map(\.rawValue)))
  var concept = "seq"

  @Option(
    help: ArgumentHelp(
      "Ask about this claim, too, as in 'entente sensitivity'. May be repeated.", valueName: "claim"))
  var claim: [String] = []

  @Flag(help: "Print JSON.")
  var json = false

  @OptionGroup var allowance: AllowanceArguments

  var answersInJSON: Bool { json }

  var question: Question { .compare }

  func answer(in environment: Environment) throws(Failure) -> Response {
    let concept = try NameList([concept]).concepts()[0]
    let session = Session(allowance, in: environment)
    if input.paths.count < 2 {
      throw .argument("there is one case only", hint: "name the case to compare it with")
    }
    var subjects: [(name: String, subject: Case)] = []
    var concepts: Set<Concept> = [concept]
    for path in input.paths {
      let read = try input.read(path, in: session)
      let subject = try input.load(read, in: session)
      _ = try [concept].defined(in: subject.conflict)
      subjects.append((path, subject))
    }
    try input.requireDates(in: subjects.map(\.subject))
    concepts.formUnion(try claimed(concept, subjects[0].subject, session))
    let asked = Concept.allCases.filter(concepts.contains)
    var readings: [Reading] = []
    for (index, (name, subject)) in subjects.enumerated() {
      let solution = session.solve(
        subject.conflict, asked, naming: asked, as: .part(index, of: subjects.count))
      if let limit = session.limit(of: solution) { throw .limit(limit, subject.document) }
      readings.append(Reading(name: name, subject: subject, solution: solution))
    }
    let comparisons = readings.dropFirst().map { other in
      CaseComparison(
        readings[0], other, under: concept, claims: claim, control: session.control
      ) { session.solve($0, asked, naming: asked, as: .untold) }
    }
    session.clearProgress()
    let report = CompareReport(readings: readings, comparisons: comparisons)
    let limit = comparisons.compactMap(\.limit).first
    return Response(
      output: (json ? report.json().text(pretty: true) : report.text(session.style)).endingInNewline,
      errors: json || allowance.quiet ? "" : limit?.remedy ?? "", status: ExitStatus(limit))
  }

  /// The concepts that the claims are about; every claim has to be one of the first case.
  private func claimed(
    _ concept: Concept, _ subject: Case, _ session: Session
  ) throws(Failure) -> Set<Concept> {
    if claim.isEmpty { return [] }
    let listing = subject.conflict.feasibleStates(limits: session.limits, control: session.control)
    if let limit = listing.limit { throw .limit(limit, subject.document) }
    var concepts: Set<Concept> = []
    for text in claim {
      do {
        concepts.insert(try subject.claim(parsing: text, concept: concept, among: listing.states).concept)
      } catch {
        throw .wrong(error)
      }
    }
    return concepts
  }
}

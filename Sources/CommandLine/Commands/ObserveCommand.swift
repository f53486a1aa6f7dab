import Analyses
internal import ArgumentParser
import CaseFile
import ConflictModel
import Notation
import Reports
import Stability

/// `entente observe`
struct ObserveCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "observe",
    abstract: "Find the observations that would tell readings apart.",
    usage: "entente observe <cases> ... [<options>]",
    discussion: """
      Readings are several cases (a base and its overlays, say), the first case with other profiles or \
      events (--reading), or with each of an actor's profiles in turn (--vary). For every option, level \
      and outcome it says whether it is implied, permitted or excluded in each reading: true in every, \
      some or no state that lasts there. Then come the observations, alone and in pairs, on which the \
      readings differ, the sharpest first.

      Examples:
        entente observe first.yaml --vary drought
        entente observe first.yaml --reading drought=yes --concept nash
        entente observe base.yaml hawk.yaml dove.yaml --json

      Exit codes: 0 done, 2 the input is wrong, 3 a limit was reached, 64 wrong usage, 130 interrupted.
      """)

  @OptionGroup var input: CaseListArguments

  @Option(
    help: ArgumentHelp(
      "A further reading of the first case: profiles and events, as in seoul=moon,trial=yes. May be repeated.",
      valueName: "name=value"))
  var reading: [AssignmentList] = []

  @Option(
    help: ArgumentHelp(
      "A further reading of the first case for each profile of this actor, or for the other value of this event. May be repeated.",
      valueName: "name"))
  var vary: [String] = []

  @Option(
    help: ArgumentHelp("In which sense states last: nash, gmr, smr, seq, sseq or sim.", valueName: "name"),
    completion: .list(Concept.allCases.map(\.rawValue)))
  var concept = "seq"

  @Flag(help: "Print the answer as JSON.")
  var json = false

  @OptionGroup var allowance: AllowanceArguments

  var answersInJSON: Bool { json }

  var question: Question { .observe }

  func answer(in environment: Environment) throws(Failure) -> Response {
    let concept = try NameList([concept]).concepts()[0]
    let session = Session(allowance, in: environment)
    let cases = try subjects(session, environment)
    try input.requireDates(in: cases.map(\.subject))
    if cases.count < 2 {
      throw .argument(
        "there is one reading only", hint: "name another case, or use --reading or --vary")
    }
    var readings: [Reading] = []
    for (index, (name, subject)) in cases.enumerated() {
      _ = try [concept].defined(in: subject.conflict)
      let solution = session.solve(
        subject.conflict, [concept], naming: [concept], as: .part(index, of: cases.count))
      if let limit = session.limit(of: solution) { throw .limit(limit, subject.document) }
      readings.append(Reading(name: name, subject: subject, solution: solution))
    }
    let separation = Separation(of: readings, under: concept, control: session.control)
    session.clearProgress()
    let report = ObserveReport(readings: readings, separation: separation)
    let output = json ? report.json().text(pretty: true) : report.text(session.style)
    return Response(
      output: output.endingInNewline, errors: json || allowance.quiet ? "" : separation.limit?.remedy ?? "",
      status: ExitStatus(separation.limit))
  }

  /// The readings with what they are called, the cases as written first.
  private func subjects(
    _ session: Session, _ environment: Environment
  ) throws(Failure) -> [(name: String, subject: Case)] {
    var found: [(name: String, subject: Case)] = []
    var first: CaseInput?
    for path in input.paths {
      let read = try input.read(path, in: session)
      found.append((path, try input.load(read, in: session)))
      if first == nil { first = read }
    }
    guard let first else { return [] }
    for list in try reading.map(\.assignments) + variations(of: first.document, now: found[0].subject) {
      var events: [String: Bool] = [:]
      var profiles: [String: String] = [:]
      for assignment in list {
        if first.document.events.contains(where: { $0.id == assignment.name }) {
          guard let truth = assignment.truth else {
            throw .argument(
              "'\(assignment.name)' is an event, and '\(assignment.value)' is neither yes nor no",
              hint: "write \(assignment.name)=yes or \(assignment.name)=no")
          }
          events[assignment.name] = truth
        } else {
          profiles[assignment.name] = assignment.value
        }
      }
      let name = list.map(\.description).joined(separator: ", ")
      found.append((name, try input.load(first, also: events, profiles, in: session)))
    }
    return found
  }

  /// What `--vary` asks for: one assignment for each reading.
  private func variations(
    of document: CaseDocument, now subject: Case
  ) throws(Failure) -> [[Assignment]] {
    var lists: [[Assignment]] = []
    for name in vary {
      if let event = subject.conflict.events.first(where: { $0.id == name }) {
        lists.append([Assignment(name: name, value: event.holds ? "no" : "yes")])
        continue
      }
      let actors = document.actors.filter { !$0.profiles.isEmpty }.map(\.id)
      guard let actor = document.actors.first(where: { $0.id == name }) else {
        throw .argument(
          "no actor or event is called '\(name)'",
          hint: Suggestion.hint(for: name, among: actors + document.events.map(\.id), called: "names"))
      }
      if actor.profiles.isEmpty {
        throw .argument(
          "'\(name)' has no profiles to vary",
          hint: actors.isEmpty
            ? "no actor of this case has any" : "these have: \(actors.joined(separator: ", "))")
      }
      lists += actor.profiles.map { [Assignment(name: name, value: $0.id)] }
    }
    return lists
  }
}

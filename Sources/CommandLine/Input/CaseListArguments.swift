internal import ArgumentParser
import CaseFile
import ConflictModel

/// Several cases that a command compares, and the judgements that are changed in
/// all of them.
struct CaseListArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Cases: .yaml or .gmcr, or - for standard input.", valueName: "cases"),
    completion: .file(extensions: ["yaml", "yml", "gmcr"]))
  var paths: [String]

  @Option(
    help: ArgumentHelp(
      "Let an event hold or not, as in --given trial=yes. May be repeated.", valueName: "event=yes|no"))
  var given: [Assignment] = []

  @Option(
    help: ArgumentHelp(
      "Let events that have dates be as on this day in every case, not as of each case's own: YYYY-MM-DD, YYYY-MM or YYYY. --given comes after it.",
      valueName: "date"))
  var on: String?

  @Option(
    help: ArgumentHelp(
      "Give an actor one of its other readings, as in --profile seoul=moon. May be repeated.",
      valueName: "actor=profile"))
  var profile: [Assignment] = []

  @OptionGroup var reach: ReachArguments

  func validate() throws {
    try CaseArguments.validate(given: given, profile: profile)
    if paths.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("Standard input can be one of the cases, not two.")
    }
  }

  /// Reads the case at one of the paths.
  func read(_ path: String, in session: Session) throws(Failure) -> CaseInput {
    try CaseInput.read(
      path, within: reach.reach(naming: paths), in: session.environment, limits: session.limits,
      control: session.control)
  }

  /// Refuses a day that is none, or that none of the cases has dates for.
  func requireDates(in subjects: [Case]) throws(Failure) {
    guard on != nil, !subjects.contains(where: { $0.document.events.contains(where: \.hasDates) }) else {
      return
    }
    throw .argument(
      "no event of these cases has dates, so all days are alike",
      hint: "give events 'since', 'until' or a 'history', or set them with --given")
  }

  /// What a case means, with further values for events and profiles.
  func load(
    _ input: CaseInput, also events: [String: Bool] = [:], _ profiles: [String: String] = [:],
    in session: Session
  ) throws(Failure) -> Case {
    let given = Dictionary(given.map { ($0.name, $0.truth ?? false) }) { first, _ in first }
    let chosen = Dictionary(profile.map { ($0.name, $0.value) }) { first, _ in first }
    do {
      return try Case(
        input.document, given: given.merging(events) { $1 },
        // A case without dates is the same on all days.
        on: input.document.events.contains(where: \.hasDates) ? on : nil,
        profiles: chosen.merging(profiles) { $1 },
        limits: session.limits, control: session.control)
    } catch {
      throw Failure(error, in: input.document)
    }
  }
}

/// Assignments separated by commas, as in `moscow=conditional,atrocity=yes`.
struct AssignmentList: ExpressibleByArgument, CustomStringConvertible, Sendable, Hashable {
  /// The assignments, in order.
  var assignments: [Assignment]

  init?(argument: String) {
    let parts = argument.split(separator: ",").map { Assignment(argument: String($0)) }
    if parts.isEmpty || parts.contains(nil) { return nil }
    assignments = parts.compactMap { $0 }
  }

  var description: String { assignments.map(\.description).joined(separator: ", ") }
}

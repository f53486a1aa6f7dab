internal import ArgumentParser
import CaseFile
internal import Questions

/// The case that a command is about, and the judgements that are changed for it.
struct CaseArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("A case: .yaml or .gmcr, or - for standard input.", valueName: "case"),
    completion: .file(extensions: ["yaml", "yml", "gmcr"]))
  var path: String

  @Option(
    help: ArgumentHelp(
      "Let an event hold or not, as in --given trial=yes. May be repeated.", valueName: "event=yes|no"))
  var given: [Assignment] = []

  @Option(
    help: ArgumentHelp(
      "Let events that have dates be as on this day, not as of the case's own: YYYY-MM-DD, YYYY-MM or YYYY. --given comes after it.",
      valueName: "date"))
  var on: String?

  @Option(
    help: ArgumentHelp(
      "Give an actor one of its other readings, as in --profile seoul=moon. May be repeated.",
      valueName: "actor=profile"))
  var profile: [Assignment] = []

  @OptionGroup var reach: ReachArguments

  func validate() throws {
    try Self.validate(given: given, profile: profile)
  }

  /// Refuses values that cannot be meant.
  static func validate(given: [Assignment], profile: [Assignment]) throws {
    for assignment in given where assignment.truth == nil {
      throw ValidationError("--given \(assignment) must say yes or no, as in --given \(assignment.name)=yes.")
    }
    try refuseRepeated(given, "--given")
    try refuseRepeated(profile, "--profile")
  }

  private static func refuseRepeated(_ assignments: [Assignment], _ flag: String) throws {
    for (index, assignment) in assignments.enumerated()
    where assignments[..<index].contains(where: { $0.name == assignment.name }) {
      throw ValidationError("\(flag) gives '\(assignment.name)' twice.")
    }
  }

  /// Reads the case.
  func read(in session: Session) throws(Failure) -> CaseInput {
    let reach = reach.reach(naming: [path])
    do { return try CaseInput.read(path, within: reach, in: session.environment, session.work) } catch {
      throw .wrong(error)
    }
  }

  /// The case as it is written, with what is changed for the question.
  func subject(_ document: CaseDocument) -> Subject {
    let changes = Changes(given, profile)
    return Subject(
      [Subject.Written(name: path, document: document)], given: changes.given, day: on,
      profiles: changes.profiles)
  }
}

/// What is changed in cases for a question.
struct Changes {
  /// The values of events by name.
  let given: [String: Bool]
  /// The profiles chosen by actor.
  let profiles: [String: String]

  init(_ given: [Assignment], _ profile: [Assignment]) {
    self.given = Dictionary(given.map { ($0.name, $0.truth ?? false) }) { first, _ in first }
    profiles = Dictionary(profile.map { ($0.name, $0.value) }) { first, _ in first }
  }
}

extension Assignment: ExpressibleByArgument, CustomStringConvertible {
  /// The assignment that an argument is.
  public init?(argument: String) { self.init(argument) }

  /// The assignment as it is written.
  public var description: String { text }
}

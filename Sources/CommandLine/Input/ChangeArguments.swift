internal import ArgumentParser
internal import Questions

/// Arguments about cases in which something can be changed.
protocol Changeable {
  /// Instead of which day another counts, as a clause goes on with it.
  static var ownDay: String { get }
}

/// What is changed in cases for a question.
struct ChangeArguments<Changed: Changeable>: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Let an event hold or not, as in --given trial=yes. May be repeated.", valueName: "event=yes|no"))
  var given: [Assignment] = []

  @Option(
    help: ArgumentHelp(
      "Let events that have dates be as on this day\(Changed.ownDay): YYYY-MM-DD, YYYY-MM or YYYY. --given comes after it.",
      valueName: "date"))
  var on: String?

  @Option(
    help: ArgumentHelp(
      "Give an actor one of its other readings, as in --profile seoul=moon. May be repeated.",
      valueName: "actor=profile"))
  var profile: [Assignment] = []

  /// Refuses values that cannot be meant.
  func validate() throws {
    for assignment in given where assignment.truth == nil {
      throw ValidationError("--given \(assignment) must say yes or no, as in --given \(assignment.name)=yes.")
    }
    try Self.refuseRepeated(given, "--given")
    try Self.refuseRepeated(profile, "--profile")
  }

  private static func refuseRepeated(_ assignments: [Assignment], _ flag: String) throws {
    for (index, assignment) in assignments.enumerated()
    where assignments[..<index].contains(where: { $0.name == assignment.name }) {
      throw ValidationError("\(flag) gives '\(assignment.name)' twice.")
    }
  }

  /// The cases with what is changed in them.
  func subject(_ cases: [Subject.Written]) -> Subject {
    Subject(
      cases, given: Dictionary(given.map { ($0.name, $0.truth ?? false) }) { first, _ in first }, day: on,
      profiles: Dictionary(profile.map { ($0.name, $0.value) }) { first, _ in first })
  }
}

extension Assignment: ExpressibleByArgument, CustomStringConvertible {
  /// The assignment that an argument is.
  public init?(argument: String) { self.init(argument) }

  /// The assignment as it is written.
  public var description: String { text }
}

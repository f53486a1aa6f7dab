internal import ArgumentParser
import CaseFile
import ConflictModel

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

  /// The values of events by name.
  private var events: [String: Bool] {
    Dictionary(given.map { ($0.name, $0.truth ?? false) }) { first, _ in first }
  }

  /// The profiles chosen by actor.
  var profiles: [String: String] {
    Dictionary(profile.map { ($0.name, $0.value) }) { first, _ in first }
  }

  /// Reads the case and works out what it means.
  func load(
    in environment: Environment, limits: EnumerationLimits, control: Control
  ) throws(Failure) -> LoadedCase {
    let input = try CaseInput.read(
      path, within: reach.reach(naming: [path]), in: environment, limits: limits, control: control)
    do {
      let meaning = try Case(
        input.document, given: events, on: on, profiles: profiles, limits: limits, control: control)
      return LoadedCase(meaning: meaning, input: input)
    } catch {
      throw Failure(error, in: input.document)
    }
  }
}

/// A case with the file that it was read from.
struct LoadedCase {
  /// What it means.
  var meaning: Case
  /// What was read.
  var input: CaseInput
}

/// A name with a value, written `name=value`.
struct Assignment: ExpressibleByArgument, CustomStringConvertible, Sendable, Hashable {
  /// What stands before the `=`.
  var name: String
  /// What stands after it.
  var value: String

  init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    name = String(parts[0])
    value = String(parts[1])
  }

  /// The value as yes or no, in the words that a case file takes; nil for others.
  var truth: Bool? {
    switch value.lowercased() {
    case "yes", "true": true
    case "no", "false": false
    default: nil
    }
  }

  var description: String { "\(name)=\(value)" }
}

/// Names separated by commas, as in `nash,seq`.
struct NameList: ExpressibleByArgument, Sendable, Hashable {
  /// The names, in order, without spaces around them.
  var names: [String]

  init?(argument: String) {
    names = argument.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
    if names.isEmpty { return nil }
  }

  init(_ names: [String]) {
    self.names = names
  }

  var defaultValueDescription: String { names.joined(separator: ",") }
}

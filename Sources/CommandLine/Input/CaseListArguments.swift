internal import ArgumentParser
import Questions

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

  /// What is changed in all of them.
  var changes: Changes { Changes(given, profile) }
}

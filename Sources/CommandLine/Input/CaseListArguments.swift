internal import ArgumentParser
import Questions

/// Several cases that a command compares, and the judgements that are changed in
/// all of them.
struct CaseListArguments: ParsableArguments, Changeable {
  static let ownDay = " in every case, not as of each case's own"

  @Argument(
    help: ArgumentHelp("Cases: .yaml or .gmcr, or - for standard input.", valueName: "cases"),
    completion: .file(extensions: ["yaml", "yml", "gmcr"]))
  var paths: [String]

  @OptionGroup var changes: ChangeArguments<Self>

  @OptionGroup var reach: ReachArguments

  func validate() throws {
    if paths.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("Standard input can be one of the cases, not two.")
    }
  }
}

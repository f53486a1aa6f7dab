internal import ArgumentParser
import CaseFile
internal import Questions

/// The case that a command is about, and the judgements that are changed for it.
struct CaseArguments: ParsableArguments, Changeable {
  static let ownDay = ", not as of the case's own"

  @Argument(
    help: ArgumentHelp("A case: .yaml or .gmcr, or - for standard input.", valueName: "case"),
    completion: .file(extensions: ["yaml", "yml", "gmcr"]))
  var path: String

  @OptionGroup var changes: ChangeArguments<Self>

  @OptionGroup var reach: ReachArguments

  /// Reads the case.
  func read(in session: Session) throws(Failure) -> CaseInput {
    let reach = reach.reach(naming: [path])
    do { return try CaseInput.read(path, within: reach, in: session.environment, session.work) } catch {
      throw .wrong(error)
    }
  }

  /// The case as it is written, with what is changed for the question.
  func subject(_ document: CaseDocument) -> Subject {
    changes.subject([Subject.Written(name: path, document: document)])
  }
}

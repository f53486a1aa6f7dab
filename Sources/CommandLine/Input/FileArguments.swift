internal import ArgumentParser

/// Two cases as they are written, the one whose view counts first.
struct CasePairArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The case whose view stands in a dispute.", valueName: "case"),
    completion: .file(extensions: CaseFiles.endings))
  var first: String

  @Argument(
    help: ArgumentHelp("The other case.", valueName: "other"),
    completion: .file(extensions: CaseFiles.endings))
  var second: String

  @OptionGroup var reach: ReachArguments
}

/// Files that ought to be cases, and folders that hold such.
struct FileArguments: ParsableArguments {
  @Argument(
    help: ArgumentHelp("Cases, or folders with cases.", valueName: "files"),
    completion: .file(extensions: CaseFiles.endings))
  var paths: [String]

  @OptionGroup var reach: ReachArguments
}

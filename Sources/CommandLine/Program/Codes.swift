import CaseFile
import Notation

extension Diagnostic.Code {
  // Writing
  /// The file, or standard output, cannot be written.
  static let unwritableFile = Self(rawValue: "unwritable-file")
  /// A file that was not to be replaced is there already.
  static let fileExists = Self(rawValue: "file-exists")
  /// The case builds on other files and was to be written as one without saying so.
  static let extendsOthers = Self(rawValue: "extends-others")
  /// There is no case in the folder.
  static let noCases = Self(rawValue: "no-cases")
}

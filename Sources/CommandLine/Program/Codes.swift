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
  /// No program is installed that makes such a file.
  static let noConverter = Self(rawValue: "no-converter")
  /// The program that was to make a file of another could not.
  static let failedConversion = Self(rawValue: "failed-conversion")
  /// There is no case in the folder.
  static let noCases = Self(rawValue: "no-cases")
  // Drawing
  /// The answer has nothing in it that the picture could show.
  static let nothingToDraw = Self(rawValue: "nothing-to-draw")
}

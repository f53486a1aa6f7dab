import CaseFile
import ConflictModel
import Interchange

/// What stood for a case on the command line, read.
struct CaseInput {
  /// The case as it is written.
  var document: CaseDocument
  /// Doubts of the reader of another program's file.
  var warnings: [Diagnostic] = []
  /// The partition of the actors in another program's file, kept when it is
  /// written again.
  var coalitions: [[Int]]?

  /// Reads the case at `path`: YAML, another program's `.gmcr`, or standard input
  /// for `-`.
  static func read(
    _ path: String, in environment: Environment, limits: EnumerationLimits = EnumerationLimits(),
    control: Control = Control()
  ) throws(Failure) -> CaseInput {
    do {
      if isGMCR(path) {
        let bytes = try TextInput.bytes(of: path, in: environment)
        let file = try GMCRFile.read(bytes: bytes, file: path, limits: limits, control: control)
        return CaseInput(document: file.document, warnings: file.warnings, coalitions: file.coalitions)
      }
      if path == "-" {
        let bytes = try TextInput.bytes(of: path, in: environment)
        return CaseInput(document: try CaseDocument(bytes: bytes, file: "-", files: environment.files))
      }
      return CaseInput(document: try CaseDocument(reading: path, files: environment.files))
    } catch {
      throw .wrong(error)
    }
  }

  /// Whether the path names a file of another program.
  static func isGMCR(_ path: String) -> Bool {
    path.lowercased().hasSuffix(".gmcr")
  }
}

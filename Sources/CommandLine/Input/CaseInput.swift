import CaseFile
import Interchange

/// Reads whatever stands for a case on the command line.
enum CaseInput {
  /// The document at `path`: YAML, another program's `.gmcr`, or standard input
  /// for `-`.
  static func document(_ path: String, in environment: Environment) throws(Failure) -> CaseDocument {
    do {
      if path == "-" { return try standardInput(environment) }
      if path.lowercased().hasSuffix(".gmcr") {
        return try GMCRFile.read(bytes: bytes(of: path, in: environment), file: path).document
      }
      return try CaseDocument(reading: path, files: environment.files)
    } catch {
      throw .wrong(error)
    }
  }

  private static func standardInput(_ environment: Environment) throws(SyntaxError) -> CaseDocument {
    switch environment.standardInput() {
    case .success(let bytes):
      return try CaseDocument(bytes: bytes, file: "-", files: environment.files)
    case .failure(let problem):
      throw SyntaxError(
        Diagnostic(.unreadableFile, "cannot read standard input: \(problem.reason)", at: .none))
    }
  }

  /// The bytes of a file that is not a case.
  static func bytes(of path: String, in environment: Environment) throws(SyntaxError) -> [UInt8] {
    let result = path == "-" ? environment.standardInput() : environment.files.read(path)
    switch result {
    case .success(let bytes): return bytes
    case .failure(let problem):
      throw SyntaxError(
        Diagnostic(
          .unreadableFile, "cannot read '\(path)': \(problem.reason)",
          at: Place(file: path, line: 0, column: 0)))
    }
  }

  /// The text of a file that is not a case file.
  static func text(of path: String, in environment: Environment) throws(SyntaxError) -> String {
    let bytes = try bytes(of: path, in: environment)
    let place = Place(file: path, line: 0, column: 0)
    if bytes.count > FileSource.largest {
      throw SyntaxError(Diagnostic(.fileTooLarge, "the file is larger than 16 MiB", at: place))
    }
    if bytes.isEmpty {
      throw SyntaxError(Diagnostic(.emptyFile, "the file is empty", at: place))
    }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    throw SyntaxError(
      Diagnostic(.notUTF8, "the file is not UTF-8", at: placeOfFault(bytes, in: path)))
  }

  /// Where the first byte stands that is not UTF-8.
  private static func placeOfFault(_ bytes: [UInt8], in path: String) -> Place {
    var (line, column) = (1, 1)
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&rest) {
      column += 1
      if scalar == "\n" { (line, column) = (line + 1, 1) }
    }
    return Place(file: path, line: line, column: column)
  }
}

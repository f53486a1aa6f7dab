import CaseFile
import Disk
import Notation

/// Reads files that are not YAML cases.
enum TextInput {
  /// The bytes of a file, or of standard input for `-`. Only what somebody named may be a pipe or a
  /// device, which might never end.
  static func bytes(
    of path: String, isNamed: Bool = true, in environment: Environment
  ) throws(SyntaxError) -> [UInt8] {
    let files = environment.files
    let result =
      path == "-" ? environment.standardInput() : isNamed ? files.read(path) : files.follow(path)
    switch result {
    case .success(let bytes): return bytes
    case .failure(let problem):
      let name = path == "-" ? "standard input" : "'\(path)'"
      throw SyntaxError(
        Diagnostic(.unreadableFile, "cannot read \(name): \(problem.reason)", at: whole(path)))
    }
  }

  /// The text of a file, or of standard input for `-`.
  static func text(of path: String, in environment: Environment) throws(SyntaxError) -> String {
    let bytes = try bytes(of: path, in: environment)
    if bytes.count > FileSource.largest {
      throw SyntaxError(Diagnostic(.fileTooLarge, "the file is larger than 16 MiB", at: whole(path)))
    }
    if bytes.isEmpty {
      throw SyntaxError(Diagnostic(.emptyFile, "the file is empty", at: whole(path)))
    }
    if let problem = UTF8Check.problem(in: bytes, file: path) { throw SyntaxError(problem) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func whole(_ path: String) -> Place {
    Place(file: path, line: 0, column: 0)
  }
}

import CaseFile
import Interchange
import Notation
import Questions

/// What stood for a case on the command line, read.
struct CaseInput {
  /// The case as it is written.
  var document: CaseDocument
  /// Doubts of the reader of another program's file.
  var warnings: [Diagnostic] = []
  /// The partition of the actors in another program's file, kept when it is
  /// written again.
  var coalitions: [[Int]]?
  /// Where the case says that it builds on other files.
  var extends: Place?
  /// The files that the case may refer to.
  var files = FileSource.interruptible

  /// Reads the case at `path`: YAML, another program's `.gmcr`, or standard input
  /// for `-`. It may refer to files within its reach; `folder` is the one in which it was found,
  /// when only that was named, and then it is a file or it is not read.
  static func read(
    _ path: String, within reach: Reach, foundIn folder: String? = nil, in environment: Environment,
    _ work: Work = Work()
  ) throws(SyntaxError) -> CaseInput {
    let path = try environment.found(path)
    return try environment.used.reading { () throws(SyntaxError) in
      try read(
        path, reach.files(of: path, foundIn: folder, among: environment.files), isNamed: folder == nil,
        in: environment, work)
    }
  }

  private static func read(
    _ path: String, _ files: FileSource, isNamed: Bool, in environment: Environment, _ work: Work
  ) throws(SyntaxError) -> CaseInput {
    if path != "-" { environment.used.note(path, as: .subject) }
    let bytes = try TextInput.bytes(of: path, isNamed: isNamed, in: environment)
    if isGMCR(path) {
      let file = try GMCRFile.read(bytes: bytes, file: path, limits: work.limits, control: work.control)
      return CaseInput(
        document: file.document, warnings: file.warnings, coalitions: file.coalitions, files: files)
    }
    let document = try CaseDocument(bytes: bytes, file: path, files: files)
    environment.used.noteSources(of: document)
    return CaseInput(document: document, extends: extends(bytes, file: path), files: files)
  }

  /// The case as questions take it.
  func written(as path: String) -> Subject.Written {
    Subject.Written(name: path, document: document, warnings: warnings, files: files)
  }

  /// Where the key `extends` stands in the text of a case that could be read.
  private static func extends(_ bytes: [UInt8], file: String) -> Place? {
    let key = "extends"
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where line.starts(with: key.utf8) {
      return Place(
        file: file, line: index + 1, column: 1, length: key.utf8.count,
        excerpt: String(decoding: line.prefix(200), as: UTF8.self))
    }
    return nil
  }

  /// Whether the path names a file of another program.
  static func isGMCR(_ path: String) -> Bool {
    path.lowercased().hasSuffix(".gmcr")
  }
}

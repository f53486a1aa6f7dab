import CaseFile
import Disk
import Notation
import Questions
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files that an answer rests on: no output takes the place of one of them, however
/// their names are written.
final class UsedFiles: Sendable {
  /// What a file is to the answer.
  enum Use {
    /// The answer is about it.
    case subject
    /// Something else was read from it: a case that others build on, a text.
    case text
    /// A case names it as the text of a source.
    case source

    /// As the end of a sentence about it.
    fileprivate var words: String {
      switch self {
      case .subject: "it is a case that the answer is about"
      case .text: "the answer rests on it"
      case .source: "a case names it as the text of a source"
      }
    }
  }

  /// A file whatever it is called: two names of one file are alike in this.
  private struct Identity: Hashable {
    var device: UInt64
    var number: UInt64

    init(_ status: stat) {
      device = UInt64(truncatingIfNeeded: status.st_dev)
      number = UInt64(truncatingIfNeeded: status.st_ino)
    }
  }

  private struct Known {
    /// By where a path leads, also to files that are not there yet.
    var places: [[UInt8]: Use] = [:]
    var identities: [Identity: Use] = [:]
    /// Whether a case could not be read: what it names is not known, and its names may be written
    /// in ways that only reading tells.
    var hasUnread = false
  }

  private let known = Mutex(Known())

  /// Remembers a file; what was said of it first stays.
  func note(_ path: String, as use: Use) {
    let place = RealPath.of(path)
    var status = stat()
    let isThere = PathBytes.withCString(path) { stat($0, &status) } == 0
    known.withLock { known in
      if let place { known.places[place] = known.places[place] ?? use }
      if isThere { Self.note(status, as: use, in: &known) }
    }
  }

  /// Remembers the file behind a descriptor, such as standard input.
  func note(_ descriptor: Int32, as use: Use) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return }
    known.withLock { [status] in Self.note(status, as: use, in: &$0) }
  }

  /// Remembers the texts that a case names.
  func noteSources(of document: CaseDocument) {
    let folder = RelativePath.folder(of: document.file)
    for source in document.sources {
      if let path = EvidenceCheck.path(of: source, in: folder) { note(path, as: .source) }
    }
  }

  /// Reads a case. Where it cannot be read, it may rest on any file that is there.
  func reading<Value>(_ read: () throws(SyntaxError) -> Value) throws(SyntaxError) -> Value {
    do throws(SyntaxError) {
      return try read()
    } catch {
      known.withLock { $0.hasUnread = true }
      throw error
    }
  }

  private static func note(_ status: stat, as use: Use, in known: inout Known) {
    let identity = Identity(status)
    known.identities[identity] = known.identities[identity] ?? use
  }

  /// Why nothing may be written at the path, where the answer rests on what is there.
  func obstacle(at path: String) -> Diagnostic? {
    // What is no file, such as a pipe, is written to and never replaced.
    guard case .success(.file(let file)) = OutputPlace.at(path) else { return nil }
    let place = RealPath.of(path)
    let use = known.withLock { known in
      place.flatMap { known.places[$0] } ?? file.old.flatMap { known.identities[Identity($0)] }
    }
    guard let words = use?.words ?? doubt(about: path, file) else { return nil }
    return Diagnostic(
      .unwritableFile, "cannot write '\(path)': \(words)", at: Place(file: path, line: 0, column: 0),
      hint: "name another file for the output")
  }

  /// Where a case could not be read, it may rest on the file, unless that is an earlier answer.
  private func doubt(about path: String, _ file: OutputPlace.File) -> String? {
    guard file.old != nil, known.withLock({ $0.hasUnread }), !EarlierAnswer.isAt(path) else { return nil }
    return "a case could not be read, so it is not known whether it rests on this file"
  }
}

extension Environment {
  /// Refuses a destination where nothing can be written or that the answer rests on, as far as
  /// that is known by now.
  func requireWritable(_ destination: Response.Destination?) throws(Failure) {
    guard let destination, let obstacle = OutputFile.obstacle(at: destination, in: self) else { return }
    throw .wrong(SyntaxError(obstacle))
  }

  /// The same for one command, which is to know what files it used.
  func anew() -> Environment {
    var environment = self
    let used = UsedFiles()
    environment.used = used
    let (files, standardInput) = (files, standardInput)
    environment.files = FileSource(
      read: { path in
        used.note(path, as: .text)
        return files.read(path)
      },
      follow: { path in
        used.note(path, as: .text)
        return files.follow(path)
      })
    environment.standardInput = {
      used.note(STDIN_FILENO, as: .text)
      return standardInput()
    }
    return environment
  }
}

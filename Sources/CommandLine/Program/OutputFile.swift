import CaseFile
import Disk
import Notation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes files so that a reader sees the old text or the new one, never a part,
/// whoever else writes the same file at the same time.
enum OutputFile {
  /// Hands over a text in pieces, until somebody wants no more; the answer is whether
  /// it came to its own end.
  typealias Pieces = (@escaping (String) -> Bool) -> Bool

  /// How the writing of a file ended.
  enum Outcome {
    /// All of it is there.
    case written
    /// Somebody asked for a stop; a file is as it was before.
    case interrupted
    /// The text ended early of itself; a file is as it was before.
    case cut
    /// It could not be written; a file is as it was before.
    case failed(Diagnostic)
  }

  /// Writes what is no text.
  static func write(
    _ bytes: [UInt8], to destination: Response.Destination, in environment: Environment
  ) -> Outcome {
    write(.bytes(bytes), to: destination, in: environment)
  }

  /// Writes what comes in pieces.
  static func write(
    _ produce: Pieces, to destination: Response.Destination, in environment: Environment
  ) -> Outcome {
    // What is called does not outlast this.
    withoutActuallyEscaping(produce) { write(.pieces($0), to: destination, in: environment) }
  }

  /// What is written.
  private enum Content {
    case pieces(Pieces)
    case bytes([UInt8])
  }

  private static func write(
    _ content: Content, to destination: Response.Destination, in environment: Environment
  ) -> Outcome {
    if let obstacle = environment.used.obstacle(at: destination.path) { return .failed(obstacle) }
    switch OutputPlace.at(destination.path) {
    case .failure(let fault):
      return .failed(problem(fault, destination))
    case .success(.open(let descriptor)):
      return result(pour(content, into: descriptor, environment).end, destination)
    case .success(.device(let path)):
      let descriptor = PathBytes.withCString(path) { open($0, O_WRONLY | O_NOCTTY | O_CLOEXEC) }
      guard descriptor >= 0 else { return .failed(problem(.system(errno), destination)) }
      var end = pour(content, into: descriptor, environment).end
      if close(descriptor) != 0, end == .done { end = .failed(errno) }
      return result(end, destination)
    case .success(.file(let place)):
      if place.isTaken, !destination.replaces { return .failed(problem(.exists, destination)) }
      return replace(place, content, destination, environment)
    }
  }

  /// Why nothing can be written there, as far as that can be told beforehand.
  static func obstacle(at destination: Response.Destination, in environment: Environment) -> Diagnostic? {
    if let obstacle = environment.used.obstacle(at: destination.path) { return obstacle }
    switch OutputPlace.at(destination.path) {
    case .failure(let fault): return problem(fault, destination)
    case .success(.file(let place)):
      if place.isTaken, !destination.replaces { return problem(.exists, destination) }
      if place.folder.isEmpty || CaseFiles.isFolder(place.folder) { return nil }
      return problem(.noFolder(place.folder), destination)
    case .success: return nil
    }
  }

  private static func replace(
    _ place: OutputPlace.File, _ content: Content, _ destination: Response.Destination,
    _ environment: Environment
  ) -> Outcome {
    let draft: Draft
    do { draft = try Draft(for: place) } catch { return .failed(problem(error, destination)) }
    defer { draft.discard() }
    let (end, isWhole) = pour(content, into: draft.descriptor, environment)
    guard end == .done else { return result(end, destination) }
    if !isWhole { return .cut }
    do { try draft.finish() } catch { return .failed(problem(error, destination)) }
    if environment.isInterrupted() { return .interrupted }
    do { try draft.publish(replacing: destination.replaces) } catch {
      return .failed(problem(error, destination))
    }
    return .written
  }

  // MARK: Writing

  private enum End: Equatable {
    case done, interrupted, failed(Int32)
  }

  /// How it ended, and whether the text came to its own end.
  private static func pour(
    _ content: Content, into descriptor: Int32, _ environment: Environment
  ) -> (end: End, isWhole: Bool) {
    var (end, isWhole) = (End.done, true)
    func note(_ code: Int32?) {
      if let code { end = code == EINTR ? .interrupted : .failed(code) }
    }
    switch content {
    case .bytes(let bytes):
      note(bytes.withUnsafeBytes { Descriptor.write($0, to: descriptor, unless: environment.isInterrupted) })
    case .pieces(let produce):
      isWhole = produce { piece in
        guard end == .done else { return false }
        if environment.isInterrupted() {
          end = .interrupted
        } else {
          note(Descriptor.write(piece, to: descriptor, unless: environment.isInterrupted))
        }
        return end == .done
      }
    }
    return (end == .done && environment.isInterrupted() ? .interrupted : end, isWhole)
  }

  private static func result(_ end: End, _ destination: Response.Destination) -> Outcome {
    switch end {
    case .done: .written
    case .interrupted: .interrupted
    case .failed(let code): .failed(problem(.system(code), destination))
    }
  }

  private static func problem(_ fault: WritingFault, _ destination: Response.Destination) -> Diagnostic {
    let path = destination.path
    let place = Place(file: path, line: 0, column: 0)
    if case .exists = fault {
      return Diagnostic(
        .fileExists, "'\(path)' exists already", at: place, hint: "add --force to replace it")
    }
    return Diagnostic(.unwritableFile, "cannot write '\(path)': \(fault.reason)", at: place)
  }
}

/// What keeps a file from being written.
enum WritingFault: Error {
  /// There is a file, which was not to be replaced.
  case exists
  /// The folder is not there.
  case noFolder(String)
  /// What the system says, by its number.
  case system(Int32)
  /// No file can be made in the folder, for what the system says.
  case closedFolder(String, Int32)

  /// The reason, as the end of a sentence.
  var reason: String {
    switch self {
    case .exists: "it exists already"
    case .noFolder(let folder): "there is no folder '\(folder)'"
    case .system(EISDIR): "it is a folder"
    case .system(let code): String(cString: strerror(code))
    case .closedFolder(let folder, let code):
      "no file can be made in the folder '\(folder.isEmpty ? "." : folder)': \(String(cString: strerror(code)))"
    }
  }
}

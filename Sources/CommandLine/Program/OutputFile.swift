import CaseFile
import Foundation
import Reports

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Writes files so that a reader sees the old text or the new one, never a part.
enum OutputFile {
  /// Writes the text; the answer is what went wrong, if something did.
  static func write(_ text: String, to destination: Response.Destination) -> Diagnostic? {
    let path = destination.path
    if let obstacle = obstacle(at: path, replaces: destination.replaces) { return obstacle }
    do {
      if isDevice(path) {
        // A device or a pipe cannot be replaced, only written to.
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        try handle.write(contentsOf: Data(text.utf8))
        try handle.close()
      } else {
        try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
      }
      return nil
    } catch {
      return problem(path, code(of: error))
    }
  }

  /// Writes what comes in pieces; the answer is what went wrong, if something did.
  /// A file that is there already stays as it is until the new one is whole.
  static func write(
    _ stream: (TextReader) -> Void, to destination: Response.Destination, in environment: Environment
  ) -> Diagnostic? {
    let path = destination.path
    if let obstacle = obstacle(at: path, replaces: destination.replaces) { return obstacle }
    let draft = isDevice(path) ? path : path + ".part"
    guard let file = fopen(draft, "w") else { return problem(path, errno) }
    var failure: Int32?
    stream(
      TextReader { piece in
        var piece = piece
        let isWritten = piece.withUTF8 { fwrite($0.baseAddress, 1, $0.count, file) == $0.count }
        if !isWritten { failure = errno }
        return isWritten && !environment.isInterrupted()
      })
    if fclose(file) != 0, failure == nil { failure = errno }
    if draft == path { return failure.map { problem(path, $0) } }
    if failure == nil, !environment.isInterrupted(), rename(draft, path) != 0 { failure = errno }
    if failure != nil || environment.isInterrupted() { unlink(draft) }
    return failure.map { problem(path, $0) }
  }

  private static func problem(_ path: String, _ code: Int32) -> Diagnostic {
    Diagnostic(
      .unwritableFile, "cannot write '\(path)': \(String(cString: strerror(code)))",
      at: Place(file: path, line: 0, column: 0))
  }

  /// Why nothing can be written at the path, as far as that can be told beforehand.
  static func obstacle(at path: String, replaces: Bool) -> Diagnostic? {
    let place = Place(file: path, line: 0, column: 0)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      let folder = RelativePath.folder(of: path)
      if folder.isEmpty || FileManager.default.fileExists(atPath: folder) { return nil }
      return Diagnostic(
        .unwritableFile, "cannot write '\(path)': there is no folder '\(folder)'", at: place)
    }
    if isFolder.boolValue {
      return Diagnostic(.unwritableFile, "cannot write '\(path)': it is a folder", at: place)
    }
    if replaces || isDevice(path) { return nil }
    return Diagnostic(
      .fileExists, "'\(path)' exists already", at: place, hint: "add --force to replace it")
  }

  /// The number that the system gave for the error.
  private static func code(of error: any Error) -> Int32 {
    let error = error as NSError
    if let inner = error.userInfo[NSUnderlyingErrorKey] as? NSError { return code(of: inner) }
    return error.domain == NSPOSIXErrorDomain ? Int32(error.code) : EACCES
  }

  private static func isDevice(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    return status.st_mode & S_IFMT != S_IFREG
  }
}

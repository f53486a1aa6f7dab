import CaseFile
import Foundation

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
    let place = Place(file: path, line: 0, column: 0)
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
      let reason = String(cString: strerror(code(of: error)))
      return Diagnostic(.unwritableFile, "cannot write '\(path)': \(reason)", at: place)
    }
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

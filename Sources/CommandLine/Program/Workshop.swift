import CaseFile
import Disk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder of our own among the temporary files, gone when the work is done.
struct Workshop {
  /// Where it is.
  let folder: String

  /// Makes one that nobody else may read.
  init(in environment: Environment) throws(FileSource.Problem) {
    var place = environment.variables["TMPDIR"] ?? ""
    if !place.hasPrefix("/") || !CaseFiles.isFolder(place) { place = "/tmp" }
    var template = Array((place + "/entente-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw FileSource.Problem("no folder can be made in '\(place)': \(String(cString: strerror(errno)))")
    }
    folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The path of a file in it.
  func path(_ name: String) -> String { folder + "/" + name }

  /// Writes a file; the answer is what went wrong, if something did.
  func write(_ bytes: [UInt8], to name: String) -> String? {
    let descriptor = open(path(name), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return String(cString: strerror(errno)) }
    var code = bytes.withUnsafeBytes { Descriptor.write($0, to: descriptor) { false } }
    if close(descriptor) != 0 { code = code ?? errno }
    return code.map { String(cString: strerror($0)) }
  }

  /// The bytes of a file in it; nil where there is none, or one that is far too long.
  func read(_ path: String) -> [UInt8]? {
    guard let bytes = try? FileSource.disk.follow(path).get(), bytes.count <= FileSource.largest else {
      return nil
    }
    return bytes
  }

  /// Removes it with all that is in it.
  func clear() { Self.remove(folder) }

  private static func remove(_ path: String) {
    if let stream = opendir(path) {
      var names: [String] = []
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) {
          $0.withMemoryRebound(to: CChar.self, capacity: 1) { String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
      }
      closedir(stream)
      for name in names {
        let inner = path + "/" + name
        var status = stat()
        // A link is removed and not followed.
        if lstat(inner, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
          remove(inner)
        } else {
          unlink(inner)
        }
      }
    }
    rmdir(path)
  }
}

import CaseFile
import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension FileSource {
  /// The files on disk and pipes such as `<(…)`, never more of one than it takes
  /// to see that it is too large.
  static let bounded = FileSource { path in
    let descriptor = open(path, O_RDONLY | O_NOCTTY)
    guard descriptor >= 0 else { return .failure(Problem(reason(errno))) }
    defer { close(descriptor) }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      return .failure(Problem("it is a folder"))
    }
    return read(descriptor)
  }

  /// The bytes that a descriptor gives, up to one more than a case may have.
  static func read(_ descriptor: Int32) -> Result<[UInt8], Problem> {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while all.count <= largest {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
      #else
        let count = Darwin.read(descriptor, &buffer, buffer.count)
      #endif
      if count > 0 {
        all += buffer[..<count]
      } else if count == 0 {
        break
      } else if errno != EINTR || Interruption.isRequested {
        return .failure(Problem(reason(errno)))
      }
    }
    return .success(all)
  }

  /// The most bytes of a file that are of any use: a case may have 16 MiB, and the
  /// texts of sources are no larger.
  static let largest = 1 << 24

  private static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "there is no such file"
    case EACCES, EPERM: "you may not read it"
    case EISDIR: "it is a folder"
    case ENOTDIR: "part of its path is not a folder"
    default: String(cString: strerror(code)).lowercased()
    }
  }
}

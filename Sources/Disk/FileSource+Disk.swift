public import CaseFile
public import Notation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension FileSource {
  /// The files on disk. Somebody may name anything, also pipes such as `<(…)`; a
  /// case may refer to any file, but to files only. Never is more of one read than it
  /// takes to see that it is too large.
  ///
  /// Give cases that others wrote a source whose ``/CaseFile/FileSource/follow`` is stricter, as
  /// the program does.
  public static let disk: FileSource = disk(isInterrupted: { false })

  /// The same; what waits for a pipe gives up once it `isInterrupted`.
  package static func disk(isInterrupted: @escaping @Sendable () -> Bool) -> FileSource {
    FileSource(
      read: { path in
        let descriptor = PathBytes.withCString(path) { open($0, O_RDONLY | O_NOCTTY | O_CLOEXEC) }
        guard descriptor >= 0 else { return .failure(Problem(reason(errno))) }
        defer { close(descriptor) }
        if kind(of: descriptor) == S_IFDIR { return .failure(Problem("it is a folder")) }
        return read(descriptor, isInterrupted: isInterrupted)
      },
      follow: { path in
        // Opening a pipe would wait for somebody to write into it.
        let descriptor = PathBytes.withCString(path) {
          open($0, O_RDONLY | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
        }
        guard descriptor >= 0 else { return .failure(Problem(reason(errno))) }
        defer { close(descriptor) }
        switch kind(of: descriptor) {
        case S_IFREG: return read(descriptor, isInterrupted: isInterrupted)
        case S_IFDIR: return .failure(Problem("it is a folder"))
        case S_IFIFO: return .failure(Problem("it is a pipe and not a file"))
        default: return .failure(Problem("it is a device and not a file"))
        }
      })
  }

  private static func kind(of descriptor: Int32) -> mode_t {
    var status = stat()
    return fstat(descriptor, &status) == 0 ? status.st_mode & S_IFMT : 0
  }

  /// The bytes that a descriptor gives, up to one more than a case may have.
  package static func read(
    _ descriptor: Int32, isInterrupted: () -> Bool
  ) -> Result<[UInt8], Problem> {
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
      } else if errno != EINTR || isInterrupted() {
        return .failure(Problem(reason(errno)))
      }
    }
    return .success(all)
  }

  /// The most bytes of a file that are of any use: a case may have 16 MiB, and the
  /// texts of sources are no larger.
  package static let largest = YAMLReader.maximumByteCount

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

extension CaseDocument {
  /// Reads a case file from disk, with the files that it extends.
  ///
  ///     let document = try CaseDocument(reading: "Catalog/chicken.yaml")
  ///
  /// - Throws: `SyntaxError` with every problem above the YAML level at once,
  ///   in the order of the text; a YAML fault alone.
  public init(reading path: String) throws(SyntaxError) {
    try self.init(reading: path, files: .disk)
  }
}

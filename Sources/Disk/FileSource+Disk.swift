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
    let problem = readPieces(descriptor, isInterrupted: isInterrupted) { piece in
      all += piece
      return all.count <= largest
    }
    return problem.map { .failure($0) } ?? .success(all)
  }

  /// Hands over each line that a descriptor gives as soon as it is there, without its end and
  /// those that are empty, until one is answered with no; what went wrong, if something did.
  package static func readLines(
    _ descriptor: Int32, isInterrupted: () -> Bool, _ take: ([UInt8]) -> Bool
  ) -> Problem? {
    var rest: [UInt8] = []
    var isWanted = true
    let problem = readPieces(descriptor, isInterrupted: isInterrupted) { piece in
      var parts = piece.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)[...]
      let last = parts.removeLast()
      for part in parts where isWanted {
        rest += part
        if !rest.isEmpty { isWanted = take(rest) }
        rest = []
      }
      rest += last
      return isWanted && rest.count <= largest
    }
    if problem != nil || !isWanted || rest.isEmpty { return problem }
    if rest.count > largest { return Problem("a line of it is larger than 16 MiB") }
    _ = take(rest)
    return nil
  }

  /// Hands over what a descriptor gives as it comes, until one is answered with no.
  private static func readPieces(
    _ descriptor: Int32, isInterrupted: () -> Bool, _ take: (ArraySlice<UInt8>) -> Bool
  ) -> Problem? {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
      #else
        let count = Darwin.read(descriptor, &buffer, buffer.count)
      #endif
      if count > 0 {
        if !take(buffer[..<count]) { return nil }
      } else if count == 0 {
        return nil
      } else if errno != EINTR || isInterrupted() {
        return Problem(reason(errno))
      }
    }
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

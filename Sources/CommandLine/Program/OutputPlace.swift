import Disk

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a path leads to that is to be written.
enum OutputPlace {
  /// A file that is open already, such as `/dev/stdout`: a number of this process.
  case open(Int32)
  /// A device or a pipe, which is written to and never replaced.
  case device(String)
  /// A file, or the place of one.
  case file(File)

  /// A file, or the place of one, behind every link that leads to it.
  struct File {
    /// The folder, "" for the current one.
    var folder: String
    /// The name in the folder.
    var name: String
    /// What is there now.
    var old: stat?
    /// Whether a link led here.
    var isLinked: Bool

    /// Whether something has the name that was given, be it a link that leads nowhere.
    var isTaken: Bool { old != nil || isLinked }
  }

  /// How many links may be followed, as in the system.
  private static let mostLinks = 40

  /// Finds out what is at a path. A link is not replaced, but what it leads to.
  static func at(_ given: String) -> Result<OutputPlace, WritingFault> {
    if let number = ownDescriptor(given) {
      return fcntl(number, F_GETFD) == -1 ? .failure(.system(errno)) : .success(.open(number))
    }
    var status = stat()
    if PathBytes.withCString(given, { stat($0, &status) }) == 0, status.st_mode & S_IFMT != S_IFREG {
      return status.st_mode & S_IFMT == S_IFDIR ? .failure(.system(EISDIR)) : .success(.device(given))
    }
    var path = given
    for step in 0...mostLinks {
      let folder = RelativePath.folder(of: path)
      let name = path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? ""
      if name.isEmpty { return .failure(.system(path.isEmpty ? ENOENT : EISDIR)) }
      if PathBytes.withCString(path, { lstat($0, &status) }) != 0 {
        if errno != ENOENT { return .failure(.system(errno)) }
        return .success(.file(File(folder: folder, name: name, isLinked: step > 0)))
      }
      if status.st_mode & S_IFMT != S_IFLNK {
        return .success(.file(File(folder: folder, name: name, old: status, isLinked: step > 0)))
      }
      guard let target = RealPath.link(PathBytes.bytes(path)) else { return .failure(.system(errno)) }
      let text = PathBytes.text(target)
      path = text.hasPrefix("/") || folder.isEmpty ? text : folder + "/" + text
    }
    return .failure(.system(ELOOP))
  }

  /// The number of an open file of this process that a path names.
  private static func ownDescriptor(_ path: String) -> Int32? {
    switch path {
    case "/dev/stdout": return STDOUT_FILENO
    case "/dev/stderr": return STDERR_FILENO
    default:
      for prefix in ["/dev/fd/", "/proc/self/fd/", "/proc/\(getpid())/fd/"] where path.hasPrefix(prefix) {
        return Int32(path.dropFirst(prefix.count))
      }
      return nil
    }
  }
}

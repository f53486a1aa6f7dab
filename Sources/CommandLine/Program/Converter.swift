import CaseFile
import ConflictModel
import Notation
import Questions

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Another program, which makes PNG of SVG. It is run without a shell, reads the picture from its
/// standard input and writes to its standard output.
struct Converter {
  private let path: String
  private let arguments: [String]

  /// The programs in the order in which they are tried, with what they are called with.
  private static let known: [(name: String, arguments: [String])] = [
    ("rsvg-convert", ["--format=png", "--zoom=2"]),
    ("inkscape", ["--pipe", "--export-type=png", "--export-dpi=192", "--export-filename=-"]),
    ("cairosvg", ["-", "--format", "png", "--scale", "2", "-o", "-"]),
    ("magick", ["svg:-", "png:-"]),
  ]

  /// The first of them that is installed.
  static func found(in environment: Environment) throws(Failure) -> Converter {
    let folders = (environment.variables["PATH"] ?? "").split(separator: ":")
    for (name, arguments) in known {
      for folder in folders where folder.hasPrefix("/") {
        let path = "\(folder)/\(name)"
        if access(path, X_OK) == 0 { return Converter(path: path, arguments: arguments) }
      }
    }
    throw fault(
      "no program is installed that makes PNG of a picture",
      hint: "install the package librsvg2-bin, or end the file in .svg")
  }

  private static func fault(_ message: String, hint: String?) -> Failure {
    .wrong(SyntaxError(Diagnostic(.cannotConvert, message, at: .none, hint: hint)))
  }

  private init(path: String, arguments: [String]) {
    (self.path, self.arguments) = (path, arguments)
  }

  /// The picture as PNG.
  func png(of picture: String, _ work: Work, _ environment: Environment) throws(Failure) -> [UInt8] {
    let name = path.split(separator: "/").last.map { String($0) } ?? path
    // Files without names: whoever writes and reads pipes at once may wait for the other for ever.
    guard let input = Self.scratch(), let output = Self.scratch() else {
      throw Self.fault("no file can be made in /tmp for '\(name)'", hint: nil)
    }
    defer {
      close(input)
      close(output)
    }
    _ = Descriptor.write(picture, to: input, unless: environment.isInterrupted)
    lseek(input, 0, SEEK_SET)
    guard let process = spawn(reading: input, writing: output) else {
      throw Self.fault("'\(name)' cannot be run", hint: "end the file in .svg")
    }
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      if environment.isInterrupted() || work.control.shouldStop() != nil {
        kill(process, SIGKILL)
        waitpid(process, &status, 0)
        throw Self.fault("'\(name)' was stopped before the picture was done", hint: "end the file in .svg")
      }
      usleep(5_000)
    }
    let bytes = Self.contents(of: output)
    guard status == 0, bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) else {
      throw Self.fault("'\(name)' could not make PNG of the picture", hint: "end the file in .svg")
    }
    return bytes
  }

  private static func scratch() -> Int32? {
    var name = Array("/tmp/entente-XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { return nil }
    unlink(name)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return descriptor
  }

  private func spawn(reading input: Int32, writing output: Int32) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process = pid_t()
    return posix_spawn(&process, path, &actions, nil, &words, environ) == 0 ? process : nil
  }

  private static func contents(of file: Int32) -> [UInt8] {
    lseek(file, 0, SEEK_SET)
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(file, &buffer, buffer.count)
      if count <= 0 { return bytes }
      bytes += buffer[..<count]
    }
  }
}

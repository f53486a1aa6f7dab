import CaseFile
import Disk

// `environ` is a variable that anybody could change.
#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Darwin)
  @preconcurrency import Darwin
#endif

/// A program of somebody else's, found on the path and run without a shell.
struct OtherProgram {
  /// Where it is.
  let path: String

  /// The program of that name, if the path has one.
  init?(_ name: String, in environment: Environment) {
    for folder in (environment.variables["PATH"] ?? "").split(separator: ":") where folder.hasPrefix("/") {
      let path = folder + "/" + name
      if access(path, X_OK) == 0, !CaseFiles.isFolder(path) {
        self.path = path
        return
      }
    }
    return nil
  }

  /// How it ended.
  enum End: Equatable {
    case done
    /// It could not do it, for what it said last.
    case failed(String)
    /// Somebody asked for a stop; it is gone.
    case stopped
  }

  /// Runs it with nothing to read; what it says goes to a file in `folder`, where it may leave
  /// whatever it needs.
  func run(_ arguments: [String], in folder: String, unless isStopped: () -> Bool) -> End {
    let messages = folder + "/messages"
    var actions = Self.actions()
    var attributes = Self.attributes()
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, messages, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_adddup2(&actions, STDOUT_FILENO, STDERR_FILENO)
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, path, &actions, &attributes, words, environ)
    if code != 0 { return .failed(String(cString: strerror(code))) }
    guard let status = Self.wait(for: child, unless: isStopped) else { return .stopped }
    // Ended by itself, and with nothing to complain about.
    if status == 0 { return .done }
    let said = (try? FileSource.disk.read(messages).get()).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let last = said.split(separator: "\n").last { !$0.allSatisfy { $0.isWhitespace } }
    return .failed(last.map { String($0.prefix(300)) } ?? "it ended with status \(status >> 8 & 0xFF)")
  }

  /// Waits until it ends; nil when a stop was asked for, and then it is no more, nor are those that
  /// it began.
  private static func wait(for child: pid_t, unless isStopped: () -> Bool) -> Int32? {
    var status: Int32 = 0
    while true {
      let ended = waitpid(child, &status, WNOHANG)
      if ended == child { return status }
      if ended < 0, errno != EINTR { return -1 }
      if isStopped() {
        kill(-child, SIGKILL)
        while waitpid(child, &status, 0) < 0, errno == EINTR {}
        return nil
      }
      usleep(10_000)
    }
  }

  #if canImport(Glibc)
    private static func actions() -> posix_spawn_file_actions_t {
      var actions = posix_spawn_file_actions_t()
      posix_spawn_file_actions_init(&actions)
      return actions
    }

    private static func attributes() -> posix_spawnattr_t {
      var attributes = posix_spawnattr_t()
      posix_spawnattr_init(&attributes)
      set(&attributes)
      return attributes
    }

    /// A group of its own, so that it can be ended with all that it begins, and no signal held back.
    private static func set(_ attributes: inout posix_spawnattr_t) {
      var (none, usual) = (sigset_t(), sigset_t())
      sigemptyset(&none)
      sigemptyset(&usual)
      for signal in [SIGINT, SIGTERM, SIGPIPE, SIGHUP] { sigaddset(&usual, signal) }
      posix_spawnattr_setsigmask(&attributes, &none)
      posix_spawnattr_setsigdefault(&attributes, &usual)
      posix_spawnattr_setpgroup(&attributes, 0)
      posix_spawnattr_setflags(
        &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    }
  #else
    private static func actions() -> posix_spawn_file_actions_t? {
      var actions: posix_spawn_file_actions_t?
      posix_spawn_file_actions_init(&actions)
      return actions
    }

    private static func attributes() -> posix_spawnattr_t? {
      var attributes: posix_spawnattr_t?
      posix_spawnattr_init(&attributes)
      posix_spawnattr_setpgroup(&attributes, 0)
      posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
      return attributes
    }
  #endif
}

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Open files by their numbers.
enum Descriptor {
  /// Writes all of a text; the answer is the number of what went wrong, if
  /// something did, and `EINTR` when a stop was asked for.
  static func write(_ text: String, to descriptor: Int32, unless isStopped: () -> Bool) -> Int32? {
    var text = text
    return text.withUTF8 { write(UnsafeRawBufferPointer($0), to: descriptor, unless: isStopped) }
  }

  /// Writes all of some bytes; the answer is the same.
  static func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32, unless isStopped: () -> Bool
  ) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      #if canImport(Glibc)
        let count = Glibc.write(descriptor, part.baseAddress, part.count)
      #else
        let count = Darwin.write(descriptor, part.baseAddress, part.count)
      #endif
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        return errno
      } else if isStopped() {
        return EINTR
      }
    }
    return nil
  }

  /// Sees to it that the numbers of the standard streams are taken. Whoever closed
  /// one before the program began would else have a case, or a file that is written,
  /// in its place. What is put there can be neither read nor written.
  static func occupyStandardStreams() {
    for (number, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
    where fcntl(number, F_GETFD) == -1 && errno == EBADF {
      _ = open("/dev/null", mode)
    }
  }
}

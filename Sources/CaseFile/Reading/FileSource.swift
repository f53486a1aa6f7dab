public import Notation

/// Where files come from: the disk, an archive, a page's memory, or values in a test.
///
/// Whoever runs a program chooses the files that it reads; whoever wrote a case
/// chooses those that the case refers to. The two may be different people, so they
/// are read by different functions.
public struct FileSource: Sendable {
  /// The bytes of a file that somebody named, or the reason why there are none.
  public var read: @Sendable (String) -> Result<[UInt8], Problem>
  /// The bytes of a file that a case refers to, by `extends` or as the text of a source.
  public var follow: @Sendable (String) -> Result<[UInt8], Problem>

  /// The path of the case that somebody named, who may have called it otherwise, as by its name in a
  /// catalog; most places know of nothing but paths.
  public var locate: @Sendable (String) -> Result<String, SyntaxError> = { .success($0) }

  /// Why a file cannot be read, in words.
  public struct Problem: Error, Sendable {
    /// The reason, as the end of a sentence.
    public var reason: String
    /// Whether the file lies where the case may not read. Then nothing else is said
    /// about it, not even whether it exists.
    public var isOutside: Bool
    /// What to try.
    public var hint: String?

    /// A problem with the given reason.
    public init(_ reason: String, isOutside: Bool = false, hint: String? = nil) {
      self.reason = reason
      self.isOutside = isOutside
      self.hint = hint
    }
  }

  /// Files that `read` finds, and those that cases refer to by `follow`, or in the
  /// same way when there is none.
  public init(
    read: @escaping @Sendable (String) -> Result<[UInt8], Problem>,
    follow: (@Sendable (String) -> Result<[UInt8], Problem>)? = nil
  ) {
    self.read = read
    self.follow = follow ?? read
  }

  /// No files at all: for a text that refers to none.
  public static let empty = FileSource { _ in .failure(Problem("no files are at hand here")) }

  /// The bytes of a file that somebody named.
  func bytes(of path: String) throws(SyntaxError) -> [UInt8] {
    do { return try read(path).get() } catch {
      throw SyntaxError(
        Diagnostic(
          .unreadableFile, "cannot read '\(path)': \(error.reason)",
          at: Place(file: path, line: 0, column: 0), hint: error.hint))
    }
  }

  /// The bytes of a file that a case refers to at `place`.
  func bytes(of path: String, followedFrom place: Place) throws(SyntaxError) -> [UInt8] {
    do { return try follow(path).get() } catch {
      throw SyntaxError(
        Diagnostic(
          error.isOutside ? .outsideFolder : .unreadableFile,
          error.isOutside
            ? "'\(path)' is not read: \(error.reason)" : "cannot read '\(path)': \(error.reason)",
          at: place, hint: error.hint))
    }
  }
}

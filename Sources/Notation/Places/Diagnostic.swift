/// One thing that is wrong, or doubtful, in a text.
///
/// Match on ``code``; messages may be reworded in any release.
public struct Diagnostic: Sendable, Hashable {
  /// How bad it is.
  public enum Severity: String, Sendable, Hashable {
    /// The text has no meaning as it stands.
    case error
    /// The text has a meaning, perhaps not the intended one.
    case warning
  }

  /// A kind of problem, as it is printed: lower case with hyphens.
  ///
  /// A structure rather than an enumeration, so that a release can add a code
  /// without breaking a `switch` in a client.
  public struct Code: RawRepresentable, Sendable, Hashable {
    /// The code as it is printed.
    public let rawValue: String

    /// The code printed as `rawValue`.
    public init(rawValue: String) { self.rawValue = rawValue }
  }

  /// A second place that belongs to the problem, such as the first of two duplicates.
  public struct Note: Sendable, Hashable {
    /// What stands there.
    public var message: String
    /// Where it is.
    public var place: Place

    /// A remark on another place.
    public init(_ message: String, at place: Place) {
      self.message = message
      self.place = place
    }
  }

  /// The kind of problem.
  public var code: Code
  /// How bad it is.
  public var severity: Severity
  /// What is wrong, in a sentence without a full stop.
  public var message: String
  /// Where it is; ``Place/none`` when it is in no text, as with a wrong argument.
  public var place: Place
  /// What to try, when there is something to suggest.
  public var hint: String?
  /// Other places that belong to it.
  public var notes: [Note]
  /// What it is about, when that is in no file but was said with the question.
  package var argument: ArgumentPlace?

  /// A problem of the given kind.
  @inline(never)
  public init(
    _ code: Code, _ message: String, at place: Place, severity: Severity = .error,
    hint: String? = nil, notes: [Note] = []
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.place = place
    self.hint = hint
    self.notes = notes
  }
}

/// What is wrong with a text, and where.
public struct SyntaxError: Error, Sendable, Hashable {
  /// The problems found, at least one, in the order of the text.
  public let diagnostics: [Diagnostic]

  /// An error with these problems.
  public init(_ diagnostics: [Diagnostic]) {
    self.diagnostics = diagnostics
  }

  /// An error with one problem.
  public init(_ diagnostic: Diagnostic) {
    self.diagnostics = [diagnostic]
  }
}

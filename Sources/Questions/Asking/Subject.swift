public import CaseFile
internal import ConflictModel
package import Notation

/// What a question is about: cases as they are written, and what is changed for the question.
public struct Subject: Sendable {
  /// A case as it is written, with the name by which whoever asks knows it.
  public struct Written: Sendable {
    /// What it is called: its path.
    public var name: String
    /// What is written.
    public var document: CaseDocument
    /// Doubts of whoever read it.
    package var warnings: [Diagnostic] = []
    /// The files that it may refer to.
    package var files = FileSource.empty

    /// A case with what it is called.
    public init(name: String, document: CaseDocument) {
      self.name = name
      self.document = document
    }

    /// A case with doubts about it, and the files that it may refer to.
    package init(name: String, document: CaseDocument, warnings: [Diagnostic], files: FileSource) {
      self.name = name
      self.document = document
      self.warnings = warnings
      self.files = files
    }
  }

  /// A file that ought to be a case, read when its turn comes.
  package struct File: Sendable {
    /// What it is called: its path.
    package var name: String
    /// The case, or what is wrong with it.
    package var read: @Sendable () -> Result<Written, SyntaxError>

    /// A file with what reads it.
    package init(name: String, read: @escaping @Sendable () -> Result<Written, SyntaxError>) {
      self.name = name
      self.read = read
    }
  }

  /// The cases, the one that matters most first.
  public var cases: [Written]
  /// The files, where the question is about files.
  package var files: [File] = []
  /// Reads a further case that an argument names.
  package var open: @Sendable (String) -> Result<Written, SyntaxError> = { name in
    .failure(SyntaxError(Diagnostic(.unreadableFile, "cannot read '\(name)'", at: .none)))
  }
  /// The values given to events.
  public var given: [String: Bool]
  /// The day as of which dated events are read; nil for each case's own.
  public var day: String?
  /// The profiles chosen for actors.
  public var profiles: [String: String]

  /// Whether anything is changed for the question.
  package var isChanged: Bool { !given.isEmpty || day != nil || !profiles.isEmpty }

  /// Cases, with what is changed for the question.
  public init(
    _ cases: [Written], given: [String: Bool] = [:], day: String? = nil, profiles: [String: String] = [:]
  ) {
    self.cases = cases
    self.given = given
    self.day = day
    self.profiles = profiles
  }

  /// One case as it is written.
  public init(_ document: CaseDocument) {
    self.init([Written(name: document.file, document: document)])
  }

  /// Files, with what reads them.
  package init(files: [File]) {
    self.init([])
    self.files = files
  }

  /// What the first case means.
  public func meaning(_ work: Work) throws(Failure) -> Case {
    try resolve(cases[0].document, on: day, given, profiles, work)
  }

  /// What each case means. A case without dates is the same on all days.
  ///
  /// - Throws: A failure when there are fewer than `least`, or when the day is told and none of
  ///   them has dates.
  func meanings(_ work: Work) throws(Failure) -> [Case] {
    var found: [Case] = []
    for index in cases.indices { found.append(try meaning(of: index, work: work)) }
    guard let day, !cases.contains(where: { $0.document.hasDates }) else { return found }
    throw .argument(
      "no event of these cases has dates, so all days are alike",
      hint: "give events 'since', 'until' or a 'history', or set them with --given", about: "on", day)
  }

  /// What one of several cases means, with further values for events and profiles.
  func meaning(
    of index: Int, also events: [String: Bool] = [:], _ chosen: [String: String] = [:], work: Work
  ) throws(Failure) -> Case {
    let document = cases[index].document
    var (given, profiles) = (try document.events(in: given), try document.profiles(in: profiles))
    for (event, holds) in events { given[event] = holds }
    for (actor, profile) in chosen { profiles[actor] = profile }
    return try resolve(document, on: document.hasDates ? day : nil, given, profiles, work)
  }

  private func resolve(
    _ document: CaseDocument, on day: String?, _ given: [String: Bool], _ profiles: [String: String],
    _ work: Work
  ) throws(Failure) -> Case {
    let given = try document.events(in: given)
    let profiles = try document.profiles(in: profiles)
    do {
      return try Case(
        document, given: given, on: day, profiles: profiles, limits: work.limits, control: work.control)
    } catch {
      throw Failure(error, in: document)
    }
  }
}

extension CaseDocument {
  /// Whether any of its events has dates.
  fileprivate var hasDates: Bool { events.contains { $0.hasDates } }
}

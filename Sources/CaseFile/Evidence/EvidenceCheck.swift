package import Notation

/// Compares what the evidence of a case cites with the texts of its sources.
///
/// The texts come from a ``FileSource``, each read once, so a check needs no disk.
///
///     for result in document.check(evidence) {
///       if case .failed(let diagnostic) = result.outcome { print(diagnostic.rendered()) }
///     }
package enum EvidenceCheck {
  /// What was found out about one piece of evidence.
  package struct Result: Sendable, Hashable {
    /// The evidence.
    package let evidence: Evidence
    /// What was found out.
    package let outcome: Outcome

    /// A result.
    package init(_ evidence: Evidence, _ outcome: Outcome) {
      self.evidence = evidence
      self.outcome = outcome
    }
  }

  /// What a check can find out.
  package enum Outcome: Sendable, Hashable {
    /// The source holds what is cited; the proofs say how far that was tested.
    case verified([Proof])
    /// The source does not hold it.
    case failed(Diagnostic)
    /// Nothing was compared.
    case notChecked(Reason)
  }

  /// What agreed.
  package enum Proof: String, Sendable, Hashable {
    /// The text has such a place.
    case place
    /// The sentence has the fingerprint.
    case fingerprint
    /// The words quoted stand there.
    case quote
  }

  /// Why nothing was compared.
  package enum Reason: Sendable, Hashable {
    /// It is a note and cites nothing.
    case note
    /// It cites a source as a whole, neither place nor words.
    case wholeSource
    /// It cites a place in print, which no text shows.
    case inPrint
    /// The case does not list the source.
    case unknownSource(String)
    /// The case names no file for the source.
    case noFile(String)
    /// The file cannot be read, for a reason in words.
    case unreadable(source: String, path: String, String)
    /// The file lies where the case may not read.
    case outside(source: String, path: String, hint: String?)
    /// The file is not UTF-8.
    case notText(source: String, path: String)

    /// The reason in words, to follow "not checked: ".
    package var description: String {
      switch self {
      case .note: "a note cites nothing"
      case .wholeSource: "no place, fingerprint or quote is given"
      case .inPrint: "a place in print, such as a page, is not verified"
      case .unknownSource(let source): "no source is called '\(source)'"
      case .noFile(let source): "no file is named for '\(source)'"
      case .unreadable(let source, let path, let why):
        "the text of '\(source)' cannot be read at \(path): \(why)"
      case .outside(let source, let path, _):
        "the text of '\(source)' is not read, since \(path) lies outside the folder of the case"
      case .notText(let source, let path): "the text of '\(source)' at \(path) is not UTF-8"
      }
    }
  }

  /// Checks evidence.
  ///
  /// - Parameters:
  ///   - evidence: What is cited.
  ///   - sources: The sources of the case.
  ///   - folder: What the files of the sources are relative to.
  ///   - given: Paths for sources by id, as given on the command line; they go
  ///     before the files that the case names, and it is a failure if one of
  ///     them cannot be read.
  ///   - files: Where the texts come from.
  /// - Returns: One result for each piece of evidence, in the same order.
  package static func run(
    _ evidence: [Evidence], sources: [SourceText], in folder: String,
    given: [String: String] = [:], files: FileSource
  ) -> [Result] {
    var texts: [String: Text] = [:]
    for source in sources where texts[source.id] == nil {
      texts[source.id] = text(of: source, in: folder, given: given, files: files)
    }
    return evidence.map { Result($0, outcome(of: $0, texts)) }
  }

  /// The path at which the text of a source is looked for; nil when none is named.
  package static func path(
    of source: SourceText, in folder: String, given: [String: String] = [:]
  ) -> String? {
    if let path = given[source.id] { return path }
    guard let file = source.file, !file.isEmpty else { return nil }
    return FilePath.joined(folder, file)
  }

  // MARK: - Texts

  private enum Text {
    case index(SourceIndex)
    case unavailable(Reason)
    /// A path from the command line that gives no text.
    case refused(Diagnostic.Code, String)
  }

  private static func text(
    of source: SourceText, in folder: String, given: [String: String], files: FileSource
  ) -> Text {
    guard let path = path(of: source, in: folder, given: given) else {
      return .unavailable(.noFile(source.id))
    }
    let isGiven = given[source.id] != nil
    switch isGiven ? files.read(path) : files.follow(path) {
    case .failure(let problem) where problem.isOutside && !isGiven:
      return .unavailable(.outside(source: source.id, path: path, hint: problem.hint))
    case .failure(let problem):
      return isGiven
        ? .refused(
          .unreadableFile, "the text of '\(source.id)' cannot be read at \(path): \(problem.reason)")
        : .unavailable(.unreadable(source: source.id, path: path, problem.reason))
    case .success(let bytes):
      if let text = String(validating: bytes, as: UTF8.self) { return .index(SourceIndex(text: text)) }
      return isGiven
        ? .refused(.notUTF8, "the text of '\(source.id)' at \(path) is not UTF-8")
        : .unavailable(.notText(source: source.id, path: path))
    }
  }

  private static func outcome(of evidence: Evidence, _ texts: [String: Text]) -> Outcome {
    guard let source = evidence.source else { return .notChecked(.note) }
    switch texts[source] {
    case nil: return .notChecked(.unknownSource(source))
    case .unavailable(let reason): return .notChecked(reason)
    case .refused(let code, let message): return .failed(Diagnostic(code, message, at: evidence.place))
    case .index(let index): return compare(evidence, with: index, source)
    }
  }

  // MARK: - Comparing

  private static func compare(_ evidence: Evidence, with index: SourceIndex, _ source: String) -> Outcome {
    var proofs: [Proof] = []
    if let place = evidence.at {
      guard index.text(at: place) != nil else {
        return .failed(missing(place, evidence, index, source))
      }
      proofs.append(.place)
    }
    if let fingerprint = evidence.fingerprint {
      let found = index.places(withFingerprint: fingerprint)
      if let place = evidence.at, index.fingerprint(at: place) != fingerprint.lowercased() {
        return .failed(
          Diagnostic(
            .fingerprintMismatch,
            "\(source) \(place) has the fingerprint \(index.fingerprint(at: place) ?? ""), not \(fingerprint)",
            at: evidence.place, hint: elsewhere("that is the fingerprint of", found)))
      }
      guard !found.isEmpty else {
        return .failed(
          Diagnostic(
            .fingerprintMismatch, "no sentence of \(source) has the fingerprint \(fingerprint)",
            at: evidence.place))
      }
      proofs.append(.fingerprint)
    }
    if let quote = evidence.quote {
      let found = index.places(holding: quote)
      if let place = evidence.at {
        guard index.holds(quote, at: place) else {
          return .failed(
            Diagnostic(
              .quoteMismatch, "\(source) \(place) does not hold the words quoted", at: evidence.place,
              hint: elsewhere("they stand in", found) ?? "no sentence holds them"))
        }
      } else if found.isEmpty {
        return .failed(
          Diagnostic(.quoteMismatch, "\(source) does not hold the words quoted", at: evidence.place))
      }
      proofs.append(.quote)
    }
    if !proofs.isEmpty { return .verified(proofs) }
    return .notChecked(evidence.inPrint == nil ? .wholeSource : .inPrint)
  }

  /// The text has no such place: says what it has, and where the cited words stand.
  private static func missing(
    _ place: SentencePlace, _ evidence: Evidence, _ index: SourceIndex, _ source: String
  ) -> Diagnostic {
    let count = index.sentenceCount(inParagraph: place.paragraph)
    let message =
      count == 0
      ? "\(source) has no paragraph \(place.paragraph); its last is \(index.paragraphCount)"
      : "\(source) has no sentence \(place); the last of the paragraph is \(place.paragraph).\(count)"
    let byFingerprint = evidence.fingerprint.map { index.places(withFingerprint: $0) } ?? []
    let byQuote = evidence.quote.map { index.places(holding: $0) } ?? []
    return Diagnostic(
      .unknownPlace, message, at: evidence.place,
      hint: elsewhere("the fingerprint is that of", byFingerprint)
        ?? elsewhere("the words quoted stand in", byQuote)
        ?? "if a section or a page is meant, say so: {source: \(source), at: § \(place)}")
  }

  private static func elsewhere(_ words: String, _ places: [SentencePlace]) -> String? {
    guard !places.isEmpty else { return nil }
    let named = places.prefix(3).map { $0.description }.joined(separator: ", ")
    return "\(words) \(named)" + (places.count > 3 ? " and \(places.count - 3) more" : "")
  }
}

extension CaseDocument {
  /// Compares evidence of this case with the texts of its sources.
  ///
  /// - Parameters:
  ///   - evidence: What is cited, such as ``Judgement/evidence``.
  ///   - given: Paths for sources by id, which go before the files that the case names.
  ///   - files: Where the texts come from.
  /// - Returns: One result for each piece of evidence, in the same order.
  package func check(
    _ evidence: [Evidence], given: [String: String] = [:], files: FileSource
  ) -> [EvidenceCheck.Result] {
    EvidenceCheck.run(
      evidence, sources: sources, in: FilePath.folder(of: file), given: given, files: files)
  }
}

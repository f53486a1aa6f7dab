public import Notation

/// Where a judgement comes from.
public struct Evidence: Sendable, Hashable {
  /// How the judgement rests on the source.
  public enum Basis: String, Sendable, Hashable, CaseIterable {
    /// The source says so of itself.
    case said
    /// The source reports it.
    case reported
    /// The analyst infers it.
    case inferred
    /// The analyst assumes it.
    case assumed
  }

  /// How sure the analyst is.
  public enum Confidence: String, Sendable, Hashable, CaseIterable {
    /// Not very.
    case low
    /// Fairly.
    case moderate
    /// Very.
    case high
  }

  /// The id of the source, or nil for a mere note.
  public var source: String?
  /// The place in the source.
  public var at: SentencePlace?
  /// The place in the source as it is printed, such as a page: shown, never verified.
  public var inPrint: PrintedPlace?
  /// Words of the source.
  public var quote: String?
  /// The first twelve hex digits of the SHA-256 of the sentence.
  public var fingerprint: String?
  /// How the judgement rests on the source.
  public var basis: Basis?
  /// Whose judgement it is.
  public var by: String?
  /// How sure that person is.
  public var confidence: Confidence?
  /// When it was made: YYYY, YYYY-MM or YYYY-MM-DD.
  public var date: String?
  /// In the analyst's own words.
  public var note: String?
  /// Whether it speaks against the judgement.
  public var isAgainst: Bool
  /// Where the evidence stands in the case file.
  public var place: Place

  /// Evidence with the given parts.
  public init(
    source: String? = nil, at: SentencePlace? = nil, inPrint: PrintedPlace? = nil, quote: String? = nil,
    fingerprint: String? = nil, basis: Basis? = nil, by: String? = nil,
    confidence: Confidence? = nil, date: String? = nil, note: String? = nil, isAgainst: Bool = false,
    place: Place = .none
  ) {
    self.source = source
    self.at = at
    self.inPrint = inPrint
    self.quote = quote
    self.fingerprint = fingerprint
    self.basis = basis
    self.by = by
    self.confidence = confidence
    self.date = date
    self.note = note
    self.isAgainst = isAgainst
    self.place = place
  }
}

extension Evidence {
  /// The place in the source as it is written: `3.2`, or `p. 14`.
  public var writtenPlace: String? { at?.description ?? inPrint?.text }
}

/// A place in a source: a paragraph and a sentence in it, both from 1.
public struct SentencePlace: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The paragraph, from 1.
  public var paragraph: Int
  /// The sentence in the paragraph, from 1; nil for the whole paragraph.
  public var sentence: Int?

  /// The place `paragraph.sentence`.
  public init(paragraph: Int, sentence: Int?) {
    self.paragraph = paragraph
    self.sentence = sentence
  }

  /// As it is written: `3.2`, or `3` for a whole paragraph.
  public var description: String {
    sentence.map { "\(paragraph).\($0)" } ?? "\(paragraph)"
  }

  /// Orders places as they follow in the text.
  public static func < (left: SentencePlace, right: SentencePlace) -> Bool {
    (left.paragraph, left.sentence ?? 0) < (right.paragraph, right.sentence ?? 0)
  }
}

/// How strongly a source puts a statement.
public enum Hedge: String, Sendable, Hashable, CaseIterable {
  /// It might be so.
  case might
  /// It may be so.
  case may
  /// It could be so.
  case could
  /// It is likely.
  case likely
  /// It will be so.
  case will
}

public import Notation

extension SentencePlace {
  /// The place written as `3.2`, or `3` for a whole paragraph; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard !part.isEmpty, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int32(part), number > 0
      else { return nil }
      numbers.append(Int(number))
    }
    self.init(paragraph: numbers[0], sentence: numbers.count == 2 ? numbers[1] : nil)
  }
}

extension Evidence {
  /// Whether a text has the form of a fingerprint: twelve hex digits.
  public static func isFingerprint(_ text: String) -> Bool {
    text.utf8.count == 12 && text.allSatisfy { $0.isASCII && $0.isHexDigit }
  }

  /// Reads evidence in its short form: a citation when it starts with the id of
  /// a source, else a note.
  ///
  ///     memo
  ///     memo 3.2
  ///     memo 3.2 #f00ba4f00ba4: a note
  ///     what everybody knows
  ///
  /// A text that starts with the id of a source and goes on in words is a note too.
  ///
  /// - Parameters:
  ///   - text: The scalar.
  ///   - sources: The ids of the sources.
  ///   - place: Where it stands.
  /// - Throws: `SyntaxError` when the text is a citation but its place, its
  ///   fingerprint or its source is none.
  public static func parse(
    short text: String, sources: Set<String>, at place: Place
  ) throws(SyntaxError) -> Evidence {
    let written = text.trimmingWhiteSpace
    let note = Evidence(note: String(written), place: place)
    guard let citation = ShortCitation(written) else { return note }
    var places = ScalarPlaces(of: text, at: place)
    func complain(_ code: Diagnostic.Code, _ message: String, _ part: Substring, _ hint: String?)
      -> SyntaxError
    {
      let offset = text.unicodeScalars.distance(from: text.startIndex, to: part.startIndex)
      return SyntaxError(
        Diagnostic(
          code, message, at: places.place(at: offset, length: part.unicodeScalars.count), hint: hint))
    }

    guard sources.contains(String(citation.source)) else {
      let near = nearest(to: String(citation.source), among: sources.sorted())
      let isCertain = citation.fingerprint != nil || near != nil && citation.at != nil
      guard citation.isWellFormed, isCertain else { return note }
      throw complain(
        .unknownSource, "no source is called '\(citation.source)'", citation.source,
        near.map { "did you mean '\($0)'?" })
    }
    var evidence = Evidence(source: String(citation.source), place: place)
    if let at = citation.at {
      guard let found = SentencePlace(String(at)) else {
        throw complain(
          .wrongValue, "'\(at)' is no place in a source", at,
          "a place is paragraph and sentence, as in 3.2, or a paragraph alone; a section is written {source: \(citation.source), at: § \(at)}"
        )
      }
      evidence.at = found
    }
    if let fingerprint = citation.fingerprint {
      guard isFingerprint(String(fingerprint)) else {
        throw complain(
          .wrongValue, "a fingerprint is '#' and twelve hex digits", fingerprint,
          "'entente cite' lists the fingerprints of a text")
      }
      evidence.fingerprint = fingerprint.lowercased()
    }
    guard citation.isWellFormed else { return note }
    evidence.note = citation.note.flatMap { $0.isEmpty ? nil : String($0) }
    return evidence
  }
}

/// The parts of `memo 3.2 #f00ba4f00ba4: a note`, as far as they are there.
private struct ShortCitation {
  var source: Substring
  var at: Substring?
  var fingerprint: Substring?
  var note: Substring?
  /// Whether nothing but these parts stands in the text.
  var isWellFormed: Bool

  /// Nil when the text does not even start with an id.
  init?(_ text: Substring) {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, ConditionLexer.startsName(first) else { return nil }
    var rest = text
    func word(_ continues: (Unicode.Scalar) -> Bool) -> Substring {
      let end = rest.unicodeScalars.firstIndex { !continues($0) } ?? rest.endIndex
      defer { rest = rest[end...].trimmingLeadingWhiteSpace }
      return rest[..<end]
    }
    source = word(ConditionLexer.continuesName)
    if let next = rest.unicodeScalars.first, ("0"..."9").contains(next) {
      at = word { !$0.properties.isWhitespace && $0 != ":" && $0 != "#" && $0 != "," }
    }
    if rest.unicodeScalars.first == "#" {
      rest = rest[rest.unicodeScalars.index(after: rest.startIndex)...]
      fingerprint = word { $0.properties.isAlphabetic || ("0"..."9").contains($0) }
    }
    if rest.unicodeScalars.first == ":" || at != nil && rest.unicodeScalars.first == "," {
      note = rest[rest.unicodeScalars.index(after: rest.startIndex)...].trimmingLeadingWhiteSpace
      rest = rest[rest.endIndex...]
    }
    isWellFormed = rest.isEmpty
  }
}

extension StringProtocol where SubSequence == Substring {
  fileprivate var trimmingLeadingWhiteSpace: Substring {
    let start = unicodeScalars.firstIndex { !$0.properties.isWhitespace } ?? endIndex
    return self[start...]
  }

  fileprivate var trimmingWhiteSpace: Substring {
    let trimmed = trimmingLeadingWhiteSpace
    let end = trimmed.unicodeScalars.lastIndex { !$0.properties.isWhitespace }
    return end.map { trimmed[...$0] } ?? trimmed
  }
}

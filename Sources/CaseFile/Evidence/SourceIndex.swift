import Notation

/// The paragraphs and sentences of a source, each with its place and fingerprint.
///
///     let index = SourceIndex(text: "One. Two.\n\nThree.")
///     index.text(at: SentencePlace(paragraph: 1, sentence: 2))   // "Two."
///
/// A paragraph is a run of lines that are not blank; in a text without a blank
/// line between others, each line is one. For how a paragraph falls into
/// sentences see ``sentences(of:)``. A fingerprint proves a place without
/// reprinting the text: the first twelve hex digits of the SHA-256 of the
/// sentence in UTF-8, trimmed, each run of white space made one space.
///
/// - Complexity: O(*n*) in the length of the text, which is kept once.
package struct SourceIndex: Sendable, Hashable {
  /// A place with its sentence.
  package struct Entry: Sendable, Hashable {
    /// The paragraph and sentence.
    package let place: SentencePlace
    /// The fingerprint of the sentence.
    package let fingerprint: String
    /// The sentence, trimmed and with single spaces.
    package let text: String
  }

  /// All sentences, in the order of the text.
  package let entries: [Entry]

  /// Where each paragraph starts in the entries, and where the last one ends.
  private let starts: [Int]

  /// The index of a text.
  package init(text: String) {
    var entries: [Entry] = []
    var starts: [Int] = []
    for (index, paragraph) in Self.paragraphs(of: text).enumerated() {
      starts.append(entries.count)
      for (position, sentence) in SentenceSplitter.sentences(of: paragraph).enumerated() {
        entries.append(
          Entry(
            place: SentencePlace(paragraph: index + 1, sentence: position + 1),
            fingerprint: Self.fingerprint(of: sentence), text: sentence))
      }
    }
    self.entries = entries
    self.starts = starts + [entries.count]
  }

  /// The number of paragraphs.
  package var paragraphCount: Int { starts.count - 1 }

  /// The number of sentences in a paragraph, counted from 1; 0 when there is no such paragraph.
  package func sentenceCount(inParagraph paragraph: Int) -> Int {
    (1...max(1, paragraphCount)).contains(paragraph) && paragraph <= paragraphCount
      ? starts[paragraph] - starts[paragraph - 1] : 0
  }

  /// The sentence, or the whole paragraph, at a place; nil when the text has no such place.
  package func text(at place: SentencePlace) -> String? {
    let count = sentenceCount(inParagraph: place.paragraph)
    guard count > 0 else { return nil }
    let start = starts[place.paragraph - 1]
    guard let sentence = place.sentence else {
      return entries[start..<start + count].map { $0.text }.joined(separator: " ")
    }
    return (1...count).contains(sentence) ? entries[start + sentence - 1].text : nil
  }

  /// The fingerprint at a place; nil when the text has no such place.
  package func fingerprint(at place: SentencePlace) -> String? {
    text(at: place).map(Self.fingerprint(of:))
  }

  /// The sentences, then the paragraphs, that have a fingerprint.
  package func places(withFingerprint fingerprint: String) -> [SentencePlace] {
    let wanted = fingerprint.lowercased()
    let sentences = entries.filter { $0.fingerprint == wanted }.map { $0.place }
    return sentences + paragraphs { Self.fingerprint(of: $0) == wanted }
  }

  /// The sentences that hold a quote, or else the paragraphs that do.
  package func places(holding quote: String) -> [SentencePlace] {
    let wanted = quote.foldedWhiteSpace
    guard !wanted.isEmpty else { return [] }
    let sentences = entries.filter { $0.text.holds(wanted) }.map { $0.place }
    return sentences.isEmpty ? paragraphs { $0.holds(wanted) } : sentences
  }

  /// Whether the sentence or paragraph at a place holds a quote, white space aside.
  package func holds(_ quote: String, at place: SentencePlace) -> Bool {
    let wanted = quote.foldedWhiteSpace
    return !wanted.isEmpty && (text(at: place)?.holds(wanted) ?? false)
  }

  private func paragraphs(where isWanted: (String) -> Bool) -> [SentencePlace] {
    (0..<paragraphCount).map { SentencePlace(paragraph: $0 + 1, sentence: nil) }
      .filter { text(at: $0).map(isWanted) ?? false }
  }

  // MARK: - The rules

  /// The sentences of a paragraph, each trimmed and with single spaces.
  ///
  /// A sentence ends at `.`, `!`, `?` or `…` with the closing quotes and
  /// brackets that follow, before white space and a capital, a digit or an
  /// opening mark; not after a single initial or a listed abbreviation. In
  /// scripts without capitals any letter may begin a sentence.
  package static func sentences(of paragraph: String) -> [String] {
    SentenceSplitter.sentences(of: paragraph)
  }

  /// The fingerprint of a sentence: twelve hex digits.
  package static func fingerprint(of sentence: String) -> String {
    String(SHA256.hex(of: Array(sentence.foldedWhiteSpace.utf8)).prefix(12))
  }

  private static func paragraphs(of text: String) -> [String] {
    var lines = text.split(omittingEmptySubsequences: false, whereSeparator: { $0.isNewline })
    if lines.first?.unicodeScalars.first == "\u{FEFF}" {
      lines[0] = Substring(lines[0].unicodeScalars.dropFirst())
    }
    let isBlank = lines.map { $0.unicodeScalars.allSatisfy { $0.properties.isWhitespace } }
    guard let first = isBlank.firstIndex(of: false), let last = isBlank.lastIndex(of: false) else {
      return []
    }
    guard isBlank[first...last].contains(true) else { return lines[first...last].map(String.init) }
    var paragraphs: [String] = []
    var isOpen = false
    for index in first...last {
      if isBlank[index] {
        isOpen = false
      } else if isOpen {
        paragraphs[paragraphs.count - 1] += "\n" + lines[index]
      } else {
        paragraphs.append(String(lines[index]))
        isOpen = true
      }
    }
    return paragraphs
  }
}

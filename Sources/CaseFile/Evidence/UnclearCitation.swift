/// A note that begins with the id of a source, and so was probably meant to cite it.
///
/// The short form of a citation is an id, perhaps a place as in 3.2, perhaps a
/// fingerprint, and a colon before a note. Anything else is a note, and a note
/// cites nothing, however it begins.
struct UnclearCitation {
  /// The source whose id begins the note.
  let source: String
  /// What to write to cite it.
  let remedy: String

  /// Nil when the note does not begin with a source's id.
  init?(_ note: String, sources: Set<String>) {
    let scalars = note.unicodeScalars
    guard let first = scalars.first, ConditionLexer.startsName(first) else { return nil }
    let end = scalars.firstIndex { !ConditionLexer.continuesName($0) } ?? note.endIndex
    source = String(note[..<end])
    guard sources.contains(source) else { return nil }
    let rest = String(note[end...]).foldedWhiteSpace
    remedy = Self.remedy(source, rest.trimmed)
  }

  private static func remedy(_ source: String, _ rest: String) -> String {
    var (words, rest) = (rest.split(separator: " ").map(String.init), rest)
    var fields = "source: \(source)"
    var isPlain = true
    var place: String?
    if let found = leadingPlace(words) {
      place = found.text
      isPlain = !found.isInPrint
      words.removeFirst(found.count)
      fields += ", at: \(found.text)"
    }
    if let word = words.first?.trimmed.lowercased(), let basis = Evidence.Basis(rawValue: word) {
      isPlain = false
      words.removeFirst()
      fields += ", basis: \(basis.rawValue)"
    }
    rest = words.joined(separator: " ").trimmed
    if isPlain {
      let cited = source + (place.map { " \($0)" } ?? "")
      return "to cite it, write '\(cited)\(rest.isEmpty ? "" : ": \(rest)")'"
    }
    return "to cite it, write {\(fields)\(rest.isEmpty ? "" : ", note: …")}"
  }

  /// The place with which words begin, and how many of them it takes.
  private static func leadingPlace(_ words: [String]) -> (text: String, count: Int, isInPrint: Bool)? {
    if let first = words.first?.trimmed, SentencePlace(first) != nil { return (first, 1, false) }
    // The longest that is one: a word, a number, a dash and a number.
    for count in (1...4).reversed() where count <= words.count {
      let text = words.prefix(count).joined(separator: " ").trimmed
      if let place = PrintedPlace(text) { return (place.text, count, true) }
    }
    return nil
  }
}

extension String {
  /// The text without punctuation and white space around it.
  fileprivate var trimmed: String {
    let marks: Set<Unicode.Scalar> = [",", ";", ":", ".", "(", ")", " ", "\u{2013}", "\u{2014}", "-"]
    let scalars = unicodeScalars
    guard let start = scalars.firstIndex(where: { !marks.contains($0) }),
      let last = scalars.lastIndex(where: { !marks.contains($0) })
    else { return "" }
    return String(self[start...last])
  }
}

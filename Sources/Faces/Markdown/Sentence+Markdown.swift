internal import Documents
internal import Notation

extension Sentence {
  /// The words with marks for what they turn on and for what to be careful about, and
  /// links where a place is known for what they point to.
  func markdown(_ anchor: (Phrase) -> String?) -> String {
    var text = ""
    // Neighbours that are strong are marked as one, or the marks between them would be words.
    var strong = ""
    for phrase in phrases {
      let words = Self.linked(phrase.text.markdownEscaped, to: anchor(phrase))
      switch phrase.manner {
      case .decisive, .caution: strong += words
      case .plain, .aside, .good:
        text += Self.strong(strong, after: text) + words
        strong = ""
      }
    }
    return text + Self.strong(strong, after: text)
  }

  private static func linked(_ words: String, to anchor: String?) -> String {
    guard let anchor else { return words }
    let (before, inner, after) = words.trimmed
    return inner.isEmpty ? words : before + "[\(inner)](#\(anchor))" + after
  }

  private static func strong(_ words: String, after text: String) -> String {
    let (before, inner, after) = words.trimmed
    if inner.isEmpty { return words }
    // Stars within a word count only between letters; elements count anywhere.
    let isWithin = before.isEmpty && !(text.last?.isWhitespace ?? true)
    return before + (isWithin ? "<strong>\(inner)</strong>" : "**\(inner)**") + after
  }
}

extension String {
  /// The text without the spaces at its ends, and these.
  fileprivate var trimmed: (before: String, inner: String, after: String) {
    let inner = drop { $0 == " " }
    var end = inner.endIndex
    while end > inner.startIndex, inner[inner.index(before: end)] == " " { end = inner.index(before: end) }
    return (String(self[..<inner.startIndex]), String(inner[..<end]), String(inner[end...]))
  }

  /// The text as the beginning of a block, where some marks would make it another kind of one.
  var escapingStart: String {
    let trimmed = String(drop { $0 == " " })
    guard let first = trimmed.unicodeScalars.first else { return trimmed }
    switch first {
    case "#", "+", "-", "=", "~": return "\\" + trimmed
    case "0"..."9":
      let rest = trimmed.drop { $0.isNumber && $0.isASCII }
      guard let mark = rest.first, mark == "." || mark == ")" else { return trimmed }
      let next = rest.dropFirst().first
      guard next == nil || next == " " else { return trimmed }
      return String(trimmed[..<rest.startIndex]) + "\\" + rest
    default: return trimmed
    }
  }
}

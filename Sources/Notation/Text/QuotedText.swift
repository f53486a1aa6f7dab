/// Names in quotes, as people write them where a name has blanks or commas: `"Direct arms"`,
/// `“Direct arms”`, `'Direct arms'`, `«Direct arms»`.
///
/// A quote opens only where a word could begin, so that the apostrophe of `King's` opens none; one
/// that is never closed is a letter like any other. Inside, a backslash stands before a quote that
/// belongs to the name, and before itself.
package enum QuotedText {
  /// A text in quotes.
  package struct Found: Sendable, Hashable {
    /// What stands between the quotes.
    package var text: String
    /// Where the text goes on after the last quote.
    package var end: Int
  }

  /// The quotes that close what another opens; empty where nothing is opened.
  private static func closing(_ opening: Unicode.Scalar) -> [Unicode.Scalar] {
    switch opening {
    case "\"": ["\""]
    case "'": ["'"]
    case "“": ["”"]
    case "„": ["“", "”"]
    case "‘": ["’"]
    case "‚": ["‘", "’"]
    case "«": ["»"]
    case "»": ["«"]
    default: []
    }
  }

  /// Whether a sign opens a quotation.
  package static func opens(_ scalar: Unicode.Scalar) -> Bool { !closing(scalar).isEmpty }

  /// The text in quotes that begins at a place; nil where no quote opens there, or none closes it.
  package static func found(in scalars: [Unicode.Scalar], at start: Int) -> Found? {
    guard scalars.indices.contains(start) else { return nil }
    let (opening, closing) = (scalars[start], closing(scalars[start]))
    if closing.isEmpty { return nil }
    var inside = String.UnicodeScalarView()
    var (index, depth) = (start + 1, 0)
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "\\", index + 1 < scalars.count,
        scalars[index + 1] == "\\" || scalars[index + 1] == opening || closing.contains(scalars[index + 1])
      {
        inside.append(scalars[index + 1])
        index += 2
        continue
      }
      if closing.contains(scalar), closes(scalar, before: index + 1, scalars) {
        if depth == 0 { return Found(text: String(inside), end: index + 1) }
        depth -= 1
      } else if scalar == opening, !closing.contains(opening) {
        depth += 1
      }
      inside.append(scalar)
      index += 1
    }
    return nil
  }

  /// An apostrophe inside a word closes nothing.
  private static func closes(
    _ scalar: Unicode.Scalar, before next: Int, _ scalars: [Unicode.Scalar]
  ) -> Bool {
    guard scalar == "'" || scalar == "’" || scalar == "‘", next < scalars.count else { return true }
    return !isWord(scalars[next])
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  /// What stands in the quotes around the whole text; nil where it is not one text in quotes.
  package static func inside(_ text: String) -> String? {
    let scalars = Array(trimmed(text).unicodeScalars)
    guard let found = found(in: scalars, at: 0), found.end == scalars.count else { return nil }
    return found.text
  }

  /// The parts of a text between signs that stand outside quotes, each as it is written.
  ///
  /// - Parameter most: At most so many; the last one holds the rest.
  package static func split(
    _ text: String, most: Int = .max, at separates: (Unicode.Scalar) -> Bool
  ) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var parts = [String.UnicodeScalarView()]
    var index = 0
    // What nothing closes once is closed by nothing later; without this, a text of quotes takes long.
    var unclosed: [Unicode.Scalar] = []
    while index < scalars.count {
      let scalar = scalars[index]
      if opens(scalar), !unclosed.contains(scalar), index == 0 || !isWord(scalars[index - 1]) {
        if let found = found(in: scalars, at: index) {
          parts[parts.count - 1].append(contentsOf: scalars[index..<found.end])
          index = found.end
          continue
        }
        unclosed.append(scalar)
      }
      if separates(scalars[index]), parts.count < most {
        parts.append(String.UnicodeScalarView())
      } else {
        parts[parts.count - 1].append(scalars[index])
      }
      index += 1
    }
    return parts.map { String($0) }
  }

  /// The text without white space at its ends.
  package static func trimmed(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(String.UnicodeScalarView(scalars[first...last]))
  }

  /// The text as names are compared: in lower case, each run of white space one blank, quotes of
  /// any kind alike.
  package static func folded(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in trimmed(text).lowercased().unicodeScalars {
      switch scalar {
      case _ where scalar.properties.isWhitespace: if folded.last != " " { folded.append(" ") }
      case "‘", "’", "‚": folded.append("'")
      case "“", "”", "„", "«", "»": folded.append("\"")
      default: folded.append(scalar)
      }
    }
    return String(folded)
  }
}

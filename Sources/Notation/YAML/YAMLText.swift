/// Writes scalars so that every YAML reader takes them for the same text.
package enum YAMLText {
  /// `text` as a scalar, in double quotes where it would otherwise be read as
  /// something else.
  package static func scalar(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  /// Words that some YAML reader takes for a truth value, nothing or a number.
  private static let words: Set<String> = [
    "y", "n", "yes", "no", "true", "false", "on", "off", "null", "~", ".inf", "-.inf", "+.inf", ".nan",
  ]

  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
    if words.contains(text.lowercased()) || looksLikeNumber(text) { return false }
    guard isSafe(first: first), last != ":", last != " " else { return false }
    var previous: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if needsEscape(scalar) { return false }
      if scalar == " " && previous == ":" || scalar == "#" && previous == " " { return false }
      if "[]{},".unicodeScalars.contains(scalar) { return false }
      previous = scalar
    }
    return true
  }

  /// Whether the scalar stands in quotes and by its number: it cannot be seen, or
  /// turns the direction of what is around it.
  private static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: scalar.turnsDirection || scalar.hiddenByte != nil
    }
  }

  /// Letters of any script, and signs that mean nothing at the start.
  private static func isSafe(first: Unicode.Scalar) -> Bool {
    first.properties.isAlphabetic || "(/_$+".unicodeScalars.contains(first)
      || ("0"..."9").contains(first)
  }

  /// Anything that starts like a number or a date.
  private static func looksLikeNumber(_ text: String) -> Bool {
    var rest = Substring(text)
    if let sign = rest.first, sign == "-" || sign == "+" { rest = rest.dropFirst() }
    if rest.first == "." { rest = rest.dropFirst() }
    guard let digit = rest.utf8.first, (0x30...0x39).contains(digit) else { return false }
    return rest.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
        || ".:-_+xXoOtTzZ ".utf8.contains(byte)
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        if needsEscape(scalar) {
          let hex = String(scalar.value, radix: 16)
          let digits = hex.utf8.count <= 4 ? 4 : 8
          result += digits == 4 ? "\\u" : "\\U"
          result += String(repeating: "0", count: digits - hex.utf8.count) + hex
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}

/// A YAML tree to be written, block style with short pieces in flow style.
package indirect enum YAMLValue {
  case scalar(String)
  /// Written as it stands: numbers, which every reader may take for numbers.
  case number(String)
  case list([YAMLValue])
  /// A list on one line.
  case flow([YAMLValue])
  case map([(String, YAMLValue)])
  /// A value that stands somewhere in the file it was read from.
  case placed(YAMLValue, Place)

  /// The value as one that stands at `place`.
  package func at(_ place: Place) -> YAMLValue { place.isKnown ? .placed(self, place) : self }

  /// The value without its place.
  private var bare: YAMLValue {
    if case .placed(let value, _) = self { value.bare } else { self }
  }

  /// The text of a whole document, with comments above what they are about, or behind it.
  package func document(with comments: [YAMLComment] = []) -> String {
    guard case .map(let entries) = bare else { return "" }
    var lines = YAMLLines(self, comments)
    for (index, entry) in entries.enumerated() {
      let block = entry.1.isBlock
      if index > 0, block { lines.append("") }
      append(entry, indent: "", to: &lines)
    }
    return lines.text
  }

  /// Where the value and what is in it stood, in the order in which it is written.
  var places: [Place] {
    switch self {
    case .placed(let value, let place): [place] + value.places
    case .scalar, .number: []
    case .list(let items), .flow(let items): items.flatMap { $0.places }
    case .map(let entries): entries.flatMap { $0.1.places }
    }
  }

  /// Where the value itself stood.
  private var place: [Place] { if case .placed(_, let place) = self { [place] } else { [] } }

  /// The lines on which something of the tree stood, rising, by file.
  var linesByFile: [String: [Int]] {
    var lines: [String: Set<Int>] = [:]
    for place in places { lines[place.file, default: []].insert(place.line) }
    return lines.mapValues { $0.sorted() }
  }

  private var isBlock: Bool {
    switch self {
    case .placed(let value, _): value.isBlock
    case .scalar, .number, .flow: false
    case .list(let items): !items.isEmpty
    case .map(let entries): !entries.isEmpty
    }
  }

  /// The value on one line, when it has no block in it.
  private var inline: String {
    switch self {
    case .placed(let value, _): value.inline
    case .scalar(let text): YAMLText.scalar(text)
    case .number(let text): text
    case .flow(let items): "[" + items.map { $0.inline }.joined(separator: ", ") + "]"
    case .list: "[]"
    case .map: "{}"
    }
  }

  private func append(_ entry: (String, YAMLValue), indent: String, to lines: inout YAMLLines) {
    let key = indent + YAMLText.scalar(entry.0) + ":"
    if entry.1.isBlock {
      lines.announce(entry.1.place, indent: indent, beforeKey: true)
      lines.append(key)
      entry.1.append(indent: indent + "  ", to: &lines)
    } else {
      lines.announce(entry.1.places, indent: indent)
      lines.append(key + " " + entry.1.inline)
    }
  }

  private func append(indent: String, to lines: inout YAMLLines) {
    switch self {
    case .placed(let value, _): value.append(indent: indent, to: &lines)
    case .map(let entries):
      for entry in entries { append(entry, indent: indent, to: &lines) }
    case .list(let items):
      for item in items {
        // All of an item's, since its first line stands behind the dash.
        lines.announce(item.places, indent: indent)
        guard item.isBlock else {
          lines.append(indent + "- " + item.inline)
          continue
        }
        let start = lines.count
        item.append(indent: indent + "  ", to: &lines)
        lines[start] = indent + "- " + lines[start].dropFirst(indent.count + 2)
      }
    case .scalar, .number, .flow:
      lines.append(indent + inline)
    }
  }
}

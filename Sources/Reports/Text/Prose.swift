internal import CaseFile
internal import Notation

/// Small helps for writing sentences.
enum Prose {
  /// The parts with commas and a last word between: `a, b and c`.
  static func list(_ parts: [String], _ word: String = "and") -> String {
    guard let last = parts.last else { return "" }
    if parts.count == 1 { return last }
    return parts.dropLast().joined(separator: ", ") + " \(word) " + last
  }

  /// The first few parts, and how many more there are.
  static func list(_ parts: [String], atMost limit: Int, _ word: String = "and") -> String {
    if parts.count <= limit { return list(parts, word) }
    return parts.prefix(limit).joined(separator: ", ") + " \(word) \(grouped(parts.count - limit)) more"
  }

  /// The first few of so many parts, and how many more there are, without a list
  /// of them all.
  static func list(first parts: some Sequence<String>, of count: Int, atMost limit: Int) -> String {
    if count <= limit { return list(Array(parts.prefix(limit))) }
    return parts.prefix(limit).joined(separator: ", ") + " and \(grouped(count - limit)) more"
  }

  /// A number with a comma between each three digits.
  static func grouped(_ number: some BinaryInteger) -> String {
    let digits = String(number)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, digit != "-", (digits.count - index) % 3 == 0, result != "-" { result.append(",") }
      result.append(digit)
    }
    return result
  }

  /// A number with its noun: `1 state`, `3 states`.
  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    grouped(number) + " " + (number == 1 ? noun : plural ?? noun + "s")
  }

  /// A small number as a word, others in digits: `two`, `14`.
  static func number(_ number: Int) -> String {
    let words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return words.indices.contains(number) ? words[number] : grouped(number)
  }

  /// The text in typographic quotation marks.
  static func quoted(_ text: String) -> String {
    "\u{201C}\(text.printable)\u{201D}"
  }

  /// The text with a capital at its start; for what may begin with an id, see
  /// ``Names/capitalized(_:)``.
  static func capitalized(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// The text broken at spaces into lines of at most `width` columns; the first
  /// starts with `first`, the others with `rest`. A word that is longer than a
  /// line stands on its own.
  static func wrap(_ text: String, width: Int, first: String = "", rest: String? = nil) -> [String] {
    let rest = rest ?? String(repeating: " ", count: first.displayWidth)
    var lines: [String] = []
    var line = first
    var column = first.displayWidth
    var isEmpty = true
    for word in text.printable.split(separator: " ", omittingEmptySubsequences: true) {
      let wordWidth = String(word).displayWidth
      if !isEmpty, column + 1 + wordWidth > width {
        lines.append(line)
        line = rest
        column = rest.displayWidth
        isEmpty = true
      }
      if !isEmpty {
        line += " "
        column += 1
      }
      line += word
      column += wordWidth
      isEmpty = false
    }
    lines.append(line)
    return lines
  }
}

/// Text that is put together line by line.
struct TextBuilder {
  let style: Style
  private(set) var lines: [String] = []

  init(_ style: Style) {
    self.style = style
  }

  /// An empty line, unless there is one already or nothing yet.
  mutating func gap() {
    if let last = lines.last, !last.isEmpty { lines.append("") }
  }

  /// A heading after an empty line.
  mutating func heading(_ text: String) {
    gap()
    lines += Prose.wrap(text, width: style.width).map(style.bold)
  }

  /// A paragraph, wrapped and indented.
  mutating func paragraph(_ text: String, indent: Int = 0) {
    lines += Prose.wrap(text, width: style.width, first: String(repeating: " ", count: indent))
  }

  /// A wrapped entry after a bullet or number.
  mutating func item(_ text: String, bullet: String = "- ", indent: Int = 2) {
    lines += Prose.wrap(
      text, width: style.width, first: String(repeating: " ", count: indent) + bullet)
  }

  /// Lines as they are.
  mutating func add(_ new: [String]) {
    lines += new
  }

  /// The whole text, ending in a line break.
  var text: String {
    lines.joined(separator: "\n") + "\n"
  }
}

/// A place in a source as it is printed: a page, a table, a figure, a section.
///
///     PrintedPlace("p. 14")?.text          // "p. 14"
///     PrintedPlace("pp. 14-16")?.text      // "pp. 14-16"
///     PrintedPlace("§ 4.3")?.text          // "§ 4.3"
///     PrintedPlace("on the last page")     // nil
///
/// It is shown as it is written. No program can find a page in a text without
/// pages, so it is never verified; words quoted beside it are.
public struct PrintedPlace: Sendable, Hashable, CustomStringConvertible {
  /// As it is written, each run of white space one space.
  public let text: String

  /// The place that a text names: a word such as `page`, `p.`, `table`, `fig.`,
  /// `section`, `§` or `chapter`, in any case, and then a number, or two with a dash
  /// between; nil for anything else.
  public init?(_ text: String) {
    let folded = text.foldedWhiteSpace
    guard Self.length(of: Array(folded.unicodeScalars)) == folded.unicodeScalars.count else { return nil }
    self.text = folded
  }

  /// As it is written.
  public var description: String { text }

  /// Whether a text begins with such a place.
  static func begins(_ text: some StringProtocol) -> Bool {
    length(of: Array(String(text).unicodeScalars)) != nil
  }

  /// What stands before the number, without its dot.
  static let words: Set<String> = [
    "p", "pp", "page", "pages", "table", "tables", "tab", "fig", "figs", "figure", "figures", "§", "§§",
    "sec", "secs", "sect", "section", "sections", "ch", "chap", "chapter", "chapters", "app", "appendix",
    "annex", "art", "article", "articles", "box", "col", "column", "vol", "volume", "footnote",
  ]

  /// How many scalars the place takes at the start of a text; nil when none is there.
  private static func length(of scalars: [Unicode.Scalar]) -> Int? {
    var index = 0
    func skipSpace() { while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 } }
    if scalars.first == "§" {
      while index < scalars.count, scalars[index] == "§" { index += 1 }
      if index > 2 { return nil }
    } else {
      let start = index
      while index < scalars.count, scalars[index].properties.isAlphabetic { index += 1 }
      let word = String(String.UnicodeScalarView(scalars[start..<index])).lowercased()
      guard words.contains(word), index < scalars.count else { return nil }
      guard scalars[index] == "." || scalars[index].properties.isWhitespace else { return nil }
      if scalars[index] == "." { index += 1 }
    }
    skipSpace()
    guard let first = number(in: scalars, from: index) else { return nil }
    index = first
    let end = index
    skipSpace()
    guard index < scalars.count, isDash(scalars[index]) else { return end }
    index += 1
    skipSpace()
    return number(in: scalars, from: index) ?? end
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == "\u{2013}" || scalar == "\u{2014}"
  }

  /// Where a number ends that begins at an index: `14`, `4.3`, `12a`, `A.2`, `iv`;
  /// nil when none begins there.
  private static func number(in scalars: [Unicode.Scalar], from start: Int) -> Int? {
    var index = start
    while index < scalars.count {
      let scalar = scalars[index]
      let isInner =
        scalar == "." && index > start && index + 1 < scalars.count && isPart(scalars[index + 1])
      guard isPart(scalar) || isInner else { break }
      index += 1
    }
    guard index > start else { return nil }
    let parts = scalars[start..<index].split(separator: ".")
    return parts.enumerated().allSatisfy { isNumber(Array($1), isFirst: $0 == 0) } ? index : nil
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
  }

  /// Digits with up to two letters after them, a capital letter with or without
  /// digits, or a Roman number.
  private static func isNumber(_ part: [Unicode.Scalar], isFirst: Bool) -> Bool {
    let digits = part.prefix { ("0"..."9").contains($0) }
    if !digits.isEmpty { return part.count - digits.count <= 2 }
    let romans: Set<Unicode.Scalar> = ["i", "v", "x", "l", "c", "d", "m"]
    if part.allSatisfy({ romans.contains($0) || romans.contains($0.lower) }) { return true }
    guard isFirst, let letter = part.first, ("A"..."Z").contains(letter) else { return part.count == 1 }
    return part.dropFirst().allSatisfy { ("0"..."9").contains($0) }
  }
}

extension Unicode.Scalar {
  /// A capital letter of ASCII made small.
  fileprivate var lower: Unicode.Scalar {
    ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) + 32) : self
  }
}

import TestSupport

/// Writes random YAML in all the styles that people use, and spoils it.
struct YAMLWriter {
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  private mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }

  private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }

  mutating func document() -> String {
    let start = pick(["", "", "", "---\n", "# about\n", "\n"])
    let end = pick(["", "", "\n", "\n\n", "\n...\n", "\n# end"])
    return start + block(indent: 0, depth: 0) + end
  }

  // MARK: - Blocks

  /// A list, mapping or scalar whose first line is not indented yet.
  private mutating func block(indent: Int, depth: Int) -> String {
    if depth > 3 || chance(depth == 0 ? 12 : 3) { return scalar(indent: indent) }
    let isList = chance(2)
    let count = Int.random(in: 1...4, using: &random)
    var lines: [String] = []
    for index in 0..<count { lines.append(entry(index, isList: isList, indent: indent, depth: depth)) }
    let margin = String(repeating: " ", count: indent)
    return lines.joined(separator: pick(["\n", "\n", "\n", "\n\n", " # note\n"]) + margin)
  }

  private mutating func entry(_ index: Int, isList: Bool, indent: Int, depth: Int) -> String {
    let head = isList ? "-" : key(index) + pick([":", ":", ":", " :"])
    if chance(8) { return head }
    if chance(4) { return head + " " + flow(depth: depth + 1) }
    let step = pick([1, 2, 2, 2, 4])
    // A list may stand at its mapping's column.
    if !isList, chance(3) {
      let margin = String(repeating: " ", count: indent)
      let items = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        "- " + self.block(indent: indent + 2, depth: depth + 2)
      }
      return head + "\n" + margin + items.joined(separator: "\n" + margin)
    }
    if isList, chance(2) { return "- " + block(indent: indent + 2, depth: depth + 1) }
    if !isList, chance(2) { return head + " " + scalar(indent: indent + step) }
    let margin = String(repeating: " ", count: indent + step)
    return head + pick(["\n", "\n", " # why\n", "\n\n"]) + margin
      + block(indent: indent + step, depth: depth + 1)
  }

  private mutating func key(_ index: Int) -> String {
    let name = pick(["key", "a b", "é", "x-y", "long key of words"]) + String(index)
    return pick([name, name, name, "'\(name)'", "\"\(name)\""])
  }

  // MARK: - Brackets

  private mutating func flow(depth: Int) -> String {
    if depth > 4 || chance(3) { return inline() }
    let isList = chance(2)
    let gap = pick(["", " ", "\n      "])
    var items: [String] = []
    for index in 0..<Int.random(in: 0...3, using: &random) {
      let value = flow(depth: depth + 1)
      if isList {
        items.append(chance(6) ? "k\(index): " + value : value)
      } else {
        items.append(chance(8) ? key(index) : key(index) + ": " + (chance(8) ? "" : value))
      }
    }
    let body =
      items.joined(separator: pick([", ", ",\n      ", " , "])) + (chance(6) && !items.isEmpty ? "," : "")
    return isList ? "[" + gap + body + gap + "]" : "{" + gap + body + gap + "}"
  }

  // MARK: - Scalars

  private mutating func word() -> String {
    pick([
      "word", "no", "3.10", "~", "é日", "a-b", "x:y", "R&D", "why?", "50%", "b#c", "it",
      "#x".dropFirst().description,
    ])
  }

  private mutating func words() -> String {
    (0..<Int.random(in: 1...5, using: &random)).map { _ in word() }.joined(separator: pick([" ", " ", "  "]))
  }

  private mutating func inline() -> String {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: "'" + words() + pick(["", "''", " # no note", ": "]) + "'"
    case 1: "\"" + words() + pick(["", "\\n", "\\\"", "\\u00e9", "\\t ", " \\\\", "\\x41"]) + "\""
    case 2: word()
    default: "w " + words()
    }
  }

  private mutating func scalar(indent: Int) -> String {
    let margin = String(repeating: " ", count: max(indent, 1))
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      return pick(["|", ">"]) + pick(["", "-", "+"]) + pick(["", "", " # note"]) + "\n" + lines(margin)
    case 1:
      let quote = pick(["'", "\""])
      let separator = pick(["\n", "\n\n", " \n", "\n\n\n"])
      return quote
        + (0..<Int.random(in: 1...3, using: &random)).map { _ in words() }
        .joined(separator: separator + margin) + quote
    case 2:
      return "w "
        + (0..<Int.random(in: 1...3, using: &random)).map { _ in "w " + words() }
        .joined(separator: pick(["\n", "\n\n"]) + margin)
    default: return inline()
    }
  }

  private mutating func lines(_ margin: String) -> String {
    (0..<Int.random(in: 1...5, using: &random)).map { _ in
      chance(4) ? "" : margin + pick(["", "", "", "  ", "\t"]) + words() + pick(["", "", " ", ":"])
    }.joined(separator: "\n")
  }

  // MARK: - Spoiling

  private static let signs = Array(":-?,[]{}#&*!|>'\"%@` \n\n\t  ab0~<é.\r".unicodeScalars)

  /// The text with a few characters deleted, put in or doubled.
  mutating func spoilt(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let place = Int.random(in: 0...scalars.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: if place < scalars.count { scalars.remove(at: place) }
      case 1: scalars.insert(pick(Self.signs), at: place)
      default:
        let end = min(scalars.count, place + Int.random(in: 0...12, using: &random))
        scalars.insert(
          contentsOf: Array(scalars[place..<end]), at: Int.random(in: 0...scalars.count, using: &random))
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// A short text of the signs that mean something.
  mutating func signs() -> String {
    let count = Int.random(in: 1...14, using: &random)
    return String(String.UnicodeScalarView((0..<count).map { _ in pick(Self.signs) }))
  }
}

import TestSupport

/// Spoils a text, or changes what it says, in one of the ways that texts are
/// spoilt: by hand, by programs, on the way.
struct Mutator {
  var random: SeededGenerator

  /// A mutator whose choices a generator determines.
  init(random: SeededGenerator) { self.random = random }

  /// The bytes after one to four changes. `other` is a text to splice with.
  mutating func mutated(_ bytes: [UInt8], with other: [UInt8]) -> [UInt8] {
    var result = bytes
    for _ in 0..<[1, 1, 1, 2, 4].randomElement(using: &random)! {
      result = changed(result, with: other)
      if result.count > 200_000 { result = Array(result.prefix(200_000)) }
    }
    return result
  }

  private mutating func changed(_ bytes: [UInt8], with other: [UInt8]) -> [UInt8] {
    switch Int.random(in: 0..<20, using: &random) {
    case 0: changedByte(bytes)
    case 1: Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
    case 2: inserted(into: bytes, Self.characters.randomElement(using: &random)!)
    case 3...6: changedLines(bytes)
    case 7: spliced(bytes, other)
    case 8, 9: reindented(bytes)
    case 10, 11: changedValue(bytes)
    case 12: nested(bytes)
    default: changedToken(bytes)
    }
  }

  // MARK: Bytes

  private mutating func place(in bytes: [UInt8]) -> Int { Int.random(in: 0...bytes.count, using: &random) }

  private mutating func changedByte(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    let place = place(in: bytes)
    switch Int.random(in: 0..<3, using: &random) {
    case 0: result.insert(UInt8.random(in: 0...255, using: &random), at: place)
    case 1 where place < bytes.count: result.remove(at: place)
    case 2 where place < bytes.count: result[place] = UInt8.random(in: 0...255, using: &random)
    default: break
    }
    return result
  }

  private mutating func inserted(into bytes: [UInt8], _ text: String) -> [UInt8] {
    let place = place(in: bytes)
    return Array(bytes[..<place]) + Array(text.utf8) + Array(bytes[place...])
  }

  /// Characters that are seldom seen and often mishandled.
  static let characters = [
    "\u{0}", "\u{7}", "\u{1B}[31m", "\u{85}", "\u{A0}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{2028}",
    "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{FFFE}", "\u{FFFF}", "\u{FFFD}", "\u{E000}",
    "\u{1F468}\u{200D}\u{1F469}",
    "e\u{301}", "\u{10FFFF}", "\r", "\r\n", "\t", "\\", "\"", "'", "#", ": ", "- ", "{", "}", "[", "]", ",",
    "&a ",
    "*a", "!!x ", "|", ">-\n", "%", "@", "`", "~", "? ", "---\n", "...\n", "<<: ",
  ]

  // MARK: Lines

  private func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
  }

  private func joined(_ lines: [ArraySlice<UInt8>]) -> [UInt8] { Array(lines.joined(separator: [0x0A])) }

  private mutating func changedLines(_ bytes: [UInt8]) -> [UInt8] {
    var lines = lines(bytes)
    let start = Int.random(in: lines.indices, using: &random)
    let end = min(lines.count, start + Int.random(in: 1...4, using: &random))
    let block = Array(lines[start..<end])
    switch Int.random(in: 0..<4, using: &random) {
    case 0: lines.removeSubrange(start..<end)
    case 1: lines.insert(contentsOf: block, at: end)
    case 2:
      lines.removeSubrange(start..<end)
      lines.insert(contentsOf: block, at: Int.random(in: 0...lines.count, using: &random))
    default: lines.swapAt(start, Int.random(in: lines.indices, using: &random))
    }
    return joined(lines)
  }

  private mutating func spliced(_ bytes: [UInt8], _ other: [UInt8]) -> [UInt8] {
    let (left, right) = (lines(bytes), lines(other))
    let head = left.prefix(Int.random(in: 0...left.count, using: &random))
    let tail = right.suffix(Int.random(in: 0...right.count, using: &random))
    return joined(Array(head) + Array(tail))
  }

  private mutating func reindented(_ bytes: [UInt8]) -> [UInt8] {
    var lines = lines(bytes)
    let index = Int.random(in: lines.indices, using: &random)
    if Bool.random(using: &random) {
      lines[index] = ArraySlice([0x20, 0x20] + lines[index])
    } else {
      lines[index] = lines[index].drop { $0 == 0x20 }
    }
    return joined(lines)
  }

  // MARK: Words

  /// Puts something else for what follows a key or a dash.
  private mutating func changedValue(_ bytes: [UInt8]) -> [UInt8] {
    var lines = lines(bytes)
    let index = Int.random(in: lines.indices, using: &random)
    guard let mark = lines[index].firstIndex(where: { $0 == 0x3A || $0 == 0x2D }) else { return bytes }
    let value = Self.values.randomElement(using: &random)!
    lines[index] = ArraySlice(Array(lines[index][...mark]) + Array((" " + value).utf8))
    return joined(lines)
  }

  static let values = [
    "", "~", "[]", "{}", "[[]]", "{a: b}", "[a, b]", "yes", "no", "maybe", "0", "-1", "1", "2", "3.5",
    "1e999",
    "255", "256", "65536", "2147483647", "2147483648", "4294967296", "9223372036854775807",
    "9223372036854775808", "-9223372036854775808", "18446744073709551616", "99999999999999999999999",
    "9223372036854.775807", "0.0000001", "123456.123456", "-0.000001", "true", "false", "indifferent",
    "{taken: [], unsure: []}", "{codes: [0, 1, [2, 3]]}", "{weight: 1}", "at least 7 of (true, false)",
    "exactly 99999999999999999999 of (true)", "at most 0 of (true)", "2023-02-30", "2023", "0000-00-00",
    "9999-12-31", "{replace: {s1: true}, drop: [s2]}", "\"\"", "''", "|\n  text", "memo 3.2",
    "memo 99999999999.1",
    "{source: memo, at: 3.2, quote: x}", "case.yaml", "other.yaml", "/dev/null", "..",
    "memo 3.2 #f00ba4f00ba4: x",
  ]

  /// Puts another word for one, most often another of the same text.
  private mutating func changedToken(_ bytes: [UInt8]) -> [UInt8] {
    let words = TextWords(bytes)
    guard let place = words.ranges.randomElement(using: &random) else {
      return inserted(into: bytes, Self.words.randomElement(using: &random)!)
    }
    let replacement: [UInt8]
    switch Int.random(in: 0..<4, using: &random) {
    case 0: replacement = Array(Self.words.randomElement(using: &random)!.utf8)
    case 1: replacement = Array(Self.values.randomElement(using: &random)!.utf8)
    default: replacement = Array(bytes[words.ranges.randomElement(using: &random)!])
    }
    return Array(bytes[..<place.lowerBound]) + replacement + Array(bytes[place.upperBound...])
  }

  static let words = [
    "and", "or", "not", "implies", "if", "only if", "unless", "needs", "iff", "at least", "at most",
    "exactly", "of",
    "true", "false", ">=", "<=", "!=", "=", "<", ">", "(", ")", "entente", "extends", "title", "as_of",
    "summary",
    "sources", "events", "states", "actors", "joint", "rules", "define", "status_quo", "outcomes", "expect",
    "holds",
    "since", "until", "history", "resolves", "by", "when", "always", "never", "exactly one of",
    "at most one of",
    "at least one of", "take", "taken", "unsure", "options", "prefers", "ranking", "weights", "unknown",
    "cannot",
    "misperceives", "moves", "profiles", "perceives", "declares", "because", "levels", "that", "sure", "much",
    "hedge",
    "first", "last", "after", "drop", "replace", "unordered", "from", "to", "then", "codes", "weight",
    "source", "at",
    "quote", "fingerprint", "basis", "confidence", "nash", "seq", "sim", "feasible", "every", "some",
    "satisfies",
    "given", "s1", "memo", "indifferent", "both", "level", "status-quo",
  ]

  // MARK: Depth

  private mutating func nested(_ bytes: [UInt8]) -> [UInt8] {
    let (open, close) = [("[", "]"), ("{a: ", "}"), ("(", ")"), ("not ", ""), ("- ", "")].randomElement(
      using: &random)!
    let depth = [2, 10, 255, 256, 257, 1_000].randomElement(using: &random)!
    let text = String(repeating: open, count: depth) + "x" + String(repeating: close, count: depth)
    return inserted(into: bytes, text)
  }
}

/// Where the words of a text stand.
struct TextWords {
  private(set) var ranges: [Range<Int>] = []

  init(_ bytes: [UInt8]) {
    var start: Int?
    for (index, byte) in bytes.enumerated() {
      let isWord =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == 0x5F || byte == 0x2E
      if isWord, start == nil { start = index }
      if !isWord, let first = start {
        ranges.append(first..<index)
        start = nil
      }
    }
    if let start { ranges.append(start..<bytes.count) }
  }
}

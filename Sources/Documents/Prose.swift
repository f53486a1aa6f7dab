/// Small helps for writing sentences.
package enum Prose {
  /// The parts with commas and a last word between: `a, b and c`.
  @inline(never)
  package static func list(_ parts: [Sentence], _ word: String = "and") -> Sentence {
    guard let last = parts.last else { return "" }
    if parts.count == 1 { return last }
    return Array(parts.dropLast()).joined(separator: ", ") + Sentence(" \(word) ") + last
  }

  /// The first few parts, and how many more there are.
  @inline(never)
  package static func list(_ parts: [Sentence], atMost limit: Int, _ word: String = "and") -> Sentence {
    list(first: parts, of: parts.count, atMost: limit, word)
  }

  /// The first few of so many parts, and how many more there are, without a list
  /// of them all.
  @inline(never)
  package static func list(
    first parts: some Sequence<Sentence>, of count: Int, atMost limit: Int, _ word: String = "and"
  ) -> Sentence {
    let shown = Array(parts.prefix(limit))
    if count <= limit { return list(shown, word) }
    return shown.joined(separator: ", ") + Sentence(" \(word) \(grouped(count - limit)) more")
  }

  /// The parts with commas and a last word between: `a, b and c`.
  @inline(never)
  package static func list(_ parts: [String], _ word: String = "and") -> String {
    list(parts.map { Sentence($0) }, word).text
  }

  /// The first few parts, and how many more there are.
  @inline(never)
  package static func list(_ parts: [String], atMost limit: Int, _ word: String = "and") -> String {
    list(parts.map { Sentence($0) }, atMost: limit, word).text
  }

  /// What stands for something of which there are several, by its place: A to Z, then numbers.
  package static func letter(_ place: Int) -> String {
    place < 26 ? String(UnicodeScalar(UInt8(65 + place))) : String(place + 1)
  }

  /// A number with a comma between each three digits.
  package static func grouped(_ number: some BinaryInteger) -> String {
    let digits = String(number)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, digit != "-", (digits.count - index) % 3 == 0, result != "-" { result.append(",") }
      result.append(digit)
    }
    return result
  }

  /// A text with its numbers of five digits and more as ``grouped(_:)`` has them.
  package static func grouping(numbersIn text: String) -> String {
    var result = ""
    var digits = ""
    func end() {
      result += digits.count > 4 ? UInt64(digits).map { grouped($0) } ?? digits : digits
      digits = ""
    }
    for character in text {
      if ("0"..."9").contains(character) {
        digits.append(character)
      } else {
        end()
        result.append(character)
      }
    }
    end()
    return result
  }

  /// A number with its noun: `1 state`, `3 states`.
  package static func count(_ number: some BinaryInteger, _ noun: String, _ plural: String? = nil) -> String {
    grouped(number) + " " + (number == 1 ? noun : plural ?? noun + "s")
  }

  /// The verb that goes with so many: `1 lasts`, `3 last`.
  package static func verb(_ count: some BinaryInteger, _ one: String, _ many: String) -> String {
    count == 1 ? one : many
  }

  /// So many of a whole, for a sentence about them: `one of the 4 states`, `all 4 states`,
  /// `both states`, `the only state`.
  package static func share(
    _ part: some BinaryInteger, of whole: some BinaryInteger, _ noun: String, _ plural: String? = nil
  ) -> String {
    if whole == 1, part == 1 { return "the only \(noun)" }
    if part == whole { return self.all(whole, noun, plural) }
    let all = count(whole, noun, plural)
    return "\(part < 2 ? number(Int(part)) : grouped(part)) of the \(all)"
  }

  /// The part in hundredths of the whole, rounded.
  package static func percent(_ part: Int, of whole: Int) -> Int {
    Int((UInt128(part) * 200 + UInt128(whole)) / (2 * UInt128(whole)))
  }

  /// A whole of so many: `the only state`, `both states`, `all 4 states`.
  package static func all(_ whole: some BinaryInteger, _ noun: String, _ plural: String? = nil) -> String {
    switch whole {
    case 1: "the only \(noun)"
    case 2: "both \(plural ?? noun + "s")"
    default: "all \(count(whole, noun, plural))"
    }
  }

  /// A small number as a word, others in digits: `two`, `14`.
  @inline(never)
  package static func number(_ number: Int) -> String {
    let words = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return words.indices.contains(number) ? words[number] : grouped(number)
  }

  /// The text with a capital at its start.
  @inline(never)
  package static func capitalized(_ text: String) -> String {
    guard let first = text.first else { return text }
    return first.uppercased() + text.dropFirst()
  }

  /// The words with a capital at their start.
  @inline(never)
  package static func capitalized(_ words: Sentence) -> Sentence {
    words.replacingStart { capitalized($0) }
  }
}

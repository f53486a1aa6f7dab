/// Reads single characters of scalars, escapes included.
enum Escapes {
  /// The characters that a backslash and one letter stand for in double quotes.
  static func short(_ letter: UInt8) -> Unicode.Scalar? {
    switch letter {
    case UInt8(ascii: "0"): "\0"
    case UInt8(ascii: "a"): "\u{7}"
    case UInt8(ascii: "b"): "\u{8}"
    case UInt8(ascii: "t"), 0x09: "\t"
    case UInt8(ascii: "n"): "\n"
    case UInt8(ascii: "v"): "\u{B}"
    case UInt8(ascii: "f"): "\u{C}"
    case UInt8(ascii: "r"): "\r"
    case UInt8(ascii: "e"): "\u{1B}"
    case UInt8(ascii: " "): " "
    case UInt8(ascii: "\""): "\""
    case UInt8(ascii: "/"): "/"
    case UInt8(ascii: "\\"): "\\"
    case UInt8(ascii: "N"): "\u{85}"
    case UInt8(ascii: "_"): "\u{A0}"
    case UInt8(ascii: "L"): "\u{2028}"
    case UInt8(ascii: "P"): "\u{2029}"
    default: nil
    }
  }

  /// How many hex digits follow `\x`, `\u` or `\U`.
  static func digitCount(_ letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "x"): 2
    case UInt8(ascii: "u"): 4
    case UInt8(ascii: "U"): 8
    default: nil
    }
  }

  /// The scalar that starts at `index`, and how many bytes spell it; nil for a faulty escape.
  static func scalar(
    at index: Int, in source: SourceBuffer, style: ScalarOrigin.Style
  ) -> (scalar: Unicode.Scalar, width: Int)? {
    let byte = source.byte(index)
    if style == .single, byte == UInt8(ascii: "'"), source.byte(index + 1) == byte { return ("'", 2) }
    if style == .double, byte == UInt8(ascii: "\\") {
      let letter = source.byte(index + 1)
      if let scalar = short(letter) { return (scalar, 2) }
      guard let count = digitCount(letter), index + 2 + count <= source.bytes.count,
        let value = UInt32(source.text(index + 2..<index + 2 + count), radix: 16),
        let scalar = Unicode.Scalar(value)
      else { return nil }
      return (scalar, 2 + count)
    }
    let width = source.scalarWidth(at: index)
    guard index + width <= source.bytes.count,
      let scalar = source.text(index..<index + width).unicodeScalars.first
    else { return nil }
    return (scalar, width)
  }
}

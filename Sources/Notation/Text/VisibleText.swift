extension Unicode.Scalar {
  /// The byte of a file name that the scalar stands for, U+10FE00 for 0 and so on;
  /// nil for all others.
  ///
  /// Names of files are bytes, and not all are UTF-8. Such a byte goes through the
  /// program as a character of private use and is a byte again where a file is opened.
  package var hiddenByte: UInt8? {
    (0x10_FE00...0x10_FEFF).contains(value) ? UInt8(truncatingIfNeeded: value) : nil
  }

  /// The scalar that stands for a byte of a file name that is not UTF-8.
  package static func standing(for byte: UInt8) -> Unicode.Scalar {
    Unicode.Scalar(0x10_FE00 + UInt32(byte)) ?? "\u{FFFD}"
  }

  /// Whether no text may hold the scalar: a control character other than tab and
  /// the breaks of lines, or one of the two that are no characters.
  package var isForbidden: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// Why a text with the scalar is refused, in words.
  package var refusal: String {
    "the \(value < 0xA0 ? "control character" : "character") U+\(Self.hex(value, digits: 4)) cannot stand in a text"
  }

  /// Whether the scalar turns the direction of the text around it without being
  /// seen itself, so that a line could read as another.
  package var turnsDirection: Bool {
    switch value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Whether the scalar breaks a line or moves along it.
  private var isBlankControl: Bool {
    switch value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  fileprivate var isInvisible: Bool {
    value < 0x20 || (0x7F..<0xA0).contains(value) || value == 0xFFFE || value == 0xFFFF || turnsDirection
      || value == 0x2028 || value == 0x2029 || hiddenByte != nil
  }

  /// What is shown instead of a scalar that is invisible.
  fileprivate var shown: String {
    if isBlankControl { return " " }
    if let byte = hiddenByte { return "\\x" + Self.hex(UInt32(byte), digits: 2) }
    return "\\u" + Self.hex(value, digits: 4)
  }

  private static func hex(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}

extension String {
  /// The text as people may see it: nothing in it moves the cursor, changes the
  /// colour or turns the direction of what stands around it.
  ///
  /// Breaks of lines and tabs become spaces. Other control characters, and those that
  /// turn the direction of text, are shown as `\\u202E`; bytes of file names that
  /// are not UTF-8 as `\\xE9`.
  package var printable: String { printable { _ in false } }

  /// The same, but for the scalars that are `kept`.
  package func printable(except isKept: (Unicode.Scalar) -> Bool) -> String {
    // Most texts are printable ASCII, which is soon seen.
    if utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return self }
    guard unicodeScalars.contains(where: { $0.isInvisible && !isKept($0) }) else { return self }
    var text = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if scalar.isInvisible, !isKept(scalar) {
        text.append(contentsOf: scalar.shown.unicodeScalars)
      } else {
        text.append(scalar)
      }
    }
    return String(text)
  }
}

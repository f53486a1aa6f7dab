extension String {
  /// The columns that the text takes on a terminal: two for wide characters,
  /// such as those of Chinese, none for marks that join the character before.
  package var displayWidth: Int {
    if let plain = plainWidth { return plain }
    var width = 0
    for character in self {
      // A mark may ask for the picture of what stands before it, and pictures are wide.
      let isPicture = character.unicodeScalars.contains { $0.value == 0xFE0F }
      let own = character.unicodeScalars.lazy.map(Self.width).max() ?? 0
      width += isPicture && own > 0 ? 2 : own
    }
    return width
  }

  /// The same of a text in ASCII, found without looking for characters that are put together; most are.
  private var plainWidth: Int? {
    var width = 0
    for byte in utf8 {
      if byte >= 0x80 { return nil }
      width += byte < 0x20 || byte == 0x7F ? 0 : 1
    }
    return width
  }

  /// The parts between single spaces, some of which may be empty.
  package var partedAtSpaces: [Substring] {
    utf8.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: false).map { Substring($0) }
  }

  /// The text followed by as many spaces as it takes to fill `width` columns.
  package func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - displayWidth))
  }

  /// The text in the middle of `width` columns.
  package func centred(in width: Int) -> String {
    let space = max(0, width - displayWidth)
    return String(repeating: " ", count: space / 2) + self + String(repeating: " ", count: space - space / 2)
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0..<0x300: 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F1E6...0x1F1FF, 0x20000...0x3FFFD:
      2
    // Pictures that terminals show as such.
    case _ where scalar.value >= 0x231A && scalar.properties.isEmojiPresentation: 2
    default:
      scalar.properties.generalCategory == .nonspacingMark
        || scalar.properties.generalCategory == .enclosingMark ? 0 : 1
    }
  }
}

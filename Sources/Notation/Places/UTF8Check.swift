/// Finds bytes that cannot stand in a text.
enum UTF8Check {
  /// The place of the first byte that is not UTF-8.
  static func firstFault(in bytes: [UInt8], file: String) -> Place? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    var line = 1
    var lineStart = 0
    var index = 0
    while index < bytes.count {
      let width = scalarWidth(in: bytes, at: index)
      guard width > 0 else { break }
      index += width
      let previous = bytes[index - 1]
      if previous == 0x0A || previous == 0x0D && (index == bytes.count || bytes[index] != 0x0A) {
        line += 1
        lineStart = index
      }
    }
    var end = index
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D, end - index < 400 { end += 1 }
    // Each faulty byte becomes one replacement character, as wide as the place says.
    let column = String(decoding: bytes[lineStart..<index], as: UTF8.self).unicodeScalars.count + 1
    let tail = String(decoding: bytes[index..<end], as: UTF8.self)
    let head = String(decoding: bytes[lineStart..<index], as: UTF8.self).unicodeScalars.suffix(150)
    let excerpt =
      String(String.UnicodeScalarView(head))
      + String(String.UnicodeScalarView(tail.unicodeScalars.prefix(50)))
    return Place(
      file: file, line: line, column: column, excerpt: excerpt, excerptColumn: column - head.count)
  }

  /// How many bytes the scalar at `index` takes; 0 when it is not well formed.
  private static func scalarWidth(in bytes: [UInt8], at index: Int) -> Int {
    let first = bytes[index]
    let width: Int
    switch first {
    case 0..<0x80: return 1
    case 0xC2..<0xE0: width = 2
    case 0xE0..<0xF0: width = 3
    case 0xF0..<0xF5: width = 4
    default: return 0
    }
    guard index + width <= bytes.count else { return 0 }
    for next in bytes[index + 1..<index + width] where next & 0xC0 != 0x80 { return 0 }
    let second = bytes[index + 1]
    switch first {
    case 0xE0 where second < 0xA0, 0xED where second >= 0xA0: return 0
    case 0xF0 where second < 0x90, 0xF4 where second >= 0x90: return 0
    default: return width
    }
  }

  /// The first control character, which the parser would refuse without a place.
  static func firstControl(in source: SourceBuffer) -> (Place, Unicode.Scalar)? {
    let bytes = source.bytes
    guard let index = bytes.indices.first(where: { isControl(bytes, $0) }) else { return nil }
    var line = 1
    var lineStart = 0
    var position = 0
    while position < index {
      let width = source.breakWidth(at: position)
      position += max(width, 1)
      if width > 0 {
        line += 1
        lineStart = position
      }
    }
    let column = source.scalarCount(lineStart..<index) + 1
    let excerpt = source.excerpt(at: index, line: line, column: column)
    let scalar = source.text(index..<index + source.scalarWidth(at: index)).unicodeScalars.first
    return (
      Place(
        file: source.file, line: line, column: column, excerpt: excerpt.text,
        excerptColumn: excerpt.start),
      scalar ?? "\u{FFFD}"
    )
  }

  /// Whether a C0 or C1 control, DEL or U+FFFE, U+FFFF starts at `index`.
  private static func isControl(_ bytes: [UInt8], _ index: Int) -> Bool {
    switch bytes[index] {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F: true
    case 0xC2: bytes[index + 1] < 0xA0 && bytes[index + 1] != 0x85
    case 0xEF: bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE
    default: false
    }
  }
}

/// Finds bytes that cannot stand in a text.
package enum UTF8Check {
  /// What is wrong with bytes that are not UTF-8, at the first that is not.
  ///
  /// - Complexity: O(*n*) in the bytes.
  package static func problem(in bytes: [UInt8], file: String) -> Diagnostic? {
    guard let fault = firstFault(in: bytes) else { return nil }
    // The rest of the line is shown with a replacement character where it is not text.
    let rest = String(decoding: bytes[fault...].prefix(4 * SourceBuffer.Excerpt.maximumLength), as: UTF8.self)
    var lines = LineIndex(SourceBuffer(file: file, bytes: bytes[..<fault] + Array(rest.utf8)))
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    return Diagnostic(
      .notUTF8, "this byte is not UTF-8", at: lines.place(of: fault..<fault + 1),
      hint: isUTF16 ? "this looks like UTF-16; save the file as UTF-8" : "save the file as UTF-8")
  }

  /// Where the first byte stands that is not part of well-formed UTF-8 (RFC 3629).
  private static func firstFault(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBytes { bytes in
      var index = 0
      while index < bytes.count {
        // Most text is ASCII, of which eight bytes are seen at once.
        while index + 8 <= bytes.count,
          bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        { index += 8 }
        guard index < bytes.count else { return nil }
        let width = scalarWidth(in: bytes, at: index)
        guard width > 0 else { return index }
        index += width
      }
      return nil
    }
  }

  /// How many bytes the scalar at `index` takes; 0 when it is not well formed.
  private static func scalarWidth(in bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    var (low, high): (UInt8, UInt8) = (0x80, 0xBF)
    let width: Int
    switch bytes[index] {
    case 0..<0x80: return 1
    case 0xC2...0xDF: width = 2
    case 0xE0: (width, low) = (3, 0xA0)
    case 0xED: (width, high) = (3, 0x9F)
    case 0xE1...0xEF: width = 3
    case 0xF0: (width, low) = (4, 0x90)
    case 0xF4: (width, high) = (4, 0x8F)
    case 0xF1...0xF3: width = 4
    default: return 0
    }
    guard index + width <= bytes.count else { return 0 }
    for next in index + 1..<index + width {
      guard bytes[next] >= low, bytes[next] <= high else { return 0 }
      (low, high) = (0x80, 0xBF)
    }
    return width
  }

  /// The first control character, which no text may hold.
  static func firstControl(in source: SourceBuffer) -> (place: Place, scalar: Unicode.Scalar)? {
    let bytes = source.bytes
    guard let index = bytes.indices.first(where: { isControl(bytes, $0) }) else { return nil }
    let end = index + source.scalarWidth(at: index)
    var lines = LineIndex(source)
    return (lines.place(of: index..<end), source.text(index..<end).unicodeScalars.first ?? "\u{FFFD}")
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

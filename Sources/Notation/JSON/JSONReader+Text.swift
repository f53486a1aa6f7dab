// Numbers and text.
extension JSONReader {
  mutating func digits() -> Int {
    let start = index
    while index < bytes.count, Self.isDigit(bytes[index]) { index += 1 }
    return index - start
  }

  mutating func number() throws(Fault) -> String {
    let start = index
    if byte == UInt8(ascii: "-") { index += 1 }
    let wholeStart = index
    let whole = digits()
    if whole == 0 { throw fault("a digit is due after '-', not \(found)", at: index) }
    if whole > 1, bytes[wholeStart] == UInt8(ascii: "0") {
      throw fault("a number cannot start with a zero", at: start, to: index)
    }
    if byte == UInt8(ascii: ".") {
      index += 1
      if digits() == 0 { throw fault("a digit is due after '.', not \(found)", at: index) }
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      index += 1
      if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { index += 1 }
      if digits() == 0 { throw fault("a digit is due in the exponent, not \(found)", at: index) }
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  mutating func text() throws(Fault) -> String {
    let start = index
    index += 1
    var from = index
    var result = ""
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        let tail = String(decoding: bytes[from..<index], as: UTF8.self)
        index += 1
        return result.isEmpty ? tail : result + tail
      case UInt8(ascii: "\\"):
        result += String(decoding: bytes[from..<index], as: UTF8.self)
        let escape = index
        let scalar = try self.escape()
        if scalar.isForbidden { throw fault(scalar.refusal, at: escape, to: index, hint: "delete it") }
        result.unicodeScalars.append(scalar)
        from = index
      case 0..<0x20:
        throw fault(
          "a control character stands inside a text", at: index,
          hint: "a line break in a text is written \\n; perhaps the closing quote is missing")
      case 0x7F, 0xC2, 0xEF:
        let width = bytes[index] == 0x7F ? 1 : bytes[index] == 0xC2 ? 2 : 3
        let scalar = String(decoding: bytes[index..<index + width], as: UTF8.self).unicodeScalars.first
        if let scalar, scalar.isForbidden { throw fault(scalar.refusal, at: index, hint: "delete it") }
        index += width
      default:
        index += 1
      }
    }
    throw Fault(
      problem: JSONProblem(
        code: .jsonSyntax, message: "the text in quotes is not closed",
        span: JSONNode.Span(start, start + 1)))
  }

  mutating func escape() throws(Fault) -> Unicode.Scalar {
    let start = index
    index += 1
    guard let kind = byte else { throw fault("the text ends inside an escape", at: index) }
    index += 1
    switch kind {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default:
      index -= 1
      throw fault("\\\(found.dropFirst().dropLast()) is not an escape of JSON", at: start, to: index + 1)
    }
    let unit = try hexUnit(from: start)
    if let scalar = Unicode.Scalar(UInt32(unit)) { return scalar }
    guard unit < 0xDC00, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u")
    else { throw fault("half a surrogate pair stands alone", at: start, to: index) }
    index += 2
    let second = try hexUnit(from: index - 2)
    guard (0xDC00..<0xE000).contains(second) else {
      throw fault("half a surrogate pair stands alone", at: start, to: index - 6)
    }
    let value = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  mutating func hexUnit(from start: Int) throws(Fault) -> UInt16 {
    var value: UInt16 = 0
    for _ in 0..<4 {
      guard let byte, let digit = Self.hexDigit(byte) else {
        throw fault(
          "four hex digits are due after \\u, not \(found)", at: start, to: min(index + 1, bytes.count))
      }
      value = value << 4 | digit
      index += 1
    }
    return value
  }

  static func hexDigit(_ byte: UInt8) -> UInt16? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }
}

extension String {
  /// The text, cut when it is too long for a message.
  package var shortened: String {
    unicodeScalars.count > 60 ? String(unicodeScalars.prefix(60)) + "…" : self
  }
}

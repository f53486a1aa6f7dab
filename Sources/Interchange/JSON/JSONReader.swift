import CaseFile

/// Reads a JSON text (RFC 8259) and remembers where every value stands.
///
/// Never traps, whatever the bytes: nesting and size are limited, numbers are
/// kept as text. A fault in the syntax ends the reading, since nothing after it
/// can be trusted; keys that stand twice are collected in ``problems``.
struct JSONReader {
  /// How deep lists and objects may be nested.
  static let maximumDepth = 256
  /// How long a text may be, in bytes.
  static let maximumBytes = 16 << 20

  private let bytes: [UInt8]
  private var index: Int
  /// The lists and objects that are open, by where they start.
  private var open: [Int] = []
  private var problems: [JSONProblem] = []

  /// What a text says, with the keys that stand twice.
  struct Reading {
    var root: JSONNode
    var source: JSONSource
    var problems: [JSONProblem]
  }

  /// Reads the bytes of a file.
  ///
  /// - Throws: `SyntaxError` with one diagnostic: the text is too large, empty,
  ///   not UTF-8, nested too deeply or not JSON.
  static func read(_ bytes: [UInt8], file: String) throws(SyntaxError) -> Reading {
    let top = Place(file: file, line: 1, column: 1)
    if bytes.count > maximumBytes {
      throw SyntaxError(
        Diagnostic(
          .fileTooLarge, "the file has \(bytes.count) bytes; at most \(maximumBytes) are read", at: top))
    }
    var source = try checkedSource(bytes, file: file)
    if bytes[source.start...].allSatisfy({ isBlank($0) }) {
      throw SyntaxError(Diagnostic(.emptyFile, "the file is empty", at: top))
    }
    var reader = JSONReader(bytes, from: source.start)
    do {
      let root = try reader.document()
      return Reading(root: root, source: source, problems: reader.problems)
    } catch {
      throw SyntaxError(source.diagnostics([error.problem]))
    }
  }

  private init(_ bytes: [UInt8], from start: Int) {
    self.bytes = bytes
    index = start
  }

  private struct Fault: Error {
    var problem: JSONProblem
  }
}

// MARK: - Bytes

extension JSONReader {
  /// The source of a text that is UTF-8; else the place of the first byte that is not.
  private static func checkedSource(
    _ bytes: [UInt8], file: String
  ) throws(SyntaxError) -> JSONSource {
    guard let bad = firstInvalidByte(bytes) else { return JSONSource(bytes, file: file) }
    var before = JSONSource(Array(bytes[..<bad]), file: file)
    let place = before.place(of: JSONNode.Span(bad, bad))
    let digits = String(bytes[bad], radix: 16, uppercase: true)
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    throw SyntaxError(
      Diagnostic(
        .notUTF8, "byte 0x\(digits) does not belong to UTF-8 text", at: place,
        hint: isUTF16 ? "the file looks like UTF-16; save it as UTF-8" : "save the file as UTF-8"))
  }

  /// Where the first byte stands that is not part of well-formed UTF-8 (RFC 3629).
  static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let byte = bytes[index]
        if byte < 0x80 {
          index += 1
          continue
        }
        var (low, high): (UInt8, UInt8) = (0x80, 0xBF)
        let following: Int
        switch byte {
        case 0xC2...0xDF: following = 1
        case 0xE0: (following, low) = (2, 0xA0)
        case 0xED: (following, high) = (2, 0x9F)
        case 0xE1...0xEF: following = 2
        case 0xF0: (following, low) = (3, 0x90)
        case 0xF4: (following, high) = (3, 0x8F)
        case 0xF1...0xF3: following = 3
        default: return index
        }
        for offset in 1...following {
          guard index + offset < bytes.count, bytes[index + offset] >= low, bytes[index + offset] <= high
          else { return index }
          (low, high) = (0x80, 0xBF)
        }
        index += following + 1
      }
      return nil
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipBlanks() {
    while index < bytes.count, Self.isBlank(bytes[index]) { index += 1 }
  }

  private func fault(
    _ message: String, at start: Int, to end: Int? = nil, code: Diagnostic.Code = .jsonSyntax,
    hint: String? = nil
  ) -> Fault {
    var problem = JSONProblem(
      code: code, message: message, span: JSONNode.Span(start, end ?? start + 1), hint: hint)
    if start >= bytes.count, let opening = open.last {
      problem.span = JSONNode.Span(bytes.count, bytes.count)
      problem.notes = [("it is still open from here", JSONNode.Span(opening, opening + 1))]
    }
    return Fault(problem: problem)
  }

  /// What stands at the index, for messages.
  private var found: String {
    guard index < bytes.count else { return "the end of the text" }
    var end = index + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    if bytes[index] < 0x20 { return "a control character" }
    return "'" + String(decoding: bytes[index..<end], as: UTF8.self) + "'"
  }
}

// MARK: - Values

extension JSONReader {
  private mutating func document() throws(Fault) -> JSONNode {
    skipBlanks()
    let root = try value()
    skipBlanks()
    if index < bytes.count {
      throw fault("\(found) stands after the end of the JSON value", at: index)
    }
    return root
  }

  private mutating func value() throws(Fault) -> JSONNode {
    let start = index
    switch byte {
    case nil:
      throw fault("the text ends where a value is due", at: index)
    case UInt8(ascii: "{"):
      return try nested { (reader) throws(Fault) in .object(try reader.members()) }
    case UInt8(ascii: "["):
      return try nested { (reader) throws(Fault) in .list(try reader.items()) }
    case UInt8(ascii: "\""):
      let text = try text()
      return JSONNode(content: .text(text), span: JSONNode.Span(start, index))
    case let byte? where byte == UInt8(ascii: "-") || Self.isDigit(byte):
      let text = try number()
      return JSONNode(content: .number(text), span: JSONNode.Span(start, index))
    default:
      return try word()
    }
  }

  private mutating func nested(
    _ body: (inout JSONReader) throws(Fault) -> JSONNode.Content
  ) throws(Fault) -> JSONNode {
    let start = index
    if open.count == Self.maximumDepth {
      throw fault(
        "lists and objects are nested more than \(Self.maximumDepth) deep", at: index,
        code: .nestedTooDeeply)
    }
    open.append(start)
    index += 1
    let content = try body(&self)
    index += 1
    open.removeLast()
    return JSONNode(content: content, span: JSONNode.Span(start, index))
  }

  /// The items up to the closing bracket, where the index is left.
  private mutating func items() throws(Fault) -> [JSONNode] {
    var items: [JSONNode] = []
    skipBlanks()
    if byte == UInt8(ascii: "]") { return items }
    while true {
      if byte == UInt8(ascii: "]") { throw fault("a comma stands before ']'", at: index) }
      items.append(try value())
      skipBlanks()
      if byte == UInt8(ascii: "]") { return items }
      if byte != UInt8(ascii: ",") {
        throw fault("',' or ']' is due here, not \(found)", at: index)
      }
      index += 1
      skipBlanks()
    }
  }

  /// The members up to the closing brace, where the index is left.
  private mutating func members() throws(Fault) -> [JSONNode.Member] {
    var members: [JSONNode.Member] = []
    var firstSpans: [String: JSONNode.Span] = [:]
    skipBlanks()
    if byte == UInt8(ascii: "}") { return members }
    while true {
      if byte == UInt8(ascii: "}") { throw fault("a comma stands before '}'", at: index) }
      if byte != UInt8(ascii: "\"") {
        throw fault("a key in quotes is due here, not \(found)", at: index)
      }
      let start = index
      let key = try text()
      let keySpan = JSONNode.Span(start, index)
      if let first = firstSpans[key] {
        problems.append(
          JSONProblem(
            code: .duplicateKey, message: "the key '\(key.shortened)' stands twice", span: keySpan,
            notes: [("the first one", first)]))
      } else {
        firstSpans[key] = keySpan
      }
      skipBlanks()
      if byte != UInt8(ascii: ":") { throw fault("':' is due here, not \(found)", at: index) }
      index += 1
      skipBlanks()
      members.append(JSONNode.Member(key: key, keySpan: keySpan, value: try value()))
      skipBlanks()
      if byte == UInt8(ascii: "}") { return members }
      if byte != UInt8(ascii: ",") {
        throw fault("',' or '}' is due here, not \(found)", at: index)
      }
      index += 1
      skipBlanks()
    }
  }

  private mutating func word() throws(Fault) -> JSONNode {
    let start = index
    var end = index
    while end < bytes.count, end - start < 32, Self.isLetter(bytes[end]) { end += 1 }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    let content: JSONNode.Content
    switch text {
    case "true": content = .boolean(true)
    case "false": content = .boolean(false)
    case "null": content = .null
    case "":
      throw fault(
        "a value is due here, not \(found)", at: index,
        hint: byte == UInt8(ascii: "/")
          ? "JSON has no comments"
          : byte == UInt8(ascii: "'") ? "JSON writes text in double quotes" : nil)
    default:
      throw fault(
        "'\(text)' is not a JSON value", at: start, to: end,
        hint: "text stands in double quotes; the bare words are true, false and null")
    }
    index = end
    return JSONNode(content: content, span: JSONNode.Span(start, end))
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

// MARK: - Numbers and text

extension JSONReader {
  private mutating func digits() -> Int {
    let start = index
    while index < bytes.count, Self.isDigit(bytes[index]) { index += 1 }
    return index - start
  }

  private mutating func number() throws(Fault) -> String {
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

  private mutating func text() throws(Fault) -> String {
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

  private mutating func escape() throws(Fault) -> Unicode.Scalar {
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

  private mutating func hexUnit(from start: Int) throws(Fault) -> UInt16 {
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

  private static func hexDigit(_ byte: UInt8) -> UInt16? {
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
  var shortened: String {
    unicodeScalars.count > 60 ? String(unicodeScalars.prefix(60)) + "…" : self
  }
}

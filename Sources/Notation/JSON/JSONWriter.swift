extension JSONValue {
  /// The value as JSON text, without a line break at its end.
  ///
  /// Pretty text puts what fits on a line on one line and breaks the rest, two
  /// spaces to a level; the members of the outermost object always stand on lines
  /// of their own. Compact text has no white space at all.
  ///
  /// - Complexity: O(length of the text · depth)
  public func text(pretty: Bool) -> String {
    var writer = JSONWriter()
    if pretty { writer.layOut(self, indent: 0) } else { _ = writer.write(self, spaced: false, limit: .max) }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// Writes JSON as UTF-8.
package struct JSONWriter {
  /// The longest line that pretty text makes, but for long texts.
  package static let lineLength = 130

  /// What is written.
  package var bytes: [UInt8] = []

  package init() {}

  /// Writes the value on one line. Gives up, and says so, when it takes more than
  /// `limit` bytes; what is written then has to be taken back.
  package mutating func write(_ value: JSONValue, spaced: Bool, limit: Int) -> Bool {
    let end = limit == .max ? Int.max : bytes.count + limit
    return write(value, spaced: spaced, end: end)
  }

  private mutating func write(_ value: JSONValue, spaced: Bool, end: Int) -> Bool {
    switch value {
    case .null: put("null")
    case .bool(let flag): put(flag ? "true" : "false")
    case .integer(let number): put(String(number))
    case .number(let number): put(number.isFinite ? Self.decimal(number) : "null")
    case .string(let text): put(quoted: text)
    case .array(let elements):
      put("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { put(spaced ? ", " : ",") }
        if bytes.count > end || !write(element, spaced: spaced, end: end) { return false }
      }
      put("]")
    case .object(let members):
      put("{")
      for (index, member) in members.enumerated() {
        if index > 0 { put(spaced ? ", " : ",") }
        put(quoted: member.key)
        put(spaced ? ": " : ":")
        if bytes.count > end || !write(member.value, spaced: spaced, end: end) { return false }
      }
      put("}")
    }
    return bytes.count <= end
  }

  /// Writes the value over as many lines as it needs.
  package mutating func layOut(_ value: JSONValue, indent: Int) {
    let start = bytes.count
    if indent > 0 || !value.isObject {
      if write(value, spaced: true, limit: Self.lineLength - indent) { return }
      bytes.removeSubrange(start...)
    }
    switch value {
    case .array(let elements) where elements.allSatisfy({ $0.isScalar }):
      fill(elements, indent: indent)
    case .array(let elements):
      put("[")
      for (index, element) in elements.enumerated() {
        newLine(indent + 2, after: index)
        layOut(element, indent: indent + 2)
      }
      newLine(indent)
      put("]")
    case .object(let members):
      put("{")
      for (index, member) in members.enumerated() {
        newLine(indent + 2, after: index)
        put(quoted: member.key)
        put(": ")
        layOut(member.value, indent: indent + 2)
      }
      newLine(indent)
      put("}")
    default:
      _ = write(value, spaced: true, limit: .max)
    }
  }

  /// Writes scalars one after the other, as many to a line as fit.
  private mutating func fill(_ elements: [JSONValue], indent: Int) {
    put("[")
    var lineStart = bytes.count
    for (index, element) in elements.enumerated() {
      if index > 0 { put(",") }
      let before = bytes.count
      if index > 0 { put(" ") }
      if index == 0 || !write(element, spaced: true, limit: Self.lineLength - (before - lineStart)) {
        bytes.removeSubrange(before...)
        newLine(indent + 2)
        lineStart = bytes.count - indent - 2
        _ = write(element, spaced: true, limit: .max)
      }
    }
    newLine(indent)
    put("]")
  }

  package mutating func newLine(_ indent: Int, after index: Int = 0) {
    if index > 0 { put(",") }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
  }

  package mutating func put(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  package mutating func put(quoted text: String) {
    bytes.append(UInt8(ascii: "\""))
    if text.utf8.allSatisfy({
      (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }) {
      put(text)
    } else {
      for scalar in text.unicodeScalars { put(inQuotes: scalar) }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func put(inQuotes scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": put("\\\"")
    case "\\": put("\\\\")
    case "\n": put("\\n")
    case "\r": put("\\r")
    case "\t": put("\\t")
    default:
      if Self.isByNumber(scalar) {
        for unit in UTF16.encode(scalar) ?? .init() { put(unit: unit) }
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
  }

  /// Whether a scalar is written by its number, because a terminal or a reader
  /// would not show it as what it is.
  private static func isByNumber(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFFFE, 0xFFFF: true
    default: scalar.turnsDirection || scalar.hiddenByte != nil
    }
  }

  private mutating func put(unit: UInt16) {
    put("\\u")
    for shift in [12, 8, 4, 0] { bytes.append(Self.hexDigits[Int(unit >> shift & 15)]) }
  }

  private static let hexDigits = Array("0123456789abcdef".utf8)

  /// The shortest text that reads back as the number, whole numbers without a point.
  private static func decimal(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}

extension JSONValue {
  fileprivate var isObject: Bool {
    if case .object = self { true } else { false }
  }

  fileprivate var isScalar: Bool {
    switch self {
    case .array, .object: false
    default: true
    }
  }
}

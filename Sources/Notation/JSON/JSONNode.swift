/// A value of a JSON text, with where it stands there.
///
/// Objects keep the order of their keys, and a key that stands twice stands
/// twice here. Numbers stay text, so none is rounded.
package struct JSONNode: Sendable {
  package enum Content: Sendable {
    case null
    case boolean(Bool)
    /// The number as written.
    case number(String)
    case text(String)
    case list([JSONNode])
    case object([Member])
  }

  package struct Member: Sendable {
    package var key: String
    package var keySpan: Span
    package var value: JSONNode
  }

  /// A range of bytes of the text.
  package struct Span: Sendable, Hashable {
    package var start: Int32
    package var end: Int32

    package init(_ start: Int, _ end: Int) {
      self.start = Int32(start)
      self.end = Int32(end)
    }

    /// The place of what no text says.
    package static let none = Span(0, 0)
  }

  package var content: Content
  package var span: Span

  /// What the value is called in messages.
  package var kindName: String {
    switch content {
    case .null: "null"
    case .boolean: "a boolean"
    case .number: "a number"
    case .text: "a text"
    case .list: "a list"
    case .object: "an object"
    }
  }

  /// The value of a number that is whole, however it is written (`3`, `3.0`,
  /// `30e-1`); nil for other values and for numbers beyond 64 bits.
  package var wholeNumber: Int? {
    guard case .number(let text) = content else { return nil }
    return Int(text) ?? JSONNumber.wholeDigits(of: text).flatMap { Int($0) }
  }

  /// The digits of a number that is whole, however it is written and however wide an `Int` is;
  /// nil for other values.
  package var wholeDigits: String? {
    guard case .number(let text) = content else { return nil }
    return JSONNumber.wholeDigits(of: text)
  }
}

/// Reads the text of a JSON number without rounding.
package enum JSONNumber {
  /// The most zeros that an exponent may add: more than any integer of 64 bits has.
  private static let mostZeros: Int64 = 20

  /// The digits of a whole number without exponent and fraction, with a `-` if it is negative;
  /// nil for a number that is not whole, or whose exponent makes it longer than any integer.
  package static func wholeDigits(of text: String) -> String? {
    let isNegative = text.utf8.first == UInt8(ascii: "-")
    let unsigned = isNegative ? text.dropFirst() : text[...]
    let parts = unsigned.split(omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard parts.count <= 2 else { return nil }
    // An exponent too long for 32 bits gives a number that is 0 or beyond any integer.
    let exponent = parts.count == 2 ? Int32(parts[1]) : 0
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let fraction = mantissa.count == 2 ? mantissa[1] : ""
    var digits = Substring(String(mantissa[0]) + String(fraction))
    while digits.last == "0", digits.count > 1 { digits.removeLast() }
    let dropped = mantissa[0].count + fraction.count - digits.count
    while digits.first == "0", digits.count > 1 { digits.removeFirst() }
    if digits == "0" { return "0" }
    guard let exponent else { return nil }
    // The value is `digits` times ten to the power of `zeros`.
    let zeros = Int64(exponent) - Int64(fraction.count) + Int64(dropped)
    let isPlain = parts.count == 1 && mantissa.count == 1
    guard zeros >= 0, zeros <= mostZeros || isPlain else { return nil }
    return (isNegative ? "-" : "") + String(digits) + String(repeating: "0", count: Int(zeros))
  }
}

/// The way from the root of a JSON text to a value in it.
package indirect enum JSONPath: CustomStringConvertible {
  case root
  case key(JSONPath, String)
  case item(JSONPath, Int)

  /// As in `$.decisionMakers[0].options`.
  package var description: String {
    var steps: [String] = []
    var path = self
    while true {
      switch path {
      case .root:
        return "$" + steps.reversed().joined()
      case .key(let parent, let key):
        steps.append("." + key)
        path = parent
      case .item(let parent, let index):
        steps.append("[\(index)]")
        path = parent
      }
    }
  }
}

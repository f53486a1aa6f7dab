/// A JSON value whose objects keep their members in the order they were given.
///
///     let value: JSONValue = ["number": 5, "pattern": "YNY"]
///     value.text(pretty: false)   // {"number":5,"pattern":"YNY"}
///
/// Equal values have equal texts, on every machine and in every run.
public indirect enum JSONValue: Sendable, Hashable {
  /// `null`
  case null
  /// `true` or `false`
  case bool(Bool)
  /// A whole number, of 64 bits also where `Int` has fewer.
  case integer(Int64)
  /// A number that need not be whole; one that is not finite is written as `null`.
  case number(Double)
  /// A text.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Keys with their values, in this order.
  case object([Member])

  /// A key with its value.
  public struct Member: Sendable, Hashable {
    /// The key.
    public var key: String
    /// What it leads to.
    public var value: JSONValue

    /// A key with its value.
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }
}

extension JSONValue {
  /// A whole number.
  public static func integer(_ number: Int) -> JSONValue { .integer(Int64(number)) }

  /// The text when there is one, else `null`.
  public init(_ text: String?) {
    self = text.map { .string($0) } ?? .null
  }

  /// The number when there is one, else `null`.
  public init(_ number: Int?) {
    self = number.map { .integer($0) } ?? .null
  }

  /// A list of texts.
  public init(_ texts: [String]) {
    self = .array(texts.map { .string($0) })
  }

  /// A list of whole numbers.
  public init(_ numbers: [Int]) {
    self = .array(numbers.map { .integer($0) })
  }

  /// The value of the first member with the key; nil when this is no object or has none.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The elements of a list, or the empty list.
  public var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [] }
  }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// `null`
  public init(nilLiteral: ()) { self = .null }
  /// `true` or `false`
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// A whole number.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// A text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// A list.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// An object with its members in the order written.
  public init(dictionaryLiteral members: (String, JSONValue)...) {
    self = .object(members.map { Member($0.0, $0.1) })
  }
}

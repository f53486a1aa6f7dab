extension JSONValue {
  /// Reads a JSON text, such as a reply of ``/Door/Door``.
  ///
  /// - Throws: ``/Notation/SyntaxError`` with everything that is wrong with the text.
  public init(parsing text: String) throws(SyntaxError) {
    let reading = try JSONReader.read(Array(text.utf8), file: "text.json")
    if !reading.problems.isEmpty {
      var source = reading.source
      throw SyntaxError(source.diagnostics(reading.problems))
    }
    self.init(reading.root)
  }

  private init(_ node: JSONNode) {
    switch node.content {
    case .null: self = .null
    case .boolean(let value): self = .bool(value)
    case .number(let text):
      self = Int64(text).map { .integer($0) } ?? .number(Double(text) ?? .nan)
    case .text(let text): self = .string(text)
    case .list(let elements): self = .array(elements.map { JSONValue($0) })
    case .object(let members): self = .object(members.map { Member($0.key, JSONValue($0.value)) })
    }
  }

  /// The element of a list at an index; nil when this is no list or has none there.
  public subscript(index: Int) -> JSONValue? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  /// The text, if this is one.
  public var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The whole number, if this is one.
  public var integer: Int? {
    if case .integer(let number) = self { Int(exactly: number) } else { nil }
  }

  /// Whether it is true, if this is a truth value.
  public var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }
}

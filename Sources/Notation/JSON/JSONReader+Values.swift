// Values, lists and objects.
extension JSONReader {
  mutating func document() throws(Fault) -> JSONNode {
    skipBlanks()
    let root = try value()
    skipBlanks()
    if index < bytes.count {
      throw fault("\(found) stands after the end of the JSON value", at: index)
    }
    return root
  }

  mutating func value() throws(Fault) -> JSONNode {
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

  mutating func nested(
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
  mutating func items() throws(Fault) -> [JSONNode] {
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
  mutating func members() throws(Fault) -> [JSONNode.Member] {
    var members: [JSONNode.Member] = []
    // Keys are the same when their bytes are, so that é made of one character is not that made of two.
    var firstSpans: [[UInt8]: JSONNode.Span] = [:]
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
      if let first = firstSpans[Array(key.utf8)] {
        problems.append(
          JSONProblem(
            code: .duplicateKey, message: "the key '\(key.shortened)' stands twice", span: keySpan,
            notes: [("the first one", first)]))
      } else {
        firstSpans[Array(key.utf8)] = keySpan
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

  mutating func word() throws(Fault) -> JSONNode {
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

  static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }
}

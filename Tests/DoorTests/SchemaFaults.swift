import Notation
import Testing

/// What is wrong with a value by a JSON Schema, by as much of the standard as ours uses; a
/// keyword that is not known here is a fault, or it would check nothing.
struct SchemaFaults {
  private(set) var faults: [String] = []

  init(in value: JSONNode, by schema: JSONNode) { check(value, schema, "$") }

  /// Whether the text is as the schema wants it.
  static func of(_ text: String, by schema: JSONNode) throws -> [String] {
    SchemaFaults(in: try JSONReader.read(Array(text.utf8), file: "request").root, by: schema).faults
  }

  private mutating func check(_ value: JSONNode, _ schema: JSONNode, _ path: String) {
    if case .boolean(let isAllowed) = schema.content {
      if !isAllowed { faults.append("\(path) is not allowed") }
      return
    }
    for (key, wanted) in members(schema) { check(value, key, wanted, schema, path) }
  }

  private mutating func check(
    _ value: JSONNode, _ key: String, _ wanted: JSONNode, _ schema: JSONNode, _ path: String
  ) {
    func fail(_ words: String) { faults.append("\(path): \(words)") }
    switch key {
    case "$schema", "title", "description", "default": break
    case "type": if !isOf(value, wanted.string ?? "") { fail("is no \(wanted.string ?? "?")") }
    case "const": if value.plain != wanted.plain { fail("is not \(wanted.plain)") }
    case "enum": if !list(wanted).contains(where: { $0.plain == value.plain }) { fail("is none of those") }
    case "minProperties":
      if case .object = value.content, members(value).count < wanted.int { fail("has too few members") }
    case "propertyNames":
      for (name, _) in members(value) {
        let key = Array(JSONValue.string(name).text(pretty: false).utf8)
        // Our own text can be read.
        check(try! JSONReader.read(key, file: "key").root, wanted, "\(path).\(name)")
      }
    case "required":
      guard case .object = value.content else { return }
      for name in list(wanted) where member(value, name.string ?? "") == nil {
        fail("has no \(name.string ?? "?")")
      }
    case "properties":
      for (name, rule) in members(wanted) {
        if let found = member(value, name) { check(found, rule, "\(path).\(name)") }
      }
    case "additionalProperties":
      let known = member(schema, "properties").map { members($0).map(\.key) } ?? []
      for (name, found) in members(value) where !known.contains(name) {
        check(found, wanted, "\(path).\(name)")
      }
    case "items":
      for (index, item) in list(value).enumerated() { check(item, wanted, "\(path)[\(index)]") }
    case "minItems":
      if case .list = value.content, list(value).count < wanted.int { fail("has too few elements") }
    case "maxItems": if list(value).count > wanted.int { fail("has too many elements") }
    case "maxProperties": if members(value).count > wanted.int { fail("has too many members") }
    case "minimum": if let number = value.number, number < Double(wanted.int) { fail("is too small") }
    case "maximum":
      // Beyond 2⁵³ what is a little larger is the same to many programs, but not to this test.
      if let number = value.number,
        value.wholeNumber.map({ $0 > wanted.int }) ?? (number >= Double(wanted.int))
      {
        fail("is too large")
      }
    case "minLength": if let text = value.string, text.count < wanted.int { fail("is too short") }
    case "pattern":
      guard let text = value.string else { return }
      let pattern = try? Regex(wanted.string ?? "")
      if pattern.flatMap({ text.firstMatch(of: $0) }) == nil { fail("is not \(wanted.string ?? "?")") }
    case "anyOf":
      let found = list(wanted).map { SchemaFaults(in: value, by: $0).faults }
      if !found.contains([]) { fail("fits nothing: \(found.joined())") }
    case "allOf": for rule in list(wanted) { check(value, rule, path) }
    case "not": if SchemaFaults(in: value, by: wanted).faults.isEmpty { fail("is excluded") }
    case "if":
      if SchemaFaults(in: value, by: wanted).faults.isEmpty, let then = member(schema, "then") {
        check(value, then, path)
      }
    case "then": break
    default: Issue.record("the schema has the keyword \(key), which the tests do not know")
    }
  }

  private func isOf(_ value: JSONNode, _ type: String) -> Bool {
    switch (value.content, type) {
    case (.object, "object"), (.list, "array"), (.text, "string"), (.boolean, "boolean"): true
    case (.number, "number"): true
    case (.number, "integer"): value.number.map { $0 == $0.rounded() } ?? false
    default: false
    }
  }

  private func member(_ node: JSONNode, _ name: String) -> JSONNode? {
    members(node).first { $0.key == name }?.value
  }

  private func members(_ node: JSONNode) -> [(key: String, value: JSONNode)] {
    guard case .object(let members) = node.content else { return [] }
    return members.map { ($0.key, $0.value) }
  }

  private func list(_ node: JSONNode) -> [JSONNode] {
    if case .list(let elements) = node.content { elements } else { [] }
  }
}

extension JSONNode {
  var string: String? { if case .text(let text) = content { text } else { nil } }
  fileprivate var number: Double? { if case .number(let text) = content { Double(text) } else { nil } }
  fileprivate var int: Int { wholeNumber ?? 0 }

  /// What a plain value says, to compare it.
  fileprivate var plain: String {
    switch content {
    case .text(let text): "\"\(text)\""
    case .number(let text): wholeDigits ?? text
    case .boolean(let value): "\(value)"
    case .null: "null"
    case .list, .object: "…"
    }
  }
}

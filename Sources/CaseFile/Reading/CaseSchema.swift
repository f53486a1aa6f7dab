/// The JSON Schema of case files, for editors.
///
///     entente schema > entente.schema.json
///
/// It is made from the same table of keys that reads the files. What a schema
/// cannot say (names that exist, conditions that parse) is left to the program.
public enum CaseSchema {
  /// The schema as text.
  public static var json: String {
    var root: [(String, SchemaValue)] = [
      ("$schema", .text("https://json-schema.org/draft/2020-12/schema")),
      ("title", .text("Entente case file")),
      ("description", .text("A conflict: who the actors are, what each can do, what each wants, and why.")),
    ]
    root += schema(of: Language.top)
    root.append(("$defs", .object(Language.definitions.map { ($0.0, .object(schema(of: $0.1))) })))
    return SchemaValue.object(root).text(indent: "") + "\n"
  }

  private static func schema(of map: MapShape) -> [(String, SchemaValue)] {
    let properties = map.fields.map { field in
      (field.key, SchemaValue.object([("description", .text(field.note))] + schema(of: field.shape)))
    }
    var result: [(String, SchemaValue)] = [
      ("type", .text("object")), ("properties", .object(properties)),
      ("additionalProperties", .bool(false)),
    ]
    // An overlay may leave out what its base says, so nothing is required of it.
    let required = map.fields.filter(\.isRequired).map { SchemaValue.text($0.key) }
    if map.title != Language.top.title, !required.isEmpty { result.append(("required", .array(required))) }
    return result
  }

  private static func schema(of shape: Shape) -> [(String, SchemaValue)] {
    switch shape {
    case .text: [("type", .array([.text("string"), .text("number"), .text("null")]))]
    case .identifier: [("type", .text("string")), ("pattern", .text("^[A-Za-z][A-Za-z0-9_-]{0,63}$"))]
    case .boolean:
      [
        (
          "enum",
          .array([.bool(true), .bool(false)] + ["yes", "no", "Yes", "No", "YES", "NO"].map { .text($0) })
        )
      ]
    case .integer, .code: [("type", .text("integer")), ("minimum", .number("0"))]
    case .decimal: [("type", .text("number"))]
    case .date: [("type", .array([.text("string"), .text("integer")]))]
    case .condition:
      [("type", .array([.text("string"), .text("boolean")])), ("description", .text("A condition."))]
    case .word(let words):
      words == [Language.version]
        ? [("enum", .array([.number(Language.version), .text(Language.version)]))]
        : [("enum", .array(words.map { .text($0) }))]
    case .state: [("type", .array([.text("integer"), .text("string")]))]
    case .list(let item):
      [("type", .array([.text("array"), .text("null")])), ("items", .object(schema(of: item)))]
    case .keyed(let value):
      [
        ("type", .array([.text("object"), .text("null")])),
        ("additionalProperties", .object(schema(of: .anyOf([value, .named("removed")])))),
      ]
    case .map(let map): schema(of: map)
    case .anyOf(let shapes): [("anyOf", .array(shapes.map { .object(schema(of: $0)) }))]
    case .named("removed"): [("type", .text("null"))]
    case .named(let name): [("$ref", .text("#/$defs/\(name)"))]
    }
  }
}

/// Just enough JSON for a schema, keys in order.
private indirect enum SchemaValue {
  case text(String)
  case number(String)
  case bool(Bool)
  case array([SchemaValue])
  case object([(String, SchemaValue)])

  func text(indent: String) -> String {
    let inner = indent + "  "
    switch self {
    case .text(let text): return Self.quoted(text)
    case .number(let text): return text
    case .bool(let value): return value ? "true" : "false"
    case .array(let items):
      return "[" + items.map { $0.text(indent: inner) }.joined(separator: ", ") + "]"
    case .object(let fields):
      if fields.isEmpty { return "{}" }
      let lines = fields.map { inner + Self.quoted($0.0) + ": " + $0.1.text(indent: inner) }
      return "{\n" + lines.joined(separator: ",\n") + "\n" + indent + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for character in text {
      if character == "\"" || character == "\\" { result.append("\\") }
      result.append(character)
    }
    return result + "\""
  }
}

import Notation

/// The JSON Schema of case files, for editors.
///
///     entente schema > entente.schema.json
///
/// It is made from the same table of keys that reads the files. What a schema
/// cannot say (names that exist, conditions that parse) is left to the program.
package enum CaseSchema {
  /// The schema as text.
  package static var json: String {
    var root: [JSONValue.Member] = [
      .init("$schema", .string("https://json-schema.org/draft/2020-12/schema")),
      .init("title", .string("Entente case file")),
      .init(
        "description", .string("A conflict: who the actors are, what each can do, what each wants, and why.")),
    ]
    root += schema(of: Language.top)
    root.append(.init("$defs", .object(Language.definitions.map { .init($0.0, .object(schema(of: $0.1))) })))
    return JSONValue.object(root).text(pretty: true) + "\n"
  }

  private static func schema(of map: MapShape) -> [JSONValue.Member] {
    let properties = map.fields.map { field in
      JSONValue.Member(
        field.key, .object([.init("description", .string(field.note))] + schema(of: field.shape)))
    }
    var result: [JSONValue.Member] = [
      .init("type", .string("object")), .init("properties", .object(properties)),
      .init("additionalProperties", .bool(false)),
    ]
    // An overlay may leave out what its base says, so nothing is required of it.
    let required = map.fields.filter { $0.isRequired }.map { JSONValue.string($0.key) }
    if map.title != Language.top.title, !required.isEmpty {
      result.append(.init("required", .array(required)))
    }
    return result
  }

  private static func schema(of shape: Shape) -> [JSONValue.Member] {
    switch shape {
    case .text: [.init("type", .array([.string("string"), .string("number"), .string("null")]))]
    case .name:
      [
        .init("type", .array([.string("string"), .string("number"), .string("null")])),
        .init("pattern", .string("\\S")),
      ]
    case .label(_, let count):
      // A character may be of several code points, of which a schema counts; so only the least is said.
      [
        .init("type", .array([.string("string"), .string("number"), .string("null")])),
        .init("minLength", .integer(count.lowerBound)), .init("pattern", .string("\\S")),
      ]
    case .identifier:
      [.init("type", .string("string")), .init("pattern", .string("^[A-Za-z][A-Za-z0-9_-]{0,63}$"))]
    case .boolean:
      [
        .init(
          "enum",
          .array([.bool(true), .bool(false)] + ["yes", "no", "Yes", "No", "YES", "NO"].map { .string($0) })
        )
      ]
    case .integer, .code: [.init("type", .string("integer")), .init("minimum", .integer(0))]
    case .decimal: [.init("type", .string("number"))]
    case .date: [.init("type", .array([.string("string"), .string("integer")]))]
    case .condition:
      [
        .init("type", .array([.string("string"), .string("boolean")])),
        .init("description", .string("A condition.")),
      ]
    case .word(let words):
      words == [Language.version]
        ? [.init("enum", .array([.integer(Int(Language.version) ?? 0), .string(Language.version)]))]
        : [.init("enum", .array(words.map { .string($0) }))]
    case .state: [.init("type", .array([.string("integer"), .string("string")]))]
    case .list(let item):
      [
        .init("type", .array([.string("array"), .string("null")])), .init("items", .object(schema(of: item))),
      ]
    case .keyed(let value):
      [
        .init("type", .array([.string("object"), .string("null")])),
        .init("additionalProperties", .object(schema(of: .anyOf([value, .named("removed")])))),
      ]
    case .map(let map): schema(of: map)
    case .anyOf(let shapes): [.init("anyOf", .array(shapes.map { .object(schema(of: $0)) }))]
    case .named("removed"): [.init("type", .string("null"))]
    case .named(let name): [.init("$ref", .string("#/$defs/\(name)"))]
    }
  }
}

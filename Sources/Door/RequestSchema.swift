package import Briefings
package import Notation
internal import Questions

/// The JSON Schema of requests (`entente.request`), made from the tables of the questions.
///
/// It asks for the plain spelling of each value, such as concepts in lower case; the door
/// takes a little more.
package enum RequestSchema {
  /// The schema of requests for these questions.
  package static func json<List: BriefingList>(asking list: List.Type) -> JSONValue {
    var collector = QuestionCollector()
    List.visit(&collector)
    let texts: JSONValue = ["type": "object", "additionalProperties": ["type": "string"]]
    let limit: JSONValue = ["type": "integer", "minimum": 1, "maximum": .integer(Int64.max)]
    return [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "title": "A request to Entente",
      "description": "A question with all that it needs; 'entente ask' and Door.answer answer it.",
      "type": "object", "required": ["question", "cases"], "additionalProperties": false,
      "properties": [
        "format": ["const": "entente.request"], "version": ["const": 1],
        "question": [
          "description": "What is asked, by the word of its command.",
          "enum": .array(collector.words.map { .string($0) }),
        ],
        "cases": [
          "description": "The cases, by path or with their text; the one that matters most comes first.",
          "type": "array", "minItems": 1, "items": ["anyOf": [["type": "string"], writtenCase]],
        ],
        "files": described(texts, "The files that cases refer to, by path, as text."),
        "given": [
          "description": "Events that hold or do not, whatever the case says.", "type": "object",
          "additionalProperties": ["type": "boolean"],
        ],
        "on": [
          "description": "The day as of which dated events are read: YYYY-MM-DD, YYYY-MM or YYYY.",
          "type": "string", "pattern": .string(days),
        ],
        "profiles": described(texts, "Of actors, the readings chosen for them."),
        "arguments": ["description": "What the question takes, by name.", "type": "object"],
        "limits": [
          "description": "The most feasible states, and steps in search of them.", "type": "object",
          "properties": ["states": limit, "steps": limit], "additionalProperties": false,
        ],
        "as": ["description": "The form of the answer.", "type": "string"],
        "full": [
          "description": "Whether text says what is else shown on request.", "type": "boolean",
          "default": false,
        ],
      ],
      "allOf": .array(collector.rules),
    ]
  }

  private static let writtenCase: JSONValue = [
    "type": "object", "properties": ["path": ["type": "string"], "text": ["type": "string"]],
    "additionalProperties": false, "anyOf": [["required": ["path"]], ["required": ["text"]]],
  ]

  /// A year, a month or a day of the calendar.
  private static let days: String = {
    let year = "[0-9]{4}"
    let leapYear = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)"
    let month = "(0[1-9]|1[0-2])"
    let dates = [
      "\(year)(-\(month))?", "\(year)-\(month)-(0[1-9]|1[0-9]|2[0-8])", "\(leapYear)-02-29",
      "\(year)-(0[13-9]|1[0-2])-(29|30)", "\(year)-(0[13578]|1[02])-31",
    ]
    return "^(\(dates.joined(separator: "|")))$"
  }()
}

/// Gathers what requests for each question are like.
private struct QuestionCollector: BriefingVisitor {
  var words: [String] = []
  var rules: [JSONValue] = []

  mutating func visit<Told: Briefing>(_ briefing: Told.Type) {
    let table = Told.Asked.table
    words.append(table.word)
    rules.append([
      "if": ["properties": ["question": ["const": .string(table.word)]]],
      "then": rule(for: table, Told.forms),
    ])
  }

  private func rule(for table: QuestionTable, _ forms: [AnswerForm]) -> JSONValue {
    var arguments: [JSONValue.Member] = [
      .init("type", "object"),
      .init(
        "properties", .object(table.parameters.map { JSONValue.Member($0.name, $0.schema) })),
      .init("additionalProperties", false),
    ]
    let exclusions = table.parameters.flatMap { parameter in
      parameter.excludes.map { other -> JSONValue in
        ["not": ["required": [.string(parameter.name), .string(other)]]]
      }
    }
    if !exclusions.isEmpty { arguments.append(.init("allOf", .array(exclusions))) }
    var properties: [JSONValue.Member] = [
      .init("cases", table.about.schema), .init("arguments", .object(arguments)),
      .init("as", schema(of: forms)),
    ]
    if !table.about.isChangeable {
      properties.append(.init("given", ["maxProperties": 0]))
      properties.append(.init("profiles", ["maxProperties": 0]))
      properties.append(.init("on", false))
    }
    return [
      "title": .string(table.word), "description": .string(table.abstract),
      "properties": .object(properties),
    ]
  }
}

/// The forms that can be asked for, by every word for them.
private func schema(of forms: [AnswerForm]) -> JSONValue {
  var parameter = AnswerForm.parameter(choosing: forms, writtenAs: .key)
  parameter.kind = .choice(forms.flatMap { $0.words })
  return parameter.schema
}

extension QuestionTable.About {
  /// How many cases there are.
  fileprivate var schema: JSONValue {
    var members: [JSONValue.Member] = [.init("minItems", .integer(least))]
    if let most { members.append(.init("maxItems", .integer(most))) }
    return .object(members)
  }
}

extension Parameter {
  /// What may be given for it.
  fileprivate var schema: JSONValue {
    let usual = otherwise.map { " (default: \($0))" } ?? ""
    var members: [JSONValue.Member] = [.init("description", .string(help + usual))]
    members += value
    if let standard {
      let number = Int(standard).map { JSONValue.integer($0) }
      members.append(.init("default", isNumber ? number ?? .string(standard) : .string(standard)))
    }
    return .object(members)
  }

  private var isNumber: Bool {
    switch kind {
    case .count, .number: true
    default: false
    }
  }

  /// Its value, or several.
  private var value: [JSONValue.Member] {
    switch kind {
    case .flag: return [.init("type", "boolean")]
    case .count(let range):
      let most = range.upperBound == Self.unbounded ? Int64.max : Int64(range.upperBound)
      return number(from: range.lowerBound, to: most)
    case .number: return number(from: 0, to: Int64.max)
    case .concept, .choice: return [.init("enum", .array(words.map { .string($0) }))]
    case .concepts, .choices:
      return several(
        ["type": "string", "pattern": .string(list(of: words))], ["enum": .array(words.map { .string($0) })])
    case .names: return texts(["type": "string", "pattern": "[^ ,]"], takesSeveral: true)
    case .assignments:
      // Signs in quotes belong to a name.
      let one = #"("[^"]*"|[^=,])+=("[^"]*"|[^,])+"#
      return several(
        ["type": "string", "pattern": .string("^,*\(one)(,+\(one))*,*$")],
        named: #"^("[^"]*"|[^=,])+$"#, ["type": "string", "pattern": #"^("[^"]*"|[^,])+$"#])
    case .namedFile:
      return several(
        ["type": "string", "pattern": "^[^=]+=."], named: "^[^=]+$", ["type": "string", "minLength": 1])
    case .text, .file: return texts(["type": "string"], takesSeveral: isRepeated)
    }
  }

  /// What may be one text or a list of such, or a number where a text may be one.
  private func texts(_ text: JSONValue, takesSeveral: Bool) -> [JSONValue.Member] {
    let number: JSONValue = ["type": "integer", "minimum": 0, "maximum": .integer(Int64.max)]
    var forms = [text, number]
    if takesSeveral { forms.append(list(of: ["anyOf": [text, number]])) }
    return [.init("anyOf", .array(forms))]
  }

  /// What may be one text or a list, or an object where names have values.
  private func several(
    _ text: JSONValue, _ item: JSONValue? = nil, named names: String? = nil, _ value: JSONValue? = nil
  ) -> [JSONValue.Member] {
    var forms = [text, list(of: item ?? text)]
    if let names, let value {
      forms.append([
        "type": "object", "minProperties": .integer(fewest), "propertyNames": ["pattern": .string(names)],
        "additionalProperties": ["anyOf": [value, ["type": "number"], ["type": "boolean"]]],
      ])
    }
    return [.init("anyOf", .array(forms))]
  }

  private func list(of item: JSONValue) -> JSONValue {
    ["type": "array", "minItems": .integer(fewest), "items": item]
  }

  /// What may be given any number of times may be given none.
  private var fewest: Int { isRepeated ? 0 : 1 }

  /// A whole number. It may come as a text, too, as it would on a command line, though the door
  /// takes a few more of these than can be told by a pattern.
  private func number(from least: Int, to most: Int64) -> [JSONValue.Member] {
    let number: JSONValue = ["type": "integer", "minimum": .integer(least), "maximum": .integer(most)]
    let length = String(most).count
    let few = "[\(least)-\(length == 1 ? Int(most) : 9)]"
    let digits = length > 2 ? "(\(few)|[1-9][0-9]{1,\(length - 2)})" : few
    return [.init("anyOf", [number, ["type": "string", "pattern": .string("^0*\(digits)$")]])]
  }

  /// Some of the words, with commas between.
  private func list(of words: [String]) -> String {
    let one = "(" + words.joined(separator: "|") + ")"
    return "^ *\(one)( *, *\(one))* *$"
  }
}

extension RequestSchema {
  fileprivate static func described(_ schema: JSONValue, _ words: String) -> JSONValue {
    guard case .object(let members) = schema else { return schema }
    return .object([JSONValue.Member("description", .string(words))] + members)
  }
}

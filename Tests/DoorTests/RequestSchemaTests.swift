import Briefings
import Foundation
import Notation
import Questions
import Testing

@testable import Door

/// The JSON Schema of requests: it has everything that the tables have, and takes what the door takes.
@Suite("The schema of requests") struct RequestSchemaTests {
  static let json = RequestSchema.json(asking: AllBriefings.self)

  static let schema: JSONNode = {
    let text = json.text(pretty: true)
    // Our own text can be read.
    return try! JSONReader.read(Array(text.utf8), file: "schema").root
  }()

  /// What is wrong with a request.
  static func faults(_ request: String) throws -> [String] { try SchemaFaults.of(request, by: schema) }

  static let tables: [QuestionTable] = {
    struct Collector: BriefingVisitor {
      var tables: [QuestionTable] = []
      mutating func visit<Told: Briefing>(_ briefing: Told.Type) { tables.append(Told.Asked.table) }
    }
    var collector = Collector()
    AllBriefings.visit(&collector)
    return collector.tables
  }()

  /// The part of the schema about a question.
  private func rule(_ word: String) throws -> JSONValue {
    guard case .array(let rules)? = Self.json["allOf"] else { throw Missing() }
    let rule = rules.first { $0["if"]?["properties"]?["question"]?["const"] == .string(word) }
    return try #require(rule?["then"])
  }

  private struct Missing: Error {}

  @Test("has every question, form and parameter, with its help and what is taken without it")
  func complete() throws {
    let words = Self.tables.map { JSONValue.string($0.word) }
    #expect(Self.json["properties"]?["question"]?["enum"] == .array(words))
    for table in Self.tables {
      let rule = try rule(table.word)
      #expect(rule["description"] == .string(table.abstract))
      guard case .array(let forms)? = rule["properties"]?["as"]?["enum"] else { throw Missing() }
      let known = try #require(DoorTests.forms.first { $0.word == table.word }).forms
      #expect(Set(forms) == Set(known.map { .string($0.rawValue) } + ["text"]))
      let cases = rule["properties"]?["cases"]
      #expect(cases?["minItems"] == .integer(table.about.least))
      #expect(cases?["maxItems"] == table.about.most.map { .integer($0) })
      let description = try #require(rule["properties"]?["as"]?["description"])
      for form in known {
        #expect(description.text(pretty: false).contains("\(form.rawValue), "), "\(table.word)")
      }
      let arguments = try #require(rule["properties"]?["arguments"])
      #expect(arguments["additionalProperties"] == .bool(false))
      guard case .object(let properties)? = arguments["properties"] else { throw Missing() }
      #expect(properties.map(\.key) == table.parameters.map(\.name), "\(table.word)")
      for parameter in table.parameters {
        let schema = try #require(arguments["properties"]?[parameter.name])
        let usual = parameter.otherwise.map { " (default: \($0))" } ?? ""
        #expect(schema["description"] == .string(parameter.help + usual))
        // What is taken without it is said by the table, not in a sentence.
        #expect(!parameter.help.contains("default"), "\(table.word) \(parameter.name)")
        #expect((schema["default"] == nil) == (parameter.standard == nil), "\(table.word) \(parameter.name)")
        if case .choice(let words) = parameter.kind {
          #expect(schema["enum"] == .array(words.map { .string($0) }))
        }
      }
    }
  }

  @Test("takes the values that the tables take, and refuses those that they refuse")
  func values() throws {
    var refused = 0
    for table in Self.tables {
      for parameter in table.parameters {
        for value in Self.samples(of: parameter) {
          let isTaken = (try? Arguments([(parameter.name, value)], to: table)) != nil
          let cases = Array(repeating: "\"a\"", count: table.about.least).joined(separator: ", ")
          let argument = parameter.kind == .flag ? "true" : JSONValue.string(value).text(pretty: false)
          let faults = try Self.faults(
            "{\"question\": \"\(table.word)\", \"cases\": [\(cases)], \"arguments\": {\"\(parameter.name)\": \(argument)}}"
          )
          // A number in a text is held against its range by the door alone.
          if case .count = parameter.kind, Int(value) != nil { continue }
          #expect(faults.isEmpty == isTaken, "\(table.word) --\(parameter.name) \(value): \(faults)")
          if !isTaken { refused += 1 }
        }
      }
    }
    #expect(refused > 20)
  }

  private static func samples(of parameter: Parameter) -> [String] {
    let standard = parameter.standard.map { [$0] } ?? []
    switch parameter.kind {
    case .flag: return [""]
    case .count: return standard + ["x", ""]
    case .number: return standard + ["0", "x", "-1"]
    case .choice(let words): return standard + words + ["nonsense"]
    case .concept: return standard + parameter.words
    case .concepts, .choices: return standard + [parameter.words.prefix(2).joined(separator: ",")]
    case .names: return standard + ["a,b"]
    case .assignments: return ["a=b", "a=b,c=d", "a", "=b", "a="]
    case .namedFile: return ["memo=a,b.txt", "memo", "=x"]
    case .file, .text: return standard + ["anything at all"]
    }
  }

  @Test(
    "refuses what is no request",
    arguments: [
      "{}", "{\"question\": \"solve\"}", "{\"question\": \"slove\", \"cases\": [\"a\"]}",
      "{\"question\": \"solve\", \"cases\": []}",
      "{\"question\": \"solve\", \"cases\": [\"a\"], \"as\": \"dot\"}",
      "{\"question\": \"solve\", \"cases\": [\"a\"], \"arguments\": {\"limit\": 0}}",
      "{\"question\": \"solve\", \"cases\": [\"a\"], \"arguments\": {\"lim\": 1}}",
      "{\"question\": \"solve\", \"cases\": [\"a\"], \"given\": {\"z\": \"yes\"}}",
      "{\"question\": \"merge\", \"cases\": [\"a\"]}", "{\"question\": \"compare\", \"cases\": [\"a\"]}",
      "{\"question\": \"check\", \"cases\": [\"a\"], \"on\": \"2023\"}",
      "{\"questoin\": \"solve\", \"cases\": [\"a\"]}",
      "[]",
    ])
  func refusals(_ request: String) throws { #expect(try !Self.faults(request).isEmpty) }

  @Test("takes the requests on the page and those that are compared in WebAssembly")
  func realRequests() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(contentsOf: root.appending(path: "Documentation/JSON.md"), encoding: .utf8)
    let section = try #require(page.components(separatedBy: "\n## entente.request\n").last)
    let example = section.components(separatedBy: "```json\n")[1].components(separatedBy: "```")[0]
    #expect(try Self.faults(example) == [])
    let script = try String(contentsOf: root.appending(path: "Wasm/compare.mjs"), encoding: .utf8)
    var taken = 0
    for match in script.matches(of: /add\(\{ question: "(\w+)", cases: .*?, arguments: (\{[^}]*\})/) {
      let arguments = String(match.2).replacing(#/(\w+): /#, with: { "\"\($0.output.1)\": " })
      // Some are wrong on purpose, and one has a variable.
      if script[match.range].contains("nowhere") || arguments.contains("nobody") { continue }
      if arguments.contains("what") { continue }
      let request = "{\"question\": \"\(match.1)\", \"cases\": [\"a.yaml\"], \"arguments\": \(arguments)}"
      #expect(try Self.faults(request) == [])
      taken += 1
    }
    #expect(taken >= 4)
  }
}

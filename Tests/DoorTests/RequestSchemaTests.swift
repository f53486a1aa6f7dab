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
          #expect(faults.isEmpty == isTaken, "\(table.word) --\(parameter.name) \(value): \(faults)")
          if !isTaken { refused += 1 }
        }
      }
    }
    #expect(refused > 20)
  }

  /// Values of every shape, some of which each parameter takes.
  private static let shapes = [
    "true", "null", "0", "1", "3", "4", "20", "20.0", "1e3", "0.2e1", "2.5", "10000000", "10000001", "1e7",
    "9223372036854775807", "18446744073709551616", "99999999999999999999", "1e30",
    "\"\"", "\",\"", "\" \"", "\"x\"", "\"x y\"", "\"nash\"", "\"nash,seq\"", "\"a=b\"", "\"a=b,,c=d,\"",
    "\"a=\"", "\"=b\"", "\"a=b,c\"", "[]", "[1]", "[2.0]", "[1.5]", "[true]", "[null]", "[\"\"]", "[\" \"]",
    "[\"a\"]", "[\"a\", \"b\"]", "[\"a\", \"\"]", "[\"nash\"]", "[\"nash\", \"seq\"]", "[\"nash\", \"x\"]",
    "[[\"nash\"]]", "[\"a=b\", \"c=d\"]", "[\"a=b,c=d\"]", "[\"a=b\", \"c\"]", "[{\"a\": \"b\"}]", "{}",
    "{\"a\": \"b\"}", "{\"a\": true, \"b\": 1, \"c\": 1.5}", "{\"a\": null}", "{\"a\": \"\"}",
    "{\"a\": \"b,c=d\"}",
    "{\"a=b\": \"c\"}", "{\"a,b\": \"c\"}", "{\"\": \"b\"}", "{\"a\": [\"b\"]}",
  ]
  /// Numbers of which the door takes a few more than the schema.
  private static let numbers = [
    "-1", "9223372036854775808", "\"0\"", "\"1\"", "\"4\"", "\"007\"", "\"10000001\"",
    "\"9223372036854775807\"",
    "\"18446744073709551616\"", "\"1.0\"", "\"-1\"", "\"+1\"",
  ]

  /// Whether the door takes a request, whatever the cases say.
  private static func isTaken(_ request: String) -> Bool {
    struct Asking: BriefingVisitor {
      let request: Request
      var isTaken = false
      mutating func visit<Told: Briefing>(_ briefing: Told.Type) {
        let table = Told.Asked.table
        if table.word != request.question { return }
        isTaken =
          (try? request.form(among: Told.forms)) != nil
          && (try? request.arguments(to: table)).flatMap { try? Told.Asked($0) } != nil
      }
    }
    guard let read = try? Request(Array(request.utf8)) else { return false }
    var asking = Asking(request: read)
    AllBriefings.visit(&asking)
    return asking.isTaken
  }

  @Test("agrees with the door about values of every shape, for every parameter")
  func shapes() throws {
    var (taken, refused) = (0, 0)
    for table in Self.tables {
      for parameter in table.parameters {
        let cases = Array(repeating: "\"a\"", count: table.about.least).joined(separator: ", ")
        func request(_ value: String) -> String {
          "{\"question\": \"\(table.word)\", \"cases\": [\(cases)], \"arguments\": {\"\(parameter.name)\": \(value)}}"
        }
        for value in Self.shapes + ["\"\(parameter.words.first ?? "a")\""] {
          let faults = try Self.faults(request(value))
          #expect(
            Self.isTaken(request(value)) == faults.isEmpty,
            "\(table.word) \(parameter.name) \(value): \(faults)")
          if faults.isEmpty { taken += 1 } else { refused += 1 }
        }
        for number in Self.numbers where try Self.faults(request(number)).isEmpty {
          #expect(Self.isTaken(request(number)), "\(table.word) \(parameter.name) \(number)")
        }
      }
    }
    #expect(taken > 400 && refused > 1_000)
  }

  @Test(
    "agrees with the door about what is said besides arguments",
    arguments: [
      ("\"version\": 1.0", true), ("\"version\": 10e-1", true), ("\"version\": 2", false),
      ("\"limits\": {\"states\": 1e3, \"steps\": 20.0}", true), ("\"limits\": {}", true),
      ("\"limits\": {\"states\": 9223372036854775807}", true),
      ("\"limits\": {\"states\": 9223372036854775808}", false), ("\"limits\": {\"states\": 0}", false),
      ("\"limits\": {\"states\": \"1\"}", false), ("\"limits\": {\"steps\": 1.5}", false),
      ("\"on\": \"2024\"", true), ("\"on\": \"2024-12\"", true), ("\"on\": \"2024-02-29\"", true),
      ("\"on\": \"2000-02-29\"", true), ("\"on\": \"1900-02-29\"", false), ("\"on\": \"2023-02-29\"", false),
      ("\"on\": \"2024-13\"", false), ("\"on\": \"2024-00\"", false), ("\"on\": \"2024-04-31\"", false),
      ("\"on\": \"2024-04-30\"", true), ("\"on\": \"2024-12-31\"", true), ("\"on\": \"2024-01-00\"", false),
      ("\"on\": \"2024-1\"", false), ("\"on\": \"24\"", false), ("\"on\": \"\"", false),
      ("\"on\": 2024", false),
      ("\"cases\": [{}]", false), ("\"cases\": [{\"path\": \"a\"}]", true),
      ("\"cases\": [{\"text\": \"\"}]", true),
      ("\"cases\": \"a\"", false), ("\"cases\": [1]", false), ("\"cases\": [\"a\", \"b\"]", false),
      ("\"question\": 3", false), ("\"question\": null", false), ("\"given\": {\"a\": 1}", false),
      ("\"given\": {\"a\": false}", true), ("\"profiles\": {\"a\": true}", false),
      ("\"files\": {\"a\": 1}", false),
      ("\"arguments\": []", false), ("\"arguments\": {}", true), ("\"as\": null", false),
      ("\"as\": \"json\"", true),
      ("\"as\": \"pdf\"", false), ("\"format\": \"entente.request\"", true), ("\"format\": \"x\"", false),
    ])
  func besides(_ member: String, _ isTaken: Bool) throws {
    var members = [member]
    if !member.contains("\"question\"") { members.append("\"question\": \"solve\"") }
    if !member.contains("\"cases\"") { members.append("\"cases\": [\"a\"]") }
    let request = "{\(members.joined(separator: ", "))}"
    #expect(try Self.faults(request).isEmpty == isTaken)
    #expect(Self.isTaken(request) == isTaken)
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

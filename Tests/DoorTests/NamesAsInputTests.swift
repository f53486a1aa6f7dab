import Briefings
import EffectiveCounts
import Foundation
import Notation
import Questions
import TestSupport
import Testing

@testable import Door

/// Wherever something of a case can be named, its name does as well as its id.
@Suite("Names as input") struct NamesAsInputTests {
  /// A small case in which nothing is called like its id.
  struct Called {
    var upper = "First suspect", lower = "Second suspect"
    var confess = "Confess", flee = "Flee", deny = "Deny everything"
    var trial = "The case goes to trial", silence = "Both stay silent", gone = "Somebody is gone"
    var soft = "A softer reading"

    var all: [String] { [upper, lower, confess, flee, deny, trial, silence, gone, soft] }

    var yaml: String {
      """
      entente: 1
      events: {trial: {name: \(q(trial)), holds: no}}
      actors:
        row:
          name: \(q(upper))
          options: {confess: {name: \(q(confess))}, flee: {name: \(q(flee))}}
          prefers: [not column.deny, row.confess, not flee if trial]
          profiles: {soft: {name: \(q(soft)), prefers: [not row.confess]}}
        column:
          name: \(q(lower))
          options: {deny: {name: \(q(deny))}}
          prefers: [not row.confess, deny]
      rules: [{never: row.confess and row.flee}]
      status_quo: [row.flee]
      outcomes:
        silence: {name: \(q(silence)), when: not row.confess and not column.deny}
        gone: {name: \(q(gone)), when: row.flee and column.deny}

      """
    }

    private func q(_ name: String) -> String { JSONValue.string(name).text(pretty: false) }
  }

  /// A name in quotes as a person writes it.
  static func quoted(_ name: String, _ style: Int) -> String {
    let (open, close) = [("\"", "\""), ("“", "”"), ("«", "»")][style % 3]
    var text = ""
    for character in name {
      if String(character) == "\\" || String(character) == open || String(character) == close { text += "\\" }
      text.append(character)
    }
    return open + text + close
  }

  /// The same thing by ids and by names, for every way in which a parameter names something.
  static func forms(_ naming: Parameter.Naming, _ c: Called, _ n: (String) -> String) -> [(
    id: String, name: String
  )] {
    switch naming {
    case .actor: [("row", n(c.upper)), ("column", n(c.lower))]
    case .actors: [("row,column", "\(n(c.upper)),\(n(c.lower))"), ("column,row", "\(n(c.lower)), row")]
    case .options:
      [
        ("row.flee,column.deny", "\(n(c.flee)),\(n(c.deny))"), ("row", n(c.upper)),
        ("column.deny,row", "\(n(c.deny)), row"),
      ]
    case .outcome: [("silence", n(c.silence)), ("gone", n(c.gone))]
    case .state:
      [
        ("gone", n(c.gone)),
        ("code:6", "\(n(c.flee)) and \(n(c.deny))"),
        ("code:1", "\(n(c.confess)) and not column.\(n(c.deny))"),
      ]
    case .states:
      [("silence", n(c.silence)), ("gone", n(c.gone)), ("code:6", "\(n(c.flee)) and \(n(c.deny))")]
    case .target:
      [
        ("silence", n(c.silence)), ("gone", n(c.gone)),
        ("row.flee or trial", "\(n(c.flee)) or \(n(c.trial))"),
      ]
    case .condition:
      [
        ("row.flee", n(c.flee)), ("silence", n(c.silence)),
        ("not (row.confess or trial)", "not (\(n(c.confess)) or \(n(c.trial)))"),
        (
          "at least 1 of (row.flee, column.deny)",
          "at least 1 of (\(n(c.upper)).\(n(c.flee)), column.\(n(c.deny)))"
        ),
      ]
    case .claim:
      [
        ("silence lasts under nash", "\(n(c.silence)) lasts under nash"),
        ("gone lasts", "\(n(c.gone)) lasts"),
        ("no seq satisfies row.flee and silence", "no seq satisfies \(n(c.flee)) and \(n(c.silence))"),
      ]
    case .variable: [("trial", n(c.trial)), ("row", n(c.upper))]
    case .variables:
      [("trial,row", "\(n(c.trial)),\(n(c.upper))"), ("trial", n(c.trial)), ("events", "events")]
    case .readings: [("trial=yes,row=soft", "\(n(c.trial))=yes,\(n(c.upper))=\(n(c.soft))")]
    }
  }

  static func ask(
    _ table: QuestionTable, _ argument: (name: String, value: String)?, of yaml: String,
    _ further: [String: JSONValue] = [:]
  ) -> Door.Reply {
    var members: [JSONValue.Member] = [
      .init("question", .string(table.word)),
      .init(
        "cases",
        .array(
          (0..<max(table.about.least, 1)).map { ["path": .string("\($0).yaml"), "text": .string(yaml)] })),
    ]
    if let argument {
      members.append(.init("arguments", .object([.init(argument.name, .string(argument.value))])))
    }
    for (key, value) in further { members.append(.init(key, value)) }
    return Door.answer(Array(JSONValue.object(members).text(pretty: false).utf8))
  }

  /// Whether both answers are the same but for the words in which they were asked.
  static func isSame(_ byName: Door.Reply, asked name: String, _ byID: Door.Reply, asked id: String) -> Bool {
    func bare(_ text: String, _ asked: String) -> String {
      // A claim is told without the quotes around a name.
      func plain(_ text: String) -> String { text.filter { !"\"“”«»\\".contains($0) } }
      return plain(text).replacingOccurrences(of: plain(asked), with: "ASKED", options: .caseInsensitive)
    }
    func isSame(_ one: Any, _ other: Any) -> Bool {
      switch (one, other) {
      case (let one as [String: Any], let other as [String: Any]):
        one.keys.sorted() == other.keys.sorted() && one.allSatisfy { isSame($0.value, other[$0.key]!) }
      case (let one as [Any], let other as [Any]):
        one.count == other.count && zip(one, other).allSatisfy(isSame)
      case (let one as String, let other as String): one == other || bare(one, name) == bare(other, id)
      default: "\(one)" == "\(other)"
      }
    }
    guard let one = try? JSONSerialization.jsonObject(with: Data(byName.text.utf8)),
      let other = try? JSONSerialization.jsonObject(with: Data(byID.text.utf8))
    else { return false }
    return byName.status == byID.status && isSame(one, other)
  }

  @Test("every parameter that takes a text says what it names, and takes names")
  func tables() throws {
    var seen: Set<Parameter.Naming> = []
    for table in RequestSchemaTests.tables {
      for parameter in table.parameters {
        guard let naming = parameter.naming else {
          switch parameter.kind {
          case .text, .names, .assignments: Issue.record("\(table.word) --\(parameter.name) names nothing")
          default: break
          }
          continue
        }
        seen.insert(naming)
        let called = Called()
        for (id, name) in Self.forms(naming, called, { Self.quoted($0, 0) }) {
          let byID = Self.ask(table, (parameter.name, id), of: called.yaml)
          let byName = Self.ask(table, (parameter.name, name), of: called.yaml)
          let comment = Comment("\(table.word) --\(parameter.name) \(name): \(byName.text.prefix(300))")
          #expect(byID.status.rawValue < 2 || byID.status == .undetermined, comment)
          #expect(Self.isSame(byName, asked: name, byID, asked: id), comment)
        }
      }
    }
    #expect(seen == Set(Parameter.Naming.allCases))
  }

  @Test("a name by itself needs no quotes, which a shell may have eaten")
  func withoutQuotes() throws {
    let called = Called()
    for table in RequestSchemaTests.tables {
      for parameter in table.parameters {
        guard let naming = parameter.naming, naming != .readings else { continue }
        // Words that join names need quotes about these.
        for (id, name) in Self.forms(naming, called, { $0.uppercased() })
        where !name.contains(" or ") && !name.contains("(") && !name.contains(" and ") {
          let byID = Self.ask(table, (parameter.name, id), of: called.yaml)
          let byName = Self.ask(table, (parameter.name, name), of: called.yaml)
          let comment = Comment("\(table.word) --\(parameter.name) \(name): \(byName.text.prefix(300))")
          #expect(Self.isSame(byName, asked: name, byID, asked: id), comment)
        }
      }
    }
  }

  @Test("whatever things are called", .effective(20), arguments: TestScale.seeds(30))
  func oddNames(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let words = [
      "한국", "UPPER", "lower case", "a, b", "x=y", "Say \"no\"", "King's", "not", "or", "5", "YNY",
      "silence lasts",
      "status-quo", "back\\slash", "«гость»", "état", "all", "code:1", "true", "(", "row.flee", "and. so",
    ].shuffled(using: &random)
    var called = Called()
    called.upper = words[0]
    called.lower = words[1]
    called.confess = words[2]
    called.flee = words[3]
    called.deny = words[4]
    called.trial = words[5]
    called.silence = words[6]
    called.gone = words[7]
    called.soft = words[8]
    let style = Int.random(in: 0..<3, using: &random)
    effective(when: words.prefix(9).contains { $0.contains { !$0.isLetter } })
    // Not all of them every time, which would take long.
    let tables = RequestSchemaTests.tables.filter { $0.parameters.contains { $0.naming != nil } }
    let table = tables[Int(seed) % tables.count]
    for parameter in table.parameters {
      guard let naming = parameter.naming else { continue }
      for (id, name) in Self.forms(naming, called, { Self.quoted($0, style) }) {
        let byID = Self.ask(table, (parameter.name, id), of: called.yaml)
        let byName = Self.ask(table, (parameter.name, name), of: called.yaml)
        let comment = Comment("\(table.word) --\(parameter.name) \(name): \(byName.text.prefix(300))")
        #expect(byID.status.rawValue < 2 || byID.status == .undetermined, comment)
        #expect(Self.isSame(byName, asked: name, byID, asked: id), comment)
      }
    }
  }

  @Test("events, actors and profiles are named where a request changes them")
  func changes() throws {
    let called = Called()
    let solve = try #require(RequestSchemaTests.tables.first { $0.word == "solve" })
    let byID = Self.ask(solve, nil, of: called.yaml, ["given": ["trial": true], "profiles": ["row": "soft"]])
    let byName = Self.ask(
      solve, nil, of: called.yaml,
      ["given": ["THE CASE goes to trial": true], "profiles": ["First suspect": "a softer reading"]])
    #expect(byID.status == .done)
    #expect(byID == byName)
    let both = Self.ask(
      solve, nil, of: called.yaml, ["given": ["trial": true, "The case goes to trial": false]])
    #expect(both.status == .wrong)
    #expect(both.text.contains("'trial' is given two values"))
  }

  @Test("a name that several things have is refused, with the place of each")
  func ambiguous() throws {
    var called = Called()
    called.deny = "Confess"
    called.silence = "Confess"
    let solve = try #require(RequestSchemaTests.tables.first { $0.word == "solve" })
    for text in ["\"confess\"", "CONFESS", "not \"Confess\""] {
      let reply = Self.ask(solve, ("where", text), of: called.yaml)
      #expect(reply.status == .wrong, "\(text)")
      #expect(reply.text.contains("ambiguous-name"))
      for id in ["row.confess", "column.deny", "silence"] {
        #expect(reply.text.contains("'\(id)'"), "\(reply.text)")
      }
    }
    // The actor before it makes it plain, and so does the id.
    #expect(Self.ask(solve, ("where", "column.\"Confess\""), of: called.yaml).status == .done)
    #expect(Self.ask(solve, ("where", "row.confess"), of: called.yaml).status == .done)
    let explain = try #require(RequestSchemaTests.tables.first { $0.word == "explain" })
    var two = Called()
    two.gone = two.silence
    #expect(Self.ask(explain, ("state", two.silence), of: two.yaml).text.contains("ambiguous-name"))
  }

  @Test("case files take no quotes in conditions")
  func caseFiles() throws {
    let yaml = Called().yaml.replacingOccurrences(of: "row.flee and column.deny", with: "'\"Flee\"'")
    let solve = try #require(RequestSchemaTests.tables.first { $0.word == "solve" })
    #expect(Self.ask(solve, nil, of: yaml).text.contains("a quote has no meaning inside a condition"))
  }
}

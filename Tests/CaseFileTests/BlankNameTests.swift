import CaseFile
import Foundation
import Notation
import Testing

/// What people call something is never blank: sentences would have a hole there.
@Suite struct BlankNameTests {
  /// The places of names and titles, from the table of keys as the schema shows it: `x` stands for
  /// any id, `-` for an item of a list.
  static let keys: [[String]] = {
    guard
      let root = try? JSONSerialization.jsonObject(with: Data(CaseSchema.json.utf8)) as? [String: Any],
      let definitions = root["$defs"] as? [String: [String: Any]]
    else { return [] }
    func places(_ schema: [String: Any], _ path: [String]) -> [[String]] {
      var found = schema["pattern"] as? String == "\\S" ? [path] : []
      for (key, part) in schema["properties"] as? [String: [String: Any]] ?? [:] {
        // What an actor perceives is read once the rest of the case is known.
        if key != "perceives" { found += places(part, path + [key]) }
      }
      if let part = schema["additionalProperties"] as? [String: Any] { found += places(part, path + ["x"]) }
      if let part = schema["items"] as? [String: Any] { found += places(part, path + ["-"]) }
      for part in schema["anyOf"] as? [[String: Any]] ?? [] { found += places(part, path) }
      if let name = (schema["$ref"] as? String)?.split(separator: "/").last,
        let part = definitions[String(name)]
      {
        found += places(part, path)
      }
      return found
    }
    return places(root, [])
  }()

  static func text(_ path: some Collection<String>, _ value: String) -> String {
    guard let key = path.first else { return value }
    let rest = text(path.dropFirst(), value)
    return key == "-" ? "[\(rest)]" : "{\(key): \(rest)}"
  }

  @Test("every place of the table is known")
  func known() {
    let paths = Set(Self.keys.map { $0.joined(separator: ".") })
    #expect(
      paths.isSuperset(of: [
        "title", "sources.x", "sources.x.title", "sources.x.author", "sources.x.publisher", "events.x.name",
        "states.x", "states.x.name", "actors.x.name", "actors.x.options.x", "actors.x.options.x.name",
        "actors.x.options.x.levels.x", "actors.x.options.x.levels.x.name", "actors.x.profiles.x.name",
        "joint.x.name", "define.x.name", "outcomes.x.name",
      ]))
  }

  @Test("a blank one is an error at its place", arguments: keys)
  func blank(path: [String]) {
    let key = path[0]
    for value in ["\"\"", "'  '", "\"\u{A0}\u{2003}\""] {
      let text = "entente: 1\n\(key): \(Self.text(path.dropFirst(), value))\n"
      let found = problems(text).filter { $0.message.hasSuffix(" is blank") }
      #expect(found.map { $0.code.rawValue } == ["wrong-value"], "\(text)")
      #expect(found.first?.place.line == 2)
    }
  }

  @Test("nor is it in the eyes of an actor, or where a file builds on another")
  func elsewhere() {
    let actors = "entente: 1\nactors:\n  a: {options: {x: X}, prefers: [x], perceives: "
    #expect(places(actors + "{actors: {b: {name: ''}}}}\n  b: {prefers: [a.x]}\n") == ["wrong-value@3:69"])
    let files = ["base.yaml": actors + "~}\n"]
    #expect(places("extends: base.yaml\nactors: {a: {name: ' '}}", files: files) == ["wrong-value@2:20"])
  }

  @Test("a name of one letter, a number or an emoji is one", arguments: ["x", "7", "🕊"])
  func short(name: String) {
    #expect(places("entente: 1\ntitle: \(name)\nactors: {a: {name: \(name), prefers: indifferent}}") == [])
  }

  @Test(
    "a short name has at most 24 characters and a tag two, of which no other actor has the same",
    arguments: [
      ("short: Abcdefghijklmnopqrstuvwx", nil),
      ("short: Abcdefghijklmnopqrstuvwxy", "at most 24 characters, not 25"),
      ("tag: 한국", nil), ("tag: A", "a tag has 2 characters, not 1"),
      ("tag: ABC", "a tag has 2 characters, not 3"),
      ("tag: e\u{301}a", nil), ("tag: zz", "the tag 'zz' stands for another actor already"),
      ("tag: [a, b]", "a tag is a single value"), ("options: {x: {short: \"\"}}", "a short name is blank"),
    ] as [(String, String?)])
  func labels(actor: String, problem: String?) {
    let text = "entente: 1\nactors:\n  b: {tag: zz, prefers: []}\n  a: {prefers: [], \(actor)}\n"
    do {
      let document = try CaseDocument(parsing: text)
      #expect(problem == nil && document.actors.count == 2)
      #expect((try? CaseDocument(parsing: document.printed())) == document)
    } catch {
      #expect(error.diagnostics.map(\.message).contains { $0.contains(problem ?? "?") }, "\(error)")
      #expect(error.diagnostics.allSatisfy { $0.code == .wrongValue || $0.code == .wrongShape })
    }
  }
}

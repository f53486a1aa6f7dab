import Notation

// Keys that people write and what they mean by them.
extension Language {
  /// What a case offers in place of what YAML would.
  static let yamlHints = YAMLReader.Hints(
    emptyFile: "'entente new' writes a case to start from",
    mergeKey: "write the keys out, or build on another file with 'extends'")

  /// Keys under which names are given.
  static let namingKeys = ["actors", "options", "events", "define", "outcomes", "joint", "states", "levels"]

  /// What to write in place of a key that the shape does not have, if it is a known one.
  static func meant(by entry: Node.Entry, in shape: MapShape) -> String? {
    let key = entry.key.lowercased()
    if shape.title == rule.title || shape.title == statement.title, let hint = countOrWish(key, entry, shape)
    {
      return hint
    }
    guard let meant = synonyms[shape.title]?[key] else { return nil }
    return "write '\(meant)'"
  }

  private static let synonyms: [String: [String: String]] = [
    top.title: [
      "players": "actors", "parties": "actors", "agents": "actors", "definitions": "define",
      "terms": "define",
      "constraints": "rules", "scenarios": "outcomes", "facts": "events", "as of": "as_of",
      "date": "as_of", "current": "status_quo", "description": "summary",
    ],
    actor.title: [
      "prefer": "prefers", "preference": "prefers", "preferences": "prefers", "wants": "prefers",
      "wishes": "prefers", "goals": "prefers", "payoffs": "weights", "utilities": "weights",
      "actions": "options", "strategies": "options", "threatens": "declares", "promises": "declares",
    ],
    event.title: ["value": "holds", "is": "holds", "true": "holds", "begins": "since", "ends": "until"],
    evidence.title: ["place": "at", "where": "at", "counter": "against: yes", "contradicts": "against: yes"],
    move.title: ["when": "if", "given": "if"],
    declaration.title: ["when": "if", "says": "then"],
    expectation.title: [
      "equilibria": "nash: […]", "stable": "actor: …, nash: […]", "unreachable": "out_of_reach",
      "profiles": "profile", "coalitions": "coalition", "reachable": "reach",
      "outcome": "some: nash, satisfies: …",
    ],
  ]

  private static func countOrWish(_ key: String, _ entry: Node.Entry, _ shape: MapShape) -> String? {
    let list = texts(entry.value)
    let shown = list.map { "[\($0.joined(separator: ", "))]" } ?? "[a, b]"
    let isRule = shape.title == rule.title
    switch key {
    case "that", "when", "condition", "rule", "holds": return isRule ? "write 'always'" : nil
    case "prefer", "prefers", "wants", "want", "wish", "statement":
      return isRule ? nil : "write 'that'"
    case "one of", "only one of", "exactly one", "xor":
      return isRule ? "write 'exactly one of: \(shown)'" : nil
    case "either", "any of", "some of", "one or more of", "or":
      return isRule ? "write 'at least one of: \(shown)'" : nil
    case "all of", "both", "and": return isRule ? "write 'always: \(shown)'" : nil
    case "none of", "neither", "not": return isRule ? "write 'never: \(shown)'" : nil
    default: break
    }
    let words = key.split(separator: " ")
    guard isRule, words.last == "of", let number = words.dropLast().last,
      let count = ConditionParser.numbersInWords[String(number)] ?? Int(number)
    else { return nil }
    let bound = words.count > 2 ? words.dropLast(2).joined(separator: " ") : "exactly"
    let parts = (list ?? ["a", "b", "c"]).joined(separator: ", ")
    return "write it as a condition: '\(bound) \(count) of (\(parts))'"
  }

  /// The texts of a short list, as they are written.
  private static func texts(_ node: Node) -> [String]? {
    guard case .list(let items) = node.content, (1...6).contains(items.count) else { return nil }
    var texts: [String] = []
    for item in items {
      guard case .scalar(let text) = item.content, text.count < 40 else { return nil }
      texts.append(text)
    }
    return texts
  }
}

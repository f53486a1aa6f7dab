import Foundation
import Notation
import Testing

/// The cases of the YAML test suite (https://github.com/yaml/yaml-test-suite), where they
/// are at hand: `ENTENTE_YAML_SUITE` names a file with a JSON object to a line, each with
/// `id`, `yaml`, `fail` (whether every reader must refuse it) and `tree` (its events).
///
/// What we read means what the suite says; what every reader must refuse we refuse; and
/// what we refuse besides is refused for one of the reasons counted here.
@Suite("The YAML test suite") struct YAMLSuiteTests {
  struct Example: Decodable {
    var id: String
    var yaml: String
    var fail: Bool
    /// Missing where every reader must refuse the text at once.
    var tree: String?
  }

  static let path: String? = {
    if let named = ProcessInfo.processInfo.environment["ENTENTE_YAML_SUITE"] { return named }
    let repository = URL(filePath: #filePath).appending(path: "../../..").standardized
    let usual = repository.appending(path: "../shared/data/yaml-test-suite/cases.jsonl").standardized.path
    return FileManager.default.fileExists(atPath: usual) ? usual : nil
  }()

  static func examples() throws -> [Example] {
    guard let path else { return [] }
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .map { try JSONDecoder().decode(Example.self, from: Data($0.utf8)) }
  }

  // MARK: - Events

  /// The events of a tree as the suite writes them; of the styles only whether there are quotes.
  static func events(_ node: Node) -> [String] {
    switch node.content {
    case .scalar(let text): ["=VAL \(node.isQuoted ? "'" : ":")\(text)"]
    case .list(let items): ["+SEQ"] + items.flatMap { events($0) } + ["-SEQ"]
    // Whether a key stood in quotes is not kept.
    case .map(let entries): ["+MAP"] + entries.flatMap { ["=KEY \($0.key)"] + events($0.value) } + ["-MAP"]
    }
  }

  /// The same of the suite's text.
  static func events(_ tree: String) -> [String] {
    var result: [String] = []
    /// For each collection that is open, whether it is a mapping and how many nodes it has.
    var open: [(isMap: Bool, count: Int)] = []
    for line in tree.split(separator: "\n").map({ $0.drop { $0 == " " } }) {
      let kind = line.prefix(4)
      guard ["+SEQ", "-SEQ", "+MAP", "-MAP", "=VAL", "=ALI"].contains(kind) else { continue }
      if kind.hasPrefix("-") {
        open.removeLast()
        result.append(String(kind))
        continue
      }
      let isKey = open.last.map { $0.isMap && $0.count % 2 == 0 } ?? false
      if !open.isEmpty { open[open.count - 1].count += 1 }
      switch kind {
      case "=VAL" where isKey: result.append("=KEY " + unescaped(line.dropFirst(6)))
      case "=VAL":
        result.append("=VAL " + (line.dropFirst(5).first == ":" ? ":" : "'") + unescaped(line.dropFirst(6)))
      case "=ALI": result.append(String(line))
      default:
        open.append((kind == "+MAP", 0))
        result.append(String(kind))
      }
    }
    return result
  }

  private static func unescaped(_ text: Substring) -> String {
    var result = ""
    var isEscape = false
    for scalar in text.unicodeScalars {
      if isEscape {
        let known: [Unicode.Scalar: Unicode.Scalar] = [
          "n": "\n", "t": "\t", "r": "\r", "b": "\u{8}", "0": "\0",
        ]
        result.unicodeScalars.append(known[scalar] ?? scalar)
        isEscape = false
      } else if scalar == "\\" {
        isEscape = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  // MARK: - Sorting

  /// Read by us and by libyaml otherwise than the suite has it: the text ends in the last
  /// line of a block, and neither adds a line break that is not there.
  static let endsInBlock = ["JEF9-2", "L24T-1"]

  /// How many cases are read, and how many refused for which reason.
  static let outcomes = [
    "read": 157,
    "refused, as everybody must": 94,
    "read, with no break after the last line of a block": 2,
    // What the case language leaves out.
    "yaml-feature: tags": 26,
    "yaml-feature: anchors": 24,
    "yaml-feature: '?' starts a complex key": 24,
    "yaml-feature: directives": 14,
    "yaml-feature: a list or mapping cannot be a key": 5,
    "several-documents: a second document": 11,
    "empty-file: there is nothing in this file": 13,
    // What is mostly a mistake.
    "yaml-syntax: a tab cannot": 11,
    "yaml-syntax: there is no key before this ':'": 9,
    "yaml-syntax: this line goes on with the text above": 2,
    "yaml-syntax: the ':' here is followed by no value": 1,
    "yaml-syntax: the control character": 1,
    // What libyaml refuses, too: keys of several lines, and a block that is the whole document.
    "yaml-syntax: a ':' cannot start a line": 6,
    "yaml-syntax: this '{' is never closed": 3,
    "yaml-syntax: this line does not belong": 2,
  ]

  static func outcome(of example: Example) -> String {
    do {
      let node = try YAMLReader.read(example.yaml, file: "text.yaml")
      if example.fail { return "read, though it must be refused" }
      if endsInBlock.contains(example.id) { return "read, with no break after the last line of a block" }
      return events(node) == events(example.tree ?? "") ? "read" : "read otherwise"
    } catch {
      if example.fail { return "refused, as everybody must" }
      let reason = error.diagnostics[0].code.rawValue + ": " + error.diagnostics[0].message
      return outcomes.keys.first { reason.hasPrefix($0) } ?? reason
    }
  }

  @Test("every case is read as it should be, or refused for a reason", .enabled(if: path != nil))
  func cases() throws {
    let found = Dictionary(grouping: try Self.examples(), by: Self.outcome)
    #expect(!found.isEmpty)
    for (outcome, examples) in found {
      let ids = examples.map(\.id).joined(separator: " ")
      #expect(examples.count == Self.outcomes[outcome], "\(outcome): \(ids)")
    }
    #expect(Set(found.keys) == Set(Self.outcomes.keys))
  }
}

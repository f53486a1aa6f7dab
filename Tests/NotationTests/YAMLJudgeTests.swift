import EffectiveCounts
import Foundation
import Notation
import TestSupport
import Testing
import Yams

/// Our reader of YAML beside Yams, which is libyaml: what we read means the same
/// there, and what we refuse though Yams reads it, we refuse on purpose.
@Suite("YAML, as another reader has it") struct YAMLJudgeTests {
  /// A tree with nothing but what both readers know.
  indirect enum Tree: Equatable, CustomStringConvertible {
    case scalar(String, isQuoted: Bool)
    case list([Tree])
    case map([[Tree]])

    init(_ node: Notation.Node) {
      switch node.content {
      case .scalar(let text): self = .scalar(text, isQuoted: node.isQuoted)
      case .list(let items): self = .list(items.map { Tree($0) })
      case .map(let entries):
        // Whether a key stood in quotes is not kept.
        self = .map(entries.map { [.scalar($0.key, isQuoted: false), Tree($0.value)] })
      }
    }

    init?(_ node: Yams.Node) {
      switch node {
      case .scalar(let scalar): self = .scalar(scalar.string, isQuoted: scalar.style != .plain)
      case .sequence(let sequence):
        let items = sequence.compactMap { Tree($0) }
        guard items.count == sequence.count else { return nil }
        self = .list(items)
      case .mapping(let mapping):
        var entries: [[Tree]] = []
        for (key, value) in mapping {
          guard case .scalar(let key) = key, let value = Tree(value) else { return nil }
          entries.append([.scalar(key.string, isQuoted: false), value])
        }
        self = .map(entries)
      case .alias: return nil
      }
    }

    var description: String {
      switch self {
      case .scalar(let text, let isQuoted): isQuoted ? text.debugDescription : "‹\(text)›"
      case .list(let items): "[" + items.map(\.description).joined(separator: ", ") + "]"
      case .map(let entries): "{" + entries.map { "\($0[0]): \($0[1])" }.joined(separator: ", ") + "}"
      }
    }
  }

  /// What Yams makes of a text; nil when it refuses it or has no such tree.
  static func judged(_ text: String) -> Tree? {
    guard let parser = try? Yams.Parser(yaml: text, resolver: .basic, encoding: .utf8),
      let root = try? parser.singleRoot()
    else { return nil }
    return Tree(root)
  }

  enum Verdict: Equatable {
    case same
    case refusedByBoth
    /// Refused by us alone, with this problem.
    case refused(code: String, message: String)
  }

  /// Whether we agree; records an issue when we read what Yams refuses or reads otherwise.
  static func verdict(_ text: String) -> Verdict {
    do {
      let ours = Tree(try YAMLReader.read(text, file: "text.yaml"))
      let theirs = judged(text)
      if theirs != ours {
        Issue.record("\(text.debugDescription): \(ours), but Yams \(theirs?.description ?? "refuses it")")
      }
      return .same
    } catch {
      guard judged(text) != nil, let first = error.diagnostics.first else { return .refusedByBoth }
      return .refused(code: first.code.rawValue, message: first.message)
    }
  }

  /// What we refuse although Yams reads it, by the start of the message: what the case
  /// language leaves out, and what is a mistake far more often than meant.
  static let purposes = [
    "anchors", "aliases", "tags", "merge keys", "directives", "'?' starts a complex key",
    "there is no key before this ':'", "a second document starts here", "lists and mappings are nested",
    "there is nothing in this file", "the ':' here is followed by no value",
    "a list or mapping cannot be a key", "the control character", "the character U+",
    "this line goes on with the text above", "the key '", "a '#' starts a comment only behind a space",
    "a line inside brackets is", "a line inside quotes is", "a tab cannot indent a line inside",
    "a '-' alone is no text", "an empty line above is indented further",
  ]

  static func isOnPurpose(_ verdict: Verdict) -> Bool {
    guard case .refused(_, let message) = verdict else { return true }
    return purposes.contains { message.hasPrefix($0) }
  }

  // MARK: - Typed by hand

  /// Shapes that are easily read wrong, in no order.
  static let texts = [
    "a: 1\nb:\n  - c\n  - d: e\n    f: g\n  -\n  - - h\n    - i\n",
    "- a\n-\n- b: c\n  d:\n  - e\n  -\n    f\n",
    "a:\n- b\n-\nc: d\n", "a:\n  b:\n    c:\n  d: e\nf:\n", "a:   \n\n\n  b\n  c\n\n  d\n",
    "a: b # c\n# d\n\ne: f",
    "a: [b, c d, 'e', \"f\", [g, {h: i}], {j, k: , l: m}, n: o, p: , ]\n", "{a: [], b: {}, c: [{}, []]}",
    "a: {b: c,\n  d: [e,\n f], 'g h': i\n  }\n", "[a\n b,\n c]\n", "'a': b\n\"c\": d\n'e f' : g\n",
    "a: 'b\n  c\n\n\n  d'\n", "a: \"b  \n  c\\\n  d\\\n\n  e \\  f\\tg\\u00e9\\x41\\U0001F600\\/\\_\"\n",
    "a: \"\\\n  \\\n  b\"", "a: ''''\nb: '''c'''\nc: \"'\"\nd: '\"'\n", "a: |\n  b\n   c\n\n  d\n\n\ne: f\n",
    "a: >\n  b\n  c\n\n  d\n    e\n  f\n\n\n  g\n", "a: |-\n  b\n\nc: >-\n  d\n  e\n\n",
    "a: |+\n  b\n\n\nc: >+\n  d\n\n",
    "a: |2\n    b\n   c\nd: |1-\n  e\n", "- |\n a\n- >\n b\n\n- |+\n\n", "a: |\n\n\n  b\n",
    "a: >\n\n  b\n\tc\n  d\n", "a: |",
    "a: |\nb: c", "|\n a\n b", ">-\n a\n\n b", "a: |  # c\n  b", "a:\n|\n b", "--- a", "---\na: b\n...\n",
    "--- |\n a", "...",
    "---\n", "a", "a b\n  c\n d", "'a'", "[a]", "{}", "[]", "~", "a: ~\nb: null\nc: ''", "a:b", "a: b:c",
    "a::b", "a: :b",
    "a: -b\nc: --\nd: - \n", "- -\n- --\n- -a\n", "a: ?b\nc: b?\n? d", "a: http://b.c/d#e", "a: b#c #d",
    "a: 'b'#c", "a: b\tc",
    "a:\tb", "a: b\t\nc: d\t# e", "a: [b\t,\tc]", "\ta: b", "a:\r\n  b\r\n  c\r\nd: e\r\n", "a: b\r  c\rd: e",
    "a: b\u{85}  c\u{85}d: e",
    "a: b\u{2028}  c", "a: \"b\u{2029}  c\"", "a: |\n  b\u{2028}  c\u{85}  d\n", "é: ü\n日本: 語\n", "😀: 😀\n",
    "\u{FEFF}a: b",
    "a: b\u{FEFF}c", "a:\n  - b\n c: d", "a:\n  b: c\n d: e", "- a\n b: c", "- a\n  b: c", "- a: b\n c: d",
    "a:\n b\nc", "a:\n- b\n c",
    "a: b\n- c", "a:\n  b\n  - c", "a: - b", "a: b: c", "a: 'b': c", "a: [b]: c", "[a]: b", "{a: b}: c",
    "{[a]: b}", "{a b: c d}",
    "{a\n: b}", "[a: b: c]", "[a, , b]", "[, a]", "{, a}", "{a,, b}", "[a]]", "[a}", "{a: [b}", "[a", "{a: b",
    "a: ]", "a: }", "a, b",
    "[a\nb: c]", "{a: b\nc: d}", "[a\n- b]", "a: {b: c}\n d", "a: [b]\nc", "['a'\n'b']", "{'a'\n'b'}",
    "\"a\nb\": c", "a\nb: c",
    "a: \"b", "a: 'b", "a: \"\\q\"", "a: \"\\x4\"", "a: 'b'c", "a: \"b\" c", "a: |b\n c", "a: |0\n b",
    "a: |10\n b", "a: >+-\n b",
    "a: |\n   b\n  c", "a: |\n\tb", "a:\n\t- b", "-\tb", "-\n\tb", "a: &b c", "a: *b", "a: !b c", "&a b: c",
    "<<: a", "'<<': a", "{<<: a}",
    "%YAML 1.1\n---\na", "a\n---\nb", "a\n...\nb", "a: 1\na: 2", "{a, a}", "a: @b", "a: `b", "a: %b", "%a: b",
    "a: ,b", "a: [>b]",
    "a: [-b, - c]", "a: [-]", "[-, a]", "[a-]", "a: [:b]", "a: [b:]", "a: [b:c]", "a: {b:c}", "a: {b :c}",
    "a: {b:}", "a: {\"b\":c}",
    "a: [\"b\":c]", "[? a]", "? a\n: b", ": a", "{: a}", "a:\n  # b\n  c\n  # d\n", "a: b\n # c\n  d",
    "#a\n#b", "a:  #b\n c", "a: 'b\n#c'",
    "a: >\n #b\n c", "- - - a\n    - b\n  - c\n- d", "a:\n  -\n    -\n  - b",
    "-   a: b\n    c: d\n-   - e\n    - f", "a:\n  - b:\n    - c\n  - d",
    "x:\n- y:\n  - z\n- w\nv:\n- u", "a:\n    - b\n  - c", "  a: b\n  c: d\n", "  - a\n  - b\n",
    " a: b\nc: d", "a: b\n\n\n", "a:\n\n  b: c\n\n  d: e",
    "a: 'b  \t  c'", "a: '  b\n\n  c  '", "a: \"\n  b\n  \"", "a: '\n\n'", "\"a\\\n  b\"", "a:  b  \n",
    "? a\n", "- ? a", "a: !!str", "! a",
    // Lines that go on in brackets or quotes, from far out to far in.
    "a: [\n  b,\n  c\n]\n", "a:\n  b: [\n    c\n  ]\n", "a: {\nb: c\n}\n", "- [\nb]", "- a: [\n  b\n  ]\n",
    "a: \"b\nc\"", "a: 'b\n\n\n c'", "a: \"b\n\"", "'b\nc'", "[\nb,\n'c\nd'\n]", "a: [b, # c\n# d\n  e]",
    "a: \"b\\\nc\"",
    "a: [b\n\tc]", "a: \"b\n\tc\"", "a: \"b\n \tc\"", "a: \"b\n\t\n c\"", "[\n\tb\n\t]",
    "a: {\n  b: c,\n  }\nd: e\n",
    // Where a comment can start.
    "a: [b]#c", "a: [b,#c\n d]", "a: 'b'#c", "a: |#c\n  b\n", "a: b#c #d\n", "#a\nb: c#\n", "a: [#b\n  c]",
    "a: [b #c\n  ]\n",
    "a:#b", "- #b\n  c\n", "a: >- # b\n  c\n  d\n",
    // Dashes, colons and question marks as text.
    "[-1, -a, a-, -, b]", "[--]", "[- ]", "{-: a}", "{a: -}", "- -1\n- -\n- --\n", "a: -\n", "a: [b?c, d?]",
    "- ?a\n- a?\n", "a: ::b\n",
    "a::b: c\n", "a: b:\n", "a :b: c\n", "[a:b, 'c':d, \"e\" : f]", "{'a': , \"b\":}", "http://a.b/c: d\n",
    "a: http://b.c/#d\n",
    "{a\n  : b}", "{'a'\n  :b}", "[a\n: b]",
    // Empty lines around and inside blocks.
    "a: |\n\n\n  b\nc: d\n", "a: >\n   \n  b\n", "a: |\n    \n  b\n", "a: |\n  \n  b\n",
    "a: |\n    \n# b\nc: d\n", "a: |+\n\n  b\n\n\nc: d\n",
    "a: |1\n  b\n c\n", "a: >2\n   b\n  c\n", "- |2\n    b\n   c\n", "a: |-\n\n\nb: c\n",
    "- >\n b\n\n c\n\n  d\n e\n", "a: |\n  b\n   ", "- |+\n   ",
    "a: |\n  b\n # c\n", "a: >\n\n\n", "a: |", "a: >-\n", "- |\n-", "a:\n  - |\n   b\n  - c\n",
    "a: |\n b: c\n d\n",
    // Lists and mappings in each other.
    "- - a\n  - b\n-\n  - c\n  -\n    d: e\n", "a:\n- - b\n  - c\n- d: e\n  f:\n  - g\n",
    "a: # b\n- c\n# d\n- e\n", "-\n\n  a\n\n-\n", "a:\n\n\nb:\n",
    "a:\n  b\n  c: d", "- a\n  b\n- c", "a: b\n\n\n  c\n", "'a' : b\n\"c\" : d\n", "a b  c: d  e\n",
    "a:\tb\n", "a: b\t\n", "- a\t# b\n",
  ]

  @Test("shapes that are easily read wrong", .effective(90), arguments: texts)
  func byHand(text: String) {
    let verdict = Self.verdict(text)
    #expect(Self.isOnPurpose(verdict), "\(text.debugDescription): \(verdict)")
    effective(when: verdict == .same)
  }

  // MARK: - Random

  @Test("random trees, written in every style", .effective(750), arguments: TestScale.seeds(1000))
  func random(seed: UInt64) {
    var writer = YAMLWriter(seed: seed)
    let text = writer.document()
    let verdict = Self.verdict(text)
    #expect(Self.isOnPurpose(verdict), "seed \(seed): \(text.debugDescription): \(verdict)")
    effective(when: verdict == .same)
  }

  @Test("random trees with a few signs wrong", .effective(300), arguments: TestScale.seeds(2000))
  func spoilt(seed: UInt64) {
    var writer = YAMLWriter(seed: seed &+ 1 << 40)
    let text = writer.spoilt(writer.document())
    let verdict = Self.verdict(text)
    #expect(Self.isOnPurpose(verdict), "seed \(seed): \(text.debugDescription): \(verdict)")
    effective(when: verdict == .same)
  }

  @Test("random signs", .effective(300), arguments: TestScale.seeds(2000))
  func signs(seed: UInt64) {
    var writer = YAMLWriter(seed: seed &+ 1 << 41)
    let text = writer.signs()
    let verdict = Self.verdict(text)
    #expect(Self.isOnPurpose(verdict), "seed \(seed): \(text.debugDescription): \(verdict)")
    effective(when: verdict == .same)
  }
}

import CaseFile
import EffectiveCounts
import Notation
import TestSupport
import Testing

/// `column+length code: message; hint` of the first problem, or the condition as it is printed.
private func complaint(_ text: String) -> String {
  do {
    let place = Place(file: "case.yaml", line: 1, column: 1, excerpt: text)
    return try ConditionText(parsing: text, at: place).printed
  } catch {
    let first = error.diagnostics[0]
    return "\(first.place.column)+\(first.place.length) \(first.code.rawValue): \(first.message)"
      + (first.hint.map { "; \($0)" } ?? "")
      + first.notes.map { "; \($0.message) \($0.place.column)+\($0.place.length)" }.joined()
  }
}

@Suite("Conditions")
struct ConditionTests {
  @Test(
    "what is printed is what was read",
    arguments: [
      "a", "row.confess", "not a", "not not a", "a and b and c", "a or b and not c", "(a or b) and c",
      "not (a and b)", "a implies b", "a if b or c", "a only if b", "a unless b", "a needs b", "a iff b",
      "(a if b) if c", "a if (b if c)", "not (a implies b) and c", "at least 2 of (a, b or c, d if e)",
      "at most 1 of (a, b)", "exactly 0 of (a)", "controls >= l798", "seoul.controls != l57",
      "a-b.c-d < e-f", "not controls = l57", "true", "false or a", "(a and b) and c", "a and (b and c)",
    ])
  func roundTrip(text: String) throws {
    let expression = try ConditionText(parsing: text, at: .none)
    #expect(expression.printed == text)
    #expect(try ConditionText(parsing: expression.printed, at: .none) == expression)
  }

  static let readings: [(String, String)] = [
    ("NOT a And b OR c", "((not a) and b) or c"),
    ("a or b and c", "a or (b and c)"),
    ("not a = b", "not (a = b)"),
    ("a or b implies c and d", "(a or b) implies (c and d)"),
    ("a ONLY  IF\n b", "a only if b"),
    ("seoul.controls>=l798 and x!=y", "(seoul.controls >= l798) and (x != y)"),
    ("At Least 2 Of(a,b,c)", "at least 2 of (a, b, c)"),
    ("((a))", "a"),
  ]

  @Test("words bind as the language says", arguments: readings)
  func precedence(text: String, meaning: String) throws {
    #expect(try ConditionText(parsing: text, at: .none) == ConditionText(parsing: meaning, at: .none))
  }

  @Test(
    "printing any condition and reading it again gives the same", .effective(170),
    arguments: TestScale.seeds(400))
  func randomRoundTrip(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let expression = Self.random(depth: 4, using: &random)
    effective(when: expression.printed.count { $0 == " " } > 3)
    #expect(try ConditionText(parsing: expression.printed, at: .none) == expression)
  }

  static func random(depth: Int, using random: inout SeededGenerator) -> ConditionText {
    func part() -> ConditionText { Self.random(depth: depth - 1, using: &random) }
    let parts = Int.random(in: 2...3, using: &random)
    switch depth == 0 ? 0 : Int.random(in: 0..<9, using: &random) {
    case 0, 1: return .name(["a", "row.b", "c-1", "D_"].randomElement(using: &random)!, .none)
    case 2: return .constant(Bool.random(using: &random))
    case 3:
      let comparison = ConditionText.Comparison.allCases.randomElement(using: &random)!
      return .comparison("x.controls", comparison, level: "l-1", .none)
    case 4: return .not(part())
    case 5: return .and((0..<parts).map { _ in part() })
    case 6: return .or((0..<parts).map { _ in part() })
    case 7: return .joined(part(), ConditionText.Connective.allCases.randomElement(using: &random)!, part())
    default:
      let count = ConditionText.Count.allCases.randomElement(using: &random)!
      return .count(count, Int.random(in: 0...4, using: &random), (1..<parts).map { _ in part() })
    }
  }

  static let quotes = "inside [ ] or { } a condition with commas has to stand in quotes"

  static let faulty: [(String, String)] = [
    ("", "1+1 condition-syntax: a condition is due here"),
    ("a and", "3+3 condition-syntax: something is due after 'and'"),
    ("and a", "1+3 condition-syntax: a condition is due here, not 'and'"),
    ("a b", "3+1 condition-syntax: a word such as 'and' or 'or' is due before 'b'"),
    (
      "a adn b",
      "3+3 condition-syntax: a word such as 'and' or 'or' is due before 'adn'; did you mean 'and'?"
    ),
    (
      "a xor b",
      "3+3 condition-syntax: a word such as 'and' or 'or' is due before 'xor'; write 'exactly 1 of (a, b)'"
    ),
    (
      "if a then b",
      "1+2 condition-syntax: a condition is due here, not 'if'; write 'b if a', or 'a implies b'"
    ),
    ("a && b", "3+2 condition-syntax: '&&' is no sign of the condition language; write 'and'"),
    ("a || b", "3+2 condition-syntax: '||' is no sign of the condition language; write 'or'"),
    ("!a", "1+1 condition-syntax: '!' is no sign of the condition language; write 'not'"),
    ("a ∧ b", "3+1 condition-syntax: '∧' is no sign of the condition language; write 'and'"),
    ("a->b", "2+2 condition-syntax: '->' is no sign of the condition language; write 'implies'"),
    ("a => b", "3+2 condition-syntax: '=>' is no sign of the condition language; write 'implies'"),
    ("a <=> b", "3+3 condition-syntax: '<=>' is no sign of the condition language; write 'iff'"),
    ("a == b", "3+2 condition-syntax: '==' is no sign of the condition language; write '='"),
    ("a ≥ b", "3+1 condition-syntax: '≥' is no sign of the condition language; write '>='"),
    (
      "a >= 798",
      "6+3 condition-syntax: a level is due after '>='; levels are named by their ids, as in 'controls >= l798'"
    ),
    (
      "a = b = c",
      "7+1 condition-syntax: a second comparison cannot follow; join two comparisons with 'and'"
    ),
    ("(a) = b", "5+1 condition-syntax: only an option with levels can be compared; write 'a iff b'"),
    ("(a", "1+1 unbalanced-parentheses: this '(' is never closed; \(quotes)"),
    ("a or ((b)", "6+1 unbalanced-parentheses: this '(' is never closed; \(quotes)"),
    ("at least 2 of (a", "15+1 unbalanced-parentheses: this '(' is never closed; \(quotes)"),
    ("b)", "2+1 unbalanced-parentheses: no '(' is open that this ')' could close; \(quotes)"),
    (
      "at least two of (a)",
      "10+3 condition-syntax: a number is due after 'at least', in digits; write 'at least 2 of (a)'"
    ),
    ("at 2 of (a)", "4+1 condition-syntax: 'least' or 'most' is due after 'at'"),
    ("at most 2 (a)", "11+1 condition-syntax: 'of' is due after the number"),
    (
      "at most 2 of a, b",
      "14+1 condition-syntax: a '(' is due after 'of'; as in 'at most 2 of (a, b, c)'"
    ),
    ("exactly 1 of ()", "15+1 condition-syntax: a condition is due here, not ')'"),
    ("exactly 99999999999 of (a)", "9+11 condition-syntax: the number is too large"),
    (
      "a, b",
      "2+1 condition-syntax: a ',' stands only between the conditions of a count; write 'and' or 'or'"
    ),
    (
      "a if b if c",
      "8+2 ambiguous-chain: 'if' after 'if' can be read in two ways; put one of the two into parentheses;"
        + " the first stands here 3+2"
    ),
    (
      "a unless b only  if c",
      "12+8 ambiguous-chain: 'unless' and 'only if' side by side can be read in two ways;"
        + " put one of the two into parentheses; the first stands here 3+6"
    ),
    ("a only b", "3+4 condition-syntax: 'if' is due after 'only'"),
    ("a not if b", "3+3 condition-syntax: 'not if' joins nothing; write 'unless', or 'if not'"),
    (
      "a.b.c",
      "1+4 condition-syntax: a name is one word, or an actor and an option with one dot between them"
    ),
    ("row.not", "5+3 reserved-name: 'not' is a word of the condition language and no name"),
    ("[a]", "1+1 condition-syntax: conditions are grouped with '(' and ')'; write '('"),
    ("'a'", "1+1 condition-syntax: a quote has no meaning inside a condition; names stand without quotes"),
    ("aé", "2+1 condition-syntax: names are made of the letters A to Z, digits, '_' and '-'"),
    ("9a", "1+2 condition-syntax: '9a' is neither a number nor a name; names start with a letter"),
    (
      "3",
      "1+1 condition-syntax: a condition is due here, not a number; a count is written 'at least 3 of (a, b, c)'"
    ),
    ("a # b", "3+1 condition-syntax: '#' has no meaning in a condition"),
  ]

  @Test("what cannot be read says why and where", arguments: faulty)
  func faults(text: String, expected: String) {
    #expect(complaint(text) == expected)
  }

  @Test("nesting ends at 256, whatever it is made of")
  func nesting() throws {
    func times(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
    for (open, close) in [("(", ")"), ("not ", ""), ("at least 1 of (", ")"), ("not (", ")")] {
      let levels = open == "not (" ? 128 : 256
      let deepest = times(open, levels) + "a" + times(close, levels)
      let expression = try ConditionText(parsing: deepest, at: .none)
      #expect(try ConditionText(parsing: expression.printed, at: .none) == expression)
      for count in [levels + 1, 50_000] {
        let text = times(open, count) + "a" + times(close, count)
        let found = complaint(text)
        #expect(found.contains("nested-too-deeply"), "\(found)")
        #expect(complaint(times(open, count)).contains("nested-too-deeply"))
      }
    }
    #expect(try ConditionText(parsing: times("a and ", 50_000) + "b", at: .none).names.count == 50_001)
    #expect(complaint(times(")", 50_000)).contains("unbalanced-parentheses"))
  }

  @Test("names are listed in the order of the text, compared options included")
  func names() throws {
    let text = "a if at least 1 of (row.b, not c >= l1) or a"
    let place = Place(file: "", line: 1, column: 1, excerpt: text)
    let names = try ConditionText(parsing: text, at: place).names
    #expect(names.map(\.name) == ["a", "row.b", "c", "a"])
    #expect(names.map(\.place.column) == [1, 21, 32, 44])
    #expect(names.map(\.place.length) == [1, 5, 7, 1])
  }

  @Test("reserved words are the keywords, in lower case")
  func reserved() {
    #expect(
      ConditionText.reservedWords.sorted() == [
        "and", "at", "exactly", "false", "if", "iff", "implies", "least", "most", "needs", "not", "of",
        "only",
        "or", "true", "unless",
      ])
  }

  static let scalars: [(String, String)] = [
    ("k: a and bad", "1:10"), ("k: 'a and bad'", "1:11"), ("k: \"a and bad\"", "1:11"),
    ("k: \"a\\x20and \\x62ad\"", "1:14"), ("é: 'a  and   bad'", "1:14"), ("k: [x, a or bad]", "1:13"),
    ("k: a\n   and\n     bad", "3:6"), ("k: \"a and\n  bad\"", "2:3"), ("k: 'a and\n\n    bad '", "3:5"),
    ("k: >\n  a and\n  bad\n", "3:3"), ("k: |\n  a\n    and bad", "3:9"),
    ("k: >2-\n   a\n   and\n\n   bad", "5:4"),
    ("k: \"a \\\n   and bad\"", "2:8"), ("- a and bad", "1:9"), ("k:\n  a and  bad # x", "2:10"),
  ]

  @Test("a name inside a scalar has its exact place in the file", arguments: scalars)
  func innerPlaces(text: String, expected: String) throws {
    let root = try YAMLReader.read(text, file: "case.yaml")
    func scalars(_ node: Node) -> [Node] {
      switch node.content {
      case .scalar: [node]
      case .list(let items): items.flatMap(scalars)
      case .map(let entries): entries.map(\.value).flatMap(scalars)
      }
    }
    let scalar = try #require(scalars(root).last)
    let names = try ConditionText(parsing: try #require(scalar.text), at: scalar.place).names
    let bad = try #require(names.last)
    #expect(bad.name == "bad")
    #expect("\(bad.place.line):\(bad.place.column)" == expected)
    let line = text.split(separator: "\n", omittingEmptySubsequences: false)[bad.place.line - 1]
    #expect(bad.place.excerpt == line)
  }
}

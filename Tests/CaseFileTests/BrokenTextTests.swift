import CaseFile
import EffectiveCounts
import Notation
import TestSupport
import Testing

/// Texts broken at random: each yields a value or located problems, never a crash.
@Suite("Texts broken at random")
struct BrokenTextTests {
  static let seeds = TestScale.seeds(60)

  static let cases = [
    suspects,
    """
    a: |
      b
       c

    d: >-
      e
      f
    "g": [h, {i: j, k}, 'l''m', "n\\to"]
    """,
    "---\r\na:\r\n- b\r\n-  - c\r\n   - d\r\n-\r\n  e: f\r\n...\r\n",
    "x:\n  y: \"a\n    b\"\n  'z' : w\n  v: u\n   t\n",
    "[a, b: c, {d: e, f: [g]}]",
  ]

  static let conditions = [
    "a if b or c and not row.d", "at least 2 of (a, (b), c if d) iff e", "x.controls >= l798 unless true",
    "not (a only if b) and exactly 0 of (c)",
  ]

  static let pieces: [String] =
    [
      " ", "\n", "\t", ":", "-", "#", "'", "\"", "[", "]", "{", "}", ",", "&", "*", "!", "|", ">", "?", "%",
      "@",
      "`", "a", "1", ".", "\\", "é", "~", "<", "=", "(", ")", "\n  ", ": ", "- ", "\r\n", "---\n", " #",
      "\u{2028}",
      "\u{FEFF}", "\u{0}", "\u{85}", "not ", " if ", " and ", "at least ", "日", "e\u{301}", "<<: ",
    ]

  static func broken(_ text: String, using random: inout SeededGenerator) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      let index = Int.random(in: 0...scalars.count, using: &random)
      let piece = Array(pieces.randomElement(using: &random)!.unicodeScalars)
      switch Int.random(in: 0..<5, using: &random) {
      case 0, 1: scalars.insert(contentsOf: piece, at: index)
      case 2: scalars.replaceSubrange(index..<min(index + 1, scalars.count), with: piece)
      case 3:
        scalars.removeSubrange(index..<min(index + Int.random(in: 1...9, using: &random), scalars.count))
      default: scalars.removeSubrange(index...)
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// What has to hold of every problem with a text.
  static func check(_ error: SyntaxError, of text: String) {
    #expect(!error.diagnostics.isEmpty)
    let count = text.unicodeScalars.count
    for diagnostic in error.diagnostics {
      for place in [diagnostic.place] + diagnostic.notes.map(\.place) {
        #expect(place.line >= 1 && place.column >= 1, "\(text.debugDescription)")
        #expect(place.line <= count + 1 && place.column <= count + 1, "\(text.debugDescription)")
      }
      #expect(!diagnostic.message.isEmpty && !diagnostic.message.hasPrefix("the YAML is faulty"))
      #expect(diagnostic.rendered().contains("[\(diagnostic.code.rawValue)]"))
    }
  }

  @Test("broken YAML", .effective(52), arguments: seeds)
  func yaml(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var isRefused = false
    for text in Self.cases {
      let text = Self.broken(text, using: &random)
      do throws(SyntaxError) {
        let node = try YAMLReader.read(text, file: "case.yaml")
        Self.checkPlaces(
          node, in: text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).count)
      } catch {
        isRefused = true
        Self.check(error, of: text)
      }
    }
    effective(when: isRefused)
  }

  /// Every node starts on a line of the text, and no node before the one that it stands in.
  static func checkPlaces(_ node: Node, in lines: Int) {
    func visit(_ inner: Node) {
      #expect((inner.place.line, inner.place.column) >= (node.place.line, node.place.column))
      checkPlaces(inner, in: lines)
    }
    switch node.content {
    case .scalar: break
    case .list(let items): items.forEach(visit)
    case .map(let entries): entries.map(\.value).forEach(visit)
    }
  }

  @Test("broken bytes", .effective(52), arguments: seeds)
  func bytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var isRefused = false
    for text in Self.cases {
      var bytes = Array(text.utf8)
      for _ in 0..<3 {
        bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: .min ... .max, using: &random)
      }
      do throws(SyntaxError) {
        _ = try YAMLReader.read(bytes: bytes, file: "case.yaml")
      } catch {
        isRefused = true
        Self.check(error, of: String(decoding: bytes, as: UTF8.self))
      }
    }
    effective(when: isRefused)
  }

  @Test("broken conditions", .effective(52), arguments: seeds)
  func condition(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var isRefused = false
    for text in Self.conditions {
      let text = Self.broken(text, using: &random)
      let place = Place(file: "case.yaml", line: 1, column: 1, excerpt: text)
      do throws(SyntaxError) {
        let expression = try ConditionText(parsing: text, at: place)
        let again = try? ConditionText(parsing: expression.printed, at: .none)
        #expect(again == expression)
      } catch {
        isRefused = true
        Self.check(error, of: text)
      }
    }
    effective(when: isRefused)
  }

  @Test("broken cases", .effective(51), arguments: seeds)
  func cases(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let text = Self.broken(suspects, using: &random)
    let found = problems(text)
    if !found.isEmpty { Self.check(SyntaxError(found), of: text) }
    effective(when: !found.isEmpty)
  }
}

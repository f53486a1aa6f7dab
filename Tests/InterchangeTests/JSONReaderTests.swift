import CaseFile
import EffectiveCounts
import Notation
import TestSupport
import Testing

@testable import Interchange

@Suite("Reading JSON")
struct JSONReaderTests {
  /// The value of a text, written again in a form that shows everything.
  static func shown(_ text: String) throws -> String {
    shown(try JSONReader.read(Array(text.utf8), file: "t").root)
  }

  static func shown(_ node: JSONNode) -> String {
    switch node.content {
    case .null: "null"
    case .boolean(let value): value ? "true" : "false"
    case .number(let text): text
    case .text(let text): text.jsonQuoted
    case .list(let items): "[" + items.map(shown).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { $0.key.jsonQuoted + ":" + shown($0.value) }.joined(separator: ",") + "}"
    }
  }

  static func fault(_ text: String) -> String {
    fault(Array(text.utf8))
  }

  static func fault(_ bytes: [UInt8]) -> String {
    do {
      _ = try JSONReader.read(bytes, file: "t")
      return "none"
    } catch {
      let first = error.diagnostics[0]
      return "\(first.code.rawValue)@\(first.place.line):\(first.place.column)"
    }
  }

  @Test(
    "what is JSON is read",
    arguments: [
      ("null", "null"), (" [ ] ", "[]"), ("{}", "{}"), ("\u{FEFF}[1]", "[1]"),
      ("[true,false,null]", "[true,false,null]"),
      ("[0,-0,1.50,-2e10,3E+2,4e-07]", "[0,-0,1.50,-2e10,3E+2,4e-07]"),
      ("{\"b\": 1, \"a\": {\"c\": []}}", "{\"b\":1,\"a\":{\"c\":[]}}"),
      (#""a\"\\\/\n\r\t""#, #""a\"\\/\n\r\t""#),
      (#""\u00e9\uD83D\uDE00\u202e""#, "\"é😀\u{202E}\""),
      ("\"é 😀 \u{FFFD}\u{EFFF}\u{A0}\"", "\"é 😀 \u{FFFD}\u{EFFF}\u{A0}\""),
    ])
  func values(text: String, expected: String) throws {
    #expect(try Self.shown(text) == expected)
  }

  @Test(
    "what is not JSON has a place",
    arguments: [
      ("", "empty-file@1:1"), (" \n\t", "empty-file@1:1"), ("\u{FEFF}", "empty-file@1:1"),
      ("[1,\n  ]", "json-syntax@2:3"), ("{\"a\":1,}", "json-syntax@1:8"),
      ("[1 2]", "json-syntax@1:4"), ("{\"a\" 1}", "json-syntax@1:6"), ("{a: 1}", "json-syntax@1:2"),
      ("{\"a\": 1 \"b\": 2}", "json-syntax@1:9"), ("[1]]", "json-syntax@1:4"), ("[1}", "json-syntax@1:3"),
      ("[", "json-syntax@1:2"), ("{\"a\"", "json-syntax@1:5"), ("{\"a\":", "json-syntax@1:6"),
      ("[\"abc", "json-syntax@1:2"), ("[\"a\nb\"]", "json-syntax@1:4"), ("[\"\\", "json-syntax@1:4"),
      ("[\"é\\b\"]", "json-syntax@1:4"), ("[\"\\f\"]", "json-syntax@1:3"),
      ("[\"\\u0000\"]", "json-syntax@1:3"),
      ("[\"\\uFFFE\"]", "json-syntax@1:3"), ("[\"é\u{FFFF}\"]", "json-syntax@1:4"),
      ("[\"\u{7F}\"]", "json-syntax@1:3"),
      ("[\"\u{9B}\"]", "json-syntax@1:3"), ("[\"\\x\"]", "json-syntax@1:3"),
      ("[\"\\u12G4\"]", "json-syntax@1:3"),
      ("[\"\\uD800\"]", "json-syntax@1:3"), ("[\"\\uDC00\"]", "json-syntax@1:3"),
      ("[\"\\uD800\\n\"]", "json-syntax@1:3"), ("[\"\\uD800\\u0041\"]", "json-syntax@1:3"),
      ("[\"\\uD800\\uD800\"]", "json-syntax@1:3"),
      ("[01]", "json-syntax@1:2"), ("[-]", "json-syntax@1:3"), ("[1.]", "json-syntax@1:4"),
      ("[1e]", "json-syntax@1:4"), ("[+1]", "json-syntax@1:2"), ("[.5]", "json-syntax@1:2"),
      ("[0x1]", "json-syntax@1:3"), ("[NaN]", "json-syntax@1:2"), ("[True]", "json-syntax@1:2"),
      ("[nul]", "json-syntax@1:2"), ("['a']", "json-syntax@1:2"), ("[1] // no", "json-syntax@1:5"),
      ("[\"é😀\" 1]", "json-syntax@1:7"), ("[\r\n 1\r x]", "json-syntax@3:2"),
    ])
  func faults(text: String, expected: String) {
    #expect(Self.fault(text) == expected)
  }

  @Test(
    "bytes that are not UTF-8 have a place",
    arguments: [
      ([0x5B, 0xFF], "not-utf8@1:2"), ([0xFF, 0xFE, 0x5B, 0x00], "not-utf8@1:1"),
      ([0x22, 0xC3, 0x28], "not-utf8@1:2"), ([0x22, 0xC3], "not-utf8@1:2"),
      ([0x22, 0xC3, 0xA9, 0x0A, 0x41, 0xED, 0xA0, 0x80], "not-utf8@2:2"),
      ([0xC0, 0x80], "not-utf8@1:1"), ([0xF4, 0x90, 0x80, 0x80], "not-utf8@1:1"),
      ([0xE0, 0x80, 0x80], "not-utf8@1:1"), ([0xF0, 0x80, 0x80, 0x80], "not-utf8@1:1"),
    ] as [([UInt8], String)])
  func notUTF8(bytes: [UInt8], expected: String) {
    #expect(Self.fault(bytes) == expected)
  }

  @Test(
    "whole numbers are exact however they are written",
    arguments: [
      ("7", 7), ("-7", -7), ("7.0", 7), ("0.7e1", 7), ("700e-2", 7), ("7E+0", 7), ("-0", 0), ("0.000", 0),
      ("0e999999999999999999999", 0), ("9223372036854775807", Int.max), ("9223372036854775808", nil),
      ("9007199254740993.0", 9_007_199_254_740_993), ("7.5", nil), ("1e400", nil),
      ("1e999999999999999999999", nil), ("1e-1", nil), ("10e-1", 1), ("1e18", 1_000_000_000_000_000_000),
      ("1e19", nil), ("\"7\"", nil),
    ] as [(String, Int?)])
  func wholeNumbers(text: String, expected: Int?) throws {
    #expect(try JSONReader.read(Array(text.utf8), file: "t").root.wholeNumber == expected)
  }

  @Test("nesting is limited, at any depth and in any mixture")
  func nesting() throws {
    func nested(_ depth: Int) -> String {
      (0..<depth).map { $0 % 2 == 0 ? "[" : "{\"a\":" }.joined() + "1"
        + (0..<depth).reversed().map { $0 % 2 == 0 ? "]" : "}" }.joined()
    }
    #expect(Self.fault(nested(256)) == "none")
    #expect(Self.fault(nested(257)).hasPrefix("nested-too-deeply@1:"))
    #expect(Self.fault(String(repeating: "[", count: 1_000_000)) == "nested-too-deeply@1:257")
  }

  @Test("size is limited")
  func size() {
    #expect(Self.fault([UInt8](repeating: 0x20, count: 16 << 20 + 1)) == "file-too-large@1:1")
  }

  @Test("keys that stand twice are found, both places")
  func duplicates() throws {
    let reading = try JSONReader.read(Array("{\"a\": 1,\n \"b\": 2, \"\\u0061\": 3}".utf8), file: "t")
    var source = reading.source
    let found = source.diagnostics(reading.problems)
    #expect(found.map(\.code) == [.duplicateKey])
    #expect(found[0].place.line == 2 && found[0].place.column == 10)
    #expect(found[0].notes[0].place.line == 1 && found[0].notes[0].place.column == 2)
  }

  @Test("places in long lines are right and their excerpts short")
  func longLine() {
    let text = "[" + String(repeating: "\"é😀\",", count: 50_000) + "x]"
    do {
      _ = try JSONReader.read(Array(text.utf8), file: "t")
      Issue.record("the text was read")
    } catch {
      let place = error.diagnostics[0].place
      #expect(place.column == 250_002)
      #expect(place.excerpt.unicodeScalars.count < 250)
      let offset = place.column - place.excerptColumn
      #expect(Array(place.excerpt.unicodeScalars)[offset] == "x")
    }
  }

  @Test("no bytes make the reader trap", .effective(7), arguments: TestScale.seeds(40))
  func hostile(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array("[]{}\",:\\u0dD8e-+.tfn 1\n\u{E9}".utf8) + [0xC3, 0xFF, 0x00]
    var readCount = 0
    for _ in 0..<50 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        alphabet.randomElement(using: &random)!
      }
      if let reading = try? JSONReader.read(bytes, file: "t") {
        readCount += 1
        let again = try? JSONReader.read(Array(Self.shown(reading.root).utf8), file: "t").root
        #expect(again.map(Self.shown) == Self.shown(reading.root))
      }
    }
    effective(when: readCount > 0)
  }
}

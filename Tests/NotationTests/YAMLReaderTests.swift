import Notation
import Testing

/// The node as one line, to compare by eye: `{key: value}`, `[items]`, quoted scalars in quotes.
private func shape(_ node: Node) -> String {
  switch node.content {
  case .scalar(let text): node.isQuoted ? "'\(text)'" : text
  case .list(let items): "[" + items.map(shape).joined(separator: ", ") + "]"
  case .map(let entries):
    "{" + entries.map { "\($0.key): \(shape($0.value))" }.joined(separator: ", ") + "}"
  }
}

@Suite("YAML that is read")
struct YAMLReaderTests {
  @Test(
    "scalars stay as they are written",
    arguments: [
      ("a: 3.10", "{a: 3.10}"),
      ("a: no\nb: ~\nc:", "{a: no, b: ~, c: }"),
      ("a: 'it''s'", "{a: 'it's'}"),
      ("a: \"\\u00e9\\n\"", "{a: 'é\n'}"),
      ("a: [1, [2, 3], {b: c}]", "{a: [1, [2, 3], {b: c}]}"),
      ("a:\n- b\n- c: d\n  e: f\ng: h", "{a: [b, {c: d, e: f}], g: h}"),
      ("a: >\n  folded\n  text\n\n  more\nb: 1", "{a: 'folded text\nmore\n', b: 1}"),
      ("a: |2-\n    kept\nb: 1", "{a: '  kept', b: 1}"),
      ("---\t\na: 1\n...\t\n", "{a: 1}"),
      ("\u{FEFF}a: 1", "{a: 1}"),
      ("a: 1\r\nb: 2\r\n", "{a: 1, b: 2}"),
      ("3", "3"),
    ])
  func scalars(text: String, expected: String) throws {
    #expect(shape(try YAMLReader.read(text, file: "case.yaml")) == expected)
  }

  @Test(
    "signs inside a text are text",
    arguments: [
      "a: R&D", "a: a & b", "a: 2 * 3", "a: controls != l57", "a: why?!", "a: x!y", "a: f(*)",
      "a: '&b'", "a: \"*b !c <<\"", "a: b # &c *d !e", "# &a\na: b", "a: b <<c", "'<<': b", "a: <<",
      "a: |\n  &b\n  *c\n  !d\n  --- e\n  <<: f", "a: >-\n  &b *c", "a: |1\n  &b\n &c",
      "a: one\n  & two\n  * three\n  ! four", "a: 'one\n  & two\n  --- three'", "a: b --- c",
      "a: [b&c, d*e, f!g]", "a: [b & c, '&d']", "a: x---", "a: -&b", "- |\n  *a\n- b", "a:\n- |\n &b",
      "a: b:&c", "a: 50%", "a: me@home", "a: b\n\n  &c", "a: '\n\n  *c'", "a: >+\n\n\n  &b\n\n\nc: d",
    ])
  func noFalseAlarm(text: String) {
    #expect(throws: Never.self) { _ = try YAMLReader.read(text, file: "case.yaml") }
  }

  @Test("each node and key has its place")
  func places() throws {
    let text = """
      title: Éé 日本
      actors:
        row: {name: "x y", options: [a, 'b']}
      empty:
      text: >
        one two
      """
    let root = try YAMLReader.read(text, file: "case.yaml")
    func say(_ place: Place) -> String { "\(place.line):\(place.column)+\(place.length)" }
    let entries = try #require(root.entries)
    #expect(say(root.place) == "1:1+5")
    #expect(entries.map { say($0.place) } == ["1:1+5", "2:1+6", "4:1+5", "5:1+4"])
    #expect(entries.map { say($0.value.place) } == ["1:8+5", "3:3+3", "4:7+1", "5:7+1"])
    let row = try #require(entries[1].value.entries?.first?.value)
    #expect(say(row.place) == "3:8+1")
    let inner = try #require(row.entries)
    #expect(inner.map { say($0.place) } == ["3:9+4", "3:22+7"])
    #expect(inner.map { say($0.value.place) } == ["3:15+5", "3:31+1"])
    #expect(inner[1].value.items?.map { say($0.place) } == ["3:32+1", "3:35+3"])
    #expect(row.place.excerpt == "  row: {name: \"x y\", options: [a, 'b']}")
  }
}

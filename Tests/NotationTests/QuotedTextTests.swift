import EffectiveCounts
import Notation
import TestSupport
import Testing

@Suite("Names in quotes") struct QuotedTextTests {
  @Test(
    "are found where a quote opens and closes",
    arguments: [
      ("\"a, b\"", "a, b"), ("“a “b” c”", "a “b” c"), ("'King's gambit'", "King's gambit"), ("«да»", "да"),
      ("„Zug“", "Zug"), ("\"say \\\"no\\\"\"", "say \"no\""), ("\"back\\\\slash\"", "back\\slash"),
      ("  \"blanks\" ", "blanks"), ("\"\"", ""),
    ])
  func inside(_ text: String, _ inside: String) { #expect(QuotedText.inside(text) == inside) }

  @Test(
    "are none where nothing closes, or something follows",
    arguments: ["\"a", "a", "\"a\" b", "King's", "“a\""])
  func notInside(_ text: String) { #expect(QuotedText.inside(text) == nil) }

  @Test("keep a list in its parts")
  func split() {
    #expect(QuotedText.split("\"a, b\", c,'d,e'") { $0 == "," } == ["\"a, b\"", " c", "'d,e'"])
    #expect(QuotedText.split("\"a=b\"=c=d", most: 2) { $0 == "=" } == ["\"a=b\"", "c=d"])
    #expect(QuotedText.split("King's=gambit's,x") { $0 == "," } == ["King's=gambit's", "x"])
    #expect(QuotedText.split("") { $0 == "," } == [""])
    #expect(QuotedText.split(String(repeating: " '", count: 100_000)) { $0 == "," }.count == 1)
  }

  @Test("any text comes back from between quotes", .effective(66), arguments: TestScale.seeds(100))
  func roundTrip(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let letters = Array("ab, =\"'“”\\.한É\u{301}«»()")
    let name = String(
      (0..<Int.random(in: 0...12, using: &random)).map { _ in letters.randomElement(using: &random)! })
    effective(when: name.contains { "\"\\“”«»'".contains($0) })
    let escaped = name.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
    #expect(QuotedText.inside("\"\(escaped)\"") == name)
    #expect(QuotedText.split("\"\(escaped)\",x") { $0 == "," } == ["\"\(escaped)\"", "x"])
  }

  @Test("are compared without regard to case, blanks and kinds of quotes")
  func folded() {
    #expect(QuotedText.folded("  Direct \n ARMS ") == QuotedText.folded("direct arms"))
    #expect(QuotedText.folded("King’s") == QuotedText.folded("KING's"))
    #expect(QuotedText.folded("É") == QuotedText.folded("e\u{301}"))
    #expect(QuotedText.folded("a b") != QuotedText.folded("ab"))
  }
}

import Documents
import Testing

@Suite("Sentences") struct SentenceTests {
  private let row = Sentence("First suspect", to: .actor("row"))

  @Test("what is put into a literal keeps its references, and plain neighbours are one phrase")
  func interpolation() {
    let sentence: Sentence = "\(row) would leave \("state") \(5)."
    #expect(sentence.text == "First suspect would leave state 5.")
    #expect(
      sentence.phrases == [
        Phrase("First suspect", to: .actor("row")), Phrase(" would leave state 5."),
      ])
    #expect("\(sentence)" as String == sentence.text)
  }

  @Test("empty phrases are left out") func empty() {
    #expect(("" as Sentence).isEmpty)
    #expect(("" + Sentence("") + "\("" as Sentence)").phrases.isEmpty)
    #expect([Sentence]().joined(separator: ", ").isEmpty)
  }

  @Test("a manner is given to plain words only, a reference to those without one")
  func manner() {
    let mixed = Sentence("Careful:", .caution) + " " + row
    #expect(mixed.inManner(.aside).phrases.map(\.manner) == [.caution, .aside, .aside])
    #expect(
      mixed.pointing(to: .concept("seq")).phrases.map(\.reference) == [
        .concept("seq"), .concept("seq"), .actor("row"),
      ])
  }

  @Test(
    "lists read as in a sentence",
    arguments: [
      (0, ""), (1, "a"), (2, "a and b"), (3, "a, b and c"), (4, "a, b, c and 1 more"),
      (7, "a, b, c and 4 more"),
    ])
  func lists(_ count: Int, _ words: String) {
    let parts = "abcdefg".prefix(count).map { Sentence(String($0)) }
    #expect(Prose.list(parts, atMost: 3).text == words)
    #expect(Prose.list(parts.map(\.text), atMost: 3) == words)
    #expect(Prose.list(parts, "or").text.contains(" or ") == (count > 1))
  }

  @Test("a capital goes to the start, whatever it points to") func capital() {
    let lower = Sentence("russia", to: .actor("ru")) + " leaves"
    #expect(Prose.capitalized(lower).phrases == [Phrase("Russia", to: .actor("ru")), Phrase(" leaves")])
  }

  @Test(
    "numbers are grouped",
    arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (-1_234_567, "-1,234,567"), (-999, "-999")])
  func grouped(_ number: Int, _ words: String) {
    #expect(Prose.grouped(number) == words)
  }

  @Test("a literal within a literal keeps what its sentences point to")
  func nested() {
    let who = Sentence("Moscow", to: .actor("moscow"))
    let isTold = !who.isEmpty
    let words: Sentence = "It leaves\(isTold ? " (\(who))" : "")."
    #expect(words.text == "It leaves (Moscow).")
    #expect(words.phrases.contains { $0.reference == .actor("moscow") })
    let text = "plain"
    let plain: Sentence = "As \(text)\(isTold ? "" : " words")."
    #expect(plain.text == "As plain.")
  }
}

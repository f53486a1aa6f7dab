import CaseFile
import Documents
import TestSupport
import Testing

@testable import Briefings

/// Short names and tags: what stands in figures.
@Suite struct LabelTests {
  @Test(
    "a tag is of two letters of the name, and no two are the same",
    arguments: [
      (["South Korea", "Russia", "North Korea", "United States"], ["SK", "RU", "NK", "US"]),
      (["Seoul", "Serbia", "Sevastopol"], ["SE", "SR", "SV"]),
      (["China", "china", "China"], ["CH", "CI", "CN"]),
      (["서울", "서울"], ["서울", "서A"]), (["Österreich", "A", "A"], ["ÖS", "AA", "AB"]),
      (["ß", "—"], ["ßA", "00"]),
      (["The Northern Farmers’ Union", "Turkey"], ["TU", "TR"]), (["1", "2 b"], ["1A", "2B"]),
    ] as [([String], [String])])
  func tags(names: [String], expected: [String]) {
    let tags = Labels.tags(names, given: names.map { _ in nil })
    if expected.count == names.count { #expect(tags == expected) }
    #expect(Set(tags).count == tags.count && tags.allSatisfy { $0.count == 2 }, "\(tags)")
  }

  @Test("a tag that is given stays, and the others keep away from it")
  func given() {
    #expect(Labels.tags(["Russia", "Rumania", "Rural"], given: [nil, "ru", nil]) == ["RS", "ru", "RR"])
  }

  @Test("many actors of one name have tags of their own")
  func many() {
    for count in [1, 8, 30, 36] {
      let tags = Labels.tags(
        Array(repeating: "Union", count: count), given: Array(repeating: nil, count: count))
      #expect(Set(tags).count == count)
    }
  }

  @Test("a short name stands for a name that is too long, which else is cut between words")
  func short() throws {
    let subject = try Case(
      CaseDocument(
        parsing: """
          entente: 1
          actors:
            a: {name: "The government of the northern provinces", options: {x: {name: X, short: Ex}, y: {name: "Incomprehensibilities of it all"}}, prefers: [x]}
            b: {short: Bee, tag: QQ, prefers: [j], options: {z: "Withdraws all forces behind"}}
          joint: {j: {by: [a, b], name: "A treaty on everything they share", short: Treaty}}
          outcomes: {o: {short: Peace, when: a.x}, p: {name: "War, and then no more of it", when: not a.x}}
          """))
    let labels = Labels(subject)
    #expect(labels.actor(0) == "The government of the…" && labels.actor(1) == "Bee")
    #expect(labels.tags == ["TP", "QQ"])
    #expect(labels.outcome(0) == "Peace" && labels.outcome(1) == "War, and then no more…")
    #expect(labels.option("x", of: 0, called: "X") == "Ex")
    #expect(labels.option("y", of: 0, called: "Incomprehensibilities of it all") == "Incomprehensibilities…")
    #expect(labels.option("j", of: 1, called: "A treaty on everything they share") == "Treaty")
  }

  @Test(
    "a condition is quoted once, names in it by themselves",
    arguments: [
      ("row.flee", "“row.flee”"), ("\"Flee\"", "“Flee”"),
      ("\"Flee\" and not \"Confess\"", "“Flee” and not “Confess”"),
      // What is not closed is no name.
      ("a \"b", "“a \"b”"),
    ])
  func conditions(written: String, quoted: String) {
    #expect(Prose.quoted(condition: written).text == quoted)
  }

  @Test(
    "a source that does not say how it knows is not as firm as one that does",
    arguments: [
      (
        Evidence(source: "memo", at: SentencePlace(paragraph: 3, sentence: 2)), Figure.Chain.Firmness.unstated
      ),
      (Evidence(source: "memo", at: SentencePlace(paragraph: 3, sentence: 2), basis: .said), .stated),
      (Evidence(source: "memo", at: SentencePlace(paragraph: 3, sentence: 2), basis: .inferred), .inferred),
      (Evidence(note: "a note"), .assumed),
    ])
  func firmness(evidence: Evidence, firmness: Figure.Chain.Firmness) {
    #expect([evidence].firmness == firmness)
  }
}

import CaseFile
import EffectiveCounts
import Foundation
import Fuzzing
import TestSupport
import Testing

/// Whether the faces of one answer say the same.
@Suite("Text, CSV and JSON of one answer") struct ReportAgreementTests {
  /// How many equilibria the text names, by concept.
  static func counts(in text: String) -> [String: Int] {
    var counts: [String: Int] = [:]
    for line in text.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      guard line.hasPrefix("  "), words.count > 2,
        ["nash", "gmr", "smr", "seq", "sseq", "sim"].contains(words[0]),
        counts[words[0]] == nil
      else { continue }
      if let count = words[1] == "none" ? 0 : Int(words[1].replacing(",", with: "")) {
        counts[words[0]] = count
      }
    }
    return counts
  }

  /// The same from a table of all states.
  static func counts(inTable text: String) -> [String: Int] {
    let rows = text.split(separator: "\r\n").flatMap { $0.split(separator: "\n") }.map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    var counts: [String: Int] = [:]
    // The concepts come last, after names that may hold commas.
    for (place, name) in rows[0].reversed().enumerated() {
      guard ["nash", "gmr", "smr", "seq", "sseq", "sim"].contains(name) else { break }
      counts[String(name)] = rows.dropFirst().count { $0[$0.count - 1 - place] == "1" }
    }
    return counts
  }

  @Test("the same counts of equilibria")
  func counts() throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "agree-\(UUID().uuidString).yaml").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    var compared = 0
    for seed in TestScale.seeds(12) {
      let text = RandomCase.document(seed: seed).printed()
      _ = FileManager.default.createFile(atPath: path, contents: Data(text.utf8))
      let outcome = InProcess.run(["solve", path, "--json"])
      let answer = try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      let expected = try #require(answer["equilibriaCount"] as? [String: Int])
      let told = InProcess.run(["solve", path, "--full"]).output
      #expect(Self.counts(in: told) == expected, "seed \(seed)\n\(text)")
      let table = InProcess.run(["solve", path, "--all-states", "--format", "csv"]).output
      #expect(Self.counts(inTable: table) == expected, "seed \(seed)\n\(text)")
      if Set(expected.values).count > 1 { compared += 1 }
    }
    #expect(compared * 4 >= TestScale.seeds(12).count)
  }

  /// What a text says of the status quo: the concepts under which it lasts, all of
  /// them where it says so, none where it does not last; nil where it says nothing.
  static func lasting(in text: String, of all: [String]) -> [String]? {
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if words.contains("It lasts under every concept.") { return all }
    if words.contains("It does not last under any") { return [] }
    guard let told = words.firstMatch(of: /It lasts under ([a-z, ]+?), but not under/) else { return nil }
    return told.1.split { !$0.isLetter }.map(String.init).filter { $0 != "and" }
  }

  @Test("the same of the status quo", .effective(18), arguments: TestScale.seeds(30))
  func statusQuo(seed: UInt64) throws {
    let document = RandomCase.document(seed: 900 + seed, .everything)
    let subject = try Case(document)
    // Of several that it may be, each is told by itself.
    guard subject.statusQuo?.completions.count == 1 else { return effective(when: false) }
    let path = FileManager.default.temporaryDirectory.appending(path: "agree-\(UUID().uuidString).yaml").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    _ = FileManager.default.createFile(atPath: path, contents: Data(document.printed().utf8))
    let answer = try #require(
      try JSONSerialization.jsonObject(with: Data(InProcess.run(["solve", path, "--json"]).output.utf8))
        as? [String: Any])
    let told = try #require((answer["statusQuo"] as? [String: Any])?["equilibrium"] as? [String])
    let all = try #require(answer["equilibriaCount"] as? [String: Int]).keys.sorted()
    let text = InProcess.run(["solve", path, "--full"]).output
    let words = try #require(Self.lasting(in: text, of: all), "\(text)")
    #expect(words.sorted() == told.sorted(), "seed \(seed)\n\(text)")
    effective(when: subject.conflict.isLively)
  }
}

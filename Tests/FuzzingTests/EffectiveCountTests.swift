import Foundation
import Testing

/// Whether every test over seeds counts the cases that could have failed.
@Suite("Effective cases are counted") struct EffectiveCountTests {
  private static let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

  /// The tests over seeds in a text that neither demand effective cases nor choose
  /// their seeds by what can be said about them.
  private static func uncounted(in text: String) -> [String] {
    text.matches(of: #/func (\w+)\(seed: /#).compactMap { function in
      let before = text[..<function.range.lowerBound]
      guard let start = before.ranges(of: "@Test").last?.lowerBound else { return nil }
      let attribute = before[start...]
      // A function between the two means that this one is no test.
      if attribute.contains("func ") { return nil }
      if attribute.contains(".effective(") || isChosen(attribute, in: text) { return nil }
      return String(function.1)
    }
  }

  /// Whether the seeds are found by a condition, there or where they are declared.
  private static func isChosen(_ attribute: Substring, in text: String) -> Bool {
    guard let arguments = attribute.firstMatch(of: /arguments:\s*(?:Self\.)?([\w.]+)/) else { return false }
    // By a condition in a closure or a loop, or by hand.
    let chooses = /seed in\b|where isEffective|seed \+= 1|: \[UInt64\] = \[/
    if attribute.contains(chooses) { return true }
    return text.matches(of: /static (?:let|func) (\w+)/).contains { declared in
      guard declared.1 == arguments.1 else { return false }
      let rest = text[declared.range.lowerBound...]
      let end = rest.firstRange(of: "\n\n")?.lowerBound ?? rest.endIndex
      return rest[..<end].contains(chooses)
    }
  }

  @Test("every test over seeds demands a number of them, or chooses them by a condition")
  func all() throws {
    let paths = FileManager.default.enumerator(atPath: Self.tests.path)?.compactMap { $0 as? String } ?? []
    var (faults, seen): ([String], Int) = ([], 0)
    for path in paths where path.hasSuffix(".swift") {
      let text = String(decoding: try Data(contentsOf: Self.tests.appending(path: path)), as: UTF8.self)
      seen += text.matches(of: #/func \w+\(seed: /#).count
      faults += Self.uncounted(in: text).map { "\(path): \($0)" }
    }
    #expect(seen > 90)
    #expect(faults == [])
  }

  @Test("one that does neither is found")
  func planted() {
    let silent = """
        static let few = TestScale.seeds(9)

        static let chosen = TestScale.seeds(9) { seed in seed > 3 }

        @Test("one", arguments: TestScale.seeds(5))
        func one(SEED: UInt64) {}
        @Test("two", arguments: few)
        func two(SEED: UInt64) {}
        @Test("three", .effective(3), arguments: TestScale.seeds(5))
        func three(SEED: UInt64) {}
        @Test("four", arguments: chosen)
        func four(SEED: UInt64) {}
        func five(SEED: UInt64) {}
      """.replacing("SEED", with: "seed")
    #expect(Self.uncounted(in: silent) == ["one", "two"])
  }
}

import Foundation
import Testing

@testable import CommandLine

/// What a reader sees at first: the answer, and at most a screen of what is asked next.
@Suite("One screen") struct ScreenTests {
  private static let lines = 40
  private static let width = 100

  static let flagship = TestFolders.package.appending(path: "Catalog/flagship").path
  static let fixtures = TestFolders.package.appending(path: "Tests/CommandLineTests/Fixtures").path

  /// Every question that is asked of one case, with what keeps it from taking long.
  static let questions: [[String]] = [
    ["solve"], ["solve", "--concepts", "nash,gmr"], ["explain"],
    ["explain", "--concept", "nash,seq"], ["paths"], ["paths", "--by", "moves"], ["coalitions"],
    ["coalitions", "--concept", "nash"], ["sensitivity"], ["sensitivity", "--size", "1"],
    ["require", "--size", "1"], ["grid"],
    ["doubts", "--samples", "100"], ["words"], ["hypergame"], ["show"], ["show", "states"],
    ["show", "moves"], ["show", "preferences"], ["check"],
  ]

  /// What is asked of two cases.
  static let comparisons: [[String]] = [["compare"], ["observe"], ["merge"]]

  private static func ask(_ question: [String], _ paths: [String]) -> (lines: [String], text: String) {
    let line = [question[0]] + paths + question.dropFirst() + ["--quiet"]
    // The case that merge writes is not told; what is said of it is.
    let recorder = Recorder()
    _ = Program.run(
      question[0] == "merge" ? line + ["--format", "table"] : line,
      in: recorder.environment(width: Self.width))
    let text = recorder.output
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    return (lines, text)
  }

  private static func check(_ question: [String], _ paths: [String], isFull: Bool = true) {
    let (lines, text) = ask(question, paths)
    #expect(lines.count > 1 && lines.count <= Self.lines, "\(question): \(lines.count) lines\n\(text)")
    // Lines of a file are shown as they are.
    if question[0] != "check" {
      #expect(lines.allSatisfy { $0.count <= width }, "\(question)\n\(text)")
      #expect(!text.contains(/\b[NY]{5,}\b/), "\(question) has the pattern of a state\n\(text)")
    }
    if !isFull { return }
    let full = ask(question + ["--full"], paths)
    if text.contains("--full") { #expect(full.lines.count > lines.count, "\(question)") }
    #expect(!full.text.contains("More with"), "\(question)")
  }

  @Test("of every question about the flagship", arguments: questions)
  func flagship(question: [String]) {
    Self.check(question, [Self.flagship + "/arms-for-ukraine.yaml"])
  }

  @Test(
    "of its readings and of what is misread",
    arguments: [("grid", "readings"), ("hypergame", "misread-moscow")])
  func others(word: String, name: String) {
    Self.check([word], [Self.flagship + "/\(name).yaml"])
  }

  @Test("of two readings of the flagship", arguments: comparisons)
  func readings(question: [String]) {
    let paths = ["arms-for-ukraine", "seoul-moon"].map { Self.flagship + "/\($0).yaml" }
    Self.check(question, paths)
  }

  @Test(
    "of every question about a case of middling size",
    arguments: questions + [["sensitivity"], ["require"]])
  func middling(question: [String]) {
    // What --full adds is seen with the flagship.
    Self.check(question, [Self.fixtures + "/winter-gas.yaml"], isFull: false)
  }

  @Test("of many files only those that are not in order are told of") func manyFiles() {
    let (lines, text) = Self.ask(["check"], [TestFolders.package.appending(path: "Catalog").path])
    #expect(lines.count < 10 && text.contains("nothing is wrong"), "\(text)")
  }
}

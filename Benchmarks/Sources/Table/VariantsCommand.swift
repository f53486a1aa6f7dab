import ArgumentParser
import Cases
import Entente

/// Measures how fast variants of a case are gone through: the follow-up questions
/// that ask about thousands of them, each of which is to end within five seconds.
struct VariantsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "variants",
    abstract: "Time sensitivity, grids and doubts on cases of the catalog: variants a second.")

  @ArgumentParser.Option(help: "The folder with the catalog.")
  var catalog = "Catalog"

  /// The longest that a question may take, in seconds.
  static let target = 5.0

  func run() throws {
    print("| question | variants | time | variants/s | target |")
    print("|---|---:|---:|---:|---|")
    for claim in [
      "status-quo lasts", "every seq satisfies any_supply implies moscow.hostile",
      "no gmr satisfies direct_supply", "pact-after-route lasts",
    ] {
      try sensitivity("flagship/arms-for-ukraine.yaml", "flagship", claim)
    }
    try sensitivity("elmira/elmira-options.yaml", "Elmira", "status-quo lasts")
    try row("grid, flagship with readings", "flagship/readings.yaml", "grid", [:]) { answer in
      answer["counts"]?["worlds"]?.integer ?? 0
    }
    try row("doubts, flagship", "flagship/doubts.yaml", "doubts", [:]) { answer in
      Int(answer["completions"]?["count"]?.string ?? "") ?? 0
    }
  }

  private func sensitivity(_ file: String, _ name: String, _ claim: String) throws {
    try row(
      "sensitivity to 2, \(name): \(claim)", file, "sensitivity", ["claim": claim, "size": "2"]
    ) { answer in
      (answer["sizes"]?.elements ?? []).reduce(0) { $0 + ($1["sets"]?.integer ?? 0) }
    }
  }

  /// Asks once to see how many variants there are, and once more to take the time.
  private func row(
    _ name: String, _ file: String, _ word: String, _ arguments: KeyValuePairs<String, String>,
    variants: (JSONValue) -> Int
  ) throws {
    let document = try CaseDocument(reading: "\(catalog)/\(file)")
    let work = Work(control: .allCores)
    let count = variants(try document.ask(word, arguments, work: work).data)
    let duration = ContinuousClock().measure { _ = try? document.ask(word, arguments, work: work) }
    let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    let rate = Int(Double(count) / max(seconds, 1e-9))
    let verdict = seconds <= Self.target ? "met" : "missed"
    let time = (seconds * 100).rounded() / 100
    print("| \(name) | \(count) | \(time) s | \(rate) | 5 s: \(verdict) |")
  }
}

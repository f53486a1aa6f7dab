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
    let flagship = try Case(CaseDocument(reading: "\(catalog)/flagship/arms-for-ukraine.yaml"))
    print("| question | variants | time | variants/s | target |")
    print("|---|---:|---:|---:|---|")
    for claim in [
      "status-quo lasts", "every seq satisfies any_supply implies moscow.hostile",
      "no gmr satisfies direct_supply", "pact-after-route lasts",
    ] {
      try sensitivity(flagship, "flagship", claim)
    }
    let elmira = try Case(CaseDocument(reading: "\(catalog)/elmira/elmira-options.yaml"))
    try sensitivity(elmira, "Elmira", "status-quo lasts")
    try grid()
    try doubts()
  }

  private func row(_ question: String, _ count: Int, _ body: () -> Void) {
    let duration = ContinuousClock().measure(body)
    let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    let rate = Int(Double(count) / max(seconds, 1e-9))
    let verdict = seconds <= Self.target ? "met" : "missed"
    let time = (seconds * 100).rounded() / 100
    print("| \(question) | \(count) | \(time) s | \(rate) | 5 s: \(verdict) |")
  }

  private func sensitivity(_ subject: Case, _ name: String, _ words: String) throws {
    let states = subject.conflict.feasibleStates().states
    let claim = try subject.claim(parsing: words, among: states)
    let answer = subject.sensitivity(of: claim, upTo: 2, control: .allCores)
    row("sensitivity to 2, \(name): \(words)", answer.setCounts.reduce(0, +)) {
      _ = subject.sensitivity(of: claim, upTo: 2, control: .allCores)
    }
  }

  private func grid() throws {
    let document = try CaseDocument(reading: "\(catalog)/flagship/readings.yaml")
    let subject = try Case(document)
    let dimensions = subject.dimensions
    let worlds = dimensions.reduce(1) { $0 * $1.values.count }
    row("grid, flagship with readings", worlds) {
      _ = try? Worlds(document, varying: dimensions, control: .allCores)
    }
  }

  private func doubts() throws {
    let subject = try Case(CaseDocument(reading: "\(catalog)/flagship/doubts.yaml"))
    let doubts = try Doubts(of: subject)
    let graph = try StateGraph(subject.conflict)
    row("doubts, flagship", Int(clamping: doubts.completionCount ?? 0)) {
      _ = doubts.count(in: graph, control: .allCores)
    }
  }
}

import Foundation

/// Runs the same operations in our decision diagrams and in BuDDy, and prints what each took and the ratio:
/// `make bench-diagrams`.
@main
struct Main {
  static let workloads: [any Workload] = [
    Queens(count: 8), Queens(count: 9), Queens(count: 10),
    Clauses(variableCount: 40, count: 60), Counting(clauses: Clauses(variableCount: 40, count: 60)),
    Mixture(variableCount: 18, operations: 2000),
    Solving(60, 8, 30, .conditions, seeds: 1...20), Solving(60, 8, 30, .moves), Solving(60, 8, 30, .nash),
    Solving(60, 8, 30, .gmr), Solving(60, 8, 30, .smr),
    Solving(30, 5, 12, .seq), Solving(30, 5, 12, .sseq), Solving(60, 6, 8, .seq),
  ]

  static func main() throws {
    print("| operations | ours, s | BuDDy, s | ratio |\n|---|---|---|---|")
    var isWrong = false
    var ratios: [Double] = []
    for workload in workloads {
      if CommandLine.arguments.count > 1, !workload.name.contains(CommandLine.arguments[1]) { continue }
      fflush(nil)
      let (ours, theirs) = try measured(workload)
      fflush(nil)
      let ratio = ours.seconds / theirs.seconds
      ratios.append(ratio)
      print(
        "| \(workload.name) | \(text(ours.seconds)) | \(text(theirs.seconds)) | \(String(format: "%.2f", ratio)) |"
      )
      for (one, other) in zip(ours.answers, theirs.answers) where abs(one - other) > 1e-9 * max(one, other) {
        print("WRONG: \(one) in ours, \(other) in BuDDy")
        isWrong = true
      }
      if ours.answers.count != theirs.answers.count { isWrong = true }
    }
    let mean = exp(ratios.reduce(0) { $0 + log($1) } / Double(max(ratios.count, 1)))
    print("\nGeometric mean of the ratios: \(String(format: "%.2f", mean)); at most 1.5 is wanted of each.")
    if isWrong { exit(1) }
  }

  private typealias Measured = (seconds: Double, answers: [Double])

  /// The least processor time of several runs of each, in turns, each with a table of its own.
  private static func measured(_ workload: some Workload) throws -> (ours: Measured, theirs: Measured) {
    var (ours, theirs) = (Measured(.infinity, []), Measured(.infinity, []))
    let start = ContinuousClock.now
    var runs = 0
    while runs < 3 || runs < 50 && ContinuousClock.now - start < .seconds(2) {
      let (one, other) = (try run(workload, OurDiagrams.self), try run(workload, BuDDyDiagrams.self))
      ours = (min(ours.seconds, one.seconds), one.answers)
      theirs = (min(theirs.seconds, other.seconds), other.answers)
      runs += 1
    }
    return (ours, theirs)
  }

  /// One run, the making of the empty table aside: BuDDy takes all its room at the start.
  private static func run<Library: DiagramLibrary>(
    _ workload: some Workload, _: Library.Type
  ) throws -> Measured {
    let library = try Library(variableCount: workload.variableCount)
    let start = processorSeconds
    let answers = try workload.run(in: library)
    return (processorSeconds - start, answers)
  }

  private static var processorSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func text(_ seconds: Double) -> String { String(format: "%.4f", seconds) }
}

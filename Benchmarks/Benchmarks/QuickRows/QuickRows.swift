import Benchmark
import Cases
import Entente

/// The quick rows of the table under the benchmark library, whose command keeps
/// named baselines and compares two of them.
let benchmarks: @Sendable () -> Void = {
  for row in Row.all where row.isQuick {
    Benchmark(
      row.title,
      configuration: Benchmark.Configuration(
        metrics: [.wallClock, .cpuTotal, .peakMemoryResident], warmupIterations: 1, maxDuration: .seconds(5),
        maxIterations: 200)
    ) { benchmark, prepared in
      benchmark.startMeasurement()
      let solution = prepared.conflict.solve(prepared.request, control: .allCores)
      benchmark.stopMeasurement()
      if let fault = Counts(solution).difference(from: prepared.counts) ?? row.lawFault(solution) {
        benchmark.error(fault)
      }
    } setup: {
      Prepared(row)
    }
  }
}

/// What is made before the clock runs.
private struct Prepared {
  let conflict: Conflict
  let request: SolveRequest
  /// What every run has to find.
  let counts: Counts

  init(_ row: Row) {
    conflict = row.randomCase(seed: 1).conflict
    var request = SolveRequest(concepts: row.concepts)
    request.needsTables = true
    self.request = request
    counts = Counts(conflict.solve(request, control: .allCores))
  }
}

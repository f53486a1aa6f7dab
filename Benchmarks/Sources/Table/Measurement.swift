import Cases
import Entente
import Foundation

/// What was measured of one row.
struct Measurement: Codable {
  /// The row's name.
  var row: String
  var seed: UInt64
  /// Why the row was not measured.
  var skipped: String?
  var stateCount = 0
  var engine = ""
  /// The time of each run, in order.
  var seconds: [Double] = []
  /// The time of all cores in each run.
  var coreSeconds: [Double] = []
  /// The most memory that the process held up to the end of the first run.
  var peakBytes: UInt64 = 0
  /// What the program says beforehand that its tables will take.
  var estimatedBytes: UInt64?
  /// The time to copy all actors' ranks once.
  var copySeconds = 0.0
  /// The time of the reference engine.
  var referenceSeconds: Double?
  /// For each concept, the number of equilibria.
  var equilibria: [String: Int] = [:]
  /// What is wrong with the answer, or nil when it is right.
  var fault: String?

  /// The time that counts: the middle one.
  var medianSeconds: Double { seconds.median }
}

extension Measurement {
  /// Measures a row in this process.
  init(of row: Row, seed: UInt64) {
    self.init(row: row.name, seed: seed)
    let conflict = row.randomCase(seed: seed).conflict
    var request = SolveRequest(concepts: row.concepts)
    // These rows are about the engines that have an element for each state; `sets` is about the others.
    request.needsTables = true
    estimatedBytes = Self.estimate(conflict, request)
    if let estimatedBytes, let available = Memory.availableBytes,
      available < estimatedBytes + Memory.reserve
    {
      skipped = "it takes about \(Text.bytes(estimatedBytes)), and \(Text.bytes(available)) are free"
      return
    }
    var counts: Counts?
    do {
      let solution = time(conflict, request)
      stateCount = solution.states.count
      engine = solution.engine.rawValue
      let found = Counts(solution)
      counts = found
      for (concept, count) in found.concepts { equilibria[concept.rawValue] = count.equilibria }
      fault = faults(solution, of: row)
    }
    // From here on the solution's memory is free.
    copySeconds = CopyTime.seconds(
      bytesPerActor: stateCount * RandomCase.bytesPerRank, actorCount: row.space.actorCount)
    if let counts { fault = fault ?? row.countFault(counts, seed: seed) }
    if row.timesReference { referenceSeconds = Self.timeReference(conflict, request) }
  }

  /// Solves the case until the middle time is settled: for three seconds and at
  /// least three times; only once when it takes longer than ten seconds.
  private mutating func time(_ conflict: Conflict, _ request: SolveRequest) -> Solution {
    let start = ContinuousClock.now
    var solution = timeOnce(conflict, request)
    peakBytes = Memory.peakBytes
    while seconds[0] < 10, seconds.count < 99,
      seconds.count < 3 || ContinuousClock.now - start < .seconds(3)
    {
      // Two solutions are never held at a time.
      solution = nil
      solution = timeOnce(conflict, request)
    }
    return solution!
  }

  private mutating func timeOnce(_ conflict: Conflict, _ request: SolveRequest) -> Solution? {
    let (start, coreStart) = (ContinuousClock.now, Self.coreSecondsSoFar)
    let solution = conflict.solve(request, control: .allCores)
    seconds.append((ContinuousClock.now - start).inSeconds)
    coreSeconds.append(Self.coreSecondsSoFar - coreStart)
    return solution
  }

  /// The time that all threads of this process worked.
  private static var coreSecondsSoFar: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func timeReference(_ conflict: Conflict, _ request: SolveRequest) -> Double {
    var request = request
    request.engine = .reference
    return (0..<3).map { _ in
      let start = ContinuousClock.now
      _ = conflict.solve(request, control: .allCores)
      return (ContinuousClock.now - start).inSeconds
    }.median
  }

  /// What is wrong with the answer, as far as the solution itself tells.
  private func faults(_ solution: Solution, of row: Row) -> String? {
    if let limit = solution.limit { return "not finished: \(limit)" }
    if solution.states.count != row.space.stateCount { return "\(solution.states.count) feasible states" }
    if let fault = row.lawFault(solution) { return fault }
    for case .certificates(let count) in row.checks {
      if let fault = row.certificateFault(solution, times: count, seed: seed) { return fault }
    }
    return nil
  }

  /// What the engine says that it needs when it is given room for the list of
  /// feasible combinations only; nil where it lists them one by one.
  private static func estimate(_ conflict: Conflict, _ request: SolveRequest) -> UInt64? {
    guard conflict.options.count <= 32 else { return nil }
    var request = request
    request.memory = (1 << UInt64(conflict.options.count)) / 8
    if case .memoryNeeded(let bytes, _) = conflict.solve(request, control: .allCores).limit { return bytes }
    return nil
  }
}

extension Duration {
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) / 1e18
  }
}

extension [Double] {
  /// The middle one, or the mean of the two in the middle.
  var median: Double {
    let sorted = sorted()
    guard let last = sorted.indices.last else { return .nan }
    return (sorted[last / 2] + sorted[(last + 1) / 2]) / 2
  }
}

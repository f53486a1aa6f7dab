package import CaseFile
package import ConflictModel
import Notation
package import Stability

extension Worlds {
  /// Solves a case in every world.
  ///
  /// Small conflicts are solved several at a time, large ones one after the other
  /// with all threads on each. A world whose rules leave no state, or in which a
  /// ranking does not fit, is none; the grid says so and goes on.
  ///
  /// - Parameters:
  ///   - document: The case as it is written.
  ///   - given: Events that have one value in every world.
  ///   - profiles: Actors who have one reading in every world.
  ///   - dimensions: What varies, from `dimensions`.
  ///   - request: How to solve; its first concept is the one that counts.
  ///   - control: When to stop, and how to share work out.
  ///
  /// - Throws: ``/CaseFile/CaseError`` when there is no world at all.
  ///
  /// - Complexity: One solution for each combination of events and profiles.
  package init(
    _ document: CaseDocument, given: [String: Bool] = [:], profiles: [String: String] = [:],
    varying dimensions: [Worlds.Dimension], request: SolveRequest = SolveRequest(concepts: [.seq]),
    control: Control = Control()
  ) throws(CaseError) {
    let subject = try Case(
      document, given: given, profiles: profiles, limits: request.limits, control: control)
    let variesStatusQuo = dimensions.contains { $0.kind == .statusQuo }
    let settings = dimensions.filter { $0.kind != .statusQuo }
    let solver = WorldSolver(
      document: document, given: given, profiles: profiles, settings: settings, request: request,
      isSmall: subject.conflict.options.count <= 16)
    let results = solver.run(control)

    // Only when no world can be is there nothing to answer.
    var firstFault: SyntaxError?
    var anySolved = false
    var limit: Limit?
    for result in results {
      switch result {
      case .wrong(let fault): firstFault = firstFault ?? fault
      case .limit(let reached): limit = limit ?? reached
      case .solved: anySolved = true
      case nil: limit = limit ?? control.shouldStop() ?? .interrupted
      }
    }
    if !anySolved, limit == nil, let firstFault { throw .wrong(firstFault) }

    let completions = Set(results.flatMap { $0?.solution?.fates.keys.map { $0 } ?? [] }).sorted()
    let statusQuos = variesStatusQuo ? completions : []
    var conflicts: [Found] = []
    var worlds: [World] = []
    for (index, result) in results.enumerated() {
      let values = solver.values(of: index)
      var status: World.Status
      switch result {
      case .solved(let solution):
        status = .solved(conflicts.count)
        conflicts.append(solution.found)
      case .wrong(let fault): status = .impossible(.fault(fault.diagnostics.first))
      case .limit, nil: status = .notReached
      }
      let fates = result?.solution?.fates ?? [:]
      if statusQuos.count < 2 {
        let state = result?.solution?.statusQuo
        worlds.append(
          World(values: values, status: status, statusQuo: state, leaving: state.flatMap { fates[$0] } ?? []))
        continue
      }
      for (number, state) in statusQuos.enumerated() {
        var own = status
        if case .solved = status, fates[state] == nil {
          own = .impossible(.statusQuo)
        }
        worlds.append(
          World(values: values + [number], status: own, statusQuo: state, leaving: fates[state] ?? []))
      }
    }
    self.subject = subject
    self.concept = request.concepts[0]
    self.statusQuos = statusQuos.count < 2 ? [] : statusQuos
    self.dimensions =
      settings
      + (statusQuos.count < 2
        ? []
        : [Worlds.Dimension(.statusQuo, id: "status-quo", values: statusQuos.map { subject.pattern(of: $0) })])
    self.worlds = worlds
    self.conflicts = conflicts
    self.limit = limit
  }
}

/// Solves the conflict of every combination of events and profiles.
private struct WorldSolver: Sendable {
  let document: CaseDocument
  let given: [String: Bool]
  let profiles: [String: String]
  let settings: [Worlds.Dimension]
  let request: SolveRequest
  /// Whether several conflicts are solved at a time.
  let isSmall: Bool

  struct Solved: Sendable {
    var found: Worlds.Found
    var statusQuo: State?
    /// For each completion of the status quo, who would leave it.
    var fates: [State: [Int]]
  }

  enum Result: Sendable {
    case solved(Solved)
    case wrong(SyntaxError)
    case limit(Limit)

    var solution: Solved? { if case .solved(let solution) = self { solution } else { nil } }
  }

  private static let batchSize = 16

  func run(_ control: Control) -> [Result?] {
    let count = settings.reduce(1) { $0 * $1.values.count }
    let results = Slots<Result?>(count: count, filledWith: nil)
    var done = 0
    while done < count {
      let batch = done..<min(count, done + (isSmall ? Self.batchSize : 1))
      control.report(
        Control.Progress(phase: .solving, done: UInt64(done) * 1_000, total: UInt64(count) * 1_000))
      if isSmall {
        let quiet = Control(shouldStop: control.shouldStop)
        control.forEach(batch.count) { offset in
          results.base[batch.lowerBound + offset] = solve(batch.lowerBound + offset, quiet)
        }
      } else {
        results.base[done] = solve(done, control.part(done, of: count))
      }
      let isStopped = batch.contains { index in
        if case .limit = results.base[index] { true } else { false }
      }
      if isStopped || control.shouldStop() != nil { break }
      done = batch.upperBound
    }
    return results.all
  }

  /// For each setting the value in one combination, by index.
  func values(of index: Int) -> [Int] {
    var values = [Int](repeating: 0, count: settings.count)
    var rest = index
    for position in settings.indices.reversed() {
      values[position] = rest % settings[position].values.count
      rest /= settings[position].values.count
    }
    return values
  }

  private func solve(_ index: Int, _ control: Control) -> Result {
    var (given, profiles) = (given, profiles)
    for (setting, value) in zip(settings, values(of: index)) {
      switch setting.kind {
      case .event: given[setting.id] = value == 1
      case .profile: profiles[setting.id] = setting.values[value]
      case .statusQuo: break
      }
    }
    return solve(document, given, profiles, control) { withoutStatusQuo(given, profiles, $0, control) }
  }

  /// What becomes of a document with these values; `otherwise` says so where it is no case.
  private func solve(
    _ document: CaseDocument, _ given: [String: Bool], _ profiles: [String: String], _ control: Control,
    otherwise: (SyntaxError) -> Result
  ) -> Result {
    do {
      return try solve(
        Case(document, given: given, profiles: profiles, limits: request.limits, control: control), control)
    } catch {
      switch error {
      case .limit(let limit): return .limit(limit)
      case .wrong(let fault): return otherwise(fault)
      }
    }
  }

  /// A status quo that cannot be does not keep a world from being solved.
  private func withoutStatusQuo(
    _ given: [String: Bool], _ profiles: [String: String], _ fault: SyntaxError, _ control: Control
  ) -> Result {
    let codes: [Diagnostic.Code] = [.infeasibleStatusQuo, .ambiguousStatusQuo]
    guard fault.diagnostics.allSatisfy({ codes.contains($0.code) }) else { return .wrong(fault) }
    var document = document
    document.statusQuo = nil
    return solve(document, given, profiles, control) { .wrong($0) }
  }

  private func solve(_ subject: Case, _ control: Control) -> Result {
    let solution = subject.conflict.solve(request, control: control)
    if let limit = solution.limit { return .limit(limit) }
    let concept = request.concepts[0]
    let equilibria = solution.equilibria(concept)
    let count = equilibria.count
    let lasting = Array(equilibria.members.prefix(Worlds.listedStates + 1))
    var (always, never): (UInt64, UInt64) = (0, 0)
    for (option, taken) in solution.tally(equilibria).enumerated() where count > 0 {
      if taken == count { always |= 1 << UInt64(option) }
      if taken == 0 { never |= 1 << UInt64(option) }
    }
    let found = Worlds.Found(
      feasible: solution.states.count, equilibria: count,
      outcomes: subject.outcomes.map { equilibria.intersection(solution.states(where: $0.condition)).count },
      always: always, never: never,
      lasting: lasting.count <= Worlds.listedStates ? lasting : nil)
    var fates: [State: [Int]] = [:]
    for state in subject.statusQuo?.completions ?? [] {
      guard let position = solution.states.position(of: state) else { continue }
      fates[state] = subject.conflict.actors.indices.filter {
        !solution.isStable(concept, actor: $0, position: position)
      }
    }
    return .solved(Solved(found: found, statusQuo: subject.statusQuo?.state, fates: fates))
  }
}

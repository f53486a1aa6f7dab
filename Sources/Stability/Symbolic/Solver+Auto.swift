internal import ConflictModel
internal import DecisionDiagrams

// Which engine takes many states on where nobody asked for one: by counted work, so that two runs take the same.
extension Solver {
  /// Up to so many options nothing is gained by sets.
  static let listedOptionCount = 16
  /// The same where only the definitions would do besides.
  static let referenceOptionCount = 12
  /// Up to so many states nothing is gained by sets.
  private static let listedStateCount = 1 << 16
  /// The same where only the definitions would do besides.
  private static let referenceStateCount = 1 << 12

  /// Decides a conflict of many options: by diagrams, unless it has few states after all or takes them too many
  /// steps; nil where another engine does it.
  func automatic(_ choice: inout EngineChoice) -> SolveOutcome? {
    guard let states = feasibleStates() else { return nil }
    if states.count <= Self.listedStateCount {
      if choice.engine == .reference { return listedAfterwards(choice) }
      // A search for so few among so many combinations might not end.
      return choice.engine == .sparse ? sparse(listing: states, choice.note) : nil
    }
    let isSimAsked =
      concepts.contains(.sim) && UInt64(states.count) <= min(request.simLimit, request.limits.states)
    if isSimAsked { return nil }
    guard let time = otherTime(choice, stateCount: UInt64(states.count)) else { return symbolic(nil) }
    let outcome = symbolic(nil, on: EngineTrial(against: time))
    if outcome == nil { choice.note = choice.note ?? .manySteps }
    return outcome
  }

  /// Decides by diagrams, and lists the states afterwards, a conflict of many states that only the reference engine
  /// takes besides; nil where it has few, or takes diagrams too many steps.
  func listedAfterwards(_ choice: EngineChoice) -> SolveOutcome? {
    guard choice.engine == .reference, let states = feasibleStates() else { return nil }
    let most = min(request.limits.states, request.stateLimit)
    if states.count <= Self.referenceStateCount || UInt64(states.count) > most { return nil }
    guard let time = otherTime(choice, stateCount: UInt64(states.count)) else { return nil }
    let outcome = symbolic(nil, on: EngineTrial(against: time), listingUpTo: most)
    // What is left undone is for the other engine to tell of.
    return outcome?.limit == nil ? outcome : nil
  }

  /// The feasible states as a set; nil where that is not to be had at once.
  func feasibleStates() -> FrozenDiagram? {
    let brake = Brake(control, mostSteps: 1 << 20)
    do throws(DiagramHalt) {
      return try SymbolicConflict.states(
        conflict, memoryLimit: Int(clamping: request.memory)
      ) { brake.isPulled() }
    } catch { return nil }
  }

  /// How many steps of diagrams take as long as the best of the other engines; nil where none of them can do it.
  private func otherTime(_ choice: EngineChoice, stateCount: UInt64) -> UInt64? {
    let time = TimeEstimate(conflict, concepts)
    if choice.engine == .reference {
      let isListed = stateCount <= min(request.limits.states, request.stateLimit)
      return isListed ? time.reference(stateCount: stateCount) : nil
    }
    // Positions are numbers of 32 bits.
    if stateCount >= 1 << 31 { return nil }
    let memory = MemoryEstimate(conflict, concepts)
    let isDense = choice.engine == nil && memory.dense <= request.memory
    let isListed = memory.sparse(stateCount: stateCount) <= request.memory
    let times = [isDense ? time.dense : nil, isListed ? time.sparse(stateCount: stateCount) : nil]
    return times.compactMap { $0 }.min()
  }

  private func sparse(listing states: FrozenDiagram, _ note: EngineNote?) -> SolveOutcome? {
    var outcome = SolveOutcome(engine: .sparse, note: note)
    outcome.states = FeasibleStates(states.map { State($0) })
    if UInt64(states.count) > request.stateLimit
      || MemoryEstimate(conflict, concepts).sparse(stateCount: UInt64(states.count)) > request.memory
    {
      return nil
    }
    return sparse(outcome)
  }
}

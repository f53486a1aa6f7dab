internal import ConflictModel
internal import DecisionDiagrams

// Which engine takes many states on where nobody asked for one: by counted work, so that two runs take the same.
extension Solver {
  /// Up to so many options nothing is gained by sets.
  static let listedOptionCount = 16
  /// Up to so many states nothing is gained by sets.
  private static let listedStateCount = 1 << 16

  /// Decides a conflict of many options: by diagrams, unless it has few states after all or takes them too many
  /// steps; nil where another engine does it.
  func automatic(_ choice: inout EngineChoice) -> SolveOutcome? {
    guard let states = feasibleStates() else { return nil }
    if states.count <= Self.listedStateCount {
      // A search for so few among so many combinations might not end.
      return choice.engine == .sparse ? sparse(listing: states, choice.note) : nil
    }
    let isSimAsked =
      concepts.contains(.sim) && UInt64(states.count) <= min(request.simLimit, request.limits.states)
    if isSimAsked { return nil }
    guard let work = otherWork(choice, stateCount: UInt64(states.count)) else { return symbolic(nil) }
    let outcome = symbolic(nil, mostSteps: work)
    if outcome == nil { choice.note = choice.note ?? .manySteps }
    return outcome
  }

  /// Decides by diagrams, and lists the states afterwards, a conflict of many states that only the reference engine
  /// takes besides; nil where it has few, or takes diagrams too many steps.
  func listedAfterwards(_ choice: EngineChoice) -> SolveOutcome? {
    guard choice.engine == .reference, let states = feasibleStates() else { return nil }
    let most = min(request.limits.states, request.stateLimit)
    if states.count <= Self.listedStateCount || UInt64(states.count) > most { return nil }
    guard let work = otherWork(choice, stateCount: UInt64(states.count)) else { return nil }
    let outcome = symbolic(nil, mostSteps: work, listingUpTo: most)
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

  /// How many steps take diagrams about half as long as the best of the other engines takes; nil where none of
  /// them can do it.
  private func otherWork(_ choice: EngineChoice, stateCount: UInt64) -> UInt64? {
    let actors = UInt64(max(conflict.actors.count, 1))
    var work: UInt64?
    func offer(_ steps: UInt64) { work = min(work ?? .max, max(steps, Self.leastSteps)) }
    if choice.engine == .reference {
      if stateCount <= min(request.limits.states, request.stateLimit) {
        offer(stateCount * actors * Self.stepsPerState.reference)
      }
      return work
    }
    // Positions are numbers of 32 bits.
    if stateCount >= 1 << 31 { return nil }
    let memory = MemoryEstimate(conflict, concepts)
    if choice.engine == nil, memory.dense <= request.memory {
      offer((1 << UInt64(conflict.options.count)) * actors * Self.stepsPerState.dense / 2)
    }
    if memory.sparse(stateCount: stateCount) <= request.memory {
      offer(stateCount * actors * Self.stepsPerState.sparse)
    }
    return work
  }

  /// Steps of diagrams in half the time that engines take for a state and an actor; of the dense engine in all
  /// of it.
  private static let stepsPerState = (reference: UInt64(60), dense: UInt64(1), sparse: UInt64(4))
  /// So many steps are done in no time.
  private static let leastSteps: UInt64 = 1 << 18

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

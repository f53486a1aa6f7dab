public import ConflictModel
internal import DecisionDiagrams
internal import StateSets

extension Conflict {
  /// Decides, for every feasible state and every actor, whether the actor is
  /// stable there under each of the requested concepts.
  ///
  /// Never fails. When a limit is reached or `control` says stop, the solution
  /// holds what was done until then: the states listed so far, and those
  /// concepts that were decided everywhere. With no concepts, moves and
  /// preferences are worked out, which is all that certificates need.
  ///
  /// - Complexity: For *f* feasible states, *n* actors, *m* moves and *c*
  ///   combinations of options: the dense engine takes O(*c* · *n*) time for each
  ///   round of answers and a few bytes for each combination and actor; the sparse
  ///   engine the same of *f*; the symbolic engine goes by the nodes of the diagrams,
  ///   which no figure tells beforehand; the reference engine O(*m* log *f* + *f* · *n*)
  ///   time and O(*f* · *n*) memory. `sim` takes time in proportion to the joint
  ///   answers, which are as many as the product of the others' improvements.
  public func solve(_ request: SolveRequest = SolveRequest(), control: Control = Control()) -> Solution {
    let asked = Concept.allCases.filter { request.concepts.contains($0) }
    let solver = Solver(
      conflict: self, request: request, concepts: asked.filter { $0.isDefined(in: form) }, control: control)
    return Solution(
      solver.run(), conflict: self, notDefined: asked.filter { !$0.isDefined(in: form) },
      asked: solver.concepts)
  }
}

/// One solution on its way: chooses the engine and hands the work to it.
struct Solver {
  let conflict: Conflict
  let request: SolveRequest
  /// The concepts to decide, all of them defined.
  let concepts: [Concept]
  let control: Control

  func run() -> SolveOutcome {
    var choice = EngineChoice(conflict, request)
    let leastOptions = choice.engine == .reference ? Self.referenceOptionCount : Self.listedOptionCount
    if request.engine == nil, conflict.form == .options, conflict.options.count > leastOptions,
      let outcome = request.needsTables ? listedAfterwards(choice) : automatic(&choice)
    {
      return outcome
    }
    switch choice.engine {
    case .reference: return reference(choice.note)
    case nil: return fast(choice.note)
    case .dense, .sparse: return listed(choice.note)
    case .symbolic:
      guard let outcome = symbolic(choice.note) else { preconditionFailure("nothing was said of steps") }
      return outcome
    }
  }

  // MARK: Reference

  private func reference(_ note: EngineNote?) -> SolveOutcome {
    var outcome = SolveOutcome(engine: .reference, note: note)
    var limits = request.limits
    limits.states = min(limits.states, request.stateLimit)
    let listing = conflict.feasibleStates(limits: limits, control: control)
    outcome.states = listing.states
    if let limit = listing.limit {
      outcome.limit = limit
      outcome.hasAllStates = false
      return outcome
    }
    var pace = Pace(control)
    guard let tables = Tables(conflict, states: outcome.states, pace: &pace) else {
      outcome.limit = pace.limit
      return outcome
    }
    outcome.tables = tables
    decide(concepts, by: tables, slotCount: outcome.states.count, &outcome)
    return outcome
  }

  /// Decides the concepts by the definitions.
  private func decide(_ concepts: [Concept], by tables: Tables, slotCount: Int, _ outcome: inout SolveOutcome)
  {
    var left = concepts
    if left.contains(.sim), UInt64(outcome.states.count) > request.simLimit {
      outcome.passedOver = [.sim]
      left.removeAll { $0 == .sim }
    }
    var engine = ReferenceEngine(
      tables: tables, stateCount: slotCount, conceptCount: left.count, pace: Pace(control))
    for concept in left {
      guard let stable = engine.stablePositions(concept) else { break }
      outcome.verdicts[concept] = stable
    }
    outcome.limit = engine.pace.limit
  }

  /// `sim` after a fast engine, when it was asked for.
  func decideSim(slotCount: Int, _ outcome: inout SolveOutcome) {
    guard concepts.contains(.sim), outcome.limit == nil, let tables = outcome.tables else { return }
    if UInt64(outcome.states.count) > request.simLimit {
      outcome.passedOver = [.sim]
    } else if UInt64(outcome.states.count) > request.limits.states {
      outcome.limit = .states(request.limits.states)
    } else {
      decide([.sim], by: tables, slotCount: slotCount, &outcome)
    }
  }

  // MARK: The fast engines

  /// Finds the feasible combinations, 64 at a time, and takes the engine that
  /// suits their number and the memory, unless one was asked for.
  private func fast(_ note: EngineNote?) -> SolveOutcome {
    var outcome = SolveOutcome(engine: request.engine ?? .dense, note: note)
    if let few = searched(note) { return few }
    let memory = MemoryEstimate(conflict, concepts)
    if memory.combinations > request.memory {
      return tooLarge(outcome, bytes: memory.combinations)
    }
    let blocks = StateBlocks(cubeOf: conflict.options.count)
    control.report(Control.Progress(phase: .listingStates, done: 0))
    guard var feasible = blocks.slots(where: conflict.readyRules, Workers(control)) else {
      return stopped(outcome)
    }
    // With few options the cube has slots that stand for no combination.
    if conflict.options.count < 6 {
      let combinations: UInt64 = 1 << UInt64(1 << conflict.options.count)
      feasible.formIntersection(StateSet(words: [combinations - 1], over: 64))
    }
    let count = feasible.count
    if UInt64(count) > request.stateLimit {
      outcome.states = FeasibleStates(feasible.prefix(Int(request.stateLimit)).map { State(UInt64($0)) })
      outcome.hasAllStates = false
      outcome.limit = .states(request.stateLimit)
      return outcome
    }
    let (asDense, asList) = (memory.dense, memory.sparse(stateCount: UInt64(count)))
    let engine =
      request.engine
      ?? (EngineChoice.prefersSparse(slotCount: blocks.slotCount, stateCount: count)
        || (asDense > request.memory && asList < asDense) ? .sparse : .dense)
    outcome.engine = engine
    outcome.states = FeasibleStates(combinations: feasible.words)
    let needed = engine == .dense ? asDense : asList
    if needed > request.memory {
      return tooLarge(outcome, bytes: request.engine == nil ? min(asDense, asList) : needed)
    }
    if engine == .sparse {
      outcome.states = FeasibleStates(feasible.map { State(UInt64($0)) })
      return sparse(outcome)
    }
    return dense(outcome, feasible, blocks)
  }

  /// Lists the states by a short search, since rules that leave few of many
  /// combinations leave a search little to do; nil where that would not be better
  /// than looking at every combination.
  private func searched(_ note: EngineNote?) -> SolveOutcome? {
    let optionCount = conflict.options.count
    guard request.engine != .dense, optionCount >= EngineChoice.searchedOptionCount,
      !conflict.readyRules.isEmpty
    else { return nil }
    let combinations: UInt64 = 1 << UInt64(optionCount)
    // A step takes some hundred times as long as a combination in its word of 64.
    let limits = EnumerationLimits(
      states: min(request.stateLimit, combinations / 64 - 1), searchNodes: combinations >> 10)
    var quiet = control
    quiet.report = { _ in }
    let listing = conflict.feasibleStates(limits: limits, control: quiet)
    var outcome = SolveOutcome(engine: .sparse, note: note)
    switch listing.limit {
    case .states, .searchNodes: return nil
    case nil:
      outcome.states = listing.states
      let needed = MemoryEstimate(conflict, concepts).sparse(stateCount: UInt64(listing.states.count))
      return needed > request.memory ? tooLarge(outcome, bytes: needed) : sparse(outcome)
    case let limit:
      outcome.states = listing.states
      outcome.hasAllStates = false
      outcome.limit = limit
      return outcome
    }
  }

  private func tooLarge(_ outcome: SolveOutcome, bytes: UInt64) -> SolveOutcome {
    var outcome = outcome
    outcome.limit = .memoryNeeded(bytes: bytes, allowed: request.memory)
    outcome.hasAllStates = !outcome.states.isEmpty
    return outcome
  }

  private func dense(_ outcome: SolveOutcome, _ feasible: StateSet, _ blocks: StateBlocks) -> SolveOutcome {
    var outcome = outcome
    var steps = Steps(control, total: stepCount, stateCount: outcome.states.count)
    guard
      let engine = DenseEngine(
        conflict, states: feasible, blocks: blocks, control: control, steps: &steps)
    else { return stopped(outcome) }
    outcome.tables = engine.tables
    guard engine.decide(concepts.filter { $0 != .sim }, into: &outcome.verdicts, steps: &steps) else {
      return stopped(outcome)
    }
    decideSim(slotCount: blocks.slotCount, &outcome)
    return outcome
  }

  /// Lists the states of a conflict with too many options to look at every
  /// combination, then decides.
  private func listed(_ note: EngineNote?) -> SolveOutcome {
    var outcome = SolveOutcome(engine: .sparse, note: note)
    let memory = MemoryEstimate(conflict, concepts)
    if conflict.readyRules.isEmpty {
      // Every combination is feasible, so there is no need to count.
      let count: UInt64 = 1 << UInt64(conflict.options.count)
      outcome.hasAllStates = false
      if count > request.stateLimit {
        outcome.limit = .states(request.stateLimit)
        return outcome
      }
      if memory.sparse(stateCount: count) > request.memory {
        return tooLarge(outcome, bytes: min(memory.dense, memory.sparse(stateCount: count)))
      }
    }
    // Far too many are known to be so without a list.
    if let states = feasibleStates() {
      let needed = memory.sparse(stateCount: UInt64(states.count))
      if needed > request.memory, UInt64(states.count) <= request.stateLimit {
        outcome.hasAllStates = false
        return tooLarge(outcome, bytes: needed)
      }
    }
    let room = memory.sparseStates(in: request.memory)
    var limits = request.limits
    limits.states = min(request.stateLimit, room)
    limits.stepsPerState = 64
    let listing = conflict.feasibleStates(limits: limits, control: control)
    outcome.states = listing.states
    guard let limit = listing.limit else {
      let needed = memory.sparse(stateCount: UInt64(listing.states.count))
      return needed > request.memory ? tooLarge(outcome, bytes: needed) : sparse(outcome)
    }
    outcome.hasAllStates = false
    outcome.limit = limit
    if case .states = limit, room <= request.stateLimit {
      outcome.limit = .memoryNeeded(bytes: memory.sparse(stateCount: room &+ 1), allowed: request.memory)
    }
    return outcome
  }

  func sparse(_ outcome: SolveOutcome) -> SolveOutcome {
    var outcome = outcome
    var pace = Pace(control)
    var steps = Steps(control, total: stepCount, stateCount: outcome.states.count)
    guard
      let engine = SparseEngine(
        conflict, states: outcome.states, mustRise: concepts.contains(where: { $0.needsCredibleAnswers }),
        control: control, pace: &pace, steps: &steps)
    else { return stopped(outcome) }
    outcome.tables = engine.tables
    guard engine.decide(concepts.filter { $0 != .sim }, into: &outcome.verdicts, steps: &steps) else {
      return stopped(outcome)
    }
    decideSim(slotCount: outcome.states.count, &outcome)
    return outcome
  }

  private func stopped(_ outcome: SolveOutcome) -> SolveOutcome {
    var outcome = outcome
    outcome.limit = control.shouldStop() ?? .interrupted
    if outcome.states.isEmpty { outcome.hasAllStates = false }
    return outcome
  }

  /// How many steps the fast engines count.
  private var stepCount: Int {
    let actors = conflict.actors.count
    let movers = conflict.actors.indices.count { conflict.optionMask(of: $0) != 0 }
    return actors + movers * (1 + concepts.count { $0.isSequential })
  }
}

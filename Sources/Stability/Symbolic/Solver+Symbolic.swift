internal import ConflictModel
internal import DecisionDiagrams
internal import StateSets

extension Solver {
  /// Decides by sets of states as diagrams; nil where that takes more steps than it may and nothing is lost by
  /// another engine.
  ///
  /// - Parameters:
  ///   - note: Why this engine, where another was to be expected.
  ///   - trial: As long as it looks quicker than another engine; nil where there is no other.
  ///   - most: Up to so many states are listed afterwards.
  func symbolic(
    _ note: EngineNote?, on trial: EngineTrial? = nil, listingUpTo most: UInt64? = nil
  ) -> SolveOutcome? {
    var outcome = SolveOutcome(engine: .symbolic, note: note)
    outcome.hasAllStates = false
    let brake = Brake(control)
    trial?.beginning(brake)
    var sets = SymbolicSets()
    do throws(DiagramHalt) {
      control.report(Control.Progress(phase: .preparing, done: 0))
      let symbolic = try SymbolicConflict.ready(
        conflict, memoryLimit: Int(clamping: request.memory)
      ) { brake.isPulled() }
      var engine = SymbolicEngine(symbolic)
      do throws(DiagramHalt) {
        try decide(by: &engine, &sets, brake, on: trial)
      } catch { outcome.limit = limit(error, brake) }
      if brake.isOut { return nil }
      take(sets, from: engine, to: &outcome)
      finish(&outcome, listingUpTo: most ?? request.listedStates)
    } catch {
      if brake.isOut { return nil }
      outcome.limit = limit(error, brake)
    }
    return outcome
  }

  /// The sets that are found one after the other: of those done nothing is lost at a limit.
  private struct SymbolicSets {
    var stable: [(concept: Concept, sets: [Diagram])] = []
    var stuck: Diagram?
  }

  /// What is quick first; under `seq`, which takes longest, last.
  private static let quickestFirst: [Concept] = [.nash, .gmr, .smr, .sseq, .seq]

  private func decide(
    by engine: inout SymbolicEngine, _ sets: inout SymbolicSets, _ brake: Brake, on trial: EngineTrial?
  ) throws(DiagramHalt) {
    let asked = Self.quickestFirst.filter { concepts.contains($0) }
    let actors = conflict.actors.indices
    let (total, slow) = (asked.count, asked.count { $0.needsCredibleAnswers })
    var trial = trial
    trial?.prepared(brake)
    sets.stuck = try engine.stuck()
    for (place, concept) in asked.enumerated() {
      let slowPlace = place - (total - slow)
      if slowPlace == 0 { trial?.beginningCredible(brake) }
      var stable: [Diagram] = []
      for actor in actors {
        control.report(
          Control.Progress(
            phase: .solving, done: UInt64(place * actors.count + actor),
            total: UInt64(max(1, total * actors.count))))
        engine.keep(stable + sets.stable.flatMap { $0.sets } + [sets.stuck ?? .nothing])
        stable.append(try engine.stable(actor, concept))
        if let trial, slowPlace >= 0,
          !trial.goesOn(after: slowPlace * actors.count + actor + 1, of: slow * actors.count, brake)
        {
          brake.pull()
          throw .stopped
        }
      }
      sets.stable.append((concept, stable))
    }
  }

  /// Takes what was decided out of the table, in one order of the variables.
  private func take(
    _ sets: SymbolicSets, from engine: borrowing SymbolicEngine, to outcome: inout SolveOutcome
  ) {
    func frozen(_ set: Diagram) -> FrozenDiagram? {
      engine.symbolic.table.frozen(set, over: conflict.options.count)
    }
    guard let states = frozen(engine.symbolic.states) else {
      outcome.limit = .states(UInt64(Int.max))
      return
    }
    if UInt64(states.count) > request.stateLimit {
      outcome.states = FeasibleStates(states.prefix(Int(clamping: request.stateLimit)).map { State($0) })
      outcome.limit = .states(request.stateLimit)
      return
    }
    outcome.states = FeasibleStates(states)
    outcome.hasAllStates = true
    outcome.stuck = sets.stuck.flatMap { frozen($0) }
    for (concept, sets) in sets.stable {
      outcome.diagrams[concept] = sets.compactMap { frozen($0) }
    }
  }

  /// Few states are listed, so that there is nothing that another engine has and this has not; of many, `sim` is
  /// passed over, which goes by single states.
  private func finish(_ outcome: inout SolveOutcome, listingUpTo most: UInt64) {
    guard let states = outcome.states.diagram else { return }
    if UInt64(states.count) > most {
      if concepts.contains(.sim) {
        // As other engines say it of so many states; no limit that could be raised keeps it from more than any list has.
        if UInt64(states.count) > min(request.simLimit, SolveRequest.mostListable) {
          outcome.passedOver = [.sim]
        } else {
          outcome.limit = outcome.limit ?? .states(request.limits.states)
        }
      }
      return
    }
    let codes = Array(states)
    var pace = Pace(control)
    outcome.states = FeasibleStates(codes.map { State($0) })
    for (concept, sets) in outcome.diagrams {
      outcome.verdicts[concept] = sets.map { set in
        var bits = StateSet(over: codes.count)
        for (position, code) in codes.enumerated() where set.contains(code) { bits.insert(position) }
        return bits
      }
    }
    (outcome.diagrams, outcome.stuck) = ([:], nil)
    outcome.tables = Tables(conflict, states: outcome.states, pace: &pace)
    outcome.limit = outcome.limit ?? pace.limit
    decideSim(slotCount: codes.count, &outcome)
  }

  private func limit(_ halt: DiagramHalt, _ brake: Brake) -> Limit {
    switch halt {
    case .memory: .memory(bytes: request.memory)
    case .stopped: brake.limit ?? .interrupted
    }
  }
}

/// Stops a table when whoever asked says so, or when it has taken as many steps as it may.
final class Brake {
  private let control: Control
  /// How many steps there were, to within so many as lie between two questions.
  private(set) var used: UInt64 = 0
  private var most: UInt64
  /// Whether the steps are used up.
  private(set) var isOut = false
  /// What whoever asked said.
  private(set) var limit: Limit?

  init(_ control: Control, mostSteps: UInt64 = .max) {
    self.control = control
    most = mostSteps
  }

  /// Lets the table take so many steps in all.
  func allow(_ steps: UInt64) { most = steps }

  /// Ends the work, as if the steps were used up.
  func pull() { isOut = true }

  func isPulled() -> Bool {
    limit = control.shouldStop()
    used += UInt64(DiagramTable.stepsBetweenQuestions)
    if used > most { isOut = true }
    return limit != nil || isOut
  }
}

package import ConflictModel
internal import DecisionDiagrams

/// Decides single questions about one conflict under one set of wishes after the other, where there are more states
/// than can be listed: whether somebody stays in a state, and whether anything lasts where a condition holds.
///
///     var inquiry = try SetInquiry.ready(conflict, memory: 1 << 30)
///     let calm = try inquiry.number(of: .indifferent, of: 1)     // were the second actor indifferent
///     try inquiry.isEquilibrium(.seq, state, under: [0, calm])
///     try inquiry.equilibrium(.seq, where: deal, under: [0, calm])
///
/// Wishes have numbers, for each actor from 0 for those of the conflict; wishes that come to the same bits of rank
/// have one number. States and moves stay as they are.
package struct SetInquiry: ~Copyable {
  var engine: SymbolicEngine
  /// For each actor, its wishes by number, as bits of rank.
  private var wishes: [[[Diagram]]]
  /// For each actor, the numbers of its wishes.
  private var numbers: [[[Diagram]: Int]]
  /// For each actor, its improvements by the number of its wishes.
  private var improvements: [[Int: Diagram]]
  /// Where an actor leaves whatever the others want, by the number of its wishes.
  private var ownUnstable: [OwnKey: Diagram] = [:]
  /// The wishes under which the engine decides now.
  private var current: [Int]
  /// For each state asked about, who left it last, and where to: tried first, since variants differ little.
  private var departures: [State: (actor: Int, target: State)] = [:]
  private let memory: UInt64
  private let control: Control
  private let leash: Leash

  /// So many bytes are no longer little.
  private static let muchMemory: UInt64 = 1 << 28

  private struct OwnKey: Hashable {
    var actor: Int
    var number: Int
    var concept: Concept
  }

  /// Ends what may be left undone after some work, the same in every run.
  private final class Leash {
    /// So many more questions whether to go on are answered with yes; nil for any number.
    var length: Int?

    func isOut() -> Bool {
      guard let length else { return false }
      self.length = length - 1
      return length <= 0
    }
  }

  private init(
    _ symbolic: consuming SymbolicConflict, memory: UInt64, _ control: Control, _ leash: Leash
  ) {
    self.leash = leash
    wishes = symbolic.bits.map { [$0] }
    numbers = symbolic.bits.map { [$0: 0] }
    improvements = symbolic.bits.map { _ in [:] }
    current = symbolic.bits.map { _ in 0 }
    self.memory = memory
    self.control = control
    engine = SymbolicEngine(symbolic)
  }

  /// A conflict in option form made ready.
  ///
  /// - Parameters:
  ///   - conflict: The conflict.
  ///   - states: Its states, or those of one much like it, as the engine holds them that found them: in that order
  ///     of the options sets take little room.
  ///   - memory: The most bytes that the sets may take.
  ///   - control: When to stop.
  package static func ready(
    _ conflict: Conflict, like states: FeasibleStates? = nil, memory: UInt64, control: Control = Control()
  ) throws(StateGraph.Stopped) -> SetInquiry {
    let leash = Leash()
    do throws(DiagramHalt) {
      let ready = try SymbolicConflict.ready(
        conflict, order: states?.diagram?.order, memoryLimit: Int(clamping: memory)
      ) { leash.isOut() || control.shouldStop() != nil }
      return SetInquiry(ready, memory: memory, control, leash)
    } catch { throw StateGraph.Stopped(error, memory: memory, control) }
  }

  private func stopped(_ halt: DiagramHalt) -> StateGraph.Stopped {
    StateGraph.Stopped(halt, memory: memory, control)
  }
}

// MARK: Wishes

extension SetInquiry {
  /// The number of some wishes of an actor.
  package mutating func number(of preference: Preference, of actor: Int) throws(StateGraph.Stopped) -> Int {
    do throws(DiagramHalt) {
      let bits = try RankBits.sets(of: preference, &engine.symbolic)
      if let known = numbers[actor][bits] { return known }
      engine.symbolic.admit(preference, of: actor)
      numbers[actor][bits] = wishes[actor].count
      wishes[actor].append(bits)
      return wishes[actor].count - 1
    } catch { throw stopped(error) }
  }

  /// So many questions are asked while two orders are compared: some milliseconds.
  private static let leashLength = 32

  /// Whether two numbers of an actor's stand for the same order of the states; nil where that takes too much work.
  package mutating func isSame(
    _ number: Int, as other: Int, of actor: Int
  ) throws(StateGraph.Stopped) -> Bool? {
    if number == other { return true }
    leash.length = Self.leashLength
    defer { leash.length = nil }
    do throws(DiagramHalt) {
      let one = try order(wishes[actor][number])
      let two = try order(wishes[actor][other])
      return one == two
    } catch {
      if error == .stopped, control.shouldStop() == nil { return nil }
      throw stopped(error)
    }
  }

  /// The pairs of states of which the second is the better.
  private mutating func order(_ bits: [Diagram]) throws(DiagramHalt) -> Diagram {
    let ahead = try engine.symbolic.leadingAnywhere()
    var ends: [Diagram] = []
    for bit in bits { ends.append(try engine.symbolic.table.applying(ahead, to: bit)) }
    let better = try engine.symbolic.above(ends, bits)
    let states = engine.symbolic.states
    let both = try engine.symbolic.table.intersection(
      states, engine.symbolic.table.applying(ahead, to: states))
    return try engine.symbolic.table.intersection(better, both)
  }

  /// Has the engine decide under these wishes.
  private mutating func take(_ numbers: [Int]) throws(DiagramHalt) {
    for (actor, number) in numbers.enumerated() where current[actor] != number {
      engine.change(actor, to: wishes[actor][number], improvements: improvements[actor][number])
      current[actor] = number
    }
    makeRoom()
    engine.keep(
      wishes.flatMap { $0.flatMap { $0 } } + improvements.flatMap { $0.values } + ownUnstable.values)
  }

  /// Keeps what the engine worked out about the wishes that it decides under.
  private mutating func note() {
    for (actor, number) in current.enumerated() {
      improvements[actor][number] = engine.knownImprovements(of: actor)
    }
  }

  /// Forgets what can be worked out again, where it takes much of the memory.
  private mutating func makeRoom() {
    if UInt64(engine.symbolic.table.byteCount) < min(memory / 4, Self.muchMemory) { return }
    for actor in improvements.indices { improvements[actor] = improvements[actor].filter { $0.key == 0 } }
    ownUnstable = ownUnstable.filter { $0.key.number == 0 }
  }
}

// MARK: Verdicts

extension SetInquiry {
  /// Whether the state is one.
  package func isFeasible(_ state: State) -> Bool {
    engine.symbolic.table.contains(state.code, in: engine.symbolic.states)
  }

  /// Whether there is no state at all.
  package var isEmpty: Bool { engine.symbolic.states.isEmpty }

  /// Whether a state is one in which every actor is stable under these wishes; false where it is no state.
  ///
  /// - Parameter concept: Any but `sim`.
  package mutating func isEquilibrium(
    _ concept: Concept, _ state: State, under numbers: [Int]
  ) throws(StateGraph.Stopped) -> Bool {
    if !isFeasible(state) { return false }
    return try leaving(concept, from: state, under: numbers) == nil
  }

  /// An actor that is not stable in a state under these wishes; nil where every one is.
  package mutating func leaving(
    _ concept: Concept, from state: State, under numbers: [Int]
  ) throws(StateGraph.Stopped) -> Int? {
    do throws(DiagramHalt) {
      try take(numbers)
      return try leaving(concept, from: state)
    } catch { throw stopped(error) }
  }

  /// Whether one actor is stable in a state.
  package mutating func isStable(
    _ concept: Concept, actor: Int, in state: State, under numbers: [Int]
  ) throws(StateGraph.Stopped) -> Bool {
    do throws(DiagramHalt) {
      try take(numbers)
      defer { note() }
      return try engine.escape(of: actor, from: state, concept, tryingFirst: nil) == nil
    } catch { throw stopped(error) }
  }

  /// Whether the others would spoil an improvement of an actor's from a state.
  package mutating func isSpoiled(
    _ improvement: State, of actor: Int, from state: State, _ concept: Concept, under numbers: [Int]
  ) throws(StateGraph.Stopped) -> Bool {
    do throws(DiagramHalt) {
      try take(numbers)
      defer { note() }
      let one = try engine.symbolic.cube(improvement, engine.symbolic.takenVariables)
      return try engine.unspoiled(one, of: actor, from: state, concept).isEmpty
    } catch { throw stopped(error) }
  }

  /// Where the moves of an actor from a state lead that come to a condition and change as little as they can: none of
  /// the others changes only some of the same options. Of many the nearest.
  package mutating func barestTargets(
    of actor: Int, from state: State, where condition: Condition, atMost most: Int
  ) throws(StateGraph.Stopped) -> [State] {
    do throws(DiagramHalt) {
      let goal = try engine.symbolic.set(engine.symbolic.conflict.predicate(condition))
      let targets = try engine.symbolic.targets(of: actor, from: state, engine.symbolic.moves[actor])
      var left = try engine.symbolic.table.intersection(targets, goal)
      var found: [State] = []
      // Whatever is nearest changes as little as it can, and nothing that changes the same and more does.
      while found.count < most,
        let nearest = engine.symbolic.table.frozen(left, over: engine.symbolic.optionCount)?
          .members(nearest: state.code, atMost: 1).first
      {
        found.append(State(nearest))
        let changed = engine.symbolic.takenVariables.filter { (nearest ^ state.code) >> UInt64($0) & 1 != 0 }
        let more = try engine.symbolic.cube(State(nearest), changed)
        left = try engine.symbolic.table.subtracting(left, more)
      }
      engine.symbolic.tidy(keeping: engine.held)
      return found
    } catch { throw stopped(error) }
  }

  private mutating func leaving(_ concept: Concept, from state: State) throws(DiagramHalt) -> Int? {
    defer { note() }
    let last = departures[state]
    let actors = current.indices.filter { $0 != last?.actor }
    for actor in (last.map { [$0.actor] } ?? []) + actors {
      let known = actor == last?.actor ? last?.target : nil
      guard let target = try engine.escape(of: actor, from: state, concept, tryingFirst: known) else {
        continue
      }
      departures[state] = (actor, target)
      return actor
    }
    return nil
  }

  /// An equilibrium under these wishes among the states where a condition holds; nil where there is none.
  ///
  /// A state that might be one is asked about by itself; where somebody leaves it, all are taken away at once that
  /// the same actor leaves.
  ///
  /// - Parameters:
  ///   - concept: Any but `sim`.
  ///   - condition: Where it is looked for.
  ///   - known: What was one under other wishes, and may be one still.
  ///   - numbers: The wishes.
  package mutating func equilibrium(
    _ concept: Concept, where condition: Condition, tryingFirst known: State? = nil, under numbers: [Int]
  ) throws(StateGraph.Stopped) -> State? {
    do throws(DiagramHalt) {
      try take(numbers)
      var left = try engine.symbolic.set(engine.symbolic.conflict.predicate(condition))
      left = try engine.symbolic.table.intersection(left, engine.symbolic.states)
      engine.alsoKeeping(left)
      if let known, engine.symbolic.table.contains(known.code, in: left),
        try leaving(concept, from: known) == nil
      {
        return known
      }
      for actor in current.indices where !left.isEmpty {
        try takeAway(&left, leftBy: actor, concept.ownBound)
      }
      while let state = try engine.symbolic.member(of: left) {
        engine.alsoKeeping(left)
        if concept == concept.ownBound { return state }
        guard let actor = try leaving(concept, from: state) else { return state }
        left = try engine.symbolic.table.subtracting(left, engine.unstable(actor, concept))
      }
      return nil
    } catch { throw stopped(error) }
  }

  /// Takes away where the actor leaves whatever the others want.
  private mutating func takeAway(
    _ left: inout Diagram, leftBy actor: Int, _ concept: Concept
  ) throws(DiagramHalt) {
    let key = OwnKey(actor: actor, number: current[actor], concept: concept)
    engine.alsoKeeping(left)
    let unstable = if let known = ownUnstable[key] { known } else { try engine.unstable(actor, concept) }
    ownUnstable[key] = unstable
    left = try engine.symbolic.table.subtracting(left, unstable)
    engine.alsoKeeping(unstable)
  }
}

extension Concept {
  /// A concept that this one implies, or this one, under which an actor's own order decides alone.
  var ownBound: Concept {
    switch self {
    case .nash: .nash
    case .gmr, .seq: .gmr
    case .smr, .sseq: .smr
    case .sim: preconditionFailure("simultaneous stability goes by single states")
    }
  }
}

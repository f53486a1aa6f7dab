internal import ConflictModel
internal import DecisionDiagrams

/// Finds the reasons for one verdict among more states than can be gone through.
///
/// What the others can spoil an improvement by is found backwards, in layers: first the states that are a sanction,
/// then those from which one move leads to such a state, and so on. An improvement in some layer has an answer of as
/// many moves, which is followed down through the layers; one in none is spoiled by nothing.
struct SymbolicReasons: ~Copyable {
  private var engine: SymbolicEngine
  private let control: Control

  /// So many improvements, or moves in answer to a sanction, are listed at most.
  private static let mostListed = 1 << 14
  /// Of so many moves that would do the plainest is told.
  private static let mostWeighed = 1 << 10
  private static let memory = Int(clamping: 1 << 32 as Int64)
  /// So many improvements are answered one by one at most.
  private static let mostAnswered = 1 << 10

  private init(_ symbolic: consuming SymbolicConflict, _ control: Control) {
    self.control = control
    engine = SymbolicEngine(symbolic)
  }

  /// The reasons for a verdict on a state; nil when they come to more than `answerLimit` states.
  ///
  /// - Parameter most: Answers to so many improvements are enough; then they may be no proof.
  static func finding(
    _ concept: Concept, actor: Int, in state: State, of conflict: Conflict, meter: ChangeMeter?,
    answerLimit: Int, answering most: Int? = nil, _ control: Control
  ) throws(StateGraph.Stopped) -> Certificate.Finding? {
    let finding: Certificate.Finding?
    do throws(DiagramHalt) {
      let ready = try SymbolicConflict.ready(conflict, memoryLimit: memory) { control.shouldStop() != nil }
      var reasons = SymbolicReasons(ready, control)
      finding = try reasons.found(concept, actor, state, meter, answerLimit, answering: most)
    } catch { throw StateGraph.Stopped(error, memory: UInt64(memory), control) }
    // Whoever takes any number is told of too many.
    if finding == nil, answerLimit == .max {
      throw StateGraph.Stopped(limit: .states(UInt64(mostAnswered)))
    }
    return finding
  }

  /// How many moves of the actor lead from a state, or improvements alone, and the first of them by code.
  static func moves(
    of actor: Int, from state: State, improving: Bool, in conflict: Conflict, atMost most: Int
  ) -> (count: Int, first: [State]) {
    do throws(DiagramHalt) {
      let ready = try SymbolicConflict.ready(conflict, memoryLimit: memory)
      var reasons = SymbolicReasons(ready, Control())
      let ends =
        try improving
        ? reasons.engine.improvements(of: actor, from: state)
        : reasons.engine.symbolic.targets(of: actor, from: state, reasons.engine.symbolic.moves[actor])
      let count = try reasons.engine.symbolic.table.count(ends, over: reasons.engine.symbolic.takenVariables)
      let first = try reasons.members(ends, atMost: most, from: state, actor, nil)
      return (Int(clamping: count), first)
    } catch { return (0, []) }
  }

  private mutating func found(
    _ concept: Concept, _ actor: Int, _ state: State, _ meter: ChangeMeter?, _ answerLimit: Int,
    answering most: Int?
  ) throws(DiagramHalt) -> Certificate.Finding? {
    let improvements = try engine.improvements(of: actor, from: state)
    if improvements.isEmpty { return .stable([]) }
    if concept == .nash {
      let plainest = try plainest(improvements, from: state, actor, meter)
      return .unstable(Escape(improvement: plainest, reason: .noAnswerCounts))
    }
    let answers = try engine.answers(to: improvements, of: actor, from: state, concept)
    let open = try engine.symbolic.table.subtracting(improvements, answers.reached)
    if !open.isEmpty {
      if answerLimit < .max { return nil }
      let plainest = try plainest(open, from: state, actor, meter)
      return .unstable(Escape(improvement: plainest, reason: .unlistedSet))
    }
    if most == nil,
      try engine.symbolic.table.count(improvements, over: engine.symbolic.takenVariables)
        > UInt128(Self.mostAnswered)
    {
      return nil
    }
    var deterrences: [Deterrence] = []
    for improvement in try members(
      improvements, atMost: min(most ?? Self.mostListed, answerLimit), from: state, actor, meter)
    {
      deterrences.append(try deterrence(improvement, of: actor, answers, concept, meter))
    }
    return .stable(deterrences)
  }

  // MARK: Moves from one state

  /// The members, the plainest move of the actor first, or by rising code without a meter.
  private mutating func members(
    _ set: Diagram, atMost most: Int, from state: State, _ actor: Int, _ meter: ChangeMeter?
  ) throws(DiagramHalt) -> [State] {
    let found = try engine.symbolic.members(of: set, atMost: most)
    guard let meter else { return found }
    var liked = found.map { (state: $0, standing: engine.symbolic.conflict.standing(of: actor, in: $0)) }
    liked.sort { meter.isPlainer($0.state, than: $1.state, from: state, liked: ($0.standing, $1.standing)) }
    return liked.map { $0.state }
  }

  private mutating func plainest(
    _ set: Diagram, from state: State, _ actor: Int, _ meter: ChangeMeter?
  ) throws(DiagramHalt) -> State {
    try members(set, atMost: meter == nil ? 1 : Self.mostWeighed, from: state, actor, meter)[0]
  }

  // MARK: Answers

  private mutating func deterrence(
    _ improvement: State, of actor: Int, _ answers: AnswerLayers, _ concept: Concept,
    _ meter: ChangeMeter?
  ) throws(DiagramHalt) -> Deterrence {
    var steps: [Step] = []
    var (current, last) = (improvement, 0)
    var layer = answers.depth(of: improvement, engine.symbolic)
    while layer > 0 {
      layer -= 1
      for (place, mover) in answers.movers.enumerated() where last != place + 1 {
        let ends = try engine.symbolic.targets(of: mover, from: current, answers.moves[place])
        let within = try engine.symbolic.table.intersection(ends, answers.layer(layer, after: place))
        if within.isEmpty { continue }
        current = try plainest(within, from: current, mover, meter)
        steps.append(Step(actor: mover, state: current))
        last = place + 1
        break
      }
    }
    var counterMoves: [State] = []
    if concept.allowsCounterMove {
      let ways = try engine.symbolic.targets(of: actor, from: current, engine.symbolic.moves[actor])
      counterMoves = try members(ways, atMost: Self.mostListed, from: current, actor, nil)
    }
    return Deterrence(improvement: improvement, sanction: .sequence(steps, counterMoves: counterMoves))
  }
}

internal import ConflictModel
internal import DecisionDiagrams

/// Finds the reasons for one verdict among more states than can be gone through.
///
/// What the others can spoil an improvement by is found backwards, in layers: first the states that are a sanction,
/// then those from which one move leads to such a state, and so on. An improvement in some layer has an answer of as
/// many moves, which is followed down through the layers; one in none is spoiled by nothing.
struct SymbolicReasons: ~Copyable {
  private var symbolic: SymbolicConflict
  private let control: Control
  /// For each actor, its options in a state that a move leads to in the place of those where it starts.
  private var arriving: [DiagramTable.Substitution] = []

  /// So many improvements, or moves in answer to a sanction, are listed at most.
  private static let mostListed = 1 << 14
  /// Of so many moves that would do the plainest is told.
  private static let mostWeighed = 1 << 10
  private static let memory = Int(clamping: 1 << 32 as Int64)
  /// So many improvements are answered one by one at most.
  private static let mostAnswered = 1 << 10

  private init(_ symbolic: consuming SymbolicConflict, _ control: Control) {
    self.control = control
    self.symbolic = symbolic
  }

  /// The reasons for a verdict on a state; nil when they come to more than `answerLimit` states.
  static func finding(
    _ concept: Concept, actor: Int, in state: State, of conflict: Conflict, meter: ChangeMeter?,
    answerLimit: Int, _ control: Control
  ) throws(StateGraph.Stopped) -> Certificate.Finding? {
    let finding: Certificate.Finding?
    do throws(DiagramHalt) {
      let ready = try SymbolicConflict.ready(conflict, memoryLimit: memory) { control.shouldStop() != nil }
      var reasons = SymbolicReasons(ready, control)
      finding = try reasons.found(concept, actor, state, meter, answerLimit)
    } catch { throw stopped(error, control) }
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
      try reasons.prepare()
      var ends = try reasons.targets(of: actor, from: state, reasons.symbolic.moves[actor])
      if improving {
        let liked = try reasons.symbolic.liked(by: actor, moreThan: state)
        ends = try reasons.symbolic.table.intersection(ends, liked)
      }
      let count = try reasons.symbolic.table.count(ends, over: reasons.symbolic.takenVariables)
      let first = try reasons.members(ends, atMost: most, from: state, actor, nil)
      return (Int(clamping: count), first)
    } catch { return (0, []) }
  }

  private static func stopped(_ halt: DiagramHalt, _ control: Control) -> StateGraph.Stopped {
    switch halt {
    case .stopped: StateGraph.Stopped(limit: control.shouldStop() ?? .interrupted)
    case .memory: StateGraph.Stopped(limit: .memory(bytes: UInt64(memory)))
    }
  }

  private mutating func found(
    _ concept: Concept, _ actor: Int, _ state: State, _ meter: ChangeMeter?, _ answerLimit: Int
  ) throws(DiagramHalt) -> Certificate.Finding? {
    try prepare()
    let liked = try symbolic.liked(by: actor, moreThan: state)
    let targets = try self.targets(of: actor, from: state, symbolic.moves[actor])
    let improvements = try symbolic.table.intersection(targets, liked)
    if improvements.isEmpty { return .stable([]) }
    if concept == .nash {
      let plainest = try plainest(improvements, from: state, actor, meter)
      return .unstable(Escape(improvement: plainest, reason: .noAnswerCounts))
    }
    var sanctions = try symbolic.table.subtracting(symbolic.states, liked)
    if concept.allowsCounterMove {
      let ways = try symbolic.before(liked, by: actor, symbolic.moves[actor])
      sanctions = try symbolic.table.subtracting(sanctions, ways)
    }
    let answers = try AnswerLayers(
      for: improvements, of: actor, concept, ending: sanctions, holding: [liked], &symbolic)
    let open = try symbolic.table.subtracting(improvements, answers.reached)
    if !open.isEmpty {
      if answerLimit < .max { return nil }
      let plainest = try plainest(open, from: state, actor, meter)
      return .unstable(Escape(improvement: plainest, reason: .unlistedSet))
    }
    if try symbolic.table.count(improvements, over: symbolic.takenVariables) > UInt128(Self.mostAnswered) {
      return nil
    }
    var deterrences: [Deterrence] = []
    for improvement in try members(
      improvements, atMost: min(Self.mostListed, answerLimit), from: state, actor, meter)
    {
      deterrences.append(try deterrence(improvement, of: actor, answers, concept, meter))
    }
    return .stable(deterrences)
  }

  private mutating func prepare() throws(DiagramHalt) {
    for actor in symbolic.conflict.actors.indices {
      var replacements: [(variable: Int, by: Diagram)] = []
      for option in symbolic.ownOptions(of: actor) {
        replacements.append((symbolic.next(option), try symbolic.table.variable(symbolic.taken(option))))
      }
      arriving.append(try symbolic.table.substitution(replacements))
    }
  }

  // MARK: Moves from one state

  private mutating func cube(_ state: State, _ options: some Sequence<Int>) throws(DiagramHalt) -> Diagram {
    try symbolic.table.cube(options.map { (symbolic.taken($0), state.takes($0)) })
  }

  /// The states that one of the moves of the actor leads to from a state.
  private mutating func targets(
    of actor: Int, from state: State, _ moves: Diagram
  ) throws(DiagramHalt) -> Diagram {
    let here = try cube(state, 0..<symbolic.optionCount)
    let all = try symbolic.table.all(symbolic.takenVariables)
    let ends = try symbolic.table.exists(all, inBoth: moves, here)
    let others = symbolic.conflict.options.indices.filter { symbolic.conflict.options[$0].actor != actor }
    let rest = try cube(state, others)
    let found = try symbolic.table.intersection(symbolic.table.applying(arriving[actor], to: ends), rest)
    return try symbolic.table.subtracting(found, here)
  }

  /// The members, the plainest move of the actor first, or by rising code without a meter.
  private mutating func members(
    _ set: Diagram, atMost most: Int, from state: State, _ actor: Int, _ meter: ChangeMeter?
  ) throws(DiagramHalt) -> [State] {
    var found: [State] = []
    try symbolic.table.forEachMember(of: set, over: symbolic.takenVariables) { code in
      found.append(State(UInt64(truncatingIfNeeded: code)))
      return found.count < most
    }
    guard let meter else { return found }
    var liked = found.map { (state: $0, standing: symbolic.conflict.standing(of: actor, in: $0)) }
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
    var layer = answers.depth(of: improvement, symbolic)
    while layer > 0 {
      layer -= 1
      for (place, mover) in answers.movers.enumerated() where last != place + 1 {
        let ends = try targets(of: mover, from: current, answers.moves[place])
        let within = try symbolic.table.intersection(ends, answers.layer(layer, after: place))
        if within.isEmpty { continue }
        current = try plainest(within, from: current, mover, meter)
        steps.append(Step(actor: mover, state: current))
        last = place + 1
        break
      }
    }
    var counterMoves: [State] = []
    if concept.allowsCounterMove {
      let ways = try targets(of: actor, from: current, symbolic.moves[actor])
      counterMoves = try members(ways, atMost: Self.mostListed, from: current, actor, nil)
    }
    return Deterrence(improvement: improvement, sanction: .sequence(steps, counterMoves: counterMoves))
  }
}

/// The states from which some actors can bring about a sanction, by how many moves they need.
struct AnswerLayers {
  let movers: [Int]
  let moves: [Diagram]
  /// For each number of moves, for each of those who may have moved last; the first is nobody.
  private var layers: [[Diagram]]

  /// Goes back from the sanctions until all improvements are reached, or nothing more is.
  init(
    for improvements: Diagram, of actor: Int, _ concept: Concept, ending sanctions: Diagram,
    holding held: [Diagram], _ symbolic: inout SymbolicConflict
  ) throws(DiagramHalt) {
    let others = symbolic.conflict.actors.indices.filter { $0 != actor && symbolic.canMove($0) }
    let knowsLast = !others.allSatisfy { symbolic.isTransitive($0) }
    var moves: [Diagram] = []
    for other in others {
      if concept.needsCredibleAnswers {
        moves.append(try symbolic.improvements(of: other))
      } else {
        moves.append(try symbolic.table.subtracting(symbolic.moves[other], symbolic.staying(other)))
      }
    }
    (movers, self.moves) = (others, moves)
    layers = [[Diagram](repeating: sanctions, count: knowsLast ? others.count + 1 : 1)]
    while try !symbolic.table.subtracting(improvements, reached).isEmpty {
      let before = layers[layers.count - 1]
      var next = before
      for (place, mover) in others.enumerated() {
        for last in before.indices where last != place + 1 || before.count == 1 {
          let ways = try symbolic.before(before[before.count == 1 ? 0 : place + 1], by: mover, moves[place])
          next[last] = try symbolic.table.union(next[last], ways)
        }
        symbolic.tidy(keeping: held + moves + [improvements] + layers.flatMap { $0 } + next)
      }
      if next == before { break }
      layers.append(next)
    }
  }

  /// From where the sanctions are reached in any number of moves, with nobody having moved.
  var reached: Diagram { layers[layers.count - 1][0] }

  /// From where they are in so many moves at most, once the mover at a place has moved.
  func layer(_ depth: Int, after place: Int) -> Diagram {
    layers[depth].count == 1 ? layers[depth][0] : layers[depth][place + 1]
  }

  /// How many moves a state needs that is reached.
  func depth(of state: State, _ symbolic: borrowing SymbolicConflict) -> Int {
    layers.firstIndex { symbolic.table.contains(state.code, in: $0[0]) } ?? 0
  }
}

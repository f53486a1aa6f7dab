internal import ConflictModel
internal import DecisionDiagrams

/// Finds, bit by bit and the most important first, the least rank that some actors can bring about by legal
/// sequences of moves.
///
/// Call *w* of a state that least rank. It never falls along a sequence, and a sequence that reaches it leads
/// through states of the same *w* only. So where the first bits of *w* are known, those of its states with a
/// zero in the next are found by going backwards from states of that rank along moves that keep the first bits:
/// sets of states, with no variable for a rank. Documentation/Identities.md has the proof.
///
/// Nobody moves twice running. Where all moves are transitive that need not be watched; else each state counts
/// once for every actor that may have moved last, and once for none.
struct WorstAnswers {
  private let movers: [Int]
  private let states: Diagram
  /// For each of those who may have moved last, where the bits found so far are those of the state itself.
  private var open: [Diagram]
  /// For each of those, each mover's moves that keep the bits found so far.
  private var moves: [[Diagram]]

  /// Before the first bit.
  ///
  /// - Parameters:
  ///   - movers: Those who answer.
  ///   - moves: The moves of each that count.
  ///   - knowsLast: Whether it matters who moved last.
  ///   - states: All states.
  init(movers: [Int], _ moves: [Diagram], knowingLast knowsLast: Bool, states: Diagram) {
    self.movers = movers
    self.states = states
    let lastCount = knowsLast ? movers.count + 1 : 1
    open = [Diagram](repeating: states, count: lastCount)
    self.moves = [[Diagram]](repeating: moves, count: lastCount)
  }

  /// Who has moved last once a mover has; 0 is nobody, or somebody.
  private func last(after mover: Int) -> Int { open.count == 1 ? 0 : mover + 1 }

  /// The states where the next bit of the least rank is one, whoever begins.
  ///
  /// - Parameters:
  ///   - cost: Where that bit of the rank itself is one.
  ///   - held: What is held besides.
  mutating func nextBit(
    _ cost: Diagram, _ symbolic: inout SymbolicConflict, keeping held: [Diagram]
  ) throws(DiagramHalt) -> Diagram {
    var reached: [Diagram] = []
    for part in open { reached.append(try symbolic.table.subtracting(part, cost)) }
    try spread(&reached, &symbolic, keeping: held)
    var high: [Diagram] = []
    for part in reached { high.append(try symbolic.table.subtracting(states, part)) }
    for (place, mover) in movers.enumerated() {
      let after = high[last(after: place)]
      let end = try symbolic.table.applying(symbolic.leading[mover], to: after)
      for last in open.indices where last != place + 1 || open.count == 1 {
        let differs = try symbolic.table.symmetricDifference(high[last], end)
        moves[last][place] = try symbolic.table.subtracting(moves[last][place], differs)
      }
    }
    for last in open.indices {
      let differs = try symbolic.table.symmetricDifference(cost, high[last])
      open[last] = try symbolic.table.subtracting(open[last], differs)
    }
    symbolic.tidy(keeping: held + parts + high)
    return high[0]
  }

  /// Goes backwards along the moves until nothing new is reached, or all of a goal is with nobody having moved.
  func spread(
    _ reached: inout [Diagram], until goal: Diagram? = nil, _ symbolic: inout SymbolicConflict,
    keeping held: [Diagram]
  ) throws(DiagramHalt) {
    var idle = 0
    while true {
      for (place, mover) in movers.enumerated() {
        for last in open.indices where last != place + 1 || open.count == 1 {
          let before = try symbolic.before(reached[self.last(after: place)], by: mover, moves[last][place])
          let more = try symbolic.table.union(reached[last], before)
          idle = more == reached[last] ? idle + 1 : 0
          reached[last] = more
          symbolic.tidy(keeping: held + parts + reached)
        }
        if idle >= movers.count * open.count { return }
        if let goal, try symbolic.table.isSubset(goal, of: reached[0]) { return }
      }
      if movers.isEmpty { return }
    }
  }

  private var parts: [Diagram] { [states] + open + moves.flatMap { $0 } }
}

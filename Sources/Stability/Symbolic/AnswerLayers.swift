internal import ConflictModel
internal import DecisionDiagrams

/// The states from which some actors can bring about a sanction, by how many moves they need.
struct AnswerLayers {
  let movers: [Int]
  let moves: [Diagram]
  /// For each number of moves, for each of those who may have moved last; the first is nobody.
  private var layers: [[Diagram]]

  /// Goes back from the sanctions until all improvements are reached, or nothing more is.
  ///
  /// - Parameters:
  ///   - improvements: What is to be answered.
  ///   - others: Who answers, by which moves, and whether it matters who moved last.
  ///   - sanctions: Where answers are to lead.
  ///   - held: What is held besides.
  ///   - symbolic: The conflict.
  init(
    for improvements: Diagram, by others: (movers: [Int], moves: [Diagram], knowsLast: Bool),
    ending sanctions: Diagram, holding held: [Diagram], _ symbolic: inout SymbolicConflict
  ) throws(DiagramHalt) {
    (movers, moves) = (others.movers, others.moves)
    let (others, knowsLast) = (others.movers, others.knowsLast)
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

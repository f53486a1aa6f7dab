internal import ConflictModel

/// What the concepts are decided from: the states by slot, and for each actor
/// its moves and its order among them.
///
/// A *slot* is what arrays are indexed by: a state's place in a list or, where
/// there is a bit for each combination of options, its code.
struct Tables: Sendable {
  let slots: Slots
  let ranks: [Ranks]
  let moves: [MoveTable]

  init(slots: Slots, ranks: [Ranks], moves: [MoveTable]) {
    self.slots = slots
    self.ranks = ranks
    self.moves = moves
  }

  /// The tables by the definitions; nil when the work was stopped.
  init?(_ conflict: Conflict, states: FeasibleStates, pace: inout Pace) {
    guard let table = CodeTable(states, pace: &pace) else { return nil }
    var ranks: [Ranks] = []
    var moves: [MoveTable] = []
    for actor in conflict.actors.indices {
      pace.report(.preparing, actor, of: conflict.actors.count)
      guard let order = Ranks(conflict, actor: actor, states: states, pace: &pace),
        let own = MoveTable(conflict, actor: actor, positions: table, pace: &pace)
      else { return nil }
      ranks.append(order)
      moves.append(own)
    }
    self.init(slots: .numbered(table), ranks: ranks, moves: moves)
  }

  /// Adds the targets of the actor's improvements from `slot`, rising.
  func appendImprovements(of actor: Int, from slot: Int, to list: inout [UInt32]) {
    let rank = ranks[actor][slot]
    let first = list.count
    moves[actor].appendTargets(of: slot, to: &list)
    // Those that are no better are closed up over, in place.
    var kept = first
    for index in first..<list.count where ranks[actor][Int(list[index])] > rank {
      list[kept] = list[index]
      kept += 1
    }
    list.removeLast(list.count - kept)
  }
}

internal import ConflictModel

/// What the concepts are decided from: the listed states, and for each actor
/// its moves and its order among them.
struct Tables: Sendable {
  let positions: CodeTable
  private(set) var ranks: [Ranks] = []
  private(set) var moves: [MoveTable] = []

  /// Nil when the work was stopped.
  init?(_ conflict: Conflict, states: FeasibleStates, pace: inout Pace) {
    var table = CodeTable(capacity: states.count)
    for state in states {
      _ = table.number(of: state.code)
      guard pace.goesOn() else { return nil }
    }
    positions = table
    for actor in conflict.actors.indices {
      pace.report(.preparing, actor, of: conflict.actors.count)
      guard let ranks = Ranks(conflict, actor: actor, states: states, pace: &pace),
        let moves = MoveTable(conflict, actor: actor, positions: positions, pace: &pace)
      else { return nil }
      self.ranks.append(ranks)
      self.moves.append(moves)
    }
  }

  /// Adds the targets of the actor's improvements from `position`, rising.
  func appendImprovements(of actor: Int, from position: Int, to list: inout [UInt32]) {
    let rank = ranks[actor][position]
    let first = list.count
    moves[actor].appendTargets(of: position, to: &list)
    // Those that are no better are closed up over, in place.
    var kept = first
    for index in first..<list.count where ranks[actor][Int(list[index])] > rank {
      list[kept] = list[index]
      kept += 1
    }
    list.removeLast(list.count - kept)
  }
}

internal import ConflictModel

/// What the definitions say about each state, asked once and remembered.
///
/// Feasible states get an index when they first come up; `nil` stands for a
/// state that is not feasible. Nothing here comes from a certificate.
struct KnownStates: Sendable {
  let conflict: Conflict
  private var indices: [State: Int] = [:]
  private(set) var states: [State] = []
  /// For each actor, for each state by index.
  private var standings: [[Standing]]
  private var moves: [[[Int]?]]
  private var improvements: [[[Int]?]]

  init(_ conflict: Conflict) {
    self.conflict = conflict
    standings = conflict.actors.map { _ in [] }
    moves = conflict.actors.map { _ in [] }
    improvements = moves
  }

  /// The index of a state, or nil when it is not feasible.
  mutating func index(of state: State) -> Int? {
    if let known = indices[state] { return known >= 0 ? known : nil }
    guard conflict.isFeasible(state) else {
      indices[state] = -1
      return nil
    }
    let index = states.count
    indices[state] = index
    states.append(state)
    for actor in standings.indices {
      standings[actor].append(conflict.standing(of: actor, in: state))
      moves[actor].append(nil)
      improvements[actor].append(nil)
    }
    return index
  }

  /// Whether the actor likes the first state strictly more than the second.
  func prefers(_ actor: Int, _ better: Int, to other: Int) -> Bool {
    standings[actor][other] < standings[actor][better]
  }

  /// Where one move of the actor leads, by rising code: *R_i(s)*.
  mutating func moves(of actor: Int, from start: Int) -> [Int] {
    if let known = moves[actor][start] { return known }
    var found: [Int] = []
    for target in conflict.moves(of: actor, from: states[start]) {
      if let index = index(of: target) { found.append(index) }
    }
    moves[actor][start] = found
    return found
  }

  /// Where one improvement of the actor leads, by rising code: *R_i⁺(s)*.
  mutating func improvements(of actor: Int, from start: Int) -> [Int] {
    if let known = improvements[actor][start] { return known }
    var found: [Int] = []
    for target in moves(of: actor, from: start) where prefers(actor, target, to: start) {
      found.append(target)
    }
    improvements[actor][start] = found
    return found
  }
}

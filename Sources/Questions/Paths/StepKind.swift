internal import ConflictModel
internal import Stability

/// What a sequence may be made of.
package enum StepKind: String, Sendable, Hashable, CaseIterable {
  /// Any moves.
  case moves
  /// Moves that make their own mover better off than where it moves from.
  case improvements
}

extension Solution {
  /// The positions that one step of the actor leads to, rising.
  func steps(_ kind: StepKind, of actor: Int, from position: Int) -> [Int] {
    switch kind {
    case .moves: moves(of: actor, from: position)
    case .improvements: improvements(of: actor, from: position)
    }
  }

  /// Whether going from one position to another makes the actor better off.
  func gains(_ actor: Int, from position: Int, to target: Int) -> Bool {
    rank(of: actor, at: position) < rank(of: actor, at: target)
  }

  /// Whether a move of an actor is plainer than another, for people.
  func isPlainer(
    _ left: State, than right: State, from old: State, of actor: Int, _ meter: ChangeMeter
  ) -> Bool {
    if !isListed {
      let (one, other) = (conflict.standing(of: actor, in: left), conflict.standing(of: actor, in: right))
      return meter.isPlainer(left, than: right, from: old, liked: (one, other))
    }
    func liking(_ state: State) -> Int { states.position(of: state).map { rank(of: actor, at: $0) } ?? 0 }
    return meter.isPlainer(left, than: right, from: old, liked: (liking(left), liking(right)))
  }
}

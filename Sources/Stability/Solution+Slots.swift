internal import ConflictModel
internal import StateSets

// What reports go through millions of states by: slots, see
// `FeasibleStates.slot(at:)`, with no call for each of them.
extension Selection {
  /// Which slots are selected: one bit each, 64 to a word.
  package var slotWords: [UInt64] { slots.words }
}

extension Solution {
  /// How well the actor likes the state in a slot; see ``rank(of:at:)``.
  package func rank(of actor: Int, inSlot slot: Int) -> Int {
    guard let tables else { preconditionFailure("the conflict was not worked out") }
    return Int(tables.ranks[actor][slot])
  }
}

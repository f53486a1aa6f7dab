internal import ConflictModel
internal import StateSets

// What reports go through millions of states by: slots, see
// `FeasibleStates.slot(at:)`, with no call for each of them.
extension Selection {
  /// Which slots are selected: one bit each, 64 to a word; nil where there are too many slots for that.
  package var slotWords: [UInt64]? {
    if case .bits(let bits) = slots { bits.words } else { nil }
  }

  /// Whether the state in a slot is selected.
  package func selects(slot: Int) -> Bool { slots.contains(slot) }

  /// The slots of the selected states, rising.
  package var slotSequence: SlotSequence { SlotSequence(slots: slots) }

  /// The slots of some states.
  package struct SlotSequence: Sequence {
    fileprivate let slots: SlotSet

    package func makeIterator() -> SlotIterator { SlotIterator(base: slots.makeIterator()) }
  }

  /// Goes through slots, rising.
  package struct SlotIterator: IteratorProtocol {
    fileprivate var base: SlotSet.Iterator

    package mutating func next() -> Int? { base.next() }
  }
}

extension Solution {
  /// How well the actor likes the state in a slot; see ``rank(of:at:)``.
  package func rank(of actor: Int, inSlot slot: Int) -> Int {
    guard let tables else { preconditionFailure("the conflict was not worked out") }
    return Int(tables.ranks[actor][slot])
  }
}

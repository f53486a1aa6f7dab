internal import ConflictModel
internal import Stability

/// An actor's states in tiers that it likes equally, the best first, each as slots.
///
/// - Complexity: O(slots) time, and four bytes for each state.
struct Tiers: Sequence, IteratorProtocol {
  private let solution: Solution
  private let actor: Int
  private var rest: ArraySlice<UInt32>

  init(of actor: Int, in solution: Solution) {
    self.solution = solution
    self.actor = actor
    rest =
      solution.isWorkedOut && solution.isListed
      ? Listing(solution.allStates, of: solution, likedBy: actor, limit: nil).likedSlots[...] : []
  }

  mutating func next() -> ArraySlice<UInt32>? {
    guard let first = rest.first else { return nil }
    let rank = solution.rank(of: actor, inSlot: Int(first))
    // The tiers are sorted, so the end of this one is found by halving.
    var (low, high) = (rest.startIndex, rest.endIndex)
    while high - low > 1 {
      let middle = (low + high) / 2
      if solution.rank(of: actor, inSlot: Int(rest[middle])) == rank { low = middle } else { high = middle }
    }
    defer { rest = rest[high...] }
    return rest[..<high]
  }
}

extension Solution {
  /// The positions of states given by slot.
  func positions(of slots: ArraySlice<UInt32>) -> some Sequence<Int> {
    slots.lazy.map { [states] in states.position(ofSlot: Int($0)) }
  }
}

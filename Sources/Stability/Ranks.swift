internal import ConflictModel

/// One actor's order of the listed states, as whole numbers without gaps: 0 for
/// the worst, equal for states that it likes equally.
struct Ranks: Sendable {
  private var ranks: [UInt32]
  /// How many different ranks there are.
  private(set) var tierCount: Int

  subscript(position: Int) -> UInt32 { ranks[position] }

  /// Nil when the work was stopped.
  init?(_ conflict: Conflict, actor: Int, states: FeasibleStates, pace: inout Pace) {
    // One column for each word of the standings; 64 statements make a word.
    var columns: [[UInt64]] = []
    for state in states {
      let words = conflict.standing(of: actor, in: state).words
      if columns.isEmpty {
        columns = [[UInt64]](repeating: [], count: words.count)
        for index in columns.indices { columns[index].reserveCapacity(states.count) }
      }
      for (index, word) in words.enumerated() { columns[index].append(word) }
      guard pace.goesOn(after: Pace.conditions) else { return nil }
    }
    ranks = [UInt32](repeating: 0, count: states.count)
    tierCount = states.isEmpty ? 0 : 1
    for (index, column) in columns.enumerated() {
      let (places, placeCount) = Self.withoutGaps(column)
      guard pace.goesOn(after: states.count) else { return nil }
      if index == 0 {
        (ranks, tierCount) = (places, placeCount)
      } else {
        // States tied so far are told apart by their place in this column.
        var pairs = column
        for position in pairs.indices {
          pairs[position] = UInt64(ranks[position]) << 32 | UInt64(places[position])
        }
        (ranks, tierCount) = Self.withoutGaps(pairs)
        guard pace.goesOn(after: states.count) else { return nil }
      }
    }
  }

  /// For each key, how many different keys are less.
  private static func withoutGaps(_ keys: [UInt64]) -> (places: [UInt32], count: Int) {
    var order: [(key: UInt64, position: UInt32)] = []
    order.reserveCapacity(keys.count)
    for (position, key) in keys.enumerated() { order.append((key, UInt32(position))) }
    order.sort { $0.key < $1.key }
    var places = [UInt32](repeating: 0, count: keys.count)
    var place: UInt32 = 0
    for (index, entry) in order.enumerated() {
      if index > 0, order[index - 1].key != entry.key { place += 1 }
      places[Int(entry.position)] = place
    }
    return (places, keys.isEmpty ? 0 : Int(place) + 1)
  }

  /// The positions in tiers of equal rank, the best first.
  var tiers: [[Int]] {
    var result = [[Int]](repeating: [], count: tierCount)
    for (position, rank) in ranks.enumerated() {
      result[tierCount - 1 - Int(rank)].append(position)
    }
    return result
  }
}

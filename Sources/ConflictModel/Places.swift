/// Places in an order: whole numbers from 0, the greater the better, the same for
/// what is alike, without gaps.
package enum Places {
  /// The places of listed states that have the given standings, as many words in
  /// each, and how many different ones there are; nil when the work was stopped.
  package static func of(
    _ states: FeasibleStates, pace: inout Pace, standing: (State) -> Standing
  ) -> (places: [UInt32], count: Int)? {
    // One column for each word of the standings; 64 statements make a word.
    var columns: [[UInt64]] = []
    for state in states {
      let words = standing(state).words
      if columns.isEmpty {
        columns = [[UInt64]](repeating: [], count: words.count)
        for index in columns.indices { columns[index].reserveCapacity(states.count) }
      }
      for (index, word) in words.enumerated() { columns[index].append(word) }
      guard pace.goesOn(after: Pace.conditions) else { return nil }
    }
    return of(columns: columns, count: states.count, pace: &pace)
  }

  /// The places of positions that compare by the first column, those alike in it
  /// by the second, and so on, and how many different ones there are; nil when the
  /// work was stopped.
  package static func of(
    columns: [[UInt64]], count positionCount: Int, pace: inout Pace
  ) -> (places: [UInt32], count: Int)? {
    var ranks = [UInt32](repeating: 0, count: positionCount)
    var count = positionCount == 0 ? 0 : 1
    for (index, column) in columns.enumerated() {
      guard let (places, placeCount) = Self.withoutGaps(column, &pace) else { return nil }
      if index == 0 {
        (ranks, count) = (places, placeCount)
      } else {
        // States tied so far are told apart by their place in this column.
        var pairs = column
        for position in pairs.indices {
          pairs[position] = UInt64(ranks[position]) << 32 | UInt64(places[position])
        }
        guard let (refined, refinedCount) = Self.withoutGaps(pairs, &pace) else { return nil }
        (ranks, count) = (refined, refinedCount)
      }
    }
    return (ranks, count)
  }

  /// For each key, how many different keys are less; nil when the work was stopped.
  private static func withoutGaps(
    _ keys: [UInt64], _ pace: inout Pace
  ) -> (places: [UInt32], count: Int)? {
    guard let order = byRisingKey(keys, &pace) else { return nil }
    var places = [UInt32](repeating: 0, count: keys.count)
    var place: UInt32 = 0
    for (index, position) in order.enumerated() {
      if index > 0, keys[Int(order[index - 1])] != keys[Int(position)] { place += 1 }
      places[Int(position)] = place
    }
    guard pace.goesOn(after: keys.count) else { return nil }
    return (places, keys.isEmpty ? 0 : Int(place) + 1)
  }

  /// The positions by rising key, byte by byte from the lowest: unlike a library
  /// sort this can be stopped between bytes, and passes over those that are the
  /// same in all keys.
  private static func byRisingKey(_ keys: [UInt64], _ pace: inout Pace) -> [UInt32]? {
    var differing: UInt64 = 0
    for key in keys { differing |= key ^ keys[0] }
    var order = keys.indices.map { UInt32($0) }
    var sorted = order
    for shift in stride(from: UInt64(0), to: 64, by: 8) where (differing >> shift) & 0xFF != 0 {
      var next = [Int](repeating: 0, count: 257)
      for key in keys { next[Int((key >> shift) & 0xFF) + 1] += 1 }
      for byte in 0..<256 { next[byte + 1] += next[byte] }
      for position in order {
        let byte = Int((keys[Int(position)] >> shift) & 0xFF)
        sorted[next[byte]] = position
        next[byte] += 1
      }
      swap(&order, &sorted)
      guard pace.goesOn(after: keys.count) else { return nil }
    }
    return order
  }
}

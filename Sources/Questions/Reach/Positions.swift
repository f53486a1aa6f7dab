/// A set of positions, one bit for each, 64 to a word.
struct Positions: Sendable, Hashable {
  var words: [UInt64]

  /// The empty set of so many positions.
  init(over count: Int) {
    words = [UInt64](repeating: 0, count: (count + 63) / 64)
  }

  /// The set with the given words.
  init(words: [UInt64]) {
    self.words = words
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  var count: Int {
    var count = 0
    for word in words { count += word.nonzeroBitCount }
    return count
  }

  func contains(_ position: Int) -> Bool { words[position >> 6] >> UInt64(position & 63) & 1 != 0 }

  mutating func insert(_ position: Int) { words[position >> 6] |= 1 << UInt64(position & 63) }

  mutating func remove(_ position: Int) { words[position >> 6] &= ~(1 << UInt64(position & 63)) }

  func isSubset(of other: Positions) -> Bool {
    for index in words.indices where words[index] & ~other.words[index] != 0 { return false }
    return true
  }

  /// Calls the body for each member, rising, until it answers false.
  @inline(__always)
  func forEach(while body: (Int) -> Bool) {
    for (index, word) in words.enumerated() {
      var left = word
      while left != 0 {
        if !body(index << 6 | left.trailingZeroBitCount) { return }
        left &= left - 1
      }
    }
  }

  /// The members, rising.
  var members: [Int] {
    var list: [Int] = []
    list.reserveCapacity(count)
    forEach { position in
      list.append(position)
      return true
    }
    return list
  }
}

/// A set of positions in a list, one bit each.
struct PositionSet: Sendable {
  private(set) var count = 0
  private var words: [UInt64]

  /// The empty set over a list of the given length.
  init(over length: Int) {
    words = [UInt64](repeating: 0, count: (length + 63) / 64)
  }

  /// The set of all positions of a list of the given length.
  init(allOf length: Int) {
    self.init(over: length)
    count = length
    for index in words.indices { words[index] = .max }
    if length % 64 != 0 { words[length / 64] = (1 << UInt64(length % 64)) - 1 }
  }

  func contains(_ position: Int) -> Bool {
    words[position / 64] & (1 << UInt64(position % 64)) != 0
  }

  /// Adds the position; whether it is new.
  @discardableResult
  mutating func insert(_ position: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(position % 64)
    if words[position / 64] & bit != 0 { return false }
    words[position / 64] |= bit
    count += 1
    return true
  }

  /// Keeps only what `other`, over the same list, holds, too.
  mutating func formIntersection(_ other: PositionSet) {
    count = 0
    for index in words.indices {
      words[index] &= other.words[index]
      count += words[index].nonzeroBitCount
    }
  }

  /// The members, rising.
  var members: [Int] {
    var result: [Int] = []
    result.reserveCapacity(count)
    for (index, word) in words.enumerated() {
      var left = word
      while left != 0 {
        result.append(index * 64 + left.trailingZeroBitCount)
        left &= left - 1
      }
    }
    return result
  }
}

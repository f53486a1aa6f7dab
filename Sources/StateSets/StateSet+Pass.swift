extension StateSet {
  /// What a pass keeps of the slots that a slot leads to.
  public enum Choice: Sendable, Hashable {
    /// A slot becomes a member when any of them is one.
    case any
    /// A slot stays a member when all of them are.
    case all
  }

  /// Makes every slot a member when any, or all, of the slots that it leads to
  /// along the axes are members, itself among them.
  ///
  ///     var set = StateSet(over: 8)
  ///     set.insert(0b000)
  ///     set.pass(.any, along: [Axis(bit: 2)])   // 0b000 and 0b100
  ///
  /// - Precondition: The number of slots is a power of two above every bit.
  ///
  /// - Complexity: O(2ⁿ / 64 · axes)
  public mutating func pass(_ choice: Choice, along axes: [Axis]) {
    precondition(axes.allSatisfy { slotCount & (2 << $0.bit - 1) == 0 }, "the slots do not form a cube")
    // "All are members" is "not any is no member".
    if choice == .all { self = complement }
    for axis in axes {
      if axis.bit < 6 { passInsideWords(axis) } else { passAcrossWords(axis) }
    }
    if choice == .all { self = complement }
  }

  /// Bits 0 to 5 tell apart slots of one word.
  private mutating func passInsideWords(_ axis: Axis) {
    let stride: UInt64 = 1 << UInt64(axis.bit)
    // The places without the bit: runs of `stride` ones and zeros in turn.
    let without = UInt64.max / ((1 << stride) + 1)
    let changed = words.map { word in
      let fromAbove = axis.rises ? (word >> stride) & without : 0
      let fromBelow = axis.falls ? (word & without) << stride : 0
      return word | fromAbove | fromBelow
    }
    self = StateSet(words: changed, over: slotCount)
  }

  private mutating func passAcrossWords(_ axis: Axis) {
    let stride = 1 << (axis.bit - 6)
    var changed = words
    for index in changed.indices where index & stride == 0 {
      let (low, high) = (changed[index], changed[index | stride])
      if axis.rises { changed[index] = low | high }
      if axis.falls { changed[index | stride] = high | low }
    }
    self = StateSet(words: changed, over: slotCount)
  }
}

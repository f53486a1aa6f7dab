/// A set of states, held as one bit for each *slot*.
///
/// What a slot stands for is the owner's affair: a combination of options (slot
/// `s` has option *i* taken when bit *i* of `s` is set, so that *n* options have
/// 2ⁿ slots), or a place in a list.
///
///     var stable = StateSet(over: 8)
///     stable.insert(0b101)
///     stable.insert(0b111)
///     stable.contains(0b101)   // true
///     stable.count             // 2
///
/// The bits are not compressed: the set takes one eighth of a byte a slot
/// whatever it holds, 32 MiB for 2²⁸ slots. In exchange, an operation on two
/// whole sets reads memory once, in order, 64 slots at a time.
///
/// Sets have value semantics. Only sets over the same number of slots can be
/// combined; anything else is a programming error.
public struct StateSet: Sendable, Equatable {
  /// The number of slots that the set ranges over.
  public let slotCount: Int

  /// The bits, 64 slots to a word, slot 0 lowest; those past the last slot are clear.
  @inlinable public var words: [UInt64] { bits }

  @usableFromInline var bits: [UInt64]

  /// The empty set over the given number of slots.
  public init(over slotCount: Int) {
    self.slotCount = slotCount
    bits = [UInt64](repeating: 0, count: (slotCount + 63) / 64)
  }

  /// The set of all of the given number of slots.
  public init(allOf slotCount: Int) {
    self.slotCount = slotCount
    bits = [UInt64](repeating: .max, count: (slotCount + 63) / 64)
    clearTail()
  }

  /// The set whose bits are the given words, 64 slots to a word; bits past the
  /// last slot are ignored.
  public init(words: [UInt64], over slotCount: Int) {
    precondition(words.count == (slotCount + 63) / 64, "there is one word for 64 slots")
    self.slotCount = slotCount
    bits = words
    clearTail()
  }

  private mutating func clearTail() {
    if slotCount % 64 != 0 { bits[slotCount / 64] &= (1 << UInt64(slotCount % 64)) - 1 }
  }
}

extension StateSet {
  /// Whether the slot is a member.
  @inlinable
  public func contains(_ slot: Int) -> Bool {
    bits[slot / 64] & (1 << UInt64(slot % 64)) != 0
  }

  /// Adds the slot; whether it is new.
  @inlinable @discardableResult
  public mutating func insert(_ slot: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(slot % 64)
    if bits[slot / 64] & bit != 0 { return false }
    bits[slot / 64] |= bit
    return true
  }

  /// Removes the slot.
  @inlinable
  public mutating func remove(_ slot: Int) {
    bits[slot / 64] &= ~(1 << UInt64(slot % 64))
  }

  /// How many members there are.
  ///
  /// - Complexity: O(slots / 64)
  public var count: Int {
    var count = 0
    for word in words { count += word.nonzeroBitCount }
    return count
  }

  /// Whether there is no member.
  public var isEmpty: Bool { !words.contains { $0 != 0 } }

  /// Whether every slot is a member.
  public var isFull: Bool { self == StateSet(allOf: slotCount) }

  /// Keeps only what `other` holds, too.
  public mutating func formIntersection(_ other: StateSet) {
    precondition(slotCount == other.slotCount, "the sets range over different slots")
    for index in bits.indices { bits[index] &= other.bits[index] }
  }

  /// Adds what `other` holds.
  public mutating func formUnion(_ other: StateSet) {
    precondition(slotCount == other.slotCount, "the sets range over different slots")
    for index in bits.indices { bits[index] |= other.bits[index] }
  }

  /// The slots that are no members.
  public var complement: StateSet { StateSet(words: words.map { ~$0 }, over: slotCount) }

  /// Removes what `other` holds.
  public mutating func subtract(_ other: StateSet) {
    precondition(slotCount == other.slotCount, "the sets range over different slots")
    for index in bits.indices { bits[index] &= ~other.bits[index] }
  }
}

/// The members, rising, one after the other without a list of them.
extension StateSet: Sequence {
  /// Goes through the members of a set, rising.
  public struct Iterator: IteratorProtocol {
    private let words: [UInt64]
    private var index = -1
    private var left: UInt64 = 0

    init(_ set: StateSet) {
      words = set.words
    }

    /// The next member, or nil when there is none.
    public mutating func next() -> Int? {
      while left == 0 {
        index += 1
        if index == words.count { index -= 1; return nil }
        left = words[index]
      }
      let slot = index * 64 + left.trailingZeroBitCount
      left &= left - 1
      return slot
    }
  }

  /// An iterator over the members, rising.
  public func makeIterator() -> Iterator { Iterator(self) }

  /// No more than this is known without counting.
  public var underestimatedCount: Int { 0 }
}

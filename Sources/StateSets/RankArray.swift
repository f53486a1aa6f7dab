/// One whole number for each slot, in one, two or four bytes each.
///
///     let ranks = RankArray(count: 8, width: .one, filledWith: 0)
///     ranks.set(0b101, to: 3)
///     _ = ranks.pass(.greatest, along: [Axis(bit: 0)])    // ranks[0b100] is 3, too
///
/// An array is shared, not copied, when it is assigned: it may be most of the
/// memory there is. Several threads may read it at a time, or write to different
/// words of 64 slots.
public final class RankArray: @unchecked Sendable {
  /// How many bytes a rank takes.
  public enum Width: Int, Sendable, Hashable {
    /// Ranks up to 255.
    case one = 1
    /// Ranks up to 65,535.
    case two = 2
    /// Ranks up to 2³² - 1.
    case four = 4

    /// The narrowest width for so many different ranks.
    public init(rankCount: Int) {
      self = rankCount <= 1 << 8 ? .one : rankCount <= 1 << 16 ? .two : .four
    }

    /// The greatest rank of this width.
    public var greatest: UInt32 {
      switch self {
      case .one: UInt32(UInt8.max)
      case .two: UInt32(UInt16.max)
      case .four: UInt32.max
      }
    }
  }

  /// The number of slots.
  public let count: Int
  /// How many bytes a rank takes.
  public let width: Width
  /// Room for whole words of 64 slots, so that the last one needs no care.
  private let memory: Memory<UInt8>

  /// An array whose ranks are not known until they are set.
  public init(unfilled count: Int, width: Width) {
    self.count = count
    self.width = width
    memory = Memory(unfilled: (count + 63) / 64 * 64 * width.rawValue)
  }

  /// An array with the same rank in every slot.
  public convenience init(count: Int, width: Width, filledWith rank: UInt32) {
    self.init(unfilled: count, width: width)
    switch width {
    case .one: ranks(UInt8.self).update(repeating: UInt8(truncatingIfNeeded: rank), count: count)
    case .two: ranks(UInt16.self).update(repeating: UInt16(truncatingIfNeeded: rank), count: count)
    case .four: ranks(UInt32.self).update(repeating: rank, count: count)
    }
  }

  /// An array with the given ranks, none of which is too great for the width.
  public convenience init(_ ranks: [UInt32], width: Width) {
    self.init(unfilled: ranks.count, width: width)
    switch width {
    case .one: fill(UInt8.self, ranks)
    case .two: fill(UInt16.self, ranks)
    case .four: fill(UInt32.self, ranks)
    }
  }

  private func fill<Rank: RankWord>(_ type: Rank.Type, _ list: [UInt32]) {
    let mine = ranks(type)
    for (slot, rank) in list.enumerated() { mine[slot] = Rank(truncatingIfNeeded: rank) }
  }

  var bytes: UnsafeMutablePointer<UInt8> { memory.base }

  /// The ranks as numbers of their own type.
  func ranks<Rank: RankWord>(_: Rank.Type) -> UnsafeMutablePointer<Rank> {
    UnsafeMutableRawPointer(memory.base).assumingMemoryBound(to: Rank.self)
  }

  /// The rank in a slot.
  public subscript(slot: Int) -> UInt32 {
    switch width {
    case .one: UInt32(memory.base[slot])
    case .two: UInt32(ranks(UInt16.self)[slot])
    case .four: ranks(UInt32.self)[slot]
    }
  }

  /// Sets the rank in a slot.
  public func set(_ slot: Int, to rank: UInt32) {
    switch width {
    case .one: memory.base[slot] = UInt8(truncatingIfNeeded: rank)
    case .two: ranks(UInt16.self)[slot] = UInt16(truncatingIfNeeded: rank)
    case .four: ranks(UInt32.self)[slot] = rank
    }
  }
}

/// How many slots one part of a parallel loop has.
let slotsPerPart = 1 << 16

extension RankArray {
  /// Takes over the ranks of `other`, which is as long and as wide.
  public func copy(_ other: RankArray, _ workers: Workers = .alone) -> Bool {
    precondition(count == other.count && width == other.width, "the arrays differ in shape")
    return workers.run(count, inPiecesOf: slotsPerPart) { part in
      let (start, size) = (part.lowerBound * width.rawValue, part.count * width.rawValue)
      (bytes + start).update(from: other.bytes + start, count: size)
    }
  }

  /// Keeps the lesser of each rank and that of `other` in the same slot.
  public func keepLesser(than other: RankArray, _ workers: Workers = .alone) -> Bool {
    precondition(count == other.count && width == other.width, "the arrays differ in shape")
    return workers.run(count, inPiecesOf: slotsPerPart) { part in
      switch width {
      case .one: keepLesser(UInt8.self, other, part)
      case .two: keepLesser(UInt16.self, other, part)
      case .four: keepLesser(UInt32.self, other, part)
      }
    }
  }

  private func keepLesser<Rank: RankWord>(_ type: Rank.Type, _ other: RankArray, _ part: Range<Int>) {
    let (mine, others) = (ranks(type), other.ranks(type))
    var slot = part.lowerBound
    while slot < part.upperBound {
      mine[slot] = Swift.min(mine[slot], others[slot])
      slot &+= 1
    }
  }

  /// Sets the rank of every slot that is not in `set`.
  public func fill(outside set: StateSet, with rank: UInt32, _ workers: Workers = .alone) -> Bool {
    precondition(count == set.slotCount, "the set ranges over other slots")
    return workers.run(set.words.count, inPiecesOf: slotsPerPart / 64) { part in
      switch width {
      case .one: fill(UInt8(truncatingIfNeeded: rank), set, part)
      case .two: fill(UInt16(truncatingIfNeeded: rank), set, part)
      case .four: fill(rank, set, part)
      }
    }
  }

  private func fill<Rank: RankWord>(_ rank: Rank, _ set: StateSet, _ part: Range<Int>) {
    let mine = ranks(Rank.self)
    let new = Rank.lanes { _ in rank }
    set.words.withUnsafeBufferPointer { words in
      for index in part { Rank.keep(mine + index * 64, where: words[index]) { _ in new } }
    }
  }

  /// Takes over the ranks of `other` in every slot that is not in `set`.
  public func copy(_ other: RankArray, outside set: StateSet, _ workers: Workers = .alone) -> Bool {
    precondition(count == other.count && width == other.width, "the arrays differ in shape")
    precondition(count == set.slotCount, "the set ranges over other slots")
    return workers.run(set.words.count, inPiecesOf: slotsPerPart / 64) { part in
      switch width {
      case .one: copy(UInt8.self, other, outside: set, part)
      case .two: copy(UInt16.self, other, outside: set, part)
      case .four: copy(UInt32.self, other, outside: set, part)
      }
    }
  }

  private func copy<Rank: RankWord>(
    _ type: Rank.Type, _ other: RankArray, outside set: StateSet, _ part: Range<Int>
  ) {
    let (mine, others) = (ranks(type), other.ranks(type))
    set.words.withUnsafeBufferPointer { words in
      for index in part {
        let new = UnsafeRawPointer(others + index * 64)
        Rank.keep(mine + index * 64, where: words[index]) { group in
          new.loadUnaligned(fromByteOffset: group &* MemoryLayout<Rank.Lanes>.size, as: Rank.Lanes.self)
        }
      }
    }
  }

  /// The slots whose rank is at most that of `other`.
  ///
  /// Nil when the work was stopped.
  public func slots(atMost other: RankArray, _ workers: Workers = .alone) -> StateSet? {
    precondition(count == other.count && width == other.width, "the arrays differ in shape")
    let wordCount = (count + 63) / 64
    let words = Memory<UInt64>(unfilled: wordCount)
    let done = workers.run(wordCount, inPiecesOf: slotsPerPart / 64) { part in
      switch width {
      case .one: compare(UInt8.self, other, words, part)
      case .two: compare(UInt16.self, other, words, part)
      case .four: compare(UInt32.self, other, words, part)
      }
    }
    if !done { return nil }
    return StateSet(words: Array(UnsafeBufferPointer(start: words.base, count: wordCount)), over: count)
  }

  private func compare<Rank: RankWord>(
    _ type: Rank.Type, _ other: RankArray, _ words: Memory<UInt64>, _ part: Range<Int>
  ) {
    let (mine, others) = (ranks(type), other.ranks(type))
    for index in part { words.base[index] = Rank.word(of: mine + index * 64, atMost: others + index * 64) }
  }
}

extension RankArray {
  /// Sets the ranks of eight slots, from a multiple of eight on, to the bytes of
  /// a word, the lowest first, with those of another word as their higher bytes. They may
  /// lie past the last slot, within its word of 64 slots, where there is room that nobody
  /// reads.
  public func setEight(from slot: Int, to low: UInt64, high: UInt64 = 0) {
    precondition(slot % 8 == 0 && slot >= 0 && slot < (count + 63) / 64 * 64, "there are no such slots")
    let lowBytes = unsafeBitCast(low.littleEndian, to: SIMD8<UInt8>.self)
    let highBytes = unsafeBitCast(high.littleEndian, to: SIMD8<UInt8>.self)
    let pairs =
      SIMD8<UInt16>(truncatingIfNeeded: highBytes) &<< 8 | SIMD8<UInt16>(truncatingIfNeeded: lowBytes)
    let place = UnsafeMutableRawPointer(bytes) + slot * width.rawValue
    switch width {
    case .one: place.storeBytes(of: lowBytes, as: SIMD8<UInt8>.self)
    case .two: place.storeBytes(of: pairs, as: SIMD8<UInt16>.self)
    case .four: place.storeBytes(of: SIMD8<UInt32>(truncatingIfNeeded: pairs), as: SIMD8<UInt32>.self)
    }
  }
}

extension RankArray {
  /// Whether both hold the same ranks; nil when the work was stopped.
  public func isEqual(to other: RankArray, _ workers: Workers = .alone) -> Bool? {
    precondition(count == other.count && width == other.width, "the arrays differ in shape")
    let partCount = (count + slotsPerPart - 1) / slotsPerPart
    let differs = Memory<Bool>(count: partCount, filledWith: false)
    let done = workers.run(count, inPiecesOf: slotsPerPart) { part in
      var offset = part.lowerBound * width.rawValue
      let end = part.upperBound * width.rawValue
      let (mine, others) = (UnsafeRawPointer(bytes), UnsafeRawPointer(other.bytes))
      var difference = SIMD2<UInt64>(repeating: 0)
      while offset &+ 16 <= end {
        difference |=
          mine.loadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self)
          ^ others.loadUnaligned(fromByteOffset: offset, as: SIMD2<UInt64>.self)
        offset &+= 16
      }
      while offset < end {
        difference[0] |= UInt64(bytes[offset] ^ other.bytes[offset])
        offset &+= 1
      }
      if difference != SIMD2(repeating: 0) { differs.base[part.lowerBound / slotsPerPart] = true }
    }
    return done ? !(0..<partCount).contains { differs.base[$0] } : nil
  }
}

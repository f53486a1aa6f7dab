/// Eight ranks for each slot, side by side, so that eight questions about the
/// same slots are answered in one go.
///
/// A *lane* is one of the eight. Like a ``RankArray``, the array is shared when
/// it is assigned.
public final class LaneArray: @unchecked Sendable {
  /// The number of lanes.
  public static let laneCount = 8

  /// The number of slots.
  public let count: Int
  /// How many bytes a rank takes.
  public let width: RankArray.Width
  private let memory: Memory<UInt8>
  /// For each block of neighbouring slots, the sweep that last changed a rank in it;
  /// what a sweep would find unchanged since its last time is passed over.
  let latestChanges: Memory<UInt32>
  /// How many slots a block has.
  static let slotsPerBlock = 32

  /// An array whose ranks are not known until they are set.
  public init(unfilled count: Int, width: RankArray.Width) {
    self.count = count
    self.width = width
    memory = Memory(unfilled: count * Self.laneCount * width.rawValue)
    latestChanges = Memory(count: (count + Self.slotsPerBlock - 1) / Self.slotsPerBlock, filledWith: 0)
  }

  func cells<Rank: RankWord>(_: Rank.Type) -> UnsafeMutablePointer<Rank.Lanes> {
    UnsafeMutableRawPointer(memory.base).assumingMemoryBound(to: Rank.Lanes.self)
  }

  func ranks<Rank: RankWord>(_: Rank.Type) -> UnsafeMutablePointer<Rank> {
    UnsafeMutableRawPointer(memory.base).assumingMemoryBound(to: Rank.self)
  }
}

extension LaneArray {
  /// Fills the lanes from the first on with the given arrays, and those that are
  /// left with the greatest rank.
  ///
  /// The greatest rank of a narrower array becomes the greatest of this one: it
  /// stands for "never". With `reversed`, a rank goes in as what it lacks of the
  /// greatest, so that the least becomes the greatest.
  public func fill(
    from sources: [RankArray], reversed: Bool = false, _ workers: Workers = .alone
  ) -> Bool {
    precondition(sources.count <= Self.laneCount, "there are eight lanes")
    precondition(sources.allSatisfy { $0.count == count }, "the arrays differ in length")
    return workers.run(count, inPiecesOf: 1 << 12) { part in
      switch width {
      case .one: fill(UInt8.self, sources, reversed, part)
      case .two: fill(UInt16.self, sources, reversed, part)
      case .four: fill(UInt32.self, sources, reversed, part)
      }
    }
  }

  private func fill<Rank: RankWord>(
    _ type: Rank.Type, _ sources: [RankArray], _ isReversed: Bool, _ part: Range<Int>
  ) {
    for lane in 0..<Self.laneCount {
      let target = ranks(type) + lane
      guard lane < sources.count else {
        for slot in part { target[slot &* Self.laneCount] = .max }
        continue
      }
      switch sources[lane].width {
      case .one: fill(target, sources[lane].ranks(UInt8.self), isReversed, part)
      case .two: fill(target, sources[lane].ranks(UInt16.self), isReversed, part)
      case .four: fill(target, sources[lane].ranks(UInt32.self), isReversed, part)
      }
    }
  }

  private func fill<Rank: RankWord, Source: RankWord>(
    _ target: UnsafeMutablePointer<Rank>, _ source: UnsafeMutablePointer<Source>, _ isReversed: Bool,
    _ part: Range<Int>
  ) {
    let reversal: Rank = isReversed ? .max : 0
    var slot = part.lowerBound
    while slot < part.upperBound {
      let rank = source[slot]
      target[slot &* Self.laneCount] = (rank == .max ? .max : Rank(truncatingIfNeeded: rank)) ^ reversal
      slot &+= 1
    }
  }

  /// Puts one lane of an array that was ``narrowed(lanes:_:)`` into an array of the
  /// ranks that its numbers stand for; ranks that it cannot hold become its greatest.
  public func read(
    lane: Int, into target: RankArray, meaning: [UInt32], _ workers: Workers = .alone
  ) -> Bool {
    precondition(target.count == count, "the arrays differ in length")
    precondition(width == .two, "ranks were not numbered anew")
    let never = target.width.greatest
    var known = [UInt32](repeating: never, count: Int(width.greatest) + 1)
    for (number, rank) in meaning.enumerated() { known[number] = min(rank, never) }
    let table = known
    return workers.run(count, inPiecesOf: 1 << 15) { part in
      switch target.width {
      case .one: read(lane, into: target.ranks(UInt8.self), table, part)
      case .two: read(lane, into: target.ranks(UInt16.self), table, part)
      case .four: read(lane, into: target.ranks(UInt32.self), table, part)
      }
    }
  }

  private func read<Target: RankWord>(
    _ lane: Int, into target: UnsafeMutablePointer<Target>, _ table: [UInt32], _ part: Range<Int>
  ) {
    let source = ranks(UInt16.self) + lane
    table.withUnsafeBufferPointer { table in
      guard let table = table.baseAddress else { return }
      var slot = part.lowerBound
      while slot < part.upperBound {
        target[slot] = Target(
          truncatingIfNeeded: table[Int(truncatingIfNeeded: source[slot &* Self.laneCount])])
        slot &+= 1
      }
    }
  }

  /// Puts one lane into an array that may be narrower; ranks that it cannot hold
  /// become its greatest. `reversed` undoes that of ``fill(from:reversed:_:)``.
  public func read(
    lane: Int, into target: RankArray, reversed: Bool = false, _ workers: Workers = .alone
  ) -> Bool {
    precondition(target.count == count, "the arrays differ in length")
    return workers.run(count, inPiecesOf: 1 << 15) { part in
      switch width {
      case .one: read(ranks(UInt8.self) + lane, into: target, reversed, part)
      case .two: read(ranks(UInt16.self) + lane, into: target, reversed, part)
      case .four: read(ranks(UInt32.self) + lane, into: target, reversed, part)
      }
    }
  }

  private func read<Rank: RankWord>(
    _ source: UnsafeMutablePointer<Rank>, into target: RankArray, _ isReversed: Bool, _ part: Range<Int>
  ) {
    let reversal: Rank = isReversed ? .max : 0
    switch target.width {
    case .one: read(source, into: target.ranks(UInt8.self), reversal, part)
    case .two: read(source, into: target.ranks(UInt16.self), reversal, part)
    case .four: read(source, into: target.ranks(UInt32.self), reversal, part)
    }
  }

  private func read<Rank: RankWord, Target: RankWord>(
    _ source: UnsafeMutablePointer<Rank>, into target: UnsafeMutablePointer<Target>, _ reversal: Rank,
    _ part: Range<Int>
  ) {
    var slot = part.lowerBound
    while slot < part.upperBound {
      target[slot] = Target(clamping: source[slot &* Self.laneCount] ^ reversal)
      slot &+= 1
    }
  }
}

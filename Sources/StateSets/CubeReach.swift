/// What one actor can get to by itself, in all slots of a cube at once.
///
/// The cube is cut into *tiles*, in which all of the actor's bits vary, and some
/// others. A tile is copied to where it stays in the first cache, everything is done
/// there, and the result alone is written out: memory is read once.
public struct CubeReach: Sendable {
  private let axes: [Axis]
  /// Those of them that only some slots lead along.
  private let guarded: [GuardedAxis]
  /// The slots that the actor moves from and to; nil for all.
  private let domain: StateSet?
  private let slotCount: Int
  /// The bits that vary within a tile.
  private let mask: Int
  /// Where a tile's runs of neighbouring slots begin, from its first slot on.
  private let runs: [Int]
  private let runLength: Int

  /// Prepares for an actor that moves along `axes` and `guarded`, from and to the slots of
  /// `domain`.
  ///
  /// - Precondition: The number of slots is a power of two, 64 at least, above every bit.
  public init(axes: [Axis], guarded: [GuardedAxis] = [], domain: StateSet) {
    let count = domain.slotCount
    let all = axes + guarded.map { $0.axis }
    precondition(count >= 64 && count & (count - 1) == 0, "the slots do not form a cube")
    precondition(all.allSatisfy { count >> $0.bit > 1 }, "the slots do not form a cube")
    precondition(guarded.allSatisfy { $0.open.slotCount == count }, "an axis is of other slots")
    slotCount = count
    self.domain = domain.isFull ? nil : domain
    var mask = all.reduce(0) { $0 | 1 << $1.bit }
    // Sets are written in words of 64 slots; and larger tiles leave less to do between.
    var bit = 0
    while 1 << bit < count, bit < 6 || mask.nonzeroBitCount < Self.leastTileBits {
      mask |= 1 << bit
      bit += 1
    }
    let (bits, length) = (mask, 1 << (~mask).trailingZeroBitCount)
    self.mask = mask
    runLength = length
    runs = (0..<(1 << bits.nonzeroBitCount) / length).map { ($0 * length).deposited(around: ~bits) }
    // In a tile the bits are side by side, in their order.
    func inside(_ axis: Axis) -> Axis {
      Axis(bit: (bits & (1 << axis.bit - 1)).nonzeroBitCount, rises: axis.rises, falls: axis.falls)
    }
    self.axes = axes.map(inside)
    self.guarded = guarded.map { GuardedAxis(inside($0.axis), open: $0.open) }
  }

  /// A tile has two to this slots at least, where there are as many.
  private static let leastTileBits = 12

  private var tileSize: Int { runs.count * runLength }
  private var tileCount: Int { slotCount / tileSize }

  /// The first slot of a tile.
  private func start(_ tile: Int) -> Int { tile.deposited(around: mask) }

  /// Does all tiles, with those who work within one; false when the work was stopped.
  ///
  /// Several threads take a tile each, but all of them together go through one that is
  /// large, as it is for an actor with very many options.
  private func run(_ workers: Workers, _ body: @Sendable (Int, Workers) -> Void) -> Bool {
    if tileSize <= 1 << 16 {
      return workers.run(tileCount, inPiecesOf: 4) { tiles in
        for tile in tiles { body(tile, .alone) }
      }
    }
    for tile in 0..<tileCount {
      if workers.shouldStop() { return false }
      body(tile, workers)
    }
    // Who was stopped within a tile is so still.
    return !workers.shouldStop()
  }
}

// MARK: The best

extension CubeReach {
  /// Writes, for each slot, the greatest of the values that the actor gets to from
  /// there, the slot's own among them; false when the work was stopped.
  public func greatest(of values: RankArray, into target: RankArray, _ workers: Workers = .alone) -> Bool {
    precondition(values.count == slotCount && target.count == slotCount, "the arrays differ in length")
    precondition(values.width == target.width, "the arrays differ in shape")
    return switch values.width {
    case .one: greatest(UInt8.self, values, target, workers)
    case .two: greatest(UInt16.self, values, target, workers)
    case .four: greatest(UInt32.self, values, target, workers)
    }
  }

  private func greatest<Rank: RankWord>(
    _ type: Rank.Type, _ values: RankArray, _ target: RankArray, _ workers: Workers
  ) -> Bool {
    run(workers) { index, workers in
      let (values, target) = (values.ranks(type), target.ranks(type))
      let tile = Memory<Rank>(unfilled: tileSize)
      let start = start(index)
      for (run, offset) in runs.enumerated() {
        (tile.base + run * runLength).update(from: values + start + offset, count: runLength)
      }
      reach(tile, start, workers)
      for (run, offset) in runs.enumerated() {
        (target + start + offset).update(from: tile.base + run * runLength, count: runLength)
      }
      // From what it does not see, the actor goes nowhere.
      forEachWord(start, of: domain) { slot, _, word in
        let old = UnsafeRawPointer(values + slot)
        Rank.keep(target + slot, where: word) { group in
          old.loadUnaligned(fromByteOffset: group &* MemoryLayout<Rank.Lanes>.size, as: Rank.Lanes.self)
        }
      }
    }
  }

  /// Turns the values of a tile into the greatest that the actor gets to. Those
  /// outside the domain count for nothing, and are of no meaning then.
  @inline(__always)
  private func reach<Rank: RankWord>(_ tile: Memory<Rank>, _ start: Int, _ workers: Workers) {
    forEachWord(start, of: domain) { _, place, word in
      Rank.keep(tile.base + place, where: word) { _ in Rank.zeros }
    }
    CubePass<Greatest<Rank>>.run(over: tile, axes, workers)
    if !guarded.isEmpty { reachAlongGuarded(tile, start, workers) }
  }

  /// The same along the guarded axes.
  private func reachAlongGuarded<Rank: RankWord>(_ tile: Memory<Rank>, _ start: Int, _ workers: Workers) {
    let before = Memory<Rank>(unfilled: tileSize)
    for one in guarded {
      before.base.update(from: tile.base, count: tileSize)
      CubePass<Greatest<Rank>>.run(over: tile, [one.axis], workers)
      forEachWord(start, of: one.open) { _, place, word in
        let old = UnsafeRawPointer(before.base + place)
        Rank.keep(tile.base + place, where: word) { group in
          old.loadUnaligned(fromByteOffset: group &* MemoryLayout<Rank.Lanes>.size, as: Rank.Lanes.self)
        }
      }
    }
  }

  /// Gives the body, where there is a set, the first slot of every 64 of a tile, its place
  /// there, and which of them are in the set.
  @inline(__always)
  private func forEachWord(
    _ start: Int, of set: StateSet?, _ body: (_ slot: Int, _ place: Int, _ inside: UInt64) -> Void
  ) {
    guard let set else { return }
    set.words.withUnsafeBufferPointer { words in
      for (run, offset) in runs.enumerated() {
        for step in stride(from: 0, to: runLength, by: 64) {
          let slot = start &+ offset &+ step
          body(slot, run &* runLength &+ step, words[slot / 64])
        }
      }
    }
  }
}

// MARK: What the others leave

extension CubeReach {
  /// What the others bring the actor down to.
  public enum Spoils: Sendable {
    /// To nothing: they do nothing.
    case nothing
    /// In each slot to a rank of its own.
    case ranks(RankArray)
    /// To a rank that depends on the actor's own bits alone.
    case tile(RankArray)
  }

  /// The least of the values among all slots that agree in the actor's bits; nil when
  /// the work was stopped.
  public func leastElsewhere(of values: RankArray, _ workers: Workers = .alone) -> Spoils? {
    precondition(values.count == slotCount, "the arrays differ in length")
    return switch values.width {
    case .one: leastElsewhere(UInt8.self, values, workers)
    case .two: leastElsewhere(UInt16.self, values, workers)
    case .four: leastElsewhere(UInt32.self, values, workers)
    }
  }

  private func leastElsewhere<Rank: RankWord>(
    _ type: Rank.Type, _ values: RankArray, _ workers: Workers
  ) -> Spoils? {
    // Some threads at most, each with a tile of its own.
    let partCount = min(tileCount, 8)
    let parts = (0..<partCount).map { _ in
      RankArray(count: tileSize, width: values.width, filledWith: values.width.greatest)
    }
    let done = workers.run(partCount) { part in
      let (values, least) = (values.ranks(type), parts[part].ranks(type))
      for index in tileCount * part / partCount..<tileCount * (part + 1) / partCount {
        let start = start(index)
        for (run, offset) in runs.enumerated() {
          Self.keepLesser(least + run * runLength, values + start + offset, runLength)
        }
      }
    }
    if !done { return nil }
    for part in parts.dropFirst() { Self.keepLesser(parts[0].ranks(type), part.ranks(type), tileSize) }
    let own = axes.reduce(guarded.reduce(0) { $0 | 1 << $1.axis.bit }) { $0 | 1 << $1.bit }
    let others = (0..<tileSize.trailingZeroBitCount).filter { own >> $0 & 1 == 0 }.map { Axis(bit: $0) }
    return parts[0].pass(.least, along: others) ? .tile(parts[0]) : nil
  }

  @inline(__always)
  private static func keepLesser<Rank: RankWord>(
    _ mine: UnsafeMutablePointer<Rank>, _ others: UnsafePointer<Rank>, _ count: Int
  ) {
    var index = 0
    while index < count {
      mine[index] = min(mine[index], others[index])
      index &+= 1
    }
  }

  /// The slots where the actor can hope for nothing better: those whose rank is not
  /// below that of any slot it gets to, nor below what that is spoiled to.
  ///
  /// Nil when the work was stopped.
  public func settled(_ ranks: RankArray, spoiled: Spoils, _ workers: Workers = .alone) -> StateSet? {
    precondition(ranks.count == slotCount, "the arrays differ in length")
    switch spoiled {
    case .nothing: break
    case .ranks(let least):
      precondition(least.count == slotCount && least.width == ranks.width, "the arrays differ in shape")
    case .tile(let least):
      precondition(least.count == tileSize && least.width == ranks.width, "the arrays differ in shape")
    }
    return switch ranks.width {
    case .one: settled(UInt8.self, ranks, spoiled, workers)
    case .two: settled(UInt16.self, ranks, spoiled, workers)
    case .four: settled(UInt32.self, ranks, spoiled, workers)
    }
  }

  private func settled<Rank: RankWord>(
    _ type: Rank.Type, _ ranks: RankArray, _ spoiled: Spoils, _ workers: Workers
  ) -> StateSet? {
    let words = Memory<UInt64>(unfilled: slotCount / 64)
    let done = run(workers) { index, workers in
      let ranks = ranks.ranks(type)
      let tile = Memory<Rank>(unfilled: tileSize)
      let start = start(index)
      for (run, offset) in runs.enumerated() {
        let copy = tile.base + run * runLength
        copy.update(from: ranks + start + offset, count: runLength)
        switch spoiled {
        case .nothing: break
        case .ranks(let least): Self.keepLesser(copy, least.ranks(type) + start + offset, runLength)
        case .tile(let least): Self.keepLesser(copy, least.ranks(type) + run * runLength, runLength)
        }
      }
      reach(tile, start, workers)
      for (run, offset) in runs.enumerated() {
        let first = start + offset
        for word in 0..<runLength / 64 {
          words.base[first / 64 + word] = Rank.word(
            of: tile.base + (run * runLength + word * 64), atMost: ranks + (first + word * 64))
        }
      }
    }
    if !done { return nil }
    let array = Array(UnsafeBufferPointer(start: words.base, count: words.count))
    var found = StateSet(words: array, over: slotCount)
    // From what it does not see, the actor goes nowhere.
    if let domain { found.formUnion(domain.complement) }
    return found
  }
}

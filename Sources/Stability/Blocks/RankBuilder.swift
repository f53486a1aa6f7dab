internal import ConflictModel
internal import StateSets

/// One actor's order of the states as whole numbers, by slot: greater is better,
/// equal is as good.
struct BuiltRanks: Sendable {
  let array: RankArray
  /// One more than the greatest rank there can be.
  let rankCount: Int
}

/// Makes rank arrays without going through the states one by one.
///
/// The ranks of slots that hold no state are of no meaning.
struct RankBuilder {
  let conflict: Conflict
  let blocks: StateBlocks
  /// The slots that hold a state.
  let states: StateSet
  let workers: Workers

  /// The actor's order; nil when the work was stopped.
  func ranks(of actor: Int) -> BuiltRanks? {
    let built = build(actor)
    checkInternally(built.flatMap { $0.array.fault(rankCount: $0.rankCount, among: states) })
    return built
  }

  /// An order that agrees with the actor's among states that differ in the given
  /// options alone; nil when the work was stopped.
  func ranks(of actor: Int, alongOnly mask: UInt64) -> BuiltRanks? {
    guard case .statements(let statements) = conflict.actors[actor].preference else {
      return ranks(of: actor)
    }
    return ranks(statements: statements.map(conflict.predicate).filter { $0.optionMask & mask != 0 })
  }

  private func build(_ actor: Int) -> BuiltRanks? {
    switch conflict.actors[actor].preference {
    case .statements(let statements): ranks(statements: statements.map(conflict.predicate))
    case .ranking(let tiers): ranks(tiers: tiers)
    case .weights(let weights): ranks(weights: weights)
    case .indifferent: BuiltRanks(array: zeros(), rankCount: 1)
    }
  }

  private func zeros() -> RankArray {
    RankArray(count: blocks.slotCount, width: .one, filledWith: 0)
  }

  private func ranks(tiers: [[State]]) -> BuiltRanks {
    // The states that no tier lists are in a tier of their own, the worst.
    let array = RankArray(
      count: blocks.slotCount, width: RankArray.Width(rankCount: tiers.count + 1), filledWith: 0)
    for (index, tier) in tiers.enumerated() {
      for state in tier {
        if let slot = blocks.slot(of: state.code) { array.set(slot, to: UInt32(tiers.count - index)) }
      }
    }
    return BuiltRanks(array: array, rankCount: tiers.count + 1)
  }
}

// MARK: Statements

extension RankBuilder {
  /// The lexicographic order by the truth of the statements, the first weighing
  /// most; nil when the work was stopped.
  ///
  /// The truths of up to eight statements are a rank of one byte as they stand, and
  /// those of up to sixteen one of two, unless there are fewer states than such ranks.
  /// With more, the ranks so far are refined by the truths of a few statements at
  /// a time, and those that occur are numbered without gaps. Once no two states
  /// are tied, no statement can tell more of them apart.
  func ranks(statements: [ReadyCondition]) -> BuiltRanks? {
    if statements.isEmpty { return BuiltRanks(array: zeros(), rankCount: 1) }
    if (9...16).contains(statements.count), states.count >= 1 << statements.count {
      let pairs = RankArray(unfilled: blocks.slotCount, width: .two)
      guard write(statements[...], into: pairs) else { return nil }
      return BuiltRanks(array: pairs, rankCount: 1 << statements.count)
    }
    let digits = RankArray(unfilled: blocks.slotCount, width: .one)
    guard write(statements.prefix(8), into: digits) else { return nil }
    var built = BuiltRanks(array: digits, rankCount: 1 << min(8, statements.count))
    var left = statements.dropFirst(8)
    if left.isEmpty { return built }
    let stateCount = states.count
    let further = RankArray(unfilled: blocks.slotCount, width: .one)
    while !left.isEmpty, built.rankCount < stateCount || built.array === digits {
      let step = stepSize(left.count, rankCount: built.rankCount)
      guard write(left.prefix(step), into: further),
        let found = built.array.refined(
          by: further, bits: step, rankCount: built.rankCount, among: states, workers)
      else { return nil }
      built = BuiltRanks(array: found.ranks, rankCount: max(found.rankCount, 1))
      left = left.dropFirst(step)
    }
    return built
  }

  /// How many of the statements left are taken at a time: as many as there are
  /// bits to tell the keys apart by, in not much more memory than the slots take.
  private func stepSize(_ left: Int, rankCount: Int) -> Int {
    let most = min(Self.keyLimit, max(1 << 18, blocks.slotCount * 32))
    var step = min(8, left)
    while step > 1, rankCount > most >> step { step -= 1 }
    return step
  }

  /// So many keys are told apart by a bit each, in 32 MiB.
  private static let keyLimit = 1 << 28

  /// Writes the truths of up to eight statements, or sixteen into two bytes, as a
  /// number for each slot, the first in the highest of the bits; false when the work
  /// was stopped.
  private func write(_ statements: ArraySlice<ReadyCondition>, into digits: RankArray) -> Bool {
    let ready = statements.map(BlockPredicate.init)
    return workers.run(blocks.blockCount) { index in
      let block = blocks.open(index)
      let width = block.words.count
      var scratch = BlockPredicate.Scratch()
      // Row r of a word's squares has the truths of the statement that weighs 2^r.
      let rowCount = 8 * digits.width.rawValue
      var rows = [UInt64](repeating: 0, count: rowCount * width)
      for (place, predicate) in ready.enumerated() {
        predicate.evaluate(block, in: blocks, &scratch) { found in
          for word in 0..<width { rows[word * rowCount + ready.count - 1 - place] = found[word] }
        }
      }
      rows.withUnsafeBufferPointer { rows in
        guard let base = rows.baseAddress else { return }
        for word in 0..<width {
          let first = (block.words.lowerBound + word) * 64
          for group in 0..<8 {
            let square = base + word * rowCount
            let low = Self.columns(square, group)
            let high = rowCount > 8 ? Self.columns(square + 8, group) : 0
            digits.setEight(from: first + group * 8, to: low, high: high)
          }
        }
      }
    }
  }

  /// For eight neighbouring states, byte by byte, the truths of all statements:
  /// a square of eight by eight bits turned round.
  @inline(__always)
  private static func columns(_ rows: UnsafePointer<UInt64>, _ group: Int) -> UInt64 {
    let shift = UInt64(truncatingIfNeeded: group &* 8)
    var square: UInt64 = 0
    var row = 0
    while row < 8 {
      square |= (rows[row] >> shift & 0xFF) << UInt64(truncatingIfNeeded: row &* 8)
      row &+= 1
    }
    var difference = (square ^ (square >> 7)) & 0x00AA_00AA_00AA_00AA
    square ^= difference ^ (difference << 7)
    difference = (square ^ (square >> 14)) & 0x0000_CCCC_0000_CCCC
    square ^= difference ^ (difference << 14)
    difference = (square ^ (square >> 28)) & 0x0000_0000_F0F0_F0F0
    return square ^ difference ^ (difference << 28)
  }
}

// MARK: Weights

extension RankBuilder {
  /// The order by the sum of the weights of what is taken.
  private func ranks(weights: [Int64]) -> BuiltRanks? {
    guard let scaled = Self.scaled(weights) else { return BuiltRanks(array: zeros(), rankCount: 1) }
    // Sums are kept as what they exceed the least one by, which 64 bits always hold.
    var least: UInt64 = 0
    var range: UInt64 = 0
    for weight in scaled {
      if weight < 0 { least &-= weight.magnitude }
      range &+= weight.magnitude
    }
    let sums = WeightSums(scaled, offset: 0 &- least, blocks)
    if range < Self.keyLimit { return ranks(narrow: sums, range: Int(range)) }
    return blocks.isCube ? ranks(merging: scaled) : ranks(wide: sums)
  }

  /// The weights in the largest unit that all of them are multiples of, which makes
  /// no difference to the order; nil when all are 0.
  private static func scaled(_ weights: [Int64]) -> [Int64]? {
    let unit = weights.reduce(0 as UInt64) { commonDivisor($0, $1.magnitude) }
    if unit == 0 { return nil }
    return weights.map { unit > UInt64(Int64.max) ? $0.signum() : $0 / Int64(unit) }
  }

  /// Whether sums of the weights are too far apart for a table, so that they are sorted.
  static func sortsSums(of weights: [Int64]) -> Bool {
    (scaled(weights) ?? []).reduce(0 as UInt64) { $0 &+ $1.magnitude } >= keyLimit
  }

  /// Sums that are numbers of a table.
  private func ranks(narrow sums: WeightSums, range: Int) -> BuiltRanks? {
    let keys = RankArray(unfilled: blocks.slotCount, width: RankArray.Width(rankCount: range + 1))
    let done = workers.run(sums.wordCount, inPiecesOf: 1 << 9) { words in
      for word in words { sums.write(word, into: keys) }
    }
    if !done { return nil }
    if keys.width == .one { return BuiltRanks(array: keys, rankCount: range + 1) }
    guard let found = keys.refined(by: nil, bits: 0, rankCount: range + 1, among: states, workers) else {
      return nil
    }
    return BuiltRanks(array: found.ranks, rankCount: max(found.rankCount, 1))
  }

  /// Sums too far apart for that come sorted in a cube.
  private func ranks(merging weights: [Int64]) -> BuiltRanks? {
    let stateCount = states.count
    let array = RankArray(unfilled: blocks.slotCount, width: RankArray.Width(rankCount: stateCount))
    // The rank of the latest state, and whether a sum was greater since.
    var (rank, isGreater) = (-1, true)
    let done = MergedSums.forEach(weights, workers) { slot, isNew in
      isGreater = isGreater || isNew
      if !states.contains(slot) { return }
      if isGreater { rank += 1 }
      isGreater = false
      array.set(slot, to: UInt32(rank))
    }
    return done ? narrowed(array, rankCount: rank + 1) : nil
  }

  /// Sums of states in a list are sorted.
  private func ranks(wide sums: WeightSums) -> BuiltRanks? {
    let keys = SharedWords(count: sums.wordCount * 64)
    let done = workers.run(sums.wordCount, inPiecesOf: 1 << 9) { words in
      for word in words { sums.write(word, to: keys.base + word * 64) }
    }
    if !done { return nil }
    guard let order = KeyOrder.slots(of: states, byRising: keys.base, workers) else { return nil }
    var rankCount = 0
    let array = RankArray(unfilled: blocks.slotCount, width: RankArray.Width(rankCount: order.count))
    for (index, slot) in order.enumerated() {
      let isNew = index == 0 || keys.base[Int(order[index - 1])] != keys.base[Int(slot)]
      if isNew { rankCount += 1 }
      array.set(Int(slot), to: UInt32(rankCount - 1))
    }
    return narrowed(array, rankCount: rankCount)
  }

  /// Ranks without gaps, in fewer bytes if they fit, as there may be far fewer sums than
  /// states; nil when the work was stopped.
  private func narrowed(_ array: RankArray, rankCount: Int) -> BuiltRanks? {
    if RankArray.Width(rankCount: rankCount) == array.width || rankCount == 0 {
      return BuiltRanks(array: array, rankCount: max(rankCount, 1))
    }
    guard let found = array.refined(by: nil, bits: 0, rankCount: rankCount, among: states, workers) else {
      return nil
    }
    return BuiltRanks(array: found.ranks, rankCount: found.rankCount)
  }

  private static func commonDivisor(_ one: UInt64, _ other: UInt64) -> UInt64 {
    var (large, small) = (one, other)
    while small != 0 { (large, small) = (small, large % small) }
    return large
  }
}

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
  /// The truths of up to eight statements are a rank of one byte as they stand.
  /// With more, a few statements at a time are appended to the rank so far, and
  /// each time the ranks that occur are numbered without gaps.
  func ranks(statements: [Predicate]) -> BuiltRanks? {
    if statements.isEmpty { return BuiltRanks(array: zeros(), rankCount: 1) }
    if statements.count <= 8 {
      let array = RankArray(unfilled: blocks.slotCount, width: .one)
      guard append(statements[...], to: nil, into: array) else { return nil }
      return BuiltRanks(array: array, rankCount: 1 << statements.count)
    }
    let keys = RankArray(unfilled: blocks.slotCount, width: .four)
    var (left, rankCount) = (statements[...], 1)
    while !left.isEmpty {
      var step = min(8, left.count)
      while step > 1, rankCount << step > Self.keyLimit { step -= 1 }
      guard append(left.prefix(step), to: rankCount == 1 ? nil : keys, into: keys),
        let found = closeGaps(keys, keyCount: rankCount << step)
      else { return nil }
      rankCount = found
      left = left.dropFirst(step)
    }
    return narrowed(keys, rankCount)
  }

  /// So many keys are told apart by a bit each, in 32 MiB.
  private static let keyLimit = 1 << 28

  /// Makes each slot's rank `old << count | truths`.
  private func append(_ statements: ArraySlice<Predicate>, to old: RankArray?, into new: RankArray) -> Bool {
    let ready = statements.map(BlockPredicate.init)
    let shift = UInt32(ready.count)
    return workers.run(blocks.blockCount) { index in
      let block = blocks.open(index)
      let width = block.words.count
      var scratch = BlockPredicate.Scratch()
      // Row r of a word's square has the truths of the statement that weighs 2^r.
      var rows = [UInt64](repeating: 0, count: 8 * width)
      for (place, predicate) in ready.enumerated() {
        predicate.evaluate(block, in: blocks, &scratch) { found in
          for word in 0..<width { rows[word * 8 + ready.count - 1 - place] = found[word] }
        }
      }
      rows.withUnsafeBufferPointer { rows in
        for word in 0..<width {
          let first = (block.words.lowerBound + word) * 64
          let square = rows.baseAddress! + word * 8
          for group in 0..<8 {
            let truths = Self.columns(square, group)
            if let old {
              for place in 0..<min(8, max(0, blocks.slotCount - first - group * 8)) {
                let slot = first + group * 8 + place
                new.set(slot, to: old[slot] << shift | UInt32(truths >> UInt64(place * 8) & 0xFF))
              }
            } else {
              new.setEight(from: first + group * 8, to: truths)
            }
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

// MARK: Numbers without gaps

extension RankBuilder {
  /// Replaces each state's key by how many different keys of states are less; how
  /// many there are, or nil when the work was stopped.
  private func closeGaps(_ keys: RankArray, keyCount: Int) -> Int? {
    var present = [UInt64](repeating: 0, count: (keyCount + 63) / 64)
    for (index, word) in states.words.enumerated() {
      if index % 4096 == 0, workers.shouldStop() { return nil }
      var left = word
      while left != 0 {
        let key = keys[index * 64 + left.trailingZeroBitCount]
        present[Int(key / 64)] |= 1 << UInt64(key % 64)
        left &= left - 1
      }
    }
    var before: [UInt32] = []
    before.reserveCapacity(present.count)
    var count: UInt32 = 0
    for word in present {
      before.append(count)
      count += UInt32(word.nonzeroBitCount)
    }
    let (marks, starts) = (present, before)
    let done = workers.run(blocks.slotCount, inPiecesOf: 1 << 15) { part in
      for slot in part {
        let key = keys[slot]
        // Slots without a state may have any key.
        if Int(key / 64) >= marks.count { continue }
        let below = marks[Int(key / 64)] & ((1 << UInt64(key % 64)) - 1)
        keys.set(slot, to: starts[Int(key / 64)] + UInt32(below.nonzeroBitCount))
      }
    }
    return done ? Int(count) : nil
  }

  /// The keys in no more bytes than they need.
  private func narrowed(_ keys: RankArray, _ rankCount: Int) -> BuiltRanks? {
    let width = RankArray.Width(rankCount: rankCount)
    if width == .four { return BuiltRanks(array: keys, rankCount: rankCount) }
    let array = RankArray(unfilled: blocks.slotCount, width: width)
    let done = workers.run(blocks.slotCount, inPiecesOf: 1 << 15) { part in
      for slot in part { array.set(slot, to: keys[slot]) }
    }
    return done ? BuiltRanks(array: array, rankCount: rankCount) : nil
  }
}

// MARK: Weights

extension RankBuilder {
  /// The order by the sum of the weights of what is taken.
  private func ranks(weights: [Int64]) -> BuiltRanks? {
    // What every sum is a multiple of makes no difference to the order.
    let unit = weights.reduce(0 as UInt64) { Self.commonDivisor($0, $1.magnitude) }
    if unit == 0 { return BuiltRanks(array: zeros(), rankCount: 1) }
    let scaled = weights.map { unit > UInt64(Int64.max) ? $0 : $0 / Int64(unit) }
    let least = scaled.reduce(0 as Int64) { $0 + min($1, 0) }
    let greatest = scaled.reduce(0 as Int64) { $0 + max($1, 0) }
    let (range, isTooLarge) = greatest.subtractingReportingOverflow(least)
    guard !isTooLarge, range < Int64(Self.keyLimit) else { return ranks(ofWideSums: scaled) }
    let keys = RankArray(unfilled: blocks.slotCount, width: .four)
    let done = sums(scaled) { slot, sum in keys.set(slot, to: UInt32(sum - least)) }
    guard done, let rankCount = closeGaps(keys, keyCount: Int(range) + 1) else { return nil }
    return narrowed(keys, rankCount)
  }

  /// Sums too far apart for a bit each are sorted and looked up.
  private func ranks(ofWideSums weights: [Int64]) -> BuiltRanks? {
    let all = SharedWords(count: blocks.slotCount)
    guard sums(weights, { slot, sum in all.base[slot] = UInt64(bitPattern: sum) }) else { return nil }
    var different = states.map { Int64(bitPattern: all.base[$0]) }
    different.sort()
    if workers.shouldStop() { return nil }
    var kept = 0
    for index in different.indices where index == 0 || different[index] != different[kept - 1] {
      different[kept] = different[index]
      kept += 1
    }
    different.removeLast(different.count - kept)
    let sorted = different
    let array = RankArray(unfilled: blocks.slotCount, width: RankArray.Width(rankCount: kept))
    let done = workers.run(blocks.slotCount, inPiecesOf: 1 << 15) { part in
      for slot in part {
        let sum = Int64(bitPattern: all.base[slot])
        var (low, high) = (0, sorted.count)
        while low < high {
          let middle = (low + high) / 2
          if sorted[middle] < sum { low = middle + 1 } else { high = middle }
        }
        array.set(slot, to: UInt32(low))
      }
    }
    return done ? BuiltRanks(array: array, rankCount: kept) : nil
  }

  private func sums(_ weights: [Int64], _ body: @Sendable (Int, Int64) -> Void) -> Bool {
    workers.run(blocks.blockCount) { index in
      let block = blocks.open(index)
      let width = block.words.count
      var columns = [UInt64](repeating: 0, count: weights.count * width)
      columns.withUnsafeMutableBufferPointer { columns in
        for option in weights.indices where weights[option] != 0 {
          block.write(option: option, to: columns.baseAddress! + option * width)
        }
        for word in 0..<width {
          let first = (block.words.lowerBound + word) * 64
          for place in 0..<min(64, blocks.slotCount - first) {
            var sum: Int64 = 0
            for option in weights.indices
            where columns[option * width + word] >> UInt64(place) & 1 != 0 { sum += weights[option] }
            body(first + place, sum)
          }
        }
      }
    }
  }

  private static func commonDivisor(_ one: UInt64, _ other: UInt64) -> UInt64 {
    var (large, small) = (one, other)
    while small != 0 { (large, small) = (small, large % small) }
    return large
  }
}

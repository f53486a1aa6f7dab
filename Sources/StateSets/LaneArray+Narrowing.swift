extension LaneArray {
  /// What came of numbering ranks anew.
  public enum Narrowing: Sendable {
    /// The numbers and, for each lane asked for, the rank that each of them stands
    /// for. The greatest number stands for the greatest rank, as ever.
    case narrowed(LaneArray, meanings: [[UInt32]])
    /// Some lane has too many ranks.
    case tooMany
    /// The work was stopped.
    case stopped
  }

  /// Numbers the ranks of the first so many lanes anew, lane by lane, in the same
  /// order and without gaps, in two bytes instead of four if they suffice.
  ///
  /// In a sweep the least ranks spread, so that after a few of them far fewer ranks
  /// are left than there were, and further ones take less time on fewer bytes.
  ///
  /// - Complexity: O(slots · lanes)
  public func narrowed(lanes laneCount: Int, _ workers: Workers = .alone) -> Narrowing {
    precondition(width == .four, "only ranks of four bytes are numbered anew")
    precondition((0...Self.laneCount).contains(laneCount), "there are eight lanes")
    let marks = RankMarks(self, laneCount)
    guard let isWithin = marks.mark(workers) else { return .stopped }
    guard isWithin, let numbers = marks.numbers() else { return .tooMany }
    let result = LaneArray(unfilled: count, width: .two)
    result.latestChanges.base.update(from: latestChanges.base, count: latestChanges.count)
    if !marks.write(numbers, into: result, workers) { return .stopped }
    return .narrowed(result, meanings: numbers.map { $0.meanings })
  }
}

/// Which ranks occur in each lane.
private struct RankMarks: @unchecked Sendable {
  private let ranks: UnsafeMutablePointer<UInt32>
  private let slotCount: Int
  private let laneCount: Int
  private let rankCount: Int
  private let wordCount: Int
  /// Marks are made by so many threads at most, each in words of its own.
  private let partCount: Int
  private let marks: Memory<UInt64>
  /// All numbers of two bytes but the greatest.
  private static let most = Int(UInt16.max)

  init(_ array: LaneArray, _ laneCount: Int) {
    ranks = array.ranks(UInt32.self)
    slotCount = array.count
    self.laneCount = laneCount
    // Ranks have no gaps, so there are no more than slots, and one of none.
    rankCount = array.count + 1
    wordCount = (rankCount + 63) / 64
    partCount = max(1, min(4, slotCount >> 16))
    marks = Memory(count: partCount * laneCount * wordCount, filledWith: 0)
  }

  /// Marks the ranks; false when some lane has too many, nil when the work was stopped.
  func mark(_ workers: Workers) -> Bool? {
    let isTooMany = Memory<Bool>(count: partCount, filledWith: false)
    let done = workers.run(partCount) { part in
      let own = marks.base + part * laneCount * wordCount
      let found = Memory<Int>(count: laneCount, filledWith: 0)
      for slot in slotCount * part / partCount..<slotCount * (part + 1) / partCount {
        let first = ranks + slot &* LaneArray.laneCount
        var lane = 0
        while lane < laneCount {
          let rank = Int(truncatingIfNeeded: first[lane])
          if rank < rankCount {
            let word = own + (lane &* wordCount &+ rank >> 6)
            let bit: UInt64 = 1 << UInt64(truncatingIfNeeded: rank & 63)
            if word.pointee & bit == 0 {
              word.pointee |= bit
              found.base[lane] &+= 1
              if found.base[lane] > Self.most { isTooMany.base[part] = true }
            }
          } else if first[lane] != .max {
            isTooMany.base[part] = true
          }
          lane &+= 1
        }
        if isTooMany.base[part] { return }
      }
    }
    return done ? !isTooMany.hasTrue : nil
  }

  /// The numbers of one lane's ranks.
  struct Numbers {
    /// For 64 ranks the row of their numbers, if any of them occurs.
    let rows: Memory<UInt32>
    let numbers: Memory<UInt16>
    let meanings: [UInt32]
  }

  /// The numbers, lane by lane; nil when some lane has too many ranks.
  func numbers() -> [Numbers]? {
    var result: [Numbers] = []
    for lane in 0..<laneCount {
      let rows = Memory<UInt32>(count: wordCount, filledWith: 0)
      var (meanings, occurring): ([UInt32], [(index: Int, word: UInt64)]) = ([], [])
      for index in 0..<wordCount {
        var word: UInt64 = 0
        for part in 0..<partCount { word |= marks.base[(part &* laneCount &+ lane) &* wordCount &+ index] }
        if word == 0 { continue }
        rows.base[index] = UInt32(truncatingIfNeeded: occurring.count)
        occurring.append((index, word))
      }
      let numbers = Memory<UInt16>(count: occurring.count * 64, filledWith: 0)
      for (row, entry) in occurring.enumerated() {
        var left = entry.word
        while left != 0 {
          let bit = left.trailingZeroBitCount
          if meanings.count == Self.most { return nil }
          numbers.base[row * 64 + bit] = UInt16(truncatingIfNeeded: meanings.count)
          meanings.append(UInt32(truncatingIfNeeded: entry.index * 64 + bit))
          left &= left - 1
        }
      }
      result.append(Numbers(rows: rows, numbers: numbers, meanings: meanings))
    }
    return result
  }

  /// Writes each rank's number, and the greatest in lanes that are not asked for.
  func write(_ numbers: [Numbers], into array: LaneArray, _ workers: Workers) -> Bool {
    workers.run(slotCount, inPiecesOf: 1 << 12) { part in
      for lane in 0..<LaneArray.laneCount {
        let new = array.ranks(UInt16.self) + lane
        guard lane < laneCount else {
          for slot in part { new[slot &* LaneArray.laneCount] = .max }
          continue
        }
        let (old, rows, table) = (ranks + lane, numbers[lane].rows.base, numbers[lane].numbers.base)
        var slot = part.lowerBound
        while slot < part.upperBound {
          let rank = old[slot &* LaneArray.laneCount]
          let key = Int(truncatingIfNeeded: rank)
          new[slot &* LaneArray.laneCount] =
            rank == .max ? .max : table[Int(truncatingIfNeeded: rows[key >> 6]) &* 64 &+ key & 63]
          slot &+= 1
        }
      }
    }
  }
}

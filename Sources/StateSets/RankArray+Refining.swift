extension RankArray {
  /// Tells slots of the same rank apart by further *digits*, one for each slot:
  /// those with the lesser digit get the lesser rank. Ranks are numbered without
  /// gaps, as they occur among the slots of `set`; those of other slots are of no
  /// meaning, before and after.
  ///
  ///     let coarse = …                                   // 0 0 1 1
  ///     let digits = …                                   // 5 3 3 3
  ///     coarse.refined(by: digits, bits: 3, rankCount: 2, among: all)   // 1 0 2 2, of 3
  ///
  /// - Parameters:
  ///   - digits: The digits, of one byte each; nil to close gaps only.
  ///   - bits: How many bits a digit has.
  ///   - rankCount: One more than the greatest rank so far.
  ///   - set: The slots whose ranks are of meaning.
  ///   - workers: Who does the work, and when to stop.
  ///
  /// - Returns: The new ranks and how many there are; nil when the work was stopped.
  ///
  /// - Complexity: O(slots + 2^bits · ranks / 64)
  public func refined(
    by digits: RankArray?, bits: Int, rankCount: Int, among set: StateSet, _ workers: Workers = .alone
  ) -> (ranks: RankArray, rankCount: Int)? {
    precondition(count == set.slotCount, "the set ranges over other slots")
    precondition(
      digits.map { $0.count == count && $0.width == .one } ?? (bits == 0), "there are no such digits")
    switch width {
    case .one: return refined(UInt8.self, digits, bits, rankCount, set, workers)
    case .two: return refined(UInt16.self, digits, bits, rankCount, set, workers)
    case .four: return refined(UInt32.self, digits, bits, rankCount, set, workers)
    }
  }

  private func refined<Old: RankWord>(
    _: Old.Type, _ digits: RankArray?, _ bits: Int, _ rankCount: Int, _ set: StateSet, _ workers: Workers
  ) -> (ranks: RankArray, rankCount: Int)? {
    let keys = Keys<Old>(self, digits, bits, rankCount)
    guard let table = keys.table(among: set, workers) else { return nil }
    let refined = RankArray(unfilled: count, width: Width(rankCount: table.rankCount))
    let done: Bool
    switch refined.width {
    case .one: done = keys.look(up: table, into: refined.ranks(UInt8.self), count, workers)
    case .two: done = keys.look(up: table, into: refined.ranks(UInt16.self), count, workers)
    case .four: done = keys.look(up: table, into: refined.ranks(UInt32.self), count, workers)
    }
    return done ? (refined, table.rankCount) : nil
  }
}

/// Ranks with their digits behind them, as one number for each slot.
private struct Keys<Old: RankWord>: @unchecked Sendable {
  private let old: UnsafeMutablePointer<Old>
  private let digits: UnsafeMutablePointer<UInt8>?
  private let bits: UInt64
  /// One more than the greatest key that the table holds.
  private let keyCount: Int
  // Held for as long as the pointers into them.
  private let owners: (RankArray, RankArray?)

  init(_ ranks: RankArray, _ digits: RankArray?, _ bits: Int, _ rankCount: Int) {
    old = ranks.ranks(Old.self)
    self.digits = digits.map { $0.ranks(UInt8.self) }
    self.bits = UInt64(bits)
    keyCount = rankCount << bits
    owners = (ranks, digits)
  }

  @inline(__always)
  private func key(_ slot: Int) -> Int {
    guard let digits else { return Int(truncatingIfNeeded: old[slot]) }
    return Int(truncatingIfNeeded: old[slot]) << Int(truncatingIfNeeded: bits)
      | Int(truncatingIfNeeded: digits[slot])
  }

  /// For 64 keys which of them occur, and how many lesser ones do.
  struct Entry: BitwiseCopyable {
    var marks: UInt64
    var before: UInt32
  }

  /// The keys that occur, numbered.
  struct Table {
    let entries: Memory<Entry>
    /// The number of each key, where there are few.
    let numbers: Memory<UInt32>?
    let rankCount: Int
  }

  /// Marks the keys that occur among the slots of `set`, each part in a list of its
  /// own, and numbers them; nil when the work was stopped.
  func table(among set: StateSet, _ workers: Workers) -> Table? {
    let wordCount = set.words.count
    let markWords = (keyCount + 63) / 64
    // All lists together take no more than a byte for each slot, or 64 KiB.
    let partCount = max(1, min(16, max(set.slotCount, 1 << 16) / (8 * markWords), wordCount >> 10))
    let marks = Memory<UInt64>(count: partCount * markWords, filledWith: 0)
    let done = workers.run(partCount) { part in
      let own = marks.base + part * markWords
      set.words.withUnsafeBufferPointer { words in
        for index in wordCount * part / partCount..<wordCount * (part + 1) / partCount {
          mark(words[index], index &* 64, own)
        }
      }
    }
    if !done { return nil }
    let entries = Memory<Entry>(unfilled: markWords)
    var count: UInt32 = 0
    for index in 0..<markWords {
      var word: UInt64 = 0
      for part in 0..<partCount { word |= marks.base[part &* markWords &+ index] }
      entries.base[index] = Entry(marks: word, before: count)
      count &+= UInt32(truncatingIfNeeded: word.nonzeroBitCount)
    }
    return Table(entries: entries, numbers: numbers(entries), rankCount: Int(count))
  }

  @inline(__always)
  private func mark(_ word: UInt64, _ first: Int, _ marks: UnsafeMutablePointer<UInt64>) {
    if word == .max {
      var slot = first
      while slot < first &+ 64 {
        let key = key(slot)
        marks[key >> 6] |= 1 << UInt64(truncatingIfNeeded: key & 63)
        slot &+= 1
      }
      return
    }
    var left = word
    while left != 0 {
      let key = key(first &+ left.trailingZeroBitCount)
      marks[key >> 6] |= 1 << UInt64(truncatingIfNeeded: key & 63)
      left &= left &- 1
    }
  }

  /// One number for each key is faster than counting bits, as long as it stays in a cache.
  private func numbers(_ entries: Memory<Entry>) -> Memory<UInt32>? {
    if keyCount > 1 << 17 { return nil }
    let numbers = Memory<UInt32>(unfilled: entries.count * 64)
    for key in 0..<entries.count * 64 { numbers.base[key] = Self.number(key, entries.base) }
    return numbers
  }

  @inline(__always)
  private static func number(_ key: Int, _ entries: UnsafePointer<Entry>) -> UInt32 {
    let entry = entries[key >> 6]
    let below = entry.marks & ((1 << UInt64(truncatingIfNeeded: key & 63)) &- 1)
    return entry.before &+ UInt32(truncatingIfNeeded: below.nonzeroBitCount)
  }

  /// Writes the number of each slot's key; false when the work was stopped.
  func look<New: RankWord>(
    up table: Table, into target: UnsafeMutablePointer<New>, _ slotCount: Int, _ workers: Workers
  ) -> Bool {
    let target = Target(ranks: target)
    return workers.run(slotCount, inPiecesOf: 1 << 15) { part in
      let (target, entries) = (target.ranks, UnsafePointer(table.entries.base))
      // Slots outside the set may have any key.
      let keyCount = keyCount
      if let numbers = table.numbers {
        let numbers = numbers.base
        for slot in part {
          let key = key(slot)
          target[slot] = New(truncatingIfNeeded: key < keyCount ? numbers[key] : 0)
        }
      } else {
        for slot in part {
          let key = key(slot)
          target[slot] = New(truncatingIfNeeded: key < keyCount ? Self.number(key, entries) : 0)
        }
      }
    }
  }

  private struct Target<New: RankWord>: @unchecked Sendable {
    let ranks: UnsafeMutablePointer<New>
  }
}

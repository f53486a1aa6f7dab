extension RankArray {
  /// Numbers ranks anew in every fibre: a slot's *level* is how many slots of its
  /// fibre have a lesser rank, so that slots of one rank have one level.
  ///
  /// Slots outside `set`, and those in no fibre, count for nothing and have a level
  /// of no meaning.
  ///
  /// - Returns: The levels, and one more than the greatest there can be; nil when
  ///   the work was stopped.
  ///
  /// - Complexity: O(slots · log size of a fibre); to 64 slots, of its square
  public func levels(
    in fibres: Fibres, among set: StateSet, _ workers: Workers = .alone
  ) -> (levels: RankArray, levelCount: Int)? {
    precondition(count == set.slotCount, "the set ranges over other slots")
    let largest = Swift.max(fibres.largest(slots: count), 1)
    let levels = RankArray(count: count, width: Width(rankCount: largest), filledWith: 0)
    let fibreCount = fibres.count(slots: count)
    let piece = Swift.max(1, (1 << 14) / Swift.max(1, count / Swift.max(1, fibreCount)))
    let done = workers.run(fibreCount, inPiecesOf: piece) { part in
      var scratch = Scratch()
      for fibre in part { number(fibre, of: fibres, set, into: levels, &scratch) }
    }
    return done ? (levels, largest) : nil
  }

  private struct Scratch {
    var members: [UInt32] = []
    var ranks: [Int32] = []
    var keys: [UInt64] = []
  }

  /// A fibre to this size is numbered by comparing every slot with every other.
  private static let mostCompared = 64

  private func number(
    _ fibre: Int, of fibres: Fibres, _ set: StateSet, into levels: RankArray, _ scratch: inout Scratch
  ) {
    fibres.list(fibre, into: &scratch.members)
    if scratch.members.count > Self.mostCompared { return sort(set, into: levels, &scratch) }
    scratch.ranks.removeAll(keepingCapacity: true)
    for slot in scratch.members {
      // Flipping the highest bit makes signed order agree with that of ranks; the
      // greatest is less than nothing.
      let rank = Int32(bitPattern: self[Int(slot)] ^ 0x8000_0000)
      scratch.ranks.append(set.contains(Int(slot)) ? rank : .max)
    }
    while scratch.ranks.count % 8 != 0 { scratch.ranks.append(.max) }
    scratch.ranks.withUnsafeBytes { ranks in
      let size = scratch.members.count
      for index in 0..<size {
        let own = SIMD8<Int32>(repeating: ranks.load(fromByteOffset: index &* 4, as: Int32.self))
        var less = SIMD8<Int32>(repeating: 0)
        var offset = 0
        while offset < size &* 4 {
          let others = ranks.loadUnaligned(fromByteOffset: offset, as: SIMD8<Int32>.self)
          less &-= SIMD8<Int32>(repeating: 0).replacing(with: -1, where: others .< own)
          offset &+= 32
        }
        levels.set(Int(scratch.members[index]), to: UInt32(truncatingIfNeeded: less.wrappedSum()))
      }
    }
  }

  /// The same for a large fibre.
  private func sort(_ set: StateSet, into levels: RankArray, _ scratch: inout Scratch) {
    scratch.keys.removeAll(keepingCapacity: true)
    for slot in scratch.members where set.contains(Int(slot)) {
      scratch.keys.append(UInt64(self[Int(slot)]) << 32 | UInt64(slot))
    }
    scratch.keys.sort()
    var level = 0
    for (index, key) in scratch.keys.enumerated() {
      if index > 0, key >> 32 != scratch.keys[index - 1] >> 32 { level = index }
      levels.set(Int(key & 0xFFFF_FFFF), to: UInt32(level))
    }
  }
}

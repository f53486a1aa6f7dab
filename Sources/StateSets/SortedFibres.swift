/// The fibres of a cube with their slots sorted, the best first, so that a slot
/// leads to those before it that it does not equal.
///
/// Within a fibre only the bits of `own` vary. Fibres in which the bits of `context`
/// agree, too, are in the same order, so that it is kept once for all of them: what
/// an actor thinks of its own options may depend on few of the others'.
public struct SortedFibres: Sendable {
  /// The bits that vary within a fibre.
  public let own: UInt64
  /// The bits that the order depends on besides.
  public let context: UInt64
  /// Row after row the members of a fibre, each as its place among the combinations
  /// of its own bits; marked where the next one is worse.
  let entries: Memory<UInt16>
  /// How many members each row has: slots that lead nowhere are left out.
  let counts: Memory<UInt32>
  /// The row that a fibre's slots have, as a sum over the four bytes of a slot.
  private let rowParts: Memory<UInt32>

  /// The mark of an entry that the next one is worse than.
  static let endsClass: UInt16 = 1 << 15

  /// The most own bits that there may be.
  public static let mostOwnBits = 15

  /// Sorts the fibres; nil when the work was stopped.
  ///
  /// - Parameters:
  ///   - own: The bits that vary within a fibre, at most ``mostOwnBits``.
  ///   - context: The bits that ranks and `set` depend on besides, as far as slots of
  ///     one fibre are compared.
  ///   - ranks: The ranks of a cube of the bits of `own` and `context` alone.
  ///   - set: The slots of that cube that lead anywhere.
  ///   - workers: Who does the work, and when to stop.
  public init?(
    own: UInt64, context: UInt64, ranks: RankArray, among set: StateSet, _ workers: Workers = .alone
  ) {
    let size = 1 << own.nonzeroBitCount
    let rowCount = 1 << context.nonzeroBitCount
    precondition(own & context == 0, "a bit is both the fibre's own and not")
    precondition(own.nonzeroBitCount <= Self.mostOwnBits, "a fibre is too large to be sorted")
    precondition(ranks.count == size * rowCount, "the ranks are of another cube")
    self.own = own
    self.context = context
    let inner = Fibres.cube(own: own.extracted(by: own | context))
    guard let found = ranks.levels(in: inner, among: set, workers) else { return nil }
    let levels = found.levels
    let (entries, counts) = (Memory<UInt16>(unfilled: ranks.count), Memory<UInt32>(unfilled: rowCount))
    let done = workers.run(rowCount, inPiecesOf: max(1, (1 << 14) / size)) { rows in
      var members: [UInt32] = []
      let placed = Memory<UInt16>(unfilled: size)
      for row in rows {
        inner.list(row, into: &members)
        counts.base[row] = Self.sort(members, levels, set, placed.base, into: entries.base + row * size)
      }
    }
    if !done { return nil }
    (self.entries, self.counts) = (entries, counts)
    rowParts = Memory(unfilled: 4 * 256)
    for part in 0..<4 * 256 {
      let slot = UInt64(part & 0xFF) << UInt64(part / 256 * 8)
      rowParts.base[part] = UInt32((slot & context).extracted(by: context))
    }
  }

  /// Writes one row, and returns how many members it has.
  private static func sort(
    _ members: [UInt32], _ levels: RankArray, _ set: StateSet, _ placed: UnsafeMutablePointer<UInt16>,
    into entries: UnsafeMutablePointer<UInt16>
  ) -> UInt32 {
    var count = 0
    for slot in members where set.contains(Int(slot)) { count += 1 }
    placed.update(repeating: 0, count: members.count)
    for (index, slot) in members.enumerated() where set.contains(Int(slot)) {
      // A level is how many members are worse, so the classes have room for theirs;
      // the first to be placed comes last.
      let level = Int(levels[Int(slot)])
      let isLast = placed[level] == 0
      entries[count - 1 - level - Int(placed[level])] = UInt16(index) | (isLast ? endsClass : 0)
      placed[level] += 1
    }
    return UInt32(count)
  }

  /// The row of the fibre of a slot.
  @inline(__always)
  func row(of slot: Int) -> Int {
    let parts = rowParts.base
    return Int(
      truncatingIfNeeded: parts[slot & 0xFF] | parts[256 &+ (slot >> 8) & 0xFF]
        | parts[512 &+ (slot >> 16) & 0xFF] | parts[768 &+ (slot >> 24) & 0xFF])
  }
}

extension UInt64 {
  /// The bits in the places that are set in `mask`, side by side from the lowest on.
  public func extracted(by mask: UInt64) -> UInt64 {
    var (result, left, place): (UInt64, UInt64, UInt64) = (0, mask, 0)
    while left != 0 {
      result |= (self >> UInt64(left.trailingZeroBitCount) & 1) << place
      place += 1
      left &= left - 1
    }
    return result
  }
}

extension LaneArray {
  /// Gives every slot, in the lanes asked for, the least rank among itself and the
  /// better slots of its fibre.
  ///
  /// Going through a fibre from the best slot on, each takes over the least rank
  /// so far.
  ///
  /// - Parameters: As those of the sweep by a ``FibreOrder``.
  ///
  /// - Returns: Whether any rank became less; nil when the work was stopped.
  public func sweep(
    _ fibres: SortedFibres, lanes: [Bool], turn: Int = 1, since: Int = 0, _ workers: Workers = .alone
  ) -> Bool? {
    precondition((fibres.own | fibres.context) < UInt64(max(count, 1)), "the fibres are of other slots")
    precondition(count & (count - 1) == 0, "the slots do not form a cube")
    precondition(lanes.count == Self.laneCount, "there are eight lanes")
    let turn = SweepTurn(turn, since)
    return switch width {
    case .one: sweep(UInt8.self, fibres, lanes, turn, workers)
    case .two: sweep(UInt16.self, fibres, lanes, turn, workers)
    case .four: sweep(UInt32.self, fibres, lanes, turn, workers)
    }
  }

  private func sweep<Rank: RankWord>(
    _: Rank.Type, _ fibres: SortedFibres, _ lanes: [Bool], _ turn: SweepTurn, _ workers: Workers
  ) -> Bool? {
    CubeSweep<SortedSweep<Rank>>(self, own: fibres.own, turn).run(workers) { _ in
      SortedSweep(fibres, Rank.lanes { lanes[$0] ? 0 : .max })
    }
  }
}

/// The sweep of sorted fibres.
private struct SortedSweep<Rank: RankWord>: FibreKernel {
  let fibres: SortedFibres
  let size: Int
  /// The greatest rank in lanes that are left alone, 0 in the others.
  let untouched: Rank.Lanes

  init(_ fibres: SortedFibres, _ untouched: Rank.Lanes) {
    self.fibres = fibres
    size = 1 << fibres.own.nonzeroBitCount
    self.untouched = untouched
  }

  @inline(__always)
  func run(
    _ cells: UnsafeMutablePointer<Rank.Lanes>, _ steps: UnsafePointer<Int>, _ base: Int,
    _ rows: UnsafePointer<Int>
  ) -> Rank.Lanes {
    let row = fibres.row(of: base)
    var entry = UnsafePointer(fibres.entries.base) + row &* size
    let end = entry + Int(truncatingIfNeeded: fibres.counts.base[row])
    // The least rank among better slots, and among those and equals so far.
    var (offered, least) = (Rank.nevers, Rank.nevers)
    var changes = Rank.zeros
    while entry < end {
      let cell = cells + steps[Int(truncatingIfNeeded: entry.pointee & ~SortedFibres.endsClass)]
      let before = cell.pointee
      let after = Rank.least(before, offered)
      cell.pointee = after
      changes = Rank.either(changes, Rank.difference(before, after))
      least = Rank.least(least, before)
      if entry.pointee & SortedFibres.endsClass != 0 { offered = Rank.either(least, untouched) }
      entry += 1
    }
    return changes
  }
}

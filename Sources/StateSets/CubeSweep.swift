/// What a sweep does within one fibre, for one thread.
protocol FibreKernel: SendableMetatype {
  associatedtype Rank: RankWord

  /// Sweeps the fibre of the slot `base`; the bits in which ranks changed.
  ///
  /// Member *k* of the fibre is the slot `base + rows[k]`, and its ranks stand at
  /// `cells + steps[k]`, which is a copy perhaps.
  func run(
    _ cells: UnsafeMutablePointer<Rank.Lanes>, _ steps: UnsafePointer<Int>, _ base: Int,
    _ rows: UnsafePointer<Int>
  ) -> Rank.Lanes
}

/// The turn of a sweep among several of the same array.
struct SweepTurn {
  var own: UInt32
  /// The turn of the last sweep of the same kind, or 0.
  var since: UInt32

  init(_ own: Int, _ since: Int) {
    self.own = UInt32(own)
    self.since = UInt32(since)
  }
}

/// One sweep over the fibres of a cube: which of them are looked at, where, and by
/// whom.
struct CubeSweep<Kernel: FibreKernel>: @unchecked Sendable {
  typealias Rank = Kernel.Rank

  private let cells: UnsafeMutablePointer<Rank.Lanes>
  private let own: UInt64
  private let slotCount: Int
  /// How many slots a fibre has.
  private let size: Int
  private let latestChanges: UnsafeMutablePointer<UInt32>
  private let blockCount: Int
  private let turn: SweepTurn

  init(_ array: LaneArray, own: UInt64, _ turn: SweepTurn) {
    cells = array.cells(Rank.self)
    self.own = own
    slotCount = array.count
    size = 1 << own.nonzeroBitCount
    latestChanges = array.latestChanges.base
    blockCount = array.latestChanges.count
    self.turn = turn
  }

  /// How many neighbouring fibres are copied into a tile, as many as make a few cache
  /// lines: rows far apart in a cube fall on the same places of a cache and would drive
  /// each other out. 1 where fibres are swept where they stand.
  private var columns: Int {
    let neighbours = own == 0 ? 1 : 1 << own.trailingZeroBitCount
    let room = max(1, (1 << 16) / (size * MemoryLayout<Rank.Lanes>.size))
    return min(neighbours, room, 32)
  }

  /// Sweeps all fibres by kernels that the body makes, each for one thread: it gets
  /// a place to say that the kernel was stopped half way. Whether any rank changed;
  /// nil when the work was stopped.
  func run(_ workers: Workers, _ kernel: @Sendable (UnsafeMutablePointer<Bool>) -> Kernel) -> Bool? {
    let columns = columns
    let tileCount = slotCount / size / columns
    let piece = max(1, (1 << 14) / (size * columns))
    // Threads that work on the same block must not both write down its changes.
    let areApart = piece * columns >= LaneArray.slotsPerBlock
    let hasChanged = Memory<Bool>(count: (tileCount + piece - 1) / piece, filledWith: false)
    let isStopped = Memory<Bool>(count: hasChanged.count, filledWith: false)
    let done = workers.run(tileCount, inPiecesOf: piece) { tiles in
      let index = tiles.lowerBound / piece
      let kernel = kernel(isStopped.base + index)
      let rows = Memory<Int>(unfilled: size)
      fill(rows)
      let changed =
        columns == 1
        ? inPlace(tiles, rows, kernel, areApart) : inTiles(tiles, rows, columns, kernel, areApart)
      if changed { hasChanged.base[index] = true }
    }
    if !areApart, hasChanged.hasTrue { latestChanges.update(repeating: turn.own, count: blockCount) }
    return done && !isStopped.hasTrue ? hasChanged.hasTrue : nil
  }

  /// The combinations of the fibre's own bits, rising.
  private func fill(_ rows: Memory<Int>) {
    var offset: UInt64 = 0
    for row in 0..<rows.count {
      rows.base[row] = Int(truncatingIfNeeded: offset)
      offset = ((offset | ~own) &+ 1) & own
    }
  }

  /// Sweeps fibres where they stand.
  private func inPlace(_ tiles: Range<Int>, _ rows: Memory<Int>, _ kernel: Kernel, _ areApart: Bool) -> Bool {
    var hasChanged = false
    for tile in tiles {
      let base = tile.deposited(around: Int(truncatingIfNeeded: own))
      if !isStale(base, rows) { continue }
      let changes = kernel.run(cells + base, rows.base, base, rows.base)
      if changes == Rank.zeros { continue }
      hasChanged = true
      if !areApart { continue }
      for row in 0..<rows.count { note(base &+ rows.base[row]) }
    }
    return hasChanged
  }

  /// Whether anything has changed in the tile since this sweep's last turn.
  @inline(__always)
  private func isStale(_ base: Int, _ rows: Memory<Int>) -> Bool {
    if turn.since == 0 { return true }
    var row = 0
    while row < rows.count {
      if latestChanges[(base &+ rows.base[row]) / LaneArray.slotsPerBlock] > turn.since { return true }
      row &+= 1
    }
    return false
  }

  /// Writes down that a rank near the slot has changed.
  @inline(__always)
  private func note(_ slot: Int) { latestChanges[slot / LaneArray.slotsPerBlock] = turn.own }

  /// Sweeps copies of neighbouring fibres, and writes back those that changed.
  private func inTiles(
    _ tiles: Range<Int>, _ rows: Memory<Int>, _ columns: Int, _ kernel: Kernel, _ areApart: Bool
  ) -> Bool {
    let copy = Memory<Rank.Lanes>(unfilled: size * columns)
    let steps = Memory<Int>(unfilled: size)
    for row in 0..<size { steps.base[row] = row * columns }
    var hasChanged = false
    for tile in tiles {
      let base = (tile * columns).deposited(around: Int(truncatingIfNeeded: own))
      if !isStale(base, rows) { continue }
      for row in 0..<size {
        (copy.base + row &* columns).update(from: cells + (base &+ rows.base[row]), count: columns)
      }
      var changes = Rank.zeros
      for column in 0..<columns {
        changes = Rank.either(
          changes, kernel.run(copy.base + column, steps.base, base &+ column, rows.base))
      }
      if changes == Rank.zeros { continue }
      hasChanged = true
      for row in 0..<size {
        let (old, new) = (cells + (base &+ rows.base[row]), copy.base + row &* columns)
        var difference = Rank.zeros
        for column in 0..<columns {
          difference = Rank.either(difference, Rank.difference(old[column], new[column]))
        }
        if difference == Rank.zeros { continue }
        old.update(from: new, count: columns)
        if areApart { note(base &+ rows.base[row]) }
      }
    }
    return hasChanged
  }
}

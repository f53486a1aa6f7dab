extension LaneArray {
  /// Gives every slot, in the lanes asked for, the least rank among the slots of
  /// its fibre that it leads to, itself among them.
  ///
  /// A fibre's ranks are first gathered in a table by place; the table's entries
  /// are then made to tell the least rank that a slot at each place can get to;
  /// and each slot takes that over. So a fibre of *m* slots takes 2 *m* steps and
  /// a few for each place, whatever the number of pairs in it. All lanes go
  /// through together.
  ///
  /// - Parameters:
  ///   - fibres: Which slots belong together.
  ///   - order: Which of them a slot leads to.
  ///   - lanes: The lanes asked for.
  ///   - turn: Which of several sweeps of the array this is, from 1 on, rising.
  ///   - since: The turn of the last sweep with the same fibres, order and lanes, if
  ///     there was one: what no sweep has changed after it need not be looked at.
  ///   - workers: Who does the work, and when to stop.
  ///
  /// - Returns: Whether any rank became less; nil when the work was stopped.
  public func sweep(
    _ fibres: Fibres, _ order: FibreOrder, lanes: [Bool], turn: Int = 1, since: Int = 0,
    _ workers: Workers = .alone
  ) -> Bool? {
    precondition(order.places.count == count, "the order is of other slots")
    precondition(lanes.count == Self.laneCount, "there are eight lanes")
    switch width {
    case .one: return sweep(UInt8.self, fibres, order, lanes, Turn(turn, since), workers)
    case .two: return sweep(UInt16.self, fibres, order, lanes, Turn(turn, since), workers)
    case .four: return sweep(UInt32.self, fibres, order, lanes, Turn(turn, since), workers)
    }
  }

  /// One sweep among several.
  fileprivate struct Turn {
    var own: UInt32
    var since: UInt32

    init(_ own: Int, _ since: Int) {
      self.own = UInt32(own)
      self.since = UInt32(since)
    }
  }

  private func sweep<Rank: RankWord>(
    _: Rank.Type, _ fibres: Fibres, _ order: FibreOrder, _ lanes: [Bool], _ turn: Turn, _ workers: Workers
  ) -> Bool? {
    switch order.places.width {
    case .one: Sweep<Rank, UInt8>(self, fibres, order, lanes, turn).run(workers)
    case .two: Sweep<Rank, UInt16>(self, fibres, order, lanes, turn).run(workers)
    case .four: Sweep<Rank, UInt32>(self, fibres, order, lanes, turn).run(workers)
    }
  }
}

/// One sweep: ranks of one type, places of another.
private struct Sweep<Rank: RankWord, Place: RankWord>: @unchecked Sendable {
  let cells: UnsafeMutablePointer<Rank.Lanes>
  let places: UnsafeMutablePointer<Place>
  let order: FibreOrder
  let fibres: Fibres
  let slotCount: Int
  /// The greatest rank in lanes that are left alone, 0 in the others.
  let untouched: Rank.Lanes
  private let latestChanges: UnsafeMutablePointer<UInt32>
  private let blockCount: Int
  private let turn: LaneArray.Turn

  init(
    _ array: LaneArray, _ fibres: Fibres, _ order: FibreOrder, _ lanes: [Bool], _ turn: LaneArray.Turn
  ) {
    latestChanges = array.latestChanges.base
    blockCount = array.latestChanges.count
    self.turn = turn
    cells = array.cells(Rank.self)
    places = order.places.ranks(Place.self)
    self.order = order
    self.fibres = fibres
    slotCount = array.count
    untouched = Rank.lanes { lanes[$0] ? 0 : .max }
  }

  func run(_ workers: Workers) -> Bool? {
    switch fibres {
    case .cube(let own): runCube(own, workers)
    case .lists(let members, let starts): runLists(members, starts, workers)
    }
  }

  // MARK: Cubes

  private func runCube(_ own: UInt64, _ workers: Workers) -> Bool? {
    let size = 1 << own.nonzeroBitCount
    // Neighbouring fibres are taken together, as many as make a few
    // cache lines, and copied into a tile: rows far apart in a cube fall on the same
    // places of a cache and would drive each other out.
    let neighbours = own == 0 ? 1 : 1 << own.trailingZeroBitCount
    let room = max(1, (1 << 16) / (size * MemoryLayout<Rank.Lanes>.size))
    // Patterns of their own are looked up by slot, so those fibres stay where they are.
    let columns = order.patterns == nil ? min(neighbours, room, 32) : 1
    let tileCount = slotCount / size / columns
    let piece = max(1, (1 << 14) / (size * columns))
    // Threads that work on the same block must not both write down its changes.
    let areApart = piece * columns >= LaneArray.slotsPerBlock
    let hasChanged = Memory<Bool>(count: (tileCount + piece - 1) / piece, filledWith: false)
    let isStopped = Memory<Bool>(count: hasChanged.count, filledWith: false)
    let done = workers.run(tileCount, inPiecesOf: piece) { tiles in
      let fibre = FibreSweep<Rank, Place>(
        order, untouched, size: size, shouldStop: workers.shouldStop,
        isStopped: isStopped.base + tiles.lowerBound / piece)
      let rows = Memory<Int>(unfilled: size)
      fill(rows, own)
      let changed =
        columns == 1
        ? inPlace(tiles, own, rows, fibre, areApart) : inTiles(tiles, own, rows, columns, fibre, areApart)
      if changed { hasChanged.base[tiles.lowerBound / piece] = true }
    }
    if !areApart, hasChanged.hasTrue { latestChanges.update(repeating: turn.own, count: blockCount) }
    return done && !isStopped.hasTrue ? hasChanged.hasTrue : nil
  }

  /// Sweeps fibres where they stand.
  private func inPlace(
    _ tiles: Range<Int>, _ own: UInt64, _ rows: Memory<Int>, _ fibre: FibreSweep<Rank, Place>,
    _ areApart: Bool
  ) -> Bool {
    var hasChanged = false
    for tile in tiles {
      let base = tile.deposited(around: Int(truncatingIfNeeded: own))
      if !isStale(base, rows) { continue }
      let changes = fibre.run(
        cells + base, places + base, UnsafePointer(rows.base), rows.count, base: base)
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
    _ tiles: Range<Int>, _ own: UInt64, _ rows: Memory<Int>, _ columns: Int,
    _ fibre: FibreSweep<Rank, Place>, _ areApart: Bool
  ) -> Bool {
    let size = rows.count
    let cellCopy = Memory<Rank.Lanes>(unfilled: size * columns)
    let placeCopy = Memory<Place>(unfilled: size * columns)
    let steps = Memory<Int>(unfilled: size)
    for row in 0..<size { steps.base[row] = row * columns }
    var hasChanged = false
    for tile in tiles {
      let base = (tile * columns).deposited(around: Int(truncatingIfNeeded: own))
      if !isStale(base, rows) { continue }
      for row in 0..<size {
        let start = base &+ rows.base[row]
        (cellCopy.base + row &* columns).update(from: cells + start, count: columns)
        (placeCopy.base + row &* columns).update(from: places + start, count: columns)
      }
      var changes = Rank.zeros
      for column in 0..<columns {
        changes = Rank.either(
          changes,
          fibre.run(cellCopy.base + column, placeCopy.base + column, UnsafePointer(steps.base), size))
      }
      if changes == Rank.zeros { continue }
      hasChanged = true
      for row in 0..<size {
        let (old, new) = (cells + (base &+ rows.base[row]), cellCopy.base + row &* columns)
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

  /// The combinations of the fibre's own bits, rising.
  private func fill(_ rows: Memory<Int>, _ own: UInt64) {
    var offset: UInt64 = 0
    for row in 0..<rows.count {
      rows.base[row] = Int(truncatingIfNeeded: offset)
      offset = ((offset | ~own) &+ 1) & own
    }
  }

  // MARK: Lists

  private func runLists(_ members: [UInt32], _ starts: [UInt32], _ workers: Workers) -> Bool? {
    let fibreCount = starts.count - 1
    let pieceCount = max(1, min(fibreCount, members.count >> 14))
    let largest = fibres.largest(slots: slotCount)
    let hasChanged = Memory<Bool>(count: pieceCount, filledWith: false)
    let isStopped = Memory<Bool>(count: pieceCount, filledWith: false)
    let done = workers.run(pieceCount) { piece in
      let fibre = FibreSweep<Rank, Place>(
        order, untouched, size: largest, shouldStop: workers.shouldStop, isStopped: isStopped.base + piece)
      var changes = Rank.zeros
      members.withUnsafeBufferPointer { members in
        guard let first = members.baseAddress else { return }
        for index in fibreCount * piece / pieceCount..<fibreCount * (piece + 1) / pieceCount {
          let (start, end) = (Int(starts[index]), Int(starts[index + 1]))
          if end - start < 2 || isStopped.base[piece] { continue }
          changes = Rank.either(changes, fibre.run(cells, places, first + start, end - start))
        }
      }
      if changes != Rank.zeros { hasChanged.base[piece] = true }
    }
    return done && !isStopped.hasTrue ? hasChanged.hasTrue : nil
  }
}

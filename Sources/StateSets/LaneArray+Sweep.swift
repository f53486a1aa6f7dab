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
    let turn = SweepTurn(turn, since)
    return switch width {
    case .one: sweep(UInt8.self, fibres, order, lanes, turn, workers)
    case .two: sweep(UInt16.self, fibres, order, lanes, turn, workers)
    case .four: sweep(UInt32.self, fibres, order, lanes, turn, workers)
    }
  }

  private func sweep<Rank: RankWord>(
    _: Rank.Type, _ fibres: Fibres, _ order: FibreOrder, _ lanes: [Bool], _ turn: SweepTurn,
    _ workers: Workers
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
  let array: LaneArray
  let order: FibreOrder
  let fibres: Fibres
  /// The greatest rank in lanes that are left alone, 0 in the others.
  let untouched: Rank.Lanes
  private let turn: SweepTurn

  init(_ array: LaneArray, _ fibres: Fibres, _ order: FibreOrder, _ lanes: [Bool], _ turn: SweepTurn) {
    self.array = array
    self.turn = turn
    self.order = order
    self.fibres = fibres
    untouched = Rank.lanes { lanes[$0] ? 0 : .max }
  }

  func run(_ workers: Workers) -> Bool? {
    switch fibres {
    case .cube(let own):
      CubeSweep<FibreSweep<Rank, Place>>(array, own: own, turn).run(workers) { isStopped in
        kernel(size: 1 << own.nonzeroBitCount, workers, isStopped)
      }
    case .lists(let members, let starts): runLists(members, starts, workers)
    }
  }

  private func kernel(
    size: Int, _ workers: Workers, _ isStopped: UnsafeMutablePointer<Bool>
  ) -> FibreSweep<Rank, Place> {
    FibreSweep(order, untouched, size: size, shouldStop: workers.shouldStop, isStopped: isStopped)
  }

  private func runLists(_ members: [UInt32], _ starts: [UInt32], _ workers: Workers) -> Bool? {
    let fibreCount = starts.count - 1
    let pieceCount = max(1, min(fibreCount, members.count >> 14))
    let largest = fibres.largest(slots: array.count)
    let hasChanged = Memory<Bool>(count: pieceCount, filledWith: false)
    let isStopped = Memory<Bool>(count: pieceCount, filledWith: false)
    let done = workers.run(pieceCount) { piece in
      let fibre = kernel(size: largest, workers, isStopped.base + piece)
      let cells = array.cells(Rank.self)
      var changes = Rank.zeros
      members.withUnsafeBufferPointer { members in
        guard let first = members.baseAddress else { return }
        for index in fibreCount * piece / pieceCount..<fibreCount * (piece + 1) / pieceCount {
          let (start, end) = (Int(starts[index]), Int(starts[index + 1]))
          if end - start < 2 || isStopped.base[piece] { continue }
          changes = Rank.either(changes, fibre.run(cells, first + start, 0, first + start, end - start))
        }
      }
      if changes != Rank.zeros { hasChanged.base[piece] = true }
    }
    return done && !isStopped.hasTrue ? hasChanged.hasTrue : nil
  }
}

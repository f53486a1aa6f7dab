internal import ConflictModel
internal import StateSets

/// Fibres in which every state leads to every other, as they are when an actor's
/// options can be taken and given up at will.
///
/// What an actor can get to is then the same from all states of a fibre, so that
/// whole fibres are looked at once and not move by move: an actor with sixteen free
/// options has 65,536 states in a fibre, and 2³² moves in it.
struct WholeFibres: Sendable {
  /// For each position its fibre; that of a position with no moves has no members.
  let index: [UInt32]
  let members: Rows

  /// The same fibres with their members in the given order of all positions.
  func sorted(by order: some Sequence<UInt32>) -> Rows {
    var pairs: [(row: UInt32, entry: UInt32)] = []
    pairs.reserveCapacity(members.entries.count)
    for position in order where !members.row(Int(index[Int(position)])).isEmpty {
      pairs.append((index[Int(position)], position))
    }
    return Rows(pairs, rowCount: members.starts.count - 1)
  }

  /// How many moves there are.
  var moveCount: UInt64 {
    var count: UInt64 = 0
    for fibre in 0..<members.starts.count - 1 {
      let size = UInt64(members.row(fibre).count)
      if size > 1 { count += size * (size - 1) }
    }
    return count
  }
}

/// The greatest of some values among what an actor can get to, where it is found
/// for all slots together.
enum Greatest {
  case inFibres(WholeFibres)
  case inCube(CubeMoves)

  /// Nil where moves have to be looked at one by one, since fibres are not whole.
  init?(among moves: MoveTable) {
    if let fibres = moves.wholeFibres {
      self = .inFibres(fibres)
    } else if let cube = moves.wholeCube {
      self = .inCube(cube)
    } else {
      return nil
    }
  }

  /// For each slot the greatest value of itself and all that one move leads to. Nil
  /// when the work was stopped.
  func values(_ slotCount: Int, pace: inout Pace, value: (Int) -> UInt32) -> [UInt32]? {
    switch self {
    case .inFibres(let fibres): Self.values(fibres, slotCount, &pace, value)
    case .inCube(let cube): Self.values(cube, slotCount, &pace, value)
    }
  }

  private static func values(
    _ fibres: WholeFibres, _ slotCount: Int, _ pace: inout Pace, _ value: (Int) -> UInt32
  ) -> [UInt32]? {
    var found = (0..<slotCount).map(value)
    for fibre in 0..<fibres.members.starts.count - 1 {
      let members = fibres.members.row(fibre)
      var greatest: UInt32 = 0
      for member in members { greatest = max(greatest, found[Int(member)]) }
      for member in members { found[Int(member)] = greatest }
      guard pace.goesOn(after: members.count + 1) else { return nil }
    }
    return found
  }

  private static func values(
    _ cube: CubeMoves, _ slotCount: Int, _ pace: inout Pace, _ value: (Int) -> UInt32
  ) -> [UInt32]? {
    // Outside the domain a slot leads nowhere; there 0 is never chosen.
    var found: [UInt32] = []
    found.reserveCapacity(slotCount)
    for slot in 0..<slotCount { found.append(cube.domain.contains(slot) ? value(slot) : 0) }
    for bit in 0..<slotCount.bitWidth - 1 where cube.takeMask >> UInt64(bit) & 1 != 0 {
      for slot in 0..<slotCount where slot >> bit & 1 == 0 {
        let greatest = max(found[slot], found[slot | 1 << bit])
        (found[slot], found[slot | 1 << bit]) = (greatest, greatest)
        guard pace.goesOn() else { return nil }
      }
    }
    for slot in 0..<slotCount where !cube.domain.contains(slot) { found[slot] = value(slot) }
    return found
  }
}

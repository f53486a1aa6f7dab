internal import ConflictModel

/// The moves of one actor, by slot.
struct MoveTable: Sendable {
  /// Where the moves come from. Boxed, because a table is copied out of a list
  /// whenever it is asked, and then only the box is.
  private enum Source: Sendable {
    case fibres(Box<MoveFibres>)
    case arcs(Box<Arcs>)
    case cube(Box<CubeMoves>)
  }

  private final class Box<Value: Sendable>: Sendable {
    let value: Value
    init(_ value: Value) { self.value = value }
  }

  private let source: Source

  init(_ moves: CubeMoves) {
    source = .cube(Box(moves))
  }

  init(_ fibres: MoveFibres) {
    source = .fibres(Box(fibres))
  }

  init(_ arcs: Arcs) {
    source = .arcs(Box(arcs))
  }

  /// The moves among listed states; nil when the work was stopped.
  init?(_ conflict: Conflict, actor: Int, positions: CodeTable, pace: inout Pace) {
    switch conflict.form {
    case .options:
      guard let fibres = MoveFibres(conflict, actor: actor, positions: positions, pace: &pace) else {
        return nil
      }
      source = .fibres(Box(fibres))
    case .graph:
      guard let arcs = Arcs(conflict, actor: actor, pace: &pace) else { return nil }
      source = .arcs(Box(arcs))
    }
  }

  /// The same moves as two lists of arcs, which are gone through several times
  /// faster, if there are no more than `most`; else as they are. Nil when the work
  /// was stopped.
  func listed(slotCount: Int, atMost most: Int, pace: inout Pace) -> MoveTable? {
    guard case .fibres(let box) = source else { return self }
    var pairs: [(row: UInt32, entry: UInt32)] = []
    var targets: [UInt32] = []
    for slot in 0..<slotCount {
      targets.removeAll(keepingCapacity: true)
      box.value.appendTargets(of: slot, to: &targets)
      if pairs.count + targets.count > most { return self }
      for target in targets { pairs.append((UInt32(slot), target)) }
      guard pace.goesOn(after: 4 * targets.count + 4) else { return nil }
    }
    return MoveTable(Arcs(pairs, stateCount: slotCount))
  }

  /// The fibres, if they are whole and states are listed.
  var wholeFibres: WholeFibres? {
    guard case .fibres(let box) = source, box.value.areWhole else { return nil }
    return WholeFibres(index: box.value.fibre, members: box.value.members)
  }

  /// The moves, if fibres are whole and every combination of options has its slot.
  var wholeCube: CubeMoves? {
    guard case .cube(let box) = source, box.value.takeMask == box.value.dropMask else { return nil }
    return box.value
  }

  /// Adds the slots that one move leads to from `slot`, rising.
  func appendTargets(of slot: Int, to list: inout [UInt32]) {
    switch source {
    case .fibres(let box): box.value.appendTargets(of: slot, to: &list)
    case .arcs(let box): list += box.value.forward.row(slot)
    case .cube(let box): box.value.appendTargets(of: slot, to: &list)
    }
  }

  /// Adds the slots from which one move leads to `slot`, rising.
  func appendSources(of slot: Int, to list: inout [UInt32]) {
    switch source {
    case .fibres(let box): box.value.appendSources(of: slot, to: &list)
    case .arcs(let box): list += box.value.backward.row(slot)
    case .cube(let box): box.value.appendSources(of: slot, to: &list)
    }
  }
}

/// Rows of positions, one after the other in a single list.
struct Rows: Sendable {
  private(set) var entries: [UInt32] = []
  private(set) var starts: [UInt32] = [0]

  /// The pairs by their first part; the second parts of each row as they come.
  init(_ pairs: [(row: UInt32, entry: UInt32)], rowCount: Int) {
    starts = [UInt32](repeating: 0, count: rowCount + 1)
    for pair in pairs { starts[Int(pair.row) + 1] += 1 }
    for row in 0..<rowCount { starts[row + 1] += starts[row] }
    var next = starts
    entries = [UInt32](repeating: 0, count: pairs.count)
    for pair in pairs {
      entries[Int(next[Int(pair.row)])] = pair.entry
      next[Int(pair.row)] += 1
    }
  }

  func row(_ index: Int) -> ArraySlice<UInt32> {
    entries[Int(starts[index])..<Int(starts[index + 1])]
  }
}

/// An actor's moves, one by one, as a graph form lists them.
struct Arcs: Sendable {
  let forward: Rows
  let backward: Rows

  init(_ pairs: [(row: UInt32, entry: UInt32)], stateCount: Int) {
    forward = Rows(pairs, rowCount: stateCount)
    backward = Rows(pairs.map { ($0.entry, $0.row) }, rowCount: stateCount)
  }

  init?(_ conflict: Conflict, actor: Int, pace: inout Pace) {
    guard case .graph(let stateCount) = conflict.form else { return nil }
    var pairs: [(row: UInt32, entry: UInt32)] = []
    for position in 0..<stateCount {
      let targets = conflict.moves(of: actor, from: State(UInt64(position)))
      for target in targets { pairs.append((UInt32(position), UInt32(target.code))) }
      guard pace.goesOn(after: Pace.conditions + 8 * targets.count) else { return nil }
    }
    self.init(pairs, stateCount: stateCount)
  }
}

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

  /// Whether each question about a move is answered anew.
  var isAskedEachTime: Bool {
    if case .fibres = source { true } else { false }
  }

  /// Adds all moves among so many slots, by the slot they start from, and where those
  /// of each slot begin; false when the work was stopped or there came to be more than
  /// so many.
  func appendAll(
    slotCount: Int, to entries: inout [UInt32], atMost most: UInt64, starts: inout [UInt32],
    pace: inout Pace
  ) -> Bool {
    if case .fibres(let box) = source {
      return box.value.appendAll(to: &entries, atMost: most, starts: &starts, pace: &pace)
    }
    for slot in 0..<slotCount {
      let before = entries.count
      starts.append(UInt32(before))
      appendTargets(of: slot, to: &entries)
      guard UInt64(entries.count) <= most, pace.goesOn(after: entries.count - before + 1) else {
        return false
      }
    }
    return true
  }

  /// The fibres, if they are whole and states are listed.
  var wholeFibres: WholeFibres? {
    guard case .fibres(let box) = source, box.value.areWhole else { return nil }
    return WholeFibres(index: box.value.fibre, members: box.value.members)
  }

  /// The moves, if fibres are whole and every combination of options has its slot.
  var wholeCube: CubeMoves? {
    guard case .cube(let box) = source, box.value.areWhole else { return nil }
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

  /// Whether any move leads from `slot`; far fewer steps than to list them.
  func hasTarget(_ slot: Int) -> Bool {
    switch source {
    case .fibres(let box): box.value.hasTarget(slot)
    case .arcs(let box): !box.value.forward.row(slot).isEmpty
    case .cube(let box): box.value.hasTarget(slot)
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

  /// The rows that are given, with the place where each starts and the last ends.
  init(entries: [UInt32], starts: [UInt32]) {
    (self.entries, self.starts) = (entries, starts)
  }

  /// The rows by what is in them: in each the rows that it was in, rising.
  func turned(rowCount: Int, pace: inout Pace) -> Rows? {
    var starts = [UInt32](repeating: 0, count: rowCount + 1)
    for entry in entries { starts[Int(entry) + 1] += 1 }
    for row in 0..<rowCount { starts[row + 1] += starts[row] }
    var next = starts
    var turned = [UInt32](repeating: 0, count: entries.count)
    for row in 0..<self.starts.count - 1 {
      let entries = self.row(row)
      for entry in entries {
        turned[Int(next[Int(entry)])] = UInt32(row)
        next[Int(entry)] += 1
      }
      guard pace.goesOn(after: 2 * entries.count + 1) else { return nil }
    }
    return Rows(entries: turned, starts: starts)
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

  /// The arcs of the given rows; nil when the work was stopped.
  init?(_ rows: Rows, stateCount: Int, pace: inout Pace) {
    forward = rows
    guard let turned = rows.turned(rowCount: stateCount, pace: &pace) else { return nil }
    backward = turned
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

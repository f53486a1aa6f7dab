package import ConflictModel
internal import StateSets

/// The states of a conflict and the moves among them, with nobody's wishes: what
/// stays as it is while preferences vary.
///
///     let graph = try StateGraph(duel)
///     var orders = graph.orders                    // as the conflict has them
///     orders[1] = graph.order(.indifferent)
///     graph.stable(.seq, actor: 0, under: orders)  // were the other indifferent
///
/// The concepts are decided as the reference engine does, from the same tables;
/// what is saved is making these tables for each of thousands of preferences.
///
/// - Complexity: O(states · actors + moves) memory: some 4 bytes for each move, and
///   8 more up to ``listedMoves`` for each actor.
package struct StateGraph: Sendable {
  /// The conflict whose states and moves these are.
  package let conflict: Conflict
  /// The feasible states, by position.
  package let states: FeasibleStates
  let slots: Slots
  let moves: [MoveTable]
  package let flat: FlatMoves
  private let blocks: StateBlocks

  /// The most moves of an actor that are listed there and back, which whole sets of
  /// states are decided from several times faster.
  package static let listedMoves = 4_000_000

  /// Lists the states and the moves among them.
  ///
  /// - Parameters:
  ///   - conflict: The conflict.
  ///   - limits: How far the states are listed, and how much memory their moves may take.
  ///   - control: When to stop.
  ///
  /// - Throws: ``Stopped`` with the limit that was reached first.
  package init(
    _ conflict: Conflict, limits: EnumerationLimits = EnumerationLimits(), control: Control = Control()
  ) throws(Stopped) {
    try self.init(conflict, like: nil, isForSets: true, limits: limits, control: control)
  }

  /// The same, taking over from another graph, made under the same limits, what the
  /// conflicts have in common.
  ///
  /// - Parameter isForSets: Whether whole sets of states are going to be decided,
  ///   not only single positions.
  package init(
    _ conflict: Conflict, like other: StateGraph?, isForSets: Bool, limits: EnumerationLimits,
    control: Control
  ) throws(Stopped) {
    self.conflict = conflict
    var pace = Pace(control)
    let other = other.flatMap { $0.conflict.hasSameStates(as: conflict) ? $0 : nil }
    let table: CodeTable
    if let other, case .numbered(let known) = other.slots {
      (states, blocks, table) = (other.states, other.blocks, known)
    } else {
      let listing = conflict.feasibleStates(limits: limits, control: control)
      if let limit = listing.limit { throw Stopped(limit: limit) }
      guard let made = CodeTable(listing.states, pace: &pace) else {
        throw Stopped(limit: pace.limit ?? .interrupted)
      }
      (states, table) = (listing.states, made)
      blocks = StateBlocks(list: made.codes, optionCount: conflict.options.count)
    }
    slots = .numbered(table)
    var moves: [MoveTable] = []
    for actor in conflict.actors.indices {
      pace.report(.preparing, actor, of: conflict.actors.count)
      if let other, other.conflict.hasSameMoves(of: actor, as: conflict) {
        moves.append(other.moves[actor])
        continue
      }
      guard let own = MoveTable(conflict, actor: actor, positions: table, pace: &pace) else {
        throw Stopped(limit: pace.limit ?? .interrupted)
      }
      moves.append(own)
    }
    var flat = try FlatMoves(for: moves, stateCount: states.count, bytes: limits.moveBytes)
    for actor in conflict.actors.indices {
      if let other, other.conflict.hasSameMoves(of: actor, as: conflict) {
        try flat.append(actor, of: other.flat)
        continue
      }
      try flat.append(moves[actor], pace: &pace)
      guard isForSets, moves[actor].isAskedEachTime, flat.count(of: actor) <= Self.listedMoves else {
        continue
      }
      guard let arcs = Arcs(flat.table(of: actor), stateCount: states.count, pace: &pace) else {
        throw Stopped(limit: pace.limit ?? .interrupted)
      }
      moves[actor] = MoveTable(arcs)
    }
    self.flat = flat
    self.moves = moves
  }

  /// Work that ended before it was done.
  package struct Stopped: Error, Sendable, Hashable {
    /// Why.
    package var limit: Limit

    /// Work that ended because of the limit.
    package init(limit: Limit) {
      self.limit = limit
    }
  }
}

extension StateGraph {
  /// The positions of the states where the condition holds.
  ///
  /// - Complexity: O(states · size of the condition / 64)
  package func states(where condition: Condition) -> Selection {
    guard let found = blocks.slots(where: [conflict.predicate(condition)], .alone) else {
      preconditionFailure("nobody said stop")
    }
    return Selection(found, of: states)
  }

  /// For each of the conditions the positions of the states where it holds.
  package func states(whereEach conditions: [Condition]) -> [Selection] {
    blocks.slots(whereEach: conditions.map(conflict.predicate)).map { Selection($0, of: states) }
  }

  /// The actors' orders in the conflict itself.
  package var orders: [Order] { conflict.actors.map { order($0.preference) } }

  /// The same, as long as `control` does not say stop.
  package func orders(control: Control) throws(Stopped) -> [Order] {
    var orders: [Order] = []
    for actor in conflict.actors { orders.append(try order(actor.preference, control: control)) }
    return orders
  }

  /// The order that a preference gives, of whichever actor.
  package func order(_ preference: Preference) -> Order {
    do { return try order(preference, control: Control()) } catch { preconditionFailure("nobody said stop") }
  }

  /// The same, as long as `control` does not say stop.
  package func order(_ preference: Preference, control: Control) throws(Stopped) -> Order {
    let valuation = conflict.ready(preference)
    var pace = Pace(control)
    guard let made = Places.of(states, pace: &pace, standing: { valuation.standing(of: $0) })
    else { throw Stopped(limit: pace.limit ?? .interrupted) }
    return Order(gapless: made.places, count: made.count)
  }

  /// The order of an actor who wants the first statement to hold, or not to, above
  /// all, then the second, and so on.
  ///
  /// - Parameter statements: For each statement where it holds, from
  ///   ``states(where:)``, and whether the actor wants it to.
  ///
  /// - Complexity: O(states · (statements + 8))
  package func order(byStatements statements: [(holds: Selection, isWanted: Bool)]) -> Order {
    let stateCount = states.count
    var columns: [[UInt64]] = []
    for (index, statement) in statements.enumerated() {
      if index % 64 == 0 { columns.append([UInt64](repeating: 0, count: stateCount)) }
      let bit: UInt64 = 1 << UInt64(63 - index % 64)
      let words = statement.holds.listedWords
      // Bits past the last state are never reached: none is set in a selection, and
      // those of an unwanted one are cut off here.
      for (index, word) in words.enumerated() {
        var left = statement.isWanted ? word : ~word
        while left != 0 {
          let position = index * 64 + left.trailingZeroBitCount
          if position >= stateCount { break }
          columns[columns.count - 1][position] |= bit
          left &= left - 1
        }
      }
    }
    var pace = Pace(Control())
    guard let made = Places.of(columns: columns, count: states.count, pace: &pace) else {
      preconditionFailure("nobody said stop")
    }
    return Order(gapless: made.places, count: made.count)
  }

  /// Which of an actor's moves are improvements under an order: one bit for each
  /// move, by position of its start and of its end.
  ///
  /// What the others do under `seq`, `sseq` and `sim` depends on nothing else in
  /// their orders.
  package func improvements(of actor: Int, under order: Order) -> [UInt64] {
    var bits: [UInt64] = []
    var count: UInt64 = 0
    var targets: [UInt32] = []
    for position in 0..<states.count {
      targets.removeAll(keepingCapacity: true)
      moves[actor].appendTargets(of: position, to: &targets)
      let rank = order.ranks[position]
      for target in targets {
        if count % 64 == 0 { bits.append(0) }
        if order.ranks[Int(target)] > rank { bits[bits.count - 1] |= 1 << (count % 64) }
        count += 1
      }
    }
    return bits
  }

  /// The positions that one move of the actor leads to, rising, read in place.
  package func targets(of actor: Int, from position: Int) -> ArraySlice<UInt32> {
    let row = actor * (states.count + 1) + position
    return flat.entries[Int(flat.starts[row])..<Int(flat.starts[row + 1])]
  }

  /// The positions that one move of the actor leads to, rising.
  package func moves(of actor: Int, from position: Int) -> [Int] {
    var list: [UInt32] = []
    moves[actor].appendTargets(of: position, to: &list)
    return list.map { Int($0) }
  }
}

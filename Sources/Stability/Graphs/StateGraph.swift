public import ConflictModel
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
public struct StateGraph: Sendable {
  /// The conflict whose states and moves these are.
  public let conflict: Conflict
  /// The feasible states, by position.
  public let states: FeasibleStates
  let slots: Slots
  let moves: [MoveTable]
  package let flat: FlatMoves
  private let blocks: StateBlocks

  /// The most moves of an actor that are listed there and back, which whole sets of
  /// states are decided from several times faster.
  public static let listedMoves = 4_000_000

  /// Lists the states and the moves among them.
  ///
  /// - Parameters:
  ///   - conflict: The conflict.
  ///   - limits: How far the states are listed, and how much memory their moves may take.
  ///   - control: When to stop.
  ///
  /// - Throws: ``Stopped`` with the limit that was reached first.
  public init(
    _ conflict: Conflict, limits: EnumerationLimits = EnumerationLimits(), control: Control = Control()
  ) throws(Stopped) {
    let listing = conflict.feasibleStates(limits: limits, control: control)
    if let limit = listing.limit { throw Stopped(limit: limit) }
    var pace = Pace(control)
    guard let table = CodeTable(listing.states, pace: &pace) else {
      throw Stopped(limit: pace.limit ?? .interrupted)
    }
    var moves: [MoveTable] = []
    for actor in conflict.actors.indices {
      pace.report(.preparing, actor, of: conflict.actors.count)
      guard let own = MoveTable(conflict, actor: actor, positions: table, pace: &pace),
        let listed = own.listed(slotCount: listing.states.count, atMost: Self.listedMoves, pace: &pace)
      else { throw Stopped(limit: pace.limit ?? .interrupted) }
      moves.append(listed)
    }
    flat = try FlatMoves(moves, stateCount: listing.states.count, bytes: limits.moveBytes, pace: &pace)
    self.conflict = conflict
    states = listing.states
    slots = .numbered(table)
    self.moves = moves
    blocks = StateBlocks(list: table.codes, optionCount: conflict.options.count)
  }

  /// Work that ended before it was done.
  public struct Stopped: Error, Sendable, Hashable {
    /// Why.
    public var limit: Limit

    /// Work that ended because of the limit.
    public init(limit: Limit) {
      self.limit = limit
    }
  }
}

extension StateGraph {
  /// The positions of the states where the condition holds.
  ///
  /// - Complexity: O(states · size of the condition / 64)
  public func states(where condition: Condition) -> Selection {
    guard let found = blocks.slots(where: [conflict.predicate(condition)], .alone) else {
      preconditionFailure("nobody said stop")
    }
    return Selection(found, of: states)
  }

  /// The actors' orders in the conflict itself.
  public var orders: [Order] { conflict.actors.map { order($0.preference) } }

  /// The order that a preference gives, of whichever actor.
  public func order(_ preference: Preference) -> Order {
    let valuation = conflict.ready(preference)
    var pace = Pace(Control())
    guard let ranks = Ranks(states: states, pace: &pace, standing: { valuation.standing(of: $0) }) else {
      preconditionFailure("nobody said stop")
    }
    return Order(ranks, count: states.count)
  }

  /// The order of an actor who wants the first statement to hold, or not to, above
  /// all, then the second, and so on.
  ///
  /// - Parameter statements: For each statement where it holds, from
  ///   ``states(where:)``, and whether the actor wants it to.
  ///
  /// - Complexity: O(states · (statements + 8))
  public func order(byStatements statements: [(holds: Selection, isWanted: Bool)]) -> Order {
    var columns: [[UInt64]] = []
    for (index, statement) in statements.enumerated() {
      if index % 64 == 0 { columns.append([UInt64](repeating: 0, count: states.count)) }
      let bit: UInt64 = 1 << UInt64(63 - index % 64)
      let words = statement.holds.slots.words
      // Bits past the last state are never reached: none is set in a selection, and
      // those of an unwanted one are cut off here.
      for (index, word) in words.enumerated() {
        var left = statement.isWanted ? word : ~word
        while left != 0 {
          let position = index * 64 + left.trailingZeroBitCount
          if position >= states.count { break }
          columns[columns.count - 1][position] |= bit
          left &= left - 1
        }
      }
    }
    var pace = Pace(Control())
    guard let ranks = Ranks(columns: columns, count: states.count, pace: &pace) else {
      preconditionFailure("nobody said stop")
    }
    return Order(ranks, count: states.count)
  }

  /// Which of an actor's moves are improvements under an order: one bit for each
  /// move, by position of its start and of its end.
  ///
  /// What the others do under `seq`, `sseq` and `sim` depends on nothing else in
  /// their orders.
  public func improvements(of actor: Int, under order: Order) -> [UInt64] {
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
  public func moves(of actor: Int, from position: Int) -> [Int] {
    var list: [UInt32] = []
    moves[actor].appendTargets(of: position, to: &list)
    return list.map { Int($0) }
  }
}

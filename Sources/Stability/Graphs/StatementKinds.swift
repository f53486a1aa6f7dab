internal import ConflictModel
internal import StateSets

/// States put together that are alike in each of some statements, so that an order
/// made of these costs a few steps for each *kind* of state, not for each state.
///
/// Variants of a preference drop statements, turn them round or give them another
/// place; where each of them holds stays the same, and so do the kinds. Every kind
/// has a state, so two orders of the states are equal when those of the kinds are.
package struct StatementKinds: Sendable {
  /// For each position its kind.
  private var kindOf: [UInt32]
  /// How many kinds there are.
  package private(set) var count: Int
  /// For each statement and kind, whether the statement holds there.
  private var holds: [[Bool]]

  /// The kinds of the states of a graph.
  ///
  /// - Parameter statements: Where each statement holds, from
  ///   ``StateGraph/states(where:)``.
  package init(_ statements: [Selection], of graph: StateGraph) {
    let stateCount = graph.states.count
    kindOf = [UInt32](repeating: 0, count: stateCount)
    count = min(stateCount, 1)
    var examples = [Int](repeating: 0, count: count)
    for first in stride(from: 0, to: statements.count, by: 32) {
      // States alike so far are told apart by the next 32 statements.
      var keys = kindOf.map { UInt64($0) << 32 }
      for (index, statement) in statements[first..<min(first + 32, statements.count)].enumerated() {
        statement.listedWords.withUnsafeBufferPointer { words in
          for position in keys.indices {
            keys[position] |= (words[position >> 6] >> UInt64(position & 63) & 1) << UInt64(index)
          }
        }
      }
      var numbers = CodeTable(capacity: stateCount)
      examples.removeAll(keepingCapacity: true)
      for (position, key) in keys.enumerated() {
        let number = numbers.number(of: key)
        if number == examples.count { examples.append(position) }
        kindOf[position] = UInt32(number)
      }
      count = examples.count
    }
    let examplesOfKinds = examples
    holds = statements.map { statement in
      examplesOfKinds.map { statement.listedWords[$0 >> 6] >> UInt64($0 & 63) & 1 != 0 }
    }
  }

  /// For each kind its rank in the order of an actor who wants the first of the
  /// statements to hold, or not to, above all, then the second, and so on.
  ///
  /// - Parameter statements: Statements by their index here, and whether the actor
  ///   wants each to hold.
  ///
  /// - Complexity: O(kinds · (statements + 8))
  package func ranks(byStatements statements: [(index: Int, isWanted: Bool)]) -> [UInt32] {
    var columns: [[UInt64]] = []
    for (place, statement) in statements.enumerated() {
      if place % 64 == 0 { columns.append([UInt64](repeating: 0, count: count)) }
      let shift = UInt64(63 - place % 64)
      let (holds, isWanted) = (holds[statement.index], statement.isWanted)
      for kind in 0..<count where holds[kind] == isWanted { columns[columns.count - 1][kind] |= 1 << shift }
    }
    var pace = Pace(Control())
    guard let ranks = Places.of(columns: columns, count: count, pace: &pace) else {
      preconditionFailure("nobody said stop")
    }
    return ranks.places
  }

  /// The order of the states when the kinds have the given ranks.
  package func order(_ ranks: [UInt32]) -> Order {
    Order(gapless: kindOf.map { ranks[Int($0)] }, count: (ranks.max().map { Int($0) + 1 }) ?? 0)
  }
}

import ConflictModel
import Stability
import TestSupport
import Testing

/// Every conflict of two actors with one option each, against brute force.
@Suite struct ExhaustiveTests {
  @Test("all 576 profiles of strict orders")
  func strict() {
    let orders = Self.orders.filter { $0.count == 4 }
    #expect(orders.count == 24)
    for row in orders {
      for column in orders { expectVerdicts(row, column) }
    }
  }

  @Test("all profiles with ties, one test for each order of the first actor", arguments: orders.indices)
  func tied(row: Int) {
    #expect(Self.orders.count == 75)
    for column in Self.orders { expectVerdicts(Self.orders[row], column) }
  }

  /// All orders of four states, ties allowed: as many as there are weak orders
  /// of four things, 75.
  static let orders: [[[State]]] = {
    var found: Set<[[State]]> = []
    // Each way to give the states heights, with the heights that are used closed up.
    for heights in 0..<256 {
      var tiers = [[State]](repeating: [], count: 4)
      for code in 0..<4 { tiers[(heights >> (2 * code)) & 3].append(State(UInt64(code))) }
      found.insert(tiers.filter { !$0.isEmpty })
    }
    return found.sorted { "\($0)" < "\($1)" }
  }()

  private func expectVerdicts(_ row: [[State]], _ column: [[State]]) {
    let conflict = Conflict(
      actors: [
        Conflict.Actor(id: "row", preference: .ranking(row)),
        Conflict.Actor(id: "column", preference: .ranking(column)),
      ],
      options: [Option(id: "row.act", actor: 0), Option(id: "column.act", actor: 1)])
    let solution = conflict.solve()
    let truth = BruteForce(conflict)
    for concept in Concept.allCases {
      for actor in 0..<2 {
        let expected = (0..<4).filter { truth.isStable(concept, actor, UInt64($0)) }
        if Array(solution.stable(concept, actor: actor)) != expected {
          Issue.record("\(concept) of actor \(actor) with \(row) against \(column)")
        }
      }
    }
  }
}

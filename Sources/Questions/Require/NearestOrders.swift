package import Stability
internal import ConflictModel

/// The least change of the actors' orders that makes a state an equilibrium, as far
/// as it is known.
package struct NearestOrders: Sendable {
  /// No change of less than this will do.
  package var atLeast: Int
  /// The change found: how many pairs of states are compared otherwise than before,
  /// all actors together. In orders without ties these are exchanges of neighbours.
  package var distance: Int
  /// For each actor the states that it must come to like no better, by position.
  package var lowered: [[Int]]
  /// The orders after the change.
  package var orders: [Order]

  /// Whether no change does with less.
  package var isLeast: Bool { atLeast == distance }
}

extension NearestOrders {
  /// The least change for one position.
  ///
  /// Under `nash`, `gmr` and `smr` every actor's change stands for itself, and the
  /// least of it is known. Under the others a change of one actor's order also
  /// changes how it would answer the others, so that the sum of the least changes is
  /// only tried; from below it is bounded by `gmr` (`smr` for `sseq`), which they
  /// imply, from above by `nash`, which implies them. Where a gap is left and nobody
  /// has ties, profiles are tried exchange by exchange.
  ///
  /// - Parameter budget: How much work such trials may still be.
  init(
    _ builder: inout RequirementBuilder, _ concept: Concept, at position: Int, budget: inout Int,
    control: Control
  ) throws(StateGraph.Stopped) {
    let (graph, old) = (builder.graph, builder.orders)
    let own = try Self.repaired(&builder, concept, at: position)
    let isIndependent = concept == .nash || concept == .gmr || concept == .smr
    if isIndependent || own.distance == 0 {
      self = own
      return
    }
    var found = try Self.repaired(&builder, .nash, at: position)
    if own.distance < found.distance {
      let inquiry = graph.inquiry(under: own.orders, control: control)
      if try inquiry.isEquilibrium(concept, at: position) { found = own }
    }
    switch concept {
    case .seq: found.atLeast = max(1, try Self.repaired(&builder, .gmr, at: position).atLeast)
    case .sseq: found.atLeast = max(1, try Self.repaired(&builder, .smr, at: position).atLeast)
    default: found.atLeast = 1
    }
    if found.atLeast < found.distance, old.allSatisfy({ $0.rankCount == graph.states.count }) {
      var search = OrderSearch(graph, old, concept, at: position)
      try search.improve(&found, budget: &budget, control)
    }
    self = found
  }

  /// Every actor's order changed by itself.
  private static func repaired(
    _ builder: inout RequirementBuilder, _ concept: Concept, at position: Int
  ) throws(StateGraph.Stopped) -> NearestOrders {
    var found = NearestOrders(atLeast: 0, distance: 0, lowered: [], orders: [])
    for (actor, order) in builder.orders.enumerated() {
      let demands = try builder.demands(of: actor, at: position, under: concept)
      let counterMoves = concept.allowsCounterMove ? try builder.counterMoves(of: actor) : nil
      let repair = OrderRepair(demands, counterMoves: counterMoves, of: order, at: position)
      found.distance += repair.distance
      found.lowered.append(repair.lowered)
      found.orders.append(repair.applied(to: order, at: position))
    }
    found.atLeast = found.distance
    return found
  }
}

public import Stability
internal import ConflictModel

/// The least change of the actors' orders that makes a state an equilibrium, as far
/// as it is known.
public struct NearestOrders: Sendable {
  /// No change of less than this will do.
  public var atLeast: Int
  /// The change found: how many pairs of states are compared otherwise than before,
  /// all actors together. In orders without ties these are exchanges of neighbours.
  public var distance: Int
  /// For each actor the states that it must come to like no better, by position.
  public var lowered: [[Int]]
  /// The orders after the change.
  public var orders: [Order]

  /// Whether no change does with less.
  public var isLeast: Bool { atLeast == distance }
}

extension NearestOrders {
  /// The most profiles of orders that are tried one by one.
  static let profileLimit = 30_000

  /// The least change for one position.
  ///
  /// Under `nash`, `gmr` and `smr` every actor's change stands for itself. Under the
  /// others a change of one actor's order also changes how it would answer the
  /// others, so that the sum of the least changes is only tried; from below it is
  /// bounded by `gmr` (`smr` for `sseq`), which they imply, from above by `nash`,
  /// which implies them. Where a gap is left and nobody has ties, profiles are tried
  /// exchange by exchange.
  init(
    _ graph: StateGraph, _ old: [Order], _ requirements: [Requirement], _ concept: Concept, at position: Int,
    control: Control
  ) {
    let own = Self.repaired(old, requirements, at: position)
    var inquiry = graph.inquiry(under: own.orders)
    let isIndependent = concept == .nash || concept == .gmr || concept == .smr
    if isIndependent || own.distance == 0 {
      self = own
      return
    }
    func bound(_ concept: Concept) -> NearestOrders {
      var builder = RequirementBuilder(graph, orders: old, concept)
      return Self.repaired(
        old, old.indices.map { builder.requirement(of: $0, at: position) }, at: position)
    }
    var found = bound(.nash)
    if inquiry.isEquilibrium(concept, at: position), own.distance < found.distance { found = own }
    switch concept {
    case .seq: found.atLeast = max(1, bound(.gmr).atLeast)
    case .sseq: found.atLeast = max(1, bound(.smr).atLeast)
    default: found.atLeast = 1
    }
    if found.atLeast < found.distance { found.search(graph, old, concept, at: position, control) }
    self = found
  }

  /// Every actor's order changed by itself.
  private static func repaired(
    _ old: [Order], _ requirements: [Requirement], at position: Int
  ) -> NearestOrders {
    var found = NearestOrders(atLeast: 0, distance: 0, lowered: [], orders: [])
    for requirement in requirements {
      let order = old[requirement.actor]
      let repair = OrderRepair(requirement, of: order, at: position)
      found.distance += repair.distance
      found.atLeast += repair.isLeast ? repair.distance : min(repair.distance, 1)
      found.lowered.append(repair.lowered)
      found.orders.append(repair.applied(to: order, at: position))
    }
    return found
  }

  /// Tries all profiles by rising number of exchanges, until one does or there are
  /// too many.
  private mutating func search(
    _ graph: StateGraph, _ old: [Order], _ concept: Concept, at position: Int, _ control: Control
  ) {
    let count = graph.states.count
    guard old.allSatisfy({ $0.rankCount == count }) else { return }
    var level: Set<[[UInt32]]> = [old.map(\.ranks)]
    var before: Set<[[UInt32]]> = []
    var tried = 0
    for exchanges in 1..<max(distance, 2) {
      var next: Set<[[UInt32]]> = []
      for profile in level {
        for actor in profile.indices {
          var places = [Int](repeating: 0, count: count)
          for (state, rank) in profile[actor].enumerated() { places[Int(rank)] = state }
          for rank in 0..<max(count - 1, 0) {
            var changed = profile
            changed[actor].swapAt(places[rank], places[rank + 1])
            // An exchange leads one away from the start or one nearer to it.
            if before.contains(changed) || !next.insert(changed).inserted { continue }
            tried += 1
            if tried > Self.profileLimit || (tried % 256 == 0 && control.shouldStop() != nil) { return }
            if exchanges < atLeast { continue }
            let orders = changed.map { Order(ranks: $0)! }
            var inquiry = graph.inquiry(under: orders)
            if inquiry.isEquilibrium(concept, at: position) {
              self = NearestOrders(
                atLeast: exchanges, distance: exchanges,
                lowered: Self.lowered(old, orders, position),
                orders: orders)
              return
            }
          }
        }
      }
      atLeast = max(atLeast, exchanges + 1)
      (before, level) = (level, next)
    }
  }

  /// For each actor, the states that were better than the position and are not now.
  private static func lowered(_ old: [Order], _ new: [Order], _ position: Int) -> [[Int]] {
    zip(old, new).map { old, new in
      old.ranks.indices.filter {
        old.ranks[$0] > old.ranks[position] && new.ranks[$0] <= new.ranks[position]
      }
    }
  }
}

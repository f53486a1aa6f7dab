import ConflictModel
import Stability

/// Tries all profiles of strict orders by rising number of exchanges of neighbours.
///
/// A strict order is known by its inversions, the pairs of states that it has the
/// other way round than the order at the start, and is as many exchanges away as it
/// has of them. So a profile is a short list, however many states there are.
struct OrderSearch {
  private let graph: StateGraph
  private let old: [Order]
  private let concept: Concept
  private let position: Int
  /// For each actor its states, lowest first, and its ranks, both as exchanged.
  private var places: [[Int]]
  private var ranks: [[UInt32]]

  /// The most profiles that are tried one by one for one position.
  private static let profileLimit = 30_000
  /// The most ranks that are gone through for all positions together.
  static let budget = 400_000_000

  /// A pair of states that an actor has the other way round.
  private struct Inversion: Hashable, Comparable {
    var actor: UInt32
    var low: UInt32
    var high: UInt32

    static func < (left: Inversion, right: Inversion) -> Bool {
      (left.actor, left.low, left.high) < (right.actor, right.low, right.high)
    }
  }

  init(_ graph: StateGraph, _ old: [Order], _ concept: Concept, at position: Int) {
    (self.graph, self.old, self.concept, self.position) = (graph, old, concept, position)
    ranks = old.map { $0.ranks }
    places = old.map { order in
      var places = [Int](repeating: 0, count: order.ranks.count)
      for (state, rank) in order.ranks.enumerated() { places[Int(rank)] = state }
      return places
    }
  }

  /// Looks for a change of less than `found`, until one does, none can, or there are
  /// too many.
  mutating func improve(
    _ found: inout NearestOrders, budget: inout Int, _ control: Control
  ) throws(StateGraph.Stopped) {
    var pace = Pace(control)
    let size = max(graph.states.count * old.count, 1)
    // A profile is reached by its exchanges in some order: those are kept.
    var level: [[Inversion]] = [[]]
    var tried = 0
    for exchanges in 1..<max(found.distance, 2) {
      var next: Set<[Inversion]> = []
      var list: [[Inversion]] = []
      for profile in level {
        let before = (places, ranks)
        apply(profile)
        defer { (places, ranks) = before }
        for actor in old.indices {
          for rank in 0..<max(graph.states.count - 1, 0) {
            let (low, high) = (places[actor][rank], places[actor][rank + 1])
            // A pair that is the other way round already leads back.
            if old[actor].ranks[low] > old[actor].ranks[high] { continue }
            let inversion = Inversion(actor: UInt32(actor), low: UInt32(low), high: UInt32(high))
            let changed = (profile + [inversion]).sorted()
            if !next.insert(changed).inserted { continue }
            list.append(changed)
            tried += 1
            budget -= size
            try pace.count(exchanges < found.atLeast ? 64 : 64 + size)
            if tried > Self.profileLimit || budget < 0 { return }
            if exchanges < found.atLeast { continue }
            if let orders = try lasting(exchanging: low, high, of: actor, control) {
              found = NearestOrders(
                atLeast: exchanges, distance: exchanges, lowered: lowered(orders), orders: orders)
              return
            }
          }
        }
      }
      found.atLeast = max(found.atLeast, exchanges + 1)
      level = list
    }
  }

  /// Makes the exchanges that lead to a profile: each where its pair are neighbours.
  private mutating func apply(_ profile: [Inversion]) {
    var left = profile
    while !left.isEmpty {
      // Some inversion of what is left joins neighbours, or it would imply another.
      let index = left.firstIndex { inversion in
        ranks[Int(inversion.actor)][Int(inversion.low)] + 1
          == ranks[Int(inversion.actor)][Int(inversion.high)]
      }!
      let inversion = left.remove(at: index)
      exchange(Int(inversion.low), Int(inversion.high), of: Int(inversion.actor))
    }
  }

  private mutating func exchange(_ one: Int, _ other: Int, of actor: Int) {
    places[actor].swapAt(Int(ranks[actor][one]), Int(ranks[actor][other]))
    ranks[actor].swapAt(one, other)
  }

  /// The orders after one more exchange, if the position lasts under them.
  private mutating func lasting(
    exchanging low: Int, _ high: Int, of actor: Int, _ control: Control
  ) throws(StateGraph.Stopped) -> [Order]? {
    exchange(low, high, of: actor)
    defer { exchange(low, high, of: actor) }
    let orders = ranks.map { Order(ranks: $0)! }
    let inquiry = graph.inquiry(under: orders, control: control)
    return try inquiry.isEquilibrium(concept, at: position) ? orders : nil
  }

  /// For each actor, the states that were better than the position and are not now.
  private func lowered(_ new: [Order]) -> [[Int]] {
    zip(old, new).map { old, new in
      old.ranks.indices.filter {
        old.ranks[$0] > old.ranks[position] && new.ranks[$0] <= new.ranks[position]
      }
    }
  }
}

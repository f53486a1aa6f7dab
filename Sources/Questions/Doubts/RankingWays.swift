internal import ConflictModel

/// The ways to order some neighbouring states of a ranking when the order of some
/// pairs of them is not known.
///
/// A way is an order of these states, ties allowed, that agrees with the ranking on
/// every pair but those. It is put together from the best tier down: the next tier
/// may be any set of the states left of which no state is known to be worse than
/// one left, and which parts no states known to be tied. The ways of ordering what
/// is left depend only on which states that are, so they are counted once for each
/// such set.
struct RankingWays: Sendable {
  /// The states, in the order of the ranking.
  let states: [State]
  /// The pairs whose order is not known, as indices into `states`, the first the better ranked.
  let unknown: [(first: Int, second: Int)]

  /// For each state, those that are known to be better.
  private var better: [UInt64]
  /// For each state, those that are known to be tied with it, itself among them.
  private var tied: [UInt64]
  /// For each set of states left, the tiers that may come next, with the number of
  /// ways that begin with each.
  private var nextTiers: [UInt64: [(tier: UInt64, count: UInt64)]] = [:]

  /// How many ways there are.
  private(set) var count: UInt64 = 1

  /// The most states that are ordered together, and the most steps that counting
  /// their orders may take.
  static let largestCount = 60
  static let stepLimit = 1_000_000

  /// - Parameters:
  ///   - tiers: The states in tiers, best first.
  ///   - unknown: The pairs of them whose order is not known.
  ///
  /// Nil when there are too many ways to count.
  init?(tiers: [[State]], unknown pairs: [(State, State)]) {
    states = tiers.flatMap { $0 }
    if states.count > Self.largestCount { return nil }
    let place = states.firstPlaces
    unknown = pairs.map { pair in
      let (one, other) = (place[pair.0]!, place[pair.1]!)
      return (min(one, other), max(one, other))
    }
    var tierOf: [Int] = []
    for (index, tier) in tiers.enumerated() { tierOf += tier.map { _ in index } }
    better = states.map { _ in 0 }
    tied = states.map { _ in 0 }
    for one in states.indices {
      for other in states.indices {
        let isKnown = !unknown.contains { $0 == (min(one, other), max(one, other)) }
        if tierOf[other] < tierOf[one], isKnown { better[one] |= 1 << UInt64(other) }
        if tierOf[other] == tierOf[one], isKnown { tied[one] |= 1 << UInt64(other) }
      }
    }
    var steps = 0
    let all: UInt64 = (1 << UInt64(states.count)) - 1
    guard let count = countWays(all, &steps) else { return nil }
    self.count = count
  }

  private mutating func countWays(_ left: UInt64, _ steps: inout Int) -> UInt64? {
    if left == 0 { return 1 }
    if let known = nextTiers[left] { return known.reduce(0) { $0 + $1.count } }
    var total: UInt64 = 0
    var options: [(tier: UInt64, count: UInt64)] = []
    let parts = tiedParts(of: left)
    // So many parts alone have more orders than the steps allow.
    if parts.count > 20 { return nil }
    for choice in 1..<(UInt64(1) << UInt64(parts.count)) {
      steps += 1
      if steps > Self.stepLimit { return nil }
      var tier: UInt64 = 0
      for (index, part) in parts.enumerated() where choice & (1 << UInt64(index)) != 0 { tier |= part }
      guard let count = countWays(left & ~tier, &steps) else { return nil }
      let (sum, overflows) = total.addingReportingOverflow(count)
      if overflows { return nil }
      total = sum
      options.append((tier, count))
    }
    nextTiers[left] = options
    return total
  }

  /// The sets of tied states of which each may be in the next tier.
  private func tiedParts(of left: UInt64) -> [UInt64] {
    var parts: [UInt64] = []
    var seen: UInt64 = 0
    for index in states.indices where left & ~seen & (1 << UInt64(index)) != 0 {
      // All that ties lead to from here, one after the other.
      var part: UInt64 = 1 << UInt64(index)
      var size = 0
      while part.nonzeroBitCount != size {
        size = part.nonzeroBitCount
        for member in states.indices where part & (1 << UInt64(member)) != 0 { part |= tied[member] & left }
      }
      seen |= part
      let isBlocked = states.indices.contains { part & (1 << UInt64($0)) != 0 && better[$0] & left != 0 }
      if !isBlocked { parts.append(part) }
    }
    return parts
  }

  /// The tiers, best first, in the way of this number.
  subscript(way: UInt64) -> [[State]] {
    var (rest, left) = (way, (UInt64(1) << UInt64(states.count)) - 1)
    var result: [[State]] = []
    while left != 0 {
      for (tier, count) in nextTiers[left] ?? [] {
        if rest < count {
          result.append(states.indices.filter { tier & (1 << UInt64($0)) != 0 }.map { states[$0] })
          left &= ~tier
          break
        }
        rest -= count
      }
    }
    return result
  }

  /// The pairs of `unknown` that have the same order in every way.
  var settled: [(first: Int, second: Int)] {
    zip(unknown, possible).filter { [.better, .tied, .worse].contains($1) }.map { $0.0 }
  }

  /// For each pair of `unknown`, how its first state may stand to its second in
  /// some way.
  var possible: [PossibleRelations] {
    var result = unknown.map { _ in PossibleRelations() }
    for (left, options) in nextTiers {
      for (tier, _) in options {
        for (index, pair) in unknown.enumerated() {
          let (first, second) = (UInt64(1) << UInt64(pair.first), UInt64(1) << UInt64(pair.second))
          guard left & first != 0, left & second != 0 else { continue }
          switch (tier & first != 0, tier & second != 0) {
          case (true, true): result[index].insert(.tied)
          case (true, false): result[index].insert(.better)
          case (false, true): result[index].insert(.worse)
          case (false, false): break
          }
        }
      }
    }
    return result
  }
}

/// How one state may stand to another, in one completion or another.
struct PossibleRelations: OptionSet, Sendable, Hashable {
  let rawValue: UInt8

  static let better = PossibleRelations(rawValue: 1)
  static let tied = PossibleRelations(rawValue: 2)
  static let worse = PossibleRelations(rawValue: 4)

  /// The same from the other state's side.
  var reversed: PossibleRelations {
    var result = intersection(.tied)
    if contains(.better) { result.insert(.worse) }
    if contains(.worse) { result.insert(.better) }
    return result
  }
}

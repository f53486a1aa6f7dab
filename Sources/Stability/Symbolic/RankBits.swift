internal import ConflictModel
internal import DecisionDiagrams

/// What an actor wants as bits of a number: the higher, the better.
enum RankBits {
  /// The combinations in which each bit is one, the most important first.
  static func sets(
    of preference: Preference, _ symbolic: inout SymbolicConflict
  ) throws(DiagramHalt) -> [Diagram] {
    switch preference {
    case .statements(let statements):
      var sets: [Diagram] = []
      for statement in statements { sets.append(try symbolic.set(symbolic.conflict.predicate(statement))) }
      return sets
    case .ranking(let tiers): return try tierBits(tiers, &symbolic)
    case .weights(let weights): return try sumBits(weights, &symbolic)
    case .indifferent: return []
    }
  }

  /// The bits of the place of a tier, counted from below; 0 for states in none.
  private static func tierBits(
    _ tiers: [[State]], _ symbolic: inout SymbolicConflict
  ) throws(DiagramHalt) -> [Diagram] {
    let width = UInt64.bitWidth - UInt64(tiers.count).leadingZeroBitCount
    var sets = [Diagram](repeating: .nothing, count: width)
    for (index, tier) in tiers.enumerated() {
      let height = UInt64(tiers.count - index)
      var members = Diagram.nothing
      for state in tier {
        let one = try symbolic.table.cube(symbolic.takenVariables.map { ($0, state.takes($0)) })
        members = try symbolic.table.union(members, one)
      }
      for bit in 0..<width where height >> UInt64(width - 1 - bit) & 1 != 0 {
        sets[bit] = try symbolic.table.union(sets[bit], members)
      }
    }
    return sets
  }

  /// The most that a sum exceeds the least.
  private static func total(_ weights: [Int64]) -> UInt64 { weights.reduce(0) { $0 &+ $1.magnitude } }

  /// The bits of the sum of weights, less the least that it can be. Options with a negative weight count where
  /// they are not taken.
  private static func sumBits(
    _ weights: [Int64], _ symbolic: inout SymbolicConflict
  ) throws(DiagramHalt) -> [Diagram] {
    let width = UInt64.bitWidth - total(weights).leadingZeroBitCount
    var sum = [Diagram](repeating: .nothing, count: width)
    for (option, weight) in weights.enumerated() where weight != 0 {
      let variable = try symbolic.table.variable(symbolic.taken(option))
      let counts = weight < 0 ? !variable : variable
      var carry = Diagram.nothing
      for bit in 0..<width {
        let added = weight.magnitude >> UInt64(bit) & 1 != 0 ? counts : .nothing
        let old = sum[bit]
        let half = try symbolic.table.symmetricDifference(old, added)
        sum[bit] = try symbolic.table.symmetricDifference(half, carry)
        let both = try symbolic.table.intersection(old, added)
        carry = try symbolic.table.union(both, symbolic.table.intersection(half, carry))
      }
    }
    return sum.reversed()
  }
}

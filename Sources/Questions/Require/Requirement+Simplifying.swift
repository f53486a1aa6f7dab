import ConflictModel
import Stability

extension Requirement {
  /// The most pairs of ways that are compared to leave out what follows from another.
  private static let pairLimit = 4_000_000

  /// The same requirement without what is always true, ways that ask for all that
  /// another way asks for, and demands that follow from another.
  func simplified(_ pace: inout Pace) throws(StateGraph.Stopped) -> Requirement {
    var demands: [Demand] = []
    for demand in self.demands {
      if let shorter = try demand.simplified(pairLimit: Self.pairLimit, &pace) { demands.append(shorter) }
    }
    // A demand that asks for little implies one that asks for less.
    demands.sort { ($0.ways.count, $0.move) < ($1.ways.count, $1.move) }
    var kept: [Demand] = []
    for demand in demands {
      var isImplied = false
      for other in kept where !isImplied { isImplied = try other.implies(demand, &pace) }
      if !isImplied { kept.append(demand) }
    }
    // A later one may imply an earlier one, too.
    var least: [Demand] = []
    for (index, demand) in kept.enumerated() {
      var isImplied = false
      for other in kept[(index + 1)...] where !isImplied {
        isImplied = try other.implies(demand, &pace)
        if isImplied { isImplied = try !demand.implies(other, &pace) }
      }
      if !isImplied { least.append(demand) }
    }
    return Requirement(actor: actor, demands: least.sorted { $0.move < $1.move })
  }
}

extension Requirement.Demand {
  /// The demand with its shortest ways only; nil when it is always met.
  fileprivate func simplified(
    pairLimit: Int, _ pace: inout Pace
  ) throws(StateGraph.Stopped) -> Requirement.Demand? {
    // The first of equal ways stays: that the move is no gain comes before answers.
    var singles: Set<Int> = []
    var seen: Set<[Int]> = []
    var kept: [Requirement.Way] = []
    for way in ways.sorted(by: { $0.notBetter.count < $1.notBetter.count }) {
      if way.notBetter.isEmpty { return nil }
      try pace.count(kept.count + way.notBetter.count)
      if !seen.insert(way.notBetter).inserted { continue }
      if way.notBetter.contains(where: singles.contains) { continue }
      if way.notBetter.count == 1 {
        singles.insert(way.notBetter[0])
      } else if kept.count * ways.count < pairLimit,
        kept.contains(where: { $0.notBetter.count > 1 && $0.notBetter.isSubset(of: way.notBetter) })
      {
        continue
      }
      kept.append(way)
    }
    kept.sort { ($0.answer ?? -1, $0.notBetter.count) < ($1.answer ?? -1, $1.notBetter.count) }
    return Requirement.Demand(move: move, ways: kept)
  }

  /// Whether the other demand is met whenever this one is: each way here asks for
  /// all that some way there asks for.
  fileprivate func implies(
    _ other: Requirement.Demand, _ pace: inout Pace
  ) throws(StateGraph.Stopped) -> Bool {
    if ways.allSatisfy({ $0.notBetter.count == 1 }), ways.count > 8 {
      try pace.count(16 * (ways.count + other.ways.count))
      let singles = Set(other.ways.filter { $0.notBetter.count == 1 }.map { $0.notBetter[0] })
      return ways.allSatisfy { singles.contains($0.notBetter[0]) }
    }
    if ways.count * other.ways.count > 100_000 { return false }
    try pace.count(ways.count * other.ways.count)
    return ways.allSatisfy { way in other.ways.contains { $0.notBetter.isSubset(of: way.notBetter) } }
  }
}

extension [Int] {
  /// Whether a rising list has no element that another rising list has not.
  func isSubset(of other: [Int]) -> Bool {
    if count > other.count { return false }
    var index = 0
    for element in self {
      while index < other.count, other[index] < element { index += 1 }
      if index == other.count || other[index] != element { return false }
      index += 1
    }
    return true
  }
}

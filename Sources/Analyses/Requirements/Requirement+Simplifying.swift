extension Requirement {
  /// The most pairs of ways that are compared to leave out what follows from another.
  private static let pairLimit = 4_000_000

  /// The same requirement without what is always true, ways that ask for all that
  /// another way asks for, and demands that follow from another.
  func simplified() -> Requirement {
    var demands = demands.compactMap { $0.simplified(pairLimit: Self.pairLimit) }
    // A demand that asks for little implies one that asks for less.
    demands.sort { ($0.ways.count, $0.move) < ($1.ways.count, $1.move) }
    var kept: [Demand] = []
    for demand in demands where !kept.contains(where: { $0.implies(demand) }) { kept.append(demand) }
    // A later one may imply an earlier one, too.
    kept = kept.enumerated().filter { index, demand in
      !kept.enumerated().contains { $0 > index && $1.implies(demand) && !demand.implies($1) }
    }.map(\.element)
    return Requirement(actor: actor, demands: kept.sorted { $0.move < $1.move })
  }
}

extension Requirement.Demand {
  /// The demand with its shortest ways only; nil when it is always met.
  fileprivate func simplified(pairLimit: Int) -> Requirement.Demand? {
    // The first of equal ways stays: that the move is no gain comes before answers.
    var singles: Set<Int> = []
    var kept: [Requirement.Way] = []
    for way in ways.sorted(by: { $0.notBetter.count < $1.notBetter.count }) {
      if way.notBetter.isEmpty { return nil }
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
  fileprivate func implies(_ other: Requirement.Demand) -> Bool {
    if ways.allSatisfy({ $0.notBetter.count == 1 }), ways.count > 8 {
      let singles = Set(other.ways.filter { $0.notBetter.count == 1 }.map { $0.notBetter[0] })
      return ways.allSatisfy { singles.contains($0.notBetter[0]) }
    }
    if ways.count * other.ways.count > 100_000 { return false }
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

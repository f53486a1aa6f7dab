// The members that differ least from something.
extension FrozenDiagram {
  /// The members that differ from a code in the fewest variables, the nearest first, of those equally near by rising
  /// code. Where not all of some distance are asked for, which of them come is the same in every run.
  ///
  /// - Complexity: O(nodes + variables · members)
  package func members(nearest code: UInt64, atMost most: Int) -> [UInt64] {
    if count == 0 || most <= 0 { return [] }
    let search = NearestSearch(self, code)
    var found: [UInt64] = []
    for distance in 0...variableCount {
      search.collect(at: distance, atMost: most, into: &found)
      if found.count >= most || found.count == count { break }
    }
    return found
  }
}

/// How near to a code and how far from it the members below each node can be.
private struct NearestSearch {
  private let set: FrozenDiagram
  private let code: UInt64
  /// For each arrow, by its number, in how few and in how many variables, from the level of its node down, a member
  /// differs from the code; nil where there is no member.
  private var spans: [ClosedRange<Int>?]

  init(_ set: FrozenDiagram, _ code: UInt64) {
    (self.set, self.code) = (set, code)
    spans = [ClosedRange<Int>?](repeating: nil, count: 2 * set.nodes.count)
    spans[0] = 0...0
    for place in set.nodes.indices.dropFirst() {
      let level = Int(set.nodes[place].level)
      for mark in (0..<2) as Range<UInt32> {
        let arrow = UInt32(place) << 1 | mark
        let (same, other) = branches(arrow, at: level)
        let (near, far) = (span(same, at: level + 1), span(other, at: level + 1))
        let further = far.map { $0.lowerBound + 1...$0.upperBound + 1 }
        spans[Int(arrow)] =
          near.map { near in
            further.map { min(near.lowerBound, $0.lowerBound)...max(near.upperBound, $0.upperBound) } ?? near
          } ?? further
      }
    }
  }

  /// The same from a level at or above that of the node: what lies between may be as it likes.
  private func span(_ arrow: UInt32, at level: Int) -> ClosedRange<Int>? {
    let place = Int(arrow >> 1)
    let own = place == 0 ? set.order.count : Int(set.nodes[place].level)
    return spans[Int(arrow)].map { $0.lowerBound...$0.upperBound + own - level }
  }

  /// Adds the members at a distance, by rising code.
  func collect(at distance: Int, atMost most: Int, into found: inout [UInt64]) {
    let first = found.count
    descend(set.arrow, 0, distance, code, most, &found)
    found[first...].sort()
  }

  private func descend(
    _ arrow: UInt32, _ level: Int, _ left: Int, _ member: UInt64, _ most: Int, _ found: inout [UInt64]
  ) {
    guard found.count < most, let span = span(arrow, at: level), span.contains(left) else { return }
    if level == set.order.count {
      found.append(member)
      return
    }
    let (same, other) = branches(arrow, at: level)
    descend(same, level + 1, left, member, most, &found)
    let bit = 1 << UInt64(set.order[level]) as UInt64
    if left > 0 { descend(other, level + 1, left - 1, member ^ bit, most, &found) }
  }

  /// What follows where the variable of a level is as in the code, and where it is not.
  private func branches(_ arrow: UInt32, at level: Int) -> (same: UInt32, other: UInt32) {
    let place = Int(arrow >> 1)
    if place == 0 || Int(set.nodes[place].level) != level { return (arrow, arrow) }
    let (low, high) = (set.nodes[place].low ^ arrow & 1, set.nodes[place].high ^ arrow & 1)
    return code >> UInt64(set.order[level]) & 1 == 0 ? (low, high) : (high, low)
  }
}

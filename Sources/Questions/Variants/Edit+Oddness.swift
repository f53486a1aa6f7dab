extension Edit {
  /// How far fetched it is: what is merely left out or exchanged with its neighbour before what is put
  /// elsewhere, that before what is turned round, and that before a whole ranking.
  package var oddness: Int {
    switch (change, target) {
    case (.negated, .ranking): 9
    case (_, .ranking): 7
    case (.dropped, _): 0
    // What somebody can do is more seldom in doubt.
    case (.removed, _): 1
    case (.swapped, _): 2
    case (.flipped, _): 3
    case (.takeOnly, _), (.dropOnly, _), (.bothWays, _): 4
    case (.first, _), (.last, _): 5
    case (.negated, _): 6
    }
  }
}

/// How far fetched it is to change several judgements together: no more so than what is the oddest of it,
/// of those that are alike in this what takes less in all.
package struct Oddness: Comparable {
  private let most: Int
  private let whole: Int

  /// That of edits together.
  package init(_ edits: some Sequence<Edit>) {
    (most, whole) = edits.reduce((0, 0)) { (Swift.max($0.0, $1.oddness), $0.1 + $1.oddness) }
  }

  package static func < (left: Oddness, right: Oddness) -> Bool {
    (left.most, left.whole) < (right.most, right.whole)
  }
}

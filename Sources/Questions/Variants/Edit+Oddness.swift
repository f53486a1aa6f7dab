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

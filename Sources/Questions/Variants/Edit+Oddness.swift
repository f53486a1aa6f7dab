extension Edit {
  /// How far fetched it is: what is merely left out or exchanged with its neighbour before what is put
  /// elsewhere, that before what is turned round, and that before a whole ranking.
  package var oddness: Int {
    switch (change, target) {
    case (.negated, .ranking): 9
    case (_, .ranking): 6
    case (.dropped, _), (.removed, _): 0
    case (.swapped, _): 1
    case (.flipped, _): 2
    case (.takeOnly, _), (.dropOnly, _), (.bothWays, _): 3
    case (.first, _), (.last, _): 4
    case (.negated, _): 5
    }
  }
}

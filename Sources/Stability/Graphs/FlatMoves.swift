/// The moves of all actors in two arrays, for searches that go through millions of
/// them: no list is copied and nothing is counted on the way.
package struct FlatMoves: Sendable {
  /// Where moves lead, actor by actor, by the position they start from.
  package private(set) var entries: [UInt32] = []
  /// For each actor and position where its entries start; one more at the end of
  /// each actor's.
  package private(set) var starts: [UInt32] = []

  /// Nil when the work was stopped.
  init?(_ moves: [MoveTable], stateCount: Int, pace: inout Pace) {
    starts.reserveCapacity(moves.count * (stateCount + 1))
    for table in moves {
      for position in 0..<stateCount {
        starts.append(UInt32(entries.count))
        let before = entries.count
        table.appendTargets(of: position, to: &entries)
        guard pace.goesOn(after: entries.count - before + 1) else { return nil }
      }
      starts.append(UInt32(entries.count))
    }
  }

  /// Hands all of it to the body as raw memory.
  @inline(__always)
  func read<Result>(_ body: (Pointers) -> Result) -> Result {
    entries.withUnsafeBufferPointer { entries in
      starts.withUnsafeBufferPointer { starts in
        body(Pointers(entries: entries, starts: starts))
      }
    }
  }

  /// The same while it is being read.
  struct Pointers {
    let entries: UnsafeBufferPointer<UInt32>
    let starts: UnsafeBufferPointer<UInt32>
  }
}

internal import ConflictModel

/// The moves of all actors in two arrays, for searches that go through millions of
/// them: no list is copied and nothing is counted on the way.
package struct FlatMoves: Sendable {
  /// Where moves lead, actor by actor, by the position they start from.
  package private(set) var entries: [UInt32] = []
  /// For each actor and position where its entries start; one more at the end of
  /// each actor's.
  package private(set) var starts: [UInt32] = []

  /// The bytes of one move.
  private static let size = UInt64(MemoryLayout<UInt32>.size)

  /// - Parameter bytes: The most memory that the moves may take.
  init(
    _ moves: [MoveTable], stateCount: Int, bytes: UInt64, pace: inout Pace
  ) throws(StateGraph.Stopped) {
    // Moves are counted by 32 bits.
    let most = min(bytes / Self.size, UInt64(UInt32.max))
    let least = moves.reduce(0 as UInt64) { $0 + ($1.wholeFibres?.moveCount ?? 0) }
    if least > most { throw Self.tooMany(least, bytes) }
    starts.reserveCapacity(moves.count * (stateCount + 1))
    for table in moves {
      for position in 0..<stateCount {
        starts.append(UInt32(entries.count))
        let before = entries.count
        table.appendTargets(of: position, to: &entries)
        guard pace.goesOn(after: entries.count - before + 1) else {
          throw StateGraph.Stopped(limit: pace.limit ?? .interrupted)
        }
        if UInt64(entries.count) > most { throw Self.tooMany(UInt64(entries.count), bytes) }
      }
      starts.append(UInt32(entries.count))
    }
  }

  private static func tooMany(_ count: UInt64, _ allowed: UInt64) -> StateGraph.Stopped {
    StateGraph.Stopped(limit: .memoryNeeded(bytes: count * size, allowed: allowed))
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

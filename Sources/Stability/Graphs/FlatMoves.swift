internal import ConflictModel

/// The moves of all actors in two arrays, for searches that go through millions of
/// them: no list is copied and nothing is counted on the way.
package struct FlatMoves: Sendable {
  /// Where moves lead, actor by actor, by the position they start from.
  package private(set) var entries: [UInt32] = []
  /// For each actor and position where its entries start; one more at the end of
  /// each actor's.
  package private(set) var starts: [UInt32] = []
  private let stateCount: Int
  /// The most memory that the moves may take, and how many that are.
  private let bytes: UInt64
  private let most: UInt64

  /// The bytes of one move.
  private static let size = UInt64(MemoryLayout<UInt32>.size)

  /// No moves yet; there are to be those of the given tables.
  ///
  /// - Parameter bytes: The most memory that the moves may take.
  init(for moves: [MoveTable], stateCount: Int, bytes: UInt64) throws(StateGraph.Stopped) {
    self.stateCount = stateCount
    self.bytes = bytes
    // Moves are counted by 32 bits.
    most = min(bytes / Self.size, UInt64(UInt32.max))
    let least = moves.reduce(0 as UInt64) { $0 + ($1.wholeFibres?.moveCount ?? 0) }
    if least > most { throw tooMany(least) }
    starts.reserveCapacity(moves.count * (stateCount + 1))
  }

  private func tooMany(_ count: UInt64) -> StateGraph.Stopped {
    StateGraph.Stopped(limit: .memoryNeeded(bytes: count * Self.size, allowed: bytes))
  }

  /// Adds the moves of the next actor.
  mutating func append(_ table: MoveTable, pace: inout Pace) throws(StateGraph.Stopped) {
    let most = most
    guard
      table.appendAll(
        slotCount: stateCount, to: &entries, atMost: most, starts: &starts, pace: &pace)
    else {
      if UInt64(entries.count) > most { throw tooMany(UInt64(entries.count)) }
      throw StateGraph.Stopped(limit: pace.limit ?? .interrupted)
    }
    starts.append(UInt32(entries.count))
  }

  /// Adds the moves that an actor has in another list over the same states.
  mutating func append(_ actor: Int, of other: FlatMoves) throws(StateGraph.Stopped) {
    let rows = other.rows(of: actor)
    if UInt64(entries.count + other.count(of: actor)) > most {
      throw tooMany(UInt64(entries.count + other.count(of: actor)))
    }
    let (first, new) = (other.starts[rows.lowerBound], UInt32(entries.count))
    entries += other.entries[Int(first)..<Int(other.starts[rows.upperBound])]
    for start in other.starts[rows.lowerBound...rows.upperBound] { starts.append(start - first + new) }
  }

  /// The moves of one actor as rows of their own.
  func table(of actor: Int) -> Rows {
    let rows = rows(of: actor)
    let first = starts[rows.lowerBound]
    return Rows(
      entries: Array(entries[Int(first)..<Int(starts[rows.upperBound])]),
      starts: starts[rows.lowerBound...rows.upperBound].map { $0 - first })
  }

  /// How many moves an actor has.
  func count(of actor: Int) -> Int {
    let rows = rows(of: actor)
    return Int(starts[rows.upperBound] - starts[rows.lowerBound])
  }

  private func rows(of actor: Int) -> Range<Int> {
    actor * (stateCount + 1)..<actor * (stateCount + 1) + stateCount
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

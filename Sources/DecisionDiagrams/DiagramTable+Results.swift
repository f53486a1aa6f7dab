/// What an operation gave for its arguments, in 16 bytes: three arrows, the operation and the result.
struct CachedResult {
  /// The first two arguments and the operation, which is never 0.
  var key: UInt64 = 0
  /// The third argument and the result.
  var rest: UInt64 = 0

  var isEmpty: Bool { key == 0 }

  static let bits: UInt64 = 28
  static let mask: UInt64 = (1 << bits) - 1
}

/// The operations whose results are kept.
enum Operation: UInt64 {
  case intersection = 1
  case difference, choice, exists, meeting, replacement, substitution, constraint, simplification, fixing
}

// What every step of every operation calls is put in its place by force: where several threads compile a module, as in
// a release, calls into another file stay calls, and operations take up to twice as long.
extension DiagramTable {
  @inline(__always)
  static func key(_ operation: Operation, _ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(first) | UInt64(second) << CachedResult.bits | operation.rawValue << (2 * CachedResult.bits)
  }

  @inline(__always)
  private func slot(_ key: UInt64, _ third: UInt64) -> Int {
    let hash = (key ^ third &* 0xD6E8_FEB8_6659_FD93) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash >> 32) & (room - 1)
  }

  /// What the operation gave before, if that is still known.
  @inline(__always)
  func known(_ key: UInt64, _ third: UInt32 = 0) -> UInt32? {
    let found = results[slot(key, UInt64(third))]
    guard found.key == key, found.rest & CachedResult.mask == UInt64(third) else { return nil }
    return UInt32(truncatingIfNeeded: found.rest >> CachedResult.bits)
  }

  /// Keeps a result, and drops what was kept in its place.
  @inline(__always)
  func keep(_ key: UInt64, _ third: UInt32 = 0, is result: UInt32) {
    results[slot(key, UInt64(third))] = CachedResult(
      key: key, rest: UInt64(third) | UInt64(result) << CachedResult.bits)
  }

  /// Keeps a result anew.
  func keep(_ result: CachedResult) { results[slot(result.key, result.rest & CachedResult.mask)] = result }

  /// Counts a step, and asks now and then whether to go on.
  @inline(__always)
  mutating func step() throws(DiagramHalt) {
    stepCount &+= 1
    stepsToQuestion -= 1
    if stepsToQuestion > 0 { return }
    stepsToQuestion = Self.stepsBetweenQuestions
    if shouldStop() { throw .stopped }
  }

  /// Where an arrow leads if the variable at the level is zero, and if it is one.
  @inline(__always)
  func branches(_ arrow: UInt32, at level: UInt32) -> (low: UInt32, high: UInt32) {
    let node = nodes[Int(arrow >> 1)]
    if node.level != level { return (arrow, arrow) }
    let mark = arrow & 1
    return (node.low ^ mark, node.high ^ mark)
  }

  /// The level of the variable that an arrow leads to.
  @inline(__always)
  func level(_ arrow: UInt32) -> UInt32 { nodes[Int(arrow >> 1)].level }
}

internal import ConflictModel
internal import StateSets

/// The sums of weights, 64 slots at a time, each as what it exceeds an offset by.
///
/// Sums wrap around in 64 bits; the offset makes the least of them 0, so that what
/// is kept is right as long as all of them differ by less than 2⁶⁴.
struct WeightSums: Sendable {
  private let blocks: StateBlocks
  /// In a cube, the sums over the six lowest options; and the weight of each other.
  private var low: [UInt64] = []
  private var high: [UInt64] = []
  /// In a list, for each byte of a code, the sums over its options.
  private var bytes: [[UInt64]] = []

  init(_ weights: [Int64], offset: UInt64, _ blocks: StateBlocks) {
    self.blocks = blocks
    let weights = weights.map { UInt64(bitPattern: $0) }
    if blocks.isCube {
      low = Self.sums(Array(weights.prefix(6)), count: 64, from: offset)
      high = Array(weights.dropFirst(6))
    } else {
      for first in stride(from: 0, to: weights.count, by: 8) {
        bytes.append(
          Self.sums(Array(weights[first...].prefix(8)), count: 256, from: first == 0 ? offset : 0))
      }
    }
  }

  /// For each combination of the given weights, their sum; options that there are
  /// not weigh nothing.
  private static func sums(_ weights: [UInt64], count: Int, from offset: UInt64) -> [UInt64] {
    var sums = [offset]
    for weight in weights { sums += sums.map { $0 &+ weight } }
    while sums.count < count { sums += sums }
    return sums
  }

  var wordCount: Int { blocks.wordCount }

  /// Gives the body each slot of a word of 64, with its sum.
  @inline(__always)
  private func read(_ word: Int, _ body: (Int, UInt64) -> Void) {
    let slots = word * 64..<min(word * 64 + 64, blocks.slotCount)
    if blocks.isCube {
      var base: UInt64 = 0
      for (bit, weight) in high.enumerated() where word >> bit & 1 != 0 { base &+= weight }
      for slot in slots { body(slot, base &+ low[slot & 63]) }
    } else {
      for slot in slots {
        var (code, sum) = (blocks.code(of: slot), UInt64(0))
        for table in bytes {
          sum &+= table[Int(code & 0xFF)]
          code >>= 8
        }
        body(slot, sum)
      }
    }
  }

  /// Writes the sums of a word's slots as ranks.
  func write(_ word: Int, into ranks: RankArray) {
    read(word) { ranks.set($0, to: UInt32(truncatingIfNeeded: $1)) }
  }

  /// Writes the sums of a word's slots.
  func write(_ word: Int, to target: UnsafeMutablePointer<UInt64>) {
    read(word) { target[$0 & 63] = $1 }
  }
}

/// Slots in the order of a number of 64 bits that each has.
enum KeyOrder {
  /// The slots of the set by rising key, eleven bits at a time from the lowest;
  /// digits that are the same in all keys are passed over. Nil when the work was
  /// stopped.
  static func slots(
    of set: StateSet, byRising keys: UnsafePointer<UInt64>, _ workers: Workers
  ) -> [UInt32]? {
    var order: [UInt32] = []
    order.reserveCapacity(set.count)
    for slot in set { order.append(UInt32(truncatingIfNeeded: slot)) }
    guard let first = order.first else { return order }
    var differing: UInt64 = 0
    for slot in order { differing |= keys[Int(slot)] ^ keys[Int(first)] }
    var sorted = order
    for shift in stride(from: UInt64(0), to: 64, by: 11) where (differing >> shift) & 0x7FF != 0 {
      if workers.shouldStop() { return nil }
      var next = [Int](repeating: 0, count: 2049)
      for slot in order { next[Int((keys[Int(slot)] >> shift) & 0x7FF) + 1] += 1 }
      for digit in 0..<2048 { next[digit + 1] += next[digit] }
      for slot in order {
        let digit = Int((keys[Int(slot)] >> shift) & 0x7FF)
        sorted[next[digit]] = slot
        next[digit] += 1
      }
      swap(&order, &sorted)
    }
    return order
  }
}

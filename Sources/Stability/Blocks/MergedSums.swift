internal import StateSets

/// The slots of a cube by rising sum of weights.
///
/// The sums over some options are those over one option less, once as they are and once
/// with its weight: two sorted lists, which are merged. So memory is read in order, and
/// the last list, as long as all others together, need not be kept.
struct MergedSums {
  /// Sums of the options so far, each as what it exceeds the least one by, which 64 bits
  /// always hold; rising.
  private var sums: [UInt64] = [0]
  /// The slot of each.
  private var slots: [UInt32] = [0]

  /// Gives the body each slot of the cube of these weights, one at least, by rising sum,
  /// and whether its sum is greater than that of the slot before; false when the work was
  /// stopped.
  static func forEach(
    _ weights: [Int64], _ workers: Workers, _ body: (_ slot: Int, _ isGreater: Bool) -> Void
  ) -> Bool {
    guard let lastWeight = weights.last else { return true }
    var list = MergedSums()
    for (option, weight) in weights.dropLast().enumerated() {
      var next = MergedSums()
      next.sums.removeAll()
      next.slots.removeAll()
      next.sums.reserveCapacity(2 * list.sums.count)
      next.slots.reserveCapacity(2 * list.sums.count)
      let done = list.merge(weight, option, workers) { sum, slot in
        next.sums.append(sum)
        next.slots.append(slot)
      }
      if !done { return false }
      list = next
    }
    var last: UInt64?
    return list.merge(lastWeight, weights.count - 1, workers) { sum, slot in
      body(Int(slot), last.map { $0 < sum } ?? true)
      last = sum
    }
  }

  /// Gives the body the sums with one more option, rising; false when the work was stopped.
  @inline(__always)
  private func merge(
    _ weight: Int64, _ option: Int, _ workers: Workers, _ body: (UInt64, UInt32) -> Void
  ) -> Bool {
    // With a weight below 0, what lacks the option is what exceeds.
    let bit: UInt32 = 1 << UInt32(option)
    let (lesser, greater) = weight < 0 ? (bit, 0) : (0, bit)
    let distance = weight.magnitude
    return sums.withUnsafeBufferPointer { sums in
      slots.withUnsafeBufferPointer { slots in
        var (first, second) = (0, 0)
        while second < sums.count {
          if (first &+ second) & 0xFFFF == 0, workers.shouldStop() { return false }
          if first < sums.count, sums[first] <= sums[second] &+ distance {
            body(sums[first], slots[first] | lesser)
            first &+= 1
          } else {
            body(sums[second] &+ distance, slots[second] | greater)
            second &+= 1
          }
        }
        return true
      }
    }
  }
}

internal import ConflictModel

/// Numbers 64-bit codes from 0, in the order in which they first come up.
///
/// Open addressing with linear probing, at most half full.
struct CodeTable: Sendable {
  private(set) var codes: [UInt64] = []
  /// A code's number plus one; 0 where there is none.
  private var slots: [UInt32]
  private let shift: UInt64

  /// An empty table with room for `capacity` different codes.
  init(capacity: Int) {
    var bits: UInt64 = 1
    while (1 << bits) < UInt64(capacity) * 2 { bits += 1 }
    slots = [UInt32](repeating: 0, count: 1 << Int(bits))
    shift = 64 - bits
    codes.reserveCapacity(capacity)
  }

  /// The given states, numbered by position; nil when the work was stopped.
  init?(_ states: FeasibleStates, pace: inout Pace) {
    self.init(capacity: states.count)
    for state in states {
      _ = number(of: state.code)
      guard pace.goesOn() else { return nil }
    }
  }

  /// The slot that holds `code`, or the free one where it belongs.
  private func slot(of code: UInt64) -> Int {
    // Fibonacci hashing: the golden ratio spreads neighbouring codes.
    var index = Int(truncatingIfNeeded: (code &* 0x9E37_79B9_7F4A_7C15) >> shift)
    while slots[index] != 0, codes[Int(slots[index]) - 1] != code {
      index = (index + 1) & (slots.count - 1)
    }
    return index
  }

  /// The number of `code`, or nil when it is not in the table.
  func find(_ code: UInt64) -> Int? {
    let held = slots[slot(of: code)]
    return held == 0 ? nil : Int(held) - 1
  }

  /// The number of `code`, which gets the next one when it is new.
  mutating func number(of code: UInt64) -> Int {
    let index = slot(of: code)
    if slots[index] == 0 {
      codes.append(code)
      slots[index] = UInt32(codes.count)
    }
    return Int(slots[index]) - 1
  }
}

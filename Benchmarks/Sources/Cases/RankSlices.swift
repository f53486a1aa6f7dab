/// The ranks of 64 states, bit by bit: the highest bits of all 64 in the first
/// word, and so on.
struct RankSlices {
  private var bits: SIMD8<UInt64>

  /// The lowest rank in all lanes, or the highest.
  static let lowest = RankSlices(bits: SIMD8(repeating: 0))
  static let highest = RankSlices(bits: SIMD8(repeating: .max))

  private init(bits: SIMD8<UInt64>) {
    self.bits = bits
  }

  /// The ranks of the states `64 * index` up to `64 * index + 63`: the first
  /// statement weighs more than all that follow.
  init(_ statements: [ReadyStatement], at index: Int) {
    bits = SIMD8(repeating: 0)
    for (place, statement) in statements.enumerated() { bits[place] = statement.word(index) }
  }

  /// The lanes where this rank is less, and those where it is the same.
  func compared(with other: RankSlices) -> (less: UInt64, same: UInt64) {
    var less: UInt64 = 0
    var same = UInt64.max
    for place in 0..<8 {
      less |= same & ~bits[place] & other.bits[place]
      same &= ~(bits[place] ^ other.bits[place])
    }
    return (less, same)
  }

  /// Keeps the lesser rank in each lane.
  mutating func keepLesser(_ other: RankSlices) {
    self = other.chosen(where: other.compared(with: self).less, else: self)
  }

  /// Keeps the greater rank in each lane.
  mutating func keepGreater(_ other: RankSlices) {
    self = other.chosen(where: compared(with: other).less, else: self)
  }

  private func chosen(where lanes: UInt64, else other: RankSlices) -> RankSlices {
    let mask = SIMD8<UInt64>(repeating: lanes)
    return RankSlices(bits: (bits & mask) | (other.bits & ~mask))
  }

  /// With lanes exchanged that differ in one of the six lowest options only.
  func exchanged(along option: Int) -> RankSlices {
    let shift = SIMD8<UInt64>(repeating: 1 << UInt64(option))
    let column = SIMD8<UInt64>(repeating: Lanes.columns[option])
    return RankSlices(bits: ((bits & column) &>> shift) | ((bits &<< shift) & column))
  }
}

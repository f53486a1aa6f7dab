public import Entente

/// Something that is true or false of a state: that some of its bits have given
/// values.
///
///     Fact(bits: 0b100, value: 0b100)   // option 2 is taken
///     Fact(bits: 0b011, value: 0b010)   // option 1 is taken and option 0 is not
public struct Fact: Sendable {
  /// The bits that matter.
  public let bits: UInt64
  /// What they have to be.
  public let value: UInt64

  /// The fact as a condition.
  public var condition: Condition {
    let parts = (0..<64).filter { bits >> UInt64($0) & 1 != 0 }.map { option -> Condition in
      value >> UInt64(option) & 1 != 0 ? .taken(option) : .not(.taken(option))
    }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  /// The truth of the fact in the states `64 * index` up to `64 * index + 63`, a
  /// bit for each.
  func word(_ index: Int) -> UInt64 {
    var word = UInt64.max
    var left = bits
    while left != 0 {
      let option = left.trailingZeroBitCount
      left &= left - 1
      let column =
        option < 6 ? Lanes.columns[option] : UInt64(0) &- (UInt64(index) >> UInt64(option - 6) & 1)
      word &= value >> UInt64(option) & 1 != 0 ? column : ~column
    }
    return word
  }
}

/// Which of 64 consecutive states take one of the six lowest options.
enum Lanes {
  static let columns: [UInt64] = [
    0xAAAA_AAAA_AAAA_AAAA, 0xCCCC_CCCC_CCCC_CCCC, 0xF0F0_F0F0_F0F0_F0F0,
    0xFF00_FF00_FF00_FF00, 0xFFFF_0000_FFFF_0000, 0xFFFF_FFFF_0000_0000,
  ]
}

/// Random numbers that a seed determines, the same on every machine: SplitMix64
/// (Steele, Lea and Flood 2014, doi:10.1145/2714064.2660195).
struct Drawing: Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to below `bound`, each as likely as the others.
  mutating func number(below bound: UInt64) -> UInt64 {
    // Numbers past the last whole multiple of the bound would favour small ones.
    let limit = UInt64.max - UInt64.max % bound
    var number = next()
    while number >= limit { number = next() }
    return number % bound
  }
}

/// The share of completions in which something holds, when only a sample is known.
package struct Interval: Sendable, Hashable {
  /// The least share that is likely.
  package let low: Double
  /// The greatest.
  package let high: Double

  /// The interval of 95 % confidence for a share of which a sample is known.
  ///
  /// It is Wilson's score interval (Wilson 1927, doi:10.1080/01621459.1927.10502953),
  /// which stays within 0 and 1 and is of use where all or none of the sample has it.
  package init(_ count: UInt64, of size: UInt64) {
    let z = 1.959_963_984_540_054
    let (n, share) = (Double(size), Double(count) / Double(size))
    let centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    let spread = z / (1 + z * z / n) * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
    low = count == 0 ? 0 : max(0, centre - spread)
    high = count == size ? 1 : min(1, centre + spread)
  }
}

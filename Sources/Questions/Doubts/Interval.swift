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

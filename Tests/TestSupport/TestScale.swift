internal import Foundation

/// How thoroughly the tests run: `ENTENTE_LONG=1` asks for a hundred times the
/// random cases.
public enum TestScale {
  /// Whether the long tests were asked for.
  public static let isLong = ProcessInfo.processInfo.environment["ENTENTE_LONG"] == "1"

  /// The seeds from 0 up: `quick` of them, or a hundred times as many.
  public static func seeds(_ quick: UInt64) -> Range<UInt64> {
    0..<(isLong ? quick * 100 : quick)
  }

  /// Seeds about which a test can say something: `quick` of them, or a hundred
  /// times as many.
  ///
  /// A test that would have nothing to say about a seed never sees it, and it is a
  /// programming error when that is so for more than all but one in `odds`: the
  /// generator has lost what the test is about.
  public static func seeds(
    _ quick: Int, odds: UInt64 = 4, where isEffective: (UInt64) throws -> Bool
  )
    rethrows -> [UInt64]
  {
    let wanted = isLong ? quick * 100 : quick
    var found: [UInt64] = []
    var seed: UInt64 = 0
    while found.count < wanted {
      if try isEffective(seed) { found.append(seed) }
      seed += 1
      precondition(seed <= odds * (UInt64(found.count) + 10), "too few seeds are effective")
    }
    return found
  }
}

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
}

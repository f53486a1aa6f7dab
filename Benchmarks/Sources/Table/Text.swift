import Foundation

/// Figures as people read them.
enum Text {
  /// Such as `2.71 ms`, `0.31 s` or `184 s`.
  static func seconds(_ seconds: Double) -> String {
    if seconds < 1e-3 { return digits(seconds * 1e6) + " µs" }
    return seconds < 0.1 ? digits(seconds * 1e3) + " ms" : digits(seconds) + " s"
  }

  /// Such as `143 MB` or `7.42 GiB`, in the units of the targets.
  static func bytes(_ bytes: UInt64) -> String {
    let isMany = bytes >= 1_000_000_000
    return isMany ? digits(Double(bytes) / Double(1 << 30)) + " GiB" : digits(Double(bytes) / 1e6) + " MB"
  }

  /// Such as `34×` or `2,310×`.
  static func times(_ ratio: Double) -> String {
    ratio < 1_000 ? digits(ratio) + "×" : count(Int(ratio)) + "×"
  }

  /// Such as `16,777,216`.
  static func count(_ count: Int) -> String {
    var text = Substring(String(count))
    var groups: [Substring] = []
    while text.count > 3 {
      groups.append(text.suffix(3))
      text = text.dropLast(3)
    }
    return ([text] + groups.reversed()).joined(separator: ",")
  }

  /// Such as `35 million`.
  static func millions(_ rate: Double) -> String { digits(rate / 1e6) + " million" }

  /// Three digits that count, or all before the point.
  private static func digits(_ value: Double) -> String {
    let decimals = value < 9.995 ? 2 : value < 99.95 ? 1 : 0
    return String(format: "%.\(decimals)f", value)
  }
}

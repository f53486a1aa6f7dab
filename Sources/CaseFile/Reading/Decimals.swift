/// Decimal numbers held exactly.
package enum Decimals {
  /// The number in millionths, or nil when it is none, too large, or too fine.
  static func millionths(_ text: String) -> Int64? {
    var digits = Substring(text)
    let isNegative = digits.first == "-"
    if isNegative || digits.first == "+" { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else { return nil }
    guard parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else { return nil }
    guard parts[0].utf8.count <= 10, let whole = Int64(parts[0]), whole <= 1_000_000_000 else { return nil }
    var fraction: Int64 = 0
    if parts.count == 2 {
      guard parts[1].utf8.count <= 6, let value = Int64(parts[1]) else { return nil }
      fraction = value
      for _ in parts[1].utf8.count..<6 { fraction *= 10 }
    }
    let total = whole * 1_000_000 + fraction
    guard total <= 1_000_000_000_000_000 else { return nil }
    return isNegative ? -total : total
  }

  /// The number as it is written, without zeros that say nothing.
  package static func text(_ millionths: Int64) -> String {
    let magnitude = millionths.magnitude
    var text = "\(magnitude / 1_000_000)"
    var fraction = String(String(1_000_000 + magnitude % 1_000_000).dropFirst())
    while fraction.hasSuffix("0") { fraction.removeLast() }
    if !fraction.isEmpty { text += "." + fraction }
    return millionths < 0 ? "-" + text : text
  }
}

import Notation

/// Texts for bits, eight at a time: `Y` for each that is set and `N` for each that
/// is not, or any two other texts of one length.
struct BitTexts {
  private let width: Int
  /// The text of each value of eight bits, one after the other.
  private let texts: [UInt8]

  init(no: String, yes: String) {
    let (no, yes) = (Array(no.utf8), Array(yes.utf8))
    precondition(no.count == yes.count, "the texts have one length")
    width = no.count
    texts = (0..<256).flatMap { value in (0..<8).flatMap { value >> $0 & 1 == 1 ? yes : no } }
  }

  /// Writes the texts of the lowest bits, the lowest first.
  func put(_ bits: UInt64, count: Int, to out: inout TextPieces) {
    texts.withUnsafeBufferPointer { texts in
      for first in stride(from: 0, to: count, by: 8) {
        let start = Int(truncatingIfNeeded: bits >> UInt64(first) & 0xFF) * 8 * width
        let length = min(8, count - first) * width
        out.bytes.append(contentsOf: UnsafeBufferPointer(rebasing: texts[start..<start + length]))
      }
    }
  }
}

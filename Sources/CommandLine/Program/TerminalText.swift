import CaseFile
import Notation

extension String {
  /// The text as a terminal may get it: whatever a name or a file put there that would
  /// move the cursor or turn the direction of text is shown as what it is. Colours, and
  /// what takes a line away, stay.
  var forTerminal: String {
    let escape: Unicode.Scalar = "\u{1B}"
    var parts = unicodeScalars.split(separator: escape, omittingEmptySubsequences: false).map(String.init)
    if parts.count == 1 { return Self.shown(self) }
    let start = Self.shown(parts.removeFirst())
    return parts.reduce(start) { text, part in
      text + (Self.isAllowed(part) ? String(escape) : String(escape).printable) + Self.shown(part)
    }
  }

  private static func shown(_ text: String) -> String {
    text.printable { $0 == "\n" || $0 == "\t" || $0 == "\r" }
  }

  /// Whether what follows an escape sets a colour or clears a line.
  private static func isAllowed(_ text: String) -> Bool {
    if text.hasPrefix("[2K") { return true }
    guard text.first == "[", let end = text.firstIndex(of: "m") else { return false }
    return text[..<end].dropFirst().allSatisfy { ("0"..."9").contains($0) || $0 == ";" }
  }
}

import CaseFile
import Notation

extension SyntaxError {
  /// How many problems are printed before the rest are only counted.
  static let mostShown = 50

  /// The problems as people read them, with a line feed at the end; of very many
  /// only the first.
  func readable(color: Bool) -> String {
    let ordered = diagnostics.inTextOrder
    var text = SyntaxError(Array(ordered.prefix(Self.mostShown))).rendered(color: color) + "\n"
    let rest = ordered.count - Self.mostShown
    if rest > 0 { text += "… and \(ProgressLine.grouped(UInt64(rest))) more\n" }
    return text
  }
}

internal import Documents
internal import Notation

extension Prose {
  /// The text in typographic quotation marks.
  static func quoted(_ text: String, to reference: Reference? = nil) -> Sentence {
    Sentence("\u{201C}\(text.printable)\u{201D}", to: reference)
  }

  /// A condition as somebody wrote it. Names that stand in quotes already keep these alone: quotes
  /// around quotes would not be read.
  static func quoted(condition: String) -> Sentence {
    let parts = condition.printable.split(separator: "\"", omittingEmptySubsequences: false)
    if parts.count < 3 || parts.count.isMultiple(of: 2) { return quoted(condition) }
    return Sentence(
      parts.enumerated().map { $0.isMultiple(of: 2) ? String($1) : "\u{201C}\($1)\u{201D}" }.joined())
  }
}

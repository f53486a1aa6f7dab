internal import Documents
internal import Notation

extension Prose {
  /// The text in typographic quotation marks.
  static func quoted(_ text: String, to reference: Reference? = nil) -> Sentence {
    Sentence("\u{201C}\(text.printable)\u{201D}", to: reference)
  }
}

/// A few words that look alike and point to one thing, or to nothing.
package struct Phrase: Hashable, Sendable {
  /// How the words are meant; a face decides how that looks.
  package enum Manner: Hashable, Sendable {
    /// As the words around them.
    case plain
    /// What the sentence turns on.
    case decisive
    /// Good to know, and can be passed over.
    case aside
    /// Something to be careful about, or a check that failed.
    case caution
    /// A check that passed.
    case good
  }

  /// The words, without control characters.
  package var text: String
  /// How they are meant.
  package var manner: Manner
  /// What they point to.
  package var reference: Reference?

  /// Words with a manner and what they point to.
  @inline(never)
  package init(_ text: String, _ manner: Manner = .plain, to reference: Reference? = nil) {
    self.text = text
    self.manner = manner
    self.reference = reference
  }
}

package import Documents

/// How text is set for people: in colour or not, and how wide.
package struct Style: Sendable, Hashable {
  /// Whether emphasis is shown with terminal codes.
  package var color: Bool
  /// The number of columns to keep to.
  package var width: Int

  /// A style for plain text of the given width.
  package init(color: Bool = false, width: Int = 100) {
    self.color = color
    self.width = max(width, 40)
  }

  /// The text with the terminal codes of its manner.
  package func text(_ text: String, _ manner: Phrase.Manner) -> String {
    switch manner {
    case .plain: text
    case .decisive: mark(text, "1")
    case .aside: mark(text, "2")
    case .caution: mark(text, "33")
    case .good: mark(text, "32")
    }
  }

  private func mark(_ text: String, _ code: String) -> String {
    color && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

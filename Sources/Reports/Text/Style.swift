/// How text is set for people: in colour or not, and how wide.
public struct Style: Sendable, Hashable {
  /// Whether emphasis is shown with terminal codes.
  public var color: Bool
  /// The number of columns to keep to.
  public var width: Int

  /// A style for plain text of the given width.
  public init(color: Bool = false, width: Int = 100) {
    self.color = color
    self.width = max(width, 40)
  }

  /// A heading.
  func bold(_ text: String) -> String { mark(text, "1") }

  /// Something good to know that can be passed over.
  func dim(_ text: String) -> String { mark(text, "2") }

  /// A caution, or a check that failed.
  func warning(_ text: String) -> String { mark(text, "33") }

  /// A check that passed.
  func good(_ text: String) -> String { mark(text, "32") }

  private func mark(_ text: String, _ code: String) -> String {
    color && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// Where something stands in a file.
///
/// A place is a remark about a value and not part of it: all places are equal,
/// so that two documents that say the same compare equal wherever they say it.
public struct Place: Sendable, Hashable {
  /// The file as the user named it.
  public var file: String
  /// The line, from 1.
  public var line: Int
  /// The column, from 1, counted in Unicode scalars.
  public var column: Int
  /// How many scalars the thing covers, at least 1.
  public var length: Int
  /// The text of the line, shortened if it is very long.
  public var excerpt: String

  /// A place in a file.
  public init(file: String, line: Int, column: Int, length: Int = 1, excerpt: String = "") {
    self.file = file
    self.line = line
    self.column = column
    self.length = max(length, 1)
    self.excerpt = excerpt
  }

  /// The place of things that no text says, such as those another program's file says.
  public static let none = Place(file: "", line: 0, column: 0)

  /// Whether this is a place at all.
  public var isKnown: Bool { line > 0 }

  /// Always true: where a thing stands does not change what it is.
  public static func == (left: Place, right: Place) -> Bool { true }

  /// Adds nothing, since all places are equal.
  public func hash(into hasher: inout Hasher) {}
}

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
  /// The text of the line; of a very long line, the part around the column.
  public var excerpt: String
  /// The column at which the excerpt begins: 1, unless the line is very long.
  public var excerptColumn: Int
  /// The scalar as it stands in the file, so that a place in its text can be found.
  package var origin: ScalarOrigin?

  /// A place in a file.
  public init(
    file: String, line: Int, column: Int, length: Int = 1, excerpt: String = "",
    excerptColumn: Int = 1
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.length = max(length, 1)
    self.excerpt = excerpt
    self.excerptColumn = excerptColumn
  }

  /// The place of things that no text says, such as those another program's file says.
  public static let none = Place(file: "", line: 0, column: 0)

  /// Whether this is a place at all.
  public var isKnown: Bool { line > 0 }

  /// Always true: where a thing stands does not change what it is. So a document equals the one that
  /// is read from its own print, and two readings of a case are compared by what they say; whoever asks
  /// whether two places are the same compares file, line and column.
  public static func == (left: Place, right: Place) -> Bool { true }

  /// Adds nothing, since all places are equal.
  public func hash(into hasher: inout Hasher) {}
}

/// The bytes of a scalar, with its quotes if it has any.
package struct ScalarOrigin: Sendable {
  enum Style: Sendable {
    case plain, single, double, block
  }

  var source: SourceBuffer
  var range: Range<Int>
  var style: Style
}

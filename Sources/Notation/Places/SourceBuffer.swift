/// The bytes of one file, shared by every place in it.
///
/// The bytes are valid UTF-8.
final class SourceBuffer: Sendable {
  /// What ends a line.
  enum LineEnds: Sendable {
    /// Line feeds and carriage returns, as in JSON and in editors.
    case plain
    /// Those of YAML 1.1: also the next line, and the separators of lines and paragraphs.
    case yaml
  }

  let file: String
  let bytes: [UInt8]
  /// Where the text starts: after a byte order mark, if there is one.
  let start: Int
  private let endsAtSeparators: Bool

  init(file: String, bytes: [UInt8], lineEnds: LineEnds = .plain) {
    self.file = file
    self.bytes = bytes
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    endsAtSeparators = lineEnds == .yaml
  }

  /// The bytes of a file, if they are text.
  ///
  /// - Throws: ``SyntaxError`` with the first byte that is not UTF-8.
  static func checked(
    _ bytes: [UInt8], file: String, lineEnds: LineEnds
  ) throws(SyntaxError) -> SourceBuffer {
    if let problem = UTF8Check.problem(in: bytes, file: file) { throw SyntaxError(problem) }
    return SourceBuffer(file: file, bytes: bytes, lineEnds: lineEnds)
  }

  /// The byte at `index`, or 0 past the end, which valid text never holds.
  func byte(_ index: Int) -> UInt8 {
    index < bytes.count ? bytes[index] : 0
  }

  /// How many bytes the line break at `index` takes; 0 when none stands there.
  func breakWidth(at index: Int) -> Int {
    switch byte(index) {
    case 0x0A: 1
    case 0x0D: byte(index + 1) == 0x0A ? 2 : 1
    case 0xC2 where endsAtSeparators: byte(index + 1) == 0x85 ? 2 : 0
    case 0xE2 where endsAtSeparators:
      byte(index + 1) == 0x80 && (byte(index + 2) == 0xA8 || byte(index + 2) == 0xA9) ? 3 : 0
    default: 0
    }
  }

  func isBlank(_ index: Int) -> Bool {
    byte(index) == 0x20 || byte(index) == 0x09
  }

  /// Whether a blank, a line break or the end of the text stands at `index`.
  func isBlankOrEnd(_ index: Int) -> Bool {
    index >= bytes.count || isBlank(index) || breakWidth(at: index) > 0
  }

  /// How many bytes the scalar that starts at `index` takes.
  func scalarWidth(at index: Int) -> Int {
    let first = byte(index)
    if first < 0x80 { return 1 }
    if first < 0xE0 { return 2 }
    return first < 0xF0 ? 3 : 4
  }

  func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  /// How many Unicode scalars start in the range.
  func scalarCount(_ range: Range<Int>) -> Int {
    var count = 0
    for index in range where bytes[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// Where the line that holds `index` ends, seen from there; `limit` if that
  /// comes first, so that many short parts of one long line cost no more than it.
  func lineEnd(from index: Int, before limit: Int = .max) -> Int {
    var index = index
    while index < limit, index < bytes.count, breakWidth(at: index) == 0 { index += 1 }
    return index
  }

  /// The line around a column, cut so that it stays readable.
  struct Excerpt {
    /// The longest excerpt, in scalars; longer lines are cut around the column.
    static let maximumLength = 200
    /// Excerpts of long lines start at steps of this, so that neighbours share one.
    static let step = 100

    var line: Int
    /// The column of the excerpt's first scalar.
    var start: Int
    var text: String

    /// The column at which the excerpt for `column` starts.
    static func start(for column: Int) -> Int {
      column > maximumLength - step / 2 ? (column - 1) / step * step - step / 2 + 1 : 1
    }
  }

  /// The excerpt for the scalar at byte `index`, which stands in `line` at `column`.
  ///
  /// - Complexity: O(1), since it looks at no more than a few hundred scalars.
  func excerpt(at index: Int, line: Int, column: Int) -> Excerpt {
    let start = Excerpt.start(for: column)
    var first = min(index, bytes.count)
    var back = column - start
    while back > 0, first > 0 {
      first -= 1
      while first > 0, bytes[first] & 0xC0 == 0x80 { first -= 1 }
      back -= 1
    }
    var end = first
    var count = 0
    while end < bytes.count, breakWidth(at: end) == 0, count < Excerpt.maximumLength {
      end += scalarWidth(at: end)
      count += 1
    }
    let isCut = end < bytes.count && breakWidth(at: end) == 0
    return Excerpt(line: line, start: start, text: text(first..<end) + (isCut ? "…" : ""))
  }

  /// The same, taken from `last` where that is the excerpt already.
  func excerpt(at index: Int, line: Int, column: Int, last: inout Excerpt?) -> Excerpt {
    if let last, last.line == line, last.start == Excerpt.start(for: column) { return last }
    let found = excerpt(at: index, line: line, column: column)
    last = found
    return found
  }
}

/// The bytes of a JSON text, and where in lines and columns each of them stands.
///
/// Columns count Unicode scalars. Places are found in O(1) whatever the length
/// of a line, with the help of one count for every few hundred bytes.
package struct JSONSource {
  package let file: String
  package let bytes: [UInt8]
  /// Where the text starts: after a byte order mark, if there is one.
  let start: Int

  private let lineStarts: [Int]
  /// How many scalars start before each multiple of `stride` bytes.
  private let scalarCounts: [Int]
  private var excerpts: [Int: (text: String, column: Int)] = [:]

  private static let stride = 256
  /// The longest excerpt; longer lines are cut around the column.
  private static let excerptLength = 200
  /// Excerpts of long lines start at multiples of this, so that neighbours share one.
  private static let excerptStep = 100

  /// Makes places in a text that is valid UTF-8.
  ///
  /// - Complexity: O(length of the text)
  init(_ bytes: [UInt8], file: String) {
    self.file = file
    self.bytes = bytes
    start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var lineStarts = [start]
    var scalarCounts: [Int] = []
    scalarCounts.reserveCapacity(bytes.count / Self.stride + 1)
    var scalars = 0
    bytes.withUnsafeBufferPointer { bytes in
      for index in bytes.indices {
        if index % Self.stride == 0 { scalarCounts.append(scalars) }
        let byte = bytes[index]
        if byte & 0xC0 != 0x80 { scalars += 1 }
        if byte == 0x0A { lineStarts.append(index + 1) }
        if byte == 0x0D, index + 1 == bytes.count || bytes[index + 1] != 0x0A {
          lineStarts.append(index + 1)
        }
      }
    }
    if bytes.count % Self.stride == 0 { scalarCounts.append(scalars) }
    self.lineStarts = lineStarts
    self.scalarCounts = scalarCounts
  }

  /// Where a span stands; what a span covers beyond its first line is left out.
  package mutating func place(of span: JSONNode.Span) -> Place {
    let (first, last) = (Int(span.start), Int(span.end))
    let line = lineIndex(of: first)
    let lineStart = lineStarts[line]
    let column = scalars(before: first) - scalars(before: lineStart) + 1
    let lineEnd = endOfLine(line)
    let length = scalars(before: min(max(last, first), max(lineEnd, first))) - scalars(before: first)
    let excerpt = excerpt(lineStart: lineStart, lineEnd: lineEnd, at: first, column: column)
    return Place(
      file: file, line: line + 1, column: column, length: length, excerpt: excerpt.text,
      excerptColumn: excerpt.column)
  }

  /// How many scalars start before a byte.
  private func scalars(before index: Int) -> Int {
    let block = index / Self.stride
    var count = scalarCounts[block]
    for byte in bytes[block * Self.stride..<index] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  private func lineIndex(of index: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= index { low = middle } else { high = middle }
    }
    return low
  }

  private func endOfLine(_ line: Int) -> Int {
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
    while end > lineStarts[line], bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  private mutating func excerpt(
    lineStart: Int, lineEnd: Int, at index: Int, column: Int
  ) -> (text: String, column: Int) {
    var first = lineStart
    var firstColumn = 1
    if column > Self.excerptLength - Self.excerptStep / 2 {
      firstColumn = (column - 1) / Self.excerptStep * Self.excerptStep - Self.excerptStep / 2 + 1
      first = index
      for _ in firstColumn..<column {
        first -= 1
        while bytes[first] & 0xC0 == 0x80 { first -= 1 }
      }
    }
    if let known = excerpts[first] { return known }
    var end = first
    var count = 0
    while end < lineEnd, count < Self.excerptLength {
      end += 1
      while end < lineEnd, bytes[end] & 0xC0 == 0x80 { end += 1 }
      count += 1
    }
    let text = String(decoding: bytes[first..<end], as: UTF8.self) + (end < lineEnd ? "…" : "")
    excerpts[first] = (text, firstColumn)
    return (text, firstColumn)
  }
}

/// Something wrong or doubtful in a JSON text, before its place is worked out.
package struct JSONProblem {
  package var code: Diagnostic.Code
  package var message: String
  package var span: JSONNode.Span
  package var severity: Diagnostic.Severity
  package var hint: String?
  package var notes: [(message: String, span: JSONNode.Span)]

  package init(
    code: Diagnostic.Code, message: String, span: JSONNode.Span, severity: Diagnostic.Severity = .error,
    hint: String? = nil, notes: [(message: String, span: JSONNode.Span)] = []
  ) {
    self.code = code
    self.message = message
    self.span = span
    self.severity = severity
    self.hint = hint
    self.notes = notes
  }
}

extension JSONSource {
  /// The most problems that are listed; a text with more says how many there are.
  static let maximumProblems = 1_000

  /// The problems as diagnostics, in the order of the text.
  package mutating func diagnostics(_ problems: [JSONProblem]) -> [Diagnostic] {
    let ordered = problems.enumerated().sorted { left, right in
      (left.element.span.start, left.offset) < (right.element.span.start, right.offset)
    }
    var diagnostics: [Diagnostic] = []
    for (_, problem) in ordered.prefix(Self.maximumProblems) {
      diagnostics.append(
        Diagnostic(
          problem.code, problem.message, at: place(of: problem.span), severity: problem.severity,
          hint: problem.hint,
          notes: problem.notes.map { Diagnostic.Note($0.message, at: place(of: $0.span)) }))
    }
    let more = ordered.count - diagnostics.count
    if more > 0 {
      diagnostics[diagnostics.count - 1].hint = "and \(more) more problems, not listed"
    }
    return diagnostics
  }
}

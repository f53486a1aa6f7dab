/// Where in lines and columns each byte of a text stands, asked for in any order.
///
/// Columns count Unicode scalars. Places are found in O(1) whatever the length
/// of a line, with the help of one count for every few hundred bytes.
struct LineIndex {
  let source: SourceBuffer
  private let lineStarts: [Int]
  /// How many scalars start before each multiple of `stride` bytes.
  private let scalarCounts: [Int]
  private var excerpt: SourceBuffer.Excerpt?

  private static let stride = 256

  /// - Complexity: O(*n*) in the bytes of the text.
  init(_ source: SourceBuffer) {
    self.source = source
    var lineStarts = [source.start]
    var scalarCounts: [Int] = []
    scalarCounts.reserveCapacity(source.bytes.count / Self.stride + 1)
    var scalars = 0
    var nextLine = 0
    for (index, byte) in source.bytes.enumerated() {
      if index % Self.stride == 0 { scalarCounts.append(scalars) }
      if byte & 0xC0 != 0x80 { scalars += 1 }
      guard index >= nextLine else { continue }
      let width = source.breakWidth(at: index)
      guard width > 0 else { continue }
      nextLine = index + width
      lineStarts.append(nextLine)
    }
    if source.bytes.count % Self.stride == 0 { scalarCounts.append(scalars) }
    self.lineStarts = lineStarts
    self.scalarCounts = scalarCounts
  }

  /// Where some bytes stand; what they cover beyond their first line is left out.
  mutating func place(of range: Range<Int>) -> Place {
    let first = range.lowerBound
    let line = lineIndex(of: first)
    let column = scalars(before: first) - scalars(before: lineStarts[line]) + 1
    let end = source.lineEnd(from: first, before: min(range.upperBound, source.bytes.count))
    let found = source.excerpt(at: first, line: line + 1, column: column, last: &excerpt)
    return Place(
      file: source.file, line: line + 1, column: column,
      length: scalars(before: max(end, first)) - scalars(before: first), excerpt: found.text,
      excerptColumn: found.start)
  }

  /// How many scalars start before a byte.
  private func scalars(before index: Int) -> Int {
    let block = index / Self.stride
    return scalarCounts[block] + source.scalarCount(block * Self.stride..<index)
  }

  private func lineIndex(of index: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= index { low = middle } else { high = middle }
    }
    return low
  }
}

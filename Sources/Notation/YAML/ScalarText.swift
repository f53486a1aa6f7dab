/// The text that a scalar stands for: quotes and escapes undone, lines folded, as
/// YAML 1.1 has it.
struct ScalarText {
  private let source: SourceBuffer
  private var index: Int
  private let end: Int
  private var text: [UInt8] = []

  private init(_ source: SourceBuffer, _ range: Range<Int>) {
    self.source = source
    index = range.lowerBound
    end = range.upperBound
  }

  /// The text of a token that is a scalar.
  ///
  /// - Complexity: O(*n*) in its bytes.
  static func text(of token: YAMLScanner.Token, in source: SourceBuffer) -> String {
    guard case .scalar(let style) = token.kind else { return "" }
    let range = token.range
    switch style {
    case .plain where !source.mayBreak(in: range):
      return source.text(range)
    case .plain:
      var reader = ScalarText(source, range)
      reader.readFolded(style)
      return reader.result
    case .single, .double:
      let inner = range.lowerBound + 1..<max(range.lowerBound + 1, range.upperBound - 1)
      var reader = ScalarText(source, inner)
      reader.readFolded(style)
      return reader.result
    case .block:
      var reader = ScalarText(source, range.lowerBound..<source.bytes.count)
      reader.readBlock(indent: token.indent)
      return reader.result
    }
  }

  private var result: String { String(decoding: text, as: UTF8.self) }

  // MARK: - In quotes, or in none

  private mutating func readFolded(_ style: ScalarOrigin.Style) {
    while index < end {
      let byte = source.bytes[index]
      if source.isBlank(index) || source.breakWidth(at: index) > 0 {
        readBlanks()
      } else if style == .double, byte == UInt8(ascii: "\\"), source.breakWidth(at: index + 1) > 0 {
        index += 1
        _ = lineBreak()
        text += blankLines()
      } else if style != .plain, byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "'"),
        let read = Escapes.scalar(at: index, in: source, style: style)
      {
        text += Array(String(Character(read.scalar)).utf8)
        index += read.width
      } else {
        text.append(byte)
        index += 1
      }
    }
  }

  /// White space inside a line stays; around the end of a line it goes, and the end
  /// becomes a space unless empty lines follow.
  private mutating func readBlanks() {
    let start = index
    while index < end, source.isBlank(index) { index += 1 }
    guard index < end, source.breakWidth(at: index) > 0 else {
      text += source.bytes[start..<index]
      return
    }
    let first = lineBreak()
    let others = blankLines()
    if first != Self.newLine { text += first }
    text += others.isEmpty && first == Self.newLine ? [0x20] : others
  }

  /// The ends of the empty lines that start here; the white space before what follows is passed.
  private mutating func blankLines() -> [UInt8] {
    var breaks: [UInt8] = []
    while index < end {
      if source.isBlank(index) {
        index += 1
      } else if source.breakWidth(at: index) > 0 {
        breaks += lineBreak()
      } else {
        break
      }
    }
    return breaks
  }

  // MARK: - Blocks

  private mutating func readBlock(indent: Int) {
    let isFolded = source.bytes[index] == UInt8(ascii: ">")
    var keepsLast = true
    var keepsAll = false
    while index < end, source.breakWidth(at: index) == 0, source.byte(index) != UInt8(ascii: "#") {
      if source.byte(index) == UInt8(ascii: "-") { keepsLast = false }
      if source.byte(index) == UInt8(ascii: "+") { keepsAll = true }
      index += 1
    }
    index = source.lineEnd(from: index)
    if index < end { _ = lineBreak() }
    var lineEnd: [UInt8] = []
    var (emptyLines, column) = emptyLines(indent: indent)
    var lastIsIndented = false
    while column == indent, index < end {
      // A line that is indented further keeps the breaks around it.
      let isIndented = source.isBlank(index)
      if isFolded, lineEnd == Self.newLine, !lastIsIndented, !isIndented {
        if emptyLines.isEmpty { text.append(0x20) }
      } else {
        text += lineEnd
      }
      text += emptyLines
      lastIsIndented = isIndented
      let contentEnd = source.lineEnd(from: index)
      text += source.bytes[index..<contentEnd]
      index = contentEnd
      lineEnd = index < end ? lineBreak() : []
      (emptyLines, column) = self.emptyLines(indent: indent)
    }
    if keepsLast { text += lineEnd }
    if keepsAll { text += emptyLines }
  }

  /// The ends of the lines here that have nothing but their indentation, and the
  /// column, from 0, at which the next text starts or the indentation ends.
  private mutating func emptyLines(indent: Int) -> ([UInt8], column: Int) {
    var breaks: [UInt8] = []
    while true {
      var column = 0
      while column < indent, source.byte(index) == 0x20 {
        index += 1
        column += 1
      }
      guard index < end, source.breakWidth(at: index) > 0 else { return (breaks, column) }
      breaks += lineBreak()
    }
  }

  // MARK: - Breaks

  private static let newLine: [UInt8] = [0x0A]

  /// Passes a line break and gives what it stands for: one line feed for most, itself
  /// for the separators of lines and paragraphs.
  private mutating func lineBreak() -> [UInt8] {
    let width = source.breakWidth(at: index)
    defer { index += width }
    return width == 3 ? Array(source.bytes[index..<index + 3]) : Self.newLine
  }
}

extension SourceBuffer {
  /// Whether the range could hold a line break; false for sure when it says so.
  fileprivate func mayBreak(in range: Range<Int>) -> Bool {
    for index in range {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D || byte == 0xC2 || byte == 0xE2 { return true }
    }
    return false
  }
}

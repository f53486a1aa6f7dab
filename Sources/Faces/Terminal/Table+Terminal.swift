internal import Documents
internal import Notation

extension Table {
  /// The table as lines of at most `style.width` columns, as far as that can be had.
  func lines(_ style: Style, indent: Int) -> [String] {
    if case .list(let wide) = form { return listLines(style, indent: indent, wide: wide ?? columnCount - 1) }
    let layout = GridLayout(self, style, indent: indent)
    if let narrow = narrow.first, !layout.fits { return narrow.lines(style, indent: indent) }
    return layout.lines
  }

  /// Columns side by side; cells are wrapped.
  private func listLines(_ style: Style, indent: Int, wide: Int) -> [String] {
    let widths = listWidths(style, indent: indent, wide: wide)
    let space = String(repeating: " ", count: indent)
    func lines(_ cells: [Sentence], _ style: Style) -> [String] {
      let cells = cells.enumerated().map { $1.wrapped(style, width: widths[$0]) }
      return (0..<(cells.map { $0.count }.max() ?? 0)).map { part in
        space + Self.line(cells.map { part < $0.count ? $0[part] : "" }, widths)
      }
    }
    var all: [String] = []
    if head.contains(where: { !$0.isEmpty }) {
      all = lines(head.map { Sentence($0.text) }, Style()).map { style.text($0, .decisive) }
    }
    for row in rows { all += lines(row.cells, style) }
    return all
  }

  /// How wide the columns of a list are: as wide as their cells where that goes, and no wider than a
  /// third of the line but for the one that takes what is left.
  private func listWidths(_ style: Style, indent: Int, wide: Int) -> [Int] {
    var widths = Array(repeating: 0, count: columnCount)
    // What no break makes narrower.
    var words = widths
    for cells in [head] + rows.map({ $0.cells }) {
      for (column, cell) in cells.enumerated() {
        let text = cell.text
        widths[column] = max(widths[column], text.displayWidth)
        for word in text.partedAtSpaces {
          words[column] = max(words[column], String(word).displayWidth)
        }
      }
    }
    for column in widths.indices where column != wide {
      widths[column] = min(widths[column], max(12, style.width / 3))
    }
    let others = widths.indices.reduce(indent) { $0 + ($1 == wide ? 0 : widths[$1] + 2) }
    if widths.indices.contains(wide) {
      let least = max(20, min(words[wide], style.width / 3))
      widths[wide] = min(widths[wide], max(least, style.width - others))
    }
    var excess = widths.reduce(indent - 2) { $0 + $1 + 2 } - style.width
    while excess > 0 {
      // The widest gives way first, down to its words.
      let open = widths.indices.filter { widths[$0] > max(words[$0], 6) }
      guard let widest = open.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
      excess -= 1
    }
    return widths
  }

  private static func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = ""
    for (column, cell) in cells.enumerated() {
      text += (column > 0 ? "  " : "") + cell.padded(to: widths[column])
    }
    while text.last == " " { text.removeLast() }
    return text
  }
}

extension Table.Row {
  /// The cells; of a heading itself.
  var cells: [Sentence] {
    switch self {
    case .cells(let cells), .mark(let cells): cells
    case .heading(let title): [title]
    }
  }
}

/// A column of labels with narrow columns beside it; what does not fit side by side
/// follows in further blocks.
private struct GridLayout {
  /// The rows, the headings of the columns before all others.
  private let rows: [Table.Row]
  private let style: Style
  private let indent: Int
  private let labelWidth: Int
  /// The widths of the columns beside the labels.
  private let widths: [Int]

  init(_ table: Table, _ style: Style, indent: Int) {
    rows = (table.head.isEmpty ? [] : [.cells(table.head)]) + table.rows
    self.style = style
    self.indent = indent
    var longest = 0
    var widths = [Int](repeating: 0, count: max(0, table.columnCount - 1))
    for row in rows {
      if case .heading = row { continue }
      longest = max(longest, row.cells[0].text.displayWidth + 2)
      for (column, cell) in row.cells.dropFirst().enumerated() {
        widths[column] = max(widths[column], cell.text.displayWidth)
      }
    }
    // What the columns leave is the labels', and most of a half in any case.
    let room = widths.reduce(style.width - indent) { $0 - $1 - 2 }
    labelWidth = min(longest, max(24, style.width * 45 / 100, room))
    self.widths = widths
  }

  /// Whether all columns stand side by side.
  var fits: Bool { blocks.count < 2 }

  var lines: [String] {
    var lines: [String] = []
    for block in blocks {
      if !lines.isEmpty { lines.append("") }
      lines += self.lines(of: block)
    }
    return lines
  }

  /// The columns that stand side by side.
  private var blocks: [Range<Int>] {
    var blocks: [Range<Int>] = []
    var start = 0
    while start < widths.count {
      var end = start
      var used = indent + labelWidth
      while end < widths.count, end == start || used + 2 + widths[end] <= style.width {
        used += 2 + widths[end]
        end += 1
      }
      blocks.append(start..<end)
      start = end
    }
    return blocks
  }

  private func lines(of block: Range<Int>) -> [String] {
    var lines: [String] = []
    let space = String(repeating: " ", count: indent)
    var heading: [String] = []
    for row in rows {
      let cells = row.cells
      switch row {
      case .heading(let title):
        heading = title.inManner(.decisive).wrapped(style, width: style.width, first: space)
        continue
      case .mark where block.allSatisfy({ cells[$0 + 1].isEmpty || cells[$0 + 1].text == "·" }): continue
      case .mark, .cells: break
      }
      lines += heading
      heading = []
      for (index, piece) in cells[0].wrapped(style, width: labelWidth, first: "  ", rest: "    ").enumerated()
      {
        var line = space + piece.padded(to: labelWidth)
        if index == 0 {
          for column in block { line += "  " + cells[column + 1].text.centred(in: widths[column]) }
        }
        while line.last == " " { line.removeLast() }
        lines.append(line)
      }
    }
    return lines
  }
}

internal import CaseFile
internal import Notation

/// A table with a column of labels and any number of narrow columns beside it;
/// what does not fit side by side follows in further blocks.
struct Grid: Sendable {
  enum Line: Sendable, Equatable {
    /// A heading over the rows that follow.
    case heading(String)
    /// A label with one cell for each column.
    case row(String, [String])
    /// A row that is left out of a block in which every cell is empty or a mere dot.
    case mark(String, [String])
  }

  var lines: [Line] = []

  /// The number of columns beside the labels.
  var columnCount: Int {
    rows.first?.cells.count ?? 0
  }

  /// The table as lines of at most `style.width` columns, an empty line between blocks.
  func rendered(_ style: Style, indent: Int = 2) -> [String] {
    let labelWidth = min(longestLabel, max(24, style.width * 45 / 100))
    let widths = (0..<columnCount).map { column in
      rows.map { $0.cells[column].displayWidth }.max() ?? 0
    }
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
    var result: [String] = []
    for block in blocks {
      if !result.isEmpty { result.append("") }
      result += render(block, widths: widths, labelWidth: labelWidth, indent: indent, style)
    }
    return result
  }

  private var rows: [(label: String, cells: [String])] {
    lines.compactMap { line in
      switch line {
      case .heading: nil
      case .row(let label, let cells), .mark(let label, let cells): (label, cells)
      }
    }
  }

  private var longestLabel: Int {
    rows.map { $0.label.displayWidth + 2 }.max() ?? 0
  }

  private func render(
    _ block: Range<Int>, widths: [Int], labelWidth: Int, indent: Int, _ style: Style
  ) -> [String] {
    var result: [String] = []
    let space = String(repeating: " ", count: indent)
    var heading: [String] = []
    for line in lines {
      switch line {
      case .heading(let text):
        heading = Prose.wrap(text, width: style.width, first: space).map(style.bold)
      case .mark(_, let cells) where block.allSatisfy({ cells[$0].isEmpty || cells[$0] == "·" }): continue
      case .row(let label, let cells), .mark(let label, let cells):
        result += heading
        heading = []
        let pieces = Prose.wrap(label, width: labelWidth, first: "  ", rest: "    ")
        for (index, piece) in pieces.enumerated() {
          var text = space + piece.padded(to: labelWidth)
          if index == 0 {
            for column in block { text += "  " + cells[column].centred(in: widths[column]) }
          }
          while text.last == " " { text.removeLast() }
          result.append(text)
        }
      }
    }
    return result
  }

  /// The table in Markdown: the first row as its header, headings as rows in bold.
  var markdown: String {
    var text = ""
    for (index, line) in lines.enumerated() {
      switch line {
      case .heading(let title):
        text += "| **\(title.markdownEscaped)** |" + String(repeating: " |", count: columnCount) + "\n"
      case .row(let label, let cells), .mark(let label, let cells):
        text += "| " + ([label] + cells).map(\.markdownEscaped).joined(separator: " | ") + " |\n"
      }
      if index == 0 { text += "| --- |" + String(repeating: " :-: |", count: columnCount) + "\n" }
    }
    return text
  }
}

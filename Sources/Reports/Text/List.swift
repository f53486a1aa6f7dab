import Notation

/// A table of texts under headings; one column is wide and takes what room is left.
struct List: Sendable {
  var header: [String]
  var rows: [[String]] = []

  /// The table as lines; cells are wrapped.
  ///
  /// - Parameter wide: The column that takes the room left over; the last by default.
  func rendered(_ style: Style, indent: Int = 2, wide: Int? = nil) -> [String] {
    var widths = header.map(\.displayWidth)
    for row in rows {
      for (column, cell) in row.enumerated() { widths[column] = max(widths[column], cell.displayWidth) }
    }
    let wide = wide ?? widths.count - 1
    for column in widths.indices where column != wide {
      widths[column] = min(widths[column], max(12, style.width / 3))
    }
    let others = widths.indices.reduce(indent) { $0 + ($1 == wide ? 0 : widths[$1] + 2) }
    widths[wide] = min(widths[wide], max(20, style.width - others))
    let space = String(repeating: " ", count: indent)
    var lines = header.allSatisfy(\.isEmpty) ? [] : [style.bold(space + line(header, widths))]
    for row in rows {
      let cells = row.enumerated().map { Prose.wrap($1, width: widths[$0]) }
      for part in 0..<(cells.map(\.count).max() ?? 0) {
        lines.append(space + line(cells.map { part < $0.count ? $0[part] : "" }, widths))
      }
    }
    return lines
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = ""
    for (column, cell) in cells.enumerated() {
      text += (column > 0 ? "  " : "") + cell.padded(to: widths[column])
    }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// The table in Markdown.
  var markdown: String {
    let line = { (cells: [String]) in "| " + cells.joined(separator: " | ") + " |\n" }
    return line(header) + line(header.map { _ in "---" })
      + rows.map { line($0.map(\.markdownEscaped)) }.joined()
  }
}

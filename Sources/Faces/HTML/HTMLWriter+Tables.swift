internal import Documents

extension HTMLWriter {
  mutating func write(_ table: Table) {
    let width = table.columnCount
    if width == 0 { return }
    let isGrid = table.form == .grid
    var head = table.head
    var rows = table.rows[...]
    // A grid has its headings in its first row.
    if isGrid, head.isEmpty, case .cells(let cells)? = rows.first {
      head = cells
      rows = rows.dropFirst()
    }
    openScroll("Table")
    put("<table class=\"\(isGrid ? "grid" : "list")\">")
    let numeric = table.numericColumns
    if head.contains(where: { !$0.isEmpty }) { write(head: head, numeric) }
    put("<tbody>")
    for (index, row) in rows.enumerated() {
      switch row {
      case .cells(let cells), .mark(let cells): write(cells, width, isGrid, numeric)
      case .heading(let title):
        if index > 0 { put("</tbody>\n<tbody>") }
        put("<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"\(width)\">\(inline(title))</th></tr>")
      }
    }
    put("</tbody>\n</table>\n</div>")
  }

  private mutating func write(head: [Sentence], _ numeric: Set<Int>) {
    text += "<thead><tr>"
    for (column, cell) in head.enumerated() {
      let place = numeric.contains(column) ? " class=\"number\"" : ""
      text += cell.isEmpty ? "<td></td>" : "<th scope=\"col\"\(place)>\(inline(cell))</th>"
    }
    put("</tr></thead>")
  }

  private mutating func write(_ cells: [Sentence], _ width: Int, _ isGrid: Bool, _ numeric: Set<Int>) {
    text += "<tr>"
    for column in 0..<max(width, cells.count) {
      let cell = column < cells.count ? inline(cells[column]) : ""
      if isGrid, column == 0 {
        text += "<th scope=\"row\">\(cell)</th>"
      } else {
        text += "<td\(numeric.contains(column) ? " class=\"number\"" : "")>\(cell)</td>"
      }
    }
    put("</tr>")
  }
}

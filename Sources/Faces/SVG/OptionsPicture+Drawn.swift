internal import Documents
internal import Notation

// How it is drawn, once it is measured.
extension OptionsPicture {
  func drawn(_ anchor: @escaping (Reference) -> String?) -> Drawn {
    var canvas = Canvas(anchor)
    var y = drawHead(in: &canvas)
    for row in rows { draw(row, at: &y, in: &canvas) }
    y = drawLegend(from: y + 10, in: &canvas)
    return canvas.drawn("options", width: width, height: y)
  }

  private func center(_ column: Int) -> Int { labelWidth + column * columnWidth + columnWidth / 2 }

  private func drawHead(in canvas: inout Canvas) -> Int {
    let names = (heads.map { $0.count }.max() ?? 0) * Self.head.line
    let numbers = (counts.map { $0.count }.max() ?? 0) * Self.cell.line
    for (column, lines) in heads.enumerated() {
      let own = counts[column].isEmpty ? numbers : 0
      canvas.text(
        lines, options.columns[column].isPresent ? "now" : "head", x: center(column),
        y: names + own - lines.count * Self.head.line + 12, step: Self.head.line,
        pointing: options.columns[column].name)
      canvas.text(
        counts[column], "count", x: center(column),
        y: names + numbers - counts[column].count * Self.cell.line + 13,
        step: Self.cell.line)
    }
    let y = names + numbers + 6
    canvas.path("edge", "M0 \(y) H\(width)")
    return y
  }

  private func draw(_ line: Line, at y: inout Int, in canvas: inout Canvas) {
    switch line {
    case .title(let group, let lines):
      y += 8
      var x = 0
      for owner in group.owners { x += canvas.tag(owner, x: x, y: y + 16) + 4 }
      canvas.text(lines, "group", x: x + 2, y: y + 16, step: Self.label.line, pointing: group.title)
      y += max(1, lines.count) * Self.label.line + 8
    case .row(let row, let group, let label, let cells, let apart):
      draw(row, group, label, cells, apart, at: &y, in: &canvas)
    }
  }

  private func draw(
    _ row: Figure.Options.Row, _ group: Figure.Options.Group, _ label: [String], _ cells: [[String]],
    _ apart: [String], at y: inout Int, in canvas: inout Canvas
  ) {
    let isStacked = form == .stacked
    let text = label.count * Self.label.line
    let tallest = (cells.map { $0.count }.max() ?? 0) * Self.cell.line
    let signs = apart.isEmpty ? max(tallest, 14) : apart.count * Self.cell.line
    let isBelow = isStacked || !apart.isEmpty
    let height = isBelow ? text + signs + 14 : max(text, signs) + 10
    if row.isConstant, row.cells.count > 1 {
      canvas.rectangle("same", x: 0, y: y, width: width, height: height)
    }
    canvas.open(group.owners.count == 1 ? Canvas.color(of: group.owners[0]) : "a0")
    canvas.rectangle("bar", x: 0, y: y, width: 3, height: height)
    canvas.close()
    let labelTop = isBelow ? y + 4 : y + (height - text) / 2
    canvas.text(
      label, "label", x: Self.inset, y: labelTop + 13, step: Self.label.line, pointing: row.label)
    if !apart.isEmpty {
      canvas.text(apart, "apart", x: Self.inset, y: y + text + 18, step: Self.cell.line)
    }
    let middle = isBelow ? y + text + 8 + signs / 2 : y + height / 2
    for (column, lines) in cells.enumerated() {
      if lines.isEmpty {
        canvas.sign(row.cells[column], x: center(column), y: middle)
      } else {
        let top = middle - lines.count * Self.cell.line / 2
        canvas.text(lines, "words", x: center(column), y: top + 12, step: Self.cell.line)
      }
    }
    y += height
    canvas.path("rule", "M0 \(y) H\(width)")
  }

  // MARK: Legend

  private func drawLegend(from y: Int, in canvas: inout Canvas) -> Int {
    var entries: [Legend.Entry] = []
    var named = 0
    for column in options.columns where !column.isPresent {
      named += 1
      if form == .named { continue }
      let letter = Prose.letter(named - 1)
      let words: Sentence = "\(column.name) (\(Prose.count(column.stateCount, "state")))"
      entries.append(
        Legend.Entry(signWidth: letter.pixels(12) * 9 / 8, words: words) { canvas, x, y in
          canvas.text([letter], "letter", x: x, y: y + 4)
        })
    }
    var y = y
    if !entries.isEmpty {
      // A line each, as they are long.
      for entry in entries { y = Legend.draw([entry], width: width, y: y, in: &canvas) }
      y += 4
    }
    y = Legend.draw(signs, width: width, y: y, in: &canvas)
    let offset = options.columns.first?.isPresent == true ? 1 : 0
    let within = options.withinWords { column in
      form == .named
        ? "\u{201C}\(options.columns[column].name)\u{201D}"
        : Sentence(Prose.letter(column - offset))
    }
    for remark in [within].compactMap({ $0 }) + options.remarks {
      let entry = Legend.Entry(signWidth: 0, words: remark) { _, _, _ in }
      y = Legend.draw([entry], width: width, y: y, in: &canvas)
    }
    return y
  }

  private var signs: [Legend.Entry] {
    let cells = options.groups.flatMap { $0.rows }.flatMap { $0.cells }
    let meanings: [(Cell, Sentence)] = [
      (.always, "taken"), (.sometimes, "in some of its states"), (.never, "not taken"),
    ]
    var entries = meanings.filter { cells.contains($0.0) }.map { cell, words in
      Legend.Entry(signWidth: 12, words: words) { canvas, x, y in canvas.sign(cell, x: x + 6, y: y) }
    }
    if cells.contains(where: { if case .offers = $0 { true } else { false } }) {
      entries.append(
        Legend.Entry(signWidth: 0, words: "offers: has its part in it, and another has not") { _, _, _ in })
    }
    return entries
  }
}

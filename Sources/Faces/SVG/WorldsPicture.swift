internal import Documents
internal import Notation

/// What lasts in which world as a picture of a given width: a table of letters, some of what decides
/// above the columns and the rest before the rows, and what the letters mean below.
struct WorldsPicture: Picture {
  private let worlds: Figure.Worlds
  let width: Int
  /// The axes above the columns, and those before the rows, the outermost first.
  private let across: [Int]
  private let down: [Int]
  private let columnWidth: Int
  private let rowHeads: Int
  private let rowHeight: Int
  private let heads: [[[String]]]
  private let labels: [[[String]]]

  private static let size = 12
  private static let line = 15
  private static let leastColumn = 54
  private static let mostColumn = 130
  private static let rowHead = 128

  init(_ worlds: Figure.Worlds, width available: Int) {
    self.worlds = worlds
    let isNarrow = available <= PictureWidth.narrow
    // A word is broken only where it is very long.
    let words = worlds.axes.flatMap { $0.values }.flatMap { $0.text.printable.split(separator: " ") }
    let longest = min(words.map { String($0).pixels(Self.size) + 10 }.max() ?? 0, isNarrow ? 84 : 110)
    let least = max(Self.leastColumn, longest)
    let perRowHead = isNarrow ? max(60, longest) : Self.rowHead
    // As many axes above the columns as fit, those with the fewest values first, and at least one
    // before the rows where there are two.
    let order = worlds.axes.indices.sorted {
      (worlds.axes[$0].values.count, $0) < (worlds.axes[$1].values.count, $1)
    }
    var (across, count) = ([Int](), 1)
    for axis in order {
      let left = worlds.axes.count - across.count - 1
      let room = (available - left * perRowHead) / least
      let more = count * worlds.axes[axis].values.count
      if across.count < (worlds.axes.count + 1) / 2, more <= room, left > 0 || worlds.axes.count == 1 {
        across.append(axis)
        count = more
      }
    }
    self.across = across.sorted()
    let down = worlds.axes.indices.filter { !across.contains($0) }
    self.down = down
    let rowHead = down.isEmpty ? 0 : min(perRowHead, max(60, (available - count * least) / down.count))
    rowHeads = down.count * rowHead
    let columnWidth = min(Self.mostColumn, max(24, (available - rowHeads) / count))
    self.columnWidth = columnWidth
    width = max(rowHeads + count * columnWidth, min(available, 320))
    // An inner value stands over fewer columns.
    var span = count
    heads = self.across.map { axis in
      span /= worlds.axes[axis].values.count
      return worlds.axes[axis].values.map { $0.text.lines(within: span * columnWidth - 8, size: Self.size) }
    }
    labels = down.map { axis in
      worlds.axes[axis].values.map { $0.text.lines(within: rowHead - 10, size: Self.size) }
    }
    let innermost = labels.last?.map { $0.count }.max() ?? 1
    let outer = labels.dropLast().joined().map { $0.count }.max() ?? 0
    rowHeight = max(34, innermost * Self.line + 10, outer * Self.line + 10)
  }

  private func count(_ axes: some Sequence<Int>) -> Int {
    axes.reduce(1) { $0 * worlds.axes[$1].values.count }
  }

  /// The values of the axes at a place along them, the last fastest.
  private func values(_ axes: [Int], at place: Int) -> [(axis: Int, value: Int)] {
    var (rest, values) = (place, [(axis: Int, value: Int)]())
    for axis in axes.reversed() {
      values.append((axis, rest % worlds.axes[axis].values.count))
      rest /= worlds.axes[axis].values.count
    }
    return values
  }

  // MARK: Draw

  func drawn(_ anchor: @escaping (Reference) -> String?) -> Drawn {
    var canvas = Canvas(anchor)
    var y = drawHeads(in: &canvas)
    drawCells(from: y, in: &canvas)
    y += count(down) * rowHeight
    y = drawLegend(from: y + 12, in: &canvas)
    return canvas.drawn("worlds", width: width, height: y)
  }

  /// The title of an axis with whose reading it is; how high that is.
  private func title(_ axis: Int, x: Int, y: Int, within room: Int, in canvas: inout Canvas) -> Int {
    var (after, top) = (0, y)
    if let actor = worlds.axes[axis].actor {
      after = canvas.tag(actor, x: x, y: y + 13) + 5
      // Where there is little room the name stands below the letters.
      if room < 130 { (after, top) = (0, y + Self.line + 4) }
    }
    let words = worlds.axes[axis].title
    // Bold letters are wider.
    let lines = words.text.lines(within: max(24, (room - after) * 8 / 9), size: Self.size)
    canvas.text(lines, "title", x: x + after, y: top + 13, step: Self.line, pointing: words)
    return top - y + max(1, lines.count) * Self.line + 6
  }

  private func drawHeads(in canvas: inout Canvas) -> Int {
    var y = 0
    for (level, axis) in across.enumerated() {
      y += title(axis, x: rowHeads, y: y, within: width - rowHeads, in: &canvas)
      let inner = count(across.dropFirst(level + 1))
      let own = worlds.axes[axis].values.count
      let lines = heads[level].map { $0.count }.max() ?? 0
      for place in 0..<count(across.prefix(level + 1)) {
        let x = rowHeads + place * inner * columnWidth
        let text = heads[level][place % own]
        canvas.text(
          text, "value", x: x + inner * columnWidth / 2, y: y + (lines - text.count) * Self.line + 12,
          step: Self.line)
        canvas.path("edge", "M\(x + 2) \(y + lines * Self.line + 3) h\(inner * columnWidth - 4)")
      }
      y += lines * Self.line + 8
    }
    // What stands before the rows is named above them.
    if down.isEmpty { return y }
    let room = rowHeads / down.count
    var tallest = 0
    var measure = Canvas { _ in nil }
    for axis in down { tallest = max(tallest, title(axis, x: 0, y: 0, within: room - 10, in: &measure)) }
    let top = across.isEmpty ? 0 : max(0, y - tallest)
    let isCovered = across.isEmpty
    for (place, axis) in down.enumerated() {
      _ = title(axis, x: place * room, y: isCovered ? 0 : top, within: room - 10, in: &canvas)
    }
    return max(y, top + tallest)
  }

  private func drawCells(from top: Int, in canvas: inout Canvas) {
    let (rows, columns) = (count(down), count(across))
    for row in 0..<rows {
      let y = top + row * rowHeight
      drawLabels(of: row, y: y, in: &canvas)
      for column in 0..<columns {
        var values = [Int](repeating: 0, count: worlds.axes.count)
        for (axis, value) in self.values(down, at: row) + self.values(across, at: column) {
          values[axis] = value
        }
        draw(
          worlds.cells[worlds.cell(at: values)], x: rowHeads + column * columnWidth, y: y, in: &canvas)
      }
    }
  }

  /// The values before a row, an outer one only where it changes.
  private func drawLabels(of row: Int, y: Int, in canvas: inout Canvas) {
    for (level, axis) in down.enumerated() {
      let inner = count(down.dropFirst(level + 1))
      if row % inner != 0 { continue }
      let value = row / inner % worlds.axes[axis].values.count
      let lines = labels[level][value]
      let room = rowHeads / down.count
      let left = (rowHeight - lines.count * Self.line) / 2
      canvas.text(
        lines, "label", x: level * room, y: y + left + 12, step: Self.line,
        pointing: worlds.axes[axis].values[value])
      if inner > 1 || level == 0 { canvas.path("edge", "M\(level * room) \(y) H\(rowHeads)") }
    }
  }

  private func draw(_ cell: Figure.Worlds.Cell, x: Int, y: Int, in canvas: inout Canvas) {
    let (width, height) = (columnWidth - 4, rowHeight - 4)
    guard let group = cell.group else {
      canvas.path("none", "M\(x + columnWidth / 2 - 5) \(y + rowHeight / 2) h10")
      return
    }
    let hasHome = worlds.groups.contains { $0.isWritten }
    let place =
      cell.isWritten ? "cell written" : !hasHome || worlds.groups[group].isWritten ? "cell" : "cell other"
    canvas.rectangle(place, x: x + 2, y: y + 2, width: width, height: height, radius: 3)
    canvas.text([worlds.groups[group].letter], "letter", x: x + columnWidth / 2, y: y + rowHeight / 2 + 6)
  }

  private func drawLegend(from y: Int, in canvas: inout Canvas) -> Int {
    var y = y
    for group in worlds.groups {
      let words: Sentence = "\(group.words) (\(Prose.count(group.worldCount, "world")))"
      let letter = group.letter
      let entry = Legend.Entry(signWidth: letter.pixels(13) * 9 / 8, words: words) { canvas, x, y in
        canvas.text([letter], "name", x: x, y: y + 4)
      }
      y = Legend.draw([entry], width: width, y: y, in: &canvas) + 2
    }
    if !worlds.folded.isEmpty {
      let entry = Legend.Entry(signWidth: 0, words: worlds.folded) { _, _, _ in }
      y = Legend.draw([entry], width: width, y: y, in: &canvas)
    }
    if worlds.cells.contains(where: { $0.isWritten }) {
      let entry = Legend.Entry(signWidth: 16, words: "the case as it is written") { canvas, x, y in
        canvas.rectangle("cell written", x: x + 1, y: y - 6, width: 14, height: 12, radius: 2)
      }
      var entries = [entry]
      if worlds.cells.contains(where: { $0.group.map { !worlds.groups[$0].isWritten } ?? false }) {
        entries.append(
          Legend.Entry(signWidth: 16, words: "other than in that") { canvas, x, y in
            canvas.rectangle("cell other", x: x + 1, y: y - 6, width: 14, height: 12, radius: 2)
          })
      }
      y = Legend.draw(entries, width: width, y: y + 2, in: &canvas)
    }
    return y
  }
}

internal import Documents
internal import Notation

/// What lasts, option by option, as a picture of a given width: the names of the columns above them
/// where there is room, else letters that are explained below; labels beside their signs, else above
/// them.
struct OptionsPicture: Picture {
  typealias Cell = Figure.Options.Cell

  /// How the columns are headed and where labels stand.
  enum Form {
    case named, lettered, stacked
  }

  private let options: Figure.Options
  let width: Int
  let form: Form
  private let labelWidth: Int
  private let columnWidth: Int
  private let heads: [[String]]
  private let counts: [[String]]
  private let rows: [Line]

  /// A line of the table.
  private enum Line {
    case title(Figure.Options.Group, lines: [String])
    case row(
      Figure.Options.Row, of: Figure.Options.Group, label: [String], cells: [[String]], apart: [String])
  }

  private static let head = (size: 13, line: 16)
  private static let label = (size: 13, line: 17)
  private static let cell = (size: 12, line: 15)
  private static let inset = 12
  private static let leastLabel = 190
  private static let mostLabel = 340
  private static let leastNamed = 72
  private static let mostNamed = 150
  private static let leastLettered = 34
  private static let leastStacked = 24

  init(_ options: Figure.Options, width available: Int) {
    self.options = options
    let count = max(1, options.columns.count)
    let longest =
      options.groups.flatMap { $0.rows }.map { $0.label.text.printable.pixels(Self.label.size) }.max() ?? 0
    let label = min(max(longest + Self.inset + 14, 120), Self.mostLabel, max(available / 3, Self.leastLabel))
    let room = (available - label) / count
    let isNamed =
      room >= Self.leastNamed
      && options.columns.allSatisfy { Self.name($0, within: min(room, Self.mostNamed) - 8) != nil }
    let isBeside = isNamed || (room >= Self.leastLettered && available > PictureWidth.narrow)
    form = isNamed ? .named : isBeside ? .lettered : .stacked
    let columnWidth =
      isBeside
      ? min(room, isNamed ? Self.mostNamed : 60)
      : min(60, max(Self.leastStacked, (available - Self.inset) / count))
    self.columnWidth = columnWidth
    let inner = isBeside ? label : Self.inset
    labelWidth = inner
    width = max(inner + columnWidth * count, isBeside ? 0 : min(available, 320))
    heads = Self.heads(options, form, columnWidth)
    counts = options.columns.map { column in
      if column.isPresent { return [] }
      let number = Prose.grouped(column.stateCount)
      let words = isNamed ? Prose.count(column.stateCount, "state") : number
      let lines = words.lines(within: columnWidth - 4, size: Self.cell.size)
      return lines.allSatisfy { $0.pixels(Self.cell.size) <= columnWidth - 2 }
        && (isNamed || lines.count == 1)
        ? lines : []
    }
    let text = width
    rows = options.groups.flatMap { group in
      [Self.title(group, width: text)]
        + group.rows.map { row in
          Self.line(row, of: group, in: options, labelWidth: isBeside ? inner : text, columnWidth, text)
        }
    }
  }

  // MARK: Text

  private static func heads(_ options: Figure.Options, _ form: Form, _ width: Int) -> [[String]] {
    var named = 0
    return options.columns.map { column in
      if column.isPresent { return ["now"] }
      named += 1
      if form != .named { return [Figure.Options.letter(named - 1)] }
      return name(column, within: width - 8) ?? []
    }
  }

  /// What stands over a column, the shorter name if the other takes too many lines; nil where neither
  /// fits without words being broken.
  private static func name(_ column: Figure.Options.Column, within width: Int) -> [String]? {
    if column.isPresent { return ["now"] }
    for name in [column.name.text, column.short ?? ""] where !name.isEmpty && !name.hasSuffix("\u{2026}") {
      let words = name.printable.split(separator: " ")
      let lines = name.lines(within: width, size: head.size)
      if lines.count <= 7, words.allSatisfy({ String($0).pixels(head.size) <= width }) { return lines }
    }
    return nil
  }

  private static func title(_ group: Figure.Options.Group, width: Int) -> Line {
    let tags = group.owners.reduce(0) { $0 + Canvas.width(ofTag: $1.tag) + 4 }
    // Bold letters are wider.
    return .title(group, lines: group.title.text.lines(within: (width - tags - 4) * 8 / 9, size: label.size))
  }

  private static func line(
    _ row: Figure.Options.Row, of group: Figure.Options.Group, in options: Figure.Options, labelWidth: Int,
    _ columnWidth: Int, _ width: Int
  ) -> Line {
    let label = row.label.text.lines(within: labelWidth - inset - 8, size: Self.label.size)
    let cells = row.cells.map { text($0, row, group, within: columnWidth - 8) }
    if cells.allSatisfy({ $0 != nil }) {
      return .row(row, of: group, label: label, cells: cells.map { $0 ?? [] }, apart: [])
    }
    // Words that are too wide for a column are told below the label.
    let words = apart(row, group, options)
    return .row(
      row, of: group, label: label, cells: [], apart: words.lines(within: width - inset - 8, size: cell.size))
  }

  /// What is written in a cell that is no sign; nil where it does not fit.
  private static func text(
    _ cell: Cell, _ row: Figure.Options.Row, _ group: Figure.Options.Group, within width: Int
  ) -> [String]? {
    let words: String
    switch cell {
    case .always, .sometimes, .never: return []
    case .levels(let values): words = row.words(values)
    case .offers(let owners, let orNobody): words = Self.words(owners, orNobody, group)
    }
    let isFitting = words.split(separator: " ").allSatisfy { String($0).pixels(Self.cell.size) <= width }
    let lines = words.lines(within: width, size: Self.cell.size)
    return isFitting && lines.count <= 4 ? lines : nil
  }

  private static func words(_ owners: [Int], _ orNobody: Bool, _ group: Figure.Options.Group) -> String {
    let tags = Prose.list(owners.map { group.owners[$0].tag.printable }, "or")
    return "\(tags) offers\(orNobody ? ", or none" : "")"
  }

  /// What a row says of each column, in a text: `A, B: any; C: 798`.
  private static func apart(
    _ row: Figure.Options.Row, _ group: Figure.Options.Group, _ options: Figure.Options
  ) -> String {
    var named = 0
    let names = options.columns.map { column -> String in
      if column.isPresent { return "now" }
      named += 1
      return Figure.Options.letter(named - 1)
    }
    var parts: [(cell: Cell, names: [String])] = []
    for (index, cell) in row.cells.enumerated() where names.indices.contains(index) {
      if let place = parts.firstIndex(where: { $0.cell == cell }) {
        parts[place].names.append(names[index])
      } else {
        parts.append((cell, [names[index]]))
      }
    }
    return parts.map { part in
      let words: String
      switch part.cell {
      case .always: words = "taken"
      case .sometimes: words = "in some"
      case .never: words = "not taken"
      case .levels(let values): words = row.words(values)
      case .offers(let owners, let orNobody): words = Self.words(owners, orNobody, group)
      }
      return "\(part.names.joined(separator: ", ")): \(words)"
    }.joined(separator: "; ")
  }

  // MARK: Draw

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
      let letter = Figure.Options.letter(named - 1)
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
        : Sentence(Figure.Options.letter(column - offset))
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

internal import Documents
internal import Notation

/// What lasts, option by option, as a picture of a given width: the names of the columns above them
/// where there is room, else letters that are explained below; labels beside their signs, else above
/// them. This is how it is measured.
struct OptionsPicture: Picture {
  typealias Cell = Figure.Options.Cell

  /// How the columns are headed and where labels stand.
  enum Form {
    case named, lettered, stacked
  }

  let options: Figure.Options
  let width: Int
  let form: Form
  let labelWidth: Int
  let columnWidth: Int
  let heads: [[String]]
  let counts: [[String]]
  let rows: [Line]

  /// A line of the table.
  enum Line {
    case title(Figure.Options.Group, lines: [String])
    case row(
      Figure.Options.Row, of: Figure.Options.Group, label: [String], cells: [[String]], apart: [String])
  }

  static let head = (size: 13, line: 16)
  static let label = (size: 13, line: 17)
  static let cell = (size: 12, line: 15)
  static let inset = 12
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
      if form != .named { return [Prose.letter(named - 1)] }
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
      return Prose.letter(named - 1)
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
}

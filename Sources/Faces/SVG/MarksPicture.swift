internal import Documents
internal import Notation

/// Signs in rows and columns as a picture of a given width, if they fit into it: labels stand
/// before their signs where there is room for both, else above them.
struct MarksPicture: Picture {
  private let marks: Figure.Marks
  /// The widths of all, of the labels, and of each column.
  private(set) var width = 0
  private var labelWidth = 0
  private var columnWidth = 26
  /// Whether labels stand above their signs.
  private var isStacked = false
  /// Whether the columns have letters, which the legend explains, since their heads are too wide.
  private var isLettered = false
  private var heads: [[String]] = []
  private var y = 0
  private var body = ""
  private var anchor: (Reference) -> String? = { _ in nil }

  private static let line = 16
  private static let room = 22
  private static let leastLabel = 120
  private static let mostLabel = 320

  init(_ marks: Figure.Marks, width available: Int) {
    self.marks = marks
    heads = marks.columns.map { $0.isEmpty ? [] : $0.wrapped(Style(), width: 8) }
    let widest = heads.joined().map { $0.pixels(12) + 6 }.max() ?? 0
    isLettered = max(widest, columnWidth) * heads.count > available
    if isLettered {
      heads = heads.indices.map { [Self.letter($0)] }
    } else {
      columnWidth = max(widest, columnWidth)
    }
    let columns = columnWidth * marks.columns.count
    isStacked = available - columns < Self.leastLabel
    let longest = marks.rows.map { $0.label.text.pixels(12) + 16 }.max() ?? 0
    let most = isStacked ? available : min(Self.mostLabel, available - columns)
    labelWidth = min(most, max(longest, Self.leastLabel))
    width = isStacked ? max(labelWidth, columns + 8) : labelWidth + columns
  }

  func drawn(_ anchor: @escaping (Reference) -> String?) -> Drawn {
    var copy = self
    copy.anchor = anchor
    copy.drawHead()
    for row in marks.rows { copy.draw(row) }
    copy.drawLegend()
    return Drawn(kind: "marks", width: width, height: copy.y, body: copy.body)
  }

  // MARK: Rows

  private func center(_ column: Int) -> Int {
    (isStacked ? 8 : labelWidth) + column * columnWidth + columnWidth / 2
  }

  private mutating func drawHead() {
    let height = (heads.map { $0.count }.max() ?? 0) * Self.line
    for (column, lines) in heads.enumerated() {
      let top = height - lines.count * Self.line
      let text = lines.enumerated().map { index, line in
        "<text class=\"column\" x=\"\(center(column))\" y=\"\(top + index * Self.line + 12)\">\(line.xmlEscaped)</text>"
      }
      body += linked(text.joined(), marks.columns[column]) + "\n"
    }
    y = height + (height > 0 ? 4 : 0)
  }

  private mutating func draw(_ row: Figure.Marks.Row) {
    let isHeading = row.signs.isEmpty
    let available = isHeading ? width : isStacked ? width - 8 : labelWidth - 16
    let lines = row.label.wrapped(Style(), width: available * 10 / 66)
    if isHeading { y += 8 }
    let top = y + (Self.room - Self.line) / 2 + 12
    let inset = isHeading ? 0 : 8
    let words = lines.enumerated().map { index, line in
      "<text\(isHeading ? " class=\"group\"" : "") x=\"\(inset)\" y=\"\(top + index * Self.line)\">\(line.xmlEscaped)</text>"
    }
    body += linked(words.joined(), row.label) + "\n"
    let height = max(Self.room, lines.count * Self.line + 6)
    let middle = isStacked ? y + height + 6 : y + height / 2
    y += height + (isStacked && !isHeading ? Self.room - 4 : 0)
    for (column, sign) in row.signs.enumerated() { body += Self.picture(sign, center(column), middle) }
    body += "<line x1=\"0\" y1=\"\(y)\" x2=\"\(width)\" y2=\"\(y)\"/>\n"
  }

  private func linked(_ text: String, _ words: Sentence) -> String {
    let target = words.phrases.lazy.compactMap { $0.reference }.first.flatMap { anchor($0) }
    guard let target else { return text }
    return "<a href=\"#\(target)\" tabindex=\"-1\">\(text)</a>"
  }

  // MARK: Signs

  private mutating func drawLegend() {
    y += 12
    var x = 0
    for entry in marks.legend { write(entry.words.text, after: entry.sign, at: &x) }
    if isLettered {
      for (column, words) in marks.columns.enumerated() {
        write("\(Self.letter(column)): \(words.text)", after: .blank, at: &x)
      }
    }
    y += Self.line + 8
  }

  /// Goes on with the legend, on a new line where the old one is full.
  private mutating func write(_ words: String, after sign: Figure.Marks.Sign, at x: inout Int) {
    let inset = sign == .blank ? 0 : 20
    let needed = inset + words.pixels(12) + 14
    if x > 0, x + needed > width { (x, y) = (0, y + Self.line + 4) }
    body += Self.picture(sign, x + 8, y + 8)
    body +=
      "<text class=\"legend\" x=\"\(x + inset)\" y=\"\(y + 12)\">\(words.printable.xmlEscaped)</text>\n"
    x += needed
  }

  /// A letter for a column whose head is in the legend.
  static func letter(_ column: Int) -> String {
    column < 26 ? String(UnicodeScalar(UInt8(97 + column))) : String(column + 1)
  }

  private static func picture(_ sign: Figure.Marks.Sign, _ x: Int, _ y: Int) -> String {
    switch sign {
    case .full: circle("full", x, y, 6)
    case .half:
      circle("rim", x, y, 6) + "<path class=\"full\" d=\"M\(x) \(y - 6) a6 6 0 0 0 0 12 z\"/>"
    case .ring: circle("ring", x, y, 5)
    case .diamond: "<path class=\"diamond\" d=\"M\(x) \(y - 8) l7 8 -7 8 -7 -8 z\"/>"
    case .dot: circle("dot", x, y, 2)
    case .blank: ""
    }
  }

  private static func circle(_ place: String, _ x: Int, _ y: Int, _ radius: Int) -> String {
    "<circle class=\"\(place)\" cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\"/>"
  }
}

internal import Documents
internal import Notation

/// Places in preferences as a picture of a given width: a column of places for each actor, the best
/// above, in it a mark for each thing with a letter below, and a line where the present is. Columns
/// that do not fit go below.
struct LadderPicture: Picture {
  private let ladder: Figure.Ladder
  /// The rungs with a mark of their own, and those that are a line through the others.
  private let marked: [Figure.Ladder.Rung]
  private let present: [Figure.Ladder.Rung]
  private let rowLength: Int
  private let columnWidth: Int
  private let axis: Int
  /// The names of the actors in lines, and how much room these take.
  private let heads: [[String]]
  private let head: Int
  private let legend: [(letter: String, lines: [String], words: Sentence)]
  let width: Int

  private static let pitch = 14
  private static let leastColumn = 112
  private static let gap = 14
  private static let plot = 168
  private static let nameLine = 15
  private static let foot = 26
  private static let line = 17
  /// With so few places each is numbered.
  private static let numbered = 8

  init(_ ladder: Figure.Ladder, width available: Int) {
    self.ladder = ladder
    present = ladder.rungs.filter { $0.isPresent }
    marked = ladder.rungs.filter { !$0.isPresent }
    let most = ladder.columns.map { Prose.grouped($0.placeCount).pixels(12) }.max() ?? 0
    axis = most + 10
    let marks = axis + marked.count * Self.pitch + 12
    let names = ladder.columns.map {
      Canvas.width(ofTag: $0.actor.tag) + 6 + $0.actor.name.text.printable.pixels(12) * 9 / 8
    }
    // A name that is long is broken before it makes all columns wide.
    let own = max(marks, min(names.max() ?? 0, 160), Self.leastColumn)
    columnWidth = own
    heads = ladder.columns.map { column in
      let room = own - Canvas.width(ofTag: column.actor.tag) - 6
      // Bold letters are wider.
      return column.actor.name.text.lines(within: room * 8 / 9, size: 12)
    }
    head = 24 + max(0, (heads.map { $0.count }.max() ?? 0) - 1) * Self.nameLine
    let fitting = max(1, (available + Self.gap) / (own + Self.gap))
    let rows = max(1, (ladder.columns.count + fitting - 1) / fitting)
    rowLength = max(1, (ladder.columns.count + rows - 1) / rows)
    width = max(rowLength * (own + Self.gap) - Self.gap, min(available, 320))
    let room = width - 28
    legend = marked.enumerated().map { index, rung in
      (MarksPicture.letter(index), rung.name.text.lines(within: room, size: 12), rung.name)
    }
  }

  func drawn(_ anchor: @escaping (Reference) -> String?) -> Drawn {
    var canvas = Canvas(anchor)
    var y = 0
    for (index, column) in ladder.columns.enumerated() {
      if index > 0, index % rowLength == 0 { y += rowHeight }
      draw(column, index, x: (index % rowLength) * (columnWidth + Self.gap), y: y, in: &canvas)
    }
    y += ladder.columns.isEmpty ? 0 : rowHeight
    drawLegend(&y, in: &canvas)
    return canvas.drawn("ladder", width: width, height: y)
  }

  private var rowHeight: Int { head + Self.plot + Self.foot + 14 }

  // MARK: Columns

  private func draw(
    _ column: Figure.Ladder.Column, _ index: Int, x: Int, y: Int, in canvas: inout Canvas
  ) {
    let after = canvas.tag(column.actor, x: x, y: y + 14) + 6
    canvas.text(
      heads[index], "name", x: x + after, y: y + 14, step: Self.nameLine, pointing: column.actor.name)
    let top = y + head + 8
    drawAxis(column, x: x, top: top, in: &canvas)
    for rung in present {
      guard let places = rung.places.indices.contains(index) ? rung.places[index] : nil else { continue }
      let height = top + Self.height(of: places.lowerBound, column)
      canvas.path("now", "M\(x + axis) \(height) H\(x + columnWidth)")
    }
    canvas.open("column \(Canvas.color(of: column.actor))")
    for (slot, rung) in marked.enumerated() {
      let middle = x + axis + 8 + slot * Self.pitch + Self.pitch / 2
      canvas.text([MarksPicture.letter(slot)], "letter", x: middle, y: top + Self.plot + 18)
      guard let places = rung.places.indices.contains(index) ? rung.places[index] : nil else { continue }
      let (best, worst) = (
        Self.height(of: places.lowerBound, column), Self.height(of: places.upperBound, column)
      )
      if worst - best < 6 {
        canvas.circle("spot", x: middle, y: top + (best + worst) / 2, radius: 5)
      } else {
        canvas.rectangle(
          "reach", x: middle - 4, y: top + best - 3, width: 8, height: worst - best + 6, radius: 4)
      }
    }
    canvas.close()
  }

  private func drawAxis(
    _ column: Figure.Ladder.Column, x: Int, top: Int, in canvas: inout Canvas
  ) {
    let count = column.placeCount
    let numbers = count <= Self.numbered ? Array(1...max(1, count)) : [1, count]
    for place in numbers {
      let height = top + Self.height(of: place, column)
      canvas.path("grid", "M\(x + axis) \(height) H\(x + columnWidth)")
      canvas.text([Prose.grouped(place)], "place", x: x + axis - 5, y: height + 4)
    }
    canvas.path("axis", "M\(x + axis) \(top) v\(Self.plot)")
  }

  /// How far below the best place a place is drawn.
  static func height(of place: Int, _ column: Figure.Ladder.Column) -> Int {
    column.placeCount < 2 ? plot / 2 : (place - 1) * plot / (column.placeCount - 1)
  }

  // MARK: Legend

  private func drawLegend(_ y: inout Int, in canvas: inout Canvas) {
    for rung in present {
      canvas.path("now", "M0 \(y + 8) h20")
      let lines = rung.name.text.lines(within: width - 28, size: 12)
      canvas.text(lines, "legend", x: 28, y: y + 12, step: Self.line, pointing: rung.name)
      y += lines.count * Self.line + 3
    }
    for entry in legend {
      canvas.text([entry.letter], "letter", x: 10, y: y + 12)
      canvas.text(entry.lines, "legend", x: 28, y: y + 12, step: Self.line, pointing: entry.words)
      y += entry.lines.count * Self.line + 3
    }
  }
}

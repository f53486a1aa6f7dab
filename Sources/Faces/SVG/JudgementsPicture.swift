internal import Documents
internal import Notation

/// What a claim rests on as a picture of a given width: a box for each judgement, actor by actor, with
/// the actor beside its boxes where there is room, else above them.
struct JudgementsPicture: Picture {
  typealias Box = Figure.Judgements.Box

  /// A box with its place.
  private struct Placed {
    var box: Box
    var x: Int
    var y: Int
  }

  /// The name before or above boxes.
  private struct Name {
    var row: Figure.Judgements.Row
    var lines: [String]
    var y: Int
  }

  private let judgements: Figure.Judgements
  let width: Int
  private var boxes: [Placed] = []
  private var names: [Name] = []
  /// The heads over both parts, with where they stand.
  private var heads: [(words: String, x: Int)] = []
  private var foot = 0
  private let size: (width: Int, height: Int, gap: Int)
  /// Whether what actors want and what they can do stand beside one another.
  let isAligned: Bool

  private static let nameSize = 13
  private static let nameLine = 16
  private static let partGap = 24
  private static let headHeight = 22
  private static let heads = (statements: "statements", options: "options")

  init(_ judgements: Figure.Judgements, width available: Int) {
    self.judgements = judgements
    let isNarrow = available <= PictureWidth.narrow
    let widest = judgements.rows.flatMap { $0.boxes }.map { $0.label.printable.pixels(12) + 8 }.max() ?? 0
    let (first, second) = (
      judgements.rows.map { $0.statements.count }.max() ?? 0,
      judgements.rows.map { $0.options.count }.max() ?? 0
    )
    let label = isNarrow ? 1 : Self.nameWidth(judgements, most: available / 4)
    // Under its head a part may have a single box.
    func firstPart(_ pitch: Int) -> Int { max(first * pitch, Self.heads.statements.pixels(12)) }
    func isFitting(_ pitch: Int) -> Bool {
      first > 0 && second > 0
        && label + firstPart(pitch) + max(second * pitch, Self.heads.options.pixels(12)) + Self.partGap
          <= available
    }
    // Boxes are smaller where both parts then stand beside one another.
    let isLarge = !isNarrow && (isFitting(max(34, widest) + 6) || !isFitting(max(28, widest) + 3))
    size = isLarge ? (max(34, widest), 37, 6) : (max(28, widest), 35, isNarrow ? 4 : 3)
    let pitch = size.width + size.gap
    isAligned = isFitting(pitch)
    let room = max(1, (available - label + size.gap) / pitch)
    let options = label + firstPart(pitch) + Self.partGap
    var y = isAligned ? Self.headHeight : 1
    if isAligned { heads = [(Self.heads.statements, label), (Self.heads.options, options)] }
    var right = 0
    for row in judgements.rows {
      let lines = Self.name(row, within: isNarrow ? available : label - 10)
      let nameHeight = lines.count * Self.nameLine
      names.append(Name(row: row, lines: lines, y: y))
      if isNarrow { y += nameHeight + 4 }
      let top = y
      Self.place(row.statements, x: label, y: &y, room, size, in: &boxes)
      if isAligned {
        var other = top
        Self.place(row.options, x: options, y: &other, room, size, in: &boxes)
        y = max(y, other)
      } else {
        Self.place(row.options, x: label, y: &y, room, size, in: &boxes)
      }
      if !isNarrow { y = max(y, top + nameHeight + 8) }
      y += isNarrow ? 8 : 2
    }
    for placed in boxes { right = max(right, placed.x + size.width) }
    for name in names {
      let tag = name.row.actor.map { Canvas.width(ofTag: $0.tag) + 6 } ?? 0
      right = max(right, tag + (name.lines.map { $0.pixels(Self.nameSize) }.max() ?? 0))
    }
    for head in heads { right = max(right, head.x + head.words.pixels(12)) }
    foot = y
    width = max(right + 1, min(available, 320))
  }

  private static func nameWidth(_ judgements: Figure.Judgements, most: Int) -> Int {
    let widths = judgements.rows.map { row -> Int in
      let tag = row.actor.map { Canvas.width(ofTag: $0.tag) + 6 } ?? 0
      return tag + (row.actor?.name ?? row.title).text.printable.pixels(nameSize)
    }
    return min(widths.max() ?? 0, most) + 12
  }

  private static func name(_ row: Figure.Judgements.Row, within width: Int) -> [String] {
    let tag = row.actor.map { Canvas.width(ofTag: $0.tag) + 6 } ?? 0
    return (row.actor?.name ?? row.title).text.lines(within: max(24, width - tag), size: nameSize)
  }

  /// Sets boxes beside one another, in as many lines as it takes; `y` is below them then.
  private static func place(
    _ row: [Box], x: Int, y: inout Int, _ room: Int, _ size: (width: Int, height: Int, gap: Int),
    in boxes: inout [Placed]
  ) {
    if row.isEmpty { return }
    for (index, box) in row.enumerated() {
      boxes.append(
        Placed(
          box: box, x: x + index % room * (size.width + size.gap),
          y: y + index / room * (size.height + size.gap)))
    }
    y += ((row.count - 1) / room + 1) * (size.height + size.gap)
  }

  // MARK: Draw

  func drawn(_ anchor: @escaping (Reference) -> String?) -> Drawn {
    var canvas = Canvas(anchor)
    for head in heads { canvas.text([head.words], "head", x: head.x, y: 12) }
    let isBeside = boxes.allSatisfy { $0.x > 1 }
    for name in names {
      var x = 0
      let top = name.y + (isBeside ? max(0, (size.height - name.lines.count * Self.nameLine) / 2) : 0)
      if let actor = name.row.actor { x = canvas.tag(actor, x: 0, y: top + 13) + 6 }
      canvas.text(
        name.lines, "name", x: x, y: top + 13, step: Self.nameLine,
        pointing: name.row.actor?.name ?? name.row.title)
    }
    for placed in boxes { draw(placed, in: &canvas) }
    let y = drawLegend(from: foot + 6, in: &canvas)
    return canvas.drawn("judgements", width: width, height: y)
  }

  private func draw(_ placed: Placed, in canvas: inout Canvas) {
    let (box, x, y) = (placed.box, placed.x, placed.y)
    canvas.box(box, x: x, y: y, width: size.width, height: size.height)
    canvas.sign(box.effect, x: x + size.width / 2, y: y + 12)
    canvas.text(
      [box.label.printable], box.effect == .nothing ? "quiet" : "label", x: x + size.width / 2,
      y: y + size.height - 5, pointing: box.words)
  }

  private func drawLegend(from y: Int, in canvas: inout Canvas) -> Int {
    let all = judgements.rows.flatMap { $0.boxes }
    let effects: [(Figure.Judgements.Effect, Sentence)] = [
      (.alone, "turns the answer alone"), (.together, "only together with another"),
      (.nothing, "changes nothing that was tried"), (.untried, "not tried to the end"),
    ]
    let signs = effects.filter { effect, _ in all.contains { $0.effect == effect } }.map { effect, words in
      Legend.Entry(signWidth: 12, words: words) { canvas, x, y in canvas.sign(effect, x: x + 6, y: y) }
    }
    let bases: [(Figure.Chain.Firmness, Sentence)] = [
      (.stated, "said or reported"), (.unstated, "a source, no stated basis"), (.inferred, "inferred"),
      (.assumed, "assumed, or no source"),
    ]
    let borders = bases.filter { basis, _ in all.contains { $0.firmness == basis } }.map { basis, words in
      Legend.Entry(signWidth: 16, words: words) { canvas, x, y in
        canvas.box(Box("", "", basis, .nothing), x: x, y: y - 7, width: 16, height: 14)
      }
    }
    let y = Legend.draw(signs, width: width, y: y, in: &canvas)
    return Legend.draw(borders, width: width, y: y + 3, in: &canvas)
  }
}

extension Canvas {
  /// The box of a judgement: its border says how firm it is, its ground whether it turns the answer.
  fileprivate mutating func box(_ box: Figure.Judgements.Box, x: Int, y: Int, width: Int, height: Int) {
    let basis =
      switch box.firmness {
      case .stated: "stated"
      case .unstated: "unstated"
      case .inferred: "inferred"
      case .assumed: "assumed"
      }
    let place = "box \(basis)\(box.effect == .alone ? " turning" : "")"
    rectangle(place, x: x, y: y, width: width, height: height, radius: 3)
  }
}

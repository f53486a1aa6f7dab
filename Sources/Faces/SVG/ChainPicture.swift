internal import Documents
internal import Notation

/// Moves one after the other as a picture of a given width: from left to right in rows, in an
/// argument with a lane for each actor; where there is no room beside each other, from above.
struct ChainPicture: Picture {
  /// A box with its place.
  private struct Placed {
    var box: ChainBox
    /// The lane it stands in, as an index into the actors; nil where there are no lanes.
    var lane: Int?
    var x = 0
    var y = 0

    var middle: Int { y + box.height / 2 }
  }

  /// The ground of an actor within a row.
  private struct Lane {
    var actor: Figure.Party
    /// The name in lines: where wires run beside it, they do not cross it.
    var name: [String]
    var y: Int
    var height: Int
  }

  private let chain: Figure.Chain
  private let slotWidth: Int
  /// Whether boxes stand one under the other.
  private let isStacked: Bool
  private var boxes: [Placed] = []
  /// How many boxes stand in a row.
  private var rowLength = 1
  private var lanes: [Lane] = []
  /// Where each row ends.
  private var rowEnds: [Int] = []
  private(set) var width = 0
  private(set) var height = 0

  private static let gap = 22
  private static let gutter = 14
  private static let rowGap = 30
  private static let label = 29
  private static let nameLine = 15
  private static let leastSlot = 148
  private static let mostSlot = 224
  /// A row has at most so many moves.
  private static let mostMoves = 5

  init(_ chain: Figure.Chain, width available: Int) {
    self.chain = chain
    isStacked = available < 2 * (Self.leastSlot + Self.gutter) + Self.gap + 40
    let count = chain.cards.count + (chain.start.isEmpty ? 1 : 2)
    let fitting = (available - 2 * Self.gutter + Self.gap) / (Self.leastSlot + Self.gap)
    let most = min(fitting, Self.mostMoves + 1)
    let rows = (count + most - 1) / most
    rowLength = isStacked ? 1 : (count + rows - 1) / rows
    let room = available - 2 * Self.gutter - (rowLength - 1) * Self.gap
    slotWidth = isStacked ? available : min(Self.mostSlot, room / rowLength)
    addBoxes()
    if isStacked { stack(available) } else { setInRows() }
  }

  /// Whether all of it stands in one row.
  var isOneRow: Bool { rowLength >= boxes.count }

  private mutating func addBoxes() {
    let hasLanes = chain.form == .argument && !isStacked
    if !chain.start.isEmpty { boxes.append(Placed(box: ChainBox(start: chain.start, width: slotWidth))) }
    for card in chain.cards {
      let actor = chain.actors.indices.contains(card.actor) ? chain.actors[card.actor] : nil
      let box = ChainBox(
        card, by: actor, width: slotWidth, hasTag: !hasLanes, isShort: !isStacked && slotWidth < 190)
      boxes.append(Placed(box: box, lane: hasLanes ? card.actor : nil))
    }
    let inset = chain.form == .argument ? Self.endInset : 0
    let end = ChainBox(chain.ending, width: slotWidth - inset)
    boxes.append(Placed(box: end, lane: hasLanes ? chain.cards.first?.actor : nil))
  }

  /// What the bar or the arrow before an end without a frame takes.
  private static let endInset = 12

  // MARK: Places

  private mutating func stack(_ available: Int) {
    var y = 0
    for index in boxes.indices {
      boxes[index].y = y
      boxes[index].x = index == boxes.count - 1 && boxes[index].box.frame == .none ? 4 : 0
      y += boxes[index].box.height + Self.rowGap
    }
    (width, height) = (available, y - Self.rowGap + 4)
  }

  private mutating func setInRows() {
    var y = 0
    for first in stride(from: 0, to: boxes.count, by: rowLength) {
      let row = first..<min(first + rowLength, boxes.count)
      if first > 0 { y += Self.rowGap }
      for index in row {
        boxes[index].x = Self.gutter + (index - first) * (slotWidth + Self.gap)
        if boxes[index].box.frame == .none { boxes[index].x += Self.endInset }
      }
      y = boxes[first].lane == nil ? setPlain(row, y) : setLanes(row, y)
      rowEnds.append(y)
    }
    width = 2 * Self.gutter + min(rowLength, boxes.count) * (slotWidth + Self.gap) - Self.gap
    height = y + 2
  }

  private mutating func setPlain(_ row: Range<Int>, _ top: Int) -> Int {
    let tallest = row.map { boxes[$0].box.height }.max() ?? 0
    for index in row { boxes[index].y = top + 1 + tallest / 2 - boxes[index].box.height / 2 }
    return top + 1 + tallest
  }

  private mutating func setLanes(_ row: Range<Int>, _ top: Int) -> Int {
    var y = top
    var order: [Int] = []
    for index in row {
      if let lane = boxes[index].lane, !order.contains(lane) { order.append(lane) }
    }
    for lane in order where chain.actors.indices.contains(lane) {
      let actor = chain.actors[lane]
      let left = Canvas.width(ofTag: actor.tag) + 6
      let name = actor.name.text.lines(within: slotWidth - left, size: 12)
      let label = Self.label + max(0, name.count - 1) * Self.nameLine
      let members = row.filter { boxes[$0].lane == lane }
      let tallest = members.map { boxes[$0].box.height }.max() ?? 0
      for index in members {
        boxes[index].y = y + label + tallest / 2 - boxes[index].box.height / 2
      }
      let height = label + tallest + 12
      lanes.append(Lane(actor: actor, name: name, y: y, height: height))
      y += height
    }
    return y
  }

  // MARK: Draw

  func drawn(_ anchor: @escaping (Reference) -> String?) -> Drawn {
    var canvas = Canvas(anchor)
    for lane in lanes { draw(lane, in: &canvas) }
    for index in boxes.indices.dropFirst() { drawWire(to: index, in: &canvas) }
    for placed in boxes { placed.box.draw(x: placed.x, y: placed.y, in: &canvas) }
    return canvas.drawn("chain", width: width, height: height)
  }

  private func draw(_ lane: Lane, in canvas: inout Canvas) {
    canvas.open("lane \(Canvas.color(of: lane.actor))")
    canvas.rectangle("ground", x: 0, y: lane.y, width: width, height: lane.height)
    canvas.path("edge", "M0 \(lane.y) H\(width)")
    canvas.close()
    let tag = canvas.tag(lane.actor, x: Self.gutter, y: lane.y + 19)
    canvas.text(
      lane.name, "name", x: Self.gutter + tag + 6, y: lane.y + 19, step: Self.nameLine,
      pointing: lane.actor.name)
  }

  private func drawWire(to index: Int, in canvas: inout Canvas) {
    let (from, to) = (boxes[index - 1], boxes[index])
    let isEnd = index == boxes.count - 1
    let color = to.box.actor.map { Canvas.color(of: $0) } ?? "a0"
    canvas.open("wire \(color)\(isEnd && to.box.frame == .none ? " last" : "")")
    if isStacked {
      drawDown(from, to, in: &canvas)
    } else if index % rowLength == 0 {
      drawAround(from, to, below: rowEnds[index / rowLength - 1], in: &canvas)
    } else {
      drawAcross(from, to, in: &canvas)
    }
    canvas.close()
  }

  /// Where a wire meets what it leads to.
  private func end(of placed: Placed) -> Int {
    placed.box.frame == .none ? placed.x - Self.endInset : placed.x
  }

  private func drawAcross(_ from: Placed, _ to: Placed, in canvas: inout Canvas) {
    let (x, end) = (from.x + slotWidth, end(of: to))
    let middle = (x + end) / 2
    canvas.path(
      "line",
      "M\(x) \(from.middle) C\(middle) \(from.middle) \(middle) \(to.middle) \(end - 6) \(to.middle)")
    drawHead(at: to, in: &canvas)
  }

  /// From the end of a row to the beginning of the next.
  private func drawAround(_ from: Placed, _ to: Placed, below row: Int, in canvas: inout Canvas) {
    let (right, left) = (width - 4, 4)
    let turn = row + Self.rowGap / 2
    canvas.path(
      "line",
      "M\(from.x + slotWidth) \(from.middle) H\(right) V\(turn) H\(left) V\(to.middle) H\(end(of: to) - 6)")
    drawHead(at: to, in: &canvas)
  }

  private func drawDown(_ from: Placed, _ to: Placed, in canvas: inout Canvas) {
    let (x, top, bottom) = (24, from.y + from.box.height, to.y)
    canvas.path("line", "M\(x) \(top) V\(bottom - 7)")
    switch chain.ending.kind {
    case .stops where to.box.frame == .none:
      canvas.path("stop", "M\(x - 9) \(bottom - 4) h18")
    case .leaves where to.box.frame == .none:
      canvas.path("open", "M\(x - 5) \(bottom - 10) l5 7 l5 -7")
    default: canvas.path("head", "M\(x) \(bottom) l-5 -8 h10 z")
    }
  }

  /// The tip of a wire that arrives from the left: at an end without a frame a bar where it is
  /// stopped, else open.
  private func drawHead(at placed: Placed, in canvas: inout Canvas) {
    let (x, y) = (end(of: placed), placed.middle)
    if placed.box.frame != .none {
      canvas.path("head", "M\(x) \(y) l-8 -5 v10 z")
    } else if chain.ending.kind == .stops {
      canvas.path("stop", "M\(x - 3) \(y - 9) v18")
    } else {
      canvas.path("open", "M\(x - 8) \(y - 5) l7 5 l-7 5")
    }
  }
}

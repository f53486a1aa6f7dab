internal import Documents
internal import Notation

/// Where it can go as a picture of a given width: the shortest ways as a tree from the left, a column a
/// step, where there is room, else one after the other as lists; then what is out of reach, and a field
/// of marks with an outcome a row and a step a column.
struct MapPicture: Picture {
  /// A node with its place in the tree, or its way in the list.
  private struct Placed {
    var node: Int
    var x: Int
    var y: Int
    var label: [[String]]
    var name: [String]
    var remark: [String]
  }

  private let map: Figure.Map
  let width: Int
  /// Whether the ways stand as a tree.
  let isTree: Bool
  private var placed: [Placed] = []
  private var treeHeight = 0
  private let columnWidth: Int

  private static let size = 12
  private static let line = 15
  private static let nameSize = 14
  private static let nameLine = 18
  private static let leastColumn = 132
  private static let nameWidth = 190
  private static let start = 12
  /// Up to so many situations are marks of their own.
  static let mostMarks = 2_000

  init(_ map: Figure.Map, width available: Int) {
    self.map = map
    var depths: [Int] = []
    for node in map.nodes { depths.append(node.parent.map { depths[$0] + 1 } ?? 0) }
    let deepest = max(1, depths.max() ?? 0)
    let column = (available - Self.start - Self.nameWidth) / deepest
    isTree = column >= Self.leastColumn
    columnWidth = isTree ? min(column, 200) : 0
    width = max(320, isTree ? Self.start + deepest * columnWidth + Self.nameWidth : available)
    if isTree, !map.nodes.isEmpty {
      var y = 26
      place(0, depth: 0, &y)
      treeHeight = y
    }
  }

  private func children(of node: Int) -> [Int] { map.nodes.indices.filter { map.nodes[$0].parent == node } }

  /// What a move changes, in lines after the letters of who moves.
  private func label(_ node: Figure.Map.Node, within room: Int) -> [[String]] {
    node.changes.enumerated().map { index, change in
      let name = change.short ?? change.words.text
      let sign = change.sign.character
      let text = (sign.isEmpty ? "" : sign + " ") + name + change.ending
      return text.lines(within: room, size: Self.size)
    }
  }

  /// How high the text over the move to a node is.
  private func height(over index: Int) -> Int {
    let node = map.nodes[index]
    if node.parent == nil { return 0 }
    let lines = label(node, within: columnWidth - 46).reduce(0) { $0 + $1.count }
    return lines * Self.line + (node.mover == nil ? 0 : 20)
  }

  /// The same of all that stand in one row with it.
  private func height(ofRow index: Int) -> Int {
    guard map.nodes[index].name.isEmpty, let next = children(of: index).first else {
      return height(over: index)
    }
    return max(height(over: index), height(ofRow: next))
  }

  /// Sets a node and what follows it; `y` is below all of that then. `rise` is how far below `y` its row
  /// is, where that is settled.
  private mutating func place(_ index: Int, depth: Int, _ y: inout Int, rise: Int? = nil) {
    let node = map.nodes[index]
    let children = children(of: index)
    let x = Self.start + depth * columnWidth
    let label = node.parent == nil ? [] : label(node, within: columnWidth - 46)
    let name = node.name.text.lines(within: width - x - 20, size: Self.nameSize)
    let remark = node.remark.text.lines(within: width - x - 20, size: Self.size)
    let named = name.count * Self.nameLine + remark.count * Self.line
    let top = y
    let rise = rise ?? max(height(ofRow: index) + 4, 14)
    let middle = top + rise
    placed.append(Placed(node: index, x: x, y: middle, label: label, name: name, remark: remark))
    y = max(middle + 14, node.name.isEmpty ? 0 : middle - 5 + named + 8)
    // What follows what has no name begins in its row.
    for (place, child) in children.enumerated() {
      if place == 0, node.name.isEmpty {
        var row = top
        self.place(child, depth: depth + 1, &row, rise: rise)
        y = max(y, row)
      } else {
        self.place(child, depth: depth + 1, &y)
      }
    }
  }

  // MARK: Draw

  func drawn(_ anchor: @escaping (Reference) -> String?) -> Drawn {
    var canvas = Canvas(anchor)
    var y = isTree ? drawTree(in: &canvas) : drawLists(in: &canvas)
    drawBarred(&y, in: &canvas)
    drawField(&y, in: &canvas)
    return canvas.drawn("map", width: width, height: y)
  }

  private func color(_ node: Figure.Map.Node) -> String {
    node.mover.map { Canvas.color(of: map.actors[$0]) } ?? "a0"
  }

  private func draw(_ node: Figure.Map.Node, x: Int, y: Int, in canvas: inout Canvas) {
    canvas.circle("clear", x: x, y: y, radius: node.isLasting ? 9 : 5)
    if node.isLasting { canvas.circle("s-full", x: x, y: y, radius: 6) }
  }

  private func drawTree(in canvas: inout Canvas) -> Int {
    var at: [Int: (x: Int, y: Int)] = [:]
    for place in placed { at[place.node] = (place.x, place.y) }
    let deepest = placed.map { ($0.x - Self.start) / max(1, columnWidth) }.max() ?? 0
    for step in 1...max(1, deepest) where deepest > 0 {
      canvas.text(["step \(step)"], "head", x: Self.start + step * columnWidth, y: 12)
    }
    for place in placed {
      let node = map.nodes[place.node]
      guard let parent = node.parent, let from = at[parent] else { continue }
      canvas.open("way \(color(node))")
      let end = place.x - (node.isLasting ? 10 : 6)
      if from.y == place.y {
        canvas.path("line", "M\(from.x + 6) \(from.y) H\(end - 6)")
      } else {
        canvas.path(
          "line",
          "M\(from.x) \(from.y + 6) V\(place.y - 10) Q\(from.x) \(place.y) \(from.x + 10) \(place.y) H\(end - 6)"
        )
      }
      canvas.path("tip", "M\(end) \(place.y) l-8 -4 v8 z")
      canvas.close()
    }
    for place in placed {
      let node = map.nodes[place.node]
      if let parent = node.parent, let from = at[parent] {
        var y = place.y - 4 - place.label.reduce(0) { $0 + $1.count * Self.line }
        let x = from.x + 22
        if let mover = node.mover { canvas.tag(map.actors[mover], x: x, y: y - 4) }
        for (index, lines) in place.label.enumerated() {
          canvas.text(lines, "change", x: x, y: y + 11, step: Self.line, pointing: node.changes[index].words)
          y += lines.count * Self.line
        }
      }
      draw(node, x: place.x, y: place.y, in: &canvas)
      canvas.text(
        place.name, "name", x: place.x + 14, y: place.y + 5, step: Self.nameLine, pointing: node.name)
      canvas.text(
        place.remark, "remark", x: place.x + 14, y: place.y + 3 + place.name.count * Self.nameLine,
        step: Self.line)
    }
    return treeHeight + 8
  }

  /// Each way by itself: what it leads to, and its steps below.
  private func drawLists(in canvas: inout Canvas) -> Int {
    var y = 4
    for (index, node) in map.nodes.enumerated() where !node.name.isEmpty {
      let name = node.name.text.lines(within: width - 26, size: Self.nameSize)
      draw(node, x: 10, y: y + 10, in: &canvas)
      canvas.text(name, "name", x: 26, y: y + 15, step: Self.nameLine, pointing: node.name)
      y += name.count * Self.nameLine + 4
      let remark = node.remark.text.lines(within: width - 26, size: Self.size)
      canvas.text(remark, "remark", x: 26, y: y + 11, step: Self.line)
      y += remark.count * Self.line + 3
      for step in map.way(to: index) { drawStep(map.nodes[step], &y, in: &canvas) }
      y += 10
    }
    return y
  }

  private func drawStep(_ node: Figure.Map.Node, _ y: inout Int, in canvas: inout Canvas) {
    var x = 26
    if let mover = node.mover { x += canvas.tag(map.actors[mover], x: x, y: y + 14) + 6 }
    for (index, lines) in label(node, within: width - x - 4).enumerated() {
      canvas.text(lines, "change", x: x, y: y + 13, step: Self.line, pointing: node.changes[index].words)
      y += lines.count * Self.line
    }
    y += 6
  }

  private func drawBarred(_ y: inout Int, in canvas: inout Canvas) {
    for barred in map.barred {
      let name = barred.name.text.lines(within: width - 34, size: Self.nameSize)
      let reason = barred.reason.text.lines(within: width - 34, size: Self.size)
      canvas.path("none", "M0 \(y + 10) h16")
      canvas.path("bar", "M18 \(y + 1) v18")
      canvas.text(name, "name", x: 28, y: y + 15, step: Self.nameLine, pointing: barred.name)
      y += name.count * Self.nameLine + 3
      canvas.text(reason, "remark", x: 28, y: y + 11, step: Self.line)
      y += reason.count * Self.line + 10
    }
  }

  // MARK: Field

  private func drawField(_ y: inout Int, in canvas: inout Canvas) {
    let steps = map.bands.map { $0.counts.count }.max() ?? 0
    if steps == 0 { return }
    let total = map.bands.flatMap { $0.counts }.reduce(0) { $0 + $1.all }
    let isBeside = width > PictureWidth.narrow
    let labelWidth = isBeside ? width / 4 : 0
    let room = (width - labelWidth) / steps
    let (pitch, perLine) = (9, max(1, (room - 10) / 9))
    let most = map.bands.flatMap { $0.counts }.map { $0.all }.max() ?? 0
    // Marks that make a tower are told as numbers.
    let hasMarks = total <= Self.mostMarks && room >= 30 && most <= perLine * (isBeside ? 24 : 10)
    y += 10
    for step in 0..<steps {
      let word = step == 0 ? "now" : isBeside ? "\(step) step\(step == 1 ? "" : "s")" : "\(step)"
      let fits = word.pixels(Self.size) <= room - 2
      canvas.text([fits ? word : "\(step)"], "head", x: labelWidth + step * room + room / 2, y: y + 11)
    }
    y += 20
    canvas.path("rule", "M0 \(y) H\(width)")
    for band in map.bands {
      let lines = band.name.text.lines(within: (isBeside ? labelWidth : width) - 10, size: Self.size)
      canvas.text(lines, "label", x: 0, y: y + 16, step: Self.line, pointing: band.name)
      let text = lines.count * Self.line + 8
      let top = isBeside ? y : y + text
      let most = band.counts.map { $0.all }.max() ?? 0
      let marks = hasMarks ? ((most + perLine - 1) / perLine) * pitch + 10 : 41
      for (step, count) in band.counts.enumerated() where count.all > 0 {
        let left = labelWidth + step * room
        if hasMarks {
          for mark in 0..<count.all {
            let (x, row) = (left + 8 + mark % perLine * pitch, top + 9 + mark / perLine * pitch)
            canvas.circle(mark < count.lasting ? "s-full" : "s-ring", x: x, y: row, radius: 3)
          }
        } else {
          let words = count.lasting > 0 ? ["\(count.lasting)", "of \(count.all)"] : ["\(count.all)"]
          let fits = words.allSatisfy { $0.pixels(Self.size) <= room - 2 }
          canvas.text(
            fits ? words : ["\u{2026}"], "number", x: left + room / 2, y: top + 16, step: Self.line)
        }
      }
      y = isBeside ? y + max(text, marks) : top + marks
      canvas.path("rule", "M0 \(y) H\(width)")
    }
    let entries = [
      Legend.Entry(
        signWidth: 8,
        words: hasMarks
          ? "a situation that could last" : "so many of so many could last, where there is an “of”"
      ) {
        canvas, x, y in canvas.circle("s-full", x: x + 4, y: y, radius: 3)
      },
      Legend.Entry(signWidth: 8, words: "a situation on the way") { canvas, x, y in
        canvas.circle("s-ring", x: x + 4, y: y, radius: 3)
      },
    ]
    y = Legend.draw(hasMarks ? entries : [entries[0]], width: width, y: y + 8, in: &canvas)
  }
}

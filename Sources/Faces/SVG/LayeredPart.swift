/// The layout of nodes that arrows join, from left to right.
struct LayeredPart {
  private(set) var nodes: [GraphLayout.Box] = []
  private(set) var labels: [GraphLayout.Box] = []
  private(set) var routes: [GraphLayout.Route] = []
  private(set) var width = 0
  private(set) var height = 0

  /// What takes a place in a layer.
  struct Slot {
    enum Content {
      /// A node, by its index.
      case node(Int)
      /// The label of an arrow, which runs beneath it.
      case label(Int)
      /// An arrow that passes.
      case bend
    }

    let content: Content
    let layer: Int
    var width = 0
    var height = 0
    /// How far below its upper edge arrows begin, end or pass.
    var line = 0
    /// Where that is.
    var y = 0
    /// The slots of neighbouring layers that arrows lead to.
    var left: [Int] = []
    var right: [Int] = []
  }

  /// An arrow as it runs from left to right.
  private struct Chain {
    let edge: Int
    let isBackward: Bool
    /// The slots from one node to the other.
    var slots: [Int]
  }

  private var slots: [Slot] = []
  private var chains: [Chain] = []
  private var order: [[Int]] = []
  private let graph: GraphTexts

  private static let columnGap = 22

  init(_ graph: GraphTexts, nodes members: [Int]) {
    self.graph = graph
    let isMember = Set(members)
    let edges = graph.edges.indices.filter { isMember.contains(graph.edges[$0].from) }
    let loops = edges.filter { graph.edges[$0].from == graph.edges[$0].to }
    let arrows = edges.filter { graph.edges[$0].from != graph.edges[$0].to }
    let ranking = LayerRanking(members, arrows.map { ($0, graph.edges[$0].from, graph.edges[$0].to) })
    makeSlots(members, ranking, loops)
    makeChains(arrows, ranking)
    order = SlotOrder.best(of: slots, layers: (slots.map { $0.layer }.max() ?? 0) + 1)
    SlotPlaces.place(&slots, order)
    let columns = columns()
    draw(columns, loops)
  }

  // MARK: Slots

  private mutating func makeSlots(_ members: [Int], _ ranking: LayerRanking, _ loops: [Int]) {
    for node in members {
      let own = loops.filter { graph.edges[$0].from == node }.map { LoopShape.Label(graph.edges[$0]) }
      let shape = LoopShape(own)
      let ports = max(ranking.ports[node, default: (0, 0)].left, ranking.ports[node, default: (0, 0)].right)
      let box = max(graph.nodes[node].height, ports * 12 + 12)
      slots.append(
        Slot(
          content: .node(node), layer: 2 * ranking.layers[node, default: 0],
          width: max(graph.nodes[node].width, shape.width), height: shape.height + box,
          line: shape.height + box / 2))
    }
  }

  private mutating func makeChains(_ arrows: [Int], _ ranking: LayerRanking) {
    var places: [Int: Int] = [:]
    for (place, slot) in slots.enumerated() {
      if case .node(let node) = slot.content { places[node] = place }
    }
    for edge in arrows {
      let isBackward = ranking.backward.contains(edge)
      let (from, to) = (graph.edges[edge].from, graph.edges[edge].to)
      guard let start = places[isBackward ? to : from], let end = places[isBackward ? from : to] else {
        continue
      }
      var chain = Chain(edge: edge, isBackward: isBackward, slots: [start])
      let steps = (slots[end].layer - slots[start].layer) / 2
      let middle = slots[start].layer + 1 + 2 * ((steps - 1) / 2)
      for layer in slots[start].layer + 1..<slots[end].layer {
        var slot = Slot(content: .bend, layer: layer, height: 8, line: 4)
        if layer == middle, !graph.edges[edge].lines.isEmpty {
          let height = graph.edges[edge].height + 6
          slot = Slot(
            content: .label(edge), layer: layer, width: graph.edges[edge].width, height: height,
            line: height - 2)
        }
        chain.slots.append(slots.count)
        slots.append(slot)
      }
      chain.slots.append(end)
      for (left, right) in zip(chain.slots, chain.slots.dropFirst()) {
        slots[left].right.append(right)
        slots[right].left.append(left)
      }
      chains.append(chain)
    }
  }

  // MARK: Drawing

  /// Where each layer begins, and how wide it is.
  private func columns() -> [(x: Int, width: Int)] {
    var columns: [(x: Int, width: Int)] = []
    var x = 0
    for (layer, members) in order.enumerated() {
      let width = members.map { slots[$0].width }.max() ?? 0
      // Where many arrows cross between two layers, they get more room.
      let crossing = members.reduce(0) { $0 + slots[$1].right.count }
      columns.append((x, width))
      x += width + (layer + 1 < order.count ? Self.columnGap + min(crossing, 12) * 2 : 0)
    }
    return columns
  }

  private mutating func draw(_ columns: [(x: Int, width: Int)], _ loops: [Int]) {
    width = columns.last.map { $0.x + $0.width } ?? 0
    for slot in slots {
      let (x, columnWidth) = columns[slot.layer]
      let top = slot.y - slot.line
      height = max(height, top + slot.height)
      switch slot.content {
      case .bend: break
      case .label(let edge):
        let shift = (columnWidth - slot.width) / 2
        labels.append(.init(index: edge, x: x + shift, y: top, width: slot.width, height: slot.height - 6))
      case .node(let node):
        let half = slot.height - slot.line
        let box = GraphLayout.Box(
          index: node, x: x, y: slot.y - half, width: columnWidth, height: 2 * half)
        nodes.append(box)
        let own = loops.filter { graph.edges[$0].from == node }
        let shape = LoopShape(own.map { LoopShape.Label(graph.edges[$0]) })
        for (edge, loop) in zip(own, shape.loops) {
          let placed = loop.placed(over: box, edge)
          routes.append(placed.route)
          if let label = placed.label { labels.append(label) }
        }
      }
    }
    drawChains(columns)
  }

  private mutating func drawChains(_ columns: [(x: Int, width: Int)]) {
    let ports = ports()
    for (index, chain) in chains.enumerated() {
      var points: [GraphLayout.Point] = []
      for (place, slot) in chain.slots.enumerated() {
        let (x, width) = columns[slots[slot].layer]
        if place == 0 {
          points.append(.init(x: x + width, y: ports.start[index]))
        } else if place == chain.slots.count - 1 {
          points.append(.init(x: x, y: ports.end[index]))
        } else {
          points += [.init(x: x, y: slots[slot].y), .init(x: x + width, y: slots[slot].y)]
        }
      }
      routes.append(.init(index: chain.edge, points: chain.isBackward ? points.reversed() : points))
    }
  }

  /// Where each arrow leaves its node on the left and meets the one on the right: spread over
  /// the side of the node, in the order of where they come from, so that they do not cross there.
  private func ports() -> (start: [Int], end: [Int]) {
    var starts: [Int: [Int]] = [:]
    var ends: [Int: [Int]] = [:]
    for (index, chain) in chains.enumerated() {
      starts[chain.slots[0], default: []].append(index)
      ends[chain.slots[chain.slots.count - 1], default: []].append(index)
    }
    var start = [Int](repeating: 0, count: chains.count)
    var end = start
    for slot in slots.indices {
      let leaving = starts[slot, default: []].sorted {
        (slots[chains[$0].slots[1]].y, $0) < (slots[chains[$1].slots[1]].y, $1)
      }
      let coming = ends[slot, default: []].sorted {
        let (first, second) = (chains[$0].slots, chains[$1].slots)
        return (slots[first[first.count - 2]].y, $0) < (slots[second[second.count - 2]].y, $1)
      }
      let half = slots[slot].height - slots[slot].line
      for (place, chain) in leaving.enumerated() {
        start[chain] = slots[slot].y - half + 2 * half * (place + 1) / (leaving.count + 1)
      }
      for (place, chain) in coming.enumerated() {
        end[chain] = slots[slot].y - half + 2 * half * (place + 1) / (coming.count + 1)
      }
    }
    return (start, end)
  }
}

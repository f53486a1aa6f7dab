internal import Documents
internal import Notation

/// Nodes in layers from left to right, with the arrows between them; one in any width.
struct GraphPicture: Picture {
  private let texts: GraphTexts
  private let layout: GraphLayout
  let width: Int

  private static let margin = 6

  init(_ graph: Figure.Graph) {
    texts = GraphTexts(graph)
    layout = GraphLayout(texts)
    width = layout.width + 2 * Self.margin
  }

  func drawn(_ anchor: @escaping (Reference) -> String?) -> Drawn {
    var text = ""
    for route in layout.routes { text += arrow(route, texts.edges[route.index]) }
    for box in layout.labels {
      let edge = texts.edges[box.index]
      text += linked(label(box, edge.lines), edge.reference.flatMap(anchor))
    }
    for box in layout.nodes {
      let node = texts.nodes[box.index]
      text += linked(self.node(box, node), node.reference.flatMap(anchor))
    }
    return Drawn(
      kind: "graph", width: width, height: layout.height + 2 * Self.margin, margin: Self.margin, body: text)
  }

  /// A link that can be clicked; those who use keys have the list beside the picture.
  private func linked(_ content: String, _ anchor: String?) -> String {
    guard let anchor else { return content }
    return "<a href=\"#\(anchor)\" tabindex=\"-1\">\n\(content)</a>\n"
  }

  private func node(_ box: GraphLayout.Box, _ node: GraphTexts.Node) -> String {
    var text = "<g class=\"node\(node.isDecisive ? " decisive" : "")\">"
    if !node.hover.isEmpty { text += "<title>\(node.hover.xmlEscaped)</title>" }
    text += rectangle(box.x, box.y, box.width, box.height, radius: 5, "")
    if node.isDecisive {
      text += rectangle(box.x + 3, box.y + 3, box.width - 6, box.height - 6, radius: 3, " class=\"inner\"")
    }
    let height = node.height - 16
    var baseline = box.y + (box.height - height) / 2 + 13
    for (index, line) in node.lines.enumerated() {
      let place = index == 0 ? " class=\"first\"" : ""
      text += "<text\(place) x=\"\(box.x + 12)\" y=\"\(baseline)\">\(line.xmlEscaped)</text>"
      baseline += GraphTexts.textLine
    }
    return text + "</g>\n"
  }

  private func rectangle(
    _ x: Int, _ y: Int, _ width: Int, _ height: Int, radius: Int, _ place: String
  ) -> String {
    "<rect\(place) x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" rx=\"\(radius)\"/>"
  }

  private func label(_ box: GraphLayout.Box, _ lines: [String]) -> String {
    var text = "<g class=\"label\">"
    for (index, line) in lines.enumerated() {
      let baseline = box.y + 12 + index * GraphTexts.textLine
      text += "<text x=\"\(box.x + box.width / 2)\" y=\"\(baseline)\">\(line.xmlEscaped)</text>"
    }
    return text + "</g>\n"
  }

  // MARK: Arrows

  private static let headLength = 8

  private func arrow(_ route: GraphLayout.Route, _ edge: GraphTexts.Edge) -> String {
    let place = edge.isFull ? "edge" : "edge dashed"
    let line = route.isLoop ? loop(route.points) : curve(route.points)
    return "<g class=\"\(place)\"><path d=\"\(line)\"/>\(head(route))</g>\n"
  }

  /// Straight through each layer, curved between two.
  private func curve(_ points: [GraphLayout.Point]) -> String {
    let isForward = points[0].x < points[points.count - 1].x
    var text = "M\(points[0].x) \(points[0].y)"
    for index in stride(from: 1, to: points.count, by: 2) {
      let (from, to) = (points[index - 1], points[index])
      let isLast = index == points.count - 1
      // The line ends where the head begins.
      let x = isLast ? to.x + (isForward ? -Self.headLength : Self.headLength) : to.x
      let middle = (from.x + x) / 2
      text += " C\(middle) \(from.y) \(middle) \(to.y) \(x) \(to.y)"
      if !isLast, points[index + 1].x != to.x { text += " H\(points[index + 1].x)" }
    }
    return text
  }

  private func loop(_ points: [GraphLayout.Point]) -> String {
    let (first, corner, end) = (points[0], points[1], points[3])
    let radius = 8
    return
      "M\(first.x) \(first.y) V\(corner.y + radius) Q\(corner.x) \(corner.y) \(corner.x + radius) \(corner.y)"
      + " H\(end.x - radius) Q\(end.x) \(corner.y) \(end.x) \(corner.y + radius) V\(end.y - Self.headLength)"
  }

  private func head(_ route: GraphLayout.Route) -> String {
    let end = route.points[route.points.count - 1]
    if route.isLoop {
      return "<path class=\"head\" d=\"M\(end.x) \(end.y) l-4 -\(Self.headLength) h8 z\"/>"
    }
    let back = route.points[0].x < end.x ? -Self.headLength : Self.headLength
    return "<path class=\"head\" d=\"M\(end.x) \(end.y) l\(back) -4 v8 z\"/>"
  }
}

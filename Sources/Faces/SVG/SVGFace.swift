package import Documents
internal import Notation

/// A figure as a picture in SVG, complete in itself.
///
///     let picture = SVGFace.picture(graph, title: "How it can go on")
///
/// Nodes stand in layers from left to right; what the picture is about has a double frame, and an
/// arrow that is not full is dashed. Colours follow the reader's light or dark room.
package enum SVGFace {
  /// The figure as a file of its own.
  package static func picture(_ figure: Figure, title: String) -> String {
    switch figure {
    case .graph(let graph): picture(graph, title: title)
    case .marks(let marks):
      MarksPicture(marks, width: MarksPicture.wide).element(title: title, style: sheet) { _ in nil } + "\n"
    case .chain(let chain):
      ChainPicture(chain, width: ChainPicture.wide).element(title: title, style: sheet) { _ in nil } + "\n"
    case .ladder(let ladder):
      LadderPicture(ladder, width: LadderPicture.wide).element(title: title, style: sheet) { _ in nil } + "\n"
    }
  }

  /// A graph as a file of its own.
  package static func picture(_ graph: Figure.Graph, title: String) -> String {
    element(graph, title: title, style: sheet) { _ in nil } + "\n"
  }

  /// The figure as an element of a page that has the colours and rules, with links to what it shows.
  static func element(
    _ figure: Figure, title: String, _ anchor: @escaping (Reference) -> String?
  ) -> String {
    switch figure {
    case .graph(let graph): element(graph, title: title, style: "", anchor)
    case .marks(let marks): element(marks, title: title, anchor)
    case .chain(let chain): element(chain, title: title, anchor)
    case .ladder(let ladder): element(ladder, title: title, anchor)
    }
  }

  /// Nobody can tell here how wide the page will be: where it matters there are two pictures, of
  /// which the page's style shows one.
  private static func element(
    _ marks: Figure.Marks, title: String, _ anchor: @escaping (Reference) -> String?
  ) -> String {
    let wide = MarksPicture(marks, width: MarksPicture.wide)
    if wide.width <= MarksPicture.narrow { return wide.element(title: title, anchor) }
    let narrow = MarksPicture(marks, width: MarksPicture.narrow)
    return wide.element(title: title, place: " wide", anchor) + "\n"
      + narrow.element(title: title, place: " narrow", anchor)
  }

  /// A chain in up to three widths: what needs more than a row on a page has another picture for
  /// large screens.
  private static func element(
    _ chain: Figure.Chain, title: String, _ anchor: @escaping (Reference) -> String?
  ) -> String {
    let wide = ChainPicture(chain, width: ChainPicture.wide)
    let narrow = ChainPicture(chain, width: ChainPicture.narrow)
    let broad =
      wide.isOneRow
      ? ""
      : ChainPicture(chain, width: ChainPicture.broad).element(title: title, place: " broad", anchor) + "\n"
    return broad + wide.element(title: title, place: " wide", anchor) + "\n"
      + narrow.element(title: title, place: " narrow", anchor)
  }

  private static func element(
    _ ladder: Figure.Ladder, title: String, _ anchor: @escaping (Reference) -> String?
  ) -> String {
    let wide = LadderPicture(ladder, width: LadderPicture.wide)
    if wide.width <= LadderPicture.narrow { return wide.element(title: title, anchor) }
    let narrow = LadderPicture(ladder, width: LadderPicture.narrow)
    return wide.element(title: title, place: " wide", anchor) + "\n"
      + narrow.element(title: title, place: " narrow", anchor)
  }

  private static func element(
    _ graph: Figure.Graph, title: String, style: String, _ anchor: (Reference) -> String?
  ) -> String {
    let texts = GraphTexts(graph)
    let layout = GraphLayout(texts)
    let margin = 6
    let (width, height) = (layout.width + 2 * margin, layout.height + 2 * margin)
    var text =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"graph\" role=\"img\" width=\"\(width)\" height=\"\(height)\""
      + " viewBox=\"\(-margin) \(-margin) \(width) \(height)\" aria-label=\"\(title.printable.xmlEscaped)\">\n"
      + style
    for route in layout.routes { text += arrow(route, texts.edges[route.index]) }
    for box in layout.labels {
      let edge = texts.edges[box.index]
      text += linked(label(box, edge.lines), edge.reference.flatMap(anchor))
    }
    for box in layout.nodes {
      let node = texts.nodes[box.index]
      text += linked(self.node(box, node), node.reference.flatMap(anchor))
    }
    return text + "</svg>"
  }

  /// A link that can be clicked; those who use keys have the list beside the picture.
  private static func linked(_ content: String, _ anchor: String?) -> String {
    guard let anchor else { return content }
    return "<a href=\"#\(anchor)\" tabindex=\"-1\">\n\(content)</a>\n"
  }

  private static func node(_ box: GraphLayout.Box, _ node: GraphTexts.Node) -> String {
    var text = "<g class=\"node\(node.isDecisive ? " decisive" : "")\">"
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

  private static func rectangle(
    _ x: Int, _ y: Int, _ width: Int, _ height: Int, radius: Int, _ place: String
  ) -> String {
    "<rect\(place) x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" rx=\"\(radius)\"/>"
  }

  private static func label(_ box: GraphLayout.Box, _ lines: [String]) -> String {
    var text = "<g class=\"label\">"
    for (index, line) in lines.enumerated() {
      let baseline = box.y + 12 + index * GraphTexts.textLine
      text += "<text x=\"\(box.x + box.width / 2)\" y=\"\(baseline)\">\(line.xmlEscaped)</text>"
    }
    return text + "</g>\n"
  }

  // MARK: Arrows

  private static let headLength = 8

  private static func arrow(_ route: GraphLayout.Route, _ edge: GraphTexts.Edge) -> String {
    let place = edge.isFull ? "edge" : "edge dashed"
    let line = route.isLoop ? loop(route.points) : curve(route.points)
    return "<g class=\"\(place)\"><path d=\"\(line)\"/>\(head(route))</g>\n"
  }

  /// Straight through each layer, curved between two.
  private static func curve(_ points: [GraphLayout.Point]) -> String {
    let isForward = points[0].x < points[points.count - 1].x
    var text = "M\(points[0].x) \(points[0].y)"
    for index in stride(from: 1, to: points.count, by: 2) {
      let (from, to) = (points[index - 1], points[index])
      let isLast = index == points.count - 1
      // The line ends where the head begins.
      let x = isLast ? to.x + (isForward ? -headLength : headLength) : to.x
      let middle = (from.x + x) / 2
      text += " C\(middle) \(from.y) \(middle) \(to.y) \(x) \(to.y)"
      if !isLast, points[index + 1].x != to.x { text += " H\(points[index + 1].x)" }
    }
    return text
  }

  private static func loop(_ points: [GraphLayout.Point]) -> String {
    let (first, corner, end) = (points[0], points[1], points[3])
    let radius = 8
    return
      "M\(first.x) \(first.y) V\(corner.y + radius) Q\(corner.x) \(corner.y) \(corner.x + radius) \(corner.y)"
      + " H\(end.x - radius) Q\(end.x) \(corner.y) \(end.x) \(corner.y + radius) V\(end.y - headLength)"
  }

  private static func head(_ route: GraphLayout.Route) -> String {
    let end = route.points[route.points.count - 1]
    if route.isLoop {
      return "<path class=\"head\" d=\"M\(end.x) \(end.y) l-4 -\(headLength) h8 z\"/>"
    }
    let back = route.points[0].x < end.x ? -headLength : headLength
    return "<path class=\"head\" d=\"M\(end.x) \(end.y) l\(back) -4 v8 z\"/>"
  }
}

internal import Documents
internal import Notation

/// Where the nodes, arrows and labels of a graph stand, in pixels.
///
/// Layers go from left to right: nodes in the even ones, labels of arrows in the odd ones,
/// so that no text lies on another; an arrow that skips a layer has a place of its own in
/// it. Arrows that close a cycle run back. (K. Sugiyama, S. Tagawa and M. Toda, Methods for
/// visual understanding of hierarchical system structures, IEEE Transactions on Systems, Man and
/// Cybernetics 11 (1981) 109–125, doi:10.1109/TSMC.1981.4308636.) Parts that no arrow joins
/// are laid out for themselves and set in rows.
struct GraphLayout {
  struct Point: Equatable {
    var x: Int, y: Int
  }

  /// A node, or the label of an arrow.
  struct Box: Equatable {
    /// The index of the node or arrow.
    var index: Int
    var x: Int, y: Int, width: Int, height: Int
  }

  /// The way of an arrow: pairs of points between which it runs straight, joined by curves.
  struct Route: Equatable {
    /// The index of the arrow.
    var index: Int
    var points: [Point]
    /// Whether it goes from a node to itself.
    var isLoop = false
  }

  private(set) var nodes: [Box] = []
  private(set) var labels: [Box] = []
  private(set) var routes: [Route] = []
  private(set) var width = 0
  private(set) var height = 0

  /// The width to which rows of unconnected parts are filled.
  static let rowWidth = 1100
  private static let gap = 32

  init(_ graph: GraphTexts) {
    var rowHeight = 0
    var (x, y) = (0, 0)
    for component in Self.components(graph) {
      let part = LayeredPart(graph, nodes: component)
      if x > 0, x + part.width > Self.rowWidth {
        (x, y) = (0, y + rowHeight + Self.gap)
        rowHeight = 0
      }
      add(part, x, y)
      width = max(width, x + part.width)
      rowHeight = max(rowHeight, part.height)
      height = max(height, y + part.height)
      x += part.width + Self.gap
    }
  }

  private mutating func add(_ part: LayeredPart, _ x: Int, _ y: Int) {
    func moved(_ box: Box) -> Box {
      Box(index: box.index, x: box.x + x, y: box.y + y, width: box.width, height: box.height)
    }
    nodes += part.nodes.map(moved)
    labels += part.labels.map(moved)
    for var route in part.routes {
      route.points = route.points.map { Point(x: $0.x + x, y: $0.y + y) }
      routes.append(route)
    }
  }

  /// The nodes that arrows join, each part in their order.
  private static func components(_ graph: GraphTexts) -> [[Int]] {
    var parents = Array(graph.nodes.indices)
    func root(_ node: Int) -> Int {
      var node = node
      while parents[node] != node { node = parents[node] }
      return node
    }
    for edge in graph.edges {
      let (first, second) = (root(edge.from), root(edge.to))
      // The lower one stays, so that parts come in the order of their first nodes.
      parents[max(first, second)] = min(first, second)
    }
    var parts: [Int: [Int]] = [:]
    for node in graph.nodes.indices { parts[root(node), default: []].append(node) }
    return graph.nodes.indices.compactMap { parts[$0] }
  }
}

/// A graph with its texts broken into lines and measured.
struct GraphTexts {
  struct Node {
    var lines: [String]
    var width: Int, height: Int
    /// What the node is a picture of.
    var reference: Reference?
    /// What is seen of it on looking closer.
    var hover: String
    var isDecisive: Bool
  }

  struct Edge {
    var from: Int, to: Int
    var lines: [String]
    var width: Int, height: Int
    var reference: Reference?
    var isFull: Bool
  }

  private(set) var nodes: [Node] = []
  private(set) var edges: [Edge] = []

  static let titleSize = 14
  static let textSize = 12
  static let titleLine = 18
  static let textLine = 16

  /// Measures the graph. What an arrow names and no node is, becomes a node, too.
  init(_ graph: Figure.Graph) {
    var places: [String: Int] = [:]
    for node in graph.nodes where places[node.id] == nil {
      places[node.id] = nodes.count
      nodes.append(Self.node(node))
    }
    for edge in graph.edges {
      for id in [edge.from, edge.to] where places[id] == nil {
        places[id] = nodes.count
        nodes.append(Self.node(.init(id: id, label: [Sentence(id)])))
      }
      guard let from = places[edge.from], let to = places[edge.to] else { continue }
      edges.append(Self.edge(edge, from, to))
    }
  }

  private static func node(_ node: Figure.Graph.Node) -> Node {
    var lines: [String] = []
    for sentence in node.label { lines += broken(sentence, 26) }
    var width = 0
    for (index, line) in lines.enumerated() {
      let pixels = line.pixels(index == 0 ? titleSize : textSize)
      // The first line of what the picture is about is bold.
      width = max(width, index == 0 && node.isDecisive ? pixels * 9 / 8 : pixels)
    }
    let height = lines.isEmpty ? titleLine : titleLine + (lines.count - 1) * textLine
    return Node(
      lines: lines, width: max(width, 24) + 24, height: height + 16,
      reference: reference(in: node.label), hover: node.hover.printable, isDecisive: node.isDecisive)
  }

  private static func edge(_ edge: Figure.Graph.Edge, _ from: Int, _ to: Int) -> Edge {
    let lines = edge.label.isEmpty ? [] : broken(edge.label, 22)
    var width = 0
    for line in lines { width = max(width, line.pixels(textSize)) }
    return Edge(
      from: from, to: to, lines: lines, width: lines.isEmpty ? 0 : width + 8, height: lines.count * textLine,
      reference: reference(in: [edge.label]), isFull: edge.isFull)
  }

  private static func broken(_ sentence: Sentence, _ columns: Int) -> [String] {
    sentence.wrapped(Style(), width: columns)
  }

  private static func reference(in sentences: [Sentence]) -> Reference? {
    for sentence in sentences {
      for phrase in sentence.phrases {
        if let reference = phrase.reference { return reference }
      }
    }
    return nil
  }
}

extension String {
  /// About how wide the text is, rather more than less, since nobody knows which font there is.
  func pixels(_ size: Int) -> Int {
    var hundredths = 0
    for character in self {
      let columns = String(character).displayWidth
      switch character {
      case "i", "j", "l", "I", ".", ",", ":", ";", "'", "|", "!": hundredths += 34
      case "f", "r", "t", " ", "(", ")", "-", "/": hundredths += 42
      case "m", "w", "M", "W", "\u{2192}", "%": hundredths += 104
      case "A"..."Z": hundredths += 88
      default: hundredths += columns == 1 ? 62 : columns * 52
      }
    }
    return (hundredths * size + 99) / 100
  }
}

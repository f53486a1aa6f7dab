import Documents
import EffectiveCounts
import TestSupport
import Testing

@testable import Faces

@Suite("The layout of graphs") struct GraphLayoutTests {
  /// A graph with cycles, loops, arrows side by side, several parts and labels of all lengths.
  private static func graph(seed: UInt64) -> Figure.Graph {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 0...(seed % 5 == 0 ? 60 : 12), using: &random)
    let words = ["", "a", "Russia", "Consent to Poland passing them on", "\u{C11C}\u{C6B8}", "i"]
    func label() -> Sentence { Sentence(words[Int.random(in: 0..<words.count, using: &random)]) }
    var nodes: [Figure.Graph.Node] = []
    for id in 0..<count {
      let lines = (0..<Int.random(in: 0...3, using: &random)).map { _ in label() }
      nodes.append(.init(id: String(id), label: lines, isDecisive: id == 0))
    }
    var edges: [Figure.Graph.Edge] = []
    if count > 0 {
      for _ in 0..<Int.random(in: 0...(2 * count), using: &random) {
        let ends = (Int.random(in: 0..<count, using: &random), Int.random(in: 0..<count, using: &random))
        edges.append(
          .init(from: String(ends.0), to: String(ends.1), label: label(), isFull: Bool.random(using: &random))
        )
      }
    }
    return Figure.Graph(nodes: nodes, edges: edges)
  }

  private static func overlap(_ first: GraphLayout.Box, _ second: GraphLayout.Box) -> Bool {
    first.x < second.x + second.width && second.x < first.x + first.width
      && first.y < second.y + second.height && second.y < first.y + first.height
  }

  @Test("capitals and bold words are given the room that a wide font takes") func room() {
    let capitals = String(repeating: "N", count: 20)
    let texts = GraphTexts(
      Figure.Graph(
        nodes: [
          .init(id: "a", label: [Sentence(capitals)]),
          .init(id: "b", label: [Sentence(capitals)], isDecisive: true),
        ],
        edges: []))
    // In DejaVu Serif an N is 0.875 of the size wide, a bold one 0.915.
    #expect(texts.nodes[0].width - 24 >= 20 * 14 * 875 / 1000)
    #expect(texts.nodes[1].width - 24 >= 20 * 14 * 915 / 1000)
  }

  @Test(
    "no text lies on another, and no straight stretch on a text", .effective(45),
    arguments: TestScale.seeds(100))
  func overlaps(seed: UInt64) throws {
    let graph = Self.graph(seed: seed)
    let texts = GraphTexts(graph)
    let layout = GraphLayout(texts)
    #expect(layout.nodes.count == graph.nodes.count)
    #expect(layout.routes.map { $0.index }.sorted() == Array(graph.edges.indices))
    #expect(
      layout.labels.map { $0.index }.sorted() == graph.edges.indices.filter { !graph.edges[$0].label.isEmpty }
    )
    let boxes = layout.nodes + layout.labels
    for (index, box) in boxes.enumerated() {
      #expect(box.x >= 0 && box.x + box.width <= layout.width)
      #expect(box.y >= 0 && box.y + box.height <= layout.height)
      for other in boxes[(index + 1)...] { #expect(!Self.overlap(box, other)) }
    }
    for route in layout.routes where !route.isLoop {
      for index in stride(from: 1, to: route.points.count - 1, by: 2) {
        let (start, end) = (route.points[index], route.points[index + 1])
        #expect(start.y == end.y)
        let line = GraphLayout.Box(
          index: 0, x: min(start.x, end.x), y: start.y, width: abs(end.x - start.x), height: 1)
        for box in boxes { #expect(!Self.overlap(line, box)) }
      }
    }
    effective(when: layout.labels.count > 1 && layout.routes.contains { $0.points.count > 4 })
  }

  @Test(
    "an arrow begins at its node's side and ends at the other's", .effective(75),
    arguments: TestScale.seeds(100))
  func ends(seed: UInt64) throws {
    let texts = GraphTexts(Self.graph(seed: seed))
    let layout = GraphLayout(texts)
    var boxes: [Int: GraphLayout.Box] = [:]
    for box in layout.nodes { boxes[box.index] = box }
    for route in layout.routes {
      let edge = texts.edges[route.index]
      for (node, point) in [(edge.from, route.points[0]), (edge.to, route.points[route.points.count - 1])] {
        let box = try #require(boxes[node])
        if route.isLoop {
          #expect(point.y == box.y && point.x > box.x && point.x < box.x + box.width)
        } else {
          #expect(point.x == box.x || point.x == box.x + box.width)
          #expect(point.y > box.y && point.y < box.y + box.height)
        }
      }
    }
    effective(when: layout.routes.count > 2)
  }

  @Test("arrows lead to the right, but for one in each cycle") func direction() {
    let chain = Figure.Graph(
      nodes: ["a", "b", "c"].map { .init(id: $0, label: [Sentence($0)]) },
      edges: [("c", "b"), ("b", "a"), ("a", "c"), ("c", "a")].map { .init(from: $0.0, to: $0.1, label: "") })
    let layout = GraphLayout(GraphTexts(chain))
    let back = layout.routes.filter { $0.points[0].x > $0.points[$0.points.count - 1].x }
    #expect(back.count == 1 || back.count == 2)
    let straight = Figure.Graph(nodes: chain.nodes, edges: Array(chain.edges[..<2]))
    #expect(GraphLayout(GraphTexts(straight)).routes.allSatisfy { $0.points[0].x < $0.points[1].x })
  }

  @Test("crossings are counted, and those that need not be are gone") func crossings() {
    // Two pairs whose arrows would cross in the order of the nodes.
    let graph = Figure.Graph(
      nodes: ["r", "a", "b", "c", "d"].map { .init(id: $0, label: [Sentence($0)]) },
      edges: [("r", "a"), ("r", "b"), ("a", "d"), ("b", "c")].map { .init(from: $0.0, to: $0.1, label: "") })
    let layout = GraphLayout(GraphTexts(graph))
    let y = [1, 2, 4, 3].map { index in layout.nodes.first { $0.index == index }?.y ?? 0 }
    #expect((y[0] < y[1]) == (y[2] < y[3]))
  }

  @Test("parts that nothing joins fill rows of limited width") func rows() {
    let graph = Figure.Graph(
      nodes: (0..<60).map { .init(id: String($0), label: [Sentence("state \($0)")]) }, edges: [])
    let layout = GraphLayout(GraphTexts(graph))
    #expect(layout.width <= GraphLayout.rowWidth && layout.width > GraphLayout.rowWidth / 2)
    #expect(Set(layout.nodes.map { $0.y }).count < 10)
  }

  @Test("what only an arrow names is drawn, too") func unknown() {
    let graph = Figure.Graph(nodes: [], edges: [.init(from: "a", to: "b", label: "")])
    #expect(GraphTexts(graph).nodes.map { $0.lines } == [["a"], ["b"]])
  }
}

internal import CaseFile
internal import ConflictModel
package import Documents
internal import Notation
internal import Questions
internal import Stability

extension PathsReport {
  /// The most states that a diagram shows: as many as anybody could follow.
  static let diagramStates = 120

  /// With a target, the ways there, the shortest first; else the evolution diagram: the states reached, and
  /// every move that is the last of a shortest way.
  ///
  /// It is about the start, and looks for states that last under the concept; the kind of an arrow is
  /// its mover. With more than ``diagramStates`` it keeps to the ways to equilibria, then to
  /// the states reached first.
  package var diagram: (figure: Figure, caption: Sentence)? {
    if !solution.isListed { return nil }
    var graph = Figure.Graph(nodes: [], edges: [])
    for (index, section) in sections.enumerated() {
      let prefix = "p\(index + 1)_"
      if let ways = section.ways {
        add(ways, from: section.reach.start, prefix: prefix, to: &graph)
      } else {
        add(section, prefix: prefix, to: &graph)
      }
    }
    return (.graph(graph), Sentence(subject.document.title ?? "Paths"))
  }

  private func add(_ ways: Ways, from start: Int, prefix: String, to graph: inout Figure.Graph) {
    let (part, shown) = self.graph(of: ways.paths, from: start, atMost: Self.diagramStates)
    if shown < ways.paths.count {
      graph.omissions.append("\(shown) of the \(ways.paths.count) ways are shown.")
    }
    for var node in part.nodes {
      node.id = prefix + node.id
      graph.nodes.append(node)
    }
    for var edge in part.edges {
      (edge.from, edge.to) = (prefix + edge.from, prefix + edge.to)
      graph.edges.append(edge)
    }
  }

  private func add(_ section: Section, prefix: String, to graph: inout Figure.Graph) {
    let reach = section.reach
    let edges = edges(section, atMost: Self.diagramStates)
    let reached = reach.positions.filter { $0 != reach.start }.count
    if edges.nodes.count - 1 < reached {
      let start = Prose.quoted(names.short(state(reach.start)))
      let which = sections.count == 1 ? "" : " from state \(start)"
      graph.omissions.append(
        "\(edges.nodes.count - 1) of the \(reached) states reached\(which) are shown.")
    }
    let isTwice = edges.list.contains { edge in
      edges.list.contains { $0.from == edge.to && $0.mover == edge.mover }
    }
    if isTwice {
      graph.omissions.append("Arrows of several ways meet; along one nobody moves twice running.")
    }
    for position in edges.nodes {
      var node = node(position, from: reach.start)
      node.id = "\(prefix)\(position + 1)"
      graph.nodes.append(node)
    }
    graph.edges += edges.list.map { edge in
      Figure.Graph.Edge(
        from: "\(prefix)\(edge.from + 1)", to: "\(prefix)\(edge.to + 1)", label: names.actor(edge.mover),
        kind: edge.mover)
    }
  }

  /// The last move of a shortest way.
  struct Edge: Hashable {
    let from: Int
    let to: Int
    let mover: Int
  }

  /// The states to show, by distance, and the moves of shortest ways among them.
  func edges(_ section: Section, atMost count: Int) -> (nodes: [Int], list: [Edge]) {
    let reach = section.reach
    var nodes = [reach.start] + reach.positions.filter { $0 != reach.start }
    nodes.sort { (reach.distance(to: $0) ?? 0, $0) < (reach.distance(to: $1) ?? 0, $1) }
    if nodes.count > count {
      var kept: Set<Int> = [reach.start]
      for (position, _) in reached(section) {
        for step in reach.path(to: position) ?? [] {
          if let place = solution.states.position(of: step.state) { kept.insert(place) }
        }
        if kept.count >= count { break }
      }
      for position in nodes where kept.count < count { kept.insert(position) }
      nodes = Array(nodes.filter(kept.contains).prefix(count))
    }
    let shown = Set(nodes)
    var list: [Edge] = []
    var drawn: Set<Edge> = []
    func draw(_ edge: Edge) {
      if drawn.insert(edge).inserted { list.append(edge) }
    }
    for from in nodes {
      for mover in conflict.actors.indices {
        let targets =
          options.kind == .moves
          ? solution.moves(of: mover, from: from) : solution.improvements(of: mover, from: from)
        for target in targets where shown.contains(target) && target != reach.start {
          if leads(from, mover, target, reach) { draw(Edge(from: from, to: target, mover: mover)) }
        }
      }
    }
    // A way may come to a situation later than the first does, where that one's last mover could not go on.
    for node in nodes where node != reach.start {
      var from = reach.start
      for step in reach.path(to: node) ?? [] {
        guard let target = solution.states.position(of: step.state) else { break }
        if shown.contains(from), shown.contains(target) {
          draw(Edge(from: from, to: target, mover: step.actor))
        }
        from = target
      }
    }
    return (nodes, list)
  }

  /// Whether the move is the last of a shortest way to its end.
  private func leads(_ from: Int, _ mover: Int, _ target: Int, _ reach: Reach) -> Bool {
    guard let step = reach.distance(to: target), reach.step(of: mover, at: target) == step else {
      return false
    }
    if from == reach.start { return step == 1 }
    return conflict.actors.indices.contains { $0 != mover && reach.step(of: $0, at: from) == step - 1 }
  }
}

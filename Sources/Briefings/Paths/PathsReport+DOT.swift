internal import Questions
internal import CaseFile
internal import ConflictModel
import Notation
internal import Stability

extension PathsReport {
  /// The most states that a diagram shows.
  static let diagramStates = 300

  /// The evolution diagram for Graphviz: the states reached, and every move that
  /// is the last of a shortest way, in its mover's colour.
  ///
  /// The start has a double frame; states that last under the concept are filled.
  /// With more than 300 states it keeps to the ways to equilibria, then to
  /// the states reached first.
  package func dot() -> String {
    var lines = [
      "digraph paths {",
      "  graph [rankdir=LR, label=\((subject.document.title ?? "Paths").dotQuoted), labelloc=t];",
      "  node [shape=box, style=\"rounded\", fontname=\"sans-serif\"];",
      "  edge [fontname=\"sans-serif\", arrowsize=0.7];",
    ]
    for (index, section) in sections.enumerated() { lines += diagram(section, prefix: "p\(index + 1)_") }
    return lines.joined(separator: "\n") + "\n}\n"
  }

  private func diagram(_ section: Section, prefix: String) -> [String] {
    let reach = section.reach
    let edges = edges(section, atMost: Self.diagramStates)
    var lines: [String] = []
    let reached = reach.positions.filter { $0 != reach.start }.count
    if edges.nodes.count - 1 < reached {
      lines.append("  // \(edges.nodes.count - 1) of the \(reached) states reached are shown.")
    }
    for position in edges.nodes {
      let state = state(position)
      var label = [names.short(state)] + (names.isGraph ? [] : [names.pattern(state)])
      if let name = names.graphState(state)?.name { label.append(name) }
      label += subject.outcomes(of: state).map { subject.outcomes[$0].name }
      var attributes = "label=\(label.joined(separator: "\n").dotQuoted)"
      if isEquilibrium(position) { attributes += ", style=\"rounded,filled\", fillcolor=\"#FFE9A8\"" }
      if position == reach.start { attributes += ", peripheries=2" }
      lines.append("  \(prefix)\(position + 1) [\(attributes)];")
    }
    for edge in edges.list {
      let name = conflict.actors[edge.mover].name.dotQuoted
      lines.append(
        "  \(prefix)\(edge.from + 1) -> \(prefix)\(edge.to + 1) [color=\"\(Palette.color(edge.mover))\", label=\(name)];"
      )
    }
    return lines
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
    for from in nodes {
      for mover in conflict.actors.indices {
        let targets =
          options.kind == .moves
          ? solution.moves(of: mover, from: from) : solution.improvements(of: mover, from: from)
        for target in targets where shown.contains(target) && target != reach.start {
          if leads(from, mover, target, reach) { list.append(Edge(from: from, to: target, mover: mover)) }
        }
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

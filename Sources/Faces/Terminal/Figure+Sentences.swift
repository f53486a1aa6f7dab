internal import Documents

extension Figure {
  /// The picture in words, where nothing can be drawn.
  var sentences: [Sentence] {
    switch self {
    case .graph(let graph):
      var names: [String: Sentence] = [:]
      for node in graph.nodes where names[node.id] == nil {
        names[node.id] = node.label.first ?? Sentence(node.id)
      }
      var joined: Set<String> = []
      for edge in graph.edges { joined.formUnion([edge.from, edge.to]) }
      let arrows: [Sentence] = graph.edges.map { edge in
        let from = names[edge.from] ?? Sentence(edge.from)
        let to = names[edge.to] ?? Sentence(edge.to)
        let label: Sentence = edge.label.isEmpty ? "" : ": \(edge.label)"
        return "\(from) \u{2192} \(to)\(label)"
      }
      // What no arrow touches would be lost.
      return arrows + graph.nodes.filter { !joined.contains($0.id) }.map { names[$0.id] ?? "" }
    }
  }
}

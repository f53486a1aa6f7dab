/// In which layer each node stands: behind all whose arrows lead to it, but for those that
/// run back because they close a cycle.
struct LayerRanking {
  private(set) var layers: [Int: Int] = [:]
  /// The arrows that run back.
  private(set) var backward: Set<Int> = []
  /// How many arrows each node has on its two sides.
  private(set) var ports: [Int: (left: Int, right: Int)] = [:]

  init(_ nodes: [Int], _ edges: [(index: Int, from: Int, to: Int)]) {
    var outgoing: [Int: [(index: Int, to: Int)]] = [:]
    var incoming: Set<Int> = []
    for edge in edges {
      outgoing[edge.from, default: []].append((edge.index, edge.to))
      incoming.insert(edge.to)
    }
    // Nodes to which nothing leads come first, so that fewer arrows run back.
    let starts = nodes.filter { !incoming.contains($0) } + nodes.filter { incoming.contains($0) }
    let finished = Self.search(from: starts, outgoing, &backward)
    for node in finished.reversed() {
      let own = layers[node, default: 0]
      layers[node] = own
      for edge in outgoing[node, default: []] where !backward.contains(edge.index) {
        layers[edge.to] = max(layers[edge.to, default: 0], own + 1)
      }
    }
    // A cycle's arrow leads from right to left, and its end counts on from its start then.
    tighten(finished, edges)
    for edge in edges {
      let (left, right) = backward.contains(edge.index) ? (edge.to, edge.from) : (edge.from, edge.to)
      ports[left, default: (0, 0)].right += 1
      ports[right, default: (0, 0)].left += 1
    }
  }

  /// Moves nodes to which nothing leads next to what they lead to.
  private mutating func tighten(_ finished: [Int], _ edges: [(index: Int, from: Int, to: Int)]) {
    var nearest: [Int: Int] = [:]
    var hasLeft: Set<Int> = []
    for edge in edges {
      let (left, right) = backward.contains(edge.index) ? (edge.to, edge.from) : (edge.from, edge.to)
      hasLeft.insert(right)
      nearest[left] = min(nearest[left, default: .max], layers[right, default: 0])
    }
    for node in finished where !hasLeft.contains(node) {
      if let layer = nearest[node] { layers[node] = layer - 1 }
    }
  }

  /// Goes through the graph in depth; the answer is its nodes in the order in which they are done with.
  private static func search(
    from starts: [Int], _ outgoing: [Int: [(index: Int, to: Int)]], _ backward: inout Set<Int>
  ) -> [Int] {
    var isOpen: Set<Int> = []
    var seen: Set<Int> = []
    var finished: [Int] = []
    for start in starts where seen.insert(start).inserted {
      isOpen.insert(start)
      var stack = [(node: start, next: 0)]
      while let top = stack.last {
        let edges = outgoing[top.node, default: []]
        if top.next == edges.count {
          isOpen.remove(top.node)
          finished.append(top.node)
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let edge = edges[top.next]
        if isOpen.contains(edge.to) {
          backward.insert(edge.index)
        } else if seen.insert(edge.to).inserted {
          isOpen.insert(edge.to)
          stack.append((edge.to, 0))
        }
      }
    }
    return finished
  }
}

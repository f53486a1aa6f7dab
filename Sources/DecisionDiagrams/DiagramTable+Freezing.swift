// Sets in and out of tables.
extension DiagramTable {
  /// A set to take away, as codes over the first so many variables, which are all on which it depends.
  ///
  /// - Returns: Nil where there are more members than can be counted in a word.
  package func frozen(_ set: Diagram, over variableCount: Int) -> FrozenDiagram? {
    // The levels among the variables that count.
    var (order, ranks): ([Int], [UInt32]) = ([], [])
    for variable in self.order {
      ranks.append(UInt32(order.count))
      if variable < variableCount { order.append(variable) }
    }
    var made = [FrozenDiagram.Node(level: Self.bottom, low: 0, high: 0)]
    var places: [UInt32: UInt32] = [0: 0]
    func copy(_ place: UInt32) -> UInt32 {
      if let known = places[place] { return known }
      let node = nodes[Int(place)]
      precondition(
        self.order[Int(node.level)] < variableCount, "a set is frozen over all variables on which it depends")
      let (low, high) = (copy(node.low >> 1) << 1 | node.low & 1, copy(node.high >> 1) << 1 | node.high & 1)
      made.append(FrozenDiagram.Node(level: ranks[Int(node.level)], low: low, high: high))
      let new = UInt32(made.count - 1)
      places[place] = new
      return new
    }
    let arrow = copy(set.arrow >> 1) << 1 | set.arrow & 1
    return FrozenDiagram(order: order, nodes: made, arrow: arrow)
  }

  /// A frozen set in this table, whatever the order of its variables here.
  package mutating func thawed(_ set: FrozenDiagram) throws(DiagramHalt) -> Diagram {
    let variables = set.order.map { levels[$0] }
    let isInOrder = zip(variables, variables.dropFirst()).allSatisfy { $0 < $1 }
    var arrows = [UInt32](repeating: Arrow.everything, count: set.nodes.count)
    for place in set.nodes.indices.dropFirst() {
      let node = set.nodes[place]
      let low = arrows[Int(node.low >> 1)] ^ node.low & 1
      let high = arrows[Int(node.high >> 1)] ^ node.high & 1
      let level = variables[Int(node.level)]
      if isInOrder {
        try step()
        arrows[place] = try self.node(level, low, high)
      } else {
        arrows[place] = try choice(self.node(level, Arrow.nothing, Arrow.everything), high, low)
      }
    }
    return Diagram(arrow: arrows[Int(set.arrow >> 1)] ^ set.arrow & 1)
  }
}

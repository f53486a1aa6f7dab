// Freeing what nobody holds.
extension DiagramTable {
  /// Frees all nodes that the given diagrams, and the substitutions, do not lead to. Diagrams that are not
  /// given are of no use afterwards.
  ///
  /// - Complexity: O(nodes)
  package mutating func collect(keeping kept: [Diagram]) {
    let isHeld = reachable(from: kept.map { $0.arrow } + substitutions.flatMap { $0 })
    buckets.update(repeating: 0, count: room)
    results.update(repeating: CachedResult(), count: room)
    (firstFree, freeCount) = (0, 0)
    // From the end, so that the first places are taken again first.
    for place in stride(from: taken - 1, to: 0, by: -1) {
      let node = nodes[place]
      if isHeld.contains(place) {
        insert(node, at: UInt32(place), Self.hash(node.level, node.low, node.high))
      } else {
        nodes[place] = Node(level: Self.bottom, low: 0, high: 0, next: firstFree)
        firstFree = UInt32(place)
        freeCount += 1
      }
    }
  }

  /// How many nodes some diagrams have together, the constant not counted.
  package func nodeCount(of diagrams: [Diagram]) -> Int {
    reachable(from: diagrams.map { $0.arrow }).count
  }

  /// The variables on which a set depends, in rising order.
  package func support(of set: Diagram) -> [Int] {
    var isMet = [Bool](repeating: false, count: variableCount)
    let met = reachable(from: [set.arrow])
    for place in 1..<max(taken, 1) where met.contains(place) { isMet[order[Int(nodes[place].level)]] = true }
    return isMet.indices.filter { isMet[$0] }
  }

  /// The nodes that some arrows lead to, without the constant.
  func reachable(from arrows: [UInt32]) -> Marks {
    var marks = Marks(taken)
    var open: [UInt32] = []
    for arrow in arrows where arrow >> 1 != 0 && marks.insert(Int(arrow >> 1)) { open.append(arrow >> 1) }
    while let place = open.popLast() {
      let node = nodes[Int(place)]
      for arrow in [node.low, node.high] where arrow >> 1 != 0 && marks.insert(Int(arrow >> 1)) {
        open.append(arrow >> 1)
      }
    }
    return marks
  }

  /// Marks on nodes, one bit each.
  struct Marks {
    private var words: [UInt64]
    private(set) var count = 0

    init(_ size: Int) { words = [UInt64](repeating: 0, count: (size + 63) / 64) }

    func contains(_ place: Int) -> Bool { words[place / 64] & (1 << UInt64(place % 64)) != 0 }

    mutating func insert(_ place: Int) -> Bool {
      let bit: UInt64 = 1 << UInt64(place % 64)
      if words[place / 64] & bit != 0 { return false }
      words[place / 64] |= bit
      count += 1
      return true
    }
  }
}

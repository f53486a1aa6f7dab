// What must hold of every table between two operations, said as what is wrong with one.
extension DiagramTable {
  /// What is wrong with the table; nil when nothing is.
  package var fault: String? {
    if order.indices.contains(where: { levels[order[$0]] != UInt32($0) }) { return "an order that is none" }
    var seen: [[UInt32]: Int] = [:]
    var free = 0
    for place in 1..<max(taken, 1) {
      let node = nodes[place]
      if node.level == Self.bottom {
        free += 1
        continue
      }
      if node.level >= UInt32(variableCount) { return "node \(place) at level \(node.level)" }
      if node.high & 1 != 0 { return "node \(place) with a mark on its arrow for one" }
      if node.low == node.high { return "node \(place), which decides nothing" }
      for arrow in [node.low, node.high] where arrow >> 1 != 0 {
        if Int(arrow >> 1) >= taken || level(arrow) == Self.bottom {
          return "node \(place) above a free place"
        }
        if level(arrow) <= node.level { return "node \(place) not above what it leads to" }
      }
      if let other = seen.updateValue(place, forKey: [node.level, node.low, node.high]) {
        return "nodes \(other) and \(place) are the same"
      }
      if find(node) != UInt32(place) { return "node \(place) is not found" }
    }
    return free == freeCount ? nil : "\(free) free places, not \(freeCount)"
  }

  private func find(_ node: Node) -> UInt32 {
    var place = buckets[Int(truncatingIfNeeded: Self.hash(node.level, node.low, node.high)) & (room - 1)]
    while place != 0 {
      let found = nodes[Int(place)]
      if found.level == node.level, found.low == node.low, found.high == node.high { break }
      place = found.next
    }
    return place
  }
}

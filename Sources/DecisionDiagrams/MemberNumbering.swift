/// The members of a set numbered by rising code, for whoever asks for the numbers of many: the set with its variables in
/// the order of the bits, and how many members each node has.
package struct MemberNumbering: Sendable {
  private let set: FrozenDiagram
  /// For each node, its members as values of its own variable and those below.
  private let counts: [UInt64]

  /// Memory for a set in another order, in bytes, and steps to make it; more is not worth it.
  private static let most = (bytes: 1 << 28, questions: 1 << 10)

  /// The members of a set; nil where it takes very many nodes in that order.
  package init?(_ set: FrozenDiagram) {
    let count = set.variableCount
    var questions = 0
    do throws(DiagramHalt) {
      var table = try DiagramTable(order: (0..<count).reversed(), memoryLimit: Self.most.bytes) {
        questions += 1
        return questions > Self.most.questions
      }
      let all = try table.thawed(set)
      guard let ordered = table.frozen(all, over: count) else { return nil }
      self.set = ordered
    } catch { return nil }
    var counts = [UInt64](repeating: 1, count: self.set.nodes.count)
    for place in self.set.nodes.indices.dropFirst() {
      let node = self.set.nodes[place]
      let next = Int(node.level) + 1
      counts[place] =
        Self.count(node.low, from: next, of: self.set, counts)
        + Self.count(node.high, from: next, of: self.set, counts)
    }
    self.counts = counts
  }

  /// How many values of the variables from a level on an arrow stands for.
  private static func count(
    _ arrow: UInt32, from level: Int, of set: FrozenDiagram, _ counts: [UInt64]
  ) -> UInt64 {
    let place = Int(arrow >> 1)
    let own = place == 0 ? set.variableCount : Int(set.nodes[place].level)
    let plain = counts[place] << UInt64(own - level)
    return arrow & 1 == 0 ? plain : 1 << UInt64(set.variableCount - level) - plain
  }

  /// How many members have a lower code than a member.
  ///
  /// - Complexity: O(variables)
  package func position(of code: UInt64) -> Int {
    var (arrow, position) = (set.arrow, 0 as UInt64)
    for level in 0..<set.variableCount {
      let place = Int(arrow >> 1)
      var (low, high) = (arrow, arrow)
      if place != 0, Int(set.nodes[place].level) == level {
        (low, high) = (set.nodes[place].low ^ arrow & 1, set.nodes[place].high ^ arrow & 1)
      }
      if code >> UInt64(set.variableCount - 1 - level) & 1 == 0 {
        arrow = low
      } else {
        position += Self.count(low, from: level + 1, of: set, counts)
        arrow = high
      }
    }
    return Int(position)
  }
}

/// A set apart from the table that made it: it never changes, and any number of threads may read it.
///
/// A member is a *code*: bit *i* is the value of variable *i*. There are at most 62 variables, so that a
/// member's place among all fits into a word with its sign.
package struct FrozenDiagram: Sendable {
  /// A node as in a table; those that it leads to stand before it.
  struct Node: Hashable {
    var level: UInt32
    var low: UInt32
    var high: UInt32
  }

  /// The variables from the root down.
  package let order: [Int]
  /// The nodes, the constant at 0.
  let nodes: [Node]
  /// The arrow to the set itself.
  let arrow: UInt32
  /// How many members there are.
  package let count: Int

  /// A set of which the nodes are known.
  ///
  /// - Returns: Nil where there are more members than can be counted in a word, which on machines of 64 bits
  ///   cannot be.
  init?(order: [Int], nodes: [Node], arrow: UInt32) {
    precondition(order.count <= Self.mostVariables, "members are counted in words of 64 bits")
    self.order = order
    self.nodes = nodes
    self.arrow = arrow
    let all = Self.count(order: order, nodes: nodes, arrow: arrow, fixing: 0, to: 0)
    guard let count = Int(exactly: all) else { return nil }
    self.count = count
  }

  /// So many variables at most.
  package static let mostVariables = 62

  /// How many variables there are.
  package var variableCount: Int { order.count }

  /// How many nodes the set takes, the constant included.
  package var nodeCount: Int { nodes.count }
}

// MARK: Members

extension FrozenDiagram {
  /// Whether the set has a member of that code.
  package func contains(_ code: UInt64) -> Bool {
    if code >> UInt64(variableCount) != 0 { return false }
    var (place, mark) = (arrow >> 1, arrow & 1)
    while place != 0 {
      let node = nodes[Int(place)]
      let next = code >> UInt64(order[Int(node.level)]) & 1 == 0 ? node.low : node.high
      (place, mark) = (next >> 1, mark ^ next & 1)
    }
    return mark == 0
  }

  /// How many members have the given values of the variables in a mask.
  ///
  /// - Complexity: O(nodes)
  package func count(fixing mask: UInt64, to values: UInt64) -> Int {
    // No more than all, which fit.
    Int(Self.count(order: order, nodes: nodes, arrow: arrow, fixing: mask, to: values))
  }

  private static func count(
    order: [Int], nodes: [Node], arrow: UInt32, fixing mask: UInt64, to values: UInt64
  ) -> UInt64 {
    // How many variables without a value stand above each level.
    var free: [UInt64] = [0]
    for variable in order { free.append(free[free.count - 1] + (mask >> UInt64(variable) & 1 ^ 1)) }
    let levels = order.count
    // For each node the members of it that differ in its own variable or in those below.
    var counts = [UInt64](repeating: 1, count: nodes.count)
    func count(_ arrow: UInt32, below level: Int) -> UInt64 {
      let place = Int(arrow >> 1)
      let own = place == 0 ? levels : Int(nodes[place].level)
      let plain = counts[place] << (free[own] - free[level])
      return arrow & 1 == 0 ? plain : 1 << (free[levels] - free[level]) - plain
    }
    for place in nodes.indices.dropFirst() {
      let node = nodes[place]
      let (variable, next) = (UInt64(order[Int(node.level)]), Int(node.level) + 1)
      if mask >> variable & 1 != 0 {
        counts[place] = count(values >> variable & 1 == 0 ? node.low : node.high, below: next)
      } else {
        counts[place] = count(node.low, below: next) + count(node.high, below: next)
      }
    }
    return count(arrow, below: 0)
  }

  /// How many members have a lower code.
  ///
  /// - Complexity: O(variables · nodes)
  package func position(of code: UInt64) -> Int {
    if count == 0 || code == 0 { return 0 }
    if nodes.count == 1 { return Int(Swift.min(code, UInt64(count))) }
    var position = 0
    var mask: UInt64 = 0
    for bit in (0..<UInt64(variableCount)).reversed() {
      mask |= 1 << bit
      // Those alike in all higher bits, with none in this.
      if code >> bit & 1 != 0 { position += count(fixing: mask, to: code & ~(1 << bit)) }
    }
    return position
  }

  /// The code of the member with so many before it.
  ///
  /// - Complexity: O(variables · nodes)
  package func code(at position: Int) -> UInt64 {
    precondition(position >= 0 && position < count, "there is no such position")
    if nodes.count == 1 { return UInt64(position) }
    var (code, mask, left) = (0 as UInt64, 0 as UInt64, position)
    for bit in (0..<UInt64(variableCount)).reversed() {
      mask |= 1 << bit
      let zeros = count(fixing: mask, to: code)
      if left >= zeros {
        left -= zeros
        code |= 1 << bit
      }
    }
    return code
  }
}

// MARK: Sets made of others

extension FrozenDiagram {
  /// What is in both sets, which range over the same variables.
  package func intersection(_ other: FrozenDiagram) -> FrozenDiagram {
    combined(other) { table, one, two throws(DiagramHalt) in try table.intersection(one, two) }
  }

  /// What is in one of them at least.
  package func union(_ other: FrozenDiagram) -> FrozenDiagram {
    combined(other) { table, one, two throws(DiagramHalt) in try table.union(one, two) }
  }

  /// What the other has not.
  package func subtracting(_ other: FrozenDiagram) -> FrozenDiagram {
    combined(other) { table, one, two throws(DiagramHalt) in try table.subtracting(one, two) }
  }

  private func combined(
    _ other: FrozenDiagram,
    _ combine: (inout DiagramTable, Diagram, Diagram) throws(DiagramHalt) -> Diagram
  ) -> FrozenDiagram {
    precondition(order.count == other.order.count, "the sets range over different variables")
    // In the order of the larger one, nothing changes in that.
    let larger = nodes.count >= other.nodes.count ? self : other
    return Self.made(order: larger.order) { table throws(DiagramHalt) in
      let (one, two) = (try table.thawed(self), try table.thawed(other))
      return try combine(&table, one, two)
    }
  }

  /// A set that is worked out in a table of its own.
  package static func made(
    order: [Int], _ body: (inout DiagramTable) throws(DiagramHalt) -> Diagram
  ) -> FrozenDiagram {
    do {
      var table = try DiagramTable(order: order, memoryLimit: .max)
      let made = try body(&table)
      if let frozen = table.frozen(made, over: order.count) { return frozen }
    } catch {}
    preconditionFailure("nobody set a limit, and a set has no more members than those it is made of")
  }

  /// The same set with what a body makes of it.
  package func mapped(
    _ body: (inout DiagramTable, Diagram) throws(DiagramHalt) -> Diagram
  ) -> FrozenDiagram {
    Self.made(order: order) { table throws(DiagramHalt) in
      let set = try table.thawed(self)
      return try body(&table, set)
    }
  }
}

extension FrozenDiagram: Equatable {
  /// Whether both have the same members.
  package static func == (left: FrozenDiagram, right: FrozenDiagram) -> Bool {
    if left.count != right.count || left.order.count != right.order.count { return false }
    // Of one order the nodes may still stand in another sequence.
    if left.order == right.order, left.arrow == right.arrow, left.nodes == right.nodes { return true }
    return left.subtracting(right).count == 0
  }
}

extension FrozenDiagram: Sequence {
  /// Goes through the members, rising: some at a time, since each look into the set costs as much as a
  /// good many members.
  package struct Iterator: IteratorProtocol {
    private let set: FrozenDiagram
    private var ready: [UInt64] = []
    private var given = 0
    private var isAtEnd = false
    private var size = Self.sizes.lowerBound
    private static let sizes = 16...4096

    init(_ set: FrozenDiagram) { self.set = set }

    /// The next member, or nil when there is none.
    package mutating func next() -> UInt64? {
      if given == ready.count {
        if isAtEnd { return nil }
        ready = set.members(atMost: size, after: ready.last)
        isAtEnd = ready.count < size
        (given, size) = (0, Swift.min(4 * size, Self.sizes.upperBound))
        if ready.isEmpty { return nil }
      }
      given += 1
      return ready[given - 1]
    }
  }

  /// An iterator over the members, rising.
  package func makeIterator() -> Iterator { Iterator(self) }

  /// How many members an iterator gives.
  package var underestimatedCount: Int { count }

  /// The first members above a code, rising.
  private func members(atMost most: Int, after code: UInt64?) -> [UInt64] {
    var found: [UInt64] = []
    if count == 0 { return found }
    let first = code.map { $0 + 1 } ?? 0
    if first >> UInt64(variableCount) != 0 { return found }
    if nodes.count == 1 {
      let end = 1 << UInt64(variableCount) as UInt64
      while found.count < most, first + UInt64(found.count) < end {
        found.append(first + UInt64(found.count))
      }
      return found
    }
    do {
      var table = try DiagramTable(order: order, memoryLimit: .max)
      let set = try table.thawed(self)
      try table.forEachMember(of: set, over: Array(0..<variableCount), from: UInt128(first)) { member in
        found.append(UInt64(truncatingIfNeeded: member))
        return found.count < most
      }
    } catch { preconditionFailure("nobody set a limit") }
    return found
  }
}

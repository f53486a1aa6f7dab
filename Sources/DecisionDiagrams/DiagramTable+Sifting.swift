// Another order of the variables, with which diagrams have fewer nodes.
extension DiagramTable {
  /// Takes each variable in turn, the one with most nodes first, through all levels near it, and leaves it
  /// where there were fewest nodes. Diagrams that are kept stand for what they stood for; all others are of
  /// no use afterwards, nor is any numbering.
  ///
  /// Rudell, Dynamic variable ordering for ordered binary decision diagrams, ICCAD 1993,
  /// doi:10.1109/ICCAD.1993.580029.
  ///
  /// - Parameters:
  ///   - kept: What is held.
  ///   - most: So many exchanges of two neighbours may be made.
  package mutating func sift(keeping kept: [Diagram], atMost most: Int) throws(DiagramHalt) {
    collect(keeping: kept)
    var sifting = Sifting(self, holding: kept.map { $0.arrow } + substitutions.flatMap { $0 })
    var left = most
    let variables = order.sorted { sifting.size(of: levels[$0]) > sifting.size(of: levels[$1]) }
    for variable in variables {
      if left <= 0 { break }
      try place(variable, &sifting, &left)
    }
    // Places that became free, in a list again.
    collect(keeping: kept)
  }

  /// The most that the nodes may grow while a variable is moved.
  private static let growth = (times: 6, of: 5)

  private mutating func place(
    _ variable: Int, _ sifting: inout Sifting, _ left: inout Int
  ) throws(DiagramHalt) {
    let start = Int(levels[variable])
    var best = (level: start, count: sifting.count)
    // Towards the nearer end first.
    let ends = start < variableCount / 2 ? [0, variableCount - 1] : [variableCount - 1, 0]
    for end in ends {
      while Int(levels[variable]) != end, left > 0,
        sifting.count * Self.growth.of <= best.count * Self.growth.times
      {
        let at = Int(levels[variable])
        try exchange(end < at ? at - 1 : at, &sifting)
        left -= 1
        if sifting.count < best.count { best = (Int(levels[variable]), sifting.count) }
      }
    }
    // Back to the best place, whatever is left.
    while Int(levels[variable]) != best.level {
      let at = Int(levels[variable])
      try exchange(best.level < at ? at - 1 : at, &sifting)
    }
  }

  /// Exchanges the variables of a level and the next. Whatever could end it is asked before anything changes.
  private mutating func exchange(_ level: Int, _ sifting: inout Sifting) throws(DiagramHalt) {
    let (upper, lower) = (UInt32(level), UInt32(level + 1))
    let above = sifting.places[level].filter { nodes[Int($0)].level == upper }
    let below = sifting.places[level + 1].filter { nodes[Int($0)].level == lower }
    try makeRoom(for: 2 * above.count)
    for _ in 0...above.count { try step() }
    for place in above + below { unlink(place) }
    (sifting.places[level], sifting.places[level + 1]) = ([], [])
    // Those of the lower variable stand above now, as they are.
    for place in below { relink(place, at: upper, &sifting) }
    var dependent: [UInt32] = []
    for place in above {
      let node = nodes[Int(place)]
      if self.level(node.low) == upper || self.level(node.high) == upper {
        dependent.append(place)
      } else {
        relink(place, at: lower, &sifting)
      }
    }
    for place in dependent {
      let node = nodes[Int(place)]
      let (low, high) = (branches(node.low, at: upper), branches(node.high, at: upper))
      let newLow = try held(lower, low.low, high.low, &sifting)
      let newHigh = try held(lower, low.high, high.high, &sifting)
      let new = Node(level: upper, low: newLow, high: newHigh, next: 0)
      insert(new, at: place, Self.hash(upper, newLow, newHigh))
      sifting.places[level].append(place)
      release(node.low, &sifting)
      release(node.high, &sifting)
    }
    order.swapAt(level, level + 1)
    (levels[order[level]], levels[order[level + 1]]) = (upper, lower)
  }

  /// A node at the lower level of an exchange, held once more, and if it is new, what it leads to as well.
  private mutating func held(
    _ level: UInt32, _ low: UInt32, _ high: UInt32, _ sifting: inout Sifting
  ) throws(DiagramHalt) -> UInt32 {
    let arrow = try node(level, low, high)
    if low != high, sifting.isNew(arrow >> 1) {
      sifting.add(arrow >> 1, at: level)
      sifting.hold(nodes[Int(arrow >> 1)].low)
      sifting.hold(nodes[Int(arrow >> 1)].high)
    }
    sifting.hold(arrow)
    return arrow
  }

  private mutating func relink(_ place: UInt32, at level: UInt32, _ sifting: inout Sifting) {
    var node = nodes[Int(place)]
    node.level = level
    insert(node, at: place, Self.hash(level, node.low, node.high))
    sifting.places[Int(level)].append(place)
  }

  /// Takes a node out of the list of its hash.
  private mutating func unlink(_ place: UInt32) {
    let node = nodes[Int(place)]
    let bucket = Int(truncatingIfNeeded: Self.hash(node.level, node.low, node.high)) & (room - 1)
    if buckets[bucket] == place {
      buckets[bucket] = node.next
      return
    }
    var before = buckets[bucket]
    while nodes[Int(before)].next != place { before = nodes[Int(before)].next }
    nodes[Int(before)].next = node.next
  }

  /// Lets go of an arrow, and of what nobody else holds.
  private mutating func release(_ arrow: UInt32, _ sifting: inout Sifting) {
    let place = arrow >> 1
    if place == 0 || !sifting.release(place) { return }
    unlink(place)
    let node = nodes[Int(place)]
    nodes[Int(place)].level = Self.bottom
    release(node.low, &sifting)
    release(node.high, &sifting)
  }
}

/// Who holds which node while the order changes.
struct Sifting {
  /// The nodes of each level, and some that are no more.
  var places: [[UInt32]]
  /// How many arrows lead to each node, those from outside included.
  private var holders: [UInt32]
  /// How many nodes there are.
  private(set) var count = 0

  init(_ table: borrowing DiagramTable, holding arrows: [UInt32]) {
    places = [[UInt32]](repeating: [], count: table.variableCount)
    holders = [UInt32](repeating: 0, count: table.taken)
    for place in 1..<max(table.taken, 1) {
      let node = table.nodes[place]
      if node.level == DiagramTable.bottom { continue }
      places[Int(node.level)].append(UInt32(place))
      holders[Int(node.low >> 1)] += 1
      holders[Int(node.high >> 1)] += 1
      count += 1
    }
    for arrow in arrows { holders[Int(arrow >> 1)] += 1 }
  }

  func size(of level: UInt32) -> Int { places[Int(level)].count }

  /// Whether nobody held the node yet.
  func isNew(_ place: UInt32) -> Bool { Int(place) >= holders.count || holders[Int(place)] == 0 }

  mutating func add(_ place: UInt32, at level: UInt32) {
    while holders.count <= Int(place) { holders.append(0) }
    places[Int(level)].append(place)
    count += 1
  }

  mutating func hold(_ arrow: UInt32) { holders[Int(arrow >> 1)] += 1 }

  /// One holder less; whether none is left, and so a node less.
  mutating func release(_ place: UInt32) -> Bool {
    holders[Int(place)] -= 1
    if holders[Int(place)] > 0 { return false }
    count -= 1
    return true
  }
}

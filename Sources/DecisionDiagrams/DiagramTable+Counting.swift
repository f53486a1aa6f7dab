// How many members a set has, and which these are.
extension DiagramTable {
  /// A set numbered through: how many members there are, and which is the one of a number.
  package struct Numbering {
    /// How many members there are.
    package fileprivate(set) var count: UInt128
    fileprivate let arrow: UInt32
    /// The variables that members have a value of.
    fileprivate let variables: [Int]
    /// The places in that list in the order of levels.
    fileprivate let places: [Int]
    /// How many of the variables stand above each level, and above the constant.
    fileprivate let ranks: [Int]
    /// How many members each node has, as an assignment to its own variable and those below.
    fileprivate let counts: NodeCounts
  }

  /// How many members a set has, as assignments to the given variables, which are all on which it depends
  /// and at most 127.
  ///
  /// - Complexity: O(nodes)
  package mutating func count(_ set: Diagram, over variables: [Int]) throws(DiagramHalt) -> UInt128 {
    try numbering(of: set, over: variables).count
  }

  /// A set numbered through; of use until nodes are freed or the order changes.
  package mutating func numbering(
    of set: Diagram, over variables: [Int]
  ) throws(DiagramHalt) -> Numbering {
    precondition(variables.count <= 127, "counts have 128 bits")
    let places = variables.indices.sorted { levels[variables[$0]] < levels[variables[$1]] }
    var ranks: [Int] = []
    for level in 0..<variableCount {
      let rank = ranks.count == 0 ? 0 : ranks[level - 1]
      let isBefore = level > 0 && rank < places.count && levels[variables[places[rank]]] == UInt32(level - 1)
      ranks.append(isBefore ? rank + 1 : rank)
    }
    ranks.append(variables.count)
    var numbering = Numbering(
      count: 0, arrow: set.arrow, variables: variables, places: places, ranks: ranks,
      counts: NodeCounts(places: taken))
    // The constant.
    numbering.counts[0] = 1
    numbering.count = try fill(numbering, set.arrow, from: 0)
    return numbering
  }

  /// Counts the nodes that an arrow leads to, and how many assignments to the variables from a rank on it stands for.
  private mutating func fill(
    _ numbering: borrowing Numbering, _ arrow: UInt32, from rank: Int
  ) throws(DiagramHalt) -> UInt128 {
    let place = arrow >> 1
    if !numbering.counts.contains(place) {
      try step()
      let node = nodes[Int(place)]
      let below = numbering.ranks[Int(node.level)] + 1
      precondition(
        numbering.ranks[Int(node.level) + 1] == below,
        "a set is counted over all variables on which it depends")
      let low = try fill(numbering, node.low, from: below)
      numbering.counts[place] = low + (try fill(numbering, node.high, from: below))
    }
    return count(arrow, from: rank, numbering)
  }

  /// How many assignments to the variables from a rank on an arrow stands for, once its nodes are counted.
  private func count(_ arrow: UInt32, from rank: Int, _ numbering: borrowing Numbering) -> UInt128 {
    let place = arrow >> 1
    let level = nodes[Int(place)].level
    let own = numbering.ranks[Int(min(level, UInt32(variableCount)))]
    let plain = numbering.counts[place] &<< UInt128(own - rank)
    let all: UInt128 = 1 &<< UInt128(numbering.places.count - rank)
    return arrow & 1 == 0 ? plain : all - plain
  }

  /// The member of a number below the count, as a code: bit *i* is the value of variable *i* of those that the
  /// set was numbered over. Members come in the order of the levels, zero first.
  package func member(_ number: UInt128, of numbering: Numbering) -> UInt128 {
    precondition(number < numbering.count, "members are numbered from 0")
    var (arrow, rest, code) = (numbering.arrow, number, 0 as UInt128)
    for (rank, place) in numbering.places.enumerated() {
      let (low, high) = branches(arrow, at: levels[numbering.variables[place]])
      let zeros = count(low, from: rank + 1, numbering)
      if rest < zeros {
        arrow = low
      } else {
        rest -= zeros
        code |= 1 << UInt128(place)
        arrow = high
      }
    }
    return code
  }

  /// One of the members, each as likely as any other; nil of none.
  package func sample(_ numbering: Numbering, using random: inout some RandomNumberGenerator) -> UInt128? {
    numbering.count == 0
      ? nil : member(UInt128.random(in: 0..<numbering.count, using: &random), of: numbering)
  }

  /// Goes through the members as codes over the given variables, in rising order and from the first code on,
  /// until the body returns false or there are no more. Whether it came to the end.
  ///
  /// - Complexity: O(nodes) for each variable and member, mostly far less
  @discardableResult
  package mutating func forEachMember(
    of set: Diagram, over variables: [Int], from first: UInt128 = 0, _ body: (UInt128) -> Bool
  ) throws(DiagramHalt) -> Bool {
    var literals: [UInt32] = []
    for variable in variables { literals.append(try self.variable(variable).arrow) }
    return try visit(set.arrow, variables, literals, variables.count, 0, first, body)
  }

  private mutating func visit(
    _ arrow: UInt32, _ variables: [Int], _ literals: [UInt32], _ left: Int, _ code: UInt128,
    _ first: UInt128, _ body: (UInt128) -> Bool
  ) throws(DiagramHalt) -> Bool {
    if arrow == Arrow.nothing { return true }
    if left == 0 {
      precondition(
        arrow == Arrow.everything, "members have a value of every variable on which the set depends")
      return body(code)
    }
    try step()
    let place = left - 1
    let (level, bit) = (levels[variables[place]], 1 << UInt128(place) as UInt128)
    // All that have none of this bit come before the first.
    if code | (bit - 1) >= first {
      let low = try fixing(arrow, level, literals[place] ^ 1)
      if !(try visit(low, variables, literals, place, code, first, body)) { return false }
    }
    let high = try fixing(arrow, level, literals[place])
    return try visit(high, variables, literals, place, code | bit, first, body)
  }
}

extension DiagramTable {
  /// Whether an assignment is a member: bit *i* of the code is the value of variable *i*.
  package func contains(_ code: UInt64, in set: Diagram) -> Bool {
    var arrow = set.arrow
    while arrow > Arrow.nothing {
      let level = level(arrow)
      let (low, high) = branches(arrow, at: level)
      arrow = code >> UInt64(order[Int(level)]) & 1 == 0 ? low : high
    }
    return arrow == Arrow.everything
  }
}

/// A number for each of some nodes, by place. Room for all is asked for, and only what is written to is taken.
private final class NodeCounts {
  private let values: UnsafeMutablePointer<UInt128>
  /// A bit for each place.
  private let known: UnsafeMutablePointer<UInt64>

  init(places: Int) {
    values = .allocate(capacity: places)
    known = .allocate(capacity: places / 64 + 1)
    known.initialize(repeating: 0, count: places / 64 + 1)
  }

  deinit {
    values.deallocate()
    known.deallocate()
  }

  func contains(_ place: UInt32) -> Bool { known[Int(place / 64)] >> UInt64(place % 64) & 1 != 0 }

  /// The number of a place, which is known.
  subscript(place: UInt32) -> UInt128 {
    get { values[Int(place)] }
    set {
      known[Int(place / 64)] |= 1 << UInt64(place % 64)
      values[Int(place)] = newValue
    }
  }
}

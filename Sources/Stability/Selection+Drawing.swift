internal import ConflictModel
internal import DecisionDiagrams
internal import StateSets

/// Random numbers that a seed determines, the same on every machine: SplitMix64
/// (Steele, Lea and Flood 2014, doi:10.1145/2714064.2660195).
package struct Drawing: Sendable {
  private var state: UInt64

  /// Numbers from a seed on.
  package init(seed: UInt64) { state = seed }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to below `bound`, each as likely as the others.
  package mutating func number(below bound: UInt64) -> UInt64 {
    // Numbers past the last whole multiple of the bound would favour small ones.
    let limit = UInt64.max - UInt64.max % bound
    var number = next()
    while number >= limit { number = next() }
    return number % bound
  }

  /// So many different numbers below `bound`, rising, each choice of them as likely as the others; all where there
  /// are no more (Floyd, in Bentley 1987, doi:10.1145/30401.315746).
  package mutating func numbers(_ count: Int, below bound: Int) -> [Int] {
    if count >= bound { return Array(0..<bound) }
    var chosen: Set<Int> = []
    for last in bound - count..<bound {
      let one = Int(number(below: UInt64(last) + 1))
      if !chosen.insert(one).inserted { chosen.insert(last) }
    }
    return chosen.sorted()
  }
}

extension Selection {
  /// So many of the states drawn at random, each choice of them as likely as the others and the same in every run;
  /// all where there are no more.
  ///
  /// - Complexity: Of a list, O(slots / 64 + drawn); of a set, O(nodes + options · drawn).
  package func drawn(_ size: Int, seed: UInt64) -> Selection {
    if size >= count { return self }
    var drawing = Drawing(seed: seed)
    let places = drawing.numbers(size, below: count)
    let chosen =
      switch slots {
      case .diagram(let set): set.members(numbered: places).map { Int(truncatingIfNeeded: $0) }
      case .bits(let set): Self.members(of: set, at: places)
      }
    return Selection(SlotSet(chosen, of: states), of: states)
  }

  /// The members at some places in the order of all, which rise.
  private static func members(of set: StateSet, at places: [Int]) -> [Int] {
    var members: [Int] = []
    var before = 0
    for (index, word) in set.words.enumerated() {
      let here = word.nonzeroBitCount
      var (left, passed) = (word, 0)
      while members.count < places.count, places[members.count] < before + here {
        while before + passed < places[members.count] {
          left &= left &- 1
          passed += 1
        }
        members.append(index * 64 + left.trailingZeroBitCount)
      }
      before += here
    }
    return members
  }
}

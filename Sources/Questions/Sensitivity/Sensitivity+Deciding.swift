internal import CaseFile

extension Sensitivity {
  /// The judgements that turn the claim alone, each as those of its edits that do, by index, the
  /// plainest first: in the order of how little it takes, then of how little they are founded.
  package var deciding: [[Int]] {
    var order: [Judgement] = []
    var edits: [Judgement: [Int]] = [:]
    for set in minimalSets where set.count == 1 {
      let judgement = self.edits[set[0]].judgement
      if edits[judgement] == nil { order.append(judgement) }
      edits[judgement, default: []].append(set[0])
    }
    let found = order.map { judgement in
      (edits[judgement] ?? []).sorted { (self.edits[$0].oddness, $0) < (self.edits[$1].oddness, $1) }
    }
    func key(_ place: Int) -> (Int, Int, Int) {
      (self.edits[found[place][0]].oddness, order[place].firmness, place)
    }
    return found.indices.sorted { key($0) < key($1) }.map { found[$0] }
  }
}

// Those that turn it only together.
extension Sensitivity {
  /// Sets of edits that edit the same judgements.
  package struct Group {
    /// What they edit.
    package let targets: [Edit.Target]
    /// The sets, by index.
    package var sets: [[Int]]
  }

  /// The sets of edits of one size that flip the claim, those together that edit the
  /// same judgements: first those that take least, such as leaving out, then the most doubtful.
  package func groups(ofSize size: Int) -> [Group] {
    var groups: [Group] = []
    var places: [[Edit.Target]: Int] = [:]
    for set in minimalSets where set.count == size {
      let targets = set.map { edits[$0].target }
      if let place = places[targets] {
        groups[place].sets.append(set)
      } else {
        places[targets] = groups.count
        groups.append(Group(targets: targets, sets: [set]))
      }
    }
    let firmness = groups.map { $0.sets[0].reduce(0) { $0 + edits[$1].judgement.firmness } }
    let oddness = groups.map { self.oddness(plainest($0)) }
    let order = groups.indices.sorted { (oddness[$0], firmness[$0], $0) < (oddness[$1], firmness[$1], $1) }
    return order.map { groups[$0] }
  }

  /// Of the sets that edit the same judgements the most natural.
  package func plainest(_ group: Group) -> [Int] {
    group.sets.min { oddness($0) < oddness($1) } ?? []
  }

  private func oddness(_ set: [Int]) -> Oddness { Oddness(set.map { edits[$0] }) }

  /// What all the pairs that flip the claim have in common.
  package struct Sides {
    /// Judgements of which each pair changes one, each by one of its edits, the most doubtful first.
    package var first: [Edit] = []
    /// Judgements of which it changes the other one.
    package var second: [Edit] = []
    /// How many pairs of judgements there are; fewer than the two lists would make where some do not do it.
    package var pairCount = 0
    /// The pairs that the two lists would make and that do not flip it.
    package var idle: [(first: Edit, second: Edit)] = []
  }

  /// The two lists of judgements of which every pair that flips the claim changes one each; nil where pairs
  /// cannot be told so, where not all were tried, or where most of what two such lists would make does not flip it.
  package var sides: Sides? {
    // That a pair does not do it is known only where all were tried.
    if smallestSize != 2 || completeSizes < 2 { return nil }
    var partners: [Judgement: Set<Judgement>] = [:]
    var order: [Judgement] = []
    var edit: [Judgement: Edit] = [:]
    for group in groups(ofSize: 2) {
      for index in group.sets[0] {
        edit[edits[index].judgement] = edit[edits[index].judgement] ?? edits[index]
      }
      let both = group.sets[0].map { edits[$0].judgement }
      for (one, other) in [(both[0], both[1]), (both[1], both[0])] {
        if partners[one] == nil { order.append(one) }
        partners[one, default: []].insert(other)
      }
    }
    var isFirst: [Judgement: Bool] = [order[0]: true]
    var open = [order[0]]
    while let one = open.popLast(), let side = isFirst[one] {
      for other in partners[one] ?? [] {
        if isFirst[other] == side { return nil }
        if isFirst.updateValue(!side, forKey: other) == nil { open.append(other) }
      }
    }
    // Pairs that have nothing in common may stand on either side.
    if isFirst.count < order.count { return nil }
    let sorted = order.indices.sorted { (order[$0].firmness, $0) < (order[$1].firmness, $1) }.map {
      order[$0]
    }
    var sides = Sides()
    for judgement in sorted {
      guard let edit = edit[judgement] else { continue }
      if isFirst[judgement] == true { sides.first.append(edit) } else { sides.second.append(edit) }
      sides.pairCount += partners[judgement]?.count ?? 0
    }
    sides.pairCount /= 2
    for first in sides.first {
      let known = partners[first.judgement] ?? []
      for second in sides.second where !known.contains(second.judgement) {
        sides.idle.append((first: first, second: second))
      }
    }
    return sides.pairCount > 2 && 2 * sides.pairCount > sides.first.count * sides.second.count ? sides : nil
  }
}

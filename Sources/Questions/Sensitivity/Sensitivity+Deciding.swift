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
  /// same judgements; the most doubtful judgements first.
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
    let order = groups.indices.sorted { (firmness[$0], $0) < (firmness[$1], $1) }
    return order.map { groups[$0] }
  }

  /// Of the sets that edit the same judgements the most natural.
  package func plainest(_ group: Group) -> [Int] {
    var best = (set: group.sets[0], oddness: Int.max)
    for set in group.sets {
      let oddness = set.reduce(0) { $0 + edits[$1].oddness }
      if oddness < best.oddness { best = (set, oddness) }
    }
    return best.set
  }
}

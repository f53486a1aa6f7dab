package import CaseFile

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

extension Edit {
  /// How far fetched it is: what is merely left out or exchanged with its neighbour before what is put
  /// elsewhere, that before what is turned round, and that before a whole ranking.
  package var oddness: Int {
    switch (change, target) {
    case (.negated, .ranking): 9
    case (_, .ranking): 6
    case (.dropped, _), (.removed, _): 0
    case (.swapped, _): 1
    case (.flipped, _): 2
    case (.takeOnly, _), (.dropOnly, _), (.bothWays, _): 3
    case (.first, _), (.last, _): 4
    case (.negated, _): 5
    }
  }
}

extension Judgement {
  /// How well founded it is, for a list that begins with the least: spoken against,
  /// assumed, inferred, without a basis, reported, said.
  package var firmness: Int {
    if isDisputed { return -100 }
    return switch basis {
    case .assumed: 0
    case .inferred: 1
    case nil: 2
    case .reported: 3
    case .said: 4
    }
  }
}

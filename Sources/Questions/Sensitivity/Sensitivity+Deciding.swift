package import CaseFile

extension Sensitivity {
  /// The judgements that turn the claim alone, each as those of its edits that do, by index, the
  /// plainest first: in the order of how little it takes, then of how little they are founded.
  package var deciding: [[Int]] {
    var order: [Edit.Target] = []
    var edits: [Edit.Target: [Int]] = [:]
    for set in minimalSets where set.count == 1 {
      let target = self.edits[set[0]].target
      if edits[target] == nil { order.append(target) }
      edits[target, default: []].append(set[0])
    }
    let found = order.map { target in
      (edits[target] ?? []).sorted { plainness($0) < plainness($1) }
    }
    func key(_ place: Int) -> (Int, Int, Int) {
      let first = self.edits[found[place][0]]
      return (first.change.plainness, first.judgement.firmness, place)
    }
    return found.indices.sorted { key($0) < key($1) }.map { found[$0] }
  }

  private func plainness(_ edit: Int) -> (Int, Int) { (edits[edit].change.plainness, edit) }
}

extension Edit.Change {
  /// How plain a change it is, the plainest first: what is merely left out before what is turned
  /// round, and that before what is ranked anew.
  package var plainness: Int {
    let order: [Self] = [
      .dropped, .removed, .swapped, .flipped, .negated, .takeOnly, .dropOnly, .bothWays, .first, .last,
    ]
    return order.firstIndex(of: self) ?? order.count
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

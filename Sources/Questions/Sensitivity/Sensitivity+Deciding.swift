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

package import CaseFile
internal import ConflictModel
internal import Stability

/// A judgement on which an answer hangs.
package struct Pivot: Sendable, Hashable {
  /// The judgement.
  package var judgement: Judgement
  /// The edits that turn what is claimed: one of this judgement alone, or one of it and others of
  /// other judgements; none where nothing that was tried turns it.
  package var edits: [Edit]
  /// What would be so then.
  package var outlook: Outlook?
  /// How many verdicts it decides, where it was taken for that.
  package var verdicts: Int?
}

extension BriefQuestion.Answer {
  /// The judgements on which it hangs most: those that turn the claim alone, else those that do so in
  /// most of the smallest sets, else those that decide most verdicts.
  func findPivots(_ control: Control) -> [Pivot] {
    guard let sensitivity, sensitivity.holds != nil, let size = sensitivity.smallestSize else {
      return weightiest
    }
    var pivots = size == 1 ? alone(in: sensitivity) : together(in: sensitivity, size)
    for index in pivots.indices where control.shouldStop() == nil {
      let conflict = subject.conflict(after: pivots[index].edits)
      var request = SolveRequest(concepts: [concept])
      request.stateLimit = UInt64(max(solution.states.count * 4, 1 << 12))
      let after = conflict.solve(request, control: control)
      if after.limit == nil { pivots[index].outlook = Outlook(after, of: subject, under: concept) }
    }
    return pivots
  }

  private func alone(in sensitivity: Sensitivity) -> [Pivot] {
    sensitivity.deciding.prefix(Self.pivotCount).map { edits in
      let edit = sensitivity.edits[edits[0]]
      return Pivot(judgement: edit.judgement, edits: [edit])
    }
  }

  /// The judgements in most of the smallest sets, the least well founded first of as many, each
  /// with the plainest set that it is in.
  private func together(in sensitivity: Sensitivity, _ size: Int) -> [Pivot] {
    var order: [Judgement] = []
    var sets: [Judgement: [[Int]]] = [:]
    for set in sensitivity.minimalSets where set.count == size {
      var seen: Set<Judgement> = []
      for edit in set where seen.insert(sensitivity.edits[edit].judgement).inserted {
        let judgement = sensitivity.edits[edit].judgement
        if sets[judgement] == nil { order.append(judgement) }
        sets[judgement, default: []].append(set)
      }
    }
    func key(_ place: Int) -> (Int, Int, Int) {
      (-(sets[order[place]]?.count ?? 0), order[place].firmness, place)
    }
    return order.indices.sorted { key($0) < key($1) }.prefix(Self.pivotCount).map { place in
      let judgement = order[place]
      let plainest = (sets[judgement] ?? []).min { oddness($0, sensitivity) < oddness($1, sensitivity) }
      let edits = (plainest ?? []).map { sensitivity.edits[$0] }
      return Pivot(
        judgement: judgement,
        edits: edits.filter { $0.judgement == judgement } + edits.filter { $0.judgement != judgement })
    }
  }

  private func oddness(_ set: [Int], _ sensitivity: Sensitivity) -> Int {
    set.reduce(0) { $0 + sensitivity.edits[$1].oddness }
  }

  private var weightiest: [Pivot] {
    let entries = ledger?.entries.filter { $0.verdicts != nil } ?? []
    return entries.prefix(Self.pivotCount).map {
      Pivot(judgement: $0.judgement, edits: [], verdicts: $0.verdicts)
    }
  }
}

package import CaseFile
internal import ConflictModel
internal import Stability

/// A judgement on which an answer hangs.
package struct Pivot: Sendable, Hashable {
  /// The judgement; where it takes several, the first of them.
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
  /// The judgements on which it hangs most: those that turn the claim alone, else the smallest sets that
  /// do so together, both in the order in which `sensitivity` leads with them; else those that decide
  /// most verdicts.
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

  private func together(in sensitivity: Sensitivity, _ size: Int) -> [Pivot] {
    sensitivity.groups(ofSize: size).prefix(Self.pivotCount).map { group in
      let edits = sensitivity.plainest(group).map { sensitivity.edits[$0] }
      return Pivot(judgement: edits[0].judgement, edits: edits)
    }
  }

  private var weightiest: [Pivot] {
    let entries = ledger?.entries.filter { $0.verdicts != nil } ?? []
    return entries.prefix(Self.pivotCount).map {
      Pivot(judgement: $0.judgement, edits: [], verdicts: $0.verdicts)
    }
  }
}

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
    for index in pivots.indices { pivots[index].outlook = outlook(after: pivots[index].edits, control) }
    return pivots
  }

  /// What would be so if each statement that may not count did not, of the first ``doubtCount`` of the
  /// case's doubts.
  func findDoubted(_ control: Control) -> [Edit.Target: Outlook] {
    let doubts = doubts.prefix(Self.doubtCount)
    var found: [Edit.Target: Outlook] = [:]
    for doubt in doubts {
      guard case .absence(let index) = doubt.content else { continue }
      let target = Edit.Target.statement(actor: doubt.actor, index: index)
      let edit = subject.edits.first { $0.target == target && $0.change == .dropped }
      if let edit { found[target] = outlook(after: [edit], control) }
    }
    return found
  }

  /// What would be so after some edits; nil where a limit was reached.
  private func outlook(after edits: [Edit], _ control: Control) -> Outlook? {
    if control.shouldStop() != nil { return nil }
    var request = SolveRequest(concepts: [concept])
    if solution.isListed { request.stateLimit = max(UInt64(solution.states.count) * 4, 1 << 12) }
    let after = subject.conflict(after: edits).solve(request, control: control)
    return after.limit == nil ? Outlook(after, of: subject, under: concept) : nil
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

internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// Where readings differ and what follows from that, in a few lines.
extension CompareReport {
  /// The lead: how many judgements differ, what they conclude differently, and what accounts for it.
  var lead: [Block] {
    var lead = Lead()
    for (index, comparison) in comparisons.enumerated() {
      let name: Sentence =
        comparisons.count == 1 ? "They" : "The first and \(readings[index + 1].name.printable)"
      add(comparison, name, index + 1, to: &lead)
    }
    return lead.blocks
  }

  private func add(_ comparison: CaseComparison, _ name: Sentence, _ other: Int, to lead: inout Lead) {
    if comparison.differences.isEmpty {
      lead.add("\(name) say the same, judgement for judgement.")
      return
    }
    let telling = comparison.differences.filter { $0.role != .source && $0.role != .remark }
    if telling.isEmpty {
      lead.add("\(name) judge alike; only sources, names or words differ.")
      return
    }
    let differing = comparison.conclusions.filter { !$0.agrees }
    let all = comparison.conclusions.count
    let least = comparison.limit == nil ? "" : "at least "
    lead.add(
      "\(name) differ in \(Prose.count(telling.count, "judgement")), and \(differing.isEmpty ? "for all that conclude the same in all \(Prose.grouped(all)) questions that both can answer" : "conclude otherwise in \(least)\(Prose.grouped(differing.count)) of \(Prose.count(all, "question"))")."
    )
    for conclusion in differing.prefix(comparisons.count == 1 ? 4 : 2) {
      let question = conclusion.question
      let (before, after) = (
        conclusion.before.words(to: question, names[0]), conclusion.after.words(to: question, names[other])
      )
      lead.item(
        "\(question.words(names[0])): \(before) in the first, \(after) in \(comparisons.count == 1 ? "the second" : "the other")\(account(conclusion, comparison, other))."
      )
    }
  }

  /// The smallest set of differences that accounts for a conclusion.
  private func account(_ conclusion: Conclusion, _ comparison: CaseComparison, _ other: Int) -> Sentence {
    guard let first = conclusion.accounts.first else { return "" }
    let parts = first.map { comparison.differences[$0].brief(names[0], names[other], pair(other)) }
    return "; it takes \(Prose.list(parts, atMost: 2))"
  }
}

internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Questions
internal import Stability

extension SolveReport {
  /// What a reader should keep in mind before relying on the answer.
  var cautions: [Sentence] { solved.cautions.map { words($0) } }

  func words(_ caution: Caution) -> Sentence {
    switch caution {
    case .muchLasts(let shares): muchLasts(shares)
    case .deadEnds(let states): deadEnds(states)
    case .indifferent(let actors):
      "Nothing matters to \(names.actors(actors)) in this case, so their answers cost them nothing."
    case .inDoubt(let actors):
      "The case leaves open some of what \(Prose.list(actors.map { names.actor($0) }, atMost: 6)) would want, and this answer takes it as written; \(Sentence("'entente doubts'", to: .question(word: "doubts", arguments: []))) tells what lasts whatever that turns out to be."
    case .unsureStatusQuo: "The status quo is not fully known; see the fate of each reading above."
    }
  }

  private func muchLasts(_ shares: [Caution.Share]) -> Sentence {
    let total = solution.states.count
    let words: [Sentence] = shares.map { share in
      "\(share.concept.word) \(Prose.grouped(share.count)) (\(Prose.percent(share.count, of: total)) %)"
    }
    return
      "More than 5 % of all \(Prose.count(total, "feasible state")) last under \(Prose.list(words)). Where so much can last, being among it says little."
  }

  /// States that last for want of moves.
  private func deadEnds(_ stuck: [Int]) -> Sentence {
    let sentence: Sentence =
      stuck.count == 1
      ? "Nobody has any move from \(names.again(solution.states[stuck[0]])): it lasts for want of moves, whatever the actors want."
      : "Nobody has any move from \(Prose.count(stuck.count, "state")) that last (\(list(stuck, count: stuck.count))): they last for want of moves, whatever the actors want."
    return sentence + lookedAt(of: lasting.count, "states that last")
  }
}

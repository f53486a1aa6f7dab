internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Stability

extension SolveReport {
  /// With fewer states than this, one state is more than the share of all states
  /// from which on much lasts.
  private static let leastStatesForShares = 20

  /// What a reader should keep in mind before relying on the answer.
  var cautions: [Sentence] {
    var sentences: [Sentence] = []
    let total = solution.states.count
    // One state is no crowd, and of few states any two are a large share.
    let share = { (concept: Concept) in solution.equilibria(concept).count }
    let loose =
      total < Self.leastStatesForShares
      ? [] : strongestFirst.filter { share($0) > 1 && share($0) * 20 > total }
    if !loose.isEmpty {
      let shares: [Sentence] = loose.map { concept in
        let count = solution.equilibria(concept).count
        return "\(concept.word) \(Prose.grouped(count)) (\((count * 200 + total) / (2 * total)) %)"
      }
      sentences.append(
        "More than 5 % of all \(Prose.count(total, "feasible state")) last under \(Prose.list(shares)). Where so much can last, being among it says little."
      )
    }
    if let sentence = deadEnds { sentences.append(sentence) }
    let indifferent = conflict.actors.indices.filter { conflict.actors[$0].preference == .indifferent }
    if !indifferent.isEmpty {
      sentences.append(
        "Nothing matters to \(names.actors(indifferent)) in this case, so their answers cost them nothing.")
    }
    let inDoubt = subject.actorsInDoubt
    if !inDoubt.isEmpty {
      sentences.append(
        "The case leaves open some of what \(Prose.list(inDoubt.map { names.actor($0) }, atMost: 6)) would want, and this answer takes it as written; \(Sentence("'entente doubts'", to: .question(word: "doubts", arguments: []))) tells what lasts whatever that turns out to be."
      )
    }
    if let statusQuo = subject.statusQuo, statusQuo.completions.count > 1 {
      sentences.append("The status quo is not fully known; see the fate of each reading above.")
    }
    return sentences
  }

  /// States that last for want of moves: nobody can leave them, whatever anybody wants.
  private var deadEnds: Sentence? {
    guard hasReasons, solution.states.count > 1 else { return nil }
    let looked = lasting.prefix(bounds.looked)
    let stuck = looked.filter { position in
      !conflict.actors.indices.contains { solution.canMove($0, from: position) }
    }
    if stuck.isEmpty { return nil }
    let sentence: Sentence =
      stuck.count == 1
      ? "Nobody has any move from \(names.again(solution.states[stuck[0]])): it lasts for want of moves, whatever the actors want."
      : "Nobody has any move from \(Prose.count(stuck.count, "state")) that last (\(list(stuck, count: stuck.count))): they last for want of moves, whatever the actors want."
    return sentence + lookedAt(of: lasting.count, "states that last")
  }
}

internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// On what the answer rests, in a line or two.
extension SolveReport {
  func addBasis(
    _ ledger: Ledger?, _ presents: [(state: State, verdict: Verdict?)], to lead: inout Lead
  ) {
    let isBegun = addDeciding(presents, to: &lead)
    guard let ledger, !ledger.entries.isEmpty else { return }
    let (whole, brief) = foundation(ledger)
    if isBegun {
      lead.goOn(whole, orShorter: brief)
    } else {
      lead.add("Basis: \(whole.inLowerCase)", orShorter: "Basis: \(brief.inLowerCase)")
    }
    let inDoubt = subject.actorsInDoubt
    if !inDoubt.isEmpty {
      let command = Sentence("entente doubts", to: .question(word: "doubts", arguments: []))
      let tells: Sentence = options.isOnPaper ? "." : ": \(command)."
      lead.goOn(
        "Some of what \(names.actors(inDoubt)) would want is in doubt, and taken as written here\(tells)",
        orShorter: "Some wishes are in doubt\(tells)")
    }
  }

  /// Of so many situations that the present may be it is told on what the verdict hangs.
  private static let mostPresents = 8

  /// On whose judgement the verdict on each state hangs that the present may be; false where there is
  /// nothing to say.
  private func addDeciding(
    _ presents: [(state: State, verdict: Verdict?)], to lead: inout Lead
  ) -> Bool {
    let verdicts = presents.prefix(Self.mostPresents).compactMap { $0.verdict }
    let comparisons = verdicts.flatMap { $0.deciding(in: conflict) }
    let brief = names.brief(comparisons)
    if brief.isEmpty { return false }
    // Of a single present the wish of whoever would leave is told with what becomes of it.
    let isTold = presents.count == 1 && !verdicts[0].leaving.isEmpty
    func whole(_ names: Names) -> [Sentence] {
      var whole: [Sentence] = []
      for words in isTold ? brief : comparisons.map({ names.whole($0) })
      where !words.isEmpty && !whole.contains(words) {
        whole.append(words)
      }
      return whole
    }
    // What each wish is for was told with the act.
    let isAboutActs = presents.count > 1 && verdicts.allSatisfy { !$0.leaving.isEmpty }
    let what: Sentence =
      presents.count == 1
      ? "the verdict on the present rests first on" : "the verdicts on the present rest first on"
    lead.add(
      "Basis: \(what) \(Prose.list(whole(names), atMost: 4)).",
      orShorter: "Basis: \(what) \(Prose.list(whole(names.inShort), atMost: 4)).",
      "Basis: \(Prose.list(whole(names.inShort), atMost: 4)).",
      "Basis: \(what) \(Prose.list(brief, atMost: 4)).",
      "\(isAboutActs ? "Basis of these acts" : "Basis"): \(Prose.list(brief, atMost: 3)).")
    return true
  }

  /// How all judgements behind the answer are founded, in a sentence and in few words.
  private func foundation(_ ledger: Ledger) -> (Sentence, Sentence) {
    let (all, doubtful) = (ledger.entries.count, ledger.doubtful)
    let judgements = "\(Prose.count(all, "judgement")) behind this"
    if doubtful.isEmpty {
      if all == 1 {
        let words: Sentence = "The one judgement behind this is said or reported by a source."
        return (words, words)
      }
      return (
        "All \(judgements) (wishes, rules and the present; not which options there are) are said or reported by a source.",
        "All \(Prose.grouped(all)) wishes, rules and facts behind this are said or reported."
      )
    }
    let footing = Footing(ledger.entries.map { $0.judgement })
    if footing.isBare {
      let words: Sentence =
        all == 1
        ? "The one judgement behind this names no source." : "None of the \(judgements) names a source."
      return (words, all == 1 ? words : "None of the \(Prose.grouped(all)) names a source.")
    }
    let which: Sentence = doubtful.count == 1 ? " (\(names.name(of: doubtful[0].judgement)))" : ""
    return (
      "Of the \(Prose.count(all, "judgement")) behind this, \(footing.sentence())\(which).",
      "\(Prose.grouped(doubtful.count)) of the \(judgements) \(Prose.verb(doubtful.count, "is", "are")) not well founded\(which)."
    )
  }
}

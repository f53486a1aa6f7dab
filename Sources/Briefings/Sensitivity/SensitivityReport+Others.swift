internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions

// Where it is not known which of several states the present is: what becomes of the others, and whether
// they hang on the same judgements.
extension SensitivityReport {
  /// A sentence about each of them; in brief, without what its fate hangs on.
  func addOthers(to lead: inout Lead, isBrief: Bool) {
    if names.presents.count > 2 {
      lead.goOn(
        names.others(
          others.compactMap { other in
            guard case .lasts(let state) = other.claim.content, let lasts = other.holds else { return nil }
            return (state, lasts)
          }))
      return
    }
    for other in others {
      guard case .lasts(let state) = other.claim.content else { continue }
      let name = names.caseOfPresent(state)
      guard let lasts = other.holds else {
        lead.goOn("\(name), the present is not feasible.", rank: 1)
        continue
      }
      let verdict = names.verdict(lasts, beside: answer.holds == true)
      let start: Sentence = "\(name), \(verdict)"
      let inShort: Sentence = "\(names.inShort.caseOfPresent(state)), \(verdict)"
      if isBrief {
        let own = other.deciding.count
        let turning: Sentence =
          own == 0
          ? other.completeSizes > 0 ? ", whichever judgement is changed" : ""
          : "; \(own == 1 ? "one judgement" : "\(Prose.number(own)) judgements") alone would \(lasts ? "end" : "change") that"
        lead.goOn("\(start)\(turning).", orShorter: "\(inShort)\(turning).", "\(inShort).")
        continue
      }
      lead.goOn(
        "\(start): \(hanging(other, state, lasts, namesFirst: true)).",
        orShorter: "\(start): \(hanging(other, state, lasts, namesFirst: false)).",
        "\(inShort): \(hanging(other, state, lasts, namesFirst: false)).",
        "\(inShort).")
    }
  }

  /// On what the verdict on another state hangs, beside the one on this, as a clause.
  private func hanging(
    _ other: Sensitivity, _ state: State, _ lasts: Bool, namesFirst: Bool
  ) -> Sentence {
    let turn = lasts ? "end that" : "change that"
    let own = other.deciding
    let first: Sentence =
      namesFirst && !own.isEmpty
      ? ", \(own.count == 1 ? "" : "first ")\(names.brief([other.edits[own[0][0]]]))" : ""
    let alone: Sentence =
      own.isEmpty
      ? "no judgement alone would \(turn)"
      : "\(own.count == 1 ? "one judgement" : Prose.number(own.count) + " judgements") alone would \(turn)\(first)"
    guard let size = answer.smallestSize else { return alone }
    if size == 1 {
      if own.isEmpty { return alone }
      let mine = Set(answer.deciding.map { answer.edits[$0[0]].judgement })
      let common = own.count { mine.contains(other.edits[$0[0]].judgement) }
      let same =
        common == own.count
        ? own.count == mine.count ? "the same" : "of these"
        : common == 0 ? "none of these" : "\(Prose.number(common)) of these among them"
      return "\(alone) (\(same))"
    }
    let sets = groups(ofSize: size).prefix(Self.whyLimit).map { plainest($0) }
    let noun = size == 2 ? "pairs" : "sets"
    var turned = 0
    for set in sets {
      guard let after = reasons?.lasts(state, after: set.map({ answer.edits[$0] })) else { return alone }
      if after != lasts { turned += 1 }
    }
    let together: Sentence =
      switch turned {
      case 0:
        own.isEmpty
          ? ", nor would \(sets.count == 1 ? "this pair" : "any of these \(noun)")"
          : ", none of these \(noun) would"
      case sets.count: ", and the same \(noun) would"
      default: ", and \(Prose.number(turned)) of these \(noun) would"
      }
    return alone + together
  }
}

extension Names {
  /// Whether another situation that the present may be lasts, after one of which that was told.
  func verdict(_ lasts: Bool, beside first: Bool) -> Sentence {
    if lasts == first { return lasts ? "it lasts, too" : "it does not last either" }
    return lasts ? "it lasts" : "it does not last"
  }

  /// Which of the other situations that the present may be last, where there are many.
  func others(_ each: [(state: State, lasts: Bool)]) -> Sentence {
    // Not all were asked about.
    if each.isEmpty || each.count + 1 < presents.count { return "" }
    let lasting = each.filter { $0.lasts }.map { $0.state }
    let all = Prose.number(each.count)
    if lasting.isEmpty { return "None of the \(all) other situations that it may be lasts." }
    if lasting.count == each.count { return "Each of the \(all) other situations that it may be lasts." }
    let which = common(lasting).map { ": \($0)" } ?? ""
    return
      "Of the \(all) other situations that it may be, \(Prose.number(lasting.count)) \(Prose.verb(lasting.count, "lasts", "last"))\(which)."
  }
}

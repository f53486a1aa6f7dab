internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Questions
internal import Stability

// The judgements on which the answer hangs, and how well they are founded.
extension BriefReport {
  func addPivots(to builder: inout DocumentBuilder) {
    builder.heading("On what it rests")
    if let sensitivity, let holds = sensitivity.answer.holds, claimed.isEmpty {
      builder.paragraph(sensitivity.claim(holds) + sensitivity.firmness(holds) + other)
    }
    let pivots = answer.pivots
    if !pivots.isEmpty {
      builder.paragraph("\(opening):")
      for (place, pivot) in pivots.enumerated() {
        builder.item(words(pivot), mark: .number(place + 1))
      }
    }
    if let words = footing { builder.paragraph(words) }
  }

  /// What is said before the judgements on which it hangs.
  private var opening: Sentence {
    let pivots = answer.pivots
    let count = Prose.number(pivots.count)
    switch pivots[0].edits.count {
    case 0:
      return pivots.count == 1
        ? "Most of what lasts hangs on one judgement"
        : "Most of what lasts hangs on these \(count) judgements"
    case 1:
      return pivots.count == 1 ? "It hangs on one judgement" : "It hangs on these \(count) judgements first"
    default:
      let sets: Sentence = pivots[0].edits.count == 2 ? "pair" : "set"
      return pivots.count == 1
        ? "It hangs on this \(sets) of judgements, changed together"
        : "It hangs on these \(count) \(sets)s of judgements first, each changed together"
    }
  }

  /// What becomes of the present where it is another than the one that was looked into.
  private var other: Sentence {
    guard case .lasts(let state)? = answer.claim?.content, names.isPresent(state) else { return "" }
    let others = answer.solved.statusQuos.indices.filter { answer.solved.statusQuos[$0] != state }
    guard let first = others.first else { return "" }
    let lasting = others.count { now.leaving[$0]?.isEmpty == true }
    if others.count > 1 {
      return
        " Only this one was looked into; of the \(Prose.number(others.count)) others that the present may be, \(lasting == 0 ? "none lasts" : lasting == others.count ? "all last" : "\(Prose.number(lasting)) last\(lasting == 1 ? "s" : "")") as the case is written."
    }
    let verb: Sentence =
      now.leaving[first].map { leaving in
        leaving.isEmpty ? "lasts" : "would be left by \(names.actors(leaving))"
      } ?? "is not feasible"
    return
      " Only this one was looked into; the present \(names.variant(answer.solved.statusQuos[first])) \(verb)."
  }

  /// How well founded the judgements behind what lasts are, and which those are.
  private var footing: Sentence? {
    guard let entries = answer.ledger?.entries, !entries.isEmpty else { return nil }
    let judgements = entries.map { $0.judgement }
    let footing = Footing(judgements)
    let count = "\(Prose.count(entries.count, "judgement")) on \(Prose.list(Self.matters(judgements)))"
    let stand = entries.count == 1 ? "stands" : "stand"
    let rest: Sentence =
      names.isGraph
      ? " Which situations and moves there are is not counted." : " Which options there are is not counted."
    if footing.isFirm {
      return
        "Behind what lasts \(stand) \(count), \(entries.count == 1 ? "" : "all ")said or reported by a source.\(rest)"
    }
    if footing.isBare {
      return
        "Behind what lasts \(stand) \(count), \(entries.count == 1 ? "which names no source" : "none of which names a source").\(rest)"
    }
    return "Behind what lasts \(stand) \(count): \(footing.words(withFirm: true)).\(rest)"
  }

  /// What judgements are about: `what actors want`, `rules`, `the present`.
  private static func matters(_ judgements: [Judgement]) -> [String] {
    var found: [String] = []
    for judgement in judgements {
      let matter =
        switch judgement.kind {
        case .statement, .ranking, .weight: "what actors want"
        case .rule: "rules"
        case .move: "moves"
        case .event, .history: "events"
        case .statusQuo: "the present"
        default: "other matters"
        }
      if !found.contains(matter) { found.append(matter) }
    }
    return found
  }

  /// A judgement, or several together, with what turns the answer.
  private func words(_ pivot: Pivot) -> Sentence {
    let notes = pivot.judgement.evidence.filter { !$0.isAgainst }.notes
    let note: Sentence = notes.isEmpty ? "" : " Its note: \(Self.clipped(notes))"
    if pivot.edits.isEmpty {
      let decides = pivot.verdicts.map { " It decides \(Prose.count($0, "verdict"))." } ?? ""
      return "\(names.capitalized(matter(pivot.judgement))).\(decides)\(note)"
    }
    // As 'sensitivity' tells them.
    let edits = pivot.edits.map { names.brief([$0]) }.joined(separator: "; and ")
    let then = [onClaim, pivot.outlook.map { difference(to: $0) } ?? ""].filter { !$0.isEmpty }
      .joined(separator: "; ")
    return
      "\(names.capitalized(edits))\(then.isEmpty ? "" : ": then \(then)").\(pivot.edits.count == 1 ? note : "")"
  }

  /// What becomes of what somebody claimed where it is turned; empty where nobody claimed anything.
  private var onClaim: Sentence {
    guard answer.isClaimed, !claimed.isEmpty, let claim = answer.claim, let holds = sensitivity?.answer.holds
    else { return "" }
    return names.words(claim, !holds)?.inLowerCase ?? "what was claimed is \(holds ? "false" : "true")"
  }

  /// A judgement in names, with its source.
  private func matter(_ judgement: Judgement) -> Sentence {
    if let actor = judgement.actor, subject.statement(of: judgement) != nil {
      return names.wish(judgement.index, of: actor)
    }
    let who: Sentence = judgement.actor.map { "\(names.possessive($0)) " } ?? ""
    let what: Sentence = judgement.kind == .weight ? "weight of \(names.weight(judgement))" : "ranking"
    return "\(who)\(what.pointing(to: .judgement(judgement.id))) (\(judgement.evidence.citation()))"
  }

  /// So much of a note is told.
  private static let noteLength = 100

  private static func clipped(_ text: String) -> Sentence {
    if text.count <= noteLength { return Sentence(text + (text.hasSuffix(".") ? "" : ".")) }
    let words = text.prefix(noteLength).split(separator: " ").dropLast().joined(separator: " ")
    return Sentence(words + " …")
  }
}

internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Questions
internal import Stability

// The judgements on which the answer hangs, and how well they are founded.
extension BriefReport {
  func addPivots(to builder: inout DocumentBuilder) {
    builder.heading("On what it rests")
    if let sensitivity, let holds = sensitivity.answer.holds, !answer.isClaimed {
      builder.paragraph(sensitivity.claim(holds) + sensitivity.firmness(holds))
    }
    let pivots = answer.pivots
    if !pivots.isEmpty {
      let isTurning = pivots.contains { !$0.edits.isEmpty }
      let what = isTurning ? "It hangs on" : "Most of what lasts hangs on"
      builder.paragraph(
        pivots.count == 1
          ? "\(what) one judgement:" : "\(what) these \(Prose.number(pivots.count)) judgements first:")
      var partners: [Edit] = []
      for (place, pivot) in pivots.enumerated() {
        builder.item(words(pivot, after: partners), mark: .number(place + 1))
        partners = Array(pivot.edits.dropFirst())
      }
    }
    if let words = footing { builder.paragraph(words) }
  }

  /// How well founded the judgements behind what lasts are.
  private var footing: Sentence? {
    guard let entries = answer.ledger?.entries, !entries.isEmpty else { return nil }
    let footing = Footing(entries.map { $0.judgement })
    let count = Prose.count(entries.count, "judgement")
    if footing.isFirm { return "Behind what lasts stand \(count), all said or reported by a source." }
    if footing.isBare { return "Behind what lasts stand \(count), none of which names a source." }
    return "Behind what lasts stand \(count): \(footing.words(withFirm: true))."
  }

  /// A judgement with what turns the answer; of `partners` it was said just before that they are
  /// changed together with another.
  private func words(_ pivot: Pivot, after partners: [Edit]) -> Sentence {
    let notes = pivot.judgement.evidence.filter { !$0.isAgainst }.notes
    let note: Sentence = notes.isEmpty ? "" : " Its note: \(Self.clipped(notes))"
    if pivot.edits.isEmpty {
      let decides = pivot.verdicts.map { " It decides \(Prose.count($0, "verdict"))." } ?? ""
      return "\(names.capitalized(matter(pivot.judgement))).\(decides)\(note)"
    }
    let others = Array(pivot.edits.dropFirst())
    let isSame = !others.isEmpty && others == partners
    let edits =
      pivot.edits.prefix(isSame ? 1 : .max).map { names.brief([$0]) }
      .joined(separator: "; together with ") + (isSame ? "; together with the same" : "")
    let then = pivot.outlook.map { difference(to: $0) } ?? ""
    return "\(names.capitalized(edits))\(then.isEmpty ? "" : ": then \(then)").\(note)"
  }

  /// A judgement in names, with its source.
  private func matter(_ judgement: Judgement) -> Sentence {
    if let actor = judgement.actor, subject.statement(of: judgement) != nil {
      return names.wish(judgement.index, of: actor)
    }
    let who: Sentence = judgement.actor.map { "\(names.possessive($0)) " } ?? ""
    let what = Sentence(judgement.kind == .weight ? "weight of \(judgement.text)" : "ranking")
    return "\(who)\(what.pointing(to: .judgement(judgement.id))) (\(judgement.evidence.citation()))"
  }

  /// So much of a note is told.
  private static let noteLength = 100

  private static func clipped(_ text: String) -> Sentence {
    if text.count <= noteLength { return Sentence(text + (text.hasSuffix(".") ? "" : ".")) }
    let words = text.prefix(noteLength).split(separator: " ").dropLast().joined(separator: " ")
    return Sentence(words + " …")
  }

  /// What would be otherwise, as clauses; empty where nothing that has a name would be.
  func difference(to outlook: Outlook) -> Sentence {
    // Of several that the present may be, it is about the first.
    let present: Sentence =
      names.presents.count > 1
      ? names.presents.first.map { names.present($0).replacingStart { "t" + $0.dropFirst() } } ?? ""
      : "the present"
    if outlook.count == 0 { return now.count == 0 ? "" : "nothing would last" }
    var parts: [Sentence] = []
    switch (now.leaving?.isEmpty, outlook.leaving?.isEmpty) {
    case (false?, true?): parts.append("\(present) would last")
    case (true?, false?):
      parts.append("\(present) would not last, since \(names.actors(outlook.leaving ?? [])) would leave it")
    case (_?, nil): parts.append("\(present) could not be")
    default: break
    }
    let outcomes = now.lasting.indices.filter { outlook.lasting.indices.contains($0) }
    let gained = outcomes.filter { !now.lasting[$0] && outlook.lasting[$0] }.map { names.outcome($0) }
    let lost = outcomes.filter { now.lasting[$0] && !outlook.lasting[$0] }.map { names.outcome($0) }
    if !gained.isEmpty {
      parts.append("\(Prose.list(gained, atMost: 3)) could last\(now.count == 0 ? "" : ", too")")
    }
    if !lost.isEmpty { parts.append("\(Prose.list(lost, atMost: 3)) could not last any more") }
    return parts.joined(separator: "; ")
  }
}

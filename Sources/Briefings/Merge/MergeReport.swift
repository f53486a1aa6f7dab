package import CaseFile
internal import ConflictModel
package import Documents
internal import Notation
package import Questions

/// What became of a merge of two cases.
package struct MergeReport: Briefing {
  package typealias Asked = MergeQuestion

  package static var furtherForms: [AnswerForm] { [.yaml] }

  package static var usualForm: AnswerForm { .yaml }

  let merge: Merge
  let first: String
  let second: String
  /// The things of the first case, whose judgements stand where there is a dispute.
  private let names: Names?
  /// The things of the second case.
  private let otherNames: Names?
  /// The judgements of both.
  let judgements: JudgementPair

  /// A report on a merge of the cases called `first` and `second`, which tells the ids of their
  /// judgements where it is known what the two mean.
  package init(_ merge: Merge, of meaning: Case?, and other: Case?, first: String, second: String) {
    self.merge = merge
    names = meaning.map { Names($0, states: nil) }
    otherNames = other.map { Names($0, states: nil) }
    judgements = JudgementPair(
      first: meaning.map { JudgementIndex($0) }, other: other.map { JudgementIndex($0) })
    self.first = first
    self.second = second
  }

  package init(_ answer: MergeQuestion.Answer, _ work: Work) {
    self.init(
      answer.merge, of: answer.meaning, and: answer.other, first: answer.first, second: answer.second)
  }

  /// What is known of the judgements that are disputed.
  package func notes(on references: [Reference]) -> [Note] {
    CaseNotes([(name: first, names: names), (name: second, names: otherNames)]).notes(on: references)
  }

  /// What was taken over, and each dispute with what both say.
  package func bareDocument() -> Document {
    var builder = DocumentBuilder()
    let lead = lead
    builder.add(lead)
    builder.pause()
    let disputes = merge.disputes + merge.sourceDisputes
    // What the actors want and can do comes first: known answers follow from it.
    let known = disputes.filter { $0.key.kind == .expectation }
    let judgements = disputes.filter { $0.key.kind != .expectation }
    if !disputes.isEmpty, !merge.taken.isEmpty { builder.heading("What is disputed") }
    for dispute in judgements.prefix(Self.listed) { builder.item(words(dispute)) }
    if judgements.count > Self.listed {
      builder.remark("And \(Prose.count(judgements.count - Self.listed, "dispute")) more.")
    }
    if judgements.count > Self.listed || judgements.isEmpty && known.count > Self.listed {
      builder.more("All disputes") { inner in for dispute in disputes { inner.item(words(dispute)) } }
    } else if judgements.isEmpty || known.count + judgements.count <= Self.listed {
      for dispute in known { builder.item(words(dispute)) }
    } else {
      builder.more("Disputes on known answers") { inner in
        for dispute in known { inner.item(words(dispute)) }
      }
    }
    builder.more("What the case has from whom") { addOrigins(to: &$0) }
    return builder.document
  }

  /// So many disputes are told one by one at first.
  private static let listed = 12

  /// The lead: whether they agree, on what not, and what stands in the case that was made.
  private var lead: [Block] {
    var lead = Lead()
    let disputes = merge.disputes + merge.sourceDisputes
    if disputes.isEmpty {
      lead.add("\(Sentence("They agree:", .good)) nothing is disputed.")
    } else {
      let known = disputes.count { $0.key.kind == .expectation }
      let wishes = disputes.count { $0.isWish }
      var parts: [String] = []
      if wishes > 0 { parts.append("\(wishes) on what actors want") }
      let others = disputes.count - known - wishes
      if others > 0 { parts.append("\(others) on what else the cases say") }
      if known > 0 { parts.append("\(known) on answers that are known") }
      let kinds = parts.count > 1 ? " (\(Prose.list(parts)))" : ""
      lead.add(
        "\(Sentence("\(Prose.count(disputes.count, "dispute"))\(kinds):", .caution)) the case written says what \(first.printable) says."
      )
    }
    lead.add(leftOut, rank: 1)
    if merge.taken.count == 1 {
      lead.add("Taken over from \(second.printable): \(taken(merge.taken[0])).")
    } else if !merge.taken.isEmpty {
      lead.add("Taken over from \(second.printable), \(Prose.number(merge.taken.count)) things:")
      for one in merge.taken { lead.item("\(Prose.capitalized(taken(one))).", called: subject(one)) }
    }
    return lead.blocks
  }

  /// The remarks of the second case that have no place in what was made; empty where there are none.
  private var leftOut: Sentence {
    let lines = merge.remarksLeftOut
    if lines.isEmpty { return "" }
    return
      "Left out: \(Prose.count(lines.count, "remark")) of \(second.printable) (\(lines.count == 1 ? "line" : "lines") \(Prose.list(lines.map { Sentence(Prose.grouped($0)) }, atMost: 8))), about what stands as \(first.printable) has it."
  }

  /// What was taken over, what both have, and whose order stands.
  private func addOrigins(to builder: inout DocumentBuilder) {
    if !merge.taken.isEmpty {
      let taken = merge.taken.map { self.taken($0) }
      builder.paragraph("Taken over from \(second.printable): \(Prose.list(taken, atMost: 12)).")
    }
    if !merge.united.isEmpty {
      let places = merge.united.map { united in
        var united = united
        united.key.part = nil
        return
          "\(subject(united)) \(Prose.quoted(united.before?.text ?? united.after?.text ?? united.key.id))"
      }
      builder.paragraph("With the sources of both: \(Prose.list(places, atMost: 12)).")
    }
    for order in merge.orders {
      builder.paragraph(
        "\(subject(order)): another in \(second.printable); that of \(first.printable) stands. It numbers states at most, and changes nothing that lasts."
      )
    }
  }

  private func taken(_ difference: Difference) -> Sentence {
    if difference.change == .moved { return subject(difference) }
    let (subject, id) = (subject(difference), difference.key.id)
    let before = difference.before?.words { _, _ in nil } ?? Prose.quoted(id)
    let after = difference.after?.words { _, _ in nil } ?? Prose.quoted(id)
    switch difference.change {
    case .dropped: return "without \(subject) \(before)"
    case .changed where before != after: return "\(subject) \(after) in place of \(before)"
    case _ where difference.wholeActor != nil && difference.after?.text ?? id == id: return subject
    default: return "\(subject) \(after)"
    }
  }

  /// What a difference is about: whose, of what kind, and which key of it.
  private func subject(_ difference: Difference) -> Sentence {
    let key = difference.key
    let owner = key.actor.map { "\($0.printable)\(self.name(.actor, $0)), " } ?? ""
    if key.isOrder, key.kind == .profile {
      return "\(owner)the order of the profile \(Prose.quoted(key.id))"
    }
    if key.isOrder { return "\(owner)the order of \(key.id.printable)" }
    let kind =
      switch key.kind {
      case .statusQuo: "status quo"
      case .ranking: "what it wants"
      case .perception: "what it perceives"
      case .document: "case"
      default: key.kind.rawValue
      }
    // All of an actor or a source is told by its name.
    let isTold = key.part == nil && (key.kind == .source || key.kind == .actor)
    let name = isTold ? "" : self.name(key.kind, key.id, of: key.actor)
    if key.kind == .actor {
      let actor = "\(key.id.printable)\(name)"
      return key.keys.map { "\(actor), \($0.printable)" } ?? "actor \(actor)"
    }
    guard let part = key.keys else { return "\(owner)\(kind)\(statementID(difference))\(name)" }
    let id = key.kind == .document || key.kind == .statusQuo ? "" : " \(Prose.quoted(key.id).text)"
    return "\(owner)\(kind)\(id)\(name), \(part.printable)"
  }

  /// The id of the statement that a difference is about, where the case gives it one.
  private func statementID(_ difference: Difference) -> String {
    guard difference.key.kind == .statement else { return "" }
    let id: String? =
      switch (judgements.reference(difference), judgements.otherReference(difference)) {
      case (.judgement(let id)?, _): id
      case (_, .otherJudgement(let id, _)?): id
      default: nil
      }
    let last = id?.split(separator: ".").last.map { String($0) } ?? ""
    return last.isEmpty || last.allSatisfy { $0.isNumber } ? "" : " \(Prose.quoted(last).text)"
  }

  /// What people call a thing, in brackets, where that is not its id.
  private func name(_ kind: Difference.Kind, _ id: String, of actor: String? = nil) -> String {
    let known = [names, otherNames].lazy.compactMap { $0?.name(kind, id, of: actor) }.first { $0 != id }
    return known.map { " (\($0.printable))" } ?? ""
  }

  private func words(_ dispute: Difference) -> Sentence {
    let subject = pointed(dispute)
    if dispute.isContrary {
      return "\(subject): what speaks for it in one case speaks against it in the other."
    }
    if !dispute.discords.isEmpty {
      return "\(subject): \(dispute.discords.map { words($0, of: dispute) }.joined(separator: "; "))."
    }
    let actor = dispute.key.actor
    let one = said(dispute.before, dispute, first) { judgements.reference(to: $0, $1, of: actor) }
    let other = said(dispute.after, dispute, second) { judgements.otherReference(to: $0, $1, of: actor) }
    return
      "\(subject): \(one); \(other.pointing(to: judgements.otherReference(dispute)))\(otherMeaning(dispute))."
  }

  /// What the two mean where they write it alike.
  private func otherMeaning(_ dispute: Difference) -> Sentence {
    guard dispute.change == .changed, let text = dispute.before?.text, text == dispute.after?.text else {
      return ""
    }
    let lead: Sentence = "; they mean other \(dispute.key.kind == .ranking ? "states" : "things") by it"
    guard let names, let otherNames,
      let (place, one, other) = names.firstOther(in: otherNames, rankedBy: dispute.key.actor)
    else { return lead }
    return
      "\(lead): in place \(place + 1), \(one) in \(first.printable), and \(other) in \(second.printable)"
  }

  /// What the two say of one place of a source: `of memo 1.2, one.yaml:4 says confidence low, two.yaml:4 high`.
  private func words(_ discord: Difference.Discord, of dispute: Difference) -> Sentence {
    let place = [discord.source, discord.at].compactMap { $0?.printable }.joined(separator: " ")
    let words =
      (place.isEmpty ? "" : "of \(place), ") + (discord.by.map { "in the name of \($0.printable), " } ?? "")
    let one = "\(spot(dispute.before, first)) says \(discord.key) \(discord.before)"
    let other = Sentence("\(spot(dispute.after, second)) \(discord.after)")
    return "\(words)\(one), \(other.pointing(to: judgements.otherReference(dispute)))"
  }

  /// What a dispute is about, which points to the judgement of the first case if it has one.
  private func pointed(_ dispute: Difference) -> Sentence {
    subject(dispute).pointing(to: judgements.reference(dispute))
  }

  /// Where something stands.
  private func spot(_ wording: Difference.Wording?, _ file: String) -> String {
    guard let place = wording?.place, place.isKnown else { return file.printable }
    return "\(place.file.printable):\(place.line)"
  }

  private func said(
    _ wording: Difference.Wording?, _ dispute: Difference, _ file: String,
    pointing reference: (Difference.Wording, Difference.Kind) -> Reference?
  ) -> Sentence {
    guard let wording else {
      return "\(file.printable) has \(dispute.silence.map { Prose.quoted($0) } ?? "none")"
    }
    let order =
      dispute.change == .moved && wording.index != nil ? " in place \((wording.index ?? 0) + 1)" : ""
    // An actor without a name is called by its id already.
    let isCalled = dispute.wholeActor != nil && wording.text == dispute.key.id
    return "\(spot(wording, file)) has \(isCalled ? "it" : wording.words(reference))\(order)"
  }
}

extension Difference {
  /// Whether it is about what an actor wants.
  fileprivate var isWish: Bool { key.kind == .statement || key.kind == .ranking || key.kind == .weight }
}

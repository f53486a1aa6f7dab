package import CaseFile
package import ConflictModel
package import Documents
package import Notation
package import Questions

/// What became of a merge of two cases.
package struct MergeReport: Briefing {
  package typealias Asked = MergeQuestion

  package static var furtherForms: [AnswerForm] { [.yaml] }

  package static var usualForm: AnswerForm { .yaml }

  private let merge: Merge
  private let first: String
  private let second: String
  /// The things of the first case, whose judgements stand where there is a dispute.
  private let names: Names?
  private let judgements: JudgementIndex?
  /// The things of the second case and its judgements.
  private let otherNames: Names?
  private let otherJudgements: JudgementIndex?

  /// A report on a merge of the cases called `first` and `second`, which tells the ids of their
  /// judgements where it is known what the two mean.
  package init(_ merge: Merge, of meaning: Case?, and other: Case?, first: String, second: String) {
    self.merge = merge
    names = meaning.map { Names($0, states: nil) }
    judgements = meaning.map { JudgementIndex($0) }
    otherNames = other.map { Names($0, states: nil) }
    otherJudgements = other.map { JudgementIndex($0) }
    self.first = first
    self.second = second
  }

  @export(interface) package init(_ answer: MergeQuestion.Answer, _ work: Work) {
    self.init(
      answer.merge, of: answer.meaning, and: answer.other, first: answer.first, second: answer.second)
  }

  /// What is known of the judgements that are disputed.
  @export(interface) package func notes(on references: [Reference]) -> [Note] {
    var found = names?.notes(on: references) ?? []
    for case .otherJudgement(let id, let number) in references {
      let known = Set(found.map { $0.reference })
      let notes = otherNames?.notes(onOther: id, of: number, called: Sentence(second.printable)) ?? []
      found += notes.filter { !known.contains($0.reference) }
    }
    return found
  }

  /// What was taken over, and each dispute with what both say.
  @export(interface) package func bareDocument() -> Document {
    var builder = DocumentBuilder()
    let lead = lead
    builder.add(lead)
    builder.pause()
    let disputes = merge.disputes + merge.sourceDisputes
    // What the actors want and can do comes first: known answers follow from it.
    let known = disputes.filter { $0.key.kind == .expectation }
    let judgements = disputes.filter { $0.key.kind != .expectation }
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
    if !merge.taken.isEmpty {
      let taken = merge.taken.map { self.taken($0) }
      lead.add("Taken over from \(second.printable): \(Prose.list(taken, atMost: 4)).", rank: 1)
    }
    return lead.blocks
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
    let (before, after) = (difference.before?.text ?? id, difference.after?.text ?? id)
    switch difference.change {
    case .dropped: return "without \(subject) \(Prose.quoted(before))"
    case .changed where before != after:
      return "\(subject) \(Prose.quoted(after)) in place of \(Prose.quoted(before))"
    case _ where difference.isWholeActor && after == id: return subject
    default: return "\(subject) \(Prose.quoted(after))"
    }
  }

  /// What a difference is about: whose, of what kind, and which key of it.
  private func subject(_ difference: Difference) -> Sentence {
    let key = difference.key
    let owner = key.actor.map { "\($0.printable), " } ?? ""
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
    if key.kind == .actor {
      return key.keys.map { "\(key.id.printable), \($0.printable)" } ?? "actor \(key.id.printable)"
    }
    guard let part = key.keys else { return "\(owner)\(kind)" }
    let name = key.kind == .document || key.kind == .statusQuo ? "" : " \(Prose.quoted(key.id))"
    return "\(owner)\(kind)\(name), \(part.printable)"
  }

  private func words(_ dispute: Difference) -> Sentence {
    let subject = pointed(dispute)
    if dispute.isContrary {
      return "\(subject): what speaks for it in one case speaks against it in the other."
    }
    let (one, other) = (said(dispute.before, dispute, first), said(dispute.after, dispute, second))
    let there = dispute.after.flatMap { otherJudgements?.id(dispute.key, saying: $0) }
    return "\(subject): \(one); \(other.pointing(to: there.map { .otherJudgement($0, of: 2) }))."
  }

  /// What a dispute is about, which points to the judgement of the first case if it has one.
  private func pointed(_ dispute: Difference) -> Sentence {
    let subject = subject(dispute)
    guard let wording = dispute.before, let id = judgements?.id(dispute.key, saying: wording) else {
      return subject
    }
    return subject.pointing(to: .judgement(id))
  }

  private func said(_ wording: Difference.Wording?, _ dispute: Difference, _ file: String) -> Sentence {
    guard let wording else {
      return "\(file.printable) has \(dispute.silence.map { Prose.quoted($0) } ?? "none")"
    }
    let place =
      wording.place.isKnown ? "\(wording.place.file.printable):\(wording.place.line)" : file.printable
    let order =
      dispute.change == .moved && wording.index != nil ? " in place \((wording.index ?? 0) + 1)" : ""
    // An actor without a name is called by its id already.
    let isCalled = dispute.isWholeActor && wording.text == dispute.key.id
    return "\(place) has \(isCalled ? "it" : Prose.quoted(wording.text))\(order)"
  }
}

extension Difference {
  /// Whether it is about an actor that only one of the cases has.
  fileprivate var isWholeActor: Bool { key.kind == .actor && key.part == nil }

  /// Whether it is about what an actor wants.
  fileprivate var isWish: Bool { key.kind == .statement || key.kind == .ranking || key.kind == .weight }
}

extension MergeReport {
  @export(interface) package func write(to reader: TextReader) -> Limit? { json().write(to: reader) }

  /// The case that was made.
  @export(interface) package var written: CaseDocument? { merge.document }

  /// The `entente.merge` document, as Documentation/JSON.md describes it.
  package func json() -> JSONValue {
    [
      "format": "entente.merge", "version": 1, "first": .string(first), "second": .string(second),
      "disputes": .array(merge.disputes.map { json($0) }),
      "disputedSources": JSONValue(merge.disputedSources),
      "sourceDisputes": .array(merge.sourceDisputes.map { json($0) }),
      "taken": .array(merge.taken.map { json($0) }), "united": .array(merge.united.map { json($0) }),
      "orders": .array(merge.orders.map { json($0) }),
      "document": .string(merge.document.printed()),
    ]
  }

  private func json(_ difference: Difference) -> JSONValue {
    func id(_ wording: Difference.Wording?, _ judgements: JudgementIndex?) -> JSONValue {
      JSONValue(wording.flatMap { judgements?.id(difference.key, saying: $0) })
    }
    return [
      "kind": .string(difference.key.kind.rawValue), "actor": JSONValue(difference.key.actor),
      "id": .string(difference.key.id), "part": JSONValue(difference.key.part),
      "change": .string(difference.change.rawValue),
      "first": JSONValue(difference.before?.text), "second": JSONValue(difference.after?.text),
      "judgement": id(difference.before, judgements), "otherJudgement": id(difference.after, otherJudgements),
      "contrary": .bool(difference.isContrary),
    ]
  }
}

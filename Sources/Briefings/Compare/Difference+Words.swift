internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation

extension Difference {
  /// What differs, in a line: `Russia, statement 2: “…” (eom 3.2, said) becomes “…” (no source given)`.
  ///
  /// What it is about points to the first case's judgement, what the second says to its own. It is called by
  /// its name, or by its id for programs.
  func words(_ old: Names, _ new: Names, _ judgements: JudgementPair, withIDs: Bool = false) -> Sentence {
    "\(subject(change == .added && silence == nil ? new : old, judgements, withIDs: withIDs)): \(change == .moved ? order(judgements) : content(judgements, old, new))\(standing.map { $0.words } ?? "")"
  }

  private func content(_ judgements: JudgementPair, _ old: Names, _ new: Names) -> Sentence {
    switch change {
    case .added where silence == nil: "only the second has \(saidInOther(judgements))"
    case .dropped where silence == nil: "only the first has \(said(judgements))"
    case .changed where isContrary && saysTheSame:
      "both say \(Prose.quoted(before?.text ?? "")), and what one has for it the other has against it"
    case .changed where isContrary:
      "what one has for what it says the other has against what it says"
    case .changed where role == .source: sources(judgements)
    case .changed where saysTheSame: otherMeaning(old, new, judgements)
    default: "\(said(judgements)) in the first, \(saidInOther(judgements)) in the second"
    }
  }

  /// What two mean that say the same, as the numbers of states of which there are others.
  private func otherMeaning(_ old: Names, _ new: Names, _ judgements: JudgementPair) -> Sentence {
    let lead: Sentence =
      "both say \(text(judgements)), and mean other \(key.kind == .ranking ? "states" : "things") by it"
    guard let (place, one, other) = old.firstOther(in: new, rankedBy: key.actor) else { return lead }
    return "\(lead): in place \(place + 1), \(one) in the first, and \(other) in the second"
  }

  /// That something stands in another place, or all of a list in another order.
  private func order(_ judgements: JudgementPair) -> Sentence {
    guard let place = before?.index else {
      let other = Prose.quoted(after?.text ?? "").pointing(to: judgements.otherReference(self))
      return "in the first \(Prose.quoted(before?.text ?? "")), in the second \(other)"
    }
    return
      "\(said(judgements)) stands in place \(place + 1) in the first and in place \((after?.index ?? 0) + 1) in the second"
  }

  /// The same in a few words, for an account of a conclusion.
  func brief(_ old: Names, _ new: Names, _ judgements: JudgementPair) -> Sentence {
    let text = change == .added ? text(ofOther: judgements) : text(judgements)
    let what: Sentence =
      switch change {
      case .added: "with \(text)"
      case .dropped: "without \(text)"
      case .changed where saysTheSame: "with what the second means by \(self.text(ofOther: judgements))"
      case .changed: "with \(self.text(ofOther: judgements)) for \(text)"
      case .moved where before?.index == nil: "in the order \(Prose.quoted(after?.text ?? ""))"
      case .moved: "with \(text) in place \((after?.index ?? 0) + 1)"
      }
    return "\(subject(change == .added ? new : old, judgements)) \(what)"
  }

  // MARK: What each says

  /// What the first case says, and from where.
  private func said(_ judgements: JudgementPair) -> Sentence {
    guard let before else { return silence.map { Prose.quoted($0) } ?? "nothing" }
    return "\(text(judgements)) (\(before.evidence.citation()))"
  }

  /// What the second case says, and from where, which points to its judgement.
  private func saidInOther(_ judgements: JudgementPair) -> Sentence {
    guard let after else {
      return (silence.map { Prose.quoted($0) } ?? "nothing").pointing(to: judgements.otherReference(self))
    }
    return Sentence("\(text(ofOther: judgements)) (\(after.evidence.citation()))")
      .pointing(to: judgements.otherReference(self))
  }

  private func text(_ judgements: JudgementPair) -> Sentence {
    before?.words { judgements.reference(to: $0, $1, of: key.actor) } ?? Prose.quoted(key.id)
  }

  private func text(ofOther judgements: JudgementPair) -> Sentence {
    after?.words { judgements.otherReference(to: $0, $1, of: key.actor) } ?? Prose.quoted(key.id)
  }

  /// Whether both make the judgement alike, wherever they have it from.
  private var saysTheSame: Bool { before?.text == after?.text }

  /// How the two differ in where they have a judgement from.
  private func sources(_ judgements: JudgementPair) -> Sentence {
    let (old, new) = (before?.evidence ?? [], after?.evidence ?? [])
    let both: Sentence = "both say \(Prose.quoted(before?.text ?? ""))"
    if old.isEmpty || new.isEmpty {
      let one: Sentence =
        new.isEmpty
        ? "only the first says why (\(old.citation()))"
        : "only the second says why (\(Sentence(new.citation(), to: judgements.otherReference(self))))"
      return saysTheSame ? "\(both), and \(one)" : one
    }
    let keys = old.keys(differingFrom: new)
    if keys.isEmpty {
      let places = old.places(beside: new)
      return saysTheSame ? "\(both), \(places.alone)" : "\(places.besides), too"
    }
    let more: Sentence = "another \(Prose.list(keys))"
    if !saysTheSame { return "\(more), too" }
    if old.citation() == new.citation() { return "\(both), with \(more)" }
    let other = Sentence(new.citation(), to: judgements.otherReference(self))
    return "\(both), with \(more): \(old.citation()) in the first; \(other) in the second"
  }

  /// Whether it is about when an event holds, or as of which day.
  var isOfTime: Bool {
    standing != nil || key.kind == .history
      || key.kind == .event && (key.part == "since" || key.part == "until")
      || key.kind == .document && key.part == "as_of"
  }

  // MARK: What it is about

  /// Whose judgement, and of what kind.
  private func subject(_ names: Names, _ judgements: JudgementPair, withIDs: Bool = false) -> Sentence {
    let wording = change == .added ? after : before ?? after
    let reference =
      change == .added && silence == nil ? judgements.otherReference(self) : judgements.reference(self)
    let kind = Sentence(part(thing(wording, withIDs ? nil : names))).pointing(to: reference)
    guard let id = key.actor ?? actorOfPart,
      let actor = names.conflict.actors.firstIndex(where: { $0.id == id })
    else { return kind }
    return "\(names.actor(actor)), \(kind)"
  }

  /// The actor whose name or the like it is about.
  private var actorOfPart: String? {
    key.kind == .actor && key.keys != nil && key.part != "because" ? key.id : nil
  }

  private func thing(_ wording: Wording?, _ names: Names?) -> String {
    switch key.kind {
    case _ where key.isOrder && wording?.index == nil: "the order of \(key.id)"
    case _ where key.isDoubtOfRanking: "a pair of states in an order not known"
    case .perception: "how it sees the case"
    case .history: names?.observation(key.id) ?? "the observation \(key.id)"
    // All of an actor or a source is told by its name.
    case .source where key.part == nil, .actor where key.part == nil, _ where key.isOfName:
      "the \(key.kind.rawValue) \(key.id)"
    case .statusQuo: "the status quo"
    case .statement: wording?.index.map { "statement \($0 + 1)" } ?? "a statement"
    case .ranking: "what it wants"
    case .source, .profile, .level, .actor, .term, .event, .outcome, .option:
      "the \(key.kind.rawValue) \(names?.called(key.kind, key.id, of: key.actor).text ?? key.id)"
    case .joint where names != nil:
      "the joint option \(names?.called(.joint, key.id).text ?? key.id)"
    default: "the \(key.kind.rawValue)"
    }
  }

  /// The thing, and which key of it where that is not the main one.
  private func part(_ thing: String) -> String {
    guard let part = key.keys, part != "because", !key.isOrder, !key.isDoubtOfRanking else { return thing }
    return actorOfPart == nil ? "\(thing), \(part)" : part
  }
}

extension Difference.Wording {
  /// What it says; all that an actor wants in plain words, each judgement pointing to what `reference` gives.
  func words(_ reference: (Difference.Wording, Difference.Kind) -> Reference?) -> Sentence {
    guard let wishes, !wishes.isLikeOther else { return Prose.quoted(text) }
    if wishes.kind == .ranking, let ranking = wishes.parts.first {
      return Sentence(ranking.text, to: reference(ranking, .ranking))
    }
    let parts = wishes.parts.map { Prose.quoted($0.text, to: reference($0, wishes.kind)) }
    // That all is the same to it is one word, and no wish.
    guard !wishes.isIndifferent, let first = parts.first else { return parts.first ?? Prose.quoted(text) }
    let noun = wishes.kind == .weight ? "weight" : "wish"
    if parts.count == 1 { return "the \(noun) \(first)" }
    return "the \(noun)\(wishes.kind == .weight ? "s" : "es") \(Prose.list(parts, atMost: 4))"
  }
}

extension [Evidence] {
  /// In what the evidence differs from other that names the same places, in words; nothing where that names others.
  fileprivate func keys(differingFrom others: [Evidence]) -> [String] {
    if Set(compactMap { $0.cited }) != Set(others.compactMap { $0.cited }) { return [] }
    if Set(self) == Set(others) { return ["order of its sources"] }
    let values: [(key: String, value: (Evidence) -> String?)] = [
      // Whether it speaks for the judgement or against it.
      ("bearing", { $0.isAgainst ? $0.cited ?? "" : nil }), ("basis", { $0.basis?.rawValue }),
      ("confidence", { $0.confidence?.rawValue }), ("quotation", { $0.quote }), ("judge", { $0.by }),
      ("date", { $0.date }), ("note", { $0.note }), ("fingerprint", { $0.fingerprint }),
    ]
    let keys = values.filter { Set(map($0.value)) != Set(others.map($0.value)) }.map { $0.key }
    // The same values, each beside others.
    return keys.isEmpty ? ["account of its sources"] : keys
  }
}

extension [Evidence] {
  /// How the places that it names differ from those of other evidence, which are not the same: in the
  /// words for a judgement that is the same, and for one that is another.
  fileprivate func places(beside others: [Evidence]) -> (alone: String, besides: String) {
    let (own, other) = (filter { !others.contains($0) }, others.filter { !contains($0) })
    func more(_ rest: [Evidence], _ owner: String) -> (String, String) {
      let count = Prose.number(rest.count)
      return (
        "and the \(owner) has \(count) more: \(rest.citation())",
        "the \(owner) has \(count) more source\(rest.count == 1 ? "" : "s")"
      )
    }
    if own.isEmpty { return more(other, "second") }
    if other.isEmpty { return more(own, "first") }
    let (cited, otherCited) = (Set(compactMap { $0.source }), Set(others.compactMap { $0.source }))
    if cited == otherCited, !contains(where: { $0.source == nil }),
      !others.contains(where: { $0.source == nil })
    {
      if count == 1, others.count == 1 {
        return (
          "at another place of the same source: \(citation()) in the first, \(others.citation()) in the second",
          "the place in the source is another"
        )
      }
      return (
        "at other places of the same source\(cited.count == 1 ? "" : "s"): \(citation()) in the first; \(others.citation()) in the second",
        "the places in the source\(cited.count == 1 ? " are" : "s are") others"
      )
    }
    let isPartly = own.count < count || cited.contains(where: otherCited.contains)
    return isPartly
      ? ("partly from other sources", "some of the sources are others")
      : ("from other sources", "the sources are others")
  }
}

extension Evidence {
  /// The place that it names.
  fileprivate var cited: String? { source.map { "\($0) \(writtenPlace ?? "")" } }
}

extension Difference.Key {
  /// Whether it is about what people call a thing that goes by its id.
  fileprivate var isOfName: Bool {
    switch kind {
    case .profile, .level, .actor, .term, .event, .outcome, .option, .joint: part == "name"
    case .source: part == "title"
    default: false
    }
  }
}

extension Difference.Standing {
  /// What it comes to, as the end of a sentence: `; as of 2024-05-01 it holds in both`.
  fileprivate var words: String {
    if dayBefore == dayAfter, let day = dayBefore {
      let place =
        before == after ? before ? "in both" : "in neither" : "in the \(before ? "first" : "second") only"
      return "; as of \(day.printable) the event holds \(place)"
    }
    return
      "; the event \(Self.words(before, dayBefore)) in the first and \(Self.words(after, dayAfter)) in the second"
  }

  private static func words(_ holds: Bool, _ day: String?) -> String {
    "\(holds ? "holds" : "does not hold") \(day.map { "as of \($0.printable)" } ?? "as written")"
  }
}

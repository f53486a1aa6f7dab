internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions

// What an answer turns on, in a few lines.
extension SensitivityReport {
  /// The lead: whether the claim holds, how many judgements decide it, and which first.
  func lead(_ holds: Bool) -> [Block] {
    var lead = Lead()
    lead.add("\(claim(holds))\(firmness(holds))")
    if case .lasts(let state) = answer.claim.content {
      lead.goOn(names.doubtAboutPresent(state), rank: 1)
    }
    let deciding = deciding
    if let basis = basis(of: deciding.map { $0.edits[0].judgement }) { lead.goOn(basis, rank: 2) }
    if answer.smallestSize == 1 {
      let dropped = deciding.count { $0.edits.contains { $0.change == .dropped } }
      if dropped > 0, deciding.count > 1 {
        lead.goOn(
          dropped == deciding.count
            ? "It is enough to leave any of them out:"
            : "For \(Prose.number(dropped)) of them it is enough to leave \(dropped == 1 ? "it" : "them") out:",
          rank: 1)
      }
      for judgement in deciding { lead.item(words(judgement)) }
    } else if let size = answer.smallestSize {
      for group in groups(ofSize: size) {
        let set = plainest(group)
        let words =
          names.capitalized(set.map { names.brief([answer.edits[$0]]) }.joined(separator: "; and ")) + "."
        lead.item(words)
      }
    }
    return lead.blocks
  }

  /// Why the first of what turns it does, each in a line.
  func addWhys(_ whys: Whys, to builder: inout DocumentBuilder) {
    let explained = told.filter { whys[$0] != nil }.prefix(Self.whysShown)
    if explained.isEmpty { return }
    builder.heading(answer.holds == true ? "Why that would end it" : "Why that would change it")
    for set in explained {
      let edits = set.map { answer.edits[$0] }
      let what = edits.map { "\(names.bare($0)), \(names.change($0))" as Sentence }
      builder.item("\(names.capitalized(what.joined(separator: "; and "))).\(why(set, whys))")
    }
  }

  /// What is claimed and whether it is so.
  func claim(_ holds: Bool) -> Sentence {
    let concept = answer.claim.concept
    let sense: Sentence = concept == .seq ? "" : " under \(concept.word)"
    func named(_ condition: Condition) -> Sentence? {
      subject.outcomes.firstIndex { $0.condition == condition }.map { names.outcome($0) }
    }
    switch answer.claim.content {
    case .lasts(let state):
      return "\(names.called(state)) \(holds ? "lasts" : "does not last")\(sense)"
    case .some(let condition):
      if let name = named(condition) { return "\(name) \(holds ? "can" : "cannot") last\(sense)" }
    case .no(let condition):
      if let name = named(condition) { return "\(name) \(holds ? "cannot" : "can") last\(sense)" }
    case .every(let condition):
      if let name = named(condition) {
        return "\(holds ? "All that lasts is" : "Not all that lasts is") \(name)\(sense)"
      }
    }
    return "\(Prose.quoted(answer.claim.words)) is \(holds ? "true" : "false")"
  }

  /// How many judgements turn it, to follow the claim.
  func firmness(_ holds: Bool) -> Sentence {
    let turn = holds ? "end that" : "change that"
    let count = Prose.count(indifferent.of, "judgement")
    guard let size = answer.smallestSize else {
      switch answer.completeSizes {
      case 0: return "; no change of a judgement was tried to the end."
      case 1: return ", and none of \(count), changed alone, would \(turn)."
      default:
        return
          ", firmly: none of \(count), changed alone, would \(turn), nor would any \(Prose.number(answer.completeSizes)) together."
      }
    }
    if size == 1 {
      let deciding = indifferent.of - indifferent.edits.count
      return
        ", but not firmly: \(deciding == 1 ? "one" : "any of \(Prose.grouped(deciding))") of \(count), if changed alone, would \(turn)."
    }
    let pairs = groups(ofSize: size).count
    let noun =
      size == 2
      ? Prose.count(pairs, "pair")
      : Prose.count(pairs, "set of \(Prose.number(size))", "sets of \(Prose.number(size))")
    return
      ". None of \(count), changed alone, would \(turn); it takes \(Prose.number(size)) together: \(pairs == 1 ? "" : "any of ")\(noun)."
  }

  /// A judgement that decides alone, with the edits that turn the claim.
  struct Deciding {
    /// The most natural of them, by index.
    let first: Int
    let edits: [Edit]
  }

  /// The judgements that decide alone: first those that do when merely left out, then those that must
  /// be changed more; of each the least well founded first.
  var deciding: [Deciding] {
    answer.deciding.map { edits in
      Deciding(first: edits[0], edits: edits.map { answer.edits[$0] })
    }
  }

  private func words(_ deciding: Deciding) -> Sentence {
    names.capitalized(names.brief(deciding.edits)) + "."
  }

  /// How well founded they are, in a sentence.
  private func basis(of all: [Judgement]) -> Sentence? {
    // A ranking is one judgement, whichever places of it are changed.
    var seen: Set<Judgement> = []
    let judgements = all.filter { seen.insert($0).inserted }
    if judgements.count < 2 { return nil }
    return "Of these \(Prose.grouped(judgements.count)): \(Footing(judgements).words(withFirm: true))."
  }
}

extension Names {
  /// A judgement with edits of it: `Moscow’s wish for “X” (memo 3.1, said), left out or put last`.
  func brief(_ edits: [Edit]) -> Sentence {
    let edit = edits[0]
    let what: Sentence =
      switch edit.target {
      case .statement(let actor, let index): wish(index, of: actor)
      case .event(let index):
        "that \(Prose.quoted(conflict.events[index].name, to: .event(conflict.events[index].id))) \(conflict.events[index].holds ? "holds" : "does not hold") (\(citation(of: edit)))"
      case .options(let bits):
        "\(possessive(conflict.options[bits[0]].actor)) option \(Prose.quoted(name(ofOption: bits[0]), to: .judgement(edit.judgement.id))) (\(citation(of: edit)))"
      case .tier(let actor, let index): tier(index, of: actor, edit)
      case .rule, .requirement, .ranking, .weight, .cannot, .move:
        "\(subject(of: edit)) (\(citation(of: edit)))"
      }
    // Of a ranking, what is done to other places of it is not done to this one.
    let same = edits.filter { $0.target == edit.target }
    let changes = Prose.list(same.map { change($0) }, atMost: 3, "or")
    let rest = edits.count - same.count
    let more = rest == 0 ? "" : "; or by \(Prose.count(rest, "other change")) there"
    return "\(what), \(changes)\(more)"
  }

  /// The judgement without what it rests on: `Moscow’s wish for “X”`.
  fileprivate func bare(_ edit: Edit) -> Sentence {
    switch edit.target {
    case .statement(let actor, let index):
      return "\(possessive(actor)) wish for \(wanted(index, of: actor))"
    case .event(let index):
      let event = conflict.events[index]
      return
        "that \(Prose.quoted(event.name, to: .event(event.id))) \(event.holds ? "holds" : "does not hold")"
    case .options(let bits):
      return
        "\(possessive(conflict.options[bits[0]].actor)) option \(Prose.quoted(name(ofOption: bits[0]), to: .judgement(edit.judgement.id)))"
    case .tier, .rule, .requirement, .ranking, .weight, .cannot, .move: return subject(of: edit)
    }
  }

  private func name(ofOption index: Int) -> String {
    for row in groups.flatMap({ $0.rows }) where row.options.contains(index) { return row.name }
    return conflict.options[index].name
  }

  /// Some states in somebody's ranking, by name where they have one.
  private func tier(_ index: Int, of actor: Int, _ edit: Edit) -> Sentence {
    guard case .ranking(let tiers) = conflict.actors[actor].preference, tiers.indices.contains(index) else {
      return "\(possessive(actor)) ranking"
    }
    var members: [Sentence] = []
    for state in tiers[index] {
      let name = title(of: state) ?? "a situation without a name"
      if members.count < 2, !members.contains(name) { members.append(name) }
    }
    return
      "the place of \(Prose.list(members)) in \(possessive(actor)) ranking (\(citation(of: edit)))"
  }
}

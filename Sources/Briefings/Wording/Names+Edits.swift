internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions

// Edits in names, as short as they can be said.
extension Names {
  /// A judgement with edits of it: `Moscow’s wish for “X” (memo 3.1, said), left out or put last`.
  func brief(_ edits: [Edit]) -> Sentence {
    let edit = edits[0]
    if case .tier(let actor, _) = edit.target { return brief(edits, ofRankingOf: actor) }
    let what: Sentence =
      switch edit.target {
      case .statement(let actor, let index): wish(index, of: actor)
      case .event(let index):
        "\(event(index)) (now: \(conflict.events[index].holds ? "yes" : "no"); \(Sentence(citation(of: edit), to: .judgement(edit.judgement.id))))"
      case .options, .ranking, .move, .weight, .rule, .requirement, .cannot:
        "\(judged(edit)) (\(citation(of: edit)))"
      case .tier: "\(subject(of: edit)) (\(citation(of: edit)))"
      }
    let same = edits.filter { $0.target == edit.target }
    let changes = Prose.list(same.map { suffix($0) }, atMost: same.count == 4 ? 4 : 3, "or")
    return "\(what), \(changes)\(others(edits.count - same.count))"
  }

  /// A judgement as it would be, without what it rests on: `Moscow’s wish for “X”, left out`.
  func bare(_ edit: Edit) -> Sentence {
    switch edit.target {
    case .statement(let actor, let index): "\(wishAlone(index, of: actor)), \(suffix(edit))"
    case .tier(let actor, _): "\(possessive(actor)) ranking: \(move(edit))"
    case .event(let index): "\(event(index)), \(suffix(edit))"
    case .options, .ranking, .move, .weight, .rule, .requirement, .cannot:
      "\(judged(edit)), \(suffix(edit))"
    }
  }

  /// Judgements one after the other, those of an actor together and its wishes first: `Moscow’s wishes for
  /// “X” (memo 3.1, said), against “Y” (memo 3.2, said), its option “Z” (no source)`.
  ///
  /// - Parameters:
  ///   - edits: An edit of each.
  ///   - isCited: Whether it is said on what each rests.
  func judged(_ edits: [Edit], isCited: Bool) -> [Sentence] {
    var actors: [Int?] = []
    for edit in edits where !actors.contains(edit.judgement.actor) { actors.append(edit.judgement.actor) }
    return actors.flatMap { actor in
      let own = edits.filter { $0.judgement.actor == actor }
      let wishes = own.filter { $0.isOfStatement }
      let all = wishes + own.filter { !$0.isOfStatement }
      return all.enumerated().map { place, edit -> Sentence in
        var name = judged(edit, by: place > 0 && actor != nil ? "its" : nil)
        if wishes.count > 1, case .statement(let actor, let index) = edit.target {
          name = wishAlone(index, of: actor, after: place > 0 ? "" : "\(possessive(actor)) wishes ")
        }
        return isCited ? "\(name) (\(citation(of: edit)))" : name
      }
    }
  }

  /// What is judged, in names; `owner` stands for the name of the actor.
  func judged(_ edit: Edit, by owner: Sentence? = nil) -> Sentence {
    switch edit.target {
    case .event(let index):
      return "that \(event(index)) \(conflict.events[index].holds ? "holds" : "does not hold")"
    case .options(let bits):
      let name = quoted(
        name(ofOption: bits[0]), id: conflict.options[bits[0]].id, to: .judgement(edit.judgement.id))
      return "\(owner ?? possessive(conflict.options[bits[0]].actor)) option \(name)"
    case .ranking(let actor), .tier(let actor, _):
      return ("\(owner ?? possessive(actor)) ranking" as Sentence).pointing(to: .judgement(edit.judgement.id))
    case .move(let actor, let from, let to):
      let move: Sentence =
        "\(owner ?? possessive(actor)) move from \(title(of: from) ?? state(from)) to \(title(of: to) ?? state(to))"
      return move.pointing(to: .judgement(edit.judgement.id))
    case .statement(let actor, let index): return wishAlone(index, of: actor)
    case .weight(let actor, _):
      let weight: Sentence = "\(owner ?? possessive(actor)) weight of \(weight(edit.judgement))"
      return weight.pointing(to: .judgement(edit.judgement.id))
    case .rule, .requirement: return rule(edit.judgement).pointing(to: .judgement(edit.judgement.id))
    case .cannot: return name(of: edit.judgement)
    }
  }

  /// What an edit does, behind a comma: `left out`, `were it not to hold`.
  private func suffix(_ edit: Edit) -> String {
    if case .event(let index) = edit.target, edit.change == .flipped {
      return conflict.events[index].holds ? "were it not to hold" : "were it to hold"
    }
    return change(edit)
  }

  private func event(_ index: Int) -> Sentence {
    let event = conflict.events[index]
    return Prose.quoted(event.name, to: .event(event.id))
  }

  private func others(_ count: Int) -> String {
    count == 0 ? "" : "; or by \(Prose.count(count, "other change")) there"
  }

  func name(ofOption index: Int) -> String {
    for row in groups.flatMap({ $0.rows }) where row.options.contains(index) { return row.name }
    return conflict.options[index].name
  }

  // MARK: Rankings

  /// Edits of the places of a ranking: which situation goes where.
  private func brief(_ edits: [Edit], ofRankingOf actor: Int) -> Sentence {
    var moves: [Sentence] = []
    for edit in edits where moves.count < 2 {
      if case .tier = edit.target { moves.append(move(edit)) }
    }
    return
      "\(judged(edits[0])) (\(citation(of: edits[0]))): \(Prose.list(moves, "or"))\(others(edits.count - moves.count))"
  }

  /// What an edit moves in a ranking: `“Strike” moved from place 5 of 12 to below “Blockade”`.
  private func move(_ edit: Edit) -> Sentence {
    guard case .tier(let actor, let index) = edit.target,
      case .ranking(let tiers) = conflict.actors[actor].preference, tiers.indices.contains(index)
    else { return Sentence(change(edit)) }
    let from = "moved from place \(Prose.grouped(index + 1)) of \(Prose.grouped(tiers.count))"
    let what = members(of: tiers[index])
    switch edit.change {
    case .first: return "\(what) \(from) to the first"
    case .last: return "\(what) \(from) to the last"
    case .swapped where tiers.indices.contains(index + 1):
      return "\(what) \(from) to below \(members(of: tiers[index + 1]))"
    default: return "\(what) \(change(edit))"
    }
  }

  /// Some situations in one place of a ranking; of several the first.
  private func members(of tier: [State]) -> Sentence {
    Prose.list(tier.map { calledApart($0) }, atMost: tier.count == 2 ? 2 : 1)
  }

  /// What a state is called where each is to be told from all others: by its outcomes where no other is
  /// called so, else by how it differs from the present as well.
  private func calledApart(_ state: State) -> Sentence {
    let title = title(of: state)
    if isGraph { return title ?? self.state(state) }
    if isPresent(state), presents.count == 1 { return title.map { "the present \($0)" } ?? "the present" }
    let own = subject.outcomes(of: state)
    let isShared =
      title != nil
      && (isOneOfMany(state) || states?.contains { $0 != state && subject.outcomes(of: $0) == own } ?? false)
    if let title, !isShared { return title }
    let apart: Sentence
    if let now = subject.statusQuo?.state {
      apart = "the present \(variant(state, of: now))"
    } else {
      let content = content(of: state)
      apart =
        content.text == "nothing is taken"
        ? "the situation with nothing taken" : "the situation with \(content)"
    }
    return title.map { "\($0) (\(apart))" } ?? apart
  }
}

extension Edit {
  /// Whether it changes a wish.
  var isOfStatement: Bool { if case .statement = target { true } else { false } }
}

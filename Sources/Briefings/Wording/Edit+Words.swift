internal import Questions
internal import CaseFile
internal import ConflictModel
internal import Documents

extension Names {
  /// What an edit does to its judgement, to follow "if it were": `left out`.
  func change(_ edit: Edit) -> String {
    switch (edit.change, edit.target) {
    case (.dropped, _): "left out"
    case (.negated, .ranking): "turned upside down"
    case (.negated, _): "turned into its opposite"
    case (.first, .tier): "ranked first"
    case (.last, .tier): "ranked last"
    case (.first, _): "put above all others"
    case (.last, _): "put below all others"
    case (.swapped, .tier): "swapped with the next below"
    case (.swapped, _): "swapped with the next"
    case (.flipped, .event(let index)): conflict.events[index].holds ? "not so" : "so"
    case (.flipped, _): "the other way round"
    case (.takeOnly, _): isLevelled(edit) ? "never to be lowered again" : "never to be given up again"
    case (.dropOnly, _): isLevelled(edit) ? "never to be raised" : "never to be taken anew"
    case (.bothWays, _): isLevelled(edit) ? "open to be raised and lowered" : "open to be taken and given up"
    case (.removed, .move): "not possible"
    case (.removed, _): "not there"
    }
  }

  /// Whether an option is edited that stands at one of several levels.
  private func isLevelled(_ edit: Edit) -> Bool {
    guard case .options(let bits) = edit.target else { return false }
    return bits.contains { bit in conflict.levelOptions.contains { $0.thresholds.contains(bit) } }
  }

  /// What is edited: `South Korea, statement 3, “not consent”`.
  func subject(of edit: Edit) -> Sentence {
    let judgement = edit.judgement
    let owner: Sentence = judgement.actor.map { "\(actor($0)), " } ?? ""
    return owner + matter(of: edit).pointing(to: .judgement(judgement.id))
  }

  /// What is edited, without the actor whose judgement it is.
  private func matter(of edit: Edit) -> Sentence {
    let judgement = edit.judgement
    switch edit.target {
    case .statement(_, let index):
      return "statement \(index + 1), \(Prose.quoted(judgement.text))"
    case .tier(let actor, let index):
      guard case .ranking(let tiers) = conflict.actors[actor].preference else { return "the ranking" }
      let members = tiers[index].map { state($0) }
      return "the ranking of \(Prose.list(members, atMost: 3))"
    case .ranking: return "the whole ranking"
    case .weight: return "the weight of \(Prose.quoted(judgement.text))"
    case .event(let index): return "the event \(Prose.quoted(conflict.events[index].name))"
    case .rule, .requirement: return "the rule \(Prose.quoted(judgement.text))"
    case .options(let bits):
      if judgement.kind == .joint {
        return "\(actor(conflict.options[bits[0]].actor)), its half of \(Prose.quoted(judgement.text))"
      }
      return "the option \(Prose.quoted(judgement.text))"
    case .cannot: return "that it \(Prose.quoted(judgement.text))"
    case .move: return "the move \(judgement.text)"
    }
  }

  /// A few words for each judgement of a kind, for a list of many: `statement 3`.
  func brief(_ edit: Edit) -> String {
    switch edit.target {
    case .statement(_, let index): "statement \(index + 1)"
    case .tier, .ranking: "the ranking"
    case .weight: "the weight of \(edit.judgement.text)"
    case .event: edit.judgement.text
    case .rule, .requirement: "rule \(edit.judgement.index + 1)"
    case .options where edit.judgement.kind == .joint: subject.document.joint[edit.judgement.index].id
    case .options(let bits): conflict.options[bits[0]].id
    case .cannot: "cannot \(edit.judgement.index + 1)"
    case .move: "the move \(edit.judgement.text)"
    }
  }

  /// Places, basis and hedge of what is edited.
  func citation(of edit: Edit) -> String {
    var hedge: Hedge?
    if case .statement(let actor, let index) = edit.target {
      let statements = subject.statements(of: actor)
      if statements.indices.contains(index) { hedge = statements[index].hedge }
    }
    return edit.judgement.evidence.citation(hedge: hedge)
  }
}

internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation

extension Difference {
  /// What differs in a few words, wishes by what they are for: `Russia’s wish for “Pact”, which only the
  /// second has`.
  func inNames(_ old: Names, _ new: Names, _ judgements: JudgementPair) -> Sentence {
    if change == .changed, key.kind == .ranking, key.part == nil,
      let actor = new.conflict.actors.firstIndex(where: { $0.id == key.actor })
    {
      return "\(new.possessive(actor)) order of preference as it is in the second"
    }
    if change == .changed, key.kind == .event, key.part == nil,
      let name = new.name(.event, key.id, of: nil), let before, let after,
      before.text.hasSuffix("yes") != after.text.hasSuffix("yes")
    {
      let holds = after.text.hasSuffix("yes")
      return
        "that \(Prose.quoted(name, to: .event(key.id))) holds in the \(holds ? "second" : "first") and not in the \(holds ? "first" : "second")"
    }
    let (one, other) = (wish(before, old), wish(after, new))
    switch (change, one, other) {
    case (.added, _, let other?): return "\(other.whole), which only the second has"
    case (.dropped, let one?, _): return "\(one.whole), which only the first has"
    case (.moved, _?, let other?): return "\(other.whole) in place \((after?.index ?? 0) + 1)"
    case (.changed, let one?, let other?) where one.alone.text != other.alone.text:
      return "\(other.whole) in the second, in place of one \(one.alone)"
    default: return brief(old, new, judgements)
    }
  }

  /// A wish with whose it is, and by itself; nil where what a case says is none.
  private func wish(_ wording: Wording?, _ names: Names) -> (whole: Sentence, alone: Sentence)? {
    guard key.kind == .statement, key.part == nil, !key.isOrder || change == .moved,
      let index = wording?.index,
      let actor = names.conflict.actors.firstIndex(where: { $0.id == key.actor }),
      names.subject.statements(of: actor).indices.contains(index)
    else { return nil }
    return (names.wishAlone(index, of: actor), names.wishAlone(index, of: actor, after: ""))
  }
}

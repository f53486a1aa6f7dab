internal import CaseFile
internal import ConflictModel
internal import Stability

extension SolveReport {
  /// Whether declared threats and promises would be carried out, and whether the
  /// equilibria keep them.
  var declarations: [String] {
    var sentences: [String] = []
    guard hasReasons else { return [] }
    for (actor, text) in subject.document.actors.enumerated() {
      for declaration in text.declares {
        guard let condition = try? subject.condition(declaration.condition, actor: actor),
          let then = try? subject.condition(declaration.then, actor: actor)
        else { continue }
        sentences.append(test(declaration, of: actor, condition, then))
      }
    }
    return sentences
  }

  private func test(
    _ declaration: DeclarationText, of actor: Int, _ condition: Condition, _ then: Condition
  ) -> String {
    let applies = solution.states(where: condition)
    let kept = solution.states(where: then)
    let words = "if \(declaration.condition.printed), then \(declaration.then.printed)"
    var text = "\(names.actor(actor)) declares \(Prose.quoted(words)) (\(declaration.because.citation()))."
    let bound = lasting.intersection(applies)
    text +=
      bound.isEmpty
      ? " In no state that lasts does it come to that."
      : " It is kept in \(Self.share(bound.intersection(kept).count, of: bound.count)) of the \(Prose.count(bound.count, "lasting state")) where it applies."

    let due = applies.subtracting(kept)
    if due.isEmpty { return text + " No feasible state breaks it." }
    let deeds = self.deeds(of: actor, from: due, to: applies.intersection(kept))
    let looked = lookedAt(of: due.count, "states where it is still to be carried out")
    if deeds.able == 0 {
      return text + " Where it is still to be carried out, no move of its own can do it." + looked
    }
    text +=
      " In \(Self.share(deeds.gaining, of: deeds.able)) of the \(Prose.count(deeds.able, "state")) where a move of its own would carry it out, it would itself gain by that"
    let victims = deeds.hurt.indices.filter { deeds.hurt[$0] > 0 }.map {
      "\(names.actor($0)) in \(Self.share(deeds.hurt[$0], of: deeds.able))"
    }
    text += victims.isEmpty ? "; it would hurt nobody." : "; it would hurt \(Prose.list(victims))."
    return text + looked
  }

  /// Of the first states of a selection: from how many a move of the actor leads
  /// to one of the targets, from how many to its own gain, and how often each
  /// other actor would be worse off.
  private func deeds(
    of actor: Int, from due: Selection, to targets: Selection
  ) -> (able: Int, gaining: Int, hurt: [Int]) {
    var (able, gaining) = (0, 0)
    var hurt = [Int](repeating: 0, count: conflict.actors.count)
    for position in due.prefix(bounds.looked) {
      let deeds = solution.moves(of: actor, from: position).filter(targets.contains)
      if deeds.isEmpty { continue }
      able += 1
      let rank = { (someone: Int, position: Int) in solution.rank(of: someone, at: position) }
      if deeds.contains(where: { rank(actor, $0) > rank(actor, position) }) { gaining += 1 }
      for other in hurt.indices where other != actor {
        if deeds.contains(where: { rank(other, $0) < rank(other, position) }) { hurt[other] += 1 }
      }
    }
    return (able, gaining, hurt)
  }

  private static func share(_ part: Int, of whole: Int) -> String {
    part == whole ? "all" : part == 0 ? "none" : Prose.grouped(part)
  }
}

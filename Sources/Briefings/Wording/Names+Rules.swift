internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation

// Rules and weights in the names that people read, not in the ids of the file.
extension Names {
  /// The rule that a judgement is: `the rule that “Sweeten the bid” only if “Bid”`.
  func rule(_ judgement: Judgement) -> Sentence {
    let rules = subject.document.rules
    guard judgement.kind == .rule, rules.indices.contains(judgement.index) else {
      return "the rule \(Prose.quoted(judgement.text))"
    }
    return "the rule that \(clause(rules[judgement.index].demand))"
  }

  private func clause(_ demand: RuleText.Demand) -> Sentence {
    switch demand {
    case .always(let condition):
      if case .joined = condition { return words(condition) }
      return "\(words(condition)) holds"
    case .never(let condition): return "\(words(condition)) never holds"
    case .one(let count, let parts):
      return "\(count.rawValue) one of \(Prose.list(parts.map { words($0) })) holds"
    case .take(let option, let needs): return "taking \(words(option)) needs \(words(needs))"
    }
  }

  /// What a judgement about a weight weighs, and with how much: `“Poison pill”, 0.25`.
  func weight(_ judgement: Judgement) -> Sentence {
    guard let actor = judgement.actor, case .weights(let weights) = subject.document.actors[actor].preference,
      weights.indices.contains(judgement.index)
    else { return Sentence(judgement.text.printable) }
    let weight = weights[judgement.index]
    let option = words(.name(weight.option.text, weight.option.place), of: actor)
    switch weight.amount {
    case .millionths(let amount): return "\(option), \(Decimals.text(amount))"
    case .levels(let levels):
      let name = weight.option.text
      let id = name.contains(".") ? name : "\(conflict.actors[actor].id).\(name)"
      let known = conflict.levelOptions.first { $0.id == id }
      let each = levels.map { level -> String in
        let index = known?.levels.firstIndex(of: level.level.text)
        return
          "\(Decimals.text(level.millionths)) at \(Prose.quoted(index.flatMap { known?.levelNames[$0] } ?? level.level.text).text)"
      }
      return "\(option): \(Prose.list(each))"
    }
  }

  /// That somebody cannot make some moves: `cannot move from “Flow” at “Full” to “Flow” at “None”`.
  func forbidden(_ judgement: Judgement) -> Sentence {
    guard let actor = judgement.actor, subject.document.actors[actor].cannot.indices.contains(judgement.index)
    else { return Sentence(judgement.text.printable) }
    let move = subject.document.actors[actor].cannot[judgement.index]
    func words(_ condition: ConditionText?) -> Sentence {
      condition.map { self.words($0, of: actor) } ?? "anywhere"
    }
    return "cannot move from \(words(move.from)) to \(words(move.to))"
  }
}

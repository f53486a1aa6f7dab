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
    let parts = judgement.text.split(separator: ":", maxSplits: 1).map { String($0) }
    guard parts.count == 2, let actor = judgement.actor else { return Sentence(judgement.text.printable) }
    return "\(words(.name(parts[0], judgement.place), of: actor)),\(parts[1].printable)"
  }
}

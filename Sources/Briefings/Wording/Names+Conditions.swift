internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation

// Conditions in the names that people read, not in the ids of the file.
extension Names {
  /// The condition in names: `“Extend the deal” if and only if Kyiv’s “Sail a corridor”`.
  ///
  /// - Parameter actor: Who speaks, by index: its own options are named without saying whose they are.
  func words(_ expression: ConditionText, of actor: Int? = nil) -> Sentence {
    ConditionWords(names: self, things: subject.things(namedIn: expression, of: actor), actor: actor)
      .words(expression, within: .joined)
  }

  /// A condition that was asked for, in names; as it was written where it cannot be read.
  func asked(_ condition: String) -> Sentence {
    let text = try? ConditionText(parsing: condition, at: .none, namesOf: subject.document)
    return text.map { words($0) } ?? Prose.quoted(condition: condition)
  }

  /// An option that is taken or not, with whose it is unless `actor` is asked about.
  fileprivate func owned(_ option: Int, by name: Sentence, askedBy actor: Int?) -> Sentence {
    let owner = conflict.options[option].actor
    guard owner != actor, conflict.actors.indices.contains(owner) else { return name }
    return "\(possessive(owner)) \(name)"
  }

  /// The name of an actor as an owner: `Kyiv’s`, `Western capitals’`.
  func possessive(_ actor: Int) -> Sentence {
    let name = self.actor(actor)
    return name + (name.hasSuffix("s") ? "\u{2019}" : "\u{2019}s")
  }
}

/// Puts one condition into words.
private struct ConditionWords {
  let names: Names
  let things: [String: Case.Named]
  let actor: Int?

  /// How tightly a condition holds together, from the loosest.
  enum Tightness: Int {
    case joined, or, and, not, primary
  }

  private func tightness(_ expression: ConditionText) -> Tightness {
    switch expression {
    case .joined: .joined
    case .or(let parts): parts.count > 1 ? .or : parts.first.map(tightness) ?? .primary
    case .and(let parts): parts.count > 1 ? .and : parts.first.map(tightness) ?? .primary
    case .not: .not
    case .constant, .name, .comparison, .count: .primary
    }
  }

  /// The words where nothing looser than `bound` may stand without parentheses.
  func words(_ expression: ConditionText, within bound: Tightness) -> Sentence {
    let words = bare(expression)
    return tightness(expression).rawValue < bound.rawValue ? "(\(words))" : words
  }

  private func bare(_ expression: ConditionText) -> Sentence {
    switch expression {
    case .constant(let value): value ? "anything" : "nothing"
    case .name(let name, _): thing(name)
    case .comparison(let name, let comparison, let level, _): self.comparison(name, comparison, level)
    case .not(.and(let parts)) where parts.count > 1:
      "not \(parts.count == 2 ? "both" : "all of") \(joined(parts, "and", within: .not))"
    case .not(.or(let parts)) where parts.count > 1: neither(parts)
    case .not(let operand): "not \(words(operand, within: .not))"
    case .and(let parts): both(parts)
    case .or(let parts): joined(parts, "or", within: parts.count > 1 ? .and : .joined)
    case .joined(let left, let connective, let right): self.joined(left, connective, right)
    case .count(let count, let number, let parts):
      "\(count.rawValue) \(number) of (\(parts.map { words($0, within: .joined) }.joined(separator: ", ")))"
    }
  }

  private func joined(_ parts: [ConditionText], _ word: Sentence, within bound: Tightness) -> Sentence {
    parts.isEmpty
      ? "anything" : parts.map { words($0, within: bound) }.joined(separator: " \(word) ")
  }

  /// What holds together: first what is to be so, so that no “not” seems to reach further than it does.
  private func both(_ parts: [ConditionText]) -> Sentence {
    let denied: [ConditionText] = parts.compactMap { if case .not(let operand) = $0 { operand } else { nil } }
    if denied.count == parts.count, parts.count > 1 { return neither(denied) }
    let rest = parts.filter { if case .not = $0 { false } else { true } }
    let bound: Tightness = parts.count > 1 ? .not : .joined
    let negative: [ConditionText] = parts.filter { if case .not = $0 { true } else { false } }
    return joined(rest + negative, "and", within: bound)
  }

  /// None of them: `neither “Talks” nor “Strikes”`.
  private func neither(_ parts: [ConditionText]) -> Sentence {
    let each = parts.map { words($0, within: .not) }
    return "neither \(each.joined(separator: " nor "))"
  }

  private func joined(
    _ left: ConditionText, _ connective: ConditionText.Connective, _ right: ConditionText
  ) -> Sentence {
    let (one, other) = (words(left, within: .or), words(right, within: .or))
    switch connective {
    case .implies: return joined(right, .if, left)
    case .if:
      if case .not(let exception) = right { return joined(left, .unless, exception) }
      return "\(one) if \(other)"
    case .onlyIf, .needs: return "\(one) only if \(other)"
    case .unless: return "\(one) unless \(other)"
    case .iff: return "\(one) if and only if \(other)"
    }
  }

  private func thing(_ name: String) -> Sentence {
    switch things[name] {
    case .option(let index): option(index)
    case .level(let index):
      names.owned(
        names.conflict.levelOptions[index].firstOption, by: level(index), askedBy: actor)
    case .event(let index):
      Prose.quoted(
        names.conflict.events[index].name, to: .event(names.conflict.events[index].id))
    case .term(let term):
      switch term.kind {
      case .outcome: names.quoted(term.name, id: term.id, to: .outcome(term.id))
      case .joint: names.quoted(term.name, id: term.id, to: .option(term.id))
      case .definition:
        names.thing(definedAs: term.id).map { names.words($0, of: actor) }
          ?? Prose.quoted(term.name.replacingUnderscores)
      }
    case .state(let state): names.state(state)
    case .actor(let index): names.actor(index)
    case nil: Prose.quoted(name)
    }
  }

  /// An option, a half of a joint option with who would do it.
  private func option(_ index: Int) -> Sentence {
    let option = names.conflict.options[index]
    if let joint = names.subject.jointOptions.first(where: { $0.halves.contains(index) }) {
      return names.owned(
        index, by: "part in \(names.quoted(joint.name, id: joint.id, to: .option(joint.id)))", askedBy: actor)
    }
    return names.owned(
      index, by: names.quoted(option.name, id: option.id, to: .option(option.id)), askedBy: actor)
  }

  private func level(_ index: Int) -> Sentence {
    let option = names.conflict.levelOptions[index]
    return names.quoted(option.name, id: option.id, to: .option(option.id))
  }

  private func comparison(
    _ name: String, _ comparison: ConditionText.Comparison, _ level: String
  ) -> Sentence {
    guard case .level(let index)? = things[name] else {
      return "\(thing(name)) \(comparison.rawValue) \(level)"
    }
    let option = names.conflict.levelOptions[index]
    let value = option.levels.firstIndex(of: level).map { option.levelNames[$0].printable } ?? level
    let how =
      switch comparison {
      case .equal: "at"
      case .notEqual: "not at"
      case .less: "below"
      case .atMost: "at or below"
      case .greater: "above"
      case .atLeast: "at or above"
      }
    return "\(thing(name)) \(how) \(Prose.quoted(value))"
  }
}

extension String {
  /// An id as words: with spaces where it has underscores.
  fileprivate var replacingUnderscores: String { String(map { $0 == "_" ? " " : $0 }) }
}

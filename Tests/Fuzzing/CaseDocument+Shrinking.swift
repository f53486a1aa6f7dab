import CaseFile

extension CaseDocument {
  /// Replaces every condition, wherever one stands.
  mutating func mapExpressions(_ change: (ConditionText) -> ConditionText) {
    for index in rules.indices {
      switch rules[index].demand {
      case .always(let condition): rules[index].demand = .always(change(condition))
      case .never(let condition): rules[index].demand = .never(change(condition))
      case .one(let count, let parts): rules[index].demand = .one(count, parts.map(change))
      case .take(let option, let needs): rules[index].demand = .take(option, needs: change(needs))
      }
    }
    for index in definitions.indices { definitions[index].when = change(definitions[index].when) }
    for index in outcomes.indices { outcomes[index].when = change(outcomes[index].when) }
    for index in actors.indices { actors[index].mapExpressions(change) }
    if case .condition(let condition) = statusQuo?.form { statusQuo?.form = .condition(change(condition)) }
  }

  /// Without everything that the names belong to, apart from what declares them.
  mutating func withoutNames(_ isGone: (String) -> Bool) {
    rules.removeAll { if case .take(.name(let name, _), _) = $0.demand { isGone(name) } else { false } }
    mapExpressions { $0.replacing(isGone) }
    for index in actors.indices {
      if case .weights(let weights) = actors[index].preference {
        actors[index].preference = .weights(weights.filter { !isGone($0.option.text) })
      }
    }
    if case .taken(let taken, let unsure) = statusQuo?.form {
      statusQuo?.form = .taken(
        taken.filter { !$0.names(isGone) }, unsure: unsure.filter { !$0.names(isGone) })
    }
    expectations = []
  }

  /// Without names for people and where judgements come from.
  mutating func withoutEvidence() {
    for index in actors.indices {
      (actors[index].name, actors[index].because) = (nil, [])
      for option in actors[index].options.indices {
        (actors[index].options[option].name, actors[index].options[option].because) = (nil, [])
        actors[index].options[option].levels = actors[index].options[option].levels.map {
          LevelText(id: $0.id)
        }
      }
      switch actors[index].preference {
      case .statements(let statements):
        actors[index].preference = .statements(
          statements.map {
            StatementText(that: $0.that, isSure: $0.isSure, isMuch: $0.isMuch, group: $0.group)
          })
      case .ranking(let tiers, _, let place): actors[index].preference = .ranking(tiers, because: [], place)
      case .weights(let weights):
        actors[index].preference = .weights(weights.map { WeightText(option: $0.option, amount: $0.amount) })
      case .indifferent: break
      }
      actors[index].cannot = actors[index].cannot.map { CannotText(from: $0.from, to: $0.to) }
      actors[index].misperceives = actors[index].misperceives.map { JudgedCondition($0.when) }
      actors[index].moves = actors[index].moves.map { MoveText(from: $0.from, to: $0.to, if: $0.condition) }
    }
    rules = rules.map { RuleText($0.demand) }
    definitions = definitions.map { DefinitionText(id: $0.id, when: $0.when) }
    joint = joint.map { JointText(id: $0.id, by: $0.by) }
    events = events.map { EventText(id: $0.id, holds: $0.holds) }
    states = states.map { StateText(id: $0.id) }
    statusQuo?.because = []
  }
}

extension ActorText {
  fileprivate mutating func mapExpressions(_ change: (ConditionText) -> ConditionText) {
    if case .statements(var statements) = preference {
      for index in statements.indices { statements[index].that = change(statements[index].that) }
      preference = .statements(statements)
    }
    for index in cannot.indices {
      cannot[index].from = cannot[index].from.map(change)
      cannot[index].to = cannot[index].to.map(change)
    }
    for index in misperceives.indices { misperceives[index].when = change(misperceives[index].when) }
    for index in moves.indices { moves[index].condition = moves[index].condition.map(change) }
    for index in declares.indices {
      declares[index].condition = change(declares[index].condition)
      declares[index].then = change(declares[index].then)
    }
  }
}

extension ConditionText {
  /// The condition with `false` for every name that is gone.
  func replacing(_ isGone: (String) -> Bool) -> ConditionText {
    switch self {
    case .constant: self
    case .name(let name, _), .comparison(let name, _, _, _): isGone(name) ? .constant(false) : self
    case .not(let inner): .not(inner.replacing(isGone))
    case .and(let parts): .and(parts.map { $0.replacing(isGone) })
    case .or(let parts): .or(parts.map { $0.replacing(isGone) })
    case .joined(let left, let word, let right):
      .joined(left.replacing(isGone), word, right.replacing(isGone))
    case .count(let count, let number, let parts): .count(count, number, parts.map { $0.replacing(isGone) })
    }
  }

  /// Whether it is such a name, or compares it.
  func names(_ isNamed: (String) -> Bool) -> Bool {
    switch self {
    case .name(let name, _), .comparison(let name, _, _, _): isNamed(name)
    default: false
    }
  }

  /// What may stand in its place: constants, its parts, itself with a part simpler.
  var simpler: [ConditionText] {
    switch self {
    case .constant: []
    case .name, .comparison: [.constant(true), .constant(false)]
    case .not(let inner): [.constant(true), .constant(false), inner] + inner.simpler.map { .not($0) }
    case .and(let parts): Self.simpler(parts) { .and($0) }
    case .or(let parts): Self.simpler(parts) { .or($0) }
    case .count(let count, let number, let parts): Self.simpler(parts) { .count(count, number, $0) }
    case .joined(let left, let word, let right):
      [.constant(true), .constant(false), left, right] + left.simpler.map { .joined($0, word, right) }
        + right.simpler.map { .joined(left, word, $0) }
    }
  }

  private static func simpler(_ parts: [ConditionText], _ whole: ([ConditionText]) -> ConditionText)
    -> [ConditionText]
  {
    var result: [ConditionText] = [.constant(true), .constant(false)] + parts
    for index in parts.indices {
      if parts.count > 2 {
        var fewer = parts
        fewer.remove(at: index)
        result.append(whole(fewer))
      }
      for part in parts[index].simpler {
        var changed = parts
        changed[index] = part
        result.append(whole(changed))
      }
    }
    return result
  }
}

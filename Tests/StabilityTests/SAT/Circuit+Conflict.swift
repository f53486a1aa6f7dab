import ConflictModel

// What a conflict says, as gates over the literals of its options.
extension Circuit {
  /// Holds where a condition does.
  mutating func literal(_ condition: Condition, _ state: [Int], _ conflict: Conflict) -> Int {
    func each(_ parts: [Condition], _ circuit: inout Circuit) -> [Int] {
      parts.map { circuit.literal($0, state, conflict) }
    }
    switch condition {
    case .constant(let value): return Self.constant(value)
    case .taken(let option): return state[option]
    case .event(let event): return Self.constant(conflict.events[event].holds)
    case .term(let term): return literal(conflict.terms[term], state, conflict)
    case .state(let other): return all(state.indices.map { other.takes($0) ? state[$0] : -state[$0] })
    case .not(let inner): return -literal(inner, state, conflict)
    case .all(let parts): return all(each(parts, &self))
    case .any(let parts): return any(each(parts, &self))
    case .implies(let left, let right):
      return any([-literal(left, state, conflict), literal(right, state, conflict)])
    case .iff(let left, let right):
      return same(literal(left, state, conflict), literal(right, state, conflict))
    case .count(let bound, let number, let parts):
      let literals = each(parts, &self)
      let (enough, tooMany) = (atLeast(number, of: literals), atLeast(number + 1, of: literals))
      return switch bound {
      case .atLeast: enough
      case .atMost: -tooMany
      case .exactly: all([enough, -tooMany])
      }
    }
  }

  /// Holds where the rules do, and a level that is reached has all lower ones reached.
  mutating func feasible(_ state: [Int], _ conflict: Conflict) -> Int {
    var demands = conflict.rules.map { literal($0, state, conflict) }
    for level in conflict.levelOptions {
      for upper in level.thresholds.dropFirst() { demands.append(any([-state[upper], state[upper - 1]])) }
    }
    return all(demands)
  }

  /// Holds where the actor may move so, and likes it better. Options of others are the same in both states.
  mutating func improvement(of actor: Int, from start: [Int], to end: [Int], _ conflict: Conflict) -> Int {
    let judgements = conflict.actors[actor]
    var demands = [feasible(end, conflict)]
    for unseen in judgements.misperceives {
      demands += [-literal(unseen, start, conflict), -literal(unseen, end, conflict)]
    }
    for move in judgements.cannot {
      demands.append(-all([literal(move.from, start, conflict), literal(move.to, end, conflict)]))
    }
    for (index, option) in conflict.options.enumerated() where option.actor == actor {
      let (taken, dropped) = (all([-start[index], end[index]]), all([start[index], -end[index]]))
      if option.direction == .drop { demands.append(-taken) }
      if option.direction == .take { demands.append(-dropped) }
      for requirement in conflict.requirements where requirement.option == index {
        demands.append(any([-taken, literal(requirement.needs, start, conflict)]))
      }
    }
    return all(demands + [prefers(actor, end, to: start, conflict)])
  }

  /// Holds where the first statement that tells the states apart holds in the better one.
  private mutating func prefers(
    _ actor: Int, _ better: [Int], to worse: [Int], _ conflict: Conflict
  ) -> Int {
    var prefers = Self.no
    for statement in Self.statements(conflict.actors[actor].preference).reversed() {
      let (above, below) = (literal(statement, better, conflict), literal(statement, worse, conflict))
      prefers = any([all([above, -below]), all([same(above, below), prefers])])
    }
    return prefers
  }

  private static func statements(_ preference: Preference) -> [Condition] {
    switch preference {
    case .statements(let statements): return statements
    case .ranking(let tiers): return tiers.map { tier in .any(tier.map { .state($0) }) }
    case .indifferent: return []
    case .weights: preconditionFailure("sums are not said in clauses")
    }
  }
}

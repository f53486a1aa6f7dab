public import ConflictModel

/// Needs and `cannot` by whose options they speak of.
extension Conflict {
  /// Whether the need holds, or not, wherever the owner of the option moves to; nil where that
  /// makes no difference, since the option is nobody's or can only be given up.
  public func isMasked(_ requirement: TakeRequirement) -> Bool? {
    let option = options[requirement.option]
    if option.actor == Option.nobody || option.direction == .drop { return nil }
    return predicate(requirement.needs).optionMask & optionMask(of: option.actor) == 0
  }

  /// Whether both sides of what an actor cannot do speak of the others' options alone.
  public func isMasked(_ move: ForbiddenMove, of actor: Int) -> Bool {
    [move.from, move.to].allSatisfy { predicate($0).optionMask & optionMask(of: actor) == 0 }
  }

  /// Whether the fast engines take all needs and `cannot`.
  public var hasMaskedMovesOnly: Bool {
    requirements.allSatisfy { isMasked($0) != false }
      && actors.indices.allSatisfy { actor in actors[actor].cannot.allSatisfy { isMasked($0, of: actor) } }
  }

  /// The same conflict with the needs and `cannot` for which that is so, and with others of the
  /// kind.
  func withMaskedMoves(using random: inout SeededGenerator) -> Conflict {
    var draft = MaskedDraft(conflict: self, random: random)
    let changed = draft.drawn()
    random = draft.random
    return changed
  }
}

/// Masked needs and `cannot` while they are being made up.
private struct MaskedDraft {
  let conflict: Conflict
  var random: SeededGenerator

  mutating func drawn() -> Conflict {
    var requirements = conflict.requirements.filter { conflict.isMasked($0) != false }
    for option in conflict.options.indices where Int.random(in: 0..<3, using: &random) == 0 {
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let needs = condition(without: conflict.options[option].actor)
        requirements.append(TakeRequirement(option: option, needs: needs))
      }
    }
    let actors = conflict.actors.indices.map { index in
      var actor = conflict.actors[index]
      actor.cannot.removeAll { !conflict.isMasked($0, of: index) }
      if Int.random(in: 0..<4, using: &random) == 0 {
        actor.cannot.append(ForbiddenMove(from: condition(without: index), to: condition(without: index)))
      }
      return actor
    }
    return Conflict(
      actors: actors, options: conflict.options, levelOptions: conflict.levelOptions,
      events: conflict.events, terms: conflict.terms, rules: conflict.rules, requirements: requirements)
  }

  /// A condition that speaks of anything but the actor's options; seldom one that always or never
  /// holds.
  private mutating func condition(without actor: Int) -> Condition {
    let others = conflict.options.indices.filter { conflict.options[$0].actor != actor }
    if others.isEmpty || Int.random(in: 0..<12, using: &random) == 0 {
      return .constant(Bool.random(using: &random))
    }
    func literal() -> Condition {
      let option = Condition.taken(others.randomElement(using: &random)!)
      return Bool.random(using: &random) ? option : .not(option)
    }
    return switch Int.random(in: 0..<6, using: &random) {
    case 0: .all([literal(), literal()])
    case 1: .any([literal(), literal()])
    case 2: .iff(literal(), literal())
    case 3: .count(.atLeast, 2, [literal(), literal(), literal()])
    default: literal()
    }
  }
}

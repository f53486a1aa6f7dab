public import ConflictModel

/// Two conflicts as one, to see what they have to do with each other.
extension Conflict {
  /// This conflict and another beside it, in option form, without a word about each other. The actors, options,
  /// levels, events and terms of the other follow those of this one.
  ///
  /// - Parameter shared: An actor here and one of the other who are one and the same: it wants first what the
  ///   one wants, then what the other does. It stands where it stands here, and is missing among those that follow.
  public func beside(_ other: Conflict, sharing shared: (here: Int, there: Int)? = nil) -> Conflict {
    precondition(form == .options && other.form == .options, "only options can stand beside each other")
    let (left, right) = (
      Part(of: self), Part(of: other, options: options.count, events: events.count, terms: terms.count)
    )
    let width = options.count + other.options.count
    var joined = actors.map { left($0, width) }
    // Where the other's actors are to be found.
    var places: [Int] = []
    for (index, actor) in other.actors.enumerated() {
      if let shared, index == shared.there {
        let lists = left.list(of: shared.here) + right.list(of: index)
        joined[shared.here].preference = .statements(lists)
        joined[shared.here].cannot += right(actor, width).cannot
        joined[shared.here].misperceives += right(actor, width).misperceives
        places.append(shared.here)
      } else {
        places.append(joined.count)
        joined.append(right(actor, width))
      }
    }
    return Conflict(
      actors: joined,
      options: options
        + other.options.map { option in
          let actor = option.actor == Option.nobody ? option.actor : places[option.actor]
          return Option(id: "other.\(option.id)", actor: actor, direction: option.direction)
        },
      levelOptions: levelOptions
        + other.levelOptions.map { level in
          var moved = level
          moved.id = "other.\(level.id)"
          moved.actor = level.actor == Option.nobody ? level.actor : places[level.actor]
          moved.firstOption += options.count
          return moved
        },
      events: events + other.events.map { Event(id: "other.\($0.id)", holds: $0.holds) },
      terms: terms.map { left($0) } + other.terms.map { right($0) },
      rules: rules.map { left($0) } + other.rules.map { right($0) },
      requirements: requirements.map { TakeRequirement(option: $0.option, needs: left($0.needs)) }
        + other.requirements.map {
          TakeRequirement(option: options.count + $0.option, needs: right($0.needs))
        })
  }
}

/// A conflict that becomes a part of a larger one, with what its options, events and terms are numbered from.
private struct Part {
  let conflict: Conflict
  let options: Int
  let events: Int
  let terms: Int

  init(of conflict: Conflict, options: Int = 0, events: Int = 0, terms: Int = 0) {
    self.conflict = conflict
    self.options = options
    self.events = events
    self.terms = terms
  }

  /// The condition, about this part of a state only.
  func callAsFunction(_ condition: Condition) -> Condition {
    switch condition {
    case .constant: condition
    case .taken(let option): .taken(options + option)
    case .event(let event): .event(events + event)
    case .term(let term): .term(terms + term)
    case .state(let state):
      .all(
        conflict.options.indices.map {
          state.takes($0) ? .taken(options + $0) : .not(.taken(options + $0))
        })
    case .not(let inner): .not(self(inner))
    case .all(let parts): .all(parts.map { self($0) })
    case .any(let parts): .any(parts.map { self($0) })
    case .implies(let left, let right): .implies(self(left), self(right))
    case .iff(let left, let right): .iff(self(left), self(right))
    case .count(let bound, let number, let parts): .count(bound, number, parts.map { self($0) })
    }
  }

  /// The actor among so many options.
  func callAsFunction(_ actor: Conflict.Actor, _ width: Int) -> Conflict.Actor {
    var moved = actor
    if options > 0 { moved.id = "other.\(actor.id)" }
    moved.cannot = actor.cannot.map { ForbiddenMove(from: self($0.from), to: self($0.to)) }
    moved.misperceives = actor.misperceives.map { self($0) }
    switch actor.preference {
    case .statements(let statements): moved.preference = .statements(statements.map { self($0) })
    case .ranking(let tiers): moved.preference = .statements(statements(for: tiers))
    case .weights(let weights):
      let before = [Int64](repeating: 0, count: options)
      let after = [Int64](repeating: 0, count: width - options - weights.count)
      moved.preference = .weights(before + weights + after)
    case .indifferent: break
    }
    return moved
  }

  /// What the actor wants as statements.
  func list(of index: Int) -> [Condition] {
    switch conflict.actors[index].preference {
    case .indifferent: []
    case .statements(let statements): statements.map { self($0) }
    case .ranking(let tiers): statements(for: tiers)
    case .weights: statements(for: BruteForce(conflict).tiers(of: index).map { $0.map { State($0) } })
    }
  }

  /// To be in the first tier; or else in the second; and so on.
  private func statements(for tiers: [[State]]) -> [Condition] {
    tiers.map { tier in .any(tier.map { self(.state($0)) }) }
  }
}

public import ConflictModel

extension Conflict {
  /// Whether there are more than two states, and somebody can gain in one of them:
  /// without that hardly anything can be wrong.
  public var isLively: Bool {
    let states = feasibleStates().states
    return states.count > 2
      && actors.indices.contains { actor in states.contains { !improvements(of: actor, from: $0).isEmpty } }
  }
}

/// Other conflicts that say the same, to compare answers with.
extension Conflict {
  /// The same conflict in graph form, states numbered as they are listed here.
  public func inGraphForm() -> Conflict {
    let truth = BruteForce(self)
    let place = Dictionary(uniqueKeysWithValues: truth.codes.enumerated().map { ($1, State(UInt64($0))) })
    let redrawn = actors.indices.map { index in
      Conflict.Actor(
        id: actors[index].id, preference: .ranking(truth.tiers(of: index).map { $0.map { place[$0]! } }),
        moves: truth.codes.map { code in truth.moves(index, code).sorted().map { place[$0]! } })
    }
    return Conflict(actors: redrawn, stateCount: truth.codes.count)
  }

  /// The same conflict with actors and options in another order: `actorOrder[k]`
  /// is the index here of what becomes actor *k*, and so for options.
  ///
  /// The thresholds of a level option stay one after the other; see ``optionOrder(using:)``.
  public func reordered(actors actorOrder: [Int], options optionOrder: [Int]) -> Conflict {
    precondition(form == .options, "only options can change places")
    let map = Reordering(optionOrder: optionOrder)
    let newActors = actorOrder.map { index -> Actor in
      var actor = actors[index]
      actor.cannot = actor.cannot.map { ForbiddenMove(from: map($0.from), to: map($0.to)) }
      actor.misperceives = actor.misperceives.map { map($0) }
      switch actor.preference {
      case .statements(let statements): actor.preference = .statements(statements.map { map($0) })
      case .ranking(let tiers): actor.preference = .ranking(tiers.map { $0.map { map($0) } })
      case .weights(let weights): actor.preference = .weights(optionOrder.map { weights[$0] })
      case .indifferent: break
      }
      return actor
    }
    let newOptions = optionOrder.map { index -> Option in
      var option = options[index]
      if option.actor != Option.nobody { option.actor = actorOrder.firstIndex(of: option.actor)! }
      return option
    }
    return Conflict(
      actors: newActors, options: newOptions,
      levelOptions: levelOptions.map { old in
        var level = old
        if old.actor != Option.nobody { level.actor = actorOrder.firstIndex(of: old.actor)! }
        level.firstOption = optionOrder.firstIndex(of: old.firstOption)!
        return level
      },
      events: events, terms: terms.map { map($0) },
      rules: rules.map { map($0) },
      requirements: requirements.map {
        TakeRequirement(option: optionOrder.firstIndex(of: $0.option)!, needs: map($0.needs))
      })
  }

  /// A random order of the options that keeps the thresholds of each level option together.
  public func optionOrder(using random: inout SeededGenerator) -> [Int] {
    var blocks = levelOptions.map { Array($0.thresholds) }
    blocks += options.indices.filter { index in !levelOptions.contains { $0.thresholds.contains(index) } }.map
    { [$0] }
    return blocks.shuffled(using: &random).flatMap { $0 }
  }

  /// The same conflict with further actors who have nothing to move.
  public func withIdleActors(_ preferences: [Preference]) -> Conflict {
    let idle = preferences.enumerated().map { index, preference in
      Conflict.Actor(
        id: "idle\(index)", preference: preference, moves: actors.first?.moves.map { _ in [] } ?? [])
    }
    switch form {
    case .graph(let stateCount):
      return Conflict(actors: actors + idle, stateCount: stateCount, events: events, terms: terms)
    case .options:
      return Conflict(
        actors: actors + idle, options: options, levelOptions: levelOptions, events: events, terms: terms,
        rules: rules, requirements: requirements)
    }
  }
}

/// Where options go when they change places.
public struct Reordering {
  private let optionOrder: [Int]

  /// `optionOrder[k]` is the old index of the new option *k*.
  public init(optionOrder: [Int]) {
    self.optionOrder = optionOrder
  }

  /// The state with its options in the new places.
  public func callAsFunction(_ state: State) -> State {
    var code: UInt64 = 0
    for (new, old) in optionOrder.enumerated() where state.takes(old) { code |= 1 << UInt64(new) }
    return State(code)
  }

  func callAsFunction(_ condition: Condition) -> Condition {
    switch condition {
    case .constant, .event, .term: condition
    case .taken(let option): .taken(optionOrder.firstIndex(of: option)!)
    case .state(let state): .state(self(state))
    case .not(let inner): .not(self(inner))
    case .all(let parts): .all(parts.map { self($0) })
    case .any(let parts): .any(parts.map { self($0) })
    case .implies(let left, let right): .implies(self(left), self(right))
    case .iff(let left, let right): .iff(self(left), self(right))
    case .count(let bound, let number, let parts): .count(bound, number, parts.map { self($0) })
    }
  }
}

extension BruteForce {
  /// The feasible codes in tiers that the actor likes equally, the best first.
  public func tiers(of actor: Int) -> [[UInt64]] {
    var tiers: [[UInt64]] = []
    for code in codes.sorted(by: { compare(actor, $0, $1) > 0 || compare(actor, $0, $1) == 0 && $0 < $1 }) {
      if let first = tiers.last?.first, compare(actor, first, code) == 0 {
        tiers[tiers.count - 1].append(code)
      } else {
        tiers.append([code])
      }
    }
    return tiers
  }
}

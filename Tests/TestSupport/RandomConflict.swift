public import ConflictModel

/// Random conflicts with everything a case can say in them.
public enum RandomConflict {
  /// A small conflict that a seed determines, of either form.
  public static func any(seed: UInt64) -> Conflict {
    var random = SeededGenerator(seed: seed)
    return Int.random(in: 0..<3, using: &random) == 0
      ? graphForm(using: &random) : optionForm(using: &random)
  }

  /// A conflict in option form: to 4 actors, some perhaps without options, and 6
  /// option bits; with levels, rules, terms, events, one-way options, `cannot`,
  /// needs, misperception and every kind of preference, each now and then.
  public static func optionForm(
    using random: inout SeededGenerator, maximumOptionCount: Int = 6, maximumActorCount: Int = 4
  ) -> Conflict {
    var draft = Draft(random: random)
    draft.addActorsAndOptions(maximumOptionCount, maximumActorCount)
    draft.addEventsAndTerms()
    draft.addRules()
    draft.addMoves()
    draft.addPreferences()
    random = draft.random
    return draft.conflict
  }

  /// A conflict in graph form: to 9 states and 4 actors; moves need neither be
  /// transitive nor come back, and a few are listed twice or lead nowhere.
  public static func graphForm(using random: inout SeededGenerator) -> Conflict {
    let count = Int.random(in: 1...9, using: &random)
    let codes = (0..<count).map { State(UInt64($0)) }
    let actorCount = Int.random(in: 1...4, using: &random)
    let density = Int.random(in: 1...6, using: &random)
    let actors = (0..<actorCount).map { index in
      Actor(
        id: "a\(index)", preference: graphPreference(over: codes, using: &random),
        misperceives: Int.random(in: 0..<8, using: &random) == 0
          ? [.state(codes.randomElement(using: &random)!)] : [],
        moves: codes.map { _ in
          var targets: [State] = []
          for target in codes where Int.random(in: 0..<10, using: &random) < density {
            targets.append(target)
          }
          if let first = targets.first, Int.random(in: 0..<6, using: &random) == 0 { targets.append(first) }
          return targets.shuffled(using: &random)
        })
    }
    return Conflict(actors: actors, stateCount: count)
  }

  private static func graphPreference(
    over states: [State], using random: inout SeededGenerator
  ) -> Preference {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .indifferent
    case 1:
      return .statements(
        (0..<3).map { _ in
          .any(states.filter { _ in Bool.random(using: &random) }.map { .state($0) })
        })
    default: return .ranking(tiers(of: states, using: &random))
    }
  }

  /// The states in a random order with random ties, best tier first.
  public static func tiers(of states: [State], using random: inout SeededGenerator) -> [[State]] {
    let tieOdds = Int.random(in: 0...4, using: &random)
    var tiers: [[State]] = []
    for state in states.shuffled(using: &random) {
      if !tiers.isEmpty, Int.random(in: 0..<6, using: &random) < tieOdds {
        tiers[tiers.count - 1].append(state)
      } else {
        tiers.append([state])
      }
    }
    return tiers
  }
}

/// A conflict in option form while it is being made up.
private struct Draft {
  var random: SeededGenerator
  var actors: [Actor] = []
  var options: [Option] = []
  var levelOptions: [LevelOption] = []
  var events: [Event] = []
  var terms: [Condition] = []
  var rules: [Condition] = []
  var requirements: [TakeRequirement] = []

  var conflict: Conflict {
    Conflict(
      actors: actors, options: options, levelOptions: levelOptions, events: events, terms: terms,
      rules: rules, requirements: requirements)
  }

  mutating func chance(_ times: Int, in odds: Int) -> Bool {
    Int.random(in: 0..<odds, using: &random) < times
  }

  mutating func addActorsAndOptions(_ maximumOptionCount: Int, _ maximumActorCount: Int) {
    let actorCount = Int.random(in: 1...maximumActorCount, using: &random)
    for index in 0..<actorCount { actors.append(Actor(id: "a\(index)", preference: .indifferent)) }
    let optionCount = Int.random(in: 0...maximumOptionCount, using: &random)
    let hasOneWay = chance(1, in: 2)
    while options.count < optionCount {
      let owner = chance(1, in: 20) ? Option.nobody : Int.random(in: 0..<actorCount, using: &random)
      let direction: Option.Direction =
        hasOneWay ? [.both, .both, .take, .drop].randomElement(using: &random)! : .both
      let first = options.count
      let thresholds =
        owner >= 0 && chance(1, in: 5) ? min(2 + (chance(1, in: 3) ? 1 : 0), optionCount - first) : 1
      for _ in 0..<thresholds {
        options.append(Option(id: "o\(options.count)", actor: owner, direction: direction))
      }
      if thresholds > 1 {
        let levels = (0...thresholds).map { "l\($0)" }
        levelOptions.append(
          LevelOption(
            id: "v\(first)", name: "v\(first)", actor: owner, levels: levels, levelNames: levels,
            firstOption: first))
      }
    }
  }

  mutating func addEventsAndTerms() {
    for index in 0..<Int.random(in: 0...2, using: &random) {
      events.append(Event(id: "e\(index)", holds: chance(1, in: 2)))
    }
    for _ in 0..<Int.random(in: 0...3, using: &random) { terms.append(condition(depth: 2)) }
  }

  mutating func addRules() {
    guard chance(3, in: 4) else { return }
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      rules.append(condition(depth: 2))
      // One in a few conflicts may be left without any state, no more.
      if BruteForce(conflict).codes.isEmpty, !chance(1, in: 10) { rules.removeLast() }
    }
  }

  mutating func addMoves() {
    for actor in actors.indices {
      if chance(1, in: 5) {
        for _ in 0..<Int.random(in: 1...2, using: &random) {
          actors[actor].cannot.append(
            ForbiddenMove(
              from: chance(1, in: 4) ? .constant(true) : condition(depth: 1),
              to: chance(1, in: 4) ? .constant(true) : condition(depth: 1)))
        }
      }
      if chance(1, in: 10) {
        actors[actor].misperceives.append(.all([condition(depth: 1), condition(depth: 1)]))
      }
    }
    for option in options.indices where chance(1, in: 10) {
      requirements.append(TakeRequirement(option: option, needs: condition(depth: 1)))
    }
  }

  mutating func addPreferences() {
    let feasible = BruteForce(conflict).codes.map { State($0) }
    for actor in actors.indices {
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<5:
        let count = Int.random(in: 0...6, using: &random)
        actors[actor].preference = .statements((0..<count).map { _ in condition(depth: 2) })
      case 5..<7:
        actors[actor].preference = .weights(options.map { _ in Int64.random(in: -3...3, using: &random) })
      case 7..<9:
        actors[actor].preference = .ranking(RandomConflict.tiers(of: feasible, using: &random))
      default:
        actors[actor].preference = .indifferent
      }
    }
  }

  /// A condition on what there is so far.
  mutating func condition(depth: Int) -> Condition {
    if depth == 0 || chance(1, in: 4) { return leaf() }
    func parts(_ draft: inout Draft) -> [Condition] {
      (0..<Int.random(in: 0...3, using: &draft.random)).map { _ in draft.condition(depth: depth - 1) }
    }
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return .not(condition(depth: depth - 1))
    case 1, 2: return .all([condition(depth: depth - 1)] + parts(&self))
    case 3, 4: return .any([condition(depth: depth - 1)] + parts(&self))
    case 5: return .implies(condition(depth: depth - 1), condition(depth: depth - 1))
    case 6: return .iff(condition(depth: depth - 1), condition(depth: depth - 1))
    default:
      let bound: Condition.Bound = [.atLeast, .atMost, .exactly].randomElement(using: &random)!
      return .count(bound, Int.random(in: -1...3, using: &random), parts(&self) + parts(&self))
    }
  }

  private mutating func leaf() -> Condition {
    switch Int.random(in: 0..<24, using: &random) {
    case 0: return .constant(chance(1, in: 2))
    case 1: return .state(State(UInt64.random(in: 0..<1 << UInt64(options.count), using: &random)))
    case 2, 3: if let event = events.indices.randomElement(using: &random) { return .event(event) }
    case 4, 5: if let term = terms.indices.randomElement(using: &random) { return .term(term) }
    default: break
    }
    guard let option = options.indices.randomElement(using: &random) else { return .constant(true) }
    return chance(1, in: 3) ? .not(.taken(option)) : .taken(option)
  }
}

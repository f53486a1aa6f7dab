public import ConflictModel

extension RandomConflict {
  /// A conflict in graph form: to 9 states and 4 actors; moves need neither be
  /// transitive nor come back, and a few are listed twice or lead nowhere.
  public static func graphForm(using random: inout SeededGenerator) -> Conflict {
    let count = max(Int.random(in: 1...9, using: &random), Int.random(in: 1...9, using: &random))
    return graphForm(using: &random, stateCount: count, statements: [0, 1, 2, 3, 5])
  }

  /// The same with so many states, one at least.
  static func graphForm(
    using random: inout SeededGenerator, stateCount: Int, statements: [Int]
  ) -> Conflict {
    var draft = GraphDraft(random: random, stateCount: max(stateCount, 1))
    draft.addEventsAndTerms()
    draft.addActors(statements: statements)
    random = draft.random
    return Conflict(
      actors: draft.actors, stateCount: draft.states.count, events: draft.events, terms: draft.terms)
  }
}

/// A conflict in graph form while it is being made up.
private struct GraphDraft {
  var random: SeededGenerator
  let states: [State]
  var actors: [Conflict.Actor] = []
  var events: [Event] = []
  var terms: [Condition] = []

  init(random: SeededGenerator, stateCount: Int) {
    self.random = random
    states = (0..<stateCount).map { State(UInt64($0)) }
  }

  mutating func chance(_ times: Int, in odds: Int) -> Bool {
    Int.random(in: 0..<odds, using: &random) < times
  }

  mutating func addEventsAndTerms() {
    for index in 0..<Int.random(in: 0...2, using: &random) {
      events.append(Event(id: "e\(index)", holds: chance(1, in: 2)))
    }
    for _ in 0..<Int.random(in: 0...2, using: &random) { terms.append(condition(depth: 2)) }
  }

  mutating func addActors(statements counts: [Int]) {
    // Moves from a state: a part of all where there are few states, else a few.
    let share = Int.random(in: 1...6, using: &random)
    let odds = max(10, states.count)
    for index in 0..<Int.random(in: 1...4, using: &random) {
      let moves = states.map { _ in
        var targets = states.filter { _ in chance(share, in: odds) }
        if let first = targets.first, chance(1, in: 6) { targets.append(first) }
        return targets.shuffled(using: &random)
      }
      actors.append(
        Conflict.Actor(
          id: "a\(index)", preference: preference(counts),
          misperceives: chance(1, in: 8) ? [.state(states.randomElement(using: &random)!)] : [],
          moves: moves))
    }
  }

  private mutating func preference(_ counts: [Int]) -> Preference {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: .indifferent
    case 1, 2: .statements((0..<counts.randomElement(using: &random)!).map { _ in condition(depth: 1) })
    default: .ranking(RandomConflict.tiers(of: states, using: &random))
    }
  }

  private mutating func condition(depth: Int) -> Condition {
    switch Int.random(in: 0..<(depth == 0 ? 4 : 7), using: &random) {
    case 0:
      if let event = events.indices.randomElement(using: &random) { return .event(event) }
    case 1:
      if let term = terms.indices.randomElement(using: &random) { return .term(term) }
    case 4: return .not(condition(depth: depth - 1))
    case 5: return .iff(condition(depth: depth - 1), condition(depth: depth - 1))
    case 6:
      return .count(
        .atLeast, Int.random(in: 0...4, using: &random), (0..<5).map { _ in condition(depth: depth - 1) })
    default: break
    }
    return .any(states.filter { _ in chance(1, in: 2) }.map { .state($0) })
  }
}

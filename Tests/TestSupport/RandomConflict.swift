public import ConflictModel

/// Random conflicts with everything a case can say in them; `ConflictTable` lists
/// what that is.
public enum RandomConflict {
  /// How large a conflict is.
  public enum Scale: Sendable, CaseIterable {
    /// At most 40 states: every definition can be tried on it in an instant.
    case small
    /// 1 to 130 states, each number in turn.
    case usual
    /// Hundreds of states and more, up to some 10⁵.
    case large
  }

  /// A small conflict that a seed determines, of either form.
  public static func any(seed: UInt64) -> Conflict { any(seed: seed, scale: .small) }

  /// A conflict of the size that a seed determines, of either form.
  public static func any(seed: UInt64, scale: Scale) -> Conflict {
    var random = SeededGenerator(seed: seed)
    switch scale {
    case .small:
      let states = smallStateCount(using: &random)
      return Int.random(in: 0..<3, using: &random) == 0
        ? graphForm(using: &random, stateCount: states, statements: [0, 1, 2, 3, 5])
        : small(using: &random, stateCount: states)
    case .usual:
      let states = ConflictTable.stateCounts[Int(seed % UInt64(ConflictTable.stateCounts.count))]
      return seed / UInt64(ConflictTable.stateCounts.count) % 3 == 2
        ? graphForm(using: &random, stateCount: states, statements: ConflictTable.statementCounts)
        : usual(using: &random, stateCount: states)
    case .large:
      return large(kind: Int(seed % 8), using: &random)
    }
  }

  /// Mostly 3 to 16; seldom so few that nothing can happen.
  private static func smallStateCount(using random: inout SeededGenerator) -> Int {
    switch Int.random(in: 0..<40, using: &random) {
    case 0: Int.random(in: 0...2, using: &random)
    case 1..<38: Int.random(in: 3...16, using: &random)
    default: Int.random(in: 17...40, using: &random)
    }
  }

  private static func small(using random: inout SeededGenerator, stateCount: Int) -> Conflict {
    var draft = ConflictDraft(random: random)
    draft.addActors(1...4)
    draft.addOptions(codes: stateCount, bits: 9)
    draft.addEventsAndTerms()
    draft.addRules(leaving: max(stateCount, 1))
    draft.trim(to: stateCount)
    draft.addMoves()
    draft.addMisperceptions()
    draft.addPreferences(
      statements: draft.chance(1, in: 3) ? ConflictTable.statementCounts : [0, 1, 2, 3, 4, 5, 6])
    random = draft.random
    return draft.conflict
  }

  private static func usual(using random: inout SeededGenerator, stateCount: Int) -> Conflict {
    var draft = ConflictDraft(random: random)
    draft.addActors(1...5)
    let bits = draft.chance(1, in: 6) ? 16 : 10
    draft.addOptions(codes: stateCount, bits: 10)
    // Enough options that the fast engines are chosen, or that no cube can be.
    if draft.chance(1, in: 3) { draft.addTiedOptions(max(0, bits - draft.options.count)) }
    if draft.chance(1, in: 8) {
      draft.addTiedOptions(max(0, draft.pick([33, 47, 62]) - draft.options.count))
    }
    draft.addEventsAndTerms()
    draft.addRules(leaving: stateCount)
    draft.trim(to: stateCount)
    // Half of them as the fast engines take them.
    if draft.chance(1, in: 2) { draft.addMoves() }
    draft.addMisperceptions()
    draft.addPreferences(statements: ConflictTable.statementCounts)
    random = draft.random
    return draft.conflict
  }

  /// A conflict in option form: to 4 actors, some perhaps without options, and 6
  /// option bits; with levels, rules, terms, events, one-way options, `cannot`,
  /// needs, misperception and every kind of preference, each now and then.
  public static func optionForm(
    using random: inout SeededGenerator, maximumOptionCount: Int = 6, maximumActorCount: Int = 4
  ) -> Conflict {
    var draft = ConflictDraft(random: random)
    draft.addActors(1...maximumActorCount)
    let bits = max(
      Int.random(in: 0...maximumOptionCount, using: &draft.random),
      Int.random(in: 0...maximumOptionCount, using: &draft.random))
    draft.addOptions(codes: .max, bits: bits)
    let stateCount = max(
      Int.random(in: 1...draft.codes.count, using: &draft.random),
      Int.random(in: 1...draft.codes.count, using: &draft.random))
    draft.addEventsAndTerms()
    draft.addRules(leaving: stateCount)
    if draft.chance(1, in: 2) { draft.trim(to: stateCount) }
    draft.addMoves()
    draft.addMisperceptions()
    draft.addPreferences(
      statements: draft.chance(1, in: 6) ? ConflictTable.statementCounts : [0, 1, 2, 3, 4, 5, 6])
    random = draft.random
    return draft.conflict
  }

  /// The same with more needs and `cannot`, all of which speak of the others' options alone.
  public static func masked(seed: UInt64, options: Int = 6, actors: Int = 4) -> Conflict {
    var random = SeededGenerator(seed: seed)
    return optionForm(using: &random, maximumOptionCount: options, maximumActorCount: actors)
      .withMaskedMoves(using: &random)
  }

  /// A conflict of hundreds of states and more that every engine but perhaps the
  /// reference takes.
  private static func large(kind: Int, using random: inout SeededGenerator) -> Conflict {
    var draft = ConflictDraft(random: random)
    draft.addActors(kind == 0 ? 2...2 : 3...5)
    switch kind {
    case 0:
      // More than 2¹⁶ ranks: as many as there are states.
      draft.addOptions(codes: 66_000, bits: 18)
      draft.actors[0].preference = .weights(draft.options.indices.map { 1 << Int64($0) })
      draft.actors[1].preference = .statements([draft.condition(depth: 1)])
    case 1:
      let states = Int.random(in: 10_000...20_000, using: &draft.random)
      draft.addOptions(codes: states, bits: 15)
      draft.trim(to: states)
      draft.addPreferences(statements: [0, 1, 8, 9, 15, 16, 33])
      draft.actors[0].preference = .statements(draft.statements(17))
    default:
      let states = Int.random(in: 257...1_500, using: &draft.random)
      draft.addOptions(codes: states, bits: 13)
      if kind == 2 { draft.addTiedOptions(max(0, 18 - draft.options.count)) }
      if kind == 3 { draft.addTiedOptions(max(0, 40 - draft.options.count)) }
      draft.addEventsAndTerms()
      draft.addRules(leaving: states)
      draft.trim(to: states)
      draft.addMisperceptions()
      draft.addPreferences(statements: [7, 8, 9, 10, 12, 16, 17, 24, 31, 32, 33, 40, 70])
      draft.actors[0].preference = .statements(draft.statements(40))
    }
    random = draft.random
    return draft.conflict
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

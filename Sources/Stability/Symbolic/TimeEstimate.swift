internal import ConflictModel

/// How long the engines take that go through states one by one, in steps of diagrams: so many of these take about as
/// long. Measured on conflicts of 17 to 24 options; within a factor of two there.
struct TimeEstimate {
  /// For each actor, what a slot, or a state of a list, takes, in hundredths of a step.
  private let slotCost: UInt64, stateCost: UInt64
  private let optionCount: Int
  private let actorCount: Int

  init(_ conflict: Conflict, _ concepts: [Concept]) {
    optionCount = conflict.options.count
    actorCount = conflict.actors.count
    var (slot, state) = (0 as UInt64, 0 as UInt64)
    for actor in conflict.actors.indices {
      var cost = Self.cost(of: conflict.actors[actor].preference)
      // A state of a list is looked for by its code.
      state += cost + UInt64(max(90, (optionCount - 10) * 11))
      if MovedBits(conflict, actor: actor).count > 0 { cost = cost * 8 / 5 }
      slot += conflict.rules.isEmpty ? cost : cost * 7 / 5
    }
    // What the others could want is most of the work.
    let hasCredible = concepts.contains { $0.needsCredibleAnswers }
    (slotCost, stateCost) = hasCredible ? (slot, state) : (slot / 4, state / 4)
  }

  /// What ranks of that kind take in a slot.
  private static func cost(of preference: Preference) -> UInt64 {
    switch preference {
    case .indifferent: 10
    case .statements(let statements): max(12, UInt64(statements.count) * 7 / 4)
    case .ranking: 30
    case .weights(let weights): RankBuilder.sortsSums(of: weights) ? 60 : 35
    }
  }

  /// The dense engine.
  var dense: UInt64 { (1 << UInt64(optionCount)) / 100 * slotCost }
  /// The sparse engine.
  func sparse(stateCount: UInt64) -> UInt64 { stateCount * stateCost / 100 }
  /// The reference engine.
  func reference(stateCount: UInt64) -> UInt64 { stateCount * UInt64(max(actorCount, 1)) * 120 }
}

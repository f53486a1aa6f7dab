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

/// Sets tried where another engine could do it as well: they go on as long as it looks as if they were the quicker.
///
/// All is counted in steps, so that two runs take the same engine. What is decided first is a small part of the
/// work, and where that takes as long as a good part of what the other engine would, the rest is not begun; from then
/// on each verdict tells how long the others will take.
struct EngineTrial {
  /// So many steps take as long as the other engine.
  private let other: UInt64
  /// Where `seq` and `sseq` began.
  private var begin: UInt64 = 0

  init(against other: UInt64) { self.other = max(other, 1 << 14) }

  /// Before anything is made: of wishes that fit diagrams, next to nothing comes of it.
  func beginning(_ brake: Brake) { brake.allow(other / 8) }

  /// Before `nash`, `gmr` and `smr`.
  func prepared(_ brake: Brake) { brake.allow(other / 4) }

  /// Before `seq` and `sseq`.
  mutating func beginningCredible(_ brake: Brake) {
    begin = brake.used
    brake.allow(brake.used + other / 4)
  }

  /// After so many verdicts of these of so many; false where the rest would take longer than the other engine.
  func goesOn(after done: Int, of count: Int, _ brake: Brake) -> Bool {
    let spent = brake.used - begin
    let rest = spent / UInt64(max(done, 1)) * UInt64(count - done)
    if rest > other - other / 4 { return false }
    brake.allow(brake.used + other / 4)
    return true
  }
}

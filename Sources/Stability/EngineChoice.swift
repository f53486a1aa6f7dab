internal import ConflictModel
internal import StateSets

/// Which kind of engine takes a conflict on.
struct EngineChoice {
  /// The reference engine; the sparse one, for conflicts with too many options to
  /// look at every combination; nil for a choice between the fast engines once
  /// the feasible combinations are known.
  var engine: Engine?
  var note: EngineNote?

  /// Up to so many options the definitions themselves take less than a blink.
  private static let referenceOptionCount = 8
  /// The most options for which every combination is looked at.
  private static let cubeOptionCount = Int.bitWidth > 32 ? 32 : 24

  init(_ conflict: Conflict, _ request: SolveRequest) {
    let optionCount = conflict.options.count
    let isSmall = request.engine == nil && optionCount <= Self.referenceOptionCount
    if request.engine == .reference {
      self.init(engine: .reference)
    } else if let obstacle = Self.obstacle(in: conflict) {
      self.init(engine: .reference, note: isSmall ? nil : obstacle)
    } else if isSmall {
      self.init(engine: .reference)
    } else if optionCount > Self.cubeOptionCount {
      self.init(engine: .sparse, note: request.engine == .dense ? .tooManyOptions : nil)
    } else {
      self.init(engine: nil)
    }
  }

  private init(engine: Engine?, note: EngineNote? = nil) {
    self.engine = engine
    self.note = note
  }

  /// Why no fast engine can take the conflict on, if none can.
  private static func obstacle(in conflict: Conflict) -> EngineNote? {
    if conflict.form != .options { return .graphForm }
    if !conflict.requirements.isEmpty { return .needs }
    return conflict.actors.contains { !$0.cannot.isEmpty } ? .cannot : nil
  }

  /// Whether a list of the states is better than a slot for every combination:
  /// a slot takes much less time than a state in a list.
  static func prefersSparse(slotCount: Int, stateCount: Int) -> Bool {
    slotCount > 1 << 14 && slotCount / 64 > stateCount
  }
}

/// How much memory the tables of an engine take, in bytes.
struct MemoryEstimate {
  private let optionCount: Int
  private let actorCount: Int
  private let conceptCount: Int
  /// The bytes of all actors' ranks in a slot, and of the widest.
  private var rankBytes: UInt64 = 0
  private var widest: UInt64 = 1
  private var hasLongRanks = false
  private let hasCredible: Bool

  init(_ conflict: Conflict, _ concepts: [Concept]) {
    optionCount = conflict.options.count
    actorCount = conflict.actors.count
    conceptCount = concepts.count
    hasCredible = concepts.contains(where: { $0.needsCredibleAnswers })
    for actor in conflict.actors {
      let width: RankArray.Width
      switch actor.preference {
      case .indifferent: width = .one
      case .statements(let statements):
        width = statements.count > 16 ? .four : RankArray.Width(rankCount: 1 << statements.count)
        hasLongRanks = hasLongRanks || statements.count > 8
      case .ranking(let tiers): width = RankArray.Width(rankCount: tiers.count + 1)
      case .weights:
        width = .four
        hasLongRanks = true
      }
      rankBytes += UInt64(width.rawValue)
      widest = max(widest, UInt64(width.rawValue))
    }
  }

  /// What one slot takes while it is being decided.
  private var bytesPerSlot: UInt64 {
    // Ranks; the reach and the arrays that passes go over; the keys of long ranks.
    var bytes = rankBytes + 3 * widest + (hasLongRanks ? 4 : 0)
    if hasCredible {
      // Eight lanes, every actor's reach, and its places, of two bytes at most
      // where they are not as wide as the ranks.
      bytes += 8 * widest + rankBytes + UInt64(actorCount) * max(2, widest)
    }
    return bytes
  }

  /// For a bit of every combination.
  var combinations: UInt64 {
    optionCount > 50 ? .max : (1 << UInt64(max(optionCount, 6))) / 8
  }

  /// For the dense engine.
  var dense: UInt64 {
    if optionCount > 50 { return .max }
    let slots: UInt64 = 1 << UInt64(max(optionCount, 6))
    let bits = UInt64((actorCount + 1) * (conceptCount + 1) + 6) * slots / 8
    return slots * bytesPerSlot + bits
  }

  /// What one state takes in the sparse engine.
  private var bytesPerState: UInt64 {
    // Codes and their table; for each actor its fibres and their making.
    bytesPerSlot + 8 * widest + 40 + UInt64(actorCount) * 20
  }

  /// For the sparse engine with so many states.
  func sparse(stateCount: UInt64) -> UInt64 {
    let (bytes, isTooMuch) = stateCount.multipliedReportingOverflow(by: bytesPerState)
    return isTooMuch ? .max : bytes
  }

  /// How many states the sparse engine has room for.
  func sparseStates(in memory: UInt64) -> UInt64 {
    // Positions are numbers of 32 bits.
    min(memory / bytesPerState, 1 << 31)
  }
}

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

  /// From so many options on, a search that rules may cut short comes before a look
  /// at every combination.
  static let searchedOptionCount = 22

  init(_ conflict: Conflict, _ request: SolveRequest) {
    let optionCount = conflict.options.count
    let isSmall = request.engine == nil && optionCount <= Self.referenceOptionCount
    if request.engine == .reference {
      self.init(engine: .reference)
    } else if request.engine == .symbolic {
      let isGraph = conflict.form != .options
      self.init(engine: isGraph ? .reference : .symbolic, note: isGraph ? .graphForm : nil)
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
    for actor in conflict.actors.indices {
      if conflict.hasOwnNeed(actor) { return .needs }
      if conflict.hasOwnCannot(actor) { return .cannot }
      if MovedBits(conflict, actor: actor).count > MovedBits.most { return .manyNeeds }
    }
    return nil
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
  /// The bytes of a slot's key while ranks are being made.
  private var keyBytes: UInt64 = 0
  /// Those of all actors' places in a slot, and of what further patterns take.
  private var placeBytes: UInt64 = 0
  private var oneWays: [OneWay] = []
  /// How many options cannot be taken everywhere, and how many actors have some.
  private var (guardCount, guardedActorCount) = (0, 0)
  private let hasCredible: Bool

  init(_ conflict: Conflict, _ concepts: [Concept]) {
    optionCount = conflict.options.count
    actorCount = conflict.actors.count
    conceptCount = concepts.count
    hasCredible = concepts.contains(where: { $0.needsCredibleAnswers })
    for (index, actor) in conflict.actors.enumerated() {
      let width: RankArray.Width
      // The most that there can be, as far as it matters.
      var rankCount = 1 << 30
      switch actor.preference {
      case .indifferent:
        width = .one
        rankCount = 1
      case .statements(let statements):
        rankCount = 1 << min(statements.count, 30)
        width = statements.count > 16 ? .four : RankArray.Width(rankCount: 1 << statements.count)
        if statements.count > 8 { keyBytes = max(keyBytes, 4) }
      case .ranking(let tiers):
        rankCount = tiers.count + 1
        width = RankArray.Width(rankCount: rankCount)
      case .weights(let weights):
        width = .four
        // Sums that are sorted: eight bytes each, and the slots in two orders.
        keyBytes = max(keyBytes, RankBuilder.sortsSums(of: weights) ? 16 : 4)
      }
      rankBytes += UInt64(width.rawValue)
      widest = max(widest, UInt64(width.rawValue))
      let moved = MovedBits(conflict, actor: index)
      if moved.count > 0 {
        let optionCount = conflict.optionMask(of: index).nonzeroBitCount
        oneWays.append(OneWay(bits: moved.count, optionCount: optionCount, rankCount: rankCount))
      }
      guardCount += moved.needs.count
      guardedActorCount += moved.needs.isEmpty ? 0 : 1
    }
    // Places are two bytes at most, where they are not as wide as the ranks, but for
    // patterns of what has been moved for good: four, or eight more for each pattern, twice while
    // they are being made.
    placeBytes = UInt64(actorCount - oneWays.count) * max(2, widest) + UInt64(oneWays.count) * 4
    let wide = oneWays.count { $0.isWide }
    if wide > 0 { placeBytes += UInt64(wide + 1) * 8 }
  }

  /// An actor with options that move one way only, everywhere or in some fibres.
  private struct OneWay {
    var bits: Int
    var optionCount: Int
    var rankCount: Int

    /// Whether patterns do not fit the places.
    var isWide: Bool { FibreOrder.placeCount(classCount: 1, patternBits: bits) == nil }

    /// How many entries the table of a fibre has among so many states, where there is one.
    func tableSize(stateCount: UInt64) -> UInt64 {
      let size = min(stateCount, optionCount > 40 ? .max : 1 << UInt64(optionCount))
      let classes = min(rankCount, Int(clamping: min(size, 1 << 26) * 4 + 16))
      // Above the square of the fibre's size, and where there are too many, pairs are
      // compared instead.
      let most = FibreOrder.mostPlaces
      let places = FibreOrder.placeCount(classCount: classes, patternBits: bits).map(UInt64.init) ?? most
      return isWide ? 0 : min(places, size > 1 << 20 ? most : size * size / UInt64(bits + 2))
    }
  }

  /// What the tables of fibres take, of as many threads as most machines have.
  private func tables(stateCount: UInt64) -> UInt64 {
    let size = oneWays.map { $0.tableSize(stateCount: stateCount) }.max() ?? 0
    return size * 8 * widest * 4
  }

  /// What one slot takes while it is being decided.
  private var bytesPerSlot: UInt64 {
    // Ranks; the reach and the arrays that passes go over; the keys of long ranks.
    var bytes = rankBytes + 3 * widest + keyBytes
    // Ranks before a pass along an option that cannot be taken everywhere.
    if guardCount > 0 { bytes += widest }
    if hasCredible {
      // Eight lanes, every actor's reach, and its places.
      bytes += 8 * widest + rankBytes + placeBytes
      // Wide lanes beside the same in two bytes, and marks of the ranks in them.
      if widest == 4 { bytes += 8 * 2 + 4 }
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
    let bits = UInt64((actorCount + 1) * (conceptCount + 1) + 6 + guardCount) * slots / 8
    return slots * bytesPerSlot + bits + (hasCredible ? tables(stateCount: slots) : 0)
  }

  /// What one state takes in the sparse engine.
  private var bytesPerState: UInt64 {
    // Codes and their table; for each actor its fibres and their making, and what it can
    // take where.
    bytesPerSlot + 8 * widest + 40 + UInt64(actorCount) * 20 + UInt64(guardedActorCount) * 8
  }

  /// For the sparse engine with so many states.
  func sparse(stateCount: UInt64) -> UInt64 {
    let (bytes, isTooMuch) = stateCount.multipliedReportingOverflow(by: bytesPerState)
    let (all, isEvenMore) = bytes.addingReportingOverflow(tables(stateCount: stateCount))
    return isTooMuch || isEvenMore ? .max : all
  }

  /// How many states the sparse engine has room for.
  func sparseStates(in memory: UInt64) -> UInt64 {
    // Positions are numbers of 32 bits.
    min(memory / bytesPerState, 1 << 31)
  }
}

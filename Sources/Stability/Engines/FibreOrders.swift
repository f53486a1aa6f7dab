internal import ConflictModel
internal import StateSets

/// How one actor moves among the slots: which of them belong together, and which
/// of those a slot leads to.
struct Mover: Sendable {
  let actor: Int
  let fibres: Fibres
  /// Any move.
  var moves: FibreOrder?
  /// Improvements only.
  var improvements: FibreOrder?
  /// The same where fibres are sorted.
  var sorted: SortedFibres?

  /// Follows the moves, or the improvements, of the lanes asked for; whether any rank
  /// became less, nil when the work was stopped.
  func sweep(
    _ lanes: LaneArray, asked: [Bool], areCredible: Bool, turn: Int, since: Int, _ workers: Workers
  ) -> Bool? {
    if areCredible, let sorted {
      return lanes.sweep(sorted, lanes: asked, turn: turn, since: since, workers)
    }
    guard let order = areCredible ? improvements : moves else { return false }
    return lanes.sweep(fibres, order, lanes: asked, turn: turn, since: since, workers)
  }
}

/// Makes the orders that sweeps need.
struct FibreOrderBuilder {
  let conflict: Conflict
  let blocks: StateBlocks
  let builder: RankBuilder

  /// The order in which every slot of `domain` leads to every other of its fibre
  /// that the directions of the options allow; nil when the work was stopped.
  func moves(of actor: Int, domain: StateSet) -> FibreOrder? {
    checkInternally(domain.fault)
    let classes = RankArray(count: blocks.slotCount, width: .one, filledWith: 0)
    return order(actor, classes: classes, classCount: 1, domain: domain, mustRise: false)
  }

  /// The order in which slots lead to better ones; nil when the work was stopped.
  ///
  /// Inside a fibre only the actor's own options vary. So of its statements only
  /// those that mention them tell states apart, and there are few classes.
  func improvements(
    of actor: Int, fibres: Fibres, domain: StateSet, ranks: BuiltRanks
  ) -> FibreOrder? {
    var built = ranks
    let most = 4 * meanSize(of: fibres) + 16
    if case .statements(let statements) = conflict.actors[actor].preference {
      let own = conflict.optionMask(of: actor)
      let varying = statements.map(conflict.predicate).filter { $0.optionMask & own != 0 }
      if varying.count < statements.count, varying.count <= 8, 1 << varying.count <= max(most, 16) {
        guard let few = builder.ranks(statements: varying) else { return nil }
        built = few
      }
    }
    if built.rankCount > most {
      guard let found = built.array.levels(in: fibres, among: domain, builder.workers) else { return nil }
      built = BuiltRanks(array: found.levels, rankCount: found.levelCount)
    }
    checkInternally(fibres.fault(slots: blocks.slotCount) ?? domain.fault)
    let rising = order(
      actor, classes: built.array, classCount: built.rankCount, domain: domain, mustRise: true)
    checkInternally(rising?.fault)
    return rising
  }

  /// The same in a cube by sorting, for an actor whose options all move both ways, everywhere.
  ///
  /// What the others do matters to the order within a fibre only as far as the
  /// statements that mention the actor's own options, or the rules about them, mention
  /// theirs: a cube of these options alone has all the orders there are.
  func sortedImprovements(of actor: Int, domain: StateSet, ranks: BuiltRanks) -> Sorting {
    let own = conflict.optionMask(of: actor)
    let masked = MaskedMoves(conflict, actor: actor)
    if MovedBits(conflict, actor: actor).count > 0 || own.nonzeroBitCount > SortedFibres.mostOwnBits {
      return .notSorted
    }
    let all = UInt64(blocks.slotCount - 1)
    let context = context(of: actor, masked)
    // What follows takes longer for a state than what is known already.
    if (own | context).nonzeroBitCount + 2 > all.nonzeroBitCount {
      return Sorting(
        SortedFibres(own: own, context: all & ~own, ranks: ranks.array, among: domain, builder.workers))
    }
    let mask = own | context
    var codes: [UInt64] = [0]
    while let last = codes.last, last != mask { codes.append(((last | ~mask) &+ 1) & mask) }
    let few = StateBlocks(list: codes, optionCount: conflict.options.count)
    let rules = conflict.readyRules.filter { $0.optionMask & own != 0 }
    guard var seen = few.slots(where: rules, builder.workers) else { return .stopped }
    for conditions in conflict.readyMisperceptions(of: actor).map({ [$0] }) + masked.standstills {
      guard let unmoved = few.slots(where: conditions, builder.workers) else { return .stopped }
      seen.subtract(unmoved)
    }
    let fewer = RankBuilder(conflict: conflict, blocks: few, states: seen, workers: builder.workers)
    guard let built = fewer.ranks(of: actor, alongOnly: own) else { return .stopped }
    return Sorting(
      SortedFibres(own: own, context: context, ranks: built.array, among: seen, builder.workers))
  }

  /// What came of sorting.
  enum Sorting {
    case sorted(SortedFibres)
    /// The fibres are not of a kind that is sorted.
    case notSorted
    case stopped

    fileprivate init(_ found: SortedFibres?) {
      self = found.map(Sorting.sorted) ?? .stopped
    }
  }

  /// The others' options that the order within the actor's fibres depends on.
  private func context(of actor: Int, _ masked: MaskedMoves) -> UInt64 {
    let own = conflict.optionMask(of: actor)
    var mask: UInt64 = 0
    switch conflict.actors[actor].preference {
    case .statements(let statements):
      for mentioned in statements.map({ conflict.predicate($0).optionMask }) where mentioned & own != 0 {
        mask |= mentioned
      }
    case .ranking: mask = UInt64(blocks.slotCount - 1)
    case .weights, .indifferent: break
    }
    for rule in conflict.readyRules where rule.optionMask & own != 0 { mask |= rule.optionMask }
    for predicate in conflict.readyMisperceptions(of: actor) + masked.standstills.flatMap({ $0 }) {
      mask |= predicate.optionMask
    }
    return mask & ~own
  }

  private func meanSize(of fibres: Fibres) -> Int {
    switch fibres {
    case .cube(let own): 1 << own.nonzeroBitCount
    case .lists(let members, let starts): members.count / max(1, starts.count - 1)
    }
  }

  /// Adds to the classes what the options' directions and needs allow, and marks the slots
  /// outside `domain`.
  private func order(
    _ actor: Int, classes: RankArray, classCount: Int, domain: StateSet, mustRise: Bool
  ) -> FibreOrder? {
    let bits = MovedBits(conflict, actor: actor)
    if bits.count == 0, domain.isFull {
      return FibreOrder(places: classes, classCount: classCount, mustRise: mustRise)
    }
    let columns = MovedColumns(bits)
    guard let placeCount = FibreOrder.placeCount(classCount: classCount, patternBits: bits.count) else {
      return wideOrder(columns, bits.count, classes, classCount, domain, mustRise)
    }
    let places = RankArray(unfilled: blocks.slotCount, width: RankArray.Width(rankCount: placeCount))
    let done = forEachPattern(columns, bits.count) { slot, pattern in
      let place = Int(pattern) * (classCount + 1)
      places.set(
        slot, to: domain.contains(slot) ? UInt32(place) + classes[slot] : UInt32(classCount))
    }
    return done
      ? FibreOrder(places: places, classCount: classCount, patternBits: bits.count, mustRise: mustRise)
      : nil
  }

  /// The same where there are too many bits for a number of 32 bits, with the patterns beside
  /// the classes.
  private func wideOrder(
    _ columns: MovedColumns, _ bitCount: Int, _ classes: RankArray, _ classCount: Int, _ domain: StateSet,
    _ mustRise: Bool
  ) -> FibreOrder? {
    let places = RankArray(unfilled: blocks.slotCount, width: RankArray.Width(rankCount: classCount + 1))
    let patterns = SharedWords(count: blocks.slotCount)
    let done = forEachPattern(columns, bitCount) { slot, pattern in
      places.set(slot, to: domain.contains(slot) ? classes[slot] : UInt32(classCount))
      patterns.base[slot] = pattern
    }
    return done
      ? FibreOrder(classes: places, classCount: classCount, patterns: patterns.array, mustRise: mustRise)
      : nil
  }

  /// Gives the body every slot with its pattern; false when the work was stopped.
  @inline(__always)
  private func forEachPattern(
    _ columns: MovedColumns, _ bitCount: Int, _ body: @Sendable (Int, UInt64) -> Void
  ) -> Bool {
    builder.workers.run(blocks.blockCount) { index in
      let block = blocks.open(index)
      let width = block.words.count
      var moved = [UInt64](repeating: 0, count: max(1, bitCount) * width)
      moved.withUnsafeMutableBufferPointer { moved in
        guard let base = moved.baseAddress else { return }
        columns.write(block, in: blocks, to: base)
        for word in 0..<width {
          let first = (block.words.lowerBound + word) * 64
          for place in 0..<min(64, blocks.slotCount - first) {
            var pattern: UInt64 = 0
            for bit in 0..<bitCount {
              pattern |= (base[bit * width + word] >> UInt64(place) & 1) << UInt64(bit)
            }
            body(first + place, pattern)
          }
        }
      }
    }
  }
}

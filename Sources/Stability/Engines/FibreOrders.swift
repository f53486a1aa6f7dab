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
}

/// Makes the orders that sweeps need.
struct FibreOrderBuilder {
  let conflict: Conflict
  let blocks: StateBlocks
  let builder: RankBuilder

  /// The order in which every slot of `domain` leads to every other of its fibre
  /// that the directions of the options allow; nil when the work was stopped.
  func moves(of actor: Int, domain: StateSet) -> FibreOrder? {
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
    if case .statements(let statements) = conflict.actors[actor].preference {
      let own = conflict.optionMask(of: actor)
      let varying = statements.map(conflict.predicate).filter { $0.optionMask & own != 0 }
      if varying.count < statements.count {
        guard let few = builder.ranks(statements: varying) else { return nil }
        built = few
      }
    }
    let size = meanSize(of: fibres)
    if built.rankCount > 4 * size + 16 {
      guard let local = localClasses(built, fibres, domain) else { return nil }
      built = local
    }
    return order(actor, classes: built.array, classCount: built.rankCount, domain: domain, mustRise: true)
  }

  private func meanSize(of fibres: Fibres) -> Int {
    switch fibres {
    case .cube(let own): 1 << own.nonzeroBitCount
    case .lists(let members, let starts): members.count / max(1, starts.count - 1)
    }
  }

  /// Adds to the classes what the options' directions allow, and marks the slots
  /// outside `domain`.
  private func order(
    _ actor: Int, classes: RankArray, classCount: Int, domain: StateSet, mustRise: Bool
  ) -> FibreOrder? {
    // A bit of the pattern is set where a one-way option has been moved, so that a
    // slot leads only to patterns with all bits of its own.
    let (take, drop) = conflict.directions(of: actor)
    let oneWay = (0..<64).map(UInt64.init).filter { (take ^ drop) >> $0 & 1 != 0 }
    if oneWay.isEmpty, domain.isFull {
      return FibreOrder(places: classes, classCount: classCount, mustRise: mustRise)
    }
    let placeCount = (classCount + 1) << oneWay.count
    let places = RankArray(unfilled: blocks.slotCount, width: RankArray.Width(rankCount: placeCount))
    let done = builder.workers.run(blocks.blockCount) { index in
      let block = blocks.open(index)
      let width = block.words.count
      var moved = [UInt64](repeating: 0, count: max(1, oneWay.count) * width)
      moved.withUnsafeMutableBufferPointer { moved in
        for (bit, option) in oneWay.enumerated() {
          let column = moved.baseAddress! + bit * width
          block.write(option: Int(option), to: column)
          if drop >> option & 1 != 0 { for word in 0..<width { column[word] = ~column[word] } }
        }
        for word in 0..<width {
          let first = (block.words.lowerBound + word) * 64
          let inside = domain.words[block.words.lowerBound + word]
          for place in 0..<min(64, blocks.slotCount - first) {
            let slot = first + place
            guard inside >> UInt64(place) & 1 != 0 else {
              places.set(slot, to: UInt32(classCount))
              continue
            }
            var pattern = 0
            for bit in oneWay.indices {
              pattern |= Int(moved[bit * width + word] >> UInt64(place) & 1) << bit
            }
            places.set(slot, to: UInt32(pattern * (classCount + 1)) + classes[slot])
          }
        }
      }
    }
    return done
      ? FibreOrder(places: places, classCount: classCount, patternBits: oneWay.count, mustRise: mustRise)
      : nil
  }

  /// Classes numbered anew in every fibre, where the ranks are many.
  private func localClasses(_ ranks: BuiltRanks, _ fibres: Fibres, _ domain: StateSet) -> BuiltRanks? {
    let count = fibres.count(slots: blocks.slotCount)
    let largest = fibres.largest(slots: blocks.slotCount)
    let classes = RankArray(unfilled: blocks.slotCount, width: RankArray.Width(rankCount: largest))
    let piece = max(1, (1 << 14) / max(1, blocks.slotCount / max(1, count)))
    let most = SharedWords(count: (count + piece - 1) / piece)
    let done = builder.workers.run(count, inPiecesOf: piece) { part in
      var members: [UInt32] = []
      var keys: [UInt64] = []
      var greatest = 0
      for fibre in part {
        fibres.list(fibre, into: &members)
        keys.removeAll(keepingCapacity: true)
        for slot in members where domain.contains(Int(slot)) {
          keys.append(UInt64(ranks.array[Int(slot)]) << 32 | UInt64(slot))
        }
        keys.sort()
        var level = 0
        for index in keys.indices {
          if index > 0, keys[index] >> 32 != keys[index - 1] >> 32 { level += 1 }
          classes.set(Int(keys[index] & 0xFFFF_FFFF), to: UInt32(level))
        }
        greatest = max(greatest, level)
      }
      most.base[part.lowerBound / piece] = UInt64(greatest)
    }
    return done ? BuiltRanks(array: classes, rankCount: Int(most.array.max() ?? 0) + 1) : nil
  }
}

extension Fibres {
  /// How many fibres there are.
  func count(slots: Int) -> Int {
    switch self {
    case .cube(let own): slots >> own.nonzeroBitCount
    case .lists(_, let starts): starts.count - 1
    }
  }

  /// The size of the largest one.
  func largest(slots: Int) -> Int {
    switch self {
    case .cube(let own): 1 << own.nonzeroBitCount
    case .lists(_, let starts): zip(starts, starts.dropFirst()).reduce(0) { max($0, Int($1.1 - $1.0)) }
    }
  }

  /// Lists the members of a fibre, rising.
  func list(_ fibre: Int, into members: inout [UInt32]) {
    members.removeAll(keepingCapacity: true)
    switch self {
    case .lists(let all, let starts):
      members += all[Int(starts[fibre])..<Int(starts[fibre + 1])]
    case .cube(let own):
      var (base, left, place): (UInt64, UInt64, UInt64) = (0, UInt64(fibre), 1)
      while left != 0 {
        if own & place == 0 {
          if left & 1 != 0 { base |= place }
          left >>= 1
        }
        place <<= 1
      }
      var choice: UInt64 = 0
      repeat {
        members.append(UInt32(base | choice))
        choice = ((choice | ~own) &+ 1) & own
      } while choice != 0
    }
  }
}

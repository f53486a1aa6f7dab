internal import ConflictModel

/// The moves of one actor in option form.
///
/// A fibre holds the feasible states in which everybody else's options are the
/// same; all of the actor's moves stay inside one. Which of a fibre's states a
/// move really joins is asked pair by pair, from what is worked out beforehand
/// for each state, so that a question costs a few operations on words.
struct MoveFibres: Sendable {
  private let codes: [UInt64]
  /// For each position its fibre; positions that the actor does not see, and those of
  /// fibres in which it has no move, are in the last one, which has no moves.
  private(set) var fibre: [UInt32] = []
  private(set) var members: Rows

  private let dropMask: UInt64
  private let takeMask: UInt64
  /// For each position, the options that may be taken from there; empty when
  /// taking none of the actor's options needs anything.
  private var takeable: [UInt64] = []
  /// For each position, one bit for each `cannot` whose one side holds there, of those that
  /// speak of the actor's own options; `cannotWords` words a position.
  private var cannotFrom: [UInt64] = []
  private var cannotTo: [UInt64] = []
  private var cannotWords = 0

  /// Nil when the work was stopped.
  init?(_ conflict: Conflict, actor: Int, positions: CodeTable, pace: inout Pace) {
    codes = positions.codes
    (takeMask, dropMask) = conflict.directions(of: actor)

    let misperceives = conflict.actors[actor].misperceives.map(conflict.predicate)
    let own = conflict.optionMask(of: actor)
    let others = ~own
    let masked = MaskedMoves(conflict, actor: actor)
    let isFree = misperceives.isEmpty && masked.standstills.isEmpty
    var table = CodeTable(capacity: codes.count)
    var pairs: [(row: UInt32, entry: UInt32)] = []
    pairs.reserveCapacity(codes.count)
    for (position, code) in codes.enumerated() {
      let hasMoves =
        isFree || !(misperceives.contains { $0(State(code)) } || masked.standsStill(in: State(code)))
      let row = hasMoves ? UInt32(table.number(of: code & others)) : UInt32.max
      fibre.append(row)
      if hasMoves { pairs.append((row, UInt32(position))) }
      guard pace.goesOn(after: isFree ? 4 : Pace.conditions) else { return nil }
    }
    members = Rows(pairs, rowCount: table.codes.count + 1)
    for position in fibre.indices where fibre[position] == .max {
      fibre[position] = UInt32(table.codes.count)
    }
    let cannot = conflict.actors[actor].cannot.filter { conflict.speaks($0, of: own) }
    guard askNeeds(conflict, &pace), askCannot(cannot, conflict, &pace) else { return nil }
  }

  private mutating func askNeeds(_ conflict: Conflict, _ pace: inout Pace) -> Bool {
    let mine = conflict.requirements.filter { takeMask & (1 << UInt64($0.option)) != 0 }
    if mine.isEmpty { return true }
    takeable = [UInt64](repeating: takeMask, count: codes.count)
    for requirement in mine {
      let needs = conflict.predicate(requirement.needs)
      for (position, code) in codes.enumerated() {
        if !needs(State(code)) { takeable[position] &= ~(1 << UInt64(requirement.option)) }
        guard pace.goesOn(after: Pace.conditions) else { return false }
      }
    }
    return true
  }

  private mutating func askCannot(
    _ cannot: [ForbiddenMove], _ conflict: Conflict, _ pace: inout Pace
  ) -> Bool {
    cannotWords = (cannot.count + 63) / 64
    cannotFrom = [UInt64](repeating: 0, count: codes.count * cannotWords)
    cannotTo = cannotFrom
    for (index, forbidden) in cannot.enumerated() {
      let (from, to) = (conflict.predicate(forbidden.from), conflict.predicate(forbidden.to))
      let bit: UInt64 = 1 << UInt64(index % 64)
      for (position, code) in codes.enumerated() {
        let word = position * cannotWords + index / 64
        if from(State(code)) { cannotFrom[word] |= bit }
        if to(State(code)) { cannotTo[word] |= bit }
        guard pace.goesOn(after: Pace.conditions) else { return false }
      }
    }
    return true
  }

  /// Whether all states of a fibre lead to all others of it.
  var areWhole: Bool { takeable.isEmpty && cannotWords == 0 && takeMask == dropMask }

  /// Adds all moves, by the position they start from, and where those of each
  /// position begin; false when the work was stopped or there came to be more than so
  /// many.
  func appendAll(
    to entries: inout [UInt32], atMost most: UInt64, starts: inout [UInt32], pace: inout Pace
  ) -> Bool {
    for position in codes.indices {
      starts.append(UInt32(entries.count))
      let work = members.starts[Int(fibre[position]) + 1] - members.starts[Int(fibre[position])]
      if takeable.isEmpty, cannotWords == 0 {
        appendFreeTargets(of: position, to: &entries)
      } else {
        appendTargets(of: position, to: &entries)
      }
      guard UInt64(entries.count) <= most, pace.goesOn(after: Int(work) + 1) else { return false }
    }
    return true
  }

  /// Adds the positions that one move leads to from `position`, rising, where the
  /// directions of options are all that restricts them.
  private func appendFreeTargets(of position: Int, to list: inout [UInt32]) {
    let (row, start) = (Int(fibre[position]), codes[position])
    let (first, end) = (Int(members.starts[row]), Int(members.starts[row + 1]))
    codes.withUnsafeBufferPointer { codes in
      members.entries.withUnsafeBufferPointer { entries in
        for other in entries[first..<end] {
          let target = codes[Int(other)]
          if target & ~start & ~takeMask | start & ~target & ~dropMask == 0, target != start {
            list.append(other)
          }
        }
      }
    }
  }

  /// Adds the positions that one move leads to from `position`, rising.
  func appendTargets(of position: Int, to list: inout [UInt32]) {
    for other in companions(of: position) where allowsMove(from: position, to: Int(other)) {
      list.append(other)
    }
  }

  /// Whether any move leads from `position`.
  func hasTarget(_ position: Int) -> Bool {
    companions(of: position).contains { allowsMove(from: position, to: Int($0)) }
  }

  /// Adds the positions from which one move leads to `position`, rising.
  func appendSources(of position: Int, to list: inout [UInt32]) {
    for other in companions(of: position) where allowsMove(from: Int(other), to: position) {
      list.append(other)
    }
  }

  /// The states of the fibre that `position` is in, itself among them, rising.
  private func companions(of position: Int) -> ArraySlice<UInt32> {
    members.row(Int(fibre[position]))
  }

  /// Whether the actor can move between two states of one fibre.
  private func allowsMove(from position: Int, to target: Int) -> Bool {
    let (start, end) = (codes[position], codes[target])
    let (taken, dropped) = (end & ~start, start & ~end)
    let mayTake = takeable.isEmpty ? takeMask : takeable[position]
    if start == end || taken & ~mayTake != 0 || dropped & ~dropMask != 0 { return false }
    for word in 0..<cannotWords
    where cannotFrom[position * cannotWords + word] & cannotTo[target * cannotWords + word] != 0 {
      return false
    }
    return true
  }
}

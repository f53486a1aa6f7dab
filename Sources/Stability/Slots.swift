internal import ConflictModel
internal import StateSets

/// Which slot each state has in the tables.
enum Slots: Sendable {
  /// States are numbered from 0.
  case numbered(CodeTable)
  /// A state's slot is its code; the members are the feasible ones.
  case combinations(StateSet)

  /// How many slots there are; not all need hold a state.
  var count: Int {
    switch self {
    case .numbered(let table): table.codes.count
    case .combinations(let set): set.slotCount
    }
  }

  /// Whether the slot holds a state.
  func contains(_ slot: Int) -> Bool {
    switch self {
    case .numbered: true
    case .combinations(let set): set.contains(slot)
    }
  }

  /// The code of the state in a slot.
  func code(of slot: Int) -> UInt64 {
    switch self {
    case .numbered(let table): table.codes[slot]
    case .combinations: UInt64(slot)
    }
  }

  /// The slot of a code, or nil when that is no feasible state.
  func find(_ code: UInt64) -> Int? {
    switch self {
    case .numbered(let table): table.find(code)
    case .combinations(let set): code < UInt64(set.slotCount) && set.contains(Int(code)) ? Int(code) : nil
    }
  }
}

internal import ConflictModel
internal import Stability

/// The states of a list with what is told of each.
struct StateRows {
  let report: SolveReport
  let listing: Listing
}

/// Which of some sets of states hold one, without a call for each.
struct Membership {
  private let sets: [[UInt64]]

  init(_ selections: [Selection]) {
    sets = selections.map(\.slotWords)
  }

  var count: Int { sets.count }

  /// Whether set number `index` holds the state in the slot.
  func contains(_ index: Int, _ slot: Int) -> Bool {
    sets[index][slot >> 6] >> UInt64(slot & 63) & 1 == 1
  }
}

/// What rows of a kind have in common, in bytes.
struct RowParts {
  let states: FeasibleStates
  let optionCount: Int
  /// For each concept, its equilibria.
  let concepts: Membership
  /// For each outcome, its states.
  let outcomes: Membership

  init(_ rows: StateRows) {
    let report = rows.report
    states = rows.listing.states
    optionCount = report.conflict.options.count
    concepts = Membership(report.solution.concepts.map { report.solution.equilibria($0) })
    outcomes = Membership(report.outcomeStates)
  }

  func number(ofSlot slot: Int) -> UInt64 {
    UInt64(states.position(ofSlot: slot) + 1)
  }

  func code(ofSlot slot: Int) -> UInt64 {
    states.state(inSlot: slot).code
  }

  /// Writes `Y` or `N` for each option, option 0 first.
  func putPattern(_ code: UInt64, to out: inout TextPieces) {
    for option in 0..<optionCount {
      out.bytes.append(code >> UInt64(option) & 1 == 1 ? UInt8(ascii: "Y") : UInt8(ascii: "N"))
    }
  }
}

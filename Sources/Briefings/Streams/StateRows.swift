internal import CaseFile
internal import ConflictModel
internal import Notation
internal import Stability

/// The states of a list with what is told of each.
struct StateRows {
  let names: Names
  let listing: Listing
  /// For each named outcome, its states.
  let outcomes: [Selection]
  /// The concepts that are told of, each with its equilibria; nil when none is.
  let concepts: [(concept: Concept, states: Selection)]?

  /// Whether states have numbers, codes and patterns.
  var areNumbered: Bool { !names.isGraph && names.states != nil }

  /// A state with its outcomes and the concepts under which it is an equilibrium.
  func json(position: Int) -> JSONValue {
    let found = outcomes.indices.filter { outcomes[$0].contains(position) }
    var members = names.identity(of: listing.states[position])
    members.append(.init("outcomes", JSONValue(found.map { names.subject.outcomes[$0].id })))
    if let concepts {
      let lasting = concepts.filter { $0.states.contains(position) }.map { $0.concept }
      members.append(.init("concepts", lasting.json))
    }
    return .object(members)
  }
}

extension SolveReport {
  /// The states of a list, told of under every concept decided.
  func rows(_ listing: Listing) -> StateRows {
    StateRows(
      names: names, listing: listing, outcomes: outcomeStates,
      // Where nothing is decided a state must not look like one that lasts under nothing.
      concepts: solution.concepts.isEmpty ? nil : solution.concepts.map { ($0, solution.equilibria($0)) })
  }
}

/// Which of some sets of states hold one, without a call for each.
struct Membership {
  private let sets: [[UInt64]]

  init(_ selections: [Selection]) {
    sets = selections.map { $0.slotWords }
  }

  var count: Int { sets.count }

  /// Whether set number `index` holds the state in the slot.
  func contains(_ index: Int, _ slot: Int) -> Bool {
    sets[index][slot >> 6] >> UInt64(slot & 63) & 1 == 1
  }

  /// Which of the sets hold the state, as bits: up to 64 of them from `first` on.
  func bits(of slot: Int, from first: Int) -> UInt64 {
    var bits: UInt64 = 0
    for index in first..<min(first + 64, sets.count) where contains(index, slot) {
      bits |= 1 << UInt64(index - first)
    }
    return bits
  }
}

/// What rows of a kind have in common.
struct RowParts {
  let states: FeasibleStates
  /// For each concept, its equilibria.
  let concepts: Membership
  /// For each outcome, its states.
  let outcomes: Membership
  private let optionCount: Int
  private let letters = BitTexts(no: "N", yes: "Y")

  init(_ rows: StateRows) {
    states = rows.listing.states
    optionCount = rows.names.conflict.options.count
    concepts = Membership(rows.concepts?.map { $0.states } ?? [])
    outcomes = Membership(rows.outcomes)
  }

  func number(ofSlot slot: Int) -> UInt64 {
    UInt64(states.position(ofSlot: slot) + 1)
  }

  func code(ofSlot slot: Int) -> UInt64 {
    states.state(inSlot: slot).code
  }

  /// Writes `Y` or `N` for each option, option 0 first.
  func putPattern(_ code: UInt64, to out: inout TextPieces) {
    letters.put(code, count: optionCount, to: &out)
  }
}

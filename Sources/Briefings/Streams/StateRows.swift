internal import CaseFile
internal import ConflictModel
internal import Notation
internal import Questions
internal import Stability

/// The states of a list with what is told of each.
struct StateRows {
  let names: Names
  let listing: Listing
  /// For each named outcome, its states.
  let outcomes: [Selection]
  /// The concepts that are told of, each with its equilibria; nil when none is.
  let concepts: [(concept: Concept, states: Selection)]?
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

extension StateRows {
  /// The states as objects: which each is, with its outcomes and the concepts under which it is an
  /// equilibrium.
  var objects: Records {
    let number = Record.Field("number", names.states == nil ? .missing : .number)
    if names.isGraph {
      let fields = [
        number, .init("code", .missing), .init("pattern", .missing), .init("id", .text), .init("name", .text),
      ]
      return records(fields + sets) { [names] slot, state, parts, record in
        let graph = names.graphState(state)
        if names.states != nil { record.put(parts.number(ofSlot: slot)) }
        record.put(graph?.id)
        record.put(graph.map { $0.name ?? $0.id })
      }
    }
    return records([number, .init("code", .code), pattern] + sets) { [names] slot, state, parts, record in
      if names.states != nil { record.put(parts.number(ofSlot: slot)) }
      record.put(state.code)
      record.put(state.code)
    }
  }

  /// The states as rows of a table, with a column for each option, or the level of its options.
  var table: Records {
    let number = Record.Field("number", .number)
    let contents = contents
    let fields = contents.map { $0.field } + sets
    let sources = contents.map { $0.source }
    if names.isGraph {
      return records([number, .init("id", .text), .init("name", .text)] + fields) {
        [names] slot, state, parts, record in
        let graph = names.graphState(state)
        record.put(parts.number(ofSlot: slot))
        record.put(graph?.id)
        record.put(graph?.name)
        for source in sources { record.put(source.number(state.code)) }
      }
    }
    return records([number, .init("code", .code), pattern] + fields) { slot, state, parts, record in
      record.put(parts.number(ofSlot: slot))
      record.put(state.code)
      record.put(state.code)
      for source in sources { record.put(source.number(state.code)) }
    }
  }

  /// `Y` or `N` for each option, option 0 first.
  private var pattern: Record.Field {
    .init("pattern", .letters(no: "N", yes: "Y", count: names.conflict.options.count))
  }

  /// The outcomes of a state, and the concepts under which it is an equilibrium.
  private var sets: [Record.Field] {
    var fields = [Record.Field("outcomes", .flags(names.subject.outcomes.map { $0.id }))]
    if let concepts { fields.append(.init("concepts", .flags(concepts.map { $0.concept.rawValue }))) }
    return fields
  }

  /// A record for each state of the list; `fill` puts what comes before its sets.
  private func records(
    _ fields: [Record.Field], _ fill: @escaping (Int, State, RowParts, inout Record) -> Void
  ) -> Records {
    Records(fields, count: listing.count) { [listing] take in
      let parts = RowParts(self)
      var record = Record(fields)
      for slot in listing {
        record.begin()
        fill(slot, parts.states.state(inSlot: slot), parts, &record)
        parts.outcomes.put(slot, to: &record)
        parts.concepts.put(slot, to: &record)
        if !take(&record) { break }
      }
    }
  }

  // MARK: Contents

  /// What is taken in a state, in a column or in columns that stand side by side.
  private struct Content {
    let field: Record.Field
    let source: Source
  }

  private var contents: [Content] {
    let conflict = names.conflict
    var contents: [Content] = []
    var options: (ids: [String], range: Range<Int>) = ([], 0..<0)
    func endOptions() {
      if options.ids.isEmpty { return }
      let field = Record.Field("options", .flags(options.ids))
      contents.append(Content(field: field, source: .options(from: UInt64(options.range.lowerBound))))
      options = ([], 0..<0)
    }
    for row in names.groups.flatMap({ $0.rows }) {
      if case .level(let index) = row.kind {
        endOptions()
        let field = Record.Field(row.id, .choice(conflict.levelOptions[index].levels))
        let thresholds = row.options.reduce(0 as UInt64) { $0 | 1 << UInt64($1) }
        contents.append(Content(field: field, source: .level(thresholds: thresholds)))
        continue
      }
      for option in row.options {
        if options.range.upperBound != option { endOptions() }
        let start = options.ids.isEmpty ? option : options.range.lowerBound
        options.ids.append(row.isJoint ? conflict.options[option].id : row.id)
        options.range = start..<option + 1
      }
    }
    endOptions()
    return contents
  }
}

/// How the number of a column, or of columns side by side, is read off a code.
private enum Source {
  /// Options that stand one after the other in a code as well.
  case options(from: UInt64)
  /// How many of the options hold that are the thresholds of a level.
  case level(thresholds: UInt64)

  func number(_ code: UInt64) -> UInt64 {
    switch self {
    case .options(let first): code >> first
    case .level(let thresholds): UInt64((code & thresholds).nonzeroBitCount)
    }
  }
}

/// Which of some sets of states hold one, without a call for each.
private struct Membership {
  private let sets: [[UInt64]]
  /// The same where there are too many states for a bit each.
  private let selections: [Selection]

  init(_ selections: [Selection]) {
    sets = selections.compactMap { $0.slotWords }
    self.selections = sets.count == selections.count ? [] : selections
  }

  /// Puts which of the sets hold the state in the slot, a bit for each.
  func put(_ slot: Int, to record: inout Record) {
    var bits: UInt64 = 0
    let count = selections.isEmpty ? sets.count : selections.count
    for index in 0..<count {
      let isIn =
        selections.isEmpty
        ? sets[index][slot >> 6] >> UInt64(slot & 63) & 1 : selections[index].selects(slot: slot) ? 1 : 0
      bits |= isIn << UInt64(index & 63)
      if index & 63 == 63 || index == count - 1 {
        record.put(bits)
        bits = 0
      }
    }
  }
}

/// What rows of a kind have in common.
private struct RowParts {
  let states: FeasibleStates
  private let positions: SlotPositions
  /// For each concept, its equilibria.
  let concepts: Membership
  /// For each outcome, its states.
  let outcomes: Membership

  init(_ rows: StateRows) {
    states = rows.listing.states
    positions = states.positions()
    concepts = Membership(rows.concepts?.map { $0.states } ?? [])
    outcomes = Membership(rows.outcomes)
  }

  func number(ofSlot slot: Int) -> UInt64 {
    UInt64(positions.position(ofSlot: slot) + 1)
  }
}

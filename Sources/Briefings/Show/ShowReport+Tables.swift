internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Stability

// MARK: States

extension ShowReport {
  /// The list, with codes and patterns or without.
  func addStates(coded isCoded: Bool, to builder: inout DocumentBuilder, _ meter: TableMeter) {
    builder.pause()
    add(Listing(chosen, limit: rowLimit), coded: isCoded, to: &builder, meter)
  }

  /// A row for each state of the list, as far as the meter lets it.
  func add(
    _ listing: Listing, coded isCoded: Bool = true, to builder: inout DocumentBuilder, _ meter: TableMeter
  ) {
    let codes: [Sentence] = isCoded ? ["code", "pattern"] : []
    var header: [Sentence] = ["number"] + (names.isGraph ? ["id", "name"] : codes + ["taken"])
    if !subject.outcomes.isEmpty { header.append("outcomes") }
    if !solution.concepts.isEmpty { header.append("lasts under") }
    var list = Table(.list(wide: names.isGraph ? 2 : 1 + codes.count), head: header)
    var hasStatusQuo = false
    meter.begin(rows: listing.count)
    for position in listing.positions {
      var row = row(at: position, coded: isCoded)
      if !meter.admits(row) { break }
      if subject.statusQuo?.state == solution.states[position] {
        row[0] += " *"
        hasStatusQuo = true
      }
      list.add(row)
    }
    builder.table(list)
    addLeftOut(listing.total - list.rows.count, to: &builder)
    if hasStatusQuo {
      builder.pause()
      builder.remark("* the status quo")
    }
  }

  private func row(at position: Int, coded isCoded: Bool) -> [Sentence] {
    let state = solution.states[position]
    var row: [Sentence] = [
      Sentence(solution.hasAllStates ? String(position + 1) : "", to: .state(state.code))
    ]
    if let graph = names.graphState(state) {
      row += [Sentence(graph.id, to: .state(state.code)), "\((graph.name ?? "").printable)"]
    } else {
      if isCoded { row += ["\(String(state.code))", "\(names.pattern(state))"] }
      row.append(names.content(of: state))
    }
    if !subject.outcomes.isEmpty {
      row.append(subject.outcomes(of: state).map { names.inShort.outcome($0) }.joined(separator: ", "))
    }
    if !solution.concepts.isEmpty {
      let concepts = solution.concepts.filter { solution.isEquilibrium($0, position: position) }
      row.append(concepts.map { $0.word }.joined(separator: ", "))
    }
    return row
  }
}

// MARK: The key to lists of numbers

extension ShowReport {
  /// What the numbers of few states stand for that the lists of moves and of preferences are made of.
  private func addKey(to builder: inout DocumentBuilder) {
    if chosen.isEmpty || chosen.count > Self.listedAtOnce { return }
    var key = Table(.list(wide: 1), head: [names.isGraph ? "id" : "number", "situation"])
    for position in chosen {
      let state = solution.states[position]
      let outcomes = names.isGraph ? [] : names.outcomes(state)
      let called = outcomes.isEmpty ? "" : "\(Prose.list(outcomes)): " as Sentence
      let present: Sentence = names.isPresent(state) ? " (the present)" : ""
      key.add([names.brief(state), "\(called)\(names.content(of: state))\(present)"])
    }
    builder.table(key)
  }
}

// MARK: Moves

extension ShowReport {
  func addMoves(to builder: inout DocumentBuilder, _ meter: TableMeter) {
    addKey(to: &builder)
    meter.begin(rows: conflict.actors.count * min(chosen.count, rowLimit))
    for actor in conflict.actors.indices {
      builder.heading(names.actor(actor))
      if !solution.isWorkedOut || meter.limit != nil {
        builder.remark(solution.isWorkedOut ? "Left out here." : "Not worked out.")
        continue
      }
      var list = Table(head: ["from", "to"])
      var (shown, left) = (0, Self.movesPerState * rowLimit)
      for position in chosen.prefix(rowLimit) where left > 0 {
        shown += 1
        let improvements = Set(solution.improvements(of: actor, from: position))
        let moves = solution.moves(of: actor, from: position)
        if moves.isEmpty { continue }
        left -= moves.count
        var targets: [Sentence] = moves.prefix(Self.movesInRow).map { target in
          "\(names.brief(solution.states[target]))\(improvements.contains(target) ? "+" : "")"
        }
        if moves.count > targets.count {
          targets.append("and \(Prose.grouped(moves.count - targets.count)) more")
        }
        let row = [names.brief(solution.states[position]), targets.joined(separator: " ")]
        if !meter.admits(row) {
          shown -= 1
          break
        }
        list.add(row)
      }
      let leftOut = chosen.count - shown
      let canMove = names.isGraph || conflict.optionMask(of: actor) != 0
      if list.rows.isEmpty {
        builder.remark(leftOut <= 0 || !canMove ? "No moves." : "No moves from these.")
        if !canMove { continue }
      } else {
        builder.table(list)
      }
      addLeftOut(leftOut, to: &builder)
    }
    builder.pause()
    builder.remark("+ marks a move that makes the actor better off.")
  }

  /// So many moves of an actor are looked at for text, for each state that may be shown.
  private static let movesPerState = 40
  /// So many moves from one state are written out in text.
  private static let movesInRow = 256
}

// MARK: Preferences

extension ShowReport {
  func addPreferences(to builder: inout DocumentBuilder, _ meter: TableMeter) {
    addKey(to: &builder)
    meter.begin(rows: conflict.actors.count * chosen.count)
    for actor in conflict.actors.indices {
      builder.heading("\(names.actor(actor)), the best first")
      if !solution.isWorkedOut || chosen.isEmpty {
        builder.remark(solution.isWorkedOut ? "None of these." : "Not worked out.")
        continue
      }
      if meter.limit != nil {
        builder.remark("Left out here.")
        continue
      }
      var list = Table(head: ["place", "states"])
      var left = rowLimit
      var listed = 0
      for (index, whole) in Tiers(of: actor, in: solution).enumerated() {
        let tier = filter == nil ? whole : chosen(among: whole)
        if tier.isEmpty { continue }
        if left <= 0 { break }
        // Of many states, each place shows its first.
        let shown = chosen.count > rowLimit ? tier.prefix(min(left, Names.fewStates)) : tier
        left -= shown.count
        let row: [Sentence] = ["\(index + 1)", names.list(solution.positions(of: shown), of: tier.count)]
        if !meter.admits(row, standingFor: tier.count) { break }
        list.add(row)
        listed += tier.count
      }
      builder.table(list)
      // A place that shows its first states says itself how many more it has.
      if listed < chosen.count {
        builder.remark(
          "Places with \(Prose.grouped(chosen.count - listed)) of \(Prose.count(chosen.count, "state")) left out; \(Sentence.inJSON) lists all."
        )
      }
    }
    builder.pause()
    builder.remark("States in one place are equally good to the actor.")
  }
}

extension ShowReport {
  /// Those of a place that are to be shown.
  private func chosen(among tier: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
    tier.filter { chosen.contains(solution.states.position(ofSlot: Int($0))) }[...]
  }
}

extension Names {
  /// How many states stand for a place with more of them.
  static let fewStates = 8

  /// The first of so many states in short, with spaces between, and how many more
  /// there are.
  func list(_ positions: some Sequence<Int>, of count: Int) -> Sentence {
    guard let states, count > 0 else { return "none" }
    let limit = count > ShowReport.usualRowLimit ? Self.fewStates : count
    let shown = positions.prefix(limit).map { brief(states[$0]) }
    return shown.joined(separator: " ")
      + (shown.count < count ? " and \(Prose.grouped(count - shown.count)) more" : "")
  }
}

internal import CaseFile
internal import ConflictModel
package import Documents
internal import Notation
internal import Questions
internal import Stability

// What could last, option by option.
extension SolveReport {
  /// The most outcomes that have a column.
  private static let mostOutcomes = 12
  /// Where no outcome names what lasts, so many situations have a column each.
  private static let mostSituations = 6

  /// What is taken now and in what could last, outcome by outcome, with what that shows; nil in graph
  /// form, and where nothing lasts.
  package func optionsFigure() -> (figure: Figure.Options, caption: Sentence)? {
    guard let sense, hasReasons, !names.isGraph else { return nil }
    let lasting = solution.equilibria(sense)
    if lasting.isEmpty { return nil }
    let labels = Labels(subject)
    let (outcomes, unnamed, leftOut) = lastingOutcomes(lasting)
    var columns: [Figure.Options.Column] = []
    var contents: [OptionTally] = []
    let now = solved.statusQuos
    if !now.isEmpty {
      columns.append(.init("now", stateCount: now.count, isPresent: true))
      contents.append(OptionTally(now, of: subject))
    }
    for (index, states) in outcomes {
      let outcome = subject.outcomes[index]
      columns.append(
        .init(
          Sentence(outcome.name.printable, to: .outcome(outcome.id)),
          short: labels.outcome(index).printable, stateCount: states.count))
      contents.append(OptionTally(states, of: solution, subject))
    }
    if outcomes.isEmpty, 2...Self.mostSituations ~= unnamed.count {
      for state in presentFirst(unnamed) {
        columns.append(.init(names.oneWithoutName(state), stateCount: 1))
        contents.append(OptionTally([state], of: subject))
      }
    } else if !unnamed.isEmpty {
      let name: Sentence = outcomes.isEmpty ? "what could last" : "no name"
      columns.append(.init(name, stateCount: unnamed.count))
      contents.append(OptionTally(unnamed, of: solution, subject))
    }
    let groups = names.groups.map { group in
      Figure.Options.Group(
        group.owners.map { labels.party($0, names) }, title: names.title(of: group),
        rows: group.rows.map { row in
          Figure.Options.Row(
            row.label, levels: levels(of: row), cells: contents.map { $0.cell(row, conflict) })
        })
    }
    let overlaps = overlaps(outcomes, from: now.isEmpty ? 0 : 1)
    return (
      Figure.Options(
        columns: columns, groups: groups, within: overlaps.within,
        remarks: overlaps.remarks + leftOutRemark(leftOut)),
      caption(lasting, isPresentShown: !now.isEmpty)
    )
  }

  /// Situations that no outcome names, first those that the present may be.
  private func presentFirst(_ states: Selection) -> [State] {
    let members = Array(states.members)
    return members.filter { names.isPresent($0) } + members.filter { !names.isPresent($0) }
  }

  /// The outcomes that have members that last, with these, and what belongs to none.
  private func lastingOutcomes(
    _ lasting: Selection
  ) -> (outcomes: [(index: Int, states: Selection)], unnamed: Selection, leftOut: Int) {
    var outcomes: [(index: Int, states: Selection)] = []
    var unnamed = lasting
    for (index, states) in outcomeStates.enumerated() {
      let members = lasting.intersection(states)
      if members.isEmpty { continue }
      unnamed = unnamed.subtracting(members)
      outcomes.append((index, members))
    }
    let leftOut = max(0, outcomes.count - Self.mostOutcomes)
    return (Array(outcomes.prefix(Self.mostOutcomes)), unnamed, leftOut)
  }

  private func levels(of row: Row) -> [String] {
    guard case .level(let index) = row.kind else { return [] }
    return conflict.levelOptions[index].levelNames.map { $0.printable }
  }

  private func caption(_ lasting: Selection, isPresentShown: Bool) -> Sentence {
    let what: Sentence =
      lasting.count == 1
      ? "the only situation that could last"
      : "the \(Prose.grouped(lasting.count)) of \(Prose.count(solution.states.count, "feasible situation")) that could last"
    return "What is taken \(isPresentShown ? "now, and " : "")in \(what)."
  }

  /// Which outcomes lie within others, and whether others overlap; columns begin at `first`.
  private func overlaps(
    _ outcomes: [(index: Int, states: Selection)], from first: Int
  ) -> (within: [Figure.Options.Within], remarks: [Sentence]) {
    var (within, isCrossed): ([Figure.Options.Within], Bool) = ([], false)
    for (place, inner) in outcomes.enumerated() {
      for (other, outer) in outcomes.enumerated() where place != other {
        let common = inner.states.intersection(outer.states).count
        if common == 0 { continue }
        if common < inner.states.count {
          if common < outer.states.count { isCrossed = true }
        } else if common < outer.states.count || place > other {
          within.append(.init(first + place, in: first + other))
        }
      }
    }
    let crossed: Sentence = "Outcomes overlap here: a situation may be counted in several columns."
    return (within, isCrossed ? [crossed] : [])
  }

  private func leftOutRemark(_ count: Int) -> [Sentence] {
    if count == 0 { return [] }
    return ["\(Prose.count(count, "further outcome")) that could last \(count == 1 ? "is" : "are") left out."]
  }
}

/// How often each option is taken in some states.
private struct OptionTally {
  let count: Int
  /// For each option.
  let taken: [Int]
  /// For each joint option, in how many states all have their part in it, and nobody.
  let joint: [(whole: Int, nobody: Int)]

  /// Of some states, one by one.
  init(_ states: [State], of subject: Case) {
    count = states.count
    taken = subject.conflict.options.indices.map { option in states.count { $0.takes(option) } }
    joint = subject.jointOptions.map { joint in
      (
        states.count { state in joint.halves.allSatisfy { state.takes($0) } },
        states.count { state in joint.halves.allSatisfy { !state.takes($0) } }
      )
    }
  }

  /// Of a selection.
  init(_ states: Selection, of solution: Solution, _ subject: Case) {
    count = states.count
    taken = solution.tally(states)
    joint = subject.jointOptions.map { joint in
      let whole = solution.states(where: .all(joint.halves.map { .taken($0) }))
      let nobody = solution.states(where: .all(joint.halves.map { .not(.taken($0)) }))
      return (states.intersection(whole).count, states.intersection(nobody).count)
    }
  }

  /// What becomes of the option of a row.
  func cell(_ row: Row, _ conflict: Conflict) -> Figure.Options.Cell {
    switch row.kind {
    case .option(let option): return plain(taken[option])
    case .level:
      // Whoever is above a threshold is above those before it.
      let reached = [count] + row.options.map { taken[$0] } + [0]
      let counts = zip(reached, reached.dropFirst()).map { $0 - $1 }
      return .levels(counts.indices.filter { counts[$0] > 0 })
    case .joint(let index):
      let (whole, nobody) = joint[index]
      if whole > 0 || nobody == count { return plain(whole) }
      return .offers(row.options.indices.filter { taken[row.options[$0]] > 0 }, orNobody: nobody > 0)
    }
  }

  private func plain(_ taken: Int) -> Figure.Options.Cell {
    taken == 0 ? .never : taken == count ? .always : .sometimes
  }
}

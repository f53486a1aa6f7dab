internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

extension SolveReport {
  /// What always holds, never holds or is free in the states that last, one
  /// column for all concepts with the same equilibria.
  func addHoldings(to builder: inout DocumentBuilder) {
    let groups = solved.conceptGroups.filter { !$0.equilibria.isEmpty }
    if groups.isEmpty || (names.groups.isEmpty && subject.outcomes.isEmpty) { return }
    builder.heading("What holds where nobody leaves")
    builder.remark(holdingsLegend)
    let (grid, open) = holdingsGrid(groups)
    builder.table(grid)
    if !open.isEmpty { builder.remark(Self.openSentence(open)) }
  }

  private var holdingsLegend: Sentence {
    "always: in each of these states; never: in none of them; "
      + (isLarge ? "else in so many of a hundred." : "free: in some and not in others.")
  }

  /// That rows are left out in which nothing is nearly settled.
  static func openSentence(_ rows: [Sentence]) -> Sentence {
    "Left out, since each of these is taken in 5 to 95 % under every concept: \(rows.joined(separator: "; "))."
  }

  /// The table of ``addHoldings(to:)``; its first row names the concepts. Of a
  /// case with very many states the rows that are far from settled are left out,
  /// and named.
  func holdingsGrid(_ groups: [ConceptGroup]) -> (grid: Table, open: [Sentence]) {
    let holdings = groups.map { solved.holdings(of: $0.equilibria) }
    var grid = Table(.grid, head: ["under"] + groups.map { $0.label })
    var open: [Sentence] = []
    for (index, group) in names.groups.enumerated() {
      var rows: [Table.Row] = []
      var left: [Sentence] = []
      for (place, row) in group.rows.enumerated() {
        let tallies = holdings.map { $0.rows[index][place] }
        if isLarge, tallies.allSatisfy({ isOpen($0, row) }) {
          left.append(names.name(of: row))
        } else {
          rows.append(.cells([row.label] + tallies.map { Sentence(word(for: $0, row)) }))
        }
      }
      if !rows.isEmpty { grid.rows += [.heading(names.title(of: group))] + rows }
      if !left.isEmpty {
        open.append(
          "\(rows.isEmpty && left.count > 1 ? "all" : Prose.list(left)) of \(names.title(of: group))")
      }
    }
    if !subject.outcomes.isEmpty {
      grid.rows.append(.heading("Outcomes"))
      for (index, outcome) in subject.outcomes.enumerated() {
        grid.add(
          [Sentence(outcome.name, to: .outcome(outcome.id))]
            + holdings.map { Sentence(word(for: $0.outcomes[index])) })
      }
    }
    return (grid, open)
  }

  private func word(for tally: Tally, _ row: Row) -> String {
    guard case .level(let index) = row.kind else { return word(for: tally) }
    return conflict.levelOptions[index].words(for: tally.values)
  }

  private func word(for tally: Tally) -> String {
    if tally.isAlways { return "always" }
    if tally.isNever { return "never" }
    return isLarge ? tally.percent : "free"
  }

  /// Whether a matter is far from settled.
  private func isOpen(_ tally: Tally, _ row: Row) -> Bool {
    let count = tally.counts.reduce(0, +)
    return row.isLevel
      ? tally.values.count == tally.counts.count : tally.counts.allSatisfy { $0 >= (count + 19) / 20 }
  }
}

extension Tally {
  /// In how many of a hundred a yes-or-no matter is yes that is not settled.
  var percent: String {
    let count = counts.reduce(0, +)
    let percent = Prose.percent(counts[1], of: count)
    return percent == 0 ? "<1 %" : percent == 100 ? ">99 %" : "\(percent) %"
  }
}

extension LevelOption {
  /// A level's name where it is short, else its id.
  func label(_ level: Int) -> String {
    let name = levelNames[level].printable
    return name.displayWidth <= 14 ? name : levels[level]
  }

  /// The levels in few words: one, a range, or a list where there are gaps.
  func words(for values: [Int]) -> String {
    guard let first = values.first, let last = values.last else { return "" }
    if values.count == levels.count, values.count > 1 { return "free" }
    if values.count == 1 { return label(first) }
    if values.count > 2, last - first == values.count - 1 { return "\(levels[first])…\(levels[last])" }
    return values.map { levels[$0] }.joined(separator: "/")
  }
}

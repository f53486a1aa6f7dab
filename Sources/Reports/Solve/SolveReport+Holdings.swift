internal import CaseFile
internal import ConflictModel
internal import Stability

extension SolveReport {
  /// What always holds, never holds or is free in the states that last, one
  /// column for all concepts with the same equilibria.
  func addHoldings(to builder: inout TextBuilder) {
    let groups = conceptGroups.filter { !$0.equilibria.isEmpty }
    if groups.isEmpty || (names.groups.isEmpty && subject.outcomes.isEmpty) { return }
    builder.heading("What holds where nobody leaves")
    builder.paragraph(
      "always: in each of these states; never: in none of them; free: in some and not in others.", indent: 2)
    builder.add(holdingsGrid(groups).rendered(builder.style))
  }

  /// The table of ``addHoldings(to:)``; its first row names the concepts.
  func holdingsGrid(_ groups: [ConceptGroup]) -> Grid {
    let holdings = groups.map { group in
      Holdings(of: group.equilibria.lazy.map { solution.states[$0] }, names: names)
    }
    var grid = Grid()
    grid.lines.append(.row("under", groups.map(\.label)))
    for (index, group) in names.groups.enumerated() {
      grid.lines.append(.heading(group.title))
      for (place, row) in group.rows.enumerated() {
        grid.lines.append(.row(row.name, holdings.map { word(for: $0.rows[index][place], row) }))
      }
    }
    if !subject.outcomes.isEmpty {
      grid.lines.append(.heading("Outcomes"))
      for (index, outcome) in subject.outcomes.enumerated() {
        grid.lines.append(.row(outcome.name, holdings.map { Self.word(for: $0.outcomes[index]) }))
      }
    }
    return grid
  }

  private func word(for tally: Tally, _ row: Row) -> String {
    guard case .level(let index) = row.kind else { return Self.word(for: tally) }
    return conflict.levelOptions[index].words(for: tally.values)
  }

  private static func word(for tally: Tally) -> String {
    tally.isAlways ? "always" : tally.isNever ? "never" : "free"
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

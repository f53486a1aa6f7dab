internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

/// The equilibria in option form, folded into few columns.
struct EquilibriumTable: Sendable {
  /// States that are alike in everything but the options left free.
  struct Column: Sendable {
    /// Nil in graph form, where each column is one state.
    let cube: Cube?
    /// The state of lowest code.
    let first: State
    /// How many states it stands for.
    let count: Int
    let concepts: [Concept]
    let outcomes: Set<Int>
    /// The joint options that the partners would change together.
    let together: Set<Int>

    /// For each concept, 0 when the column's states last under it.
    fileprivate func strength(_ order: [Concept]) -> [Int] {
      order.map { concepts.contains($0) ? 0 : 1 }
    }
  }

  /// The columns in the order of the table: those under the most demanding
  /// concepts first, of these the ones that stand for most states.
  let columns: [Column]
  /// How many further states there are.
  let leftOut: Int
  /// How many states were put together into columns, and how many there are.
  let folded: (states: Int, of: Int)

  /// What states must have in common to share a column.
  private struct Kind: Hashable {
    let concepts: [Concept]
    let outcomes: [Int]
    let together: [Int]
  }

  /// The most columns that are shown unless more are asked for, and how many of
  /// a case with very many states.
  static let columnLimit = (usual: 16, large: 8)

  init(_ report: SolveReport, space: CubeSpace) {
    let (listed, total): ([Int], Int)
    if report.options.sortActor == nil, report.options.drawn == nil {
      (listed, total) = report.strongest(report.solved.lookedLimit)
    } else {
      let listing = report.listing(of: report.lasting, limit: report.solved.lookedLimit)
      (listed, total) = (Array(listing.positions), listing.total)
    }
    var kinds: [Kind] = []
    var indexOfKind: [Kind: Int] = [:]
    let states = listed.map { position -> (state: State, kind: Int) in
      let state = report.solution.states[position]
      let kind = Kind(
        concepts: report.solved.concepts(at: position),
        outcomes: report.outcomeStates.indices.filter { report.outcomeStates[$0].contains(position) },
        together: report.subject.jointDepartures(from: state))
      let index = indexOfKind[kind] ?? kinds.count
      if index == kinds.count {
        kinds.append(kind)
        indexOfKind[kind] = index
      }
      return (state, index)
    }
    let all: [Column]
    if report.names.isGraph {
      all = states.map { Self.column($0.state, nil, 1, kinds[$0.kind]) }
    } else {
      all = space.fold(states).map {
        Self.column(space.first($0.cube), $0.cube, space.count($0.cube), kinds[$0.kind])
      }
    }
    let order = report.strongestFirst
    let sorted =
      report.options.sortActor != nil
      ? all
      : all.sorted { left, right in
        let (one, other) = (left.strength(order), right.strength(order))
        if one != other { return one.lexicographicallyPrecedes(other) }
        return left.count == right.count ? left.first < right.first : left.count > right.count
      }
    let limit = report.isLarge ? Self.columnLimit.large : Self.columnLimit.usual
    columns = Array(sorted.prefix(report.options.limit ?? report.options.drawn?.size ?? limit))
    leftOut = total - columns.reduce(0) { $0 + $1.count }
    folded = (listed.count, report.options.drawn == nil ? total : listed.count)
  }

  private static func column(_ first: State, _ cube: Cube?, _ count: Int, _ kind: Kind) -> Column {
    Column(
      cube: cube, first: first, count: count, concepts: kind.concepts, outcomes: Set(kind.outcomes),
      together: Set(kind.together))
  }
}

extension SolveReport {
  /// The table of equilibria as rows of text, as far as the meter lets it.
  func grid(of table: EquilibriumTable, space: CubeSpace, _ meter: TableMeter) -> Table {
    var grid = Table(.grid, head: ["state"] + table.columns.map { names.brief($0.first) })
    meter.begin(rows: 1 + strongestFirst.count + names.groups.reduce(0) { $0 + $1.rows.count })
    if !meter.admits(grid.head) { return grid }
    if table.columns.contains(where: { $0.count > 1 }) {
      grid.add(["more states like it"] + table.columns.map { $0.count > 1 ? "+\($0.count - 1)" : "" })
    }
    for group in names.groups {
      grid.rows.append(.heading(names.title(of: group)))
      for row in group.rows {
        let cells = [row.label] + table.columns.map { cell(row, $0, space) }
        if !meter.admits(cells) { return grid }
        grid.add(cells)
      }
    }
    let shown = subject.outcomes.indices.filter { outcome in
      table.columns.contains { $0.outcomes.contains(outcome) }
    }
    if !shown.isEmpty { grid.rows.append(.heading("Outcomes")) }
    for index in shown {
      let outcome = subject.outcomes[index]
      let cells: [Sentence] = table.columns.map { $0.outcomes.contains(index) ? "✓" : "·" }
      grid.rows.append(.mark([Sentence(outcome.name, to: .outcome(outcome.id))] + cells))
    }
    grid.rows.append(.heading("Lasts under"))
    for concept in strongestFirst {
      let cells = [concept.word] + table.columns.map { $0.concepts.contains(concept) ? "✓" : "·" }
      if !meter.admits(cells) { return grid }
      grid.add(cells)
    }
    let left = subject.jointOptions.indices.filter { joint in
      table.columns.contains { $0.together.contains(joint) }
    }
    if !left.isEmpty { grid.rows.append(.heading("The partners would leave together")) }
    for joint in left {
      let cells: [Sentence] = table.columns.map { $0.together.contains(joint) ? "!" : "·" }
      let option = subject.jointOptions[joint]
      grid.rows.append(.mark([Sentence(option.name, to: .option(option.id))] + cells))
    }
    return grid
  }

  private func cell(_ row: Row, _ column: EquilibriumTable.Column, _ space: CubeSpace) -> Sentence {
    guard let cube = column.cube else { return "" }
    if case .level(let index) = row.kind {
      let level = conflict.levelOptions[index]
      let values = space.values(of: cube, in: space.dimensions[space.dimensionOfOption[level.firstOption]])
      return values.count == level.levels.count ? "–" : "\(level.words(for: values))"
    }
    let letters = row.options.map { option -> Sentence in
      let values = space.values(of: cube, in: space.dimensions[space.dimensionOfOption[option]])
      return values == [0] ? "N" : values == [1] ? "Y" : "–"
    }
    return Set(letters).count == 1 ? letters[0] : letters.joined(separator: "/")
  }

  func addTable(to builder: inout DocumentBuilder, _ meter: TableMeter) {
    if lasting.isEmpty { return }
    let space = CubeSpace(conflict)
    let table = EquilibriumTable(self, space: space)
    builder.heading(names.isGraph ? "The states that last" : "The states that last, option by option")
    builder.inset { inner in
      for line in legend(table) { inner.paragraph(line) }
    }
    if table.columns.isEmpty {
      builder.remark("None of them satisfies the condition asked for.")
      return
    }
    builder.table(isShort ? list(of: table, space: space, meter) : grid(of: table, space: space, meter))
    if table.leftOut > 0 {
      builder.remark(
        "\(Prose.count(table.leftOut, "further state")) left out; \(moreSentence)\(foldedSentence(table))")
    }
  }

  /// Where the states are that the table leaves out.
  private var moreSentence: Sentence {
    if options.drawn != nil { return "a larger \(Sentence.parameter("sample", "sample")) shows more." }
    let all = solution.isListed ? "all" : "the first \(Prose.grouped(Self.mostListed))"
    return "a larger \(Sentence.parameter("limit", "limit")) shows more, \(Sentence.inJSON) lists \(all)."
  }

  /// That not all states were put together, when it is so; with a space before.
  func foldedSentence(_ table: EquilibriumTable) -> Sentence {
    table.folded.states == table.folded.of
      ? ""
      : " Put together were the first \(Prose.grouped(table.folded.states)) of \(Prose.grouped(table.folded.of))."
  }
}

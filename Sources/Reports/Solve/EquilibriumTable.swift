internal import CaseFile
internal import ConflictModel
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
  /// How many further columns there are, and how many states they stand for.
  let leftOut: (columns: Int, states: Int)

  /// What states must have in common to share a column.
  private struct Kind: Hashable {
    let concepts: [Concept]
    let outcomes: [Int]
    let together: [Int]
  }

  /// The most columns that are shown unless more are asked for.
  static let columnLimit = 16

  /// The most states that are folded; those of further states are left out.
  static let stateLimit = 20_000

  init(_ report: SolveReport, space: CubeSpace) {
    var listed = report.listed(report.options.sortActor == nil ? report.byStrength : report.equilibria)
    let total = listed.count
    listed = Array(listed.prefix(Self.stateLimit))
    var kinds: [Kind] = []
    var indexOfKind: [Kind: Int] = [:]
    let states = listed.map { position -> (state: State, kind: Int) in
      let state = report.solution.states[position]
      let kind = Kind(
        concepts: report.concepts(at: position), outcomes: report.subject.outcomes(of: state),
        together: report.jointDepartures(from: state))
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
    columns = Array(sorted.prefix(report.options.limit ?? Self.columnLimit))
    let shown = columns.reduce(0) { $0 + $1.count }
    leftOut = (all.count - columns.count, total - shown)
  }

  private static func column(_ first: State, _ cube: Cube?, _ count: Int, _ kind: Kind) -> Column {
    Column(
      cube: cube, first: first, count: count, concepts: kind.concepts, outcomes: Set(kind.outcomes),
      together: Set(kind.together))
  }
}

extension SolveReport {
  /// The joint options that their partners would all gain by changing together from `state`.
  func jointDepartures(from state: State) -> [Int] {
    subject.jointOptions.indices.filter { jointDeparture(of: subject.jointOptions[$0], from: state) != nil }
  }

  /// Where the partners of a joint option would go together from `state`: all
  /// halves taken, or all given up, at least two of them changed, everybody who
  /// changes one better off.
  func jointDeparture(of joint: Case.JointOption, from state: State) -> State? {
    let all = joint.halves.reduce(0 as UInt64) { $0 | 1 << UInt64($1) }
    for target in [State(state.code | all), State(state.code & ~all)] {
      let changed = joint.halves.filter { state.takes($0) != target.takes($0) }
      guard changed.count > 1, conflict.isFeasible(target) else { continue }
      let isGain = changed.allSatisfy { half in
        conflict.prefers(conflict.options[half].actor, target, to: state)
          && conflict.mayChange(half, from: state, to: target)
      }
      if isGain { return target }
    }
    return nil
  }

  /// The table of equilibria as rows of text.
  func grid(of table: EquilibriumTable, space: CubeSpace) -> Grid {
    var grid = Grid()
    grid.lines.append(.row("state", table.columns.map { names.short($0.first) }))
    if table.columns.contains(where: { $0.count > 1 }) {
      grid.lines.append(
        .row("more states like it", table.columns.map { $0.count > 1 ? "+\($0.count - 1)" : "" }))
    }
    for group in names.groups {
      grid.lines.append(.heading(group.title))
      for row in group.rows {
        grid.lines.append(.row(row.name, table.columns.map { cell(row, $0, space) }))
      }
    }
    if !subject.outcomes.isEmpty { grid.lines.append(.heading("Outcomes")) }
    for (index, outcome) in subject.outcomes.enumerated()
    where table.columns.contains(where: { $0.outcomes.contains(index) }) {
      grid.lines.append(.mark(outcome.name, table.columns.map { $0.outcomes.contains(index) ? "✓" : "·" }))
    }
    grid.lines.append(.heading("Lasts under"))
    for concept in strongestFirst {
      grid.lines.append(
        .row(concept.rawValue, table.columns.map { $0.concepts.contains(concept) ? "✓" : "·" }))
    }
    let left = subject.jointOptions.indices.filter { joint in
      table.columns.contains { $0.together.contains(joint) }
    }
    if !left.isEmpty { grid.lines.append(.heading("The partners would leave together")) }
    for joint in left {
      let cells = table.columns.map { $0.together.contains(joint) ? "!" : "·" }
      grid.lines.append(.mark(subject.jointOptions[joint].name, cells))
    }
    return grid
  }

  private func cell(_ row: Row, _ column: EquilibriumTable.Column, _ space: CubeSpace) -> String {
    guard let cube = column.cube else { return "" }
    if case .level(let index) = row.kind {
      let level = conflict.levelOptions[index]
      let values = space.values(of: cube, in: space.dimensions[space.dimensionOfOption[level.firstOption]])
      return values.count == level.levels.count ? "–" : level.words(for: values)
    }
    let letters = row.options.map { option -> String in
      let values = space.values(of: cube, in: space.dimensions[space.dimensionOfOption[option]])
      return values == [0] ? "N" : values == [1] ? "Y" : "–"
    }
    return Set(letters).count == 1 ? letters[0] : letters.joined(separator: "/")
  }

  func addTable(to builder: inout TextBuilder) {
    if equilibria.isEmpty { return }
    let space = CubeSpace(conflict)
    let table = EquilibriumTable(self, space: space)
    builder.heading(names.isGraph ? "The states that last" : "The states that last, option by option")
    for line in legend(table) { builder.paragraph(line, indent: 2) }
    if table.columns.isEmpty {
      builder.paragraph("None of them satisfies the condition asked for.", indent: 2)
      return
    }
    builder.add(grid(of: table, space: space).rendered(builder.style))
    if table.leftOut.columns > 0 || table.leftOut.states > 0 {
      builder.paragraph(
        "\(Prose.count(table.leftOut.states, "further state")) left out; a larger --limit shows more, --json lists all.",
        indent: 2)
    }
  }

  /// How to read the table.
  func legend(_ table: EquilibriumTable) -> [String] {
    var lines: [String] = []
    if let filter = options.filterText { lines.append("Only states where \(filter.printable).") }
    if let actor = options.sortActor {
      lines.append("In the order that \(names.actor(actor)) would like, the best first.")
    }
    if names.isGraph {
      let named = table.columns.compactMap { names.graphState($0.first) }.filter { $0.name != nil }
      lines += named.map { "\($0.id): \(($0.name ?? "").printable)" }
      return lines
    }
    var text = "Y: taken; N: not taken."
    if table.columns.contains(where: { $0.count > 1 }) {
      text +=
        " –: either; such a column stands for the state numbered and for as many more as the row below the numbers says."
    }
    let joints = names.groups.flatMap { $0.rows }.filter { row in
      if case .joint = row.kind { true } else { false }
    }
    for row in joints {
      let halves = row.options.map { names.actor(conflict.options[$0].actor) }
      text +=
        " \(Prose.quoted(row.name)): Y when \(Prose.list(halves)) all take their part, N when none does; else each one's part in this order."
    }
    lines.append(text)
    return lines
  }
}

extension Conflict {
  /// Whether a change of one option is allowed at all: in its direction, with
  /// what it needs, and to states that its owner sees and is not kept from.
  func mayChange(_ option: Int, from state: State, to target: State) -> Bool {
    let owner = options[option].actor
    switch options[option].direction {
    case .both: break
    case .take: if !target.takes(option) { return false }
    case .drop: if target.takes(option) { return false }
    }
    if target.takes(option) {
      for need in requirements where need.option == option && !holds(need.needs, in: state) { return false }
    }
    for move in actors[owner].cannot where holds(move.from, in: state) && holds(move.to, in: target) {
      return false
    }
    return sees(owner, state) && sees(owner, target)
  }
}

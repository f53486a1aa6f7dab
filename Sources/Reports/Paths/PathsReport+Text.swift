internal import Analyses
internal import CaseFile
internal import ConflictModel
internal import Stability

extension PathsReport {
  /// How many equilibria are told with their way, and how many more by name.
  private static let toldCount = 6
  private static let namedCount = 24
  /// How many states a table has at most.
  static let tableRows = 40

  /// The answer for people: what can be reached, by which steps, and what cannot.
  public func text(_ style: Style = Style()) -> String {
    var builder = TextBuilder(style)
    for (index, section) in sections.enumerated() {
      addOpening(section, isFirst: index == 0, to: &builder)
      if let target = options.target {
        addWays(section, to: target.words, to: &builder)
      } else {
        addEquilibria(section, to: &builder)
        addOutcomes(section, to: &builder)
        addTable(section, to: &builder)
      }
    }
    if let limit {
      builder.gap()
      builder.paragraph("This is not all: \(limit.words).")
    }
    return builder.text
  }

  private func addOpening(_ section: Section, isFirst: Bool, to builder: inout TextBuilder) {
    let reach = section.reach
    let start = state(reach.start)
    builder.heading("From \(names.full(start)), by \(stepWord)")
    if isFirst {
      builder.add(
        Prose.wrap(
          options.kind == .moves
            ? "(Anybody moves in any order, whether or not it gains, but nobody twice running.)"
            : "(Each step makes its own mover better off; anybody moves in any order, but nobody twice running.)",
          width: builder.style.width
        ).map(builder.style.dim))
    }
    if !names.isGraph { builder.paragraph(Prose.capitalized(names.content(of: start)) + ".") }
    builder.paragraph(summary(section))
  }

  private func summary(_ section: Section) -> String {
    let reach = section.reach
    let total = Prose.grouped(solution.states.count - 1)
    let count = reach.positions.filter { $0 != reach.start }.count
    if count == 0 {
      return options.kind == .moves
        ? "Nobody has a move from there: nothing else can be reached."
        : "Nobody could gain by any move from there: it would stay as it is, as long as each moves only to its own advantage."
    }
    var text =
      "\(Prose.capitalized(Prose.count(count, "state"))) of the \(total) others can be reached, in up to \(Prose.count(reach.stepCount, "step"))."
    if options.kind == .improvements, section.obstacles.limit == nil {
      let more = section.obstacles.reluctance.positionCount - 1
      text +=
        more == count
        ? " Moves of any kind reach no more." : " Moves of any kind reach \(Prose.grouped(more))."
    }
    return text
  }

  // MARK: Equilibria

  private func addEquilibria(_ section: Section, to builder: inout TextBuilder) {
    guard let equilibria else { return }
    let concept = options.concept.rawValue
    builder.heading("What lasts (\(concept)) and can be reached")
    if equilibria.isEmpty {
      builder.paragraph("No state of the case is an equilibrium under \(concept).")
      return
    }
    let reached = reached(section)
    builder.paragraph(
      "\(Prose.grouped(reached.count)) of the \(Prose.count(equilibria.count, "equilibrium", "equilibria")) under \(concept)"
        + (reached.isEmpty ? " can be reached." : reached.count > 1 ? ", the nearest first:" : ":"))
    for (position, distance) in reached.prefix(Self.toldCount) {
      builder.item(told(position, distance, section.reach))
    }
    if reached.count > Self.toldCount {
      let rest = reached.dropFirst(Self.toldCount)
      let list = Prose.list(
        first: rest.lazy.map { "\(names.short(self.state($0.position))) (\($0.distance))" }, of: rest.count,
        atMost: Self.namedCount)
      builder.item("with the steps it takes in brackets: \(names.isGraph ? "" : "states ")\(list)")
    }
    addMissed(section, to: &builder)
  }

  /// An equilibrium with the shortest way there.
  private func told(_ position: Int, _ distance: Int, _ reach: Reach) -> String {
    let state = state(position)
    if distance == 0 { return "\(Prose.sentenceStart(names.full(state))): it is there already." }
    let path = reach.path(to: position) ?? []
    let ways = reach.shortestCount(to: position)
    var text = "\(Prose.sentenceStart(names.full(state))), in \(Prose.count(distance, "step")): "
    text += names.story(path, from: self.state(reach.start)) + "."
    if ways == .max {
      text += " Very many other ways are as short."
    } else if ways > 1 {
      text +=
        " \(Prose.capitalized(Prose.count(ways - 1, "other way"))) \(ways == 2 ? "is" : "are") as short."
    }
    return text
  }

  private func addMissed(_ section: Section, to builder: inout TextBuilder) {
    let missed = missed(section)
    guard !missed.isEmpty, section.obstacles.limit == nil else { return }
    builder.heading("What lasts (\(options.concept.rawValue)) and is out of reach")
    for group in obstacleGroups(missed, section) {
      let states = names.list(group.positions.map(state), atMost: 8)
      builder.item("\(Prose.sentenceStart(states)): \(words(group.obstacle, section, isBrief: false))")
    }
  }

  struct ObstacleGroup {
    var positions: [Int]
    var obstacle: Obstacle
  }

  /// The positions by what stands in the way: those that moves do not reach first
  /// by the same reason, then by how many reluctant steps they take. Of the latter
  /// the nearest one is the example.
  func obstacleGroups(_ positions: [Int], _ section: Section) -> [ObstacleGroup] {
    var groups: [ObstacleGroup] = []
    var byReluctance: [Int: [Int]] = [:]
    for position in positions {
      if let count = section.obstacles.reluctance.reluctance(to: position), options.kind == .improvements {
        byReluctance[count, default: []].append(position)
        continue
      }
      guard let obstacle = section.obstacles.obstacle(to: [position], by: options.kind) else { continue }
      if let known = groups.firstIndex(where: { $0.obstacle == obstacle }) {
        groups[known].positions.append(position)
      } else {
        groups.append(ObstacleGroup(positions: [position], obstacle: obstacle))
      }
    }
    let reluctant = byReluctance.sorted { $0.key < $1.key }.compactMap { _, positions in
      section.obstacles.obstacle(to: positions, by: options.kind).map {
        ObstacleGroup(positions: positions, obstacle: $0)
      }
    }
    return reluctant + groups
  }

  // MARK: Outcomes

  private func addOutcomes(_ section: Section, to builder: inout TextBuilder) {
    if subject.outcomes.isEmpty { return }
    builder.heading("Outcomes")
    var isAtAll: [String] = []
    for outcome in subject.outcomes {
      let members = members(of: outcome)
      let reached = members.compactMap { section.reach.distance(to: $0) }
      let title = Prose.quoted(outcome.name)
      if let nearest = reached.min() {
        let where_ = nearest == 0 ? "holds at the start" : "from step \(nearest) on"
        isAtAll.append(
          "\(title): \(where_), \(Prose.grouped(reached.count)) of its \(Prose.count(members.count, "state"))"
        )
      } else if section.obstacles.limit == nil,
        let obstacle = section.obstacles.obstacle(to: members, by: options.kind)
      {
        isAtAll.append(
          "\(title): out of reach. \(Prose.capitalized(words(obstacle, section, isBrief: true)))")
      }
    }
    for line in isAtAll { builder.item(line.hasSuffix(".") ? line : line + ".") }
  }

  // MARK: All ways

  private func addWays(_ section: Section, to target: String, to builder: inout TextBuilder) {
    builder.heading("Ways to \(Prose.quoted(target))")
    guard let ways = section.ways else { return }
    let start = section.reach.start
    if section.targets.contains(start) {
      builder.paragraph(
        "It is there already\(section.targets.count == 1 ? "." : "; what follows leads to its other states.")"
      )
    }
    if ways.paths.isEmpty {
      if ways.limit != nil { return }
      let others = section.targets.filter { $0 != start }
      if others.isEmpty, !section.targets.isEmpty { return }
      if section.obstacles.limit == nil,
        let obstacle = section.obstacles.obstacle(to: others, by: options.kind)
      {
        builder.paragraph("None. \(Prose.capitalized(words(obstacle, section, isBrief: false)))")
      }
      return
    }
    let count = Prose.count(ways.paths.count, "way")
    builder.paragraph(
      ways.isComplete
        ? "\(Prose.capitalized(count)) in all, the shortest first; none has a loop that could be left out."
        : "The first \(count), the shortest first; there are more, or the search for them would take too long (--limit shows more)."
    )
    for (index, path) in ways.paths.enumerated() {
      let end = path.last.map { names.isGraph ? "" : " This makes \(names.full($0.state))." } ?? ""
      builder.item(
        "\(Prose.sentenceStart(names.story(path, from: state(start)))).\(end)", bullet: "\(index + 1). ")
    }
  }

  // MARK: The table

  private func addTable(_ section: Section, to builder: inout TextBuilder) {
    guard let (grid, cut) = table(section) else { return }
    builder.heading("Who can arrive where, by the last of so many steps")
    builder.add(grid.rendered(builder.style))
    var notes = ["Actors by their ids; only the first arrival of each in each state is shown."]
    if let equilibria, equilibria.contains(where: { section.reach.contains($0) }) {
      notes.append("* lasts under \(options.concept.rawValue).")
    }
    if cut > 0 {
      notes.append(
        "\(Prose.count(cut, "further state")) that take\(cut == 1 ? "s" : "") as many steps or more are left out; --json has them all."
      )
    }
    builder.add(
      Prose.wrap(notes.joined(separator: " "), width: builder.style.width, first: "  ").map(builder.style.dim)
    )
  }

  /// The status quo table, and how many states it leaves out.
  func table(_ section: Section) -> (grid: Grid, cut: Int)? {
    let reach = section.reach
    guard !reach.arrivals.isEmpty else { return nil }
    var order: [Int] = []
    var seen: Set<Int> = []
    for arrival in reach.arrivals where seen.insert(arrival.position).inserted {
      order.append(arrival.position)
    }
    let shown = Array(order.prefix(Self.tableRows))
    let movers = conflict.actors.indices
    let last = shown.flatMap { position in movers.compactMap { reach.step(of: $0, at: position) } }.max() ?? 1
    var grid = Grid(lines: [.row("state", (1...last).map(String.init))])
    for position in [reach.start] + shown where position != reach.start || order.first != reach.start {
      if position == reach.start, grid.lines.count > 1 { continue }
      var cells = [String](repeating: "·", count: last)
      for mover in movers {
        guard let step = reach.step(of: mover, at: position) else { continue }
        let id = conflict.actors[mover].id
        cells[step - 1] = cells[step - 1] == "·" ? id : cells[step - 1] + ", " + id
      }
      let mark = isEquilibrium(position) ? " *" : ""
      let start = position == reach.start ? " (the start)" : ""
      grid.lines.append(.row(names.state(state(position)) + mark + start, cells))
    }
    return (grid, order.count - shown.count)
  }
}

extension Names {
  /// Moves one after the other: `Russia would begin by taking “X”, then Poland by giving up “Y”`.
  func story(_ path: [Step], from start: State) -> String {
    if isGraph {
      let parts = path.enumerated().map { index, step in
        "\(actor(step.actor))\(index == 0 ? " would move" : "") to \(state(step.state))"
      }
      return parts.joined(separator: ", then ")
    }
    return path.count == 1
      ? "\(actor(path[0].actor)) would get there by \(change(from: start, to: path[0].state))"
      : steps(path, from: start, "would begin")
  }
}

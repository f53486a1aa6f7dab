internal import Notation
internal import Questions
internal import CaseFile
internal import ConflictModel
package import Documents
internal import Stability

extension PathsReport {
  /// How many equilibria, or kinds of them, are told with their way.
  private static let toldCount = 8
  /// How many states a table has at most.
  static let tableRows = 24
  /// How many of the states that an unsure status quo may be are told.
  private static let toldStarts = 4

  /// What is known of the things that its phrases point to.
  @export(interface) package func notes(on references: [Reference]) -> [Note] { names.notes(on: references) }

  /// The answer for people: what can be reached, by which steps, and what cannot.
  @export(interface) package func bareDocument() -> Document {
    var builder = DocumentBuilder()
    builder.about([names.title], headed: "How it can go on")
    builder.add(lead, seeing: names.further([.explain, .solve, .sensitivity]))
    if options.target == nil { addShort(to: &builder) } else { addAllWays(to: &builder) }
    builder.add(dayOf: subject, afterGap: true)
    builder.more("Everything that can be reached") { addEverything(to: &$0) }
    return builder.document
  }

  /// Outcome by outcome, from the first start.
  private func addShort(to builder: inout DocumentBuilder) {
    for section in sections.prefix(1) {
      if let (figure, caption) = mapFigure() { builder.figure(.map(figure), caption: caption) }
      addReachTable(section, to: &builder)
      addStrips(section, to: &builder)
    }
  }

  /// The pictures of the ways to a target, whose steps stand below on request.
  private func addAllWays(to builder: inout DocumentBuilder) {
    for section in sections.prefix(Self.toldStarts) {
      guard let paths = section.ways?.paths, !paths.isEmpty else { continue }
      addStrip(paths[0], section, to: &builder)
      addFigure(of: paths, from: section.reach.start, to: &builder)
    }
  }

  /// For each outcome in how many steps it can be reached, and whether it could last.
  private func addReachTable(_ section: Section, to builder: inout DocumentBuilder) {
    if subject.outcomes.isEmpty { return }
    builder.heading("Outcome by outcome")
    var table = Table(.list(wide: 0), head: ["", "steps", "in reach", "of these could last"])
    var lasting = 0
    for (index, outcome) in subject.outcomes.enumerated() {
      let members = members(of: outcome)
      let reached = members.filter { section.reach.distance(to: $0) != nil }
      let stable = reached.count { isEquilibrium($0) }
      lasting += stable
      let nearest = reached.compactMap { section.reach.distance(to: $0) }.min()
      table.add([
        Sentence(outcome.name.printable, to: .outcome(subject.outcomes[index].id)),
        nearest.map { $0 == 0 ? "now" : "\($0)" } ?? "–",
        "\(Prose.grouped(reached.count)) of \(Prose.grouped(members.count))",
        "\(Prose.grouped(stable))",
      ])
    }
    builder.table(table)
    if lasting > reached(section).count {
      builder.remark(Sentence("Some situations belong to more than one of these outcomes.", .aside))
    }
  }

  /// All that was found, from each start.
  private func addEverything(to builder: inout DocumentBuilder) {
    if startCount > 1 {
      let shown = min(sections.count, Self.toldStarts)
      builder.paragraph(
        "The status quo is not sure: it may be \(Prose.grouped(startCount)) states. "
          + (shown < startCount
            ? "The first \(Prose.grouped(shown)) are followed here." : "Each is followed by itself."))
    }
    for (index, section) in sections.prefix(Self.toldStarts).enumerated() {
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
      builder.pause()
      builder.paragraph("This is not all: \(limit.words).")
    }
  }

  private func addOpening(_ section: Section, isFirst: Bool, to builder: inout DocumentBuilder) {
    let reach = section.reach
    let start = state(reach.start)
    builder.heading("From \(names.full(start)), by \(stepWord)")
    if isFirst {
      builder.paragraph(
        Sentence(
          options.kind == .moves
            ? "(Anybody moves in any order, whether or not it gains, but nobody twice running.)"
            : "(Each step makes its own mover better off; anybody moves in any order, but nobody twice running.)",
          .aside))
    }
    if !names.isGraph { builder.paragraph(names.capitalized(names.content(of: start)) + ".") }
    builder.paragraph(summary(section))
  }

  private func summary(_ section: Section) -> Sentence {
    let reach = section.reach
    let total = Prose.grouped(solution.states.count - 1)
    let count = reach.positions.filter { $0 != reach.start }.count
    if count == 0 {
      return options.kind == .moves
        ? "Nobody has a move from there: nothing else can be reached."
        : "Nobody could gain by any move from there: it would stay as it is, as long as each moves only to its own advantage."
    }
    let steps = "in up to \(Prose.count(reach.stepCount, "step"))"
    let isAll = count == solution.states.count - 1
    var text: Sentence =
      isAll
      ? "Every other state, \(total) in all, can be reached, \(steps)."
      : "\(Prose.capitalized(Prose.count(count, "state"))) of the \(total) others can be reached, \(steps)."
    if options.kind == .improvements, !isAll, section.obstacles.limit == nil {
      let more = section.obstacles.reluctance.positionCount - 1
      let reached = more == solution.states.count - 1 ? "all of them" : Prose.grouped(more)
      text += more == count ? " Moves of any kind reach no more." : " Moves of any kind reach \(reached)."
    }
    return text
  }

  // MARK: Equilibria

  private func addEquilibria(_ section: Section, to builder: inout DocumentBuilder) {
    guard let equilibria else { return }
    let concept = options.concept.word
    builder.heading("What lasts (\(concept)) and can be reached")
    if equilibria.isEmpty {
      builder.paragraph("No state of the case is an equilibrium under \(concept).")
      return
    }
    let reached = reached(section)
    let all = Prose.count(equilibria.count, "equilibrium", "equilibria")
    let which = equilibria.count == 1 ? "The only equilibrium" : "All \(all)"
    let share = reached.count == equilibria.count ? which : "\(Prose.grouped(reached.count)) of the \(all)"
    let isMissed = equilibria.count == 1 && reached.isEmpty
    builder.paragraph(
      isMissed
        ? "\(which) under \(concept) cannot be reached."
        : "\(share) under \(concept)"
          + (reached.isEmpty ? " can be reached." : reached.count > 1 ? ", the nearest first:" : ":"))
    if reached.count <= Self.toldCount {
      for (position, distance) in reached { builder.item(told(position, distance, section.reach)) }
    } else {
      let kinds = kinds(reached, section)
      for kind in kinds.prefix(Self.toldCount) { builder.item(told(kind, section.reach)) }
      if kinds.count > Self.toldCount {
        builder.item(
          "and \(Prose.grouped(kinds.count - Self.toldCount)) further kinds, which \(Sentence.inJSON) has.")
      }
    }
    addMissed(section, to: &builder)
  }

  /// Equilibria that belong to the same outcomes.
  struct EquilibriumKind {
    var outcomes: [Sentence]
    var count = 0
    /// The nearest of them, the one whose way changes least.
    var nearest = 0
    var distance = Int.max
    var changes = Int.max
  }

  /// The equilibria reached by the outcomes that they belong to, nearest first.
  func kinds(_ reached: [(position: Int, distance: Int)], _ section: Section) -> [EquilibriumKind] {
    var kinds: [EquilibriumKind] = []
    for (position, distance) in reached {
      let outcomes = names.outcomes(state(position))
      let place = kinds.firstIndex { $0.outcomes == outcomes } ?? kinds.count
      if place == kinds.count { kinds.append(EquilibriumKind(outcomes: outcomes)) }
      kinds[place].count += 1
      if distance > kinds[place].distance { continue }
      let changes = changeCount(section.reach.path(to: position) ?? [], from: state(section.reach.start))
      if (distance, changes) < (kinds[place].distance, kinds[place].changes) {
        kinds[place].nearest = position
        kinds[place].distance = distance
        kinds[place].changes = changes
      }
    }
    return kinds
  }

  /// How many options a sequence changes, step by step.
  private func changeCount(_ path: [Step], from start: State) -> Int {
    var count = 0
    var before = start
    for step in path {
      count += names.isGraph ? 1 : (before.code ^ step.state.code).nonzeroBitCount
      before = step.state
    }
    return count
  }

  /// A kind of equilibria with the shortest way to one of them.
  private func told(_ kind: EquilibriumKind, _ reach: Reach) -> Sentence {
    let title = kind.outcomes.isEmpty ? "of no outcome that has a name" : Prose.list(kind.outcomes)
    return
      "\(Prose.capitalized(title)): \(Prose.count(kind.count, "equilibrium", "equilibria"))"
      + (kind.count > 1 ? ". The nearest: " : ", ") + told(kind.nearest, kind.distance, reach, isNamed: true)
  }

  /// An equilibrium with the shortest way there.
  private func told(_ position: Int, _ distance: Int, _ reach: Reach, isNamed: Bool = false) -> Sentence {
    let state = state(position)
    let name = isNamed ? names.state(state) : names.capitalized(names.full(state))
    if distance == 0 { return "\(name): it is there already." }
    let path = reach.path(to: position) ?? []
    let ways = reach.shortestCount(to: position)
    var text: Sentence = "\(name), in \(Prose.count(distance, "step")): "
    text += "\(names.story(path, from: self.state(reach.start)))."
    if ways == .max {
      text += " Very many other ways are as short."
    } else if ways > 1 {
      text +=
        " \(Prose.capitalized(Prose.count(ways - 1, "other way"))) \(ways == 2 ? "is" : "are") as short."
    }
    return text
  }

  private func addMissed(_ section: Section, to builder: inout DocumentBuilder) {
    let missed = missed(section)
    guard !missed.isEmpty, section.obstacles.limit == nil else { return }
    builder.heading("What lasts (\(options.concept.word)) and is out of reach")
    let groups = obstacleGroups(missed, section)
    // Not worth a line that says so: one more group takes no more room.
    let shown = groups.count <= Self.toldCount + 1 ? groups.count : Self.toldCount
    for group in groups.prefix(shown) {
      let states = names.list(group.positions.map(state), atMost: 8)
      builder.item("\(names.capitalized(states)): \(words(group.obstacle, section, isBrief: false))")
    }
    if groups.count > shown {
      let rest = groups.dropFirst(shown).reduce(0) { $0 + $1.positions.count }
      builder.item(
        "and \(Prose.grouped(rest)) further equilibria, of which \(Sentence.inJSON) tells the same.")
    }
  }

  // MARK: Outcomes

  private func addOutcomes(_ section: Section, to builder: inout DocumentBuilder) {
    if subject.outcomes.isEmpty { return }
    builder.heading("Outcomes")
    var lines: [Sentence] = []
    for outcome in subject.outcomes {
      let members = members(of: outcome)
      let reached = members.compactMap { section.reach.distance(to: $0) }
      let title = Prose.quoted(outcome.name, to: .outcome(outcome.id))
      if let nearest = reached.min() {
        let place = nearest == 0 ? "holds at the start" : "from step \(nearest) on"
        lines.append(
          "\(title): \(place); \(share(reached.count, of: members.count))"
        )
      } else if section.obstacles.limit == nil,
        let obstacle = section.obstacles.obstacle(to: members, by: options.kind)
      {
        lines.append(
          "\(title): out of reach. \(names.capitalized(words(obstacle, section, isBrief: true)))")
      }
    }
    for line in lines { builder.item(line.hasSuffix(".") ? line : line + ".") }
  }

  private func share(_ count: Int, of all: Int) -> Sentence {
    if count == all {
      return all == 1
        ? "within reach is its only state" : "within reach are all its \(Prose.grouped(all)) states"
    }
    return
      "within reach \(count == 1 ? "is" : "are") \(Prose.grouped(count)) of its \(Prose.count(all, "state"))"
  }

  // MARK: All ways

  private func addWays(_ section: Section, to target: String, to builder: inout DocumentBuilder) {
    let outcome = subject.outcomes.first { $0.id == target }
    builder.heading(
      "Ways to \(Prose.quoted(outcome?.name ?? target, to: outcome.map { .outcome($0.id) }))")
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
        builder.paragraph("None. \(names.capitalized(words(obstacle, section, isBrief: false)))")
      }
      return
    }
    let count = Prose.count(ways.paths.count, "way")
    if ways.isComplete {
      builder.paragraph("\(count) in all, the shortest first; none has a loop that could be left out.")
    } else if ways.paths.count == options.limit {
      let more = Sentence.parameter("limit", "a larger limit")
      builder.paragraph("The first \(count), the shortest first; there are more, which \(more) shows.")
    } else {
      builder.paragraph("\(count), the shortest first; the search for more took too long.")
    }
    for (index, path) in ways.paths.enumerated() {
      let end: Sentence = path.last.map { names.isGraph ? "" : " This makes \(names.full($0.state))." } ?? ""
      builder.item(
        "\(names.capitalized(names.story(path, from: state(start)))).\(end)", mark: .number(index + 1))
    }
  }

}

extension Names {
  /// Moves one after the other: `Russia would begin by taking “X”, then Poland by giving up “Y”`.
  func story(_ path: [Step], from start: State) -> Sentence {
    if isGraph {
      let parts: [Sentence] = path.enumerated().map { index, step in
        "\(actor(step.actor))\(index == 0 ? " would move" : "") to \(state(step.state))"
      }
      return parts.joined(separator: ", then ")
    }
    return path.count == 1
      ? "\(actor(path[0].actor)) would get there by \(change(from: start, to: path[0].state))"
      : steps(path, from: start, "would begin")
  }
}

internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// What can be reached, and what cannot, one by one.
extension PathsReport {
  /// How many equilibria, or kinds of them, are told with their way.
  private static let toldCount = 8

  // MARK: Equilibria

  func addEquilibria(_ section: Section, to builder: inout DocumentBuilder) {
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
      let kinds = kinds(reached.map { $0.position }, section.reach)
      for kind in kinds.prefix(Self.toldCount) { builder.item(told(kind, section.reach)) }
      if kinds.count > Self.toldCount {
        builder.item(
          "and \(Prose.grouped(kinds.count - Self.toldCount)) further kinds, which \(Sentence.inJSON) has.")
      }
    }
    addMissed(section, to: &builder)
  }

  /// A kind of equilibria with the shortest way to one of them.
  private func told(_ kind: ReachedKind, _ reach: Reach) -> Sentence {
    let title =
      kind.outcomes.isEmpty
      ? "of no outcome that has a name" : Prose.list(kind.outcomes.map { names.outcome($0) })
    let count = kind.count
    let way = told(kind.nearest, reach.distance(to: kind.nearest) ?? 0, reach, isNamed: true)
    return
      "\(Prose.capitalized(title)): \(Prose.count(count, "equilibrium", "equilibria"))"
      + (count > 1 ? ". The nearest: " : ", ") + way
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
      builder.item(
        "\(names.capitalized(states)): \(words(group.obstacle, from: section.reach.start, isBrief: false))")
    }
    if groups.count > shown {
      let rest = groups.dropFirst(shown).reduce(0) { $0 + $1.positions.count }
      builder.item(
        "and \(Prose.grouped(rest)) further equilibria, of which \(Sentence.inJSON) tells the same.")
    }
  }

  // MARK: Outcomes

  func addOutcomes(_ section: Section, to builder: inout DocumentBuilder) {
    if subject.outcomes.isEmpty { return }
    builder.heading("Outcomes")
    for outcome in subject.outcomes {
      let members = members(of: outcome)
      let reached = members.compactMap { section.reach.distance(to: $0) }
      var place = SetSection.Place(
        count: members.count, reachedCount: reached.count, distance: reached.min())
      if reached.isEmpty, section.obstacles.limit == nil {
        place.obstacle = section.obstacles.obstacle(to: members, by: options.kind)
      }
      addOutcome(outcome, place, from: section.reach.start, to: &builder)
    }
  }

  /// When an outcome can be reached, and how much of it, or why not.
  func addOutcome(
    _ outcome: Case.Outcome, _ place: SetSection.Place, from start: Int, to builder: inout DocumentBuilder
  ) {
    let title = Prose.quoted(outcome.name, to: .outcome(outcome.id))
    if let nearest = place.distance {
      let when = nearest == 0 ? "holds at the start" : "from step \(nearest) on"
      builder.item("\(title): \(when); \(share(place.reachedCount, of: place.count)).")
    } else if let obstacle = place.obstacle {
      let why: Sentence =
        "\(title): out of reach. \(names.capitalized(words(obstacle, from: start, isBrief: true)))"
      builder.item(why.hasSuffix(".") ? why : why + ".")
    }
  }

  func share(_ count: Int, of all: Int) -> Sentence {
    if count == all {
      return all == 1
        ? "within reach is its only state" : "within reach are all its \(Prose.grouped(all)) states"
    }
    return
      "within reach \(count == 1 ? "is" : "are") \(Prose.grouped(count)) of its \(Prose.count(all, "state"))"
  }
}

internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

// What can be reached, and what cannot, where there are more states than can be listed.
extension PathsReport {
  /// Pictures and the table of outcomes, or the way that was asked for.
  func addSets(to builder: inout DocumentBuilder) {
    if options.target != nil {
      for section in answer.sets.prefix(Self.toldStarts) {
        guard let way = section.target?.way else { continue }
        addStrip(way, from: section.start, to: &builder)
      }
      return
    }
    guard let section = shownSet else { return }
    if let (figure, caption) = mapFigure() { builder.figure(.map(figure), caption: caption) }
    if section.outcomes.count == subject.outcomes.count {
      addReachTable(section.outcomes, lasting: section.lastingCount, from: section.start, to: &builder)
    }
    for kind in section.kinds.prefix(Self.mostStrips) {
      addStrip(kind.way, from: section.start, to: &builder)
    }
  }

  /// All that was found from a start.
  func addEverything(_ section: SetSection, to builder: inout DocumentBuilder) {
    if section.limit == nil {
      builder.paragraph(
        summary(
          count: section.count, steps: section.isCut ? nil : section.layers.count, byMoves: section.movesCount
        ))
    }
    addLayers(section, to: &builder)
    if let target = options.target {
      addWay(section, to: target.words, &builder)
      return
    }
    addEquilibria(section, to: &builder)
    if !section.outcomes.isEmpty {
      builder.heading("Outcomes")
      for (outcome, place) in zip(subject.outcomes, section.outcomes) {
        if place.reachedCount > 0, place.distance == nil {
          let title = Prose.quoted(outcome.name, to: .outcome(outcome.id))
          let steps = Prose.count(section.layers.count, "step")
          builder.item("\(title): in more than \(steps); \(share(place.reachedCount, of: place.count)).")
        } else {
          addOutcome(outcome, place, from: section.start, to: &builder)
        }
      }
    }
    builder.remark(
      Sentence("There are too many states to say of each who can arrive there by which step.", .aside))
  }

  private func addLayers(_ section: SetSection, to builder: inout DocumentBuilder) {
    if section.layers.isEmpty { return }
    builder.heading("How many states in how many steps")
    var table = Table(.list(wide: 0), head: ["steps at least", "states", "in all"])
    var sum = 0
    for (place, count) in section.layers.prefix(Self.tableRows).enumerated() {
      sum += count
      table.add(["\(place + 1)", Sentence(Prose.grouped(count)), Sentence(Prose.grouped(sum))])
    }
    builder.table(table)
    if section.isCut {
      let rest = section.count - section.layers.reduce(0, +)
      builder.remark(
        Sentence(
          "The other \(Prose.grouped(rest)) take more steps; in how many, was too much to be counted.", .aside
        ))
    }
    if section.layers.count > Self.tableRows {
      builder.remark(
        Sentence("These are the first of \(Prose.grouped(section.layers.count)) numbers of steps.", .aside))
    }
  }

  private func addEquilibria(_ section: SetSection, to builder: inout DocumentBuilder) {
    guard let equilibria, section.limit == nil || !section.kinds.isEmpty else { return }
    let concept = options.concept.word
    builder.heading("What lasts (\(concept)) and can be reached")
    if equilibria.isEmpty {
      builder.paragraph("No state of the case is an equilibrium under \(concept).")
      return
    }
    let all = Prose.count(equilibria.count, "equilibrium", "equilibria")
    let share: Sentence =
      section.lastingCount == equilibria.count
      ? equilibria.count == 1 ? "The only equilibrium" : "All \(all)"
      : "\(Prose.grouped(section.lastingCount)) of the \(all)"
    builder.paragraph(
      "\(share) under \(concept) can be reached\(section.kinds.isEmpty ? "." : "; of each kind the nearest is told:")"
    )
    if isEquilibrium(section.start) {
      builder.item("\(names.capitalized(names.full(state(section.start)))): it is there already.")
    }
    for (kind, path) in lastingKinds(section) { builder.item(told(kind, path, from: section.start)) }
  }

  private func told(_ kind: ReachedKind, _ path: [Step], from start: Int) -> Sentence {
    let title =
      kind.outcomes.isEmpty
      ? "of no outcome that has a name" : Prose.list(kind.outcomes.map { names.outcome($0) })
    let near = kind.count > 1 ? ". The nearest: " : ", "
    let way: Sentence =
      "\(names.state(state(kind.nearest))), in \(Prose.count(path.count, "step")): \(names.story(path, from: state(start)))."
    return
      "\(Prose.capitalized(title)): \(Prose.count(kind.count, "equilibrium", "equilibria"))\(near)\(way)"
  }

  private func addWay(_ section: SetSection, to target: String, _ builder: inout DocumentBuilder) {
    guard let place = section.target else { return }
    let outcome = subject.outcomes.first { $0.id == target }
    builder.heading(
      "The shortest way to \(Prose.quoted(outcome?.name ?? target, to: outcome.map { .outcome($0.id) }))")
    if section.isThere {
      builder.paragraph(
        "It is there already\(place.count == 1 ? "." : "; what follows leads to its other states.")")
    }
    if let way = place.way {
      builder.paragraph(
        "Of \(Prose.count(place.count, "such state")) \(Prose.verb(place.reachedCount, "is", "are")) \(Prose.grouped(place.reachedCount)) within reach. One of the shortest ways, that which changes least:"
      )
      let end: Sentence = way.last.map { " This makes \(names.full($0.state))." } ?? ""
      builder.item("\(names.capitalized(names.story(way, from: state(section.start)))).\(end)")
      builder.remark(
        Sentence("There are too many states for a list of all ways.", .aside))
    } else if let obstacle = place.obstacle {
      let why = words(obstacle, from: section.start, isBrief: false)
      builder.paragraph("None. \(names.capitalized(why))")
    }
  }

  // MARK: Pictures

  /// The shortest ways as a tree, what is out of reach, and how much can be reached by outcome and step.
  func setMapFigure() -> (figure: Figure.Map, caption: Sentence)? {
    guard let section = shownSet, equilibria != nil else { return nil }
    return mapFigure(
      lastingKinds(section), from: section.start, reached: section.lastingCount,
      barred: barred { outcome in
        if !isClosed(outcome) { return nil }
        return section.outcomes[outcome].obstacle.map { ($0, section.start) }
      }, bands: bands(section))
  }

  private func bands(_ section: SetSection) -> [Figure.Map.Band] {
    let named = section.outcomes.enumerated().map {
      (name: names.outcome($0.offset), counts: $0.element.layers)
    }
    let all: [(name: Sentence, counts: [SetSection.Count])] =
      named + [(name: "no name", counts: section.unnamed)]
    let steps = min(section.layers.count, Self.mostMapSteps)
    return all.compactMap { name, found in
      var counts = [Figure.Map.Count](repeating: .init(0, lasting: 0), count: steps + 1)
      for (step, count) in found.enumerated() {
        counts[min(step, steps)].all += count.all
        counts[min(step, steps)].lasting += count.lasting
      }
      return counts.contains { $0.all > 0 } ? .init(name, counts: counts) : nil
    }
  }

  /// The shortest way to what was asked for, else to something that could last.
  func setStepsFigure() -> (figure: Figure.Chain, caption: Sentence)? {
    for section in answer.sets {
      let way = options.target != nil ? section.target?.way : section.kinds.first?.way
      if let way, !way.isEmpty { return strip(way, from: section.start) }
    }
    return nil
  }
}

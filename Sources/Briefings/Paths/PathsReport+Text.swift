internal import Notation
internal import Questions
internal import CaseFile
internal import ConflictModel
package import Documents
internal import Stability

extension PathsReport {
  /// How many states a table has at most.
  static let tableRows = 24
  /// How many of the states that an unsure status quo may be are told.
  static let toldStarts = 4

  /// What is known of the things that its phrases point to.
  package func notes(on references: [Reference]) -> [Note] { names.notes(on: references) }

  /// The answer for people: what can be reached, by which steps, and what cannot.
  package func bareDocument() -> Document {
    var builder = DocumentBuilder()
    builder.about([names.title], headed: "How it can go on")
    let lead = lead
    builder.add(
      lead, seeing: names.further([.explain, .solve, .sensitivity]), explaining: names.inFull(lead))
    if !solution.isListed {
      addSets(to: &builder)
    } else if options.target == nil {
      addShort(to: &builder)
    } else {
      addAllWays(to: &builder)
    }
    builder.add(dayOf: subject, afterGap: true)
    builder.more("Everything that can be reached") { addEverything(to: &$0) }
    return builder.document
  }

  /// Outcome by outcome, from the start that is told of.
  private func addShort(to builder: inout DocumentBuilder) {
    guard let section = shown else { return }
    if let (figure, caption) = mapFigure() { builder.figure(.map(figure), caption: caption) }
    let places = subject.outcomes.map { outcome in
      let members = members(of: outcome)
      let reached = members.filter { section.reach.distance(to: $0) != nil }
      return SetSection.Place(
        count: members.count, reachedCount: reached.count, lastingCount: reached.count { isEquilibrium($0) },
        distance: reached.compactMap { section.reach.distance(to: $0) }.min())
    }
    addReachTable(places, lasting: self.reached(section).count, from: section.reach.start, to: &builder)
    addStrips(section, to: &builder)
  }

  /// The pictures of the ways to a target, whose steps stand below on request.
  private func addAllWays(to builder: inout DocumentBuilder) {
    for section in sections.prefix(Self.toldStarts) {
      guard let paths = section.ways?.paths, !paths.isEmpty else { continue }
      addStrip(paths[0], from: section.reach.start, to: &builder)
      addFigure(of: paths, from: section.reach.start, to: &builder)
    }
  }

  /// For each outcome in how many steps it can be reached, and whether it could last.
  func addReachTable(
    _ places: [SetSection.Place], lasting lastingCount: Int, from start: Int,
    to builder: inout DocumentBuilder
  ) {
    if subject.outcomes.isEmpty { return }
    builder.heading("Outcome by outcome\(from(start))")
    var table = Table(.list(wide: 0), head: ["", "steps", "in reach", "of these could last"])
    var lasting = 0
    for (outcome, place) in zip(subject.outcomes, places) {
      lasting += place.lastingCount
      table.add([
        Sentence(outcome.name.printable, to: .outcome(outcome.id)),
        place.distance.map { $0 == 0 ? "now" : "\($0)" } ?? (place.reachedCount > 0 ? "more" : "–"),
        "\(Prose.grouped(place.reachedCount)) of \(Prose.grouped(place.count))",
        place.reachedCount == 0 ? "–" : "\(Prose.grouped(place.lastingCount))",
      ])
    }
    builder.table(table)
    if options.kind != .moves {
      builder.remark(
        Sentence(
          "Each step is a gain at once; whether an answer would spoil it is not looked at here.", .aside))
    }
    if lasting > lastingCount {
      builder.remark(Sentence("Some situations belong to more than one of these outcomes.", .aside))
    }
  }

  /// All that was found, from each start.
  private func addEverything(to builder: inout DocumentBuilder) {
    if startCount > 1 {
      let shown = min(starts.count, Self.toldStarts)
      let which: Sentence =
        answer.origin == nil
        ? "The status quo is not sure: it may be \(Prose.grouped(startCount)) states."
        : "\(Prose.grouped(startCount)) states of the outcome that could last are looked at."
      builder.paragraph(
        which + " "
          + (shown < startCount
            ? "The first \(Prose.grouped(shown)) are followed here." : "Each is followed by itself."))
    }
    for (index, section) in sections.prefix(Self.toldStarts).enumerated() {
      addOpening(section.reach.start, isFirst: index == 0, to: &builder)
      builder.paragraph(summary(section))
      if let target = options.target {
        addWays(section, to: target.words, to: &builder)
      } else {
        addEquilibria(section, to: &builder)
        addOutcomes(section, to: &builder)
        addTable(section, to: &builder)
      }
    }
    for (index, section) in answer.sets.prefix(Self.toldStarts).enumerated() {
      addOpening(section.start, isFirst: index == 0, to: &builder)
      addEverything(section, to: &builder)
    }
    if let limit {
      builder.pause()
      builder.paragraph("This is not all: \(limit.words).")
    }
  }

  private func addOpening(_ position: Int, isFirst: Bool, to builder: inout DocumentBuilder) {
    let start = state(position)
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
  }

  private func summary(_ section: Section) -> Sentence {
    let reach = section.reach
    return summary(
      count: reach.positions.filter { $0 != reach.start }.count, steps: reach.stepCount,
      byMoves: section.obstacles.limit == nil ? section.obstacles.reluctance.positionCount - 1 : nil)
  }

  /// How many other states are reached, in how many steps, and how many moves reach where that is known.
  func summary(count: Int, steps stepCount: Int?, byMoves more: Int?) -> Sentence {
    let total = Prose.grouped(solution.states.count - 1)
    if count == 0 {
      return options.kind == .moves
        ? "Nobody has a move from there: nothing else can be reached."
        : "Nobody could gain by any move from there: it would stay as it is, as long as each moves only to its own advantage."
    }
    let steps = stepCount.map { ", in up to \(Prose.count($0, "step"))" } ?? ""
    let isAll = count == solution.states.count - 1
    var text: Sentence =
      isAll
      ? "Every other state, \(total) in all, can be reached\(steps)."
      : "\(Prose.capitalized(Prose.count(count, "state"))) of the \(total) others can be reached\(steps)."
    if options.kind == .improvements, !isAll, let more {
      let reached = more == solution.states.count - 1 ? "all of them" : Prose.grouped(more)
      text += more == count ? " Moves of any kind reach no more." : " Moves of any kind reach \(reached)."
    }
    return text
  }

  // MARK: All ways

  /// Which start a part of several is about.
  private func start(of section: Section) -> Sentence {
    if isOpen || sections.count == 1 { return from(section.reach.start) }
    let index = sections.firstIndex { $0.reach.start == section.reach.start } ?? 0
    return ", start \(Prose.grouped(index + 1)) of \(Prose.grouped(sections.count))"
  }

  private func addWays(_ section: Section, to target: String, to builder: inout DocumentBuilder) {
    let outcome = subject.outcomes.first { $0.id == target }
    builder.heading(
      "Ways to \(Prose.quoted(outcome?.name ?? target, to: outcome.map { .outcome($0.id) }))\(start(of: section))"
    )
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
        builder.paragraph(
          "None. \(names.capitalized(words(obstacle, from: section.reach.start, isBrief: false)))")
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
        "\(actor(step.actor))\(index == 0 ? " would move" : "") to \(title(of: step.state) ?? state(step.state))"
      }
      return parts.joined(separator: ", then ")
    }
    return path.count == 1
      ? "\(actor(path[0].actor)) would get there by \(change(from: start, to: path[0].state))"
      : steps(path, from: start, "would begin")
  }
}

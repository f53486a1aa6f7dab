internal import CaseFile
internal import ConflictModel
package import Documents
internal import Notation
internal import Questions
internal import Stability

// Where it can go from here, at a glance.
extension PathsReport {
  /// The most outcomes to which ways are drawn, and the most steps of the field.
  private static let most = (ways: 8, barred: 4, steps: mostMapSteps)
  static let mostMapSteps = 12

  /// The shortest ways to what could last as a tree, what is out of reach, and all that can be reached
  /// by outcome and step; nil where nothing that could last is in reach but the start.
  package func mapFigure() -> (figure: Figure.Map, caption: Sentence)? {
    if !solution.isListed { return setMapFigure() }
    guard let section = shown, equilibria != nil else { return nil }
    let ends = lastingKinds(section).compactMap { kind in
      section.reach.path(to: kind.nearest).map { (kind: kind, path: $0) }
    }
    return mapFigure(
      ends, from: section.reach.start, reached: reached(section).count,
      barred: barred { outcome in
        let members = members(of: subject.outcomes[outcome])
        let isReached = members.contains { member in sections.contains { $0.reach.contains(member) } }
        if members.isEmpty || isReached { return nil }
        return section.obstacles.obstacle(to: members, by: options.kind).map { ($0, section.reach.start) }
      }, bands: bands(section))
  }

  /// The same of what is known.
  func mapFigure(
    _ kinds: [(kind: ReachedKind, path: [Step])], from start: Int, reached lasting: Int,
    barred: [Figure.Map.Barred], bands: [Figure.Map.Band]
  ) -> (figure: Figure.Map, caption: Sentence)? {
    let ends = kinds.prefix(Self.most.ways)
    if ends.isEmpty { return nil }
    let labels = Labels(subject)
    var actors: [Figure.Party] = []
    var nodes = [
      Figure.Map.Node(
        parent: nil, mover: nil, changes: [], name: names.called(state(start)),
        isLasting: isEquilibrium(start))
    ]
    /// The node of each beginning of a way.
    var known: [[Step]: Int] = [[]: 0]
    for (end, path) in ends {
      var before = state(start)
      for (place, step) in path.enumerated() {
        let beginning = Array(path[...place])
        if known[beginning] == nil {
          let party = labels.party(step.actor, names)
          let mover = actors.firstIndex(of: party) ?? actors.count
          if mover == actors.count { actors.append(party) }
          known[beginning] = nodes.count
          nodes.append(
            .init(
              parent: known[Array(path[..<place])], mover: mover,
              changes: names.changes(from: before, to: step.state, labels)))
        }
        before = step.state
      }
      guard let last = known[path] else { continue }
      nodes[last].name = title(of: end, from: state(start))
      nodes[last].isLasting = true
      nodes[last].remark =
        end.count == 1
        ? "1 situation, in \(Prose.count(path.count, "step"))"
        : "\(Prose.grouped(end.count)) situations, the nearest in \(Prose.count(path.count, "step"))"
    }
    let tags = actors.filter { $0.tag != $0.name.text }.map {
      "\(Sentence($0.tag)) is \($0.name)" as Sentence
    }
    let key: Sentence = tags.isEmpty ? "" : " \(Prose.list(tags))."
    return (
      Figure.Map(actors: actors, nodes: nodes, barred: barred, bands: bands),
      "From \(isOpen ? "the present \(names.variant(state(start)))" : "here"), by steps each of which \(options.kind == .moves ? "somebody can take" : "is a gain for whoever takes it"): the shortest way to each outcome that could last. In reach \(Prose.verb(lasting, "is", "are")) \(Prose.share(lasting, of: equilibria?.count ?? 0, "situation")) that could.\(key)"
    )
  }

  /// Outcomes that no way leads to, with what stands against them.
  ///
  /// - Parameter obstacle: What keeps all starts from an outcome, by index, with the start from which that is
  ///   told; nil where nothing does.
  func barred(_ obstacle: (Int) -> (Obstacle, from: Int)?) -> [Figure.Map.Barred] {
    var barred: [Figure.Map.Barred] = []
    for index in subject.outcomes.indices where barred.count < Self.most.barred {
      guard let (obstacle, start) = obstacle(index) else { continue }
      let reason =
        briefly(obstacle, from: start) ?? Prose.capitalized(words(obstacle, from: start, isBrief: true))
      barred.append(.init(names.outcome(index), reason: reason))
    }
    return barred
  }

  /// Who would not take the step on which the plainest way hangs, and why, in a few words.
  private func briefly(_ obstacle: Obstacle, from start: Int) -> Sentence? {
    guard case .reluctance(_, let path) = obstacle, let first = path.reluctant.first else { return nil }
    let before = first == 0 ? state(start) : path.steps[first - 1].state
    let step = path.steps[first]
    let comparison = conflict.compare(step.actor, step.state, with: before)
    let reason = names.reason(comparison, "")
    let places = [reason.source, Sentence(reason.basis)].filter { !$0.isEmpty }.joined(separator: ", ")
    let source: Sentence = places.isEmpty ? "" : " (\(places))"
    let isLoss = comparison.relation == .worse
    return
      "On the plainest way \(names.actor(step.actor)) would \(isLoss ? "lose" : "not gain") by \(names.change(from: before, to: step.state)): \(reason.words)\(source)."
  }

  /// How many situations of each outcome are how many steps away.
  private func bands(_ section: Section) -> [Figure.Map.Band] {
    let steps = min(section.reach.stepCount, Self.most.steps)
    var left = Set(section.reach.positions)
    func band(_ name: Sentence, _ positions: [Int]) -> Figure.Map.Band? {
      var counts = [Figure.Map.Count](repeating: .init(0, lasting: 0), count: steps + 1)
      for position in positions {
        guard let distance = section.reach.distance(to: position) else { continue }
        let step = min(distance, steps)
        counts[step].all += 1
        if isEquilibrium(position) { counts[step].lasting += 1 }
      }
      return counts.contains { $0.all > 0 } ? .init(name, counts: counts) : nil
    }
    var bands: [Figure.Map.Band] = []
    for (index, outcome) in subject.outcomes.enumerated() {
      let members = members(of: outcome)
      if let band = band(names.outcome(index), members) { bands.append(band) }
      left.subtract(members)
    }
    if !left.isEmpty, let band = band("no name", left.sorted()) { bands.append(band) }
    return bands
  }
}

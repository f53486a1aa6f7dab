internal import CaseFile
internal import ConflictModel
internal import Stability

/// Looks for paths in sets of states, where there are more states than can be listed.
struct SetPaths: ~Copyable {
  private let subject: Case
  private let solution: Solution
  private let options: PathsQuestion.Options
  private var sets: ReachableSets
  private let meter: ChangeMeter

  /// So many situations that no outcome names are told one by one.
  static let fewUnnamed = 3

  init(
    _ subject: Case, _ solution: Solution, _ options: PathsQuestion.Options, memory: UInt64, control: Control
  ) throws(StateGraph.Stopped) {
    (self.subject, self.solution, self.options) = (subject, solution, options)
    sets = try .ready(solution.conflict, like: solution.states, memory: memory, control: control)
    meter = ChangeMeter(solution.conflict)
  }

  /// What is found from a start; as far as it came, where a limit was reached.
  mutating func section(from start: Int) -> SetSection {
    var section = SetSection(start: start)
    do throws(StateGraph.Stopped) {
      try fill(&section)
    } catch { section.limit = error.limit }
    sets.forget()
    return section
  }

  private mutating func fill(_ section: inout SetSection) throws(StateGraph.Stopped) {
    let start = solution.states[section.start]
    if let target = options.target, try sets.isEmpty(sets.group(where: target.condition)) {
      section.target = SetSection.Place(count: 0)
      section.target?.obstacle = .nothingThere
      return
    }
    let trail = try sets.begin(at: start, by: options.kind == .moves ? .moves : .improvements)
    do throws(StateGraph.Stopped) { try sets.follow(trail, atMost: options.countedSteps) } catch {
      section.layers = sets.layerCounts(trail)
      section.count = section.layers.reduce(0, +)
      throw error
    }
    section.layers = sets.layerCounts(trail)
    section.count = sets.count(sets.reached(trail)) - 1
    section.isCut = sets.isCut(trail)
    let isDecided = solution.concepts.contains(options.concept)
    var around = Surroundings(
      state: start, left: options.countedSteps, trail: trail, start: try sets.group(start),
      reached: sets.reached(trail))
    if isDecided {
      let lasting = try sets.group(solution.equilibria(options.concept))
      let reached = try sets.both(lasting, around.reached)
      section.lastingCount = sets.count(reached)
      around.lasting = reached
    }
    if let target = options.target {
      let group = try sets.group(where: target.condition)
      section.isThere = try !sets.isEmpty(sets.both(group, around.start))
      section.target = try place(group, &around)
      if section.target?.reachedCount != 0, section.target?.way == nil {
        try addFarWay(to: group, around, section: &section)
      }
    } else {
      try addKinds(around, to: &section)
      for outcome in subject.outcomes {
        let group = try sets.group(where: outcome.condition)
        var place = try place(group, &around)
        place.layers = try layers(of: group, around)
        section.outcomes.append(place)
      }
      section.unnamed = try layers(of: unnamed(around.reached), around)
    }
    if options.kind == .moves {
      section.movesCount = section.count
    } else {
      let moves = try self.moves(&around)
      try sets.follow(moves, atMost: 0)
      section.movesCount = sets.count(sets.reached(moves)) - 1
    }
  }

  /// What is known of a start.
  private struct Surroundings {
    let state: State
    /// So many combinations of a few nodes are made to find what stands in the way of something.
    var left: UInt64
    let trail: ReachableSets.Trail
    let start: ReachableSets.Group
    /// What sequences reach, the start included, and what of it lasts.
    let reached: ReachableSets.Group
    var lasting: ReachableSets.Group?
    /// What moves reach, and by how little reluctance; followed when they are asked for.
    var moves: ReachableSets.Trail?
    var reluctance: ReachableSets.Trail?
  }

  /// What moves reach, followed as far as it was asked for.
  private mutating func moves(_ around: inout Surroundings) throws(StateGraph.Stopped) -> ReachableSets.Trail
  {
    if options.kind == .moves { return around.trail }
    if let known = around.moves { return known }
    let moves = try sets.begin(at: around.state, by: .moves)
    around.moves = moves
    return moves
  }

  /// The same by rising reluctance.
  private mutating func reluctance(
    _ around: inout Surroundings
  ) throws(StateGraph.Stopped) -> ReachableSets.Trail {
    if let known = around.reluctance { return known }
    let reluctance = try sets.begin(at: around.state, by: .leastReluctance)
    around.reluctance = reluctance
    return reluctance
  }

  // MARK: What lasts

  private mutating func addKinds(
    _ around: Surroundings, to section: inout SetSection
  ) throws(StateGraph.Stopped) {
    guard let all = around.lasting else { return }
    let lasting = try sets.without(all, around.start)
    var groups: [(outcomes: [Int], group: ReachableSets.Group)] = []
    for (index, outcome) in subject.outcomes.enumerated() {
      let named = try sets.group(where: outcome.condition)
      groups.append(([index], try sets.both(lasting, named)))
    }
    let unnamed = try self.unnamed(lasting)
    if sets.count(unnamed) <= Self.fewUnnamed {
      for state in try sets.states(in: unnamed, atMost: Self.fewUnnamed) {
        groups.append(([], try sets.group(state)))
      }
    } else {
      groups.append(([], unnamed))
    }
    var kinds: [(kind: SetSection.Kind, group: ReachableSets.Group)] = []
    for (outcomes, group) in groups {
      guard let way = try sets.way(to: group, along: around.trail) else { continue }
      if let known = kinds.firstIndex(where: { $0.kind.way.last?.state == way.steps.last?.state }) {
        kinds[known].kind.outcomes += outcomes
        kinds[known].group = try sets.either(kinds[known].group, group)
        kinds[known].kind.count = sets.count(kinds[known].group)
      } else {
        kinds.append((.init(outcomes: outcomes, count: sets.count(group), way: way.steps), group))
      }
      section.kinds = kinds.map { $0.kind }.sorted { isPlainer($0.way, than: $1.way, from: section.start) }
    }
  }

  /// What of some states no outcome names.
  private mutating func unnamed(
    _ group: ReachableSets.Group
  ) throws(StateGraph.Stopped) -> ReachableSets.Group {
    var unnamed = group
    for outcome in subject.outcomes {
      unnamed = try sets.without(unnamed, sets.group(where: outcome.condition))
    }
    return unnamed
  }

  private func isPlainer(_ left: [Step], than right: [Step], from start: Int) -> Bool {
    func cost(_ way: [Step]) -> (Int, ChangeSize, UInt64) {
      var (size, from) = (ChangeSize.none, solution.states[start])
      for step in way {
        size = size + meter.size(from: from, to: step.state)
        from = step.state
      }
      return (way.count, size, from.code)
    }
    return cost(left) < cost(right)
  }

  // MARK: What was asked about

  private mutating func place(
    _ group: ReachableSets.Group, _ around: inout Surroundings
  ) throws(StateGraph.Stopped) -> SetSection.Place {
    var place = SetSection.Place(count: sets.count(group))
    let reached = try sets.both(group, around.reached)
    place.reachedCount = sets.count(reached)
    place.distance = try sets.distance(to: reached, along: around.trail)
    let others = try sets.without(reached, around.start)
    place.way = try sets.way(to: others, along: around.trail)?.steps
    if let lasting = around.lasting {
      let stable = try sets.both(group, lasting)
      place.lastingCount = sets.count(stable)
      place.lastingDistance = try sets.distance(
        to: sets.without(stable, around.start), along: around.trail)
    }
    if place.reachedCount == 0 { place.obstacle = try obstacle(to: group, &around) }
    return place
  }

  /// A way to something that takes more steps than were counted.
  private mutating func addFarWay(
    to group: ReachableSets.Group, _ around: Surroundings, section: inout SetSection
  ) throws(StateGraph.Stopped) {
    let others = try sets.both(sets.without(group, around.start), around.reached)
    if sets.isEmpty(others) { return }
    let trail = try sets.begin(at: around.state, by: options.kind == .moves ? .moves : .improvements)
    try sets.follow(trail, until: others)
    let way = try sets.way(to: others, along: trail)?.steps
    section.target?.way = way
    section.target?.distance = section.isThere ? 0 : way?.count
  }

  /// How many of some states are reached in 0, 1, 2 … steps.
  private mutating func layers(
    of group: ReachableSets.Group, _ around: Surroundings
  ) throws(StateGraph.Stopped) -> [SetSection.Count] {
    let all = try sets.layerCounts(around.trail, of: group)
    guard let lasting = around.lasting else { return all.map { .init(all: $0, lasting: 0) } }
    let stable = try sets.layerCounts(around.trail, of: sets.both(group, lasting))
    return zip(all, stable).map { .init(all: $0, lasting: $1) }
  }

  /// What keeps sequences from a set of which they reach nothing.
  private mutating func obstacle(
    to group: ReachableSets.Group, _ around: inout Surroundings
  ) throws(StateGraph.Stopped) -> Obstacle? {
    if sets.isEmpty(group) { return .nothingThere }
    let moves = try moves(&around)
    let begun = sets.stepCount
    try sets.follow(moves, until: group, atMost: around.left)
    if try !sets.isEmpty(sets.both(group, sets.reached(moves))) {
      let steps = try sets.distance(to: group, along: moves)
      let reluctance = try reluctance(&around)
      let used = sets.stepCount - begun
      try sets.follow(reluctance, until: group, atMost: around.left - min(used, around.left))
      around.left -= min(sets.stepCount - begun, around.left)
      guard let steps, let way = try sets.way(to: group, along: reluctance) else {
        return .losses(steps: steps)
      }
      return .reluctance(steps: steps, .init(steps: way.steps, reluctant: way.reluctant))
    }
    around.left -= min(sets.stepCount - begun, around.left)
    return try bar(to: group, what: sets.reached(moves))
  }

  /// What keeps moves from a set, by what all that they reach has in common.
  private mutating func bar(
    to group: ReachableSets.Group, what reached: ReachableSets.Group
  ) throws(StateGraph.Stopped) -> Obstacle {
    let (there, here) = (sets.fixed(in: group), sets.fixed(in: reached))
    var best: (option: Int, taken: Bool, bar: Obstacle.Bar)?
    for option in solution.conflict.options.indices {
      let bit = 1 << UInt64(option) as UInt64
      let taken = there.taken & here.left & bit != 0
      if !taken, there.left & here.taken & bit == 0 { continue }
      let bar = try bar(option, taken: taken, reached)
      if best.map({ bar.weight < $0.bar.weight }) ?? true { best = (option, taken, bar) }
    }
    guard let best else { return .outOfReach(reachedCount: sets.count(reached)) }
    return .option(best.option, taken: best.taken, best.bar)
  }

  private mutating func bar(
    _ option: Int, taken: Bool, _ reached: ReachableSets.Group
  ) throws(StateGraph.Stopped) -> Obstacle.Bar {
    let conflict = solution.conflict
    if !conflict.actors.indices.contains(conflict.options[option].actor) { return .nobody }
    if conflict.options[option].direction == (taken ? .drop : .take) { return .oneWay }
    if taken {
      for (index, requirement) in conflict.requirements.enumerated() where requirement.option == option {
        let ready = try sets.both(sets.group(where: requirement.needs), reached)
        if sets.isEmpty(ready) { return .need(index) }
      }
    }
    return .neverOpen
  }
}

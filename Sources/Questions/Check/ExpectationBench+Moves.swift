internal import CaseFile
internal import ConflictModel
internal import Notation
internal import Stability

// Claims about where moves lead, and about rankings.
extension ExpectationBench {
  mutating func compare(_ passage: ExpectationText.Passage) throws(Obstacle) -> Comparison {
    let kind: StepKind = passage.by == .moves ? .moves : .improvements
    let condition = try condition(passage.target)
    let holds = subject.conflict.predicate(condition)
    var starts: [Int] = []
    if let from = passage.from {
      starts = [try position(of: from)]
    } else if let statusQuo = subject.statusQuo {
      starts = statusQuo.completions.compactMap { solution.states.position(of: $0) }
    }
    if starts.isEmpty { throw .noStart }
    var found: [ExpectationCheck.Nearest] = []
    for start in starts {
      let nearest =
        solution.isListed
        ? try listed(from: start, kind, holds) : try unlisted(from: start, kind, condition)
      found.append(nearest)
      let isRight =
        passage.isReached
        ? nearest.goal.map { passage.steps == nil || passage.steps == $0.distance } ?? false
        : nearest.goal == nil
      if !isRight { return (.reach(kind, found), false) }
    }
    return (.reach(kind, found), true)
  }

  private mutating func listed(
    from start: Int, _ kind: StepKind, _ holds: ReadyCondition
  ) throws(Obstacle) -> ExpectationCheck.Nearest {
    let reach = try reach(from: start, by: kind)
    let nearest = nearest(where: holds, in: reach)
    return ExpectationCheck.Nearest(
      start: solution.states[start],
      goal: nearest.map { (state: solution.states[$0.position], distance: $0.distance) },
      way: nearest.flatMap { reach.path(to: $0.position) } ?? [])
  }

  /// The same where there are more states than can be listed.
  private func unlisted(
    from start: Int, _ kind: StepKind, _ condition: Condition
  ) throws(Obstacle) -> ExpectationCheck.Nearest {
    let state = solution.states[start]
    var nearest = ExpectationCheck.Nearest(start: state, goal: nil, way: [])
    if solution.conflict.holds(condition, in: state) {
      nearest.goal = (state, 0)
      return nearest
    }
    do throws(StateGraph.Stopped) {
      var sets = try ReachableSets.ready(
        solution.conflict, like: solution.states, memory: request.memory, control: control)
      let trail = try sets.begin(at: state, by: kind == .moves ? .moves : .improvements)
      let goal = try sets.group(where: condition)
      try sets.follow(trail, until: goal)
      if let way = try sets.way(to: goal, along: trail), let last = way.steps.last {
        (nearest.goal, nearest.way) = ((last.state, way.steps.count), way.steps)
      }
    } catch { throw .limit(error.limit) }
    return nearest
  }

  /// The nearest position where something holds, with the fewest steps to it.
  private func nearest(
    where holds: ReadyCondition, in reach: Reach
  ) -> (position: Int, distance: Int)? {
    if holds(solution.states[reach.start]) { return (reach.start, 0) }
    var best: (position: Int, distance: Int)?
    for position in reach.positions where holds(solution.states[position]) {
      guard let distance = reach.distance(to: position) else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (position, distance) }
    }
    return best
  }

  mutating func compare(_ jump: ExpectationText.Jump) throws(Obstacle) -> Comparison {
    var members: [Int] = []
    for member in jump.coalition { members.append(try index(of: member)) }
    let (start, end) = (try position(of: jump.from), try position(of: jump.to))
    let (origin, goal) = (solution.states[start], solution.states[end])
    let answer = try coalitionAnswer(members.sorted())
    let states = try stateGraph().states
    let from = answer.jumps.filter {
      states[$0.position] == origin && (jump.under == nil || $0.concept == jump.under)
    }
    let wanted = from.filter { states[$0.target] == goal }
    if let first = wanted.first {
      let under = wanted.map { $0.concept }
      return (.jump(from: origin, to: goal, under: under, way: first.way), true)
    }
    try expect(jump.under.map { [$0] } ?? Concept.coalitional, in: answer)
    var elsewhere: [State] = []
    for other in from where !elsewhere.contains(states[other.target]) {
      elsewhere.append(states[other.target])
    }
    return (.noJump(from: origin, to: goal, elsewhere: elsewhere), false)
  }

  mutating func rankings(
    _ count: Int, _ concept: Concept, _ actor: Int, _ target: ExpectationText.Target
  ) throws(Obstacle) -> Comparison {
    if !concept.isDefined(in: solution.conflict.form) { throw .undefined(concept) }
    let graph = try stateGraph()
    let positions = Array(graph.states(where: try condition(target)))
    if positions.isEmpty { throw .nothingMeant }
    let counted = try rankingCounts(of: actor, positions)
    let number = counted.counts[concept] ?? 0
    return (
      .rankings(number, of: counted.total, actor: actor, concept, expected: count), number == count
    )
  }
}

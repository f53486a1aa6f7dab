internal import CaseFile
internal import ConflictModel
internal import Notation
internal import Stability

// Claims about where moves lead, and about rankings.
extension ExpectationBench {
  mutating func compare(_ passage: ExpectationText.Passage) throws(Obstacle) -> Comparison {
    let kind: StepKind = passage.by == .moves ? .moves : .improvements
    let holds = subject.conflict.predicate(try condition(passage.target))
    var starts: [Int] = []
    if let from = passage.from {
      starts = [try position(of: from)]
    } else if let statusQuo = subject.statusQuo {
      starts = statusQuo.completions.compactMap { solution.states.position(of: $0) }
    }
    if starts.isEmpty { throw .noStart }
    var found: [ExpectationCheck.Nearest] = []
    for start in starts {
      let reach = try reach(from: start, by: kind)
      let nearest = nearest(where: holds, in: reach)
      found.append(
        ExpectationCheck.Nearest(
          start: solution.states[start],
          goal: nearest.map { (state: solution.states[$0.position], distance: $0.distance) },
          way: nearest.flatMap { reach.path(to: $0.position) } ?? []))
      let isRight =
        passage.isReached
        ? nearest.map { passage.steps == nil || passage.steps == $0.distance } ?? false : nearest == nil
      if !isRight { return (.reach(kind, found), false) }
    }
    return (.reach(kind, found), true)
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

internal import Questions
internal import CaseFile
internal import ConflictModel
internal import Documents
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
    if starts.isEmpty { throw .wrong("the case has no status quo to start from") }
    var parts: [String] = []
    for start in starts {
      let reach = try reach(from: start, by: kind)
      let nearest = nearest(where: holds, in: reach)
      let steps = kind == .moves ? "" : " by improvements"
      let origin = names.again(solution.states[start])
      let found: String
      if let nearest {
        found =
          nearest.distance == 0
          ? "\(origin) is there already"
          : "\(names.again(solution.states[nearest.position])) is reached from \(origin) in \(Prose.count(nearest.distance, "step"))\(steps)"
      } else {
        found = "nothing of it is reached from \(origin)\(steps)"
      }
      let isRight =
        passage.isReached
        ? nearest.map { passage.steps == nil || passage.steps == $0.distance } ?? false : nearest == nil
      if !isRight {
        let way = nearest.flatMap { reach.path(to: $0.position) }.map { self.way($0, from: start) } ?? ""
        return Comparison(found: found, message: found + way)
      }
      parts.append(found)
    }
    return Comparison(found: parts.joined(separator: "; "))
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

  /// How a way is made: `: A to 3, then B to 5`.
  private func way(_ steps: [Step], from start: Int) -> String {
    if steps.isEmpty { return "" }
    let shown = steps.prefix(6).map { "\(names.actor($0.actor)) to \(names.short($0.state))" }
    return ": " + shown.joined(separator: ", then ") + (steps.count > 6 ? ", …" : "")
  }

  mutating func compare(_ jump: ExpectationText.Jump) throws(Obstacle) -> Comparison {
    var members: [Int] = []
    for member in jump.coalition { members.append(try index(of: member)) }
    let (start, end) = (try position(of: jump.from), try position(of: jump.to))
    let answer = try coalitionAnswer(members.sorted())
    let states = try stateGraph().states
    let from = answer.jumps.filter {
      states[$0.position] == solution.states[start] && (jump.under == nil || $0.concept == jump.under)
    }
    let wanted = from.filter { states[$0.target] == solution.states[end] }
    let (origin, goal) = (names.again(solution.states[start]), names.again(solution.states[end]))
    if let first = wanted.first {
      let under = wanted.map { $0.concept }.words
      return Comparison(found: "from \(origin) to \(goal) under \(under)\(way(first.way, from: start))")
    }
    try expect(jump.under.map { [$0] } ?? Concept.coalitional, in: answer)
    var seen: [String] = []
    for other in from {
      let name = names.again(states[other.target]).text
      if !seen.contains(name) { seen.append(name) }
    }
    let found =
      seen.isEmpty
      ? "the coalition could jump nowhere from \(origin)"
      : "from \(origin) the coalition could jump to \(Prose.list(seen))"
    return Comparison(found: found, message: "\(found), not to \(goal)")
  }

  mutating func rankings(
    _ count: Int, _ concept: Concept, _ actor: Int, _ target: ExpectationText.Target
  ) throws(Obstacle) -> Comparison {
    if !concept.isDefined(in: solution.conflict.form) {
      throw .wrong("\(concept.rawValue) is not defined in graph form")
    }
    let graph = try stateGraph()
    let positions = Array(graph.states(where: try condition(target)))
    if positions.isEmpty { throw .wrong("no feasible state is meant by what is to last") }
    let counted = try rankingCounts(of: actor, positions)
    let number = counted.counts[concept] ?? 0
    let found =
      "\(Prose.grouped(number)) of \(Prose.count(counted.total, "ranking")) of \(names.actor(actor)) make it last under \(concept.rawValue)"
    return Comparison(
      found: found, message: number == count ? "" : "expected \(Prose.grouped(count)); \(found)")
  }
}

internal import Questions
internal import CaseFile
internal import ConflictModel
internal import Documents
package import Notation
internal import Stability

extension PathsReport {
  /// The `entente.paths` document, as Documentation/JSON.md describes it.
  package func json() -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("format", "entente.paths"), .init("version", 1), .init("case", subject.json),
      .init("by", .string(options.kind.rawValue)), .init("concept", .string(options.concept.rawValue)),
    ]
    if let target = options.target { members.append(.init("to", .string(target.words))) }
    members.append(.init("from", .array(sections.map(json) + answer.sets.map(json))))
    members.append(.init("complete", .bool(limit == nil)))
    if let limit { members.append(.init("limit", limit.json)) }
    return .object(members)
  }

  private func json(_ section: Section) -> JSONValue {
    let reach = section.reach
    var members: [JSONValue.Member] = [
      .init("state", json(reach.start)),
      .init("states", .integer(reach.positions.filter { $0 != reach.start }.count)),
      .init("steps", .integer(reach.stepCount)),
    ]
    if section.obstacles.limit == nil {
      members.append(.init("statesByMoves", .integer(section.obstacles.reluctance.positionCount - 1)))
    }
    if let ways = section.ways {
      members.append(.init("ways", .array(ways.paths.map { json($0, from: reach.start) })))
      members.append(.init("allWays", .bool(ways.isComplete)))
      let others = section.targets.filter { $0 != reach.start }
      if ways.paths.isEmpty, ways.limit == nil, section.obstacles.limit == nil,
        let obstacle = section.obstacles.obstacle(to: others, by: options.kind)
      {
        members.append(.init("why", json(obstacle, from: reach.start)))
      }
      return .object(members)
    }
    if let equilibria {
      members.append(
        .init(
          "equilibria",
          [
            "count": .integer(equilibria.count),
            "reached": .array(reached(section).map { json($0.position, reach) }),
            "outOfReach": .array(
              section.obstacles.limit == nil
                ? obstacleGroups(missed(section), section).map { json($0, section) } : []),
          ]))
    }
    members.append(.init("outcomes", .array(subject.outcomes.map { json($0, section) })))
    members.append(.init("table", .array(rows(reach))))
    return .object(members)
  }

  func json(_ position: Int) -> JSONValue {
    let state = state(position)
    let outcomes = subject.outcomes(of: state).map { subject.outcomes[$0].id }
    return .object(names.identity(of: state) + [.init("outcomes", JSONValue(outcomes))])
  }

  private func json(_ position: Int, _ reach: Reach) -> JSONValue {
    [
      "state": json(position), "steps": JSONValue(reach.distance(to: position)),
      "shortestWays": .integer(Int64(clamping: reach.shortestCount(to: position))),
      "path": json(reach.path(to: position) ?? [], from: reach.start),
    ]
  }

  func json(_ path: [Step], from start: Int) -> JSONValue {
    var before = state(start)
    return .array(
      path.map { step in
        defer { before = step.state }
        return json(step, from: before)
      })
  }

  private func json(_ step: Step, from before: State) -> JSONValue {
    let comparison = conflict.compare(step.actor, step.state, with: before)
    return [
      "actor": .string(conflict.actors[step.actor].id), "to": .object(names.identity(of: step.state)),
      "change": .string(names.change(from: before, to: step.state).text),
      "gains": .bool(comparison.relation == .better),
    ]
  }

  private func json(_ group: ObstacleGroup, _ section: Section) -> JSONValue {
    [
      "states": .array(group.positions.map { names.reference(state($0)) }),
      "why": json(group.obstacle, from: section.reach.start),
    ]
  }

  private func json(_ outcome: Case.Outcome, _ section: Section) -> JSONValue {
    let members = members(of: outcome)
    let distances = members.compactMap { section.reach.distance(to: $0) }
    var json: [JSONValue.Member] = [
      .init("outcome", .string(outcome.id)), .init("states", .integer(members.count)),
      .init("reached", .integer(distances.count)), .init("steps", JSONValue(distances.min())),
    ]
    if distances.isEmpty, section.obstacles.limit == nil,
      let obstacle = section.obstacles.obstacle(to: members, by: options.kind)
    {
      json.append(.init("why", self.json(obstacle, from: section.reach.start)))
    }
    return .object(json)
  }

  func json(_ obstacle: Obstacle, from start: Int) -> JSONValue {
    var members: [JSONValue.Member] = []
    switch obstacle {
    case .nothingThere: members.append(.init("kind", "nothingThere"))
    case .noMoveLeadsThere: members.append(.init("kind", "noMoveLeadsThere"))
    case .outOfReach(let count):
      members.append(.init("kind", "outOfReach"))
      members.append(.init("reachedByMoves", .integer(count)))
    case .option(let option, let taken, let bar):
      members.append(.init("kind", "option"))
      members.append(.init("option", .string(conflict.options[option].id)))
      members.append(.init("taken", .bool(taken)))
      members.append(.init("bar", .string(bar.word)))
    case .losses(let steps):
      members.append(.init("kind", "reluctance"))
      members.append(.init("stepsByMoves", JSONValue(steps)))
    case .reluctance(let steps, let path):
      members.append(.init("kind", "reluctance"))
      members.append(.init("stepsByMoves", .integer(steps)))
      members.append(.init("reluctantSteps", .integer(path.reluctant.count)))
      members.append(.init("path", json(path.steps, from: start)))
    }
    members.append(.init("text", .string(words(obstacle, from: start, isBrief: false).text)))
    return .object(members)
  }

  /// The status quo table: each state with the arrivals there, by step.
  private func rows(_ reach: Reach) -> [JSONValue] {
    var order: [Int] = []
    var arrivals: [Int: [JSONValue]] = [:]
    for arrival in reach.arrivals {
      if arrivals[arrival.position] == nil { order.append(arrival.position) }
      arrivals[arrival.position, default: []].append(
        ["actor": .string(conflict.actors[arrival.mover].id), "step": .integer(arrival.step)])
    }
    return order.map { position in
      var members: [JSONValue.Member] = [
        .init("state", names.reference(state(position))), .init("arrivals", .array(arrivals[position] ?? [])),
      ]
      if isEquilibrium(position) { members.append(.init("equilibrium", true)) }
      return .object(members)
    }
  }
}

extension Obstacle.Bar {
  /// The reason as a word for programs.
  fileprivate var word: String {
    switch self {
    case .nobody: "nobodyControlsIt"
    case .oneWay: "oneWay"
    case .need: "need"
    case .neverOpen: "neverOpen"
    }
  }
}

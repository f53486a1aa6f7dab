internal import Questions
internal import CaseFile
internal import ConflictModel
package import Notation
internal import Stability

extension RequirementsReport {
  /// The `entente.requirements` document, as Documentation/JSON.md describes it.
  package func json() -> JSONValue {
    var members = ways.head
    members += [
      .init("complete", .bool(answer.limit == nil && !answer.isCut)),
      // Of an outcome not all of whose states were looked at, one may last.
      .init(
        "lasts", answer.lasts || answer.isSettled ? .bool(answer.lasts) : .null),
      .init(
        "states",
        .array(answer.states.map { json($0, isComplete: !$0.requirements.isEmpty) })),
    ]
    if answer.limit != nil || answer.isCut {
      let states: JSONValue = [
        "states": .integer(answer.states.count), "of": .integer(answer.stateCount),
      ]
      let cut: JSONValue = [
        "kind": .string(Bound.Kind.outcomeStates.rawValue), "count": .integer(answer.stateCount),
        "most": .integer(Requirements.candidateLimit),
      ]
      members += [.init("lookedAt", states), .init("limit", answer.limit?.json ?? cut)]
    }
    members += ways.json(others)
    if let edits = ways.json { members.append(.init("edits", edits)) }
    if let rankings = answer.rankings {
      members.append(.init("vary", .string(conflict.actors[rankings.actor].id)))
      let counts = Concept.allCases.compactMap { concept in
        rankings.counts[concept].map { JSONValue.Member(concept.rawValue, .integer($0)) }
      }
      members.append(.init("rankings", .object([.init("total", .integer(rankings.total))] + counts)))
    }
    return .object(members)
  }

  private func json(_ candidate: Requirements.Candidate, isComplete: Bool) -> JSONValue {
    let nearest = candidate.nearest
    var members: [JSONValue.Member] = [
      .init("state", .object(names.identity(of: state(candidate.position)))),
      .init("equilibrium", .bool(candidate.lasts)), .init("unmet", .integer(candidate.unmetCount)),
      .init(
        "nearestOrders",
        [
          "distance": .integer(nearest.distance), "atLeast": .integer(nearest.atLeast),
          "unit": isStrict ? "exchanges" : "pairs",
          "lowered": .object(
            nearest.lowered.enumerated().filter { !$1.isEmpty }.map { actor, states in
              .init(conflict.actors[actor].id, numbers(states))
            }),
        ]),
    ]
    if isComplete {
      members.append(
        .init("actors", .array(candidate.requirements.map { json($0, at: candidate.position) })))
    }
    return .object(members)
  }

  private func json(_ requirement: Requirement, at base: Int) -> JSONValue {
    let demands = requirement.demands.map { demand -> JSONValue in
      [
        "move": .integer(demand.move + 1), "holds": .bool(isMet(demand, by: requirement.actor, at: base)),
        "formula": formula(demand, requirement.actor, base),
      ]
    }
    return [
      "actor": .string(conflict.actors[requirement.actor].id),
      "holds": .bool(requirement.demands.allSatisfy { isMet($0, by: requirement.actor, at: base) }),
      "all": .array(demands),
    ]
  }

  /// A demand as a formula: comparisons, joined by `and` and `or`.
  private func formula(_ demand: Requirement.Demand, _ actor: Int, _ base: Int) -> JSONValue {
    let ways = demand.ways.map { way in
      let atoms = way.notBetter.map { other -> JSONValue in
        [
          "actor": .string(conflict.actors[actor].id), "likes": .integer(base + 1),
          "atLeastAsMuchAs": .integer(other + 1),
        ]
      }
      return atoms.count == 1 ? atoms[0] : ["and": .array(atoms)]
    }
    return ways.count == 1 ? ways[0] : ["or": .array(ways)]
  }

  private func numbers(_ positions: [Int]) -> JSONValue { JSONValue(positions.map { $0 + 1 }) }
}

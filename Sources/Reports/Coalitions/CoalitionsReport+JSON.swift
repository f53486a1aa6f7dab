internal import Analyses
internal import CaseFile
internal import ConflictModel
internal import Stability

extension CoalitionsReport {
  /// The `entente.coalitions` document, as Documentation/JSON.md describes it.
  public func json() -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("format", "entente.coalitions"), .init("version", 1), .init("case", subject.json),
      .init("coalitions", .array(answer.coalitions.map { JSONValue(ids($0.members)) })),
      .init(
        "concepts", .array(answer.concepts.enumerated().map { concept($1, answer.equilibria[$0]) })),
      .init("chances", .array(answer.chances.map(json))),
      .init("jumps", .array(answer.jumps.map(json))),
      .init("complete", .bool(answer.limit == nil)),
    ]
    if let limit = answer.limit {
      let pairs: JSONValue = ["pairs": .integer(answer.looked), "of": JSONValue(answer.total)]
      members += [.init("lookedAt", pairs), .init("limit", limit.json)]
    }
    return .object(members)
  }

  private func ids(_ actors: [Int]) -> [String] { actors.map { subject.conflict.actors[$0].id } }

  private func concept(_ concept: Concept, _ equilibria: Selection) -> JSONValue {
    [
      "concept": .string(concept.rawValue), "equilibria": JSONValue(equilibria.map { $0 + 1 }),
      "survivors": JSONValue(answer.survivors(concept).map { $0 + 1 }),
    ]
  }

  private func json(_ chance: Coalitions.Chance) -> JSONValue {
    [
      "state": .integer(chance.position + 1),
      "coalition": JSONValue(ids(answer.coalitions[chance.coalition].members)),
      "improvements": JSONValue(chance.improvements.map { $0 + 1 }),
      "escapes": .array(
        chance.escapes.map { ["concept": .string($0.concept.rawValue), "to": .integer($0.target + 1)] }),
      "way": way(chance.way),
    ]
  }

  private func json(_ jump: Coalitions.Jump) -> JSONValue {
    [
      "from": .integer(jump.position + 1), "to": .integer(jump.target + 1),
      "coalition": JSONValue(ids(answer.coalitions[jump.coalition].members)),
      "concept": .string(jump.concept.rawValue), "way": way(jump.way),
    ]
  }

  private func way(_ steps: [Step]) -> JSONValue {
    .array(
      steps.map { step in
        [
          "actor": .string(subject.conflict.actors[step.actor].id),
          "to": JSONValue(graph.states.number(of: step.state)),
        ]
      })
  }
}

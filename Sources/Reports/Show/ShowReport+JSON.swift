internal import CaseFile
internal import ConflictModel
internal import Stability

extension ShowReport {
  /// The `entente.show` document, as Documentation/JSON.md describes it.
  public func json() -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("format", "entente.show"), .init("version", 1), .init("what", .string(what.rawValue)),
      .init("case", subject.json), .init("complete", .bool(solution.limit == nil)),
    ]
    switch what {
    case .states: members.append(.init("states", .array(solution.states.map(json))))
    case .moves:
      members.append(.init("moves", byActor { solution.moves(of: $0, from: $1) }))
      members.append(.init("improvements", byActor { solution.improvements(of: $0, from: $1) }))
    case .preferences:
      let tiers = conflict.actors.indices.map { actor in
        JSONValue.Member(
          conflict.actors[actor].id,
          .array(solution.tiers(of: actor).map { tier in JSONValue(tier.map { $0 + 1 }) }))
      }
      members.append(.init("preferences", .object(tiers)))
    case .case:
      members.append(.init("summary", JSONValue(subject.document.summary)))
      members.append(.init("asOf", JSONValue(subject.document.asOf)))
      members.append(.init("judgements", .array(subject.judgements.map(json))))
    }
    return .object(members)
  }

  private func json(_ state: State) -> JSONValue {
    let outcomes = subject.outcomes(of: state).map { subject.outcomes[$0].id }
    var members = names.identity(of: state) + [.init("outcomes", JSONValue(outcomes))]
    if !solution.concepts.isEmpty, let position = solution.states.position(of: state) {
      let concepts = solution.concepts.filter { solution.isEquilibrium($0, position: position) }
      members.append(.init("concepts", concepts.json))
    }
    return .object(members)
  }

  private func byActor(_ targets: (Int, Int) -> [Int]) -> JSONValue {
    .object(
      conflict.actors.indices.map { actor in
        let lists = solution.states.indices.compactMap { position -> JSONValue.Member? in
          let list = targets(actor, position)
          return list.isEmpty ? nil : .init(String(position + 1), JSONValue(list.map { $0 + 1 }))
        }
        return .init(conflict.actors[actor].id, .object(lists))
      })
  }

  private func json(_ judgement: Judgement) -> JSONValue {
    [
      "kind": .string(judgement.kind.rawValue),
      "actor": JSONValue(judgement.actor.map { conflict.actors[$0].id }),
      "index": .integer(judgement.index + 1), "text": .string(judgement.text),
      "basis": JSONValue(judgement.basis?.rawValue), "because": judgement.evidence.json,
      "line": judgement.place.isKnown ? .integer(judgement.place.line) : .null,
    ]
  }
}

internal import Questions
internal import CaseFile
internal import ConflictModel
package import Notation
internal import Stability

extension HypergameReport {
  /// The `entente.hypergame` document, as Documentation/JSON.md describes it.
  package func json() -> JSONValue {
    let subject = hypergame.subject
    return .object([
      .init("format", "entente.hypergame"), .init("version", 1), .init("case", subject.json),
      .init("concept", .string(hypergame.concept.rawValue)),
      .init("states", .integer(hypergame.truth.states.count)),
      .init("unseen", .integer(hypergame.unseenCount)),
      .init("equilibria", JSONValue(hypergame.equilibria.map { $0 + 1 })),
      .init("if_all_saw_the_case", JSONValue(trueEquilibria.map { $0 + 1 })),
      .init("actors", .array(hypergame.views.indices.map(actor))),
    ])
  }

  private func actor(_ actor: Int) -> JSONValue {
    let (view, surprise) = (hypergame.views[actor], hypergame.surprises[actor])
    let expected = view.solution.equilibria(hypergame.concept).map { view.solution.states[$0] }
    return [
      "actor": .string(hypergame.subject.conflict.actors[actor].id),
      "sees_the_case": .bool(view.isTrue), "states": .integer(view.solution.states.count),
      "unseen": .integer(view.unseenCount), "expects": .array(expected.map(state)),
      "broken": .array(
        hypergame.broken(expectedBy: actor).map { broken in
          [
            "state": state(broken.state), "feasible": .bool(broken.isFeasible),
            "movers": ids(broken.movers), "unseen_by": ids(broken.blind),
          ]
        }),
      "unexpected": .array(
        surprise.unexpected.members.map {
          ["state": state($0), "expected_movers": ids(hypergame.movers(from: $0, expectedBy: actor))]
        }),
    ]
  }

  /// The number among the feasible states of the case, or the pattern (the id in
  /// graph form) of one that is not feasible.
  private func state(_ state: State) -> JSONValue {
    hypergame.truth.states.number(of: state).map { .integer($0) } ?? .string(names.short(state))
  }

  private func ids(_ actors: [Int]) -> JSONValue {
    JSONValue(actors.map { hypergame.subject.conflict.actors[$0].id })
  }
}

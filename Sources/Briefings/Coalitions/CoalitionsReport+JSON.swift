internal import Questions
internal import CaseFile
package import ConflictModel
package import Notation
internal import Stability

extension CoalitionsReport {
  /// The `entente.coalitions` document, as Documentation/JSON.md describes it.
  package func json() -> JSONValue { draft.value }

  /// Writes ``json()`` piece by piece, laid out for people, until the reader wants
  /// no more; the limit at which it had the lists ended early, if it had.
  @discardableResult
  package func write(to reader: TextReader) -> Limit? { draft.write(to: reader) }

  private var draft: JSONDraft {
    let concepts = answer.concepts.enumerated().map { concept($1, answer.equilibria[$0]) }
    let chances = answer.chances.lazy.map { JSONDraft.value(json($0)) }
    let jumps = answer.jumps.lazy.map { JSONDraft.value(json($0)) }
    let members: [(key: String, value: JSONDraft)] = [
      ("format", .value("entente.coalitions")), ("version", .value(1)), ("case", .value(subject.json)),
      ("coalitions", .value(.array(answer.coalitions.map { JSONValue(ids($0.members)) }))),
      ("concepts", .value(.array(concepts))),
      ("chances", .list(count: answer.chances.count, Elements(chances))),
      ("jumps", .list(count: answer.jumps.count, Elements(jumps))),
    ]
    return .members(members) { cut in
      guard let limit = answer.limit ?? cut else { return [.init("complete", true)] }
      let pairs: JSONValue = ["pairs": .integer(answer.looked), "of": JSONValue(answer.total)]
      return [.init("complete", false), .init("lookedAt", pairs), .init("limit", limit.json)]
    }
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

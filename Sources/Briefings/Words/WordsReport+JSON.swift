internal import Questions
internal import CaseFile
internal import ConflictModel
package import Notation
internal import Stability

extension WordsReport {
  /// The most states that a list names; counts are always of all.
  private static let stateLimit = 1_000

  /// The `entente.words` document, as Documentation/JSON.md describes it.
  package func json() -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("format", "entente.words"), .init("version", 1), .init("case", subject.json),
      .init("concepts", analysis.concepts.json),
      .init(
        "declarations", .array(zip(analysis.tests, analysis.beliefs).map { json($0, $1) })),
      .init(
        "holds",
        .object(analysis.holds.map { .init($0.concept.rawValue, json($0)) })),
      .init("complete", .bool(analysis.limit == nil)),
    ]
    if let limit = analysis.limit { members.append(.init("limit", limit.json)) }
    return .object(members)
  }

  // MARK: Declarations

  private func json(_ test: DeclarationTest, _ belief: Belief?) -> JSONValue {
    let declaration = test.declaration
    let equilibria = analysis.concepts.map { concept -> JSONValue.Member in
      let keeping = test.keeping(at: solution.equilibria(concept))
      return .init(
        concept.rawValue,
        ["kept": json(keeping.kept), "broken": json(keeping.broken), "idle": json(keeping.idle)])
    }
    let beliefs = belief.map { belief in
      JSONValue.object(
        belief.changes.filter { analysis.concepts.contains($0.concept) }.map {
          .init($0.concept.rawValue, json($0))
        })
    }
    return [
      "actor": id(declaration.actor), "index": .integer(declaration.index + 1),
      "if": .string(declaration.text.condition.printed), "then": .string(declaration.text.then.printed),
      "because": declaration.text.because.json,
      "to": [
        "actors": .array(declaration.targets.map(id)), "ground": .string(declaration.ground.rawValue),
      ],
      "tone": .string(test.tone.rawValue), "credibility": .string(test.credibility.rawValue),
      "states": [
        "applies": .integer(test.applies.count), "due": .integer(test.due.count),
        "looked": .integer(test.looked), "able": json(test.able), "gaining": json(test.gaining),
        "losing": json(test.losing),
      ],
      "effects": .array(
        conflict.actors.indices.map { actor in
          let effect = test.effects[actor]
          return [
            "actor": id(actor), "hurt": .integer(effect.hurt), "surelyHurt": .integer(effect.surelyHurt),
            "helped": .integer(effect.helped),
          ]
        }),
      "equilibria": .object(equilibria), "believed": beliefs ?? .null,
    ]
  }

  private func json(_ change: Belief.Change) -> JSONValue {
    [
      "effect": .string(change.effect.rawValue),
      "before": ["count": .integer(change.before.count), "applying": .integer(change.applyingBefore)],
      "after": ["count": .integer(change.after.count), "applying": .integer(change.applyingAfter)],
      "appearing": json(change.appearing), "vanishing": json(change.vanishing),
      "targets": .array(
        change.targets.map {
          ["actor": id($0.actor), "best": JSONValue($0.best), "worst": JSONValue($0.worst)]
        }),
    ]
  }

  // MARK: Holds

  private func json(_ holds: Holds) -> JSONValue {
    [
      "held": .integer(holds.held.count), "looked": .integer(holds.looked), "weak": json(holds.weak),
      "groups": .array(
        holds.groups.map { group in
          [
            "actor": id(group.actor), "answerers": .array(group.answerers.map(id)),
            "weak": .bool(group.isWeak), "improvements": .integer(group.improvements),
            "states": .integer(group.states),
            "example": [
              "state": .object(names.identity(of: solution.states[group.example])),
              "improvement": .object(names.identity(of: group.deterrence.improvement)),
              "steps": .array(
                group.deterrence.sanction.steps.map {
                  ["actor": id($0.actor), "to": .object(names.identity(of: $0.state))]
                }),
            ],
          ]
        }),
    ]
  }

  // MARK: Parts

  private func id(_ actor: Int) -> JSONValue { .string(conflict.actors[actor].id) }

  /// How many states, and their numbers.
  private func json(_ states: Selection) -> JSONValue {
    ["count": .integer(states.count), "states": JSONValue(states.prefix(Self.stateLimit).map { $0 + 1 })]
  }

  private func json(_ positions: [Int]) -> JSONValue {
    [
      "count": .integer(positions.count),
      "states": JSONValue(positions.prefix(Self.stateLimit).map { $0 + 1 }),
    ]
  }
}

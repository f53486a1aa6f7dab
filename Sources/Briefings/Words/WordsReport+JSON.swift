internal import Questions
internal import CaseFile
internal import ConflictModel
package import Notation
internal import Stability

extension WordsReport {
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
    if !passedOver.isEmpty { members.append(.init("passedOver", passedOver.json)) }
    if let limit = analysis.limit { members.append(.init("limit", limit.json)) }
    return .object(members)
  }

  // MARK: Declarations

  private func json(_ test: DeclarationTest, _ belief: Belief?) -> JSONValue {
    let beliefs = belief.map { belief in
      JSONValue.object(
        belief.changes.filter { analysis.concepts.contains($0.concept) }.map {
          .init($0.concept.rawValue, json($0))
        })
    }
    return .object(
      test.members(names, solution, under: analysis.concepts) + [.init("believed", beliefs ?? .null)])
  }

  private func json(_ change: Belief.Change) -> JSONValue {
    [
      "effect": .string(change.effect.rawValue),
      "before": ["count": .integer(change.before.count), "applying": .integer(change.applyingBefore)],
      "after": ["count": .integer(change.after.count), "applying": .integer(change.applyingAfter)],
      "appearing": change.appearing.counted, "vanishing": change.vanishing.counted,
      "targets": .array(
        change.targets.map {
          ["actor": id($0.actor), "best": JSONValue($0.best), "worst": JSONValue($0.worst)]
        }),
    ]
  }

  // MARK: Holds

  private func json(_ holds: Holds) -> JSONValue {
    [
      "held": .integer(holds.held.count), "looked": .integer(holds.looked), "weak": holds.weak.counted,
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
}

internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

extension BriefReport {
  /// The `entente.brief` document, as Documentation/JSON.md describes it: the documents of the
  /// questions that it puts together, and what it adds to them.
  var draft: JSONDraft {
    var members: [(key: String, value: JSONDraft)] = []
    func add(_ key: String, _ value: JSONValue) { members.append((key, .value(value))) }
    add("format", "entente.brief")
    add("version", 1)
    add("case", subject.json)
    add("concept", .string(concept.rawValue))
    add("claim", answer.claim.map { $0.json(names) } ?? .null)
    members.append(("solution", solve.draft))
    add("paths", paths?.json() ?? .null)
    add("sensitivity", sensitivity?.json() ?? .null)
    add("coalitions", coalitions?.json() ?? .null)
    add("now", json(now))
    add("judgements", .array(answer.pivots.map { json($0) }))
    add("turns", .array(answer.turns.map { json($0) }))
    add("declarations", .array(answer.words.map { .object($0.members(names, solution, under: [concept])) }))
    add("notLookedInto", .array(answer.omissions.map { json($0) }))
    add("complete", .bool(answer.limit == nil))
    if let limit = answer.limit { add("limit", limit.json) }
    return .members(members)
  }

  private func json(_ outlook: Outlook) -> JSONValue {
    let outcomes = outlook.lasting.indices.filter { outlook.lasting[$0] }
    return [
      "count": .integer(outlook.count), "outcomes": JSONValue(outcomes.map { subject.outcomes[$0].id }),
      "leaving": outlook.leaving.first.map { json($0) } ?? .null,
      "presents": .array(
        zip(answer.solved.statusQuos, outlook.leaving).map { state, leaving in
          ["state": names.reference(state), "leaving": json(leaving)]
        }),
    ]
  }

  private func json(_ leaving: [Int]?) -> JSONValue {
    leaving.map { JSONValue($0.map { conflict.actors[$0].id }) } ?? .null
  }

  private func json(_ pivot: Pivot) -> JSONValue {
    .object(
      names.members(of: pivot.judgement) + [
        .init("because", pivot.judgement.evidence.json),
        .init(
          "edits",
          .array(
            pivot.edits.map {
              ["judgement": .string($0.judgement.id), "change": .string($0.change.rawValue)]
            })),
        .init("then", pivot.outlook.map { json($0) } ?? .null),
        .init("verdicts", JSONValue(pivot.verdicts)),
      ])
  }

  private func json(_ turn: Turn) -> JSONValue {
    [
      "id": .string(turn.dimension.id), "value": JSONValue(turn.dimension.values[turn.value]),
      "then": turn.outlook.map { json($0) } ?? .null,
    ]
  }

  private func json(_ omission: BriefQuestion.Omission) -> JSONValue {
    ["part": .string(omission.part.rawValue), "limit": omission.limit?.json ?? .null]
  }
}

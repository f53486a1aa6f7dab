internal import Questions
internal import CaseFile
internal import ConflictModel
internal import Documents
package import Notation
internal import Stability

extension CompareReport {
  /// The `entente.comparison` document, as Documentation/JSON.md describes it.
  package func json() -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("format", "entente.comparison"), .init("version", 1), .init("case", readings[0].subject.json),
      .init("concept", JSONValue(comparisons.first?.concept.rawValue)),
      .init("comparisons", .array(comparisons.enumerated().map { json($1, $0 + 1) })),
      .init("complete", .bool(isComplete)),
    ]
    if let limit = comparisons.compactMap({ $0.limit }).first { members.append(.init("limit", limit.json)) }
    return .object(members)
  }

  private func json(_ comparison: CaseComparison, _ other: Int) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("with", readings[other].subject.json),
      .init(
        "differences",
        .array(
          comparison.differences.map { difference in
            difference.json(names[0], names[other], pair(other))
          })),
      .init("conclusions", .array(comparison.conclusions.map { json($0) })),
      .init(
        "notComparable",
        JSONValue(
          comparison.notComparable.map { question in
            question.words(readings[0].subject.knows(question) ? names[0] : names[other]).text
          })),
      .init("reworded", JSONValue(comparison.reworded)),
      .init("otherStatusQuo", .bool(comparison.hasOtherStatusQuo)),
      .init("setsTried", .integer(comparison.triedCount)),
      .init("sizesTried", .integer(comparison.triedSize)),
      .init("cutOff", .bool(comparison.isCutOff)),
    ]
    if let limit = comparison.limit { members.append(.init("limit", limit.json)) }
    return .object(members)
  }

  private func json(_ conclusion: Conclusion) -> JSONValue {
    [
      "question": .string(conclusion.question.words(names[0]).text), "agrees": .bool(conclusion.agrees),
      "first": conclusion.before.json, "second": conclusion.after.json,
      "accounts": .array(conclusion.accounts.map { JSONValue($0) }),
    ]
  }
}

extension Reply {
  fileprivate var json: JSONValue {
    switch self {
    case .truth(let isTrue): .bool(isTrue)
    case .partly: "partly"
    case .expectation(let modality): .string(modality.rawValue)
    case .levels(let levels): JSONValue(levels)
    case .nothingLasts: "nothingLasts"
    }
  }
}

extension Difference {
  /// The difference for programs, with the judgements of both cases.
  func json(
    _ old: Names, _ new: Names, _ judgements: JudgementPair
  ) -> JSONValue {
    [
      "kind": .string(key.kind.rawValue), "actor": JSONValue(key.actor), "id": .string(key.id),
      "part": JSONValue(key.part), "change": .string(change.rawValue), "role": .string(role.rawValue),
      "text": .string(words(old, new, judgements, withIDs: true).text),
      "first": Self.json(first, judgements.first), "second": Self.json(second, judgements.other),
    ]
  }

  private static func json(_ side: Side, _ judgements: JudgementIndex?) -> JSONValue {
    guard let wording = side.wording else { return .null }
    return [
      "id": JSONValue(judgements?.id(in: side)),
      "text": .string(wording.text), "index": JSONValue(wording.index.map { $0 + 1 }),
      "because": wording.evidence.json,
      "file": .string(wording.place.file),
      "line": wording.place.isKnown ? .integer(wording.place.line) : .null,
    ]
  }
}

package import CaseFile
package import ConflictModel
package import Notation
package import Questions

/// What programs are told when a question has no answer: its document, without what was asked.
package enum UnansweredReport {
  /// A limit was reached before there was anything to tell.
  package static func json(
    _ limit: Limit, reading document: CaseDocument, asking table: QuestionTable
  ) -> JSONValue {
    table.word == SolveQuestion.table.word
      ? solution(document, limit) : unanswered(table, document, limit.json)
  }

  /// The question does not go through so much.
  package static func json(
    _ bound: Bound, reading document: CaseDocument, asking table: QuestionTable
  ) -> JSONValue {
    let limit: JSONValue = [
      "kind": .string(bound.kind.rawValue), "count": JSONValue(bound.count), "most": .integer(bound.most),
    ]
    return unanswered(table, document, limit)
  }

  private static func subject(_ document: CaseDocument) -> JSONValue {
    ["title": JSONValue(document.title), "path": .string(document.file), "sha256": .string(document.sha256)]
  }

  private static func unanswered(
    _ table: QuestionTable, _ document: CaseDocument, _ limit: JSONValue
  ) -> JSONValue {
    [
      "format": .string(table.format), "version": 1, "case": subject(document), "complete": false,
      "limit": limit,
    ]
  }

  /// The solution that there is none of yet.
  private static func solution(_ document: CaseDocument, _ limit: Limit) -> JSONValue {
    [
      "format": "entente.solution", "version": 1, "case": subject(document),
      "actors": .array(
        document.actors.map { ["id": .string($0.id), "name": .string($0.name ?? $0.id)] }),
      "options": [], "events": [],
      "states": ["possible": nil, "feasible": nil], "statusQuo": nil,
      "equilibria": [], "equilibriaCount": .object([]),
      "engine": ["name": "reference", "complete": false, "limit": limit.json],
    ]
  }
}

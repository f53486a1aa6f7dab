package import CaseFile
package import ConflictModel
package import Notation
internal import Questions

extension MergeReport {
  package func write(to reader: TextReader) -> Limit? { json().write(to: reader) }

  /// The case that was made.
  package var written: CaseDocument? { merge.document }

  /// The `entente.merge` document, as Documentation/JSON.md describes it.
  package func json() -> JSONValue {
    [
      "format": "entente.merge", "version": 1, "first": .string(first), "second": .string(second),
      "disputes": .array(merge.disputes.map { json($0) }),
      "disputedSources": JSONValue(merge.disputedSources),
      "sourceDisputes": .array(merge.sourceDisputes.map { json($0) }),
      "taken": .array(merge.taken.map { json($0) }), "united": .array(merge.united.map { json($0) }),
      "orders": .array(merge.orders.map { json($0) }),
      "document": .string(merge.document.printed()),
    ]
  }

  private func json(_ difference: Difference) -> JSONValue {
    func id(_ side: Difference.Side, _ judgements: JudgementIndex?) -> JSONValue {
      JSONValue(judgements?.id(in: side))
    }
    var members: [JSONValue.Member] = [
      .init("kind", .string(difference.key.kind.rawValue)), .init("actor", JSONValue(difference.key.actor)),
      .init("id", .string(difference.key.id)), .init("part", JSONValue(difference.key.part)),
      .init("change", .string(difference.change.rawValue)),
      .init("first", JSONValue(difference.before?.text)), .init("second", JSONValue(difference.after?.text)),
      .init("judgement", id(difference.first, judgements.first)),
      .init("otherJudgement", id(difference.second, judgements.other)),
      .init("contrary", .bool(difference.isContrary)),
    ]
    if !difference.discords.isEmpty {
      members.append(.init("discords", .array(difference.discords.map { $0.json })))
    }
    return .object(members)
  }
}

extension Difference.Discord {
  fileprivate var json: JSONValue {
    [
      "source": JSONValue(source), "at": JSONValue(at), "by": JSONValue(by), "key": .string(key),
      "first": .string(before), "second": .string(after),
    ]
  }
}

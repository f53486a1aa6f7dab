internal import Questions
internal import CaseFile
internal import ConflictModel
internal import Documents
package import Notation

extension SensitivityReport {
  /// The `entente.sensitivity` document, as Documentation/JSON.md describes it.
  package func json() -> JSONValue {
    let whys = whys(of: answer.minimalSets.lazy.filter { $0.count == 1 })
    var members: [JSONValue.Member] = [
      .init("format", "entente.sensitivity"), .init("version", 1), .init("case", subject.json),
      .init("claim", answer.claim.json(names)),
      .init("holds", answer.holds.map { .bool($0) } ?? .null),
      .init("smallest", JSONValue(answer.smallestSize)),
      .init("sizes", .array(answer.setCounts.enumerated().map(size))),
      .init("variants", .integer(answer.variantCount)),
      .init("sets", .array(answer.minimalSets.map { JSONValue($0) })),
      .init(
        "edits",
        .array(zip(answer.edits, answer.effects).enumerated().map { edit($0, $1.0, $1.1, whys[[$0]]) })),
      .init("complete", .bool(answer.limit == nil)),
    ]
    if let limit = answer.limit { members.append(.init("limit", limit.json)) }
    if !others.isEmpty { members.append(.init("others", .array(others.map { other($0) }))) }
    return .object(members)
  }

  /// The same claim about another state that the present may be.
  private func other(_ other: Sensitivity) -> JSONValue {
    var members: [JSONValue.Member] = []
    if case .lasts(let state) = other.claim.content {
      members.append(.init("state", .object(names.identity(of: state))))
    }
    members += [
      .init("holds", other.holds.map { .bool($0) } ?? .null),
      .init("sets", .array(other.minimalSets.map { JSONValue($0) })),
    ]
    return .object(members)
  }

  private func size(_ index: Int, _ count: Int) -> JSONValue {
    [
      "size": .integer(index + 1), "sets": .integer(count),
      "flipping": .integer(answer.minimalSets.count { $0.count == index + 1 }),
      "complete": .bool(index < answer.completeSizes),
    ]
  }

  private func edit(_ index: Int, _ edit: Edit, _ effect: Sensitivity.Effect, _ why: FlipReason?) -> JSONValue
  {
    guard case .object(var members) = edit.json(names) else { return .null }
    members.append(.init("effect", .string(effect.rawValue)))
    if let why { members.append(.init("why", names.json(why, about: answer.claim))) }
    return .object([.init("edit", .integer(index))] + members)
  }
}

extension Edit {
  /// The edit for programs: what is done, and to which judgement.
  func json(_ names: Names) -> JSONValue {
    .object(
      [.init("change", .string(change.rawValue))]
        + names.members(of: judgement, saying: names.subject(of: self).text)
        + [.init("because", judgement.evidence.json)])
  }
}

extension Claim {
  /// The claim for programs.
  func json(_ names: Names) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("text", .string(words)), .init("concept", .string(concept.rawValue)),
    ]
    switch content {
    case .lasts(let state):
      members += [.init("says", "lasts"), .init("state", .object(names.identity(of: state)))]
    case .every: members.append(.init("says", "every"))
    case .some: members.append(.init("says", "some"))
    case .no: members.append(.init("says", "no"))
    }
    return .object(members)
  }
}

internal import CaseFile
internal import ConflictModel
internal import Notation
internal import Questions

extension WaysToLast {
  /// What the document begins with: the case, and what is to last.
  var head: [JSONValue.Member] {
    let meant: JSONValue =
      switch target {
      case .state(let state): ["state": .object(names.identity(of: state))]
      case .outcome(let index): ["outcome": .string(subject.outcomes[index].id)]
      }
    return [
      .init("format", "entente.requirements"), .init("version", 1), .init("case", subject.json),
      .init("concept", .string(concept.rawValue)), .init("target", meant),
    ]
  }

  /// Which of the other states that the present may be last.
  func json(_ others: [(state: State, lasts: Bool)]) -> [JSONValue.Member] {
    if others.isEmpty { return [] }
    let each = others.map { other -> JSONValue in
      ["state": .object(names.identity(of: other.state)), "lasts": .bool(other.lasts)]
    }
    return [.init("others", .array(each))]
  }

  /// What was tried, and what of it would do, as `edits` of the document; nil where nothing was.
  var json: JSONValue? {
    guard let nearest = edits else { return nil }
    var members: [JSONValue.Member] = [
      .init("size", JSONValue(nearest.sets.first?.count)), .init("tried", JSONValue(nearest.tried)),
      .init(
        "sets",
        .array(
          nearest.sets.map { set in
            JSONValue.array(set.map { nearest.edits[$0].json(names) })
          })),
    ]
    let explained = Array(natural.prefix(8))
    let whys = whys(of: explained, atMost: explained.count)
    let list = nearest.sets.enumerated().compactMap { index, set -> JSONValue? in
      guard let why = whys[set], case .object(let members) = names.json(why, about: claim) else { return nil }
      return .object([.init("set", .integer(index))] + members)
    }
    members.append(.init("why", .array(list)))
    if let leftOut = nearest.leftOut {
      members.append(.init("leftOut", ["size": .integer(leftOut.size), "sets": .integer(leftOut.sets)]))
    }
    return .object(members)
  }
}

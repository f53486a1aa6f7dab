internal import CaseFile
internal import Notation
internal import Questions

extension WaysToLast {
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

internal import CaseFile
internal import ConflictModel
internal import Notation
internal import Questions
internal import Stability

extension PathsReport {
  /// So many layers are listed.
  private static let mostLayers = 100

  /// What was found from a start, where there are more states than can be listed: the same keys as otherwise, and
  /// in the place of lists of states one of each kind.
  func json(_ section: SetSection) -> JSONValue {
    var members: [JSONValue.Member] = [.init("state", json(section.start))]
    members += count("states", section.count)
    members.append(.init("steps", section.isCut ? .null : .integer(section.layers.count)))
    members.append(
      .init("layers", .array(section.layers.prefix(Self.mostLayers).map { .integer($0) })))
    if section.layers.contains(where: { Int64($0) > 1 << 53 }) {
      let texts = section.layers.prefix(Self.mostLayers).map { JSONValue.string(String($0)) }
      members.append(.init("layersText", .array(texts)))
    }
    if section.layers.count > Self.mostLayers {
      members.append(.init("layersLeftOut", .integer(section.layers.count - Self.mostLayers)))
    }
    if let more = section.movesCount { members += count("statesByMoves", more) }
    if options.target != nil {
      if let place = section.target { members += targetJSON(place, from: section.start) }
      return .object(members)
    }
    if let equilibria, section.limit == nil || !section.kinds.isEmpty {
      members.append(
        .init(
          "equilibria",
          .object(
            count("count", equilibria.count) + count("reachedCount", section.lastingCount) + [
              .init("reached", .array(lastingKinds(section).map { json($0.kind, $0.path, section) }))
            ])))
    }
    members.append(
      .init(
        "outcomes",
        .array(zip(subject.outcomes, section.outcomes).map { json($0, $1, from: section.start) })))
    return .object(members)
  }

  private func targetJSON(_ place: SetSection.Place, from start: Int) -> [JSONValue.Member] {
    var members = count("targets", place.count) + count("targetsReached", place.reachedCount)
    members.append(.init("ways", .array(place.way.map { [json($0, from: start)] } ?? [])))
    // Others are not looked for.
    members.append(.init("allWays", .bool(place.way == nil && place.obstacle != nil)))
    if let obstacle = place.obstacle { members.append(.init("why", json(obstacle, from: start))) }
    return members
  }

  private func json(_ kind: ReachedKind, _ path: [Step], _ section: SetSection) -> JSONValue {
    .object(
      [.init("state", json(kind.nearest)), .init("steps", .integer(path.count))]
        + [.init("path", json(path, from: section.start))] + count("alike", kind.count))
  }

  private func json(_ outcome: Case.Outcome, _ place: SetSection.Place, from start: Int) -> JSONValue {
    var members: [JSONValue.Member] = [.init("outcome", .string(outcome.id))]
    members += count("states", place.count) + count("reached", place.reachedCount)
    members.append(.init("steps", JSONValue(place.distance)))
    if let way = place.way { members.append(.init("path", json(way, from: start))) }
    if let obstacle = place.obstacle { members.append(.init("why", json(obstacle, from: start))) }
    return .object(members)
  }

  /// A count, and the same as decimal digits where a program that holds numbers in 53 bits would change it.
  private func count(_ key: String, _ count: Int) -> [JSONValue.Member] {
    let number = JSONValue.Member(key, .integer(count))
    return Int64(count) > 1 << 53 ? [number, .init(key + "Text", .string(String(count)))] : [number]
  }
}

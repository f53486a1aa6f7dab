internal import Analyses
internal import CaseFile
internal import ConflictModel
internal import Stability

extension Matter {
  /// The matter in the words of the case language: `seoul.shells`, `seoul.controls = l57`.
  var id: String {
    switch self {
    case .option(let id), .joint(let id), .outcome(let id), .state(let id): id
    case .level(let id, let level): "\(id) = \(level)"
    case .atLeast(let id, let level): "\(id) >= \(level)"
    }
  }

  /// The id of the row of a table that it belongs to, if it belongs to one.
  var rowID: String? {
    switch self {
    case .option(let id), .joint(let id), .level(let id, _), .atLeast(let id, _): id
    case .outcome, .state: nil
    }
  }

  var isOption: Bool { if case .option = self { true } else { false } }
  var isOutcome: Bool { if case .outcome = self { true } else { false } }
  var isState: Bool { if case .state = self { true } else { false } }

  /// What kind of matter it is, for programs.
  var kind: String {
    switch self {
    case .option: "option"
    case .level, .atLeast: "level"
    case .joint: "joint"
    case .outcome: "outcome"
    case .state: "state"
    }
  }
}

extension ObserveReport {
  /// What stands in a table for it.
  func label(_ matter: Matter) -> String {
    switch matter {
    case .option(let id):
      let index = names.conflict.options.firstIndex { $0.id == id }
      guard let index else { return id }
      let option = names.conflict.options[index]
      return isHalf(index) ? "\(option.name): \(owner(of: index))" : option.name
    case .level(let id, let level), .atLeast(let id, let level):
      let names = levelNames(id, level)
      if case .atLeast = matter { return "\(names.option): at least \(names.level)" }
      return "\(names.option): \(names.level)"
    case .joint(let id):
      return names.subject.jointOptions.first { $0.id == id }?.name ?? id
    case .outcome(let id):
      return names.subject.outcomes.first { $0.id == id }?.name ?? id
    case .state(let id):
      let name = names.subject.document.states.first { $0.id == id }?.name
      return name.map { "\(id) (\($0))" } ?? id
    }
  }

  /// What is seen, after "if": `“Press” (United States) is taken`.
  func words(_ matter: Matter, _ holds: Bool) -> String {
    let not = holds ? "" : "not "
    switch matter {
    case .option(let id):
      guard let index = names.conflict.options.firstIndex(where: { $0.id == id }) else {
        return "\(not)\(id)"
      }
      let name = Prose.quoted(names.conflict.options[index].name)
      return isHalf(index)
        ? "\(owner(of: index)) is \(not)ready for \(name)" : "\(name) (\(owner(of: index))) is \(not)taken"
    case .level(let id, let level):
      let found = levelNames(id, level)
      return "\(Prose.quoted(found.option)) is \(not)at \(found.level)"
    case .atLeast(let id, let level):
      let found = levelNames(id, level)
      return
        "\(Prose.quoted(found.option)) is \(holds ? "at" : "below") \(found.level)\(holds ? " or above" : "")"
    case .joint: return "\(Prose.quoted(label(matter))) \(holds ? "comes" : "does not come") about"
    case .outcome: return "the outcome is \(not)\(Prose.quoted(label(matter)))"
    case .state: return "the state is \(not)\(label(matter))"
    }
  }

  private func isHalf(_ option: Int) -> Bool {
    names.subject.jointOptions.contains { $0.halves.contains(option) }
  }

  private func owner(of option: Int) -> String {
    let owner = names.conflict.options[option].actor
    return names.conflict.actors.indices.contains(owner) ? names.actor(owner) : "nobody"
  }

  private func levelNames(_ id: String, _ level: String) -> (option: String, level: String) {
    guard let option = names.conflict.levelOptions.first(where: { $0.id == id }),
      let position = option.levels.firstIndex(of: level)
    else { return (id, level) }
    return (option.name.printable, option.levelNames[position].printable)
  }
}

extension ObserveReport {
  /// The `entente.observe` document, as Documentation/JSON.md describes it.
  public func json() -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("format", "entente.observe"), .init("version", 1), .init("case", readings[0].subject.json),
      .init("concept", .string(separation.concept.rawValue)),
      .init(
        "readings",
        .array(
          readings.enumerated().map { index, reading in
            [
              "letter": .string(letter(index)), "name": .string(reading.name),
              "case": reading.subject.json, "equilibria": .integer(separation.counts[index]),
            ]
          })),
      .init("matters", .array(separation.matters.map(json))),
      .init("notShared", JSONValue(separation.notShared.map(\.id))),
      .init("reworded", JSONValue(separation.reworded)),
      .init("singles", .array(separation.singles.map(json))),
      .init("pairs", .array(separation.pairs.map(json))),
      .init("pairCount", .integer(separation.pairCount)),
      .init("complete", .bool(separation.limit == nil)),
    ]
    if let limit = separation.limit { members.append(.init("limit", limit.json)) }
    return .object(members)
  }

  private func json(_ observation: Observation) -> JSONValue {
    [
      "seen": .array(
        observation.parts.map {
          [
            "kind": .string($0.matter.kind), "id": .string($0.matter.id), "holds": .bool($0.holds),
            "words": .string(words($0.matter, $0.holds)),
          ]
        }),
      "expectations": .array(observation.expectations.map { JSONValue($0?.rawValue) }),
      "sharpness": .integer(observation.sharpness),
      "ruledOut": JSONValue(observation.ruledOut.map(letter)),
      "ruledOutUnlessSeen": JSONValue(observation.ruledOutUnlessSeen.map(letter)),
    ]
  }
}

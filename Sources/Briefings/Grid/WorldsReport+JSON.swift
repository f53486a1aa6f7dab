internal import Questions
internal import CaseFile
internal import ConflictModel
package import Notation

extension WorldsReport {
  /// The `entente.worlds` document, as Documentation/JSON.md describes it: nothing
  /// is left out or summarised.
  package func json() -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("format", "entente.worlds"), .init("version", 1), .init("case", subject.json),
      .init("concept", .string(worlds.concept.rawValue)), .init("complete", .bool(worlds.limit == nil)),
    ]
    if let limit = worlds.limit { members.append(.init("limit", limit.json)) }
    members += [
      .init("dimensions", .array(worlds.dimensions.map(json))),
      .init(
        "counts",
        [
          "worlds": .integer(worlds.worlds.count), "solved": .integer(worlds.solvedCount),
          "impossible": .integer(worlds.impossibleCount), "conflicts": .integer(worlds.conflicts.count),
        ]),
      .init("worlds", .array(worlds.worlds.indices.map(json(world:)))),
      .init(
        "findings",
        .array((outcomes + states + options + [statusQuo].compactMap { $0 } + leaving).map(json(finding:)))),
      .init(
        "groups",
        .array(
          groups.indices.map { index in
            ["id": .string(letters(index)), "worlds": JSONValue(groups[index].worlds)]
          })),
      .init("groupTree", json(grouping.tree, .group)),
    ]
    return .object(members)
  }

  private func json(_ dimension: Worlds.Dimension) -> JSONValue {
    let kind: JSONValue
    let name: JSONValue
    let values: [JSONValue]
    switch dimension.kind {
    case .event(let index):
      (kind, name) = ("event", .string(event(index)))
      values = dimension.values.map { ["id": JSONValue($0)] }
    case .profile(let actor):
      (kind, name) = ("profile", .string(subject.conflict.actors[actor].name))
      values = dimension.values.map { value in
        let profile = subject.document.actors[actor].profiles.first { $0.id == value }
        return ["id": JSONValue(value), "name": JSONValue(profile?.name)]
      }
    case .statusQuo:
      (kind, name) = ("status-quo", nil)
      values = worlds.statusQuos.map { state in
        .object([.init("id", .string(subject.pattern(of: state)))] + names.identity(of: state))
      }
    }
    return ["kind": kind, "id": .string(dimension.id), "name": name, "values": .array(values)]
  }

  private func json(world index: Int) -> JSONValue {
    let world = worlds.worlds[index]
    let values = zip(worlds.dimensions, world.values).map { dimension, value in
      JSONValue.Member(dimension.id, JSONValue(dimension.values[value]))
    }
    var members: [JSONValue.Member] = [.init("values", .object(values))]
    switch world.status {
    case .notReached: members.append(.init("status", "not-reached"))
    case .impossible(let reason):
      members += [.init("status", "impossible"), .init("reason", .string(reason.words))]
    case .solved(let conflict):
      let found = worlds.conflicts[conflict]
      let ids = subject.conflict.options.map { $0.id }
      let taken = { (bits: UInt64) in
        JSONValue(ids.indices.filter { bits & (1 << UInt64($0)) != 0 }.map { ids[$0] })
      }
      members += [
        .init("status", "solved"), .init("feasible", .integer(found.feasible)),
        .init("equilibria", .integer(found.equilibria)),
        .init(
          "outcomes",
          .object(zip(subject.outcomes, found.outcomes).map { .init($0.id, .integer($1)) })),
        .init("always", taken(found.always)), .init("never", taken(found.never)),
      ]
      if let lasting = found.lasting {
        members.append(.init("lasting", .array(lasting.map { .object(names.identity(of: $0)) })))
      }
      if let state = world.statusQuo {
        let leaving = world.leaving.map { subject.conflict.actors[$0].id }
        members.append(
          .init(
            "statusQuo",
            [
              "state": .object(names.identity(of: state)), "lasts": .bool(leaving.isEmpty),
              "leaving": JSONValue(leaving),
            ]))
      } else {
        members.append(.init("statusQuo", nil))
      }
      members.append(.init("group", .string(letters(max(grouping.answers[index], 0)))))
    }
    return .object(members)
  }

  private func json(finding: Worlds.Finding) -> JSONValue {
    var members: [JSONValue.Member]
    switch finding.question {
    case .outcome(let index):
      members = [.init("about", "outcome"), .init("id", .string(subject.outcomes[index].id))]
    case .option(let index):
      members = [.init("about", "option"), .init("id", .string(subject.conflict.options[index].id))]
    case .state(let state):
      members = [.init("about", "state"), .init("state", .object(names.identity(of: state)))]
    case .statusQuo: members = [.init("about", "status-quo")]
    case .leaving(let actor):
      members = [.init("about", "leaving"), .init("id", .string(subject.conflict.actors[actor].id))]
    case .group: members = [.init("about", "group")]
    }
    let answers = Set(finding.answers.filter { $0 >= 0 }).sorted()
    members += [
      .init(
        "counts", .object(answers.map { .init(word($0, finding.question), .integer(finding.count(of: $0))) })),
      .init("of", .integer(finding.total)),
      .init("decidedBy", JSONValue(finding.tree.dimensions.map { worlds.dimensions[$0].id })),
      .init("tree", json(finding.tree, finding.question)), .init("smallest", .bool(finding.isSmallest)),
    ]
    return .object(members)
  }

  /// What an answer is called.
  private func word(_ answer: Int, _ question: Worlds.Topic) -> String {
    switch question {
    case .option: ["never", "always", "free", "nothing-lasts"][answer]
    case .group: letters(answer)
    case .leaving: answer == 1 ? "leaves" : "stays"
    case .outcome, .state, .statusQuo: answer == 1 ? "lasts" : "does-not-last"
    }
  }

  private func json(_ tree: DecisionTree, _ question: Worlds.Topic) -> JSONValue {
    switch tree {
    case .answer(let answer):
      return answer < 0 ? .null : .string(word(answer, question))
    case .ask(let index, let branches):
      let dimension = worlds.dimensions[index]
      return [
        "ask": .string(dimension.id),
        "branches": .array(
          branches.map { branch in
            [
              "values": .array(branch.values.map { JSONValue(dimension.values[$0]) }),
              "then": json(branch.tree, question),
            ]
          }),
      ]
    }
  }
}

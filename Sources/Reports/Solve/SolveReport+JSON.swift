internal import CaseFile
internal import ConflictModel
internal import Stability

extension SolveReport {
  /// The `entente.solution` document, as Documentation/JSON.md describes it.
  public func json() -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("format", "entente.solution"), .init("version", 1),
      .init("case", subject.json), .init("actors", .array(conflict.actors.map(json))),
      .init("options", .array(conflict.options.map(json))),
      .init("events", .array(conflict.events.map(json))),
    ]
    if !subject.given.isEmpty {
      let given = subject.given.sorted { $0.key < $1.key }
      members.append(.init("given", .object(given.map { .init($0.key, .bool($0.value)) })))
    }
    if !subject.profiles.isEmpty {
      let profiles = subject.profiles.sorted { $0.key < $1.key }
      members.append(.init("profiles", .object(profiles.map { .init($0.key, .string($0.value)) })))
    }
    let feasible: JSONValue = solution.hasAllStates ? .integer(solution.states.count) : .null
    members += [
      .init("states", ["possible": .string(possibleStates), "feasible": feasible]),
      .init("statusQuo", statusQuoJSON),
    ]
    let listed = listed(equilibria)
    let shown = listed.prefix(options.limit ?? .max)
    members.append(.init("equilibria", .array(shown.map { json(position: $0) })))
    if shown.count < listed.count {
      members.append(.init("equilibriaLeftOut", .integer(listed.count - shown.count)))
    }
    members.append(
      .init(
        "equilibriaCount",
        .object(
          solution.concepts.map { .init($0.rawValue, .integer(solution.equilibria($0).count)) })))
    if options.allStates, solution.hasAllStates {
      let all = self.listed(solution.states.indices).prefix(options.limit ?? .max)
      members.append(.init("allStates", .array(all.map { json(position: $0) })))
    }
    members += sections
    if !solution.notDefined.isEmpty { members.append(.init("notDefined", solution.notDefined.json)) }
    if !solution.undetermined.isEmpty {
      members.append(.init("undetermined", solution.undetermined.json))
    }
    members.append(.init("engine", engineJSON))
    return .object(members)
  }

  private var engineJSON: JSONValue {
    var members: [JSONValue.Member] = [
      .init("name", .string(options.engine)), .init("complete", .bool(solution.limit == nil)),
      .init("seconds", .number((options.seconds * 1000).rounded() / 1000)),
    ]
    if let limit = solution.limit { members.append(.init("limit", limit.json)) }
    return .object(members)
  }

  /// How many states there would be without any rule, as a decimal text.
  var possibleStates: String {
    switch conflict.form {
    case .options: String(1 << UInt64(conflict.options.count))
    case .graph(let stateCount): String(stateCount)
    }
  }

  private func json(_ actor: Actor) -> JSONValue {
    ["id": .string(actor.id), "name": .string(actor.name)]
  }

  private func json(_ option: ConflictModel.Option) -> JSONValue {
    let hasOwner = conflict.actors.indices.contains(option.actor)
    return [
      "id": .string(option.id), "name": .string(option.name),
      "actor": hasOwner ? .string(conflict.actors[option.actor].id) : .null,
    ]
  }

  private func json(_ event: Event) -> JSONValue {
    ["id": .string(event.id), "value": .bool(event.holds)]
  }

  private var statusQuoJSON: JSONValue {
    guard let statusQuo = subject.statusQuo else { return .null }
    var members = names.identity(of: statusQuo.state)
    let position = names.states?.position(of: statusQuo.state)
    members.append(.init("equilibrium", position.map { concepts(at: $0).json } ?? []))
    if statusQuo.completions.count > 1 {
      let completions = statusQuo.completions.map { state -> JSONValue in
        let position = names.states?.position(of: state)
        let verdict = position.map { concepts(at: $0).json } ?? []
        return .object(names.identity(of: state) + [.init("equilibrium", verdict)])
      }
      members.append(.init("completions", .array(completions)))
    }
    return .object(members)
  }

  /// A state with its outcomes and the concepts under which it is an equilibrium.
  func json(position: Int) -> JSONValue {
    let state = solution.states[position]
    return .object(
      names.identity(of: state) + [
        .init("outcomes", JSONValue(subject.outcomes(of: state).map { subject.outcomes[$0].id })),
        .init("concepts", concepts(at: position).json),
      ])
  }
}

extension SolveReport {
  /// The sections that `with` asks for.
  private var sections: [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    if options.with.contains(.stability) {
      let stability = solution.concepts.map { concept in
        JSONValue.Member(
          concept.rawValue,
          byActor { JSONValue(solution.stable(concept, actor: $0).map { $0 + 1 }) })
      }
      members.append(.init("stability", .object(stability)))
    }
    if options.with.contains(.preferences), hasReasons {
      let preferences = byActor { actor in
        .array(solution.tiers(of: actor).map { tier in JSONValue(tier.map { $0 + 1 }) })
      }
      members.append(.init("preferences", preferences))
    }
    if options.with.contains(.moves), hasReasons {
      let moves = byActor { actor in
        .object(
          solution.states.indices.compactMap { position in
            let targets = solution.moves(of: actor, from: position)
            return targets.isEmpty
              ? nil : JSONValue.Member(String(position + 1), JSONValue(targets.map { $0 + 1 }))
          })
      }
      members.append(.init("moves", moves))
    }
    if options.with.contains(.summary) { members.append(.init("summary", summaryJSON)) }
    if options.with.contains(.ledger), hasReasons {
      members.append(.init("ledger", ledgerJSON))
    }
    return members
  }

  private func byActor(_ value: (Int) -> JSONValue) -> JSONValue {
    .object(conflict.actors.indices.map { .init(conflict.actors[$0].id, value($0)) })
  }

  /// For each concept, what always holds, never holds and is free.
  private var summaryJSON: JSONValue {
    .object(
      solution.concepts.map { concept in
        let states = solution.equilibria(concept).lazy.map { solution.states[$0] }
        return .init(concept.rawValue, names.json(Holdings(of: states, names: names)))
      })
  }
}

extension Names {
  /// The members that say which state it is: number, code and pattern, and in
  /// graph form id and name.
  func identity(of state: State) -> [JSONValue.Member] {
    let number = JSONValue(states?.number(of: state))
    if isGraph {
      let graph = graphState(state)
      return [
        .init("number", number), .init("code", nil), .init("pattern", nil),
        .init("id", JSONValue(graph?.id)), .init("name", JSONValue(graph.map { $0.name ?? $0.id })),
      ]
    }
    return [
      .init("number", number), .init("code", .string(String(state.code))),
      .init("pattern", .string(subject.pattern(of: state))),
    ]
  }

  /// What always holds, never holds and is free, by id.
  func json(_ holdings: Holdings) -> JSONValue {
    var (always, never, free): ([String], [String], [String]) = ([], [], [])
    var levels: [JSONValue.Member] = []
    func add(_ id: String, _ tally: Tally) {
      if tally.isAlways {
        always.append(id)
      } else if tally.isNever {
        never.append(id)
      } else {
        free.append(id)
      }
    }
    if holdings.count > 0 {
      for (group, tallies) in zip(groups, holdings.rows) {
        for (row, tally) in zip(group.rows, tallies) {
          if case .level(let index) = row.kind {
            let level = conflict.levelOptions[index]
            levels.append(.init(level.id, JSONValue(tally.values.map { level.levels[$0] })))
          } else {
            add(row.id, tally)
          }
        }
      }
      for (outcome, tally) in zip(subject.outcomes, holdings.outcomes) { add(outcome.id, tally) }
    }
    return [
      "count": .integer(holdings.count), "always": JSONValue(always), "never": JSONValue(never),
      "free": JSONValue(free), "levels": .object(levels),
    ]
  }
}

extension Case {
  /// Which case it is, for programs.
  var json: JSONValue {
    [
      "title": JSONValue(document.title),
      "path": document.file.isEmpty ? .null : .string(document.file),
      "sha256": document.sha256.isEmpty ? .null : .string(document.sha256),
    ]
  }
}

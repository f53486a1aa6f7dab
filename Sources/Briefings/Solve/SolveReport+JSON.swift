package import CaseFile
package import ConflictModel
package import Notation
internal import Questions
internal import Stability

extension SolveReport {
  /// The `entente.solution` document, as Documentation/JSON.md describes it.
  ///
  /// With millions of equilibria it takes gigabytes; ``write(to:)`` does not.
  package func json() -> JSONValue { draft.value }

  /// The document with lists of states that are made as they are written.
  var draft: JSONDraft {
    var members: [(key: String, value: JSONDraft)] = []
    func add(_ key: String, _ value: JSONValue) { members.append((key, .value(value))) }
    add("format", "entente.solution")
    add("version", 1)
    add("case", subject.json)
    add("actors", .array(conflict.actors.map(json)))
    add("options", .array(conflict.options.map(json)))
    add("events", .array(conflict.events.map(json)))
    if !subject.given.isEmpty {
      let given = subject.given.sorted { $0.key < $1.key }
      add("given", .object(given.map { .init($0.key, .bool($0.value)) }))
    }
    if !subject.profiles.isEmpty {
      let profiles = subject.profiles.sorted { $0.key < $1.key }
      add("profiles", .object(profiles.map { .init($0.key, .string($0.value)) }))
    }
    let feasible: JSONValue = solution.hasAllStates ? .integer(solution.states.count) : .null
    var states: [JSONValue.Member] = [
      .init("possible", .string(possibleStates)), .init("feasible", feasible),
    ]
    if solution.hasAllStates, let text = Self.text(ofLarge: solution.states.count) {
      states.append(.init("feasibleText", text))
    }
    add("states", .object(states))
    add("statusQuo", statusQuoJSON)
    let listed = listing(of: lasting, limit: listedLimit)
    members.append(("equilibria", .records(rows(listed).objects)))
    let leftOut = listed.total - listed.count
    if leftOut > 0 {
      add("equilibriaLeftOut", .integer(leftOut))
      if let text = Self.text(ofLarge: leftOut) { add("equilibriaLeftOutText", text) }
    }
    let counts = solution.concepts.map { (concept: $0, count: solution.equilibria($0).count) }
    add("equilibriaCount", .object(counts.map { .init($0.concept.rawValue, .integer($0.count)) }))
    let large = counts.compactMap { found in
      Self.text(ofLarge: found.count).map { JSONValue.Member(found.concept.rawValue, $0) }
    }
    if !large.isEmpty { add("equilibriaCountText", .object(large)) }
    if options.allStates, solution.hasAllStates {
      let all = listing(of: solution.allStates, limit: listedLimit)
      members.append(("allStates", .records(rows(all).objects)))
    }
    if let drawn = options.drawn {
      add(
        "sample",
        ["size": .integer(Swift.min(drawn.size, listed.total)), "seed": .string(String(drawn.seed))])
    }
    if let projection = projectionJSON { add("projection", projection) }
    members += sections
    if !solution.notDefined.isEmpty { add("notDefined", solution.notDefined.json) }
    if !solution.passedOver.isEmpty { add("passedOver", solution.passedOver.json) }
    if !solution.undetermined.isEmpty { add("undetermined", solution.undetermined.json) }
    add("engine", engineJSON)
    if let sample = options.sample { add("certified", sample.json) }
    return .members(members) { $0.map { [.init("complete", false), .init("limit", $0.json)] } ?? [] }
  }

  /// The most states that are listed: of more than could be held as a table so many where nobody said how many.
  private var listedLimit: Int? { options.limit ?? (solution.isListed ? nil : Self.mostListed) }
  static let mostListed = 100_000

  /// A count as decimal digits where a program that holds numbers in 53 bits would change it.
  static func text(ofLarge count: Int) -> JSONValue? {
    Int64(count) > 1 << 53 ? .string(String(count)) : nil
  }

  /// How many states there would be without any rule, as a decimal text.
  var possibleStates: String {
    switch conflict.form {
    case .options: String(1 << UInt64(conflict.options.count))
    case .graph(let stateCount): String(stateCount)
    }
  }

  private func json(_ actor: Conflict.Actor) -> JSONValue {
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
    members.append(.init("equilibrium", position.map { solved.concepts(at: $0).json } ?? []))
    if statusQuo.completions.count > 1 {
      let completions = statusQuo.completions.map { state -> JSONValue in
        let position = names.states?.position(of: state)
        let verdict = position.map { solved.concepts(at: $0).json } ?? []
        return .object(names.identity(of: state) + [.init("equilibrium", verdict)])
      }
      members.append(.init("completions", .array(completions)))
    }
    return .object(members)
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
    var members: [JSONValue.Member] = [
      .init("title", JSONValue(document.title)),
      .init("path", document.file.isEmpty ? .null : .string(document.file)),
      .init("sha256", document.sha256.isEmpty ? .null : .string(document.sha256)),
    ]
    if let day = dayJSON { members.append(.init("day", day)) }
    return .object(members)
  }
}

extension SolveReport {
  /// The solution that there is none of yet.
  package static func unanswered(
    _ limit: Limit, about document: CaseDocument
  ) -> JSONValue? {
    [
      "format": .string(SolveQuestion.table.format), "version": 1, "case": document.identity,
      "actors": .array(
        document.actors.map { ["id": .string($0.id), "name": .string($0.name ?? $0.id)] }),
      "options": [], "events": [],
      "states": ["possible": nil, "feasible": nil], "statusQuo": nil,
      "equilibria": [], "equilibriaCount": .object([]),
      "engine": ["name": "reference", "complete": false, "limit": limit.json],
    ]
  }
}

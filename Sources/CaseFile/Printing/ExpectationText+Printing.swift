import ConflictModel
import Notation

extension ExpectationText {
  /// The expectation in words, evidence left out.
  package var printed: String {
    let events = given.map { "\($0.event.text)=\($0.holds ? "yes" : "no")" }.joined(separator: ", ")
    let chosen = profiles.map { "\($0.actor.text)=\($0.profile.text)" }.joined(separator: ", ")
    return claim.printed + scope.printed + (events.isEmpty ? "" : " given \(events)")
      + (chosen.isEmpty ? "" : " with \(chosen)")
  }

  var yaml: YAMLValue {
    var fields = scope.yaml + claim.yaml
    fields.add("given", given.map { ($0.event.text, YAMLValue.bool($0.holds)) })
    fields.add("profile", profiles.map { ($0.actor.text, YAMLValue.scalar($0.profile.text)) })
    fields.add(because)
    return YAMLValue.map(fields).at(place)
  }
}

extension ExpectationText.Scope {
  /// How the scope continues a claim.
  fileprivate var printed: String {
    switch self {
    case .alone: ""
    case .always: ", whatever is in doubt"
    case .sometimes: ", in some way to settle what is in doubt"
    case .against(let members):
      members.isEmpty
        ? ", against every coalition"
        : ", against the coalition of " + members.map { $0.text }.joined(separator: ", ")
    case .perceived: ", when all act on what they perceive"
    case .expected(let actor): ", as \(actor.text) perceives it"
    }
  }

  fileprivate var yaml: [(String, YAMLValue)] {
    switch self {
    case .alone: []
    case .always: [("doubts", .scalar("always"))]
    case .sometimes: [("doubts", .scalar("sometimes"))]
    case .against(let members):
      [("coalition", members.isEmpty ? .scalar("any") : .flow(members.map { .scalar($0.text) }))]
    case .perceived: [("hypergame", .bool(true))]
    case .expected(let actor): [("hypergame", .scalar(actor.text))]
    }
  }
}

extension ExpectationText.Target {
  fileprivate var printed: String {
    switch self {
    case .state(let state): state.printed
    case .condition(let condition): condition.printed
    }
  }

  fileprivate var yaml: YAMLValue {
    switch self {
    case .state(let state): state.yaml(asCode: false)
    case .condition(let condition): .condition(condition)
    }
  }
}

extension ExpectationText.Claim {
  fileprivate var printed: String {
    switch self {
    case .states(let concept, let actor, let states):
      return (actor.map { "\($0.text): " } ?? "")
        + "\(concept.rawValue) is \(states.isEmpty ? "nothing" : states.map { $0.printed }.joined(separator: ", "))"
    case .count(let concept, let actor, let count):
      return (actor.map { "\($0.text): " } ?? "")
        + "\(concept.rawValue) has \(count) \(count == 1 ? "state" : "states")"
    case .feasible(let count): return "\(count) feasible states"
    case .every(let concept, let satisfies):
      return "every \(concept.rawValue) satisfies \(satisfies.printed)"
    case .some(let concept, let satisfies): return "some \(concept.rawValue) satisfies \(satisfies.printed)"
    case .no(let concept, let satisfies): return "no \(concept.rawValue) satisfies \(satisfies.printed)"
    case .statusQuo(let concepts):
      return "the status quo lasts under exactly "
        + (concepts.isEmpty ? "no concept" : concepts.map { $0.rawValue }.joined(separator: ", "))
    case .reach(let passage): return passage.printed
    case .jump(let jump): return jump.printed
    case .rankings(let concept, let actor, let target, let count):
      return
        "\(target.printed) lasts under \(concept.rawValue) with \(count) \(count == 1 ? "ranking" : "rankings") of \(actor.text)"
    }
  }

  fileprivate var yaml: [(String, YAMLValue)] {
    var fields: [(String, YAMLValue)] = []
    switch self {
    case .states(let concept, let actor, let states):
      fields.add("actor", actor?.text)
      fields.append((concept.rawValue, YAMLValue.tiers(states.map { [$0] }, because: [])))
    case .count(let concept, let actor, let count):
      fields.add("actor", actor?.text)
      fields.append(("count", .map([(concept.rawValue, .number("\(count)"))])))
    case .feasible(let count): fields.append(("feasible", .number("\(count)")))
    case .every(let concept, let satisfies):
      fields += [("every", .scalar(concept.rawValue)), ("satisfies", .condition(satisfies))]
    case .some(let concept, let satisfies):
      fields += [("some", .scalar(concept.rawValue)), ("satisfies", .condition(satisfies))]
    case .no(let concept, let satisfies):
      fields += [("no", .scalar(concept.rawValue)), ("satisfies", .condition(satisfies))]
    case .statusQuo(let concepts):
      fields.append(("status_quo", .flow(concepts.map { .scalar($0.rawValue) })))
    case .reach(let passage):
      fields.append((passage.isReached ? "reach" : "out_of_reach", passage.target.yaml))
      if let from = passage.from { fields.append(("from", from.yaml(asCode: false))) }
      if let steps = passage.steps { fields.append(("steps", .number("\(steps)"))) }
      if passage.by != .moves { fields.append(("by", .scalar(passage.by.rawValue))) }
    case .jump(let jump):
      fields.append(("coalition", .flow(jump.coalition.map { .scalar($0.text) })))
      fields += [("from", jump.from.yaml(asCode: false)), ("jump", jump.to.yaml(asCode: false))]
      fields.add("under", jump.under?.rawValue)
    case .rankings(let concept, let actor, let target, let count):
      fields += [("require", target.yaml), ("actor", .scalar(actor.text))]
      fields.append(("count", .map([(concept.rawValue, .number("\(count)"))])))
    }
    return fields
  }
}

extension ExpectationText.Passage {
  fileprivate var printed: String {
    let start = from.map { " from \($0.printed)" } ?? ""
    let steps = by == .moves ? "" : " by improvements"
    guard isReached else { return "\(target.printed) is out of reach\(start)\(steps)" }
    let count = self.steps.map { " in \($0) \($0 == 1 ? "step" : "steps")" } ?? ""
    return "\(target.printed) is reached\(start)\(count)\(steps)"
  }
}

extension ExpectationText.Jump {
  fileprivate var printed: String {
    "\(coalition.map { $0.text }.joined(separator: " and ")) could jump from \(from.printed) to \(to.printed)"
      + (under.map { " under \($0.rawValue)" } ?? "")
  }
}

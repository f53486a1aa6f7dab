internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Notation
internal import Questions
internal import Stability

extension ShowReport {
  /// What the case says, part by part, for programs.
  var caseMembers: [JSONValue.Member] {
    let document = subject.document
    return [
      .init("summary", JSONValue(document.summary)), .init("asOf", JSONValue(document.asOf)),
      .init("feasible", solution.hasAllStates ? .integer(solution.states.count) : .null),
      .init("sources", .array(document.sources.map(json))),
      .init("events", .array(document.events.map(json))),
      .init("actors", .array(conflict.actors.indices.map(actor))),
      .init("joint", .array(subject.jointOptions.map(json))),
      .init("outcomes", .array(document.outcomes.map(json))),
      .init("judgements", .array(subject.judgements.map(json))),
    ]
  }

  private func json(_ source: SourceText) -> JSONValue {
    let parts: [(key: String, text: String?)] = [
      ("title", source.title), ("author", source.author), ("date", source.date),
      ("publisher", source.publisher), ("address", source.address), ("viewpoint", source.viewpoint),
      ("file", source.file), ("note", source.note),
    ]
    return .object([.init("id", .string(source.id))] + given(parts))
  }

  private func json(_ event: EventText) -> JSONValue {
    let history = event.history.map { observation -> JSONValue in
      ["date": .string(observation.date), "holds": .bool(observation.holds)]
    }
    return .object(
      [
        .init("id", .string(event.id)), .init("name", .string(event.name ?? event.id)),
        .init("holds", .bool(event.holds)), .init("value", .bool(event.isSo)),
      ] + given([("since", event.since), ("until", event.until), ("resolves", event.resolves)])
        + (history.isEmpty ? [] : [.init("history", .array(history))]))
  }

  private func actor(_ index: Int) -> JSONValue {
    let actor = conflict.actors[index]
    let text = subject.document.actors[index]
    let profiles = text.profiles.map { profile -> JSONValue in
      ["id": .string(profile.id), "name": .string(profile.name ?? profile.id)]
    }
    return .object(
      [
        .init("id", .string(actor.id)), .init("name", .string(actor.name)),
        .init("options", .array(options(of: index))),
      ] + wishes(of: index) + [
        .init("profiles", .array(profiles)), .init("profile", JSONValue(subject.profiles[actor.id])),
        .init("perceives", .bool(text.perceives != nil)),
      ])
  }

  /// The actor's own options; halves of joint ones are told of with these.
  private func options(of actor: Int) -> [JSONValue] {
    let joint = Set(subject.jointOptions.flatMap { $0.halves })
    return conflict.options.indices.filter { conflict.options[$0].actor == actor && !joint.contains($0) }
      .compactMap { index in
        let option = conflict.options[index]
        guard let level = conflict.levelOptions.first(where: { $0.thresholds.contains(index) }) else {
          return [
            "id": .string(option.id), "name": .string(option.name),
            "moves": .string(option.direction.rawValue),
          ]
        }
        if level.firstOption != index { return nil }
        let levels = zip(level.levels, level.levelNames).map { id, name -> JSONValue in
          ["id": .string(id), "name": .string(name)]
        }
        return ["id": .string(level.id), "name": .string(level.name), "levels": .array(levels)]
      }
  }

  /// In which way it is said what the actor wants, and what no judgement says of it.
  private func wishes(of actor: Int) -> [JSONValue.Member] {
    switch conflict.actors[actor].preference {
    case .statements: return [.init("wants", "statements")]
    case .weights: return [.init("wants", "weights")]
    case .indifferent: return [.init("wants", "nothing")]
    case .ranking(let tiers):
      let pairs = subject.unknownPairs[actor].map { pair -> JSONValue in
        [names.reference(pair.first), names.reference(pair.second)]
      }
      let ranking = tiers.map { JSONValue.array($0.map { names.reference($0) }) }
      return [.init("wants", "ranking"), .init("ranking", .array(ranking))]
        + (pairs.isEmpty ? [] : [.init("unknown", .array(pairs))])
    }
  }

  private func json(_ joint: Case.JointOption) -> JSONValue {
    let halves = joint.halves.map { conflict.options[$0] }
    return [
      "id": .string(joint.id), "name": .string(joint.name),
      "by": JSONValue(halves.map { conflict.actors[$0.actor].id }),
      "options": JSONValue(halves.map { $0.id }),
    ]
  }

  private func json(_ outcome: OutcomeText) -> JSONValue {
    [
      "id": .string(outcome.id), "name": .string(outcome.name ?? outcome.id),
      "when": .string(outcome.when.printed),
    ]
  }

  private func json(_ judgement: Judgement) -> JSONValue {
    .object(
      names.members(of: judgement) + doubts(about: judgement) + [
        .init("because", judgement.evidence.json),
        .init("line", judgement.place.isKnown ? .integer(judgement.place.line) : .null),
      ])
  }

  /// How firmly a statement or a rule is put, what is in doubt about it and whether it matters much.
  private func doubts(about judgement: Judgement) -> [JSONValue.Member] {
    if judgement.kind == .rule, let hedge = subject.document.rules[judgement.index].hedge {
      return [.init("hedge", .string(hedge.rawValue))]
    }
    guard let statement = subject.statement(of: judgement) else { return [] }
    return (statement.hedge.map { [.init("hedge", .string($0.rawValue))] } ?? []) + statement.doubtMembers
      + (statement.isMuch ? [.init("much", true)] : [])
  }

  /// Those of the texts that there are.
  private func given(_ parts: [(key: String, text: String?)]) -> [JSONValue.Member] {
    parts.compactMap { part in part.text.map { .init(part.key, .string($0)) } }
  }
}

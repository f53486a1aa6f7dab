import ConflictModel
import Notation

// Rules, actors and what else refers to names.
extension Resolver {
  /// The rule as a condition on states, or nil for one that restricts moves.
  mutating func rule(_ rule: RuleText) -> Condition? {
    switch rule.demand {
    case .always(let expression): condition(expression)
    case .never(let expression): .not(condition(expression))
    case .one(let bound, let parts): .count(bound.bound, 1, parts.map { condition($0) })
    case .take: nil
    }
  }

  /// What the rule demands of the moves that take an option, if it is of that kind.
  mutating func requirement(_ rule: RuleText) -> TakeRequirement? {
    guard case .take(let option, let needs) = rule.demand else { return nil }
    let needed = condition(needs)
    return thresholdTaken(by: option, at: rule.place).map { TakeRequirement(option: $0, needs: needed) }
  }

  /// The single option that an expression such as `warsaw.pass_on` or
  /// `seoul.controls >= l798` takes.
  private mutating func thresholdTaken(by expression: ConditionText, at place: Place) -> Int? {
    let before = diagnostics.count
    if case .taken(let option) = condition(expression) { return option }
    if diagnostics.count == before {
      note(
        .wrongKind, "'take' names one option, not '\(expression.printed)'", at: place,
        hint: "write a level as 'controls >= l798', and half of a joint option as 'actor.option'")
    }
    return nil
  }

  /// The actor with its names looked up; a ranking is left for later.
  mutating func actor(_ index: Int, _ events: EventLogic) -> Conflict.Actor {
    let text = document.actors[index]
    var actor = Conflict.Actor(
      id: text.id, name: text.name, preference: preference(text.preference, of: index))
    for cannot in text.cannot {
      actor.cannot.append(
        ForbiddenMove(
          from: cannot.from.map { condition($0, in: index) } ?? .constant(true),
          to: cannot.to.map { condition($0, in: index) } ?? .constant(true)))
    }
    actor.misperceives = text.misperceives.map { condition($0.when, in: index) }
    for profile in text.profiles { _ = preference(profile.preference, of: index) }
    for declaration in text.declares {
      _ = condition(declaration.condition, in: index)
      _ = condition(declaration.then, in: index)
      checkAddressees(of: declaration, by: text.id)
    }
    if document.isGraphForm {
      let listed = listed(text.moves, events)
      listedMoves.append(listed)
      actor.moves = listed.table(of: document.states.count, events)
    }
    noteRepeats(text)
    return actor
  }

  /// Notes addressees that are no actors, the declarer itself, and repeats.
  private mutating func checkAddressees(of declaration: DeclarationText, by declarer: String) {
    let actors = document.actors.map { $0.id }
    for (index, addressee) in declaration.to.enumerated() {
      if !actors.contains(addressee.text) {
        note(
          .unknownName, "no actor is called '\(addressee.text)'", at: addressee.place,
          hint: nearest(to: addressee.text, among: actors).map { "did you mean '\($0)'?" })
      } else if addressee.text == declarer {
        note(
          .wrongValue, "words are meant for others, not for '\(declarer)' itself", at: addressee.place,
          hint: "leave 'to' out when they are meant for whoever can make the condition hold")
      } else if declaration.to[..<index].contains(addressee) {
        note(.duplicateName, "'\(addressee.text)' is named twice", at: addressee.place)
      }
    }
  }

  private mutating func noteRepeats(_ text: ActorText) {
    var seen: [String: Place] = [:]
    for option in text.options {
      if let first = seen[option.id] {
        note(
          .duplicateName, "two options are called '\(option.id)'", at: option.place,
          notes: [Diagnostic.Note("the first is here", at: first)])
      }
      seen[option.id] = option.place
    }
  }

  private mutating func listed(_ moves: [MoveText], _ events: EventLogic) -> [Case.ListedMove] {
    var listed: [Case.ListedMove] = []
    for move in moves {
      let condition = move.condition.flatMap { eventCondition($0, events) }
      guard let from = stateIndex(move.from), let to = stateIndex(move.to) else { continue }
      if from == to {
        note(
          .wrongValue, "a move leads to another state, not from '\(move.to.text)' to itself",
          at: move.to.place)
      } else {
        listed.append(
          Case.ListedMove(from: State(UInt64(from)), to: State(UInt64(to)), condition: condition))
      }
    }
    return listed
  }

  /// The condition of a move, which is about events alone; noted when it is not.
  private mutating func eventCondition(_ expression: ConditionText, _ events: EventLogic) -> Condition? {
    let before = diagnostics.count
    let meaning = condition(expression)
    if diagnostics.count > before || events.value(of: meaning) != nil { return meaning }
    let other = expression.names.first { events.value(of: condition(.name($0.name, $0.place))) == nil }
    note(
      .wrongKind,
      "a move depends on events alone, and '\(other?.name ?? expression.printed)' is about states",
      at: other?.place ?? expression.place ?? .none,
      hint: "the state where it starts is the key, as in 'moves: {s1: [{to: s2, if: trial}]}'")
    return meaning
  }

  private mutating func stateIndex(_ name: Named) -> Int? {
    if case .state(let index)? = names.shared[name.text]?.meaning { return index }
    note(
      .unknownState, "no state is called '\(name.text)'", at: name.place,
      hint: nearest(to: name.text, among: document.states.map { $0.id }).map { "did you mean '\($0)'?" })
    return nil
  }

  mutating func preference(_ text: PreferenceText, of actor: Int) -> Preference {
    switch text {
    case .indifferent: .indifferent
    case .statements(let statements): .statements(statements.map { condition($0.that, in: actor) })
    case .weights(let weights): .weights(self.weights(weights, of: actor))
    case .ranking: .indifferent
    }
  }

  private mutating func weights(_ weights: [WeightText], of actor: Int) -> [Int64] {
    var result = [Int64](repeating: 0, count: options.count)
    var seen: [NameTable.Meaning: Place] = [:]
    for weight in weights {
      let name = weight.option
      guard let meaning = look(up: name.text, at: name.place, in: actor) else { continue }
      if let first = seen[meaning] {
        note(
          .duplicateName, "'\(name.text)' has two weights", at: name.place,
          notes: [Diagnostic.Note("the first is here", at: first)])
      }
      seen[meaning] = name.place
      switch (meaning, weight.amount) {
      case (.option(let option), .millionths(let amount)): result[option] = amount
      case (.level(let level), .levels(let amounts)): add(amounts, of: levels[level], to: &result)
      case (.level, .millionths):
        note(
          .bareLevel, "'\(name.text)' has levels; give each its weight", at: name.place,
          hint: "as in '\(name.text): {level: number}'")
      case (.option, .levels):
        note(.wrongKind, "'\(name.text)' has no levels; give it one number", at: name.place)
      default:
        note(.wrongKind, "weights are given to options, and '\(name.text)' is none", at: name.place)
      }
    }
    return result
  }

  /// Turns the worth of levels into what each threshold adds.
  private mutating func add(
    _ amounts: [WeightText.Level], of option: LevelOption, to weights: inout [Int64]
  ) {
    var worth = [Int64](repeating: 0, count: option.levels.count)
    for amount in amounts {
      guard let position = option.levels.firstIndex(of: amount.level.text) else {
        note(
          .unknownLevel, "'\(option.id)' has no level '\(amount.level.text)'", at: amount.level.place,
          hint: "its levels are \(option.levels.joined(separator: ", "))")
        continue
      }
      worth[position] = amount.millionths
    }
    for (step, threshold) in option.thresholds.enumerated() {
      weights[threshold] = worth[step + 1] - worth[step]
    }
  }
}

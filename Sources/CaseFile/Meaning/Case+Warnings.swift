public import ConflictModel
public import Notation

extension Case {
  /// What has a meaning, though perhaps not the intended one: statements that
  /// are true or false in every feasible state, terms and events that nothing
  /// uses, options that wishes leave out, and rules that keep another actor from
  /// undoing what it did. A `because` beside a name or option says that it is meant.
  ///
  /// - Complexity: a search for one state for each statement and, for rules
  ///   across actors, for each option they mention. A search that grows too long
  ///   is given up, without a warning.
  public func warnings(control: Control = Control()) -> [Diagnostic] {
    let warnings =
      document.doubts + constantStatements(control) + unusedNames() + wishlessOptions() + idleProfiles()
      + lockingRules(control)
    return warnings.inTextOrder(startingWith: document.file)
  }

  private static let limits = EnumerationLimits(states: 1, searchNodes: 50_000)
  /// With more events than this, constancy is judged under the present values only.
  private static let freeEventCount = 6

  // MARK: Statements

  /// The conflict under every combination of event values.
  private var worlds: [Conflict] {
    guard !conflict.events.isEmpty, conflict.events.count <= Self.freeEventCount else { return [conflict] }
    let builder = ConflictBuilder(
      document: document, options: conflict.options, levelOptions: conflict.levelOptions,
      terms: conflict.terms, rules: conflict.rules, requirements: [])
    return (0..<(1 << conflict.events.count)).map { values in
      let holding = conflict.events.indices.map { values & (1 << $0) != 0 }
      return builder.conflict(conflict.actors, holding: holding)
    }
  }

  private func constantStatements(_ control: Control) -> [Diagnostic] {
    let worlds = worlds
    var warnings: [Diagnostic] = []
    for actor in conflict.actors.indices {
      guard case .statements(let conditions) = conflict.actors[actor].preference else { continue }
      for (text, condition) in zip(statements(of: actor), conditions) {
        if control.shouldStop() != nil { return warnings }
        guard let value = constantValue(of: condition, in: worlds) else { continue }
        warnings.append(
          Diagnostic(
            .constantStatement,
            "'\(text.that.printed)' is \(value ? "true" : "false") in every feasible state", at: text.place,
            severity: .warning, hint: "it makes no difference to what '\(conflict.actors[actor].id)' prefers")
        )
      }
    }
    return warnings
  }

  /// The value that the condition has in every feasible state, or nil when it
  /// varies or that is not found out.
  private func constantValue(of condition: Condition, in worlds: [Conflict]) -> Bool? {
    func exists(_ wanted: Condition) -> Bool {
      worlds.contains {
        let found = $0.feasibleStates(where: [wanted], limits: Self.limits)
        return !found.states.isEmpty || found.limit != nil
      }
    }
    if !exists(.not(condition)) { return true }
    return exists(condition) ? nil : false
  }

  // MARK: Names

  private func unusedNames() -> [Diagnostic] {
    let used = document.usedNames
    let definitions = document.definitions.filter { !used.contains($0.id) && $0.because.isEmpty }.map {
      Diagnostic(
        .unusedName, "nothing uses the term '\($0.id)'", at: $0.place, severity: .warning,
        hint: "use it in a condition, leave it out, or say with 'because' why it is there")
    }
    let events = document.events.filter { !used.contains($0.id) && $0.because.isEmpty }.map {
      Diagnostic(
        .unusedName, "nothing uses the event '\($0.id)'", at: $0.place, severity: .warning,
        hint: "use it in a condition, leave it out, or say with 'because' why it is there")
    }
    return definitions + events
  }

  // MARK: Profiles

  /// Profiles under which an actor wants what it wants without them.
  private func idleProfiles() -> [Diagnostic] {
    document.actors.flatMap { actor in
      actor.profiles.filter {
        $0.because.isEmpty && $0.preference == actor.preference && $0.unknown == actor.unknown
      }
      .map { profile in
        Diagnostic(
          .idleProfile, "under the profile '\(profile.id)' '\(actor.id)' wants what it wants anyway",
          at: profile.place, severity: .warning,
          hint: "change something in it, leave it out, or say with 'because' why it is there")
      }
    }
  }

  // MARK: Rules

  private func lockingRules(_ control: Control) -> [Diagnostic] {
    let texts = document.rules.filter { if case .take = $0.demand { false } else { true } }
    var warnings: [Diagnostic] = []
    for (rule, text) in zip(conflict.rules, texts) {
      if control.shouldStop() != nil { break }
      guard text.because.isEmpty, let lock = lock(rule) else { continue }
      let locked = conflict.options[lock.option]
      let owner = conflict.actors[locked.actor].id
      warnings.append(
        Diagnostic(
          .lockingRule,
          "this rule keeps '\(owner)' from giving up '\(locked.id)' because of what others do",
          at: text.place,
          severity: .warning,
          hint:
            "to restrict only the move that takes an option, write {take: …, needs: …}, or say with 'because' why it is so"
        ))
    }
    return warnings
  }

  /// An option that its owner could give up but for the rule, and for what
  /// others have taken.
  private func lock(_ rule: Condition) -> (option: Int, state: State)? {
    let predicate = conflict.predicate(rule)
    let mentioned = conflict.options.indices.filter { predicate.optionMask & (1 << UInt64($0)) != 0 }
    let owners = Set(mentioned.map { conflict.options[$0].actor })
    guard owners.count > 1, mentioned.count <= 14 else { return nil }
    for option in mentioned where conflict.options[option].direction != .take {
      let owner = conflict.options[option].actor
      guard owner != Option.nobody else { continue }
      for combination in UInt64(0)..<(1 << UInt64(mentioned.count)) {
        let state = spread(combination, over: mentioned)
        guard state.takes(option), predicate(state) else { continue }
        let after = State(state.code & ~(1 << UInt64(option)))
        if predicate(after) { continue }
        // The owner's own options may make the difference; then nobody else locks it.
        if ownerCanRelease(after, owner, besides: option, predicate) { continue }
        let literals = mentioned.map { state.takes($0) ? Condition.taken($0) : .not(.taken($0)) }
        if !conflict.feasibleStates(where: literals, limits: Self.limits).states.isEmpty {
          return (option, state)
        }
      }
    }
    return nil
  }

  private func spread(_ combination: UInt64, over options: [Int]) -> State {
    var code: UInt64 = 0
    for (position, option) in options.enumerated() where combination & (1 << UInt64(position)) != 0 {
      code |= 1 << UInt64(option)
    }
    return State(code)
  }

  /// Whether the owner, by taking other options of the rule, can make it hold again.
  private func ownerCanRelease(
    _ state: State, _ owner: Int, besides option: Int, _ rule: ReadyCondition
  ) -> Bool {
    let own = conflict.optionMask(of: owner) & ~(1 << UInt64(option))
    let mask = own & rule.optionMask & ~state.code
    var subset = mask
    while subset != 0 {
      if rule(State(state.code | subset)) { return true }
      subset = (subset - 1) & mask
    }
    return false
  }
}

extension CaseDocument {
  /// Every name that some condition of the document uses, without the actor's
  /// part where a name has one.
  var usedNames: Set<String> {
    var used: Set<String> = []
    for expression in expressions {
      for name in expression.names { used.insert(name.name) }
    }
    return used
  }

  /// Every condition of the document.
  var expressions: [ConditionText] {
    var all: [ConditionText] = []
    for rule in rules { all += rule.expressions }
    all += definitions.map { $0.when } + outcomes.map { $0.when }
    all += statusQuo?.expressions ?? []
    all += expectations.flatMap { $0.claim.expressions }
    return all + actors.flatMap { $0.expressions }
  }
}

extension RuleText {
  var expressions: [ConditionText] {
    switch demand {
    case .always(let expression), .never(let expression): [expression]
    case .one(_, let parts): parts
    case .take(let option, let needs): [option, needs]
    }
  }
}

extension StatusQuoText {
  var expressions: [ConditionText] {
    switch form {
    case .taken(let taken, let unsure): taken + unsure
    case .condition(let condition): [condition]
    }
  }
}

extension ActorText {
  /// The conditions in what it wants and can do.
  var deciding: [ConditionText] {
    preference.expressions + cannot.flatMap { [$0.from, $0.to].compactMap { $0 } }
      + misperceives.map { $0.when } + moves.compactMap { $0.condition }
  }

  var expressions: [ConditionText] {
    deciding + profiles.flatMap { $0.preference.expressions } + declares.flatMap { [$0.condition, $0.then] }
  }
}

extension PreferenceText {
  var expressions: [ConditionText] {
    if case .statements(let statements) = self { statements.map { $0.that } } else { [] }
  }
}

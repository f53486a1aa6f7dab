import ConflictModel

/// Which state a number, a pattern or a code names in a document.
///
/// Numbers count the feasible states and patterns and codes follow the options, so
/// where two documents order their options otherwise, or exclude other states, one
/// name means two states. A state therefore has a meaning, which is the same wherever
/// it is named, as long as the cases have the same options with the same levels.
struct StateNames {
  /// Options, thresholds included, and the order of levels: what both have to have alike.
  let kin: [String]
  /// Whether states have ids of their own.
  var isGraphForm: Bool { lookup.isGraphForm }
  private let lookup: StateLookup
  private let states: FeasibleStates
  /// For each option its place among the options sorted by id.
  private let places: [Int]

  /// The names in a document of which only the ``CaseDocument/frame`` is left; nil when it
  /// has no meaning, or too many states.
  init?(_ frame: CaseDocument) {
    guard let subject = try? Case(frame) else { return nil }
    let conflict = subject.conflict
    lookup = StateLookup(
      optionCount: conflict.options.count, stateIDs: frame.states.map { $0.id },
      isGraphForm: frame.isGraphForm)
    let listing = conflict.feasibleStates(limits: EnumerationLimits())
    guard listing.limit == nil else { return nil }
    states = listing.states
    let ids = conflict.options.map { $0.id }
    let sorted = ids.indices.sorted { ids[$0] < ids[$1] }
    var places = [Int](repeating: 0, count: ids.count)
    for (place, option) in sorted.enumerated() { places[option] = place }
    self.places = places
    let levels = conflict.levelOptions.map { "\($0.id): \($0.levels.joined(separator: " < "))" }
    kin = frame.isGraphForm ? [] : sorted.map { ids[$0] } + levels.sorted()
  }

  /// What a text names, wherever it stands; nil when it names no state.
  func meaning(of form: StateReference.Form) -> String? {
    guard case .success(let state) = lookup.state(form, among: states) else { return nil }
    if lookup.isGraphForm { return lookup.stateIDs[Int(state.code)] }
    var code: UInt64 = 0
    for (option, place) in places.enumerated() where state.takes(option) { code |= 1 << UInt64(place) }
    return String(code)
  }

  /// The form, of the kind of another, that names what has the meaning; nil when no feasible state has it.
  func form(of meaning: String, like form: StateReference.Form) -> StateReference.Form? {
    let state: State
    if lookup.isGraphForm {
      guard let index = lookup.stateIDs.firstIndex(of: meaning) else { return nil }
      state = State(UInt64(index))
    } else {
      guard let sorted = UInt64(meaning) else { return nil }
      var code: UInt64 = 0
      for (option, place) in places.enumerated() where sorted & (1 << UInt64(place)) != 0 {
        code |= 1 << UInt64(option)
      }
      state = State(code)
    }
    guard let number = states.number(of: state) else { return nil }
    switch form {
    case .number: return .number(number)
    case .code: return .code(state.code)
    case .pattern where !lookup.isGraphForm:
      return .pattern(String(places.indices.map { state.takes($0) ? "Y" : "N" }))
    case .pattern, .id: return lookup.isGraphForm ? .id(meaning) : nil
    }
  }
}

extension CaseDocument {
  /// What decides which state a number, a pattern or a code names, and nothing else.
  var frame: CaseDocument {
    var frame = CaseDocument()
    frame.asOf = asOf
    frame.events = events.map { event in
      EventText(
        id: event.id, holds: event.holds, since: event.since, until: event.until,
        history: event.history.map { ObservationText(date: $0.date, holds: $0.holds) })
    }
    frame.states = states.map { StateText(id: $0.id) }
    frame.actors = actors.map { actor in
      var bare = ActorText(id: actor.id)
      bare.options = actor.options.map { option in
        var bare = OptionText(id: option.id)
        bare.levels = option.levels.map { LevelText(id: $0.id) }
        return bare
      }
      return bare
    }
    frame.joint = joint.map { JointText(id: $0.id, by: $0.by) }
    frame.definitions = definitions.map { DefinitionText(id: $0.id, when: $0.when) }
    frame.outcomes = outcomes.map { OutcomeText(id: $0.id, when: $0.when) }
    frame.rules = rules.filter { if case .take = $0.demand { false } else { true } }.map {
      RuleText($0.demand)
    }
    return frame
  }
}

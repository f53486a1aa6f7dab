import ConflictModel
import Notation

// Rankings, the status quo as a state, and whether there is any state at all.
extension Resolver {
  /// The ranking of an actor; `numbers` are the states that numbers in the file
  /// refer to, `cover` those that have to be ranked.
  mutating func ranking(of actor: Int, numbers: FeasibleStates, cover: FeasibleStates) -> Preference {
    guard case .ranking(let tiers, _, let place) = document.actors[actor].preference else {
      return .indifferent
    }
    var seen: [State: Place] = [:]
    var result: [[State]] = []
    for tier in tiers {
      var states: [State] = []
      for reference in tier {
        guard let state = state(reference, among: numbers) else { continue }
        if let first = seen[state] {
          note(
            .rankingRepeats, "the ranking lists \(describe(state, cover)) twice", at: reference.place,
            notes: [Diagnostic.Note("the first is here", at: first)])
          continue
        }
        seen[state] = reference.place
        if cover.position(of: state) != nil { states.append(state) }
      }
      if !states.isEmpty { result.append(states) }
    }
    let missing = cover.filter { seen[$0] == nil }
    if !missing.isEmpty {
      let shown = missing.prefix(6).map { describe($0, cover) }.joined(separator: ", ")
      let more = missing.count > 6 ? " and \(missing.count - 6) more" : ""
      note(
        .rankingMisses, "the ranking of '\(document.actors[actor].id)' leaves out \(shown)\(more)",
        at: place, hint: "a ranking lists every feasible state once; the case has \(cover.count)")
    }
    return .ranking(result)
  }

  /// The pairs of an actor's ranking whose order is not known; `numbers` and
  /// `cover` as for the ranking. Pairs with a state that need not be ranked are
  /// left out.
  mutating func unknownPairs(
    of actor: Int, numbers: FeasibleStates, cover: FeasibleStates
  ) -> [Case.UnknownPair] {
    var result: [Case.UnknownPair] = []
    for pair in document.actors[actor].unknown {
      guard let first = state(pair.first, among: numbers), let second = state(pair.second, among: numbers)
      else { continue }
      if first == second {
        note(
          .wrongValue, "a pair has two different states", at: pair.second.place,
          hint: "\(describe(first, cover)) is as good as itself")
        continue
      }
      guard cover.position(of: first) != nil, cover.position(of: second) != nil else { continue }
      let known = Case.UnknownPair(first: min(first, second), second: max(first, second))
      if !result.contains(known) { result.append(known) }
    }
    return result
  }

  var lookup: StateLookup {
    StateLookup(
      optionCount: options.count, stateIDs: document.states.map { $0.id }, isGraphForm: document.isGraphForm)
  }

  /// The feasible state that is named, or nil, noted, when there is none.
  mutating func state(_ reference: StateReference, among states: FeasibleStates) -> State? {
    switch lookup.state(reference.form, among: states) {
    case .success(let state): return state
    case .failure(let problem):
      note(.unknownState, problem.message, at: reference.place, hint: problem.hint)
      return nil
    }
  }

  private func describe(_ state: State, _ states: FeasibleStates) -> String {
    if document.isGraphForm { return "'\(document.states[Int(state.code)].id)'" }
    let pattern = String(options.indices.map { state.takes($0) ? "Y" : "N" })
    return states.number(of: state).map { "state \($0) (\(pattern))" } ?? pattern
  }

  /// Notes when no state is feasible, with a smallest set of rules to blame.
  mutating func requireFeasibleState(of conflict: Conflict, _ control: Control) throws(CaseError) {
    guard !document.isGraphForm else { return }
    let one = EnumerationLimits(states: 1, searchNodes: 2_000_000)
    let found = conflict.feasibleStates(limits: one, control: control)
    guard found.states.isEmpty else { return }
    if let limit = found.limit { throw .limit(limit) }
    let texts = document.rules.filter { if case .take = $0.demand { false } else { true } }
    let blamed = Contradiction(conflict).smallestSet()
    note(
      .noFeasibleState, "the rules leave no feasible state",
      at: blamed.first.map { texts[$0].place } ?? .none,
      hint: blamed.count == 1
        ? "this rule can never hold" : "these \(blamed.count) rules cannot all hold; drop or relax one",
      notes: blamed.dropFirst().map { Diagnostic.Note("together with this rule", at: texts[$0].place) })
  }

  mutating func settle(_ meaning: StatusQuoMeaning, in conflict: Conflict) -> Case.StatusQuo? {
    let place = document.statusQuo?.place ?? .none
    switch meaning {
    case .condition(let condition):
      return settle(condition, in: conflict, at: place)
    case .taken(let taken, let unsure):
      let state = State(taken)
      if unsure == 0, conflict.isFeasible(state) { return Case.StatusQuo(state: state, completions: [state]) }
      var fixed: [Condition] = []
      for option in options.indices where unsure & (1 << UInt64(option)) == 0 {
        fixed.append(state.takes(option) ? .taken(option) : .not(.taken(option)))
      }
      let limits = EnumerationLimits(states: 1 << 16, searchNodes: 2_000_000)
      let completions = conflict.feasibleStates(where: fixed, limits: limits).states
      guard let first = completions.first else {
        noteInfeasible(state, in: conflict, at: place, unsure: unsure != 0)
        return nil
      }
      let known = completions.position(of: state) == nil ? first : state
      return Case.StatusQuo(state: known, completions: Array(completions))
    }
  }

  private mutating func settle(
    _ condition: Condition, in conflict: Conflict, at place: Place
  ) -> Case.StatusQuo? {
    let limits = EnumerationLimits(states: 3, searchNodes: 2_000_000)
    let found = conflict.feasibleStates(where: [condition], limits: limits).states
    switch found.count {
    case 1:
      return Case.StatusQuo(state: found[0], completions: [found[0]])
    case 0:
      note(
        .infeasibleStatusQuo, "no feasible state satisfies the status quo", at: place,
        hint: "say what is taken as a list, or relax the condition")
    default:
      let shown = found.prefix(2).map { describe($0, FeasibleStates([])) }.joined(separator: " and ")
      note(
        .ambiguousStatusQuo, "the status quo fits several states, among them \(shown)", at: place,
        hint: "list what is taken instead; everything else is then not taken")
    }
    return nil
  }

  private mutating func noteInfeasible(
    _ state: State, in conflict: Conflict, at place: Place, unsure: Bool
  ) {
    let texts = document.rules.filter { if case .take = $0.demand { false } else { true } }
    let broken = conflict.rules.indices.filter { !conflict.holds(conflict.rules[$0], in: state) }
    note(
      .infeasibleStatusQuo,
      unsure ? "no completion of the status quo is feasible" : "the status quo breaks a rule", at: place,
      hint: "everything that the status quo does not list is not taken, or at its lowest level",
      notes: unsure ? [] : broken.map { Diagnostic.Note("it breaks this rule", at: texts[$0].place) })
  }
}

/// Finds the state that a reference names.
struct StateLookup {
  var optionCount: Int
  var stateIDs: [String]
  var isGraphForm: Bool

  struct Problem: Error {
    var message: String
    var hint: String?
  }

  func state(_ form: StateReference.Form, among states: FeasibleStates) -> Result<State, Problem> {
    if let problem = problem(form) { return .failure(problem) }
    switch form {
    case .number(let number):
      return states.indices.contains(number - 1)
        ? .success(states[number - 1]) : .failure(none(number, of: states.count))
    case .code(let code):
      return feasible(State(code), as: "code \(code)", among: states)
    case .pattern(let pattern):
      if isGraphForm { return state(.id(pattern), among: states) }
      var code: UInt64 = 0
      for (index, letter) in pattern.utf8.enumerated() where letter == 0x59 { code |= 1 << UInt64(index) }
      return feasible(State(code), as: "pattern \(pattern)", among: states)
    case .id(let id):
      return stateIDs.firstIndex(of: id).map { .success(State(UInt64($0))) } ?? .failure(unknown(id))
    }
  }

  /// What is wrong with a reference whatever states are feasible.
  func problem(_ form: StateReference.Form) -> Problem? {
    switch form {
    case .number(let number):
      return isGraphForm && !stateIDs.indices.contains(number - 1) ? none(number, of: stateIDs.count) : nil
    case .code(let code):
      if isGraphForm {
        return Problem(message: "states listed by the case have no codes", hint: "use their ids")
      }
      let most = UInt64(1) << UInt64(optionCount) - 1
      return code <= most
        ? nil
        : Problem(
          message: "no state has the code \(code)", hint: "codes here are 0 to \(most), a bit for each option"
        )
    case .pattern(let pattern):
      if isGraphForm { return problem(.id(pattern)) }
      return pattern.utf8.count == optionCount
        ? nil
        : Problem(
          message: "the pattern '\(pattern)' has \(pattern.utf8.count) letters",
          hint: "a state here has \(optionCount), one for each option")
    case .id(let id):
      return stateIDs.contains(id) ? nil : unknown(id)
    }
  }

  private func none(_ number: Int, of count: Int) -> Problem {
    Problem(message: "there is no state \(number)", hint: "the feasible states are 1 to \(count)")
  }

  private func unknown(_ id: String) -> Problem {
    Problem(
      message: "no state is called '\(id)'",
      hint: nearest(to: id, among: stateIDs).map { "did you mean '\($0)'?" } ?? listedStates)
  }

  /// Those that there are.
  private var listedStates: String? {
    if stateIDs.isEmpty { return nil }
    return "the states are \(stateIDs.prefix(12).joined(separator: ", "))\(stateIDs.count > 12 ? ", …" : "")"
  }

  private func feasible(
    _ state: State, as words: String, among states: FeasibleStates
  ) -> Result<State, Problem> {
    if states.position(of: state) != nil { return .success(state) }
    return .failure(Problem(message: "no feasible state has the \(words)", hint: "the rules exclude it"))
  }
}
